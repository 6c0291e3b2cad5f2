"""``Vraag``: a question that git works on while we do something else."""

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic

from nazorg.gitrepo.veilig import SAFE, environment, program

LANGST_WACHTEN = 60.0
"""Seconds that git may take for one answer."""

_STREK = ("-c", "core.checkStat=default", "-c", "core.trustctime=true", "-c", "core.ignoreStat=false")
"""However loosely a repository wants files to be compared: we compare them strictly."""


class Vraag:
    """``git ARGUMENTS`` in ``folder``, started at once. What it says on standard error is of no use to anyone."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._out: int | None = None
        command = [b"-C", os.fsencode(folder), *(os.fsencode(word) for word in (*SAFE, *_STREK, *arguments))]
        with suppress(OSError):
            self._pid, self._out = _start(os.fsencode(program()), command)

    def answer(self) -> bytes | None:
        """What git says; ``None`` where it could not answer, or was too slow."""
        if self._out is None:
            return None
        handle, self._out = self._out, None
        data = _read(handle, monotonic() + LANGST_WACHTEN)
        os.close(handle)
        if data is None:
            _kill(self._pid)
        return data if _wait(self._pid) == 0 else None

    def drop(self) -> None:
        """Nobody needs the answer any more."""
        if self._out is not None:
            os.close(self._out)
            self._out = None
            _kill(self._pid)
            _wait(self._pid)


def is_possible() -> bool:
    """Whether this system can start a program without the module that takes as long to import as git to answer."""
    return hasattr(os, "posix_spawn") and sys.platform != "win32"


def _start(git: bytes, arguments: list[bytes]) -> tuple[int, int]:
    """The number of the process, and where its answer comes out. Raises ``OSError``."""
    ours, theirs = os.pipe()
    try:
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, theirs, 1),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        return os.posix_spawn(git, [git, *arguments], environment(), file_actions=actions), ours
    except OSError:
        os.close(ours)
        raise
    finally:
        os.close(theirs)


def _read(handle: int, until: float) -> bytes | None:
    from select import select

    parts: list[bytes] = []
    while (left := until - monotonic()) > 0 and select([handle], [], [], left)[0]:
        part = os.read(handle, 1 << 20)
        if not part:
            return b"".join(parts)
        parts.append(part)
    return None


def _kill(pid: int) -> None:
    with suppress(OSError):
        os.kill(pid, signal.SIGKILL)


def _wait(pid: int) -> int:
    with suppress(OSError):
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return -1
