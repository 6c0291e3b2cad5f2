"""Bring an index in memory up to date: read what changed since, forget what is gone."""

import sqlite3
from functools import cached_property
from time import time_ns
from typing import NamedTuple

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import DOSSIERS, INSTELLINGEN
from nazorg.index import tabellen
from nazorg.index.bestand import connect
from nazorg.index.inhoud import Lezer, Regio
from nazorg.index.stand import Blik, key_of, look
from nazorg.index.versie import program_version
from nazorg.werkmap import Werkmap, find_git

_PROGRAMMA, _INSTELLINGEN, _REGIO = "programma", "instellingen", "regio"


class Gewijzigd(Exception):
    """The settings are no longer what they were a moment ago."""


class Bijgewerkt(NamedTuple):
    """An index that knows every file of ``paden`` (all dossiers, sorted) as it is now."""

    connection: sqlite3.Connection
    regio: Regio
    paden: list[str]
    is_veranderd: bool


def bring_up_to_date(found: sqlite3.Connection | None, werkmap: Werkmap, lezer: Lezer) -> Bijgewerkt:
    """What ``found`` knows, with what changed since; a new index where it is another program's or of other settings.

    Raises ``Gewijzigd``, ``OSError``, ``UnicodeError`` or ``sqlite3.Error``.
    """
    nu = time_ns()
    versie = program_version()
    if found is not None and tabellen.read_gegeven(found, _PROGRAMMA) != versie:
        found = None
    before = tabellen.read_ingangen(found) if found is not None else {}
    settings = look(werkmap, INSTELLINGEN, nu, before.get(INSTELLINGEN))
    bron = _Instellingen(werkmap, settings)
    if found is not None and tabellen.read_gegeven(found, _INSTELLINGEN) == settings.ingang[0]:
        connection, regio = found, tabellen.regio_from_json(tabellen.read_gegeven(found, _REGIO), INSTELLINGEN)
    else:
        connection, before, regio = connect(), {}, lezer.regio(bron.bestand)
        tabellen.create(connection)
        tabellen.write_gegeven(connection, _PROGRAMMA, versie)
        tabellen.write_gegeven(connection, _INSTELLINGEN, settings.ingang[0])
        tabellen.write_gegeven(connection, _REGIO, tabellen.regio_as_json(regio, INSTELLINGEN))
    paden = list(werkmap.paths(DOSSIERS))
    changed = {} if settings.ingang == before.get(INSTELLINGEN) else {INSTELLINGEN: settings.ingang}
    connection.execute("BEGIN")
    for pad in paden:
        known = before.get(pad)
        blik = look(werkmap, pad, nu, known)
        if blik.ingang != known:
            changed[pad] = blik.ingang
            _learn(connection, blik, bron, lezer)
    gone = before.keys() - {INSTELLINGEN, *paden}
    if changed or gone:
        tabellen.write_ingangen(connection, changed, gone)
        # In git what a branch holds that is not checked out is found again; elsewhere what is gone is gone.
        tabellen.drop_unused(connection, len(paden) if find_git(werkmap.root) else 0)
    connection.execute("COMMIT")
    return Bijgewerkt(connection, regio, paden, bool(changed or gone))


class _Instellingen:
    """The settings' bytes, read when a dossier must be, and the same as those that the index is about."""

    def __init__(self, werkmap: Werkmap, blik: Blik) -> None:
        self._werkmap = werkmap
        self._blik = blik

    @cached_property
    def bestand(self) -> Bestand:
        """Raises ``Gewijzigd``."""
        found = self._blik.bestand or self._werkmap.read(INSTELLINGEN)
        if key_of(found) != self._blik.ingang[0]:
            raise Gewijzigd
        return found


def _learn(connection: sqlite3.Connection, blik: Blik, bron: _Instellingen, lezer: Lezer) -> None:
    """Keep what is in a file, unless it was read before, here or elsewhere."""
    sleutel = blik.ingang[0]
    if blik.bestand is not None and not tabellen.has_inhoud(connection, sleutel):
        tabellen.write_inhoud(connection, sleutel, blik.pad, lezer.inhoud(bron.bestand, blik.bestand))
