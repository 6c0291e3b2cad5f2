"""The days for a calendar: the deadlines of unfinished actions, and when someone may leave or is expected to."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nazorg.begrippen.keuzes import Zekerheid
from nazorg.dossier import Dossier
from nazorg.register import Actieregel, Filter, Onleesbaar, Register, Soort, dossier_rows
from nazorg.uitstroom import Hoe, Ontslagsoort, has_left, how_sure, release_of


class Dagsoort(StrEnum):
    """What happens on a day."""

    TERMIJN = "termijn"
    KAN_NAAR_BUITEN = "kan_naar_buiten"
    KAN_VRIJ = "kan_vrij"
    VERWACHT_VRIJ = "verwacht_vrij"
    VAST_VRIJ = "vast_vrij"


class Zonder(StrEnum):
    """Why something has no day in the calendar. ``EIGEN_ID``: without an id of its own a day cannot be found again."""

    TERMIJN = "termijn"
    BEREKENING = "berekening"
    OPGESCHORT = "opgeschort"
    VERVALLEN = "vervallen"
    EIGEN_ID = "eigen_id"
    ONTSLAGDATUM = "ontslagdatum"


_ZONDER = {
    Soort.ZONDER_UITERLIJK: Zonder.TERMIJN,
    Soort.ONBEPAALD: Zonder.BEREKENING,
    Soort.OPGESCHORT: Zonder.OPGESCHORT,
    Soort.VERVALLEN: Zonder.VERVALLEN,
}


@dataclass(frozen=True, slots=True)
class Kalenderdag:
    """A whole day in a calendar. ``naam`` is its own in the region and the same on every run: ``w4hn.NZ-2026-k7f3mq``.

    ``leefgebied``, ``actie`` and ``wat`` are those of an action, and empty for a release.
    """

    naam: str
    datum: date
    soort: Dagsoort
    dossier: str
    leefgebied: str = ""
    actie: str = ""
    wat: str = ""


@dataclass(frozen=True)
class Kalender:
    """The days by date, what has none, and what could not be read."""

    peildatum: date
    dagen: tuple[Kalenderdag, ...]
    zonder: Mapping[Zonder, int]
    onleesbaar: tuple[Onleesbaar, ...]


def make_calendar(register: Register, keuze: Filter) -> Kalender:
    """The calendar of the running dossiers that ``keuze`` holds, on the register's peildatum.

    With a filter on eigenaar or leefgebied it is about actions alone: who gets the terms of an owner does not get
    everyone's release.
    """
    found: dict[str, Kalenderdag] = {}
    without: Counter[Zonder] = Counter()
    for gelezen, dossier in register.leesbare():
        if not dossier.loopt or not keuze.has_dossier(dossier):
            continue
        for row in dossier_rows(register, gelezen, dossier, keuze):
            day = _deadline(row)
            if isinstance(day, Zonder):
                without[day] += 1
            elif found.setdefault(day.naam, day) is not day:
                without[Zonder.EIGEN_ID] += 1
        if not (keuze.eigenaar or keuze.leefgebied) and not has_left(dossier, register.peildatum):
            days = {day.naam: day for day in _releases(register, dossier)}
            without[Zonder.ONTSLAGDATUM] += not days
            found |= days
    return Kalender(
        peildatum=register.peildatum,
        dagen=tuple(sorted(found.values(), key=lambda day: (day.datum, day.dossier, day.naam))),
        zonder={one: without[one] for one in Zonder if without[one]},
        onleesbaar=register.onleesbaar,
    )


def _deadline(row: Actieregel) -> Kalenderdag | Zonder:
    if row.uiterlijk is None:
        return _ZONDER[row.soort]
    if row.actie is None:
        return Zonder.EIGEN_ID
    naam = f"{row.actie}.{row.dossier}"
    return Kalenderdag(naam, row.uiterlijk, Dagsoort.TERMIJN, row.dossier, row.leefgebied, row.actie, row.wat)


def _releases(register: Register, dossier: Dossier) -> Iterator[Kalenderdag]:
    """The first day on which someone can leave where that is another than the day that is expected, and that one."""
    dag = release_of(dossier, register.kalender, register.peildatum)
    if dag is None or dag.datum is None:
        return
    number = dossier.dossier
    expected = dag.verwacht
    sure = dag.zekerheid == Zekerheid.VAST
    if how_sure(dag) is Hoe.KAN:
        outside = dag.soort is Ontslagsoort.FASERING
        kind = Dagsoort.KAN_NAAR_BUITEN if outside else Dagsoort.KAN_VRIJ
        yield Kalenderdag(f"kan-vrij.{number}", dag.datum, kind, number)
    else:
        expected, sure = dag.datum, how_sure(dag) is Hoe.VAST
    if expected is not None:
        kind = Dagsoort.VAST_VRIJ if sure else Dagsoort.VERWACHT_VRIJ
        yield Kalenderdag(f"vrij.{number}", expected, kind, number)
