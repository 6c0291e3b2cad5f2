"""Run a campaign in processes of its own: one that dies or hangs is noticed, named and replaced."""

import faulthandler
import multiprocessing
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import NamedTuple

import nazorg

from .gevallen import Geval, cases, kinds
from .pijp import PIJPEN, Uitslag

LANGST = 1.0
"""Seconds of processor time that one file may take, everything included."""

VASTGELOPEN = 60.0
"""Seconds on the clock after which a process is given up; on a busy machine far more than it computes."""

MOST_MEMORY = 4 << 30
"""Bytes that a process may take: what would take all of the machine ends in ``MemoryError``."""

_KEPT_PER_KIND = 3
_PAKKET = Path(nazorg.__file__).parent


class Mislukking(NamedTuple):
    """A case that did not end in findings. ``kenmerk`` is the same for the same fault; ``verhaal`` tells it in full."""

    nummer: int
    soort: str
    kenmerk: str
    verhaal: str


class Verslag(NamedTuple):
    """What a process tells of one case."""

    nummer: int
    soort: str
    grootte: int
    seconden: float
    uitslag: Uitslag | None
    mislukking: Mislukking | None


@dataclass
class Telling:
    """What came of a campaign."""

    aantal: Counter[str] = field(default_factory=Counter)
    leesbaar: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    traagste: list[Verslag] = field(default_factory=list)
    mislukt: Counter[str] = field(default_factory=Counter)
    mislukkingen: list[Mislukking] = field(default_factory=list)

    def add(self, verslag: Verslag) -> None:
        """Count one case."""
        self.aantal[verslag.soort] += 1
        if verslag.uitslag is not None:
            self.leesbaar[verslag.soort] += verslag.uitslag.leesbaar
            self.codes.update(verslag.uitslag.codes)
        self.traagste = sorted([*self.traagste, verslag], key=lambda one: -one.seconden)[:5]
        if verslag.mislukking is not None:
            self.fail(verslag.mislukking)

    def fail(self, mislukking: Mislukking) -> None:
        """Count a failure; of each kind only the first few are kept."""
        self.mislukt[mislukking.kenmerk] += 1
        if self.mislukt[mislukking.kenmerk] <= _KEPT_PER_KIND:
            self.mislukkingen.append(mislukking)


def run_case(geval: Geval) -> Verslag:
    """Send one case through the pipe, and tell what came of it. Raises nothing."""
    seconds, uitslag, mislukking = _timed(geval)
    if seconds > LANGST and mislukking is None:
        seconds = min(seconds, _timed(geval)[0])
        if seconds > LANGST:
            kenmerk, verhaal = _profile(geval)
            mislukking = Mislukking(geval.nummer, geval.soort, kenmerk, f"{seconds:.2f} s\n\n{verhaal}")
    return Verslag(geval.nummer, geval.soort, len(geval.data), seconds, uitslag, mislukking)


def run(
    seed: int, aantal: int, processen: int, folder: Path, progress: Callable[[Telling], None] | None = None
) -> Telling:
    """Run the cases 0 to ``aantal`` of ``seed`` in ``processen``; what a dying process says goes to ``folder``."""
    telling = Telling()
    workers = [_Worker(seed, range(first, aantal, processen), folder) for first in range(processen)]
    while workers:
        ready = wait([worker.conn for worker in workers], timeout=1)
        for worker in list(workers):
            if worker.conn in ready:
                worker.take(telling)
            elif worker.is_stuck():
                worker.give_up(telling, "vastgelopen", f"no answer in {VASTGELOPEN:.0f} s")
            if worker.is_done:
                workers.remove(worker)
        if progress is not None:
            progress(telling)
    return telling


