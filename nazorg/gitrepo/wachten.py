"""Wait for git no longer than it may take: in a folder that was received, a pipe may lie where an object should."""

import select
from io import BufferedReader
from typing import IO


def is_answered(said: "IO[bytes] | BufferedReader", seconden: float) -> bool:
    """Whether there is something to read from ``said``, or its end, within ``seconden``.

    Only when nothing of an earlier answer is left unread. Where the system cannot say, it is waited for without end.
    """
    if not hasattr(select, "poll"):
        return True
    watched = select.poll()
    watched.register(said.fileno(), select.POLLIN | select.POLLHUP)
    return bool(watched.poll(seconden * 1000))
