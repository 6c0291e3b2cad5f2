"""What stood in git, asked as the work tree is: what was read before is known by the id that git gives its bytes."""

import sqlite3
from pathlib import Path

from nazorg.begrippen.indeling import DOSSIERS, INSTELLINGEN, is_misnamed
from nazorg.errors import RepositoryError
from nazorg.gitrepo import Revisie, find_repository
from nazorg.index import tabellen
from nazorg.index.antwoord import Antwoord
from nazorg.index.bestand import open_or_make
from nazorg.index.bijwerken import Bijgewerkt
from nazorg.index.einden import follow
from nazorg.index.ingangen import Ingang
from nazorg.index.inhoud import Lezer, Progress
from nazorg.index.inhouden import find_inhouden
from nazorg.index.lezing import Gewijzigd, Lezing, insist
from nazorg.index.stand import Blik, key_of, key_of_blob
from nazorg.index.vertaling import regio_from_json

_BESTANDEN = (
    "PRAGMA temp_store = MEMORY",
    "CREATE TEMP TABLE bestand (plek BLOB PRIMARY KEY, inhoud INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX temp.bestand_met_inhoud ON bestand (inhoud)",
)
"""To whoever asks through this connection these are the files, and not those of the work tree: SQLite looks here
first. They end with the connection, and are written nowhere."""


def ask_revisie(root: Path, revisie: Revisie, lezer: Lezer, progress: Progress | None = None) -> Antwoord | None:
    """The index of the werkmap in ``root``, about the files as they stood in ``revisie``.

    ``None`` when it cannot answer, whatever the cause: then the files must be asked themselves.
    """
    connection = None
    try:
        connection = open_or_make(root)
        follow(connection, find_repository(root), revisie.commit)
        answer = _answer(connection, root, revisie, lezer, progress)
        lezer.done()
    except (sqlite3.Error, OSError, MemoryError, UnicodeError, RepositoryError, Gewijzigd):
        if connection is not None:
            connection.close()
        return None
    return answer


def _answer(
    connection: sqlite3.Connection, root: Path, revisie: Revisie, lezer: Lezer, progress: Progress | None
) -> Antwoord:
    bestand = revisie.read(INSTELLINGEN)
    settings = Blik(INSTELLINGEN, Ingang(key_of(bestand), None), bestand)
    known = tabellen.find_regio(connection, settings.ingang.sleutel)
    lezing = Lezing(connection, revisie, lezer, settings, known[0] if known else None)
    blikken = [_look(revisie, pad) for pad in revisie.paths(DOSSIERS)]
    numbers = find_inhouden(connection, lezing.regio_nummer, {one.ingang.sleutel for one in blikken})
    unread = [one for one in blikken if one.ingang.sleutel not in numbers]
    for read, _ in enumerate(lezing.learn(iter(unread), len(unread)), 1):
        if progress is not None:
            progress(read, len(unread))
    numbers |= find_inhouden(connection, lezing.regio_nummer, {one.ingang.sleutel for one in unread})
    insist(all(one.ingang.sleutel in numbers for one in unread))  # another process may have had no use for it
    for statement in _BESTANDEN:
        connection.execute(statement)
    files = ((tabellen.plek_of(one.pad), numbers[one.ingang.sleutel]) for one in blikken)
    connection.executemany("INSERT INTO temp.bestand VALUES (?, ?)", files)
    found = known or tabellen.find_regio(connection, settings.ingang.sleutel)
    assert found is not None
    return Antwoord(Bijgewerkt(connection, regio_from_json(found[1], INSTELLINGEN), settings.ingang.sleutel), root)


def _look(revisie: Revisie, pad: str) -> Blik:
    """What is at ``pad``; read only where that is no file with an id of git."""
    blob = None if is_misnamed(pad) else revisie.blob(pad)
    if blob is not None:
        return Blik(pad, Ingang(key_of_blob(blob, pad), None), None)
    bestand = revisie.read(pad)
    return Blik(pad, Ingang(key_of(bestand), None), bestand)
