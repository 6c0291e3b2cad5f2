"""Read many files in several processes at once, where there are enough of them to make up for starting those."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Any

from nazorg.begrippen.bron import Bestand

VANAF = 3000
"""Two processes take 0.6 s of processor time more than one. Measured: at 1,200 files that is lost, at 10,000 won."""

STUK = 32
"""Files that go to a process at once."""

_VOORUIT = 3
"""Pieces for each process that are read ahead of the one that is waited for."""

_Werk = Callable[[Bestand], Any]
_werk: _Werk | None = None
"""What this process, started by another, does with a file."""


def worth_it(bestanden: int) -> bool:
    """Whether so many files are read sooner by several processes: each has to start, and to import what reading takes.

    They start anew rather than as copies of this one, whose locks a copy would find held for ever.
    """
    return _processen() > 1 and bestanden >= VANAF


def read_beside(make: Callable[[], _Werk], bestanden: Iterable[Bestand], alone: _Werk) -> Iterator[Any]:
    """What comes of each of ``bestanden``, in their order. ``make`` gives, in each process, what is done with one.

    No more is taken of ``bestanden`` than is being worked on. Where a process cannot be started, or dies, ``alone``
    does the rest in this one.
    """
    source = iter(bestanden)
    pieces = iter(lambda: list(islice(source, STUK)), [])
    waiting: deque[tuple[list[Bestand], Future[list[Any]] | None]] = deque()
    pool = ProcessPoolExecutor(_processen(), get_context("spawn"), _begin, (make,))
    try:
        for piece in pieces:
            waiting.append((piece, _submit(pool, piece)))
            if len(waiting) > _VOORUIT * _processen():
                yield from _come_of(*waiting.popleft(), alone)
        while waiting:
            yield from _come_of(*waiting.popleft(), alone)
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, piece: list[Bestand]) -> "Future[list[Any]] | None":
    try:
        return pool.submit(_read, piece)
    except (BrokenExecutor, OSError):
        return None


def _come_of(piece: list[Bestand], future: "Future[list[Any]] | None", alone: _Werk) -> list[Any]:
    if future is not None:
        try:
            return future.result()
        except BrokenExecutor:
            pass
    return [alone(bestand) for bestand in piece]


def _begin(make: Callable[[], _Werk]) -> None:
    global _werk  # noqa: PLW0603 - a process does one thing
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that started it is interrupted as well, and says so
    _werk = make()


def _read(piece: list[Bestand]) -> list[Any]:
    assert _werk is not None
    return [_werk(bestand) for bestand in piece]


def _processen() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
