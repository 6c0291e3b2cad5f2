"""What was found in files that were read, by the bytes and the settings that it was found with."""

import sqlite3
from collections.abc import Iterable

from nazorg.begrippen.indeling import id_of
from nazorg.index.inhoud import Actiestand, Inhoud, Keuring
from nazorg.index.vertaling import as_json


def find_inhouden(connection: sqlite3.Connection, regio: int, sleutels: Iterable[str]) -> dict[str, int]:
    """The numbers of what is known under ``sleutels`` in the region ``regio``."""
    found = {}
    for sleutel in sleutels:
        row = connection.execute(
            "SELECT nummer FROM inhoud WHERE regio = ? AND sleutel = ?", (regio, sleutel)
        ).fetchone()
        if row:
            found[sleutel] = row[0]
    return found


def write_inhoud(connection: sqlite3.Connection, regio: int, sleutel: str, pad: str, inhoud: Inhoud) -> None:
    """Keep what was found in the file at ``pad`` under the key of its content; what is known already stays."""
    *velden, acties, bevindingen, keuring = inhoud
    places = ", ".join("?" * (len(velden) + 3))
    cursor = connection.execute(
        f"INSERT OR IGNORE INTO inhoud VALUES (NULL, {places})",  # noqa: S608 - question marks
        (regio, sleutel, *velden, as_json(bevindingen, pad)),
    )
    if cursor.rowcount == 1:
        places = ", ".join("?" * (len(Actiestand._fields) + 1))
        connection.executemany(
            f"INSERT INTO actie VALUES ({places})",  # noqa: S608 - question marks
            ((cursor.lastrowid, *stand) for stand in acties),
        )
        assert cursor.lastrowid is not None
        if keuring is not None:
            write_keuring(connection, cursor.lastrowid, pad, keuring)


def write_keuring(connection: sqlite3.Connection, inhoud: int, pad: str, keuring: Keuring) -> None:
    """Keep what the rules say of the file at ``pad``, whose content is known as ``inhoud``."""
    vast, vanaf, tot, dag, dossier, betrokkene = keuring
    connection.execute(
        "INSERT OR REPLACE INTO keuring SELECT nummer, ?, ?, ?, ?, ?, ?, ? FROM inhoud WHERE nummer = ?",
        (id_of(pad), dossier, betrokkene, as_json(vast, pad), vanaf, tot, as_json(dag, pad), inhoud),
    )


def drop_unused(connection: sqlite3.Connection, *, at_once: bool) -> None:
    """Forget what no file holds any more: ``at_once``, or when that is more than what is in use."""
    (every,) = connection.execute("SELECT count(*) FROM inhoud").fetchone()
    (used,) = connection.execute("SELECT count(*) FROM bestand").fetchone()
    if at_once or every > 2 * used:
        unused = "FROM inhoud WHERE nummer NOT IN (SELECT inhoud FROM bestand)"
        connection.execute(f"DELETE FROM actie WHERE inhoud IN (SELECT nummer {unused})")  # noqa: S608 - our own
        connection.execute(f"DELETE FROM keuring WHERE inhoud IN (SELECT nummer {unused})")  # noqa: S608
        connection.execute(f"DELETE {unused}")
