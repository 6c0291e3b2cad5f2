"""The day on which someone leaves, as a table must know it."""

from datetime import date

from nazorg.agenda.model import Ontslagdag, Ontslagsoort
from nazorg.begrippen.keuzes import BINNEN, FASERING_BUITEN, Anker, FaseringSoort, Zekerheid
from nazorg.dossier import Detentie, Dossier, Ontslag
from nazorg.termijnen import Ankerdatum, Werkkalender, anchor_date

_VRIJDAG = 4


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
