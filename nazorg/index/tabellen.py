"""The tables of an index, and what is put into them and taken out."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from nazorg.diagnostics import Diagnostic, Related, Severity, Span
from nazorg.index.inhoud import Actiestand, Inhoud, Regio
from nazorg.index.stempel import Stempel

_TABELLEN = """
CREATE TABLE gegeven (naam TEXT PRIMARY KEY, waarde TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE inhoud (
    nummer INTEGER PRIMARY KEY, sleutel TEXT NOT NULL UNIQUE, dossier TEXT NOT NULL, gemeente TEXT NOT NULL,
    regisseur TEXT NOT NULL, inrichting TEXT, status TEXT NOT NULL, kader TEXT NOT NULL, bevindingen TEXT NOT NULL);
CREATE TABLE bestand (
    pad TEXT PRIMARY KEY, inhoud INTEGER, sleutel TEXT NOT NULL,
    grootte INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER) WITHOUT ROWID;
CREATE TABLE actie (
    inhoud INTEGER NOT NULL, volgnummer INTEGER NOT NULL, vanaf INTEGER NOT NULL, tot INTEGER NOT NULL,
    soort TEXT NOT NULL, leefgebied TEXT NOT NULL, actie TEXT, wat TEXT NOT NULL, eigenaar TEXT,
    status TEXT NOT NULL, wacht_op TEXT, uiterlijk INTEGER, geteld_vanaf INTEGER, regel INTEGER NOT NULL,
    plaats INTEGER NOT NULL, snel_succes INTEGER NOT NULL, opmerking TEXT NOT NULL, niet_voor INTEGER,
    PRIMARY KEY (inhoud, volgnummer)) WITHOUT ROWID;
"""
_ACTIES = f"""
SELECT inhoud, {", ".join(Actiestand._fields)} FROM actie
WHERE vanaf <= :dag AND :dag < tot AND (uiterlijk IS NULL OR uiterlijk <= :horizon) ORDER BY inhoud, volgnummer
"""  # noqa: S608 - names of our own

Ingang = tuple[str, Stempel | None]
"""Of a file: the key of its content, and the stamp by which to know it again."""


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty database."""
    connection.executescript(_TABELLEN)


def read_gegeven(connection: sqlite3.Connection, naam: str) -> str:
    """The value under ``naam``; empty when there is none."""
    row = connection.execute("SELECT waarde FROM gegeven WHERE naam = ?", (naam,)).fetchone()
    return str(row[0]) if row else ""


def write_gegeven(connection: sqlite3.Connection, naam: str, waarde: str) -> None:
    """Put ``waarde`` under ``naam``."""
    connection.execute("INSERT OR REPLACE INTO gegeven VALUES (?, ?)", (naam, waarde))


def read_ingangen(connection: sqlite3.Connection) -> dict[str, Ingang]:
    """What each file was, by path."""
    rows = connection.execute("SELECT pad, sleutel, grootte, mtime, ctime, inode FROM bestand")
    return {pad: (sleutel, None if rest[0] is None else Stempel(*rest)) for pad, sleutel, *rest in rows}


def write_ingangen(connection: sqlite3.Connection, changed: dict[str, Ingang], gone: Iterable[str]) -> None:
    """Put the files that are ``changed`` in the place of what they were, and drop those that are ``gone``."""
    connection.executemany("DELETE FROM bestand WHERE pad = ?", ((pad,) for pad in gone))
    nothing = (None,) * len(Stempel._fields)
    rows = ((pad, sleutel, sleutel, *(stempel or nothing)) for pad, (sleutel, stempel) in changed.items())
    connection.executemany(
        "INSERT OR REPLACE INTO bestand VALUES (?, (SELECT nummer FROM inhoud WHERE sleutel = ?), ?, ?, ?, ?, ?)", rows
    )


def has_inhoud(connection: sqlite3.Connection, sleutel: str) -> bool:
    """Whether what was found under this key is known."""
    return connection.execute("SELECT 1 FROM inhoud WHERE sleutel = ?", (sleutel,)).fetchone() is not None


def write_inhoud(connection: sqlite3.Connection, sleutel: str, pad: str, inhoud: Inhoud) -> None:
    """Keep what was found in the file at ``pad`` under the key of its content."""
    *velden, acties, bevindingen = inhoud
    cursor = connection.execute(
        "INSERT INTO inhoud VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
        (sleutel, *velden, as_json(bevindingen, pad)),
    )
    places = ", ".join("?" * (len(Actiestand._fields) + 2))
    connection.executemany(
        f"INSERT INTO actie VALUES ({places})",  # noqa: S608 - question marks
        ((cursor.lastrowid, volgnummer, *stand) for volgnummer, stand in enumerate(acties)),
    )


def drop_unused(connection: sqlite3.Connection, most: int) -> None:
    """Forget what no file holds any more, when that is more than ``most``."""
    unused = "FROM inhoud WHERE nummer NOT IN (SELECT inhoud FROM bestand WHERE inhoud IS NOT NULL)"
    (number,) = connection.execute(f"SELECT count(*) {unused}").fetchone()
    if number > most:
        connection.execute(f"DELETE FROM actie WHERE inhoud IN (SELECT nummer {unused})")  # noqa: S608 - our own
        connection.execute(f"DELETE {unused}")


def read_acties(connection: sqlite3.Connection, dag: int, horizon: int) -> dict[int, list[Actiestand]]:
    """The actions as they stand on ``dag``, but not those due after ``horizon``, in their order, by content."""
    found: dict[int, list[Actiestand]] = {}
    for nummer, *stand in connection.execute(_ACTIES, {"dag": dag, "horizon": horizon}):
        found.setdefault(nummer, []).append(Actiestand(*stand))
    return found


def read_inhouden(connection: sqlite3.Connection) -> Iterator[tuple[str, int, Inhoud]]:
    """Of each file its path, the number of its content, and that content without its actions."""
    for pad, nummer, *velden, bevindingen in connection.execute(
        "SELECT pad, nummer, dossier, gemeente, regisseur, inrichting, status, kader, bevindingen"
        " FROM bestand JOIN inhoud ON inhoud.nummer = bestand.inhoud"
    ):
        yield pad, nummer, Inhoud._make((*velden, (), from_json(bevindingen, pad)))


def as_json(bevindingen: Sequence[Diagnostic], pad: str) -> str:
    """Findings about the file at ``pad`` as text, without that path; empty when there are none."""
    found = [
        [one.span, one.code, one.severity, one.message, one.remedy, [[also.span, also.message] for also in one.related]]
        for one in bevindingen
    ]
    assert all(one.path == pad and all(also.path == pad for also in one.related) for one in bevindingen)
    return json.dumps(found) if found else ""


def from_json(text: str, pad: str) -> tuple[Diagnostic, ...]:
    """The findings that ``as_json`` told, about the file at ``pad``."""
    if not text:
        return ()
    return tuple(
        Diagnostic(
            pad,
            Span(*span),
            code,
            Severity(severity),
            message,
            remedy,
            tuple(Related(pad, Span(*where), words) for where, words in related),
        )
        for span, code, severity, message, remedy, related in json.loads(text)
    )


def regio_as_json(regio: Regio, pad: str) -> str:
    """What a list needs of the settings at ``pad``, as text."""
    return json.dumps([*regio[:-1], as_json(regio.bevindingen, pad)])


def regio_from_json(text: str, pad: str) -> Regio:
    """What ``regio_as_json`` told."""
    gemeenten, regisseurs, partners, leefgebieden, mail, bevindingen = json.loads(text)
    return Regio(
        tuple(gemeenten),
        tuple(regisseurs),
        tuple(partners),
        tuple(leefgebieden),
        tuple((naam, adres) for naam, adres in mail),
        from_json(bevindingen, pad),
    )
