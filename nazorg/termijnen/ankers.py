"""The day of an anchor: which of a dossier's dates a term counts from."""

from datetime import date
from typing import NamedTuple

from nazorg.begrippen.keuzes import FASERING_BUITEN, Anker, DetentieSoort, Zekerheid
from nazorg.dossier import Detentie, Dossier, Ontslag
from nazorg.termijnen.regelboek import Onbepaald


class Ankerdatum(NamedTuple):
    """A day with what it is, in words: ``verwachte ontslagdatum``; ``reden``: why it is this day and no other."""

    datum: date
    omschrijving: str
    reden: str = ""


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
    release = release_date(detentie, terug)
    if anker is Anker.ONTSLAG:
        return release
    return _outside(detentie) or (release and release._replace(reden=f"{_GEEN_STAP}; {release.reden}"))


_GEEN_STAP = "er staat geen eerdere stap naar buiten"
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
        return Ankerdatum(ontslag.feitelijk, "dag van vrijlating", "die dag gaat voor elke verwachting")
    if terug:
        return _counting_back(detentie, ontslag)
    if ontslag.verwacht:
        return Ankerdatum(ontslag.verwacht, "verwachte ontslagdatum", "bij vooruittellen telt de verwachte dag")
    if ontslag.vroegst:
        return Ankerdatum(ontslag.vroegst, "vroegste ontslagdatum", "een verwachte dag staat er niet")
    return None


def _counting_back(detentie: Detentie, ontslag: Ontslag) -> Ankerdatum | None:
    """The earliest day, so that nothing comes too late."""
    expected = ontslag.verwacht
    if ontslag.zekerheid is Zekerheid.VAST:
        return Ankerdatum(expected, "verwachte ontslagdatum", "die dag staat vast") if expected else None
    if ontslag.vroegst:
        why = "bij terugtellen telt de vroegste dag, zodat niets te laat komt"
        return Ankerdatum(ontslag.vroegst, "vroegste ontslagdatum", why)
    if detentie.soort is DetentieSoort.VOORLOPIGE_HECHTENIS and detentie.zitting:
        return Ankerdatum(detentie.zitting, "zitting", "in voorlopige hechtenis kan iemand dan vrijkomen")
    return Ankerdatum(expected, "verwachte ontslagdatum", "een vroegste dag staat er niet") if expected else None


def _outside(detentie: Detentie) -> Ankerdatum | None:
    starts = [(step.vanaf, step.soort) for step in detentie.fasering if step.vanaf and step.soort in FASERING_BUITEN]
    if not starts:
        return None
    first, kind = min(starts, key=lambda start: start[0])
    return Ankerdatum(first, f"eerste dag buiten ({kind.kort})", "wie buiten woont, heeft alles dan al nodig")