class _Worker:
    """A process with its share of the numbers; starts another from the next number on when it dies."""

    def __init__(self, seed: int, numbers: range, folder: Path) -> None:
        self._seed = seed
        self._left = _expected(numbers)
        self._now = next(self._left, None)
        self._step = numbers.step
        self._stop = numbers.stop
        self._folder = folder
        self._start(numbers)

    @property
    def is_done(self) -> bool:
        return self._now is None

    def is_stuck(self) -> bool:
        return time.monotonic() - self._heard > VASTGELOPEN

    def take(self, telling: Telling) -> None:
        """Take in all that the process has told; where it told nothing it is dead."""
        try:
            while not self.is_done and self.conn.poll():
                verslag: Verslag = self.conn.recv()
                assert (verslag.nummer, verslag.soort) == self._now
                telling.add(verslag)
                self._now = next(self._left, None)
                self._heard = time.monotonic()
        except (EOFError, ConnectionError):
            self._process.join(VASTGELOPEN)
            said = self._log.read_text(encoding="utf-8", errors="replace")
            self.give_up(telling, f"crash {self._process.exitcode}", said)
        if self.is_done:
            self._end()

    def give_up(self, telling: Telling, kenmerk: str, verhaal: str) -> None:
        """Write off the case at hand, and go on behind its number."""
        assert self._now is not None
        nummer, soort = self._now
        self._end()
        telling.fail(Mislukking(nummer, soort, kenmerk, verhaal))
        rest = range(nummer + self._step, self._stop, self._step)
        self._left = _expected(rest)
        self._now = next(self._left, None)
        if self._now is not None:
            self._start(rest)

    def _start(self, numbers: range) -> None:
        context = multiprocessing.get_context("spawn")
        self._log = self._folder / f"proces-{numbers.start}.txt"
        self.conn, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(theirs, self._seed, numbers, self._log), daemon=True)
        self._process.start()
        theirs.close()
        self._heard = time.monotonic()

    def _end(self) -> None:
        self._process.join(1 if self.is_done else 0)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self.conn.close()


def _expected(numbers: range) -> Iterator[tuple[int, str]]:
    """The cases in the order in which a process tells of them."""
    return ((nummer, soort) for nummer in numbers for soort in kinds(nummer))


def _work(conn: Connection, seed: int, numbers: range, log: Path) -> None:
    _limit_memory()
    warnings.simplefilter("error")
    with log.open("w", encoding="utf-8") as file:
        faulthandler.enable(file)
        for nummer in numbers:
            for geval in cases(seed, nummer):
                conn.send(run_case(geval))
    conn.close()


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _timed(geval: Geval) -> tuple[float, Uitslag | None, Mislukking | None]:
    started = time.process_time()
    uitslag = mislukking = None
    try:
        uitslag = PIJPEN[geval.soort](geval.data)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what a campaign looks for
        mislukking = Mislukking(geval.nummer, geval.soort, signature(error), traceback.format_exc())
    return time.process_time() - started, uitslag, mislukking


def signature(error: Exception) -> str:
    """The kind of exception, and where in the program it came from: what tells one fault from another."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_ours(frame.filename)]
    last = frames[-1] if frames else traceback.extract_tb(error.__traceback__)[-1]
    what = str(error) if isinstance(error, AssertionError) else ""
    return " ".join(f"{type(error).__name__} {Path(last.filename).name}:{last.name} {what}".split()[:12])


def _is_ours(file: str) -> bool:
    return Path(file).is_relative_to(_PAKKET)


def _profile(geval: Geval) -> tuple[str, str]:
    """Which function of the program takes the time, and the profile."""
    import cProfile
    import io
    import pstats

    profile = cProfile.Profile()
    profile.runcall(PIJPEN[geval.soort], geval.data)
    text = io.StringIO()
    stats = pstats.Stats(profile, stream=text).sort_stats("cumulative")
    stats.print_stats("nazorg", 25)
    rows = [(numbers[3], key) for key, numbers in stats.stats.items() if _is_ours(key[0])]  # type: ignore[attr-defined]
    most = sorted(rows, reverse=True)
    # From what was asked for down to the deepest function that holds most of the time; below it, it is shared out.
    heavy = [f"{Path(key[0]).name}:{key[2]}" for spent, key in most if spent > most[0][0] * 0.6]
    return f"traag {' … '.join(dict.fromkeys((*heavy[:1], *heavy[-1:])))}", text.getvalue()
