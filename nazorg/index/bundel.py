"""``Bundel``: many things that are written one by one, and kept together every half a second."""

import sqlite3
from time import monotonic
from typing import Self

_BEWAREN = 0.5
"""Seconds of reading that an interruption or a crash may cost."""


class Bundel:
    """Writes in a database, kept as they go: whoever breaks off goes on from there."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._since: float | None = None

    def begin(self) -> None:
        """Something will be written. What is slow, such as reading a file, comes before: others wait meanwhile."""
        if self._since is not None and monotonic() - self._since > _BEWAREN:
            self.keep()
        if self._since is None:
            self._connection.execute("BEGIN IMMEDIATE")
            self._since = monotonic()

    def keep(self) -> None:
        """What was written so far stays, whatever comes next."""
        if self._since is not None:
            self._since = None
            self._connection.execute("COMMIT")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.keep()
