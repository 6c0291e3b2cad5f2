"""Bring an index up to date: read what changed since, forget what is gone."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from time import time_ns
from typing import NamedTuple

from nazorg.begrippen.indeling import INSTELLINGEN
from nazorg.index import ingangen, inhouden, tabellen
from nazorg.index.gitvraag import Gitvraag
from nazorg.index.ingangen import Ingang
from nazorg.index.inhoud import Lezer, Progress, Regio
from nazorg.index.kijken import Kijk, look_everywhere, look_where_git_says
from nazorg.index.lezing import Gewijzigd, Lezing, insist
from nazorg.index.plaats import index_folder
from nazorg.index.stand import Blik, look
from nazorg.index.stempel import Stempel
from nazorg.index.vertaling import regio_from_json
from nazorg.werkmap import AFGELEID, Werkmap

STAND = "stand"
"""The name of the value that is another after each change."""

_INSTELLINGEN, _REGIO = "instellingen", "regio"
_POGINGEN = 20


class Bijgewerkt(NamedTuple):
    """An index that knows every file as it is now, with the settings that it was made with."""

    connection: sqlite3.Connection
    regio: Regio
    instellingen: str
    """The key of the settings' bytes."""


def bring_up_to_date(
    connection: sqlite3.Connection,
    werkmap: Werkmap,
    lezer: Lezer,
    git: Gitvraag | None,
    progress: Progress | None = None,
) -> Bijgewerkt:
    """Make the index in ``connection`` know every file of ``werkmap``; what it does not know, ``lezer`` reads.

    What was read is kept as it goes: whoever breaks off goes on from there. Where another process was first with the
    same, it begins anew with what that one found.

    Raises ``Gewijzigd``, ``OSError``, ``UnicodeError`` or ``sqlite3.Error``.
    """
    for _ in range(_POGINGEN):
        with suppress(Gewijzigd):
            return Bijgewerkt(connection, *_bring(connection, werkmap, lezer, git, progress))
    raise Gewijzigd


def _bring(
    connection: sqlite3.Connection, werkmap: Werkmap, lezer: Lezer, git: Gitvraag | None, progress: Progress | None
) -> tuple[Regio, str]:
    nu = time_ns()
    connection.execute("BEGIN")
    stand = tabellen.read_gegeven(connection, STAND)
    known_settings = _settings_from_json(tabellen.read_gegeven(connection, _INSTELLINGEN))
    settings = look(werkmap, INSTELLINGEN, nu, known_settings)
    row = connection.execute(
        "SELECT nummer, waarde FROM regio WHERE sleutel = ?", (settings.ingang.sleutel,)
    ).fetchone()
    is_same = row is not None and tabellen.read_gegeven(connection, _REGIO) == str(row[0])
    kijk = look_where_git_says(connection, werkmap, nu, git) if git is not None and is_same else None
    if kijk is None:
        kijk = look_everywhere(connection, werkmap, nu, git)
    connection.execute("COMMIT")

    leser = Lezing(connection, werkmap, lezer, settings, row[0] if row else None)
    changed: dict[str, Ingang] = {}

    def changes() -> Iterator[Blik]:
        for pad in kijk.paden:
            known = kijk.before.get(pad)
            blik = look(werkmap, pad, nu, known)
            ingang = kijk.seen(pad, blik.ingang)
            if ingang != known or not is_same:
                changed[pad] = ingang
                yield blik

    for read, _ in enumerate(leser.learn(changes(), len(kijk.paden)), 1):
        if progress is not None:
            progress(read, len(kijk.paden))
    new_settings = _settings_as_json(settings.ingang)
    gegevens = dict(kijk.gegevens)
    if not is_same:
        gegevens[_REGIO] = str(leser.regio_nummer)
    if settings.ingang != known_settings:
        gegevens[_INSTELLINGEN] = new_settings
    if changed or kijk.gone or kijk.mappen or kijk.mappen_gone or gegevens:
        gegevens[STAND] = str(int(stand or 0) + 1)
        _write(connection, stand, leser.regio_nummer, kijk, changed, gegevens, forgets=_forgets(werkmap))
    regio = regio_from_json(row[1], INSTELLINGEN) if row else lezer.regio(leser.instellingen)
    return regio, settings.ingang.sleutel


def _write(
    connection: sqlite3.Connection,
    stand: str,
    regio: int,
    kijk: Kijk,
    changed: Mapping[str, Ingang],
    gegevens: Mapping[str, str],
    *,
    forgets: bool,
) -> None:
    """All that changed at once. Raises ``Gewijzigd`` where another process was first."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        numbers = inhouden.find_inhouden(connection, regio, {one.sleutel for one in changed.values()})
        # Another process may have found something else, or have had no use for what was just read.
        first = tabellen.read_gegeven(connection, STAND) == stand
        insist(first and all(one.sleutel in numbers for one in changed.values()))
        ingangen.write_ingangen(connection, changed, kijk.gone, numbers)
        ingangen.write_mappen(connection, kijk.mappen, kijk.mappen_gone)
        for naam, waarde in gegevens.items():
            tabellen.write_gegeven(connection, naam, waarde)
        if changed or kijk.gone:
            inhouden.drop_unused(connection, at_once=forgets)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _forgets(werkmap: Werkmap) -> bool:
    """In git what a branch holds that is not checked out is found again; elsewhere what is gone is gone."""
    folder = index_folder(werkmap.root)
    return folder is None or folder.name == AFGELEID


def _settings_as_json(ingang: Ingang) -> str:
    return json.dumps([ingang.sleutel, ingang.stempel])


def _settings_from_json(text: str) -> Ingang | None:
    if not text:
        return None
    sleutel, stempel = json.loads(text)
    return Ingang(sleutel, Stempel(*stempel) if stempel else None)
