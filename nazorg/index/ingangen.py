"""What the index knows of the files and folders: by what each was known, and when it was last the same."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from nazorg.begrippen.indeling import id_of
from nazorg.index.stempel import Mapstempel, Stempel
from nazorg.index.tabellen import pad_of, plek_of


class Ingang(NamedTuple):
    """Of a file: the key of its content, and the stamp by which to know it again.

    ``in_git``: git's record of the work tree holds the same content, so that git can tell whether it changed.
    """

    sleutel: str
    stempel: Stempel | None
    in_git: bool = False


_RIJ = "SELECT plek, sleutel, in_git, grootte, mtime, ctime, inode FROM bestand"
_NIETS = (None,) * len(Stempel._fields)


def read_ingangen(connection: sqlite3.Connection) -> dict[str, Ingang]:
    """What each file was, by path."""
    return dict(map(_ingang, connection.execute(_RIJ)))


def read_losse(connection: sqlite3.Connection) -> dict[str, Ingang]:
    """The same of those that git does not tell about."""
    return dict(map(_ingang, connection.execute(f"{_RIJ} WHERE in_git = 0")))


def read_some(connection: sqlite3.Connection, paden: Iterable[str]) -> dict[str, Ingang]:
    """The same of ``paden``, as far as they are known."""
    found = (connection.execute(f"{_RIJ} WHERE plek = ?", (plek_of(pad),)).fetchone() for pad in paden)
    return dict(_ingang(row) for row in found if row)


def paden_below(connection: sqlite3.Connection, folder: str) -> set[str]:
    """The paths of the known files below ``folder``."""
    begin = plek_of(f"{folder}/")
    rows = connection.execute("SELECT plek FROM bestand WHERE plek >= ? AND plek < ?", (begin, begin[:-1] + b"\1"))
    return {pad_of(plek) for (plek,) in rows}


def count(connection: sqlite3.Connection) -> int:
    """How many files are known."""
    (every,) = connection.execute("SELECT count(*) FROM bestand").fetchone()
    return int(every)


def write_ingangen(
    connection: sqlite3.Connection, changed: Mapping[str, Ingang], gone: Iterable[str], inhoud: Mapping[str, int]
) -> None:
    """Put the files that are ``changed`` in the place of what they were, and drop those that are ``gone``.

    ``inhoud`` is the number of the content by its key.
    """
    connection.executemany("DELETE FROM bestand WHERE plek = ?", ((plek_of(pad),) for pad in gone))
    connection.executemany(
        "INSERT OR REPLACE INTO bestand VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (plek_of(pad), id_of(pad), inhoud[one.sleutel], one.sleutel, one.in_git, *(one.stempel or _NIETS))
            for pad, one in changed.items()
        ),
    )


def read_mappen(connection: sqlite3.Connection) -> dict[str, Mapstempel | None]:
    """The folders with dossiers, and the stamp of each."""
    rows = connection.execute("SELECT plek, mtime, ctime, inode FROM map")
    return {pad_of(plek): None if rest[0] is None else Mapstempel(*rest) for plek, *rest in rows}


def write_mappen(connection: sqlite3.Connection, changed: Mapping[str, Mapstempel | None], gone: Iterable[str]) -> None:
    """The same, of the folders that are ``changed`` and ``gone``."""
    connection.executemany("DELETE FROM map WHERE plek = ?", ((plek_of(pad),) for pad in gone))
    nothing = (None,) * len(Mapstempel._fields)
    rows = ((plek_of(pad), *(one or nothing)) for pad, one in changed.items())
    connection.executemany("INSERT OR REPLACE INTO map VALUES (?, ?, ?, ?)", rows)


def _ingang(row: tuple[bytes, str, int, int | None, int, int, int]) -> tuple[str, Ingang]:
    plek, sleutel, in_git, grootte, *rest = row
    return pad_of(plek), Ingang(sleutel, None if grootte is None else Stempel(grootte, *rest), bool(in_git))
