"""The turn to write: one process at a time, and not while a git still runs that an earlier one started."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from nazorg.errors import ConcurrentChangeError, WriteError, in_words
from nazorg.transactie.plek import Plek
from nazorg.werkmap import make_folder

LANGST_WACHTEN = 30.0
"""Seconds that a writer waits for its turn."""


@contextmanager
def turn(plek: Plek, wachten: float = LANGST_WACHTEN, naam: str = "") -> Iterator[tuple[int, ...]]:
    """The right to write in this work tree; gives the files that every git must keep open that is started meanwhile.

    A process that is killed leaves its turn to the next, but the git that it had started may still be moving a branch:
    a second lock goes over to the children and is free only when the last of them has ended. ``naam`` tells the turn
    for something else from that to write.

    Raises ``ConcurrentChangeError`` when others do not finish within ``wachten`` seconds, ``WriteError`` where the
    folder cannot be written.
    """
    from filelock import FileLock, Timeout

    until = time.monotonic() + wachten
    if (plek.eigen / f"{naam}slot").is_symlink():  # a folder that was received may lead anywhere
        raise WriteError(f"{plek.eigen / 'slot'} is een snelkoppeling.", "Haal haar weg.")
    try:
        make_folder(plek.eigen)
        lock = FileLock(plek.eigen / f"{naam}slot", timeout=wachten)
        lock.acquire()
    except Timeout:
        raise _busy() from None
    except OSError as error:
        raise WriteError(
            f"In {plek.eigen} kan niet geschreven worden: {in_words(error)}.", "Er is niets veranderd."
        ) from error
    try:
        with _children(plek.eigen / f"{naam}bezig", until) as inherits:
            yield inherits
    finally:
        with suppress(OSError):  # what was written is written; the lock ends with the process at the latest
            lock.release()


@contextmanager
def _children(place: Path, until: float) -> Iterator[tuple[int, ...]]:
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
                if time.monotonic() > until:
                    raise _busy() from None
                time.sleep(0.005)
            except OSError as error:
                raise WriteError(f"In {place.parent} kan niet geschreven worden: {in_words(error)}.", "") from error
        yield (handle,)
    finally:
        with suppress(OSError):
            os.close(handle)


def _busy() -> ConcurrentChangeError:
    return ConcurrentChangeError("Een andere opdracht is hier nog aan het schrijven.", "Probeer het zo opnieuw.")
