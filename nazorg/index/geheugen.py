"""The events of the past, kept in the index from one question to the next. SQLite comes with it."""

import sqlite3
import weakref
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from nazorg.gitrepo import Repository
from nazorg.index.bestand import open_or_make
from nazorg.index.einden import follow

_WACHTEN = 100
"""Milliseconds to wait for another process that writes: what is not kept is worked out again."""


class IndexGeheugen:
    """Texts in the index. Whatever is wrong with that, nothing was kept."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        weakref.finalize(self, connection.close)

    def verhaal(self, pad: str) -> str | None:
        """The history of the file at ``pad`` in the werkmap, as it was kept last."""
        return self._ask("SELECT tekst FROM verhaal WHERE plek = ?", _plek(pad))

    def keep_verhaal(self, pad: str, tekst: str) -> None:
        """Keep what ``verhaal`` gives."""
        self._write("INSERT OR REPLACE INTO verhaal VALUES (?, ?)", [(_plek(pad), tekst)])

    def voorval(self, commit: str) -> str | None:
        """What ``commit`` did in the whole werkmap."""
        return self._ask("SELECT tekst FROM voorval WHERE commit_ = ?", bytes.fromhex(commit))

    def keep_voorvallen(self, voorvallen: Mapping[str, str]) -> None:
        """Keep what ``voorval`` gives, by commit."""
        rows = ((bytes.fromhex(commit), tekst) for commit, tekst in voorvallen.items())
        self._write("INSERT OR REPLACE INTO voorval VALUES (?, ?)", rows)

    def _ask(self, question: str, key: bytes) -> str | None:
        with suppress(sqlite3.Error):
            row = self._connection.execute(question, (key,)).fetchone()
            return str(row[0]) if row else None
        return None

    def _write(self, statement: str, rows: Iterable[tuple[bytes, str]]) -> None:
        with suppress(sqlite3.Error), self._connection:  # all of it, or nothing
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(statement, rows)


def open_geheugen(root: Path, repository: Repository, start: str | None) -> IndexGeheugen | None:
    """What is kept of the past of the werkmap in ``root``, up to ``start``; ``None`` where nothing can be.

    In a shallow copy a commit may tell another story tomorrow.
    """
    if start is None or repository.is_shallow:
        return None
    connection = None
    try:
        connection = open_or_make(root)
        connection.execute(f"PRAGMA busy_timeout = {_WACHTEN}")
        follow(connection, repository, start)
    except (sqlite3.Error, OSError, UnicodeError):
        if connection is not None:
            connection.close()
        return None
    return IndexGeheugen(connection)


def _plek(pad: str) -> bytes:
    return pad.encode("utf-8", "surrogateescape")
