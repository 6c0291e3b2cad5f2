"""The day on which someone leaves: what it is, how sure it is, and whether it has passed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nazorg.begrippen.keuzes import BINNEN, FASERING_BUITEN, Anker, FaseringSoort, Zekerheid
from nazorg.dossier import Detentie, Dossier, Ontslag
from nazorg.termijnen import Ankerdatum, Werkkalender, anchor_date

_VRIJDAG = 4


class Ontslagsoort(StrEnum):
    """What the day is on which someone leaves."""

    FEITELIJK = "feitelijk"
    FASERING = "fasering"
    VROEGST = "vroegst"
    VERWACHT = "verwacht"
    ZITTING = "zitting"
    ONBEKEND = "onbekend"


class Hoe(StrEnum):
    """How sure it is that someone leaves on the first day that is known."""

    KAN = "kan"
    VERWACHT = "verwacht"
    VAST = "vast"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Ontslagdag:
    """The day to reckon with: the first day outside, counted as early as it can be.

    ``fasering`` names the step with which it begins; ``verwacht`` is the expected release where that is another day.
    ``voorbij``: the day has passed and nobody wrote down that the person left. ``loketten_dicht`` names why the desks
    are closed that day or right after it (``vrijdag``, ``zondag``, a holiday).
    """

    soort: Ontslagsoort
    datum: date | None
    fasering: str | None
    verwacht: date | None
    zekerheid: str
    voorbij: bool
    loketten_dicht: str

    @property
    def dagen(self) -> tuple[date, ...]:
        """Every day that is known, the earliest first: a hearing may come after the day that is expected."""
        return tuple(sorted(day for day in (self.datum, self.verwacht) if day is not None))


def first_day_outside(dossier: Dossier) -> Ankerdatum | None:
    """The first day on which someone who is inside may be outside; ``None`` for who is not, or where it is unknown."""
    return anchor_date(Anker.BUITEN, True, dossier) if dossier.status in BINNEN else None


def has_left(dossier: Dossier, peildatum: date) -> bool:
    """Whether someone is outside by ``peildatum``: the status says so, or the day on which it really happened."""
    ontslag = dossier.detentie.ontslag if dossier.detentie else None
    feitelijk = ontslag.feitelijk if ontslag else None
    return dossier.status not in BINNEN or (feitelijk is not None and feitelijk <= peildatum)


def release_of(dossier: Dossier, kalender: Werkkalender, peildatum: date) -> Ontslagdag | None:
    """The day of release of ``dossier``; ``None`` without detention."""
    detentie = dossier.detentie
    if detentie is None:
        return None
    ontslag = detentie.ontslag or Ontslag()
    if ontslag.feitelijk:
        return _day(Ontslagsoort.FEITELIJK, ontslag.feitelijk, ontslag)
    anchor = anchor_date(Anker.BUITEN, True, dossier)
    if anchor is None:
        return _day(Ontslagsoort.ONBEKEND, None, ontslag)
    fasering = _step(detentie, anchor)
    return Ontslagdag(
        soort=Ontslagsoort.FASERING if fasering else _kind(ontslag, anchor),
        datum=anchor.datum,
        fasering=fasering,
        verwacht=ontslag.verwacht if ontslag.verwacht != anchor.datum else None,
        zekerheid=ontslag.zekerheid or Zekerheid.ONBEKEND,
        voorbij=anchor.datum < peildatum and dossier.status in BINNEN,
        loketten_dicht=_closed(anchor.datum, kalender) if anchor.datum >= peildatum else "",
    )


def how_sure(dag: Ontslagdag | None) -> Hoe:
    """Whether the first day is one on which someone *can* leave, is expected to, or will."""
    if dag is None or dag.datum is None:
        return Hoe.ONBEKEND
    if dag.soort is Ontslagsoort.FEITELIJK:
        return Hoe.VAST
    if dag.soort is not Ontslagsoort.VERWACHT:
        return Hoe.KAN
    return Hoe.VAST if dag.zekerheid == Zekerheid.VAST else Hoe.VERWACHT


def _day(soort: Ontslagsoort, day: date | None, ontslag: Ontslag) -> Ontslagdag:
    return Ontslagdag(soort, day, None, None, ontslag.zekerheid or Zekerheid.ONBEKEND, voorbij=False, loketten_dicht="")


def _step(detentie: Detentie, anchor: Ankerdatum) -> FaseringSoort | None:
    """The step with which the person is outside from that day; ``None`` when it is the release itself."""
    starts = (one.soort for one in detentie.fasering if one.vanaf == anchor.datum and one.soort in FASERING_BUITEN)
    return next(starts, None)


def _kind(ontslag: Ontslag, anchor: Ankerdatum) -> Ontslagsoort:
    if anchor.datum == ontslag.verwacht:
        return Ontslagsoort.VERWACHT
    return Ontslagsoort.VROEGST if anchor.datum == ontslag.vroegst else Ontslagsoort.ZITTING


def _closed(day: date, kalender: Werkkalender) -> str:
    return kalender.closed(day) or ("vrijdag" if day.weekday() == _VRIJDAG else "")
