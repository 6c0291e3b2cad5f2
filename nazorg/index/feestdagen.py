"""The holidays of each year, kept in an index: to work them out takes a library that is slow to import."""

import sqlite3
import weakref
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path

from nazorg.index import tabellen
from nazorg.index.bestand import open_index
from nazorg.index.versie import program_version

Dagen = Mapping[date, str]
"""Days with the names of the holidays."""


class Feestdagen:
    """Gives the holidays of a year: as the index of the werkmap in ``root`` has them, else as ``reken`` does."""

    def __init__(self, root: Path, reken: Callable[[int], Dagen]) -> None:
        self._root = root
        self._reken = reken
        self._known: dict[int, Dagen] = {}
        self._fresh: dict[int, Dagen] = {}

    def __call__(self, year: int) -> Dagen:
        if year not in self._known:
            self._known[year] = self._kept(year) or self._worked_out(year)
        return self._known[year]

    def keep(self) -> None:
        """Keep what was worked out. Where somebody else is writing it may wait: it can be worked out again."""
        if self._index is None:
            return
        with suppress(sqlite3.Error):
            for year in list(self._fresh):
                tabellen.write_gegeven(self._index, _naam(year), _as_text(self._fresh[year]))
                del self._fresh[year]

    def _kept(self, year: int) -> Dagen | None:
        if self._index is None:
            return None
        with suppress(sqlite3.Error, ValueError):
            return _from_text(tabellen.read_gegeven(self._index, _naam(year)))
        return None

    def _worked_out(self, year: int) -> Dagen:
        days = self._fresh[year] = self._reken(year)
        self.keep()
        return days

    @cached_property
    def _index(self) -> sqlite3.Connection | None:
        with suppress(sqlite3.Error, OSError):
            connection = open_index(self._root, program_version())
            if connection is not None:
                connection.execute("PRAGMA busy_timeout = 0")
                weakref.finalize(self, connection.close)
                return connection
        return None


def _naam(year: int) -> str:
    return f"feestdagen {year}"


def _as_text(days: Dagen) -> str:
    return "\n".join(f"{day} {name}" for day, name in days.items())


def _from_text(text: str) -> Dagen:
    return {date.fromisoformat(line[:10]): line[11:] for line in text.splitlines()}
