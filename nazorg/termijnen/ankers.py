"""The day of an anchor: which of a dossier's dates a term counts from."""

from datetime import date
from typing import NamedTuple

from nazorg.begrippen.keuzes import FASERING_BUITEN, Anker, DetentieSoort, Zekerheid
from nazorg.dossier import Detentie, Dossier, Ontslag
from nazorg.termijnen.regelboek import Onbepaald


class Ankerdatum(NamedTuple):
    """A day with what it is, in words: ``verwachte ontslagdatum``."""

    datum: date
    omschrijving: str


def anchor_date(anker: Anker, terug: bool, dossier: Dossier) -> Ankerdatum | None:
    """The day of ``anker`` in ``dossier`` for a term that counts back (``terug``) or forward; ``None`` when unknown."""
    detentie = dossier.detentie
    if anker is Anker.AANMELDING:
        return Ankerdatum(dossier.aanmelding, "aanmelding")
    if detentie is None:
        return None
    if anker is Anker.INGESLOTEN:
        return Ankerdatum(detentie.ingesloten, "insluiting") if detentie.ingesloten else None
    if anker is Anker.BINNENKOMST:
        return Ankerdatum(detentie.binnenkomst, "binnenkomst in de inrichting") if detentie.binnenkomst else None
    outside = _outside(detentie) if anker is Anker.BUITEN else None
    return outside or release_date(detentie, terug)


_ONBEKEND = {
    Anker.AANMELDING: ("de dag van aanmelding", "'aanmelding'"),
    Anker.INGESLOTEN: ("de dag van insluiting", "'ingesloten' onder 'detentie'"),
    Anker.BINNENKOMST: ("de dag van binnenkomst", "'binnenkomst' onder 'detentie'"),
    Anker.ONTSLAG: ("de ontslagdatum", "een ontslagdatum onder 'detentie'"),
    Anker.BUITEN: ("de eerste dag buiten", "een ontslagdatum of een fasering onder 'detentie'"),
}


def unknown_anchor(anker: Anker) -> Onbepaald:
    """Why nothing can be counted from ``anker`` where its day is not in the dossier, and what to fill in."""
    day, field = _ONBEKEND[anker]
    return Onbepaald(f"{day} is niet bekend", f"Vul {field} in, of schrijf hier een datum.")


def release_date(detentie: Detentie, terug: bool) -> Ankerdatum | None:
    """Which release date counts.

    The real one wins. Counting back it is the earliest possible day, so that nothing comes too late: ``vroegst`` (in
    voorlopige hechtenis the hearing where that is empty) unless the date is certain, else ``verwacht``.
    Counting forward it is
    ``verwacht``, else ``vroegst``. ``uiterst`` is never counted with.
    """
    ontslag = detentie.ontslag or Ontslag()
    if ontslag.feitelijk:
        return Ankerdatum(ontslag.feitelijk, "dag van vrijlating")
    earliest = Ankerdatum(ontslag.vroegst, "vroegste ontslagdatum") if ontslag.vroegst else None
    expected = Ankerdatum(ontslag.verwacht, "verwachte ontslagdatum") if ontslag.verwacht else None
    if not terug:
        return expected or earliest
    if ontslag.zekerheid is Zekerheid.VAST:
        return expected
    if earliest is None and detentie.soort is DetentieSoort.VOORLOPIGE_HECHTENIS and detentie.zitting:
        return Ankerdatum(detentie.zitting, "zitting")
    return earliest or expected


def _outside(detentie: Detentie) -> Ankerdatum | None:
    starts = [(step.vanaf, step.soort) for step in detentie.fasering if step.vanaf and step.soort in FASERING_BUITEN]
    if not starts:
        return None
    first, kind = min(starts, key=lambda start: start[0])
    return Ankerdatum(first, f"eerste dag buiten ({kind.kort})")
