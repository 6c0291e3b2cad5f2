"""Bring the index up to date with the files, and ask it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from typing import NamedTuple

from nazorg.index.bestand import index_path, is_possible, load, save
from nazorg.index.bijwerken import Gewijzigd, bring_up_to_date
from nazorg.index.inhoud import Actiestand, Inhoud, Lezer, Regio
from nazorg.index.tabellen import read_acties, read_inhouden
from nazorg.werkmap import Werkmap


class Gevonden(NamedTuple):
    """One file: where it is, what is in it, and how its actions stand on the day that was asked about."""

    pad: str
    inhoud: Inhoud
    acties: list[Actiestand]


class Antwoord(NamedTuple):
    """What the index says of the settings and of every file, in the order of the files."""

    regio: Regio
    bestanden: list[Gevonden]


def ask(werkmap: Werkmap, lezer: Lezer, peildatum: date, horizon: date) -> Antwoord | None:
    """Every file as it is now, with its unfinished actions on ``peildatum`` but not those due after ``horizon``.

    ``None`` when the index cannot answer, whatever the cause: then the files must be asked themselves.
    """
    if not is_possible():
        return None
    try:
        path = index_path(werkmap.root)
        bijgewerkt = bring_up_to_date(load(path), werkmap, lezer)
        with closing(bijgewerkt.connection) as connection:
            if bijgewerkt.is_veranderd:
                with suppress(OSError):  # a folder that cannot be written: this answer is good, the next costs as much
                    save(connection, path)
            found = _found(connection, bijgewerkt.paden, peildatum.toordinal(), horizon.toordinal())
            return Antwoord(bijgewerkt.regio, list(found))
    except (sqlite3.Error, OSError, MemoryError, UnicodeError, Gewijzigd):  # UnicodeError: a file name that is no text
        return None


def _found(connection: sqlite3.Connection, paden: list[str], dag: int, horizon: int) -> Iterator[Gevonden]:
    acties = read_acties(connection, dag, horizon)
    inhouden = {pad: (nummer, inhoud) for pad, nummer, inhoud in read_inhouden(connection)}
    for pad in paden:
        nummer, inhoud = inhouden[pad]
        yield Gevonden(pad, inhoud, acties.get(nummer, []))
