"""The tables of an index, and the values in it that are one of a kind."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import Any

_TABELLEN = """
CREATE TABLE gegeven (naam TEXT PRIMARY KEY, waarde TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE regio (nummer INTEGER PRIMARY KEY, sleutel TEXT NOT NULL UNIQUE, waarde TEXT NOT NULL);
CREATE TABLE map (plek BLOB PRIMARY KEY, mtime INTEGER, ctime INTEGER, inode INTEGER) WITHOUT ROWID;
CREATE TABLE bestand (
    plek BLOB PRIMARY KEY, naam TEXT NOT NULL, inhoud INTEGER NOT NULL, sleutel TEXT NOT NULL,
    in_git INTEGER NOT NULL, grootte INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER) WITHOUT ROWID;
CREATE INDEX bestand_met_naam ON bestand (naam);
CREATE INDEX bestand_met_inhoud ON bestand (inhoud);
CREATE INDEX bestand_los ON bestand (plek) WHERE in_git = 0;
CREATE TABLE inhoud (
    nummer INTEGER PRIMARY KEY, regio INTEGER NOT NULL, sleutel TEXT NOT NULL, dossier TEXT NOT NULL,
    gemeente TEXT NOT NULL, regisseur TEXT NOT NULL, inrichting TEXT, status TEXT NOT NULL, kader TEXT NOT NULL,
    loopt INTEGER NOT NULL, is_binnen INTEGER NOT NULL, ontslag INTEGER, buiten INTEGER,
    buiten_in_woorden TEXT NOT NULL, niet_op_orde TEXT NOT NULL, bevindingen TEXT NOT NULL, UNIQUE (regio, sleutel));
CREATE INDEX inhoud_onleesbaar ON inhoud (nummer) WHERE bevindingen <> '';
CREATE TABLE actie (
    inhoud INTEGER NOT NULL, vanaf INTEGER NOT NULL, tot INTEGER NOT NULL,
    soort TEXT NOT NULL, leefgebied TEXT NOT NULL, actie TEXT, wat TEXT NOT NULL, eigenaar TEXT,
    status TEXT NOT NULL, wacht_op TEXT, uiterlijk INTEGER, geteld_vanaf INTEGER, regel INTEGER NOT NULL,
    plaats INTEGER NOT NULL, snel_succes INTEGER NOT NULL, opmerking TEXT NOT NULL, niet_voor INTEGER);
CREATE TABLE keuring (
    inhoud INTEGER PRIMARY KEY, naam TEXT NOT NULL, dossier TEXT NOT NULL, betrokkene TEXT NOT NULL,
    vast TEXT NOT NULL, vanaf INTEGER NOT NULL, tot INTEGER NOT NULL, dag TEXT NOT NULL);
CREATE INDEX keuring_met_bevinding ON keuring (inhoud) WHERE vast <> '' OR dag <> '';
CREATE INDEX keuring_begint ON keuring (vanaf);
CREATE INDEX keuring_eindigt ON keuring (tot);
CREATE INDEX keuring_van_dossier ON keuring (dossier);
CREATE INDEX keuring_van_ander ON keuring (dossier) WHERE dossier <> '' AND dossier <> naam;
CREATE INDEX keuring_van_betrokkene ON keuring (betrokkene) WHERE betrokkene <> '';
CREATE INDEX actie_van_inhoud ON actie (inhoud);
CREATE INDEX actie_op_dag ON actie (soort, uiterlijk);
CREATE INDEX actie_van_leefgebied ON actie (leefgebied, soort, uiterlijk);
CREATE TABLE verhaal (plek BLOB PRIMARY KEY, tekst TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE voorval (commit_ BLOB PRIMARY KEY, tekst TEXT NOT NULL) WITHOUT ROWID;
"""
"""``bestand``: what each file is now. ``inhoud``: what was found in bytes that were once read, in a region with certain
settings; it holds whatever the files are now. ``actie``: the unfinished actions of running dossiers, and no others.
``keuring``: what the rules say of those bytes, where that was asked. ``verhaal``: the events of a file, ``voorval``:
those of a commit in every file, where that was asked."""


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty database."""
    for statement in _TABELLEN.split(";"):
        connection.execute(statement)


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the database holds these tables and nothing else: no view, no trigger, nothing that acts by itself."""
    found = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
    made = (statement.strip() for statement in _TABELLEN.split(";"))
    return sorted(sql for (sql,) in found) == sorted(filter(None, made))


Vraag = Callable[[str, Mapping[str, object]], Iterable[tuple[Any, ...]]]
"""Asks an index."""


def read_gegeven(connection: sqlite3.Connection, naam: str) -> str:
    """The value under ``naam``; empty when there is none."""
    return told_gegeven(connection.execute, naam)


def told_gegeven(ask: Vraag, naam: str) -> str:
    """The same, of whoever is asked."""
    return "".join(text for (text,) in ask("SELECT waarde FROM gegeven WHERE naam = :naam", {"naam": naam}))


def write_gegeven(connection: sqlite3.Connection, naam: str, waarde: str) -> None:
    """Put ``waarde`` under ``naam``."""
    connection.execute("INSERT OR REPLACE INTO gegeven VALUES (?, ?)", (naam, waarde))


def find_regio(connection: sqlite3.Connection, sleutel: str) -> tuple[int, str] | None:
    """The number of the region with settings of this key, and what they come to; ``None`` when it is new."""
    row = connection.execute("SELECT nummer, waarde FROM regio WHERE sleutel = ?", (sleutel,)).fetchone()
    return (int(row[0]), str(row[1])) if row else None


def plek_of(pad: str) -> bytes:
    """A path as it is kept: in the order of the files, folder by folder. Raises ``UnicodeError`` for no text."""
    return pad.encode().replace(b"/", b"\0")


def pad_of(plek: bytes) -> str:
    """The path that ``plek_of`` kept."""
    return plek.replace(b"\0", b"/").decode()
