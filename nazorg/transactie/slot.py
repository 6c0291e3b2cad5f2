"""The turn to write: one process at a time, and not while a git still runs that an earlier one started."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from nazorg.errors import ConcurrentChangeError, WriteError, in_words
from nazorg.transactie.plek import Plek
from nazorg.werkmap import make_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock

LANGST_WACHTEN = 30.0
"""Seconds that a writer waits for its turn while none of the others gets on."""

_ALLES_BIJ_ELKAAR = 10
"""So many times as long it waits while others do: the lock is no queue, and who comes later may go first."""

_WEER_KIJKEN = 0.01


class _Geduld:
    """How long a writer goes on waiting. That others get on shows in ``folder``: their journals come and go there."""

    def __init__(self, folder: Path, wachten: float) -> None:
        self._folder = folder
        self._wachten = wachten
        self._last = time.monotonic() + wachten * _ALLES_BIJ_ELKAAR
        self._renew()

    def is_out(self) -> bool:
        """Whether it has waited long enough."""
        now = time.monotonic()
        if now > self._until and self._changed() != self._seen:
            self._renew()
        return now > min(self._until, self._last)

    def _renew(self) -> None:
        self._seen = self._changed()
        self._until = time.monotonic() + self._wachten

    def _changed(self) -> int:
        return self._folder.stat().st_mtime_ns


@contextmanager
def turn(plek: Plek, wachten: float = LANGST_WACHTEN, naam: str = "") -> Iterator[tuple[int, ...]]:
    """The right to write in this work tree; gives the files that every git must keep open that is started meanwhile.

    A process that is killed leaves its turn to the next, but the git that it had started may still be moving a branch:
    a second lock goes over to the children and is free only when the last of them has ended. ``naam`` tells the turn
    for something else from that to write.

    Raises ``ConcurrentChangeError`` when others get nowhere for ``wachten`` seconds, ``WriteError`` where the folder
    cannot be written.
    """
    from filelock import FileLock

    if (plek.eigen / f"{naam}slot").is_symlink():  # a folder that was received may lead anywhere
        raise WriteError(f"{plek.eigen / 'slot'} is een snelkoppeling.", "Haal haar weg.")
    try:
        make_folder(plek.eigen)
        geduld = _Geduld(plek.eigen, wachten)
        lock = FileLock(plek.eigen / f"{naam}slot")
        while not _is_taken(lock):
            if geduld.is_out():
                raise _busy()
            time.sleep(_WEER_KIJKEN)
    except OSError as error:
        raise WriteError(
            f"In {plek.eigen} kan niet geschreven worden: {in_words(error)}.", "Er is niets veranderd."
        ) from error
    try:
        with _children(plek.eigen / f"{naam}bezig", geduld) as inherits:
            yield inherits
    finally:
        with suppress(OSError):  # what was written is written; the lock ends with the process at the latest
            lock.release()


def _is_taken(lock: "BaseFileLock") -> bool:
    """Whether ``lock`` is ours now. Raises ``OSError``."""
    from filelock import Timeout

    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    return True


@contextmanager
def _children(place: Path, geduld: _Geduld) -> Iterator[tuple[int, ...]]:
    try:
        import fcntl
    except ImportError:  # Windows ends a git together with the program that started it
        yield ()
        return
    try:
        handle = os.open(place, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise WriteError(f"In {place.parent} kan niet geschreven worden: {in_words(error)}.", "") from error
    try:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if geduld.is_out():
                    raise _busy() from None
                time.sleep(_WEER_KIJKEN)
            except OSError as error:
                raise WriteError(f"In {place.parent} kan niet geschreven worden: {in_words(error)}.", "") from error
        yield (handle,)
    finally:
        with suppress(OSError):
            os.close(handle)


def _busy() -> ConcurrentChangeError:
    return ConcurrentChangeError("Een andere opdracht is hier nog aan het schrijven.", "Probeer het zo opnieuw.")
