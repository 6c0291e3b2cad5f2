"""Wait for git no longer than it may take: in a folder that was received, a pipe may lie where an object should."""

import os
import select
from io import BufferedReader
from typing import IO

_STUK = 1 << 16


def is_answered(said: "IO[bytes] | BufferedReader", seconden: float) -> bool:
    """Whether there is something to read from ``said``, or its end, within ``seconden``.

    Only when nothing of an earlier answer is left unread. Where the system cannot say, it is waited for without end.
    """
    if not hasattr(select, "poll"):
        return True
    watched = select.poll()
    watched.register(said.fileno(), select.POLLIN | select.POLLHUP)
    return bool(watched.poll(seconden * 1000))


class Stroom:
    """What git says on ``said``, which nobody else reads. ``TimeoutError`` where it is silent for ``seconden``."""

    def __init__(self, said: IO[bytes], seconden: float) -> None:
        self._said = said
        self._seconden = seconden
        self._ahead = bytearray()

    def line(self) -> bytes:
        """The next line with its end; without one where git ended first."""
        while (end := self._ahead.find(b"\n")) < 0 and self._more():
            pass
        return self._taken(end + 1 or len(self._ahead))

    def take(self, many: int) -> bytes:
        """The next ``many`` bytes; fewer where git ended first."""
        while len(self._ahead) < many and self._more():
            pass
        return self._taken(many)

    def _more(self) -> bool:
        if not is_answered(self._said, self._seconden):
            raise TimeoutError
        piece = os.read(self._said.fileno(), _STUK)
        self._ahead += piece
        return bool(piece)

    def _taken(self, many: int) -> bytes:
        found = bytes(self._ahead[:many])
        del self._ahead[:many]
        return found
