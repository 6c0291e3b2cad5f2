"""``Oordeel``: what the rules say of every dossier, as it is kept."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from nazorg.begrippen.indeling import INSTELLINGEN
from nazorg.diagnostics import Diagnostic
from nazorg.index.antwoord import Antwoord
from nazorg.index.bijwerken import STAND
from nazorg.index.tabellen import Vraag, pad_of, told_gegeven
from nazorg.index.vertaling import from_json, many_from_json

GEKEURD, SAMEN, VAN_REGIO = "gekeurd", "samen", "van_regio"
"""The names of the values that say what was judged, what has to do with what, and what is wrong with the settings."""

VERLOPEN = (
    "SELECT b.plek, b.inhoud, b.sleutel FROM (SELECT inhoud FROM keuring WHERE tot <= :dag UNION ALL"
    " SELECT inhoud FROM keuring WHERE vanaf > :dag) k CROSS JOIN bestand b ON b.inhoud = k.inhoud"
)
"""What was judged for another day than ``:dag``."""

_BEVINDINGEN = (
    "SELECT b.plek, k.vast, k.dag FROM keuring k CROSS JOIN bestand b ON b.inhoud = k.inhoud"
    " WHERE k.vast <> '' OR k.dag <> ''"
)
_SAMEN_GELEZEN = 500
"""So many dossiers are read from their text at once: one by one takes half as long again."""


class Samen(NamedTuple):
    """The dossiers that have to do with each other: the paths of those that share a number or a person with another.

    ``bekend`` gives the paths of the files that are called by each of those numbers.
    """

    paden: tuple[str, ...]
    bekend: dict[str, list[str]]


class Vooruit(NamedTuple):
    """What the rules say of every dossier, as long as ``stand`` is that of the index."""

    stand: str
    bevindingen: list[Diagnostic]


class Oordeel:
    """What the rules say of every dossier on the day that was asked about; ``ahead`` was read before it was sure."""

    def __init__(self, antwoord: Antwoord, ahead: Vooruit | None = None) -> None:
        self._antwoord = antwoord
        self._ahead = ahead

    @property
    def aantal(self) -> int:
        """How many dossiers there are."""
        ((found,),) = self._antwoord.ask("SELECT count(*) FROM bestand", {})
        return int(found)

    def bevindingen(self) -> Iterable[Diagnostic]:
        """Every finding about the settings, and about one dossier, file by file."""
        if self._ahead is not None and self._ahead.stand == self._antwoord.gegeven(STAND):
            return self._ahead.bevindingen
        return _read(self._antwoord.ask)

    def samen(self, genoemd: Iterable[str]) -> Samen:
        """What has to do with what; ``bekend`` also knows of each number in ``genoemd`` where it is."""
        numbers, paden = json.loads(self._antwoord.gegeven(SAMEN))
        known = {nummer: self._called(nummer) for nummer in {*numbers, *genoemd}}
        return Samen(tuple(paden), {nummer: paths for nummer, paths in known.items() if paths})

    def _called(self, nummer: str) -> list[str]:
        rows = self._antwoord.ask("SELECT plek FROM bestand WHERE naam = :naam ORDER BY plek", {"naam": nummer})
        return [pad_of(plek) for (plek,) in rows]


def is_whole(ask: Vraag, peildatum: date) -> bool:
    """Whether every dossier was judged, and for ``peildatum``."""
    late = ask(f"{VERLOPEN} LIMIT 1", {"dag": peildatum.toordinal()})
    return told_gegeven(ask, GEKEURD) == told_gegeven(ask, STAND) and not list(late)


def read_ahead(connection: sqlite3.Connection, peildatum: date) -> Vooruit | None:
    """What the rules said the last time, while git looks whether that still holds; ``None`` where it cannot.

    What is whole on a day and of one state stays so, whatever else is found meanwhile.
    """
    try:
        connection.execute("BEGIN")
        try:
            if not is_whole(connection.execute, peildatum):
                return None
            return Vooruit(told_gegeven(connection.execute, STAND), list(_read(connection.execute)))
        finally:
            connection.execute("COMMIT")
    except (sqlite3.Error, ValueError, LookupError, TypeError):  # who asks for sure finds the same
        return None


def _read(ask: Vraag) -> Iterator[Diagnostic]:
    yield from from_json(told_gegeven(ask, VAN_REGIO).partition("\n")[2], INSTELLINGEN)
    rows = iter(ask(_BEVINDINGEN, {}))
    while some := list(islice(rows, _SAMEN_GELEZEN)):
        yield from many_from_json((pad_of(plek), text) for plek, *texts in some for text in texts if text)
