"""The basisvoorwaarden: which of them are in order on the day that someone leaves, and by what evidence."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from nazorg.begrippen.keuzes import BASISVOORWAARDEN, IN_ORDE, Hulpvraag, Stand
from nazorg.dossier import Bewijs, Dossier, Leefgebied


class Oordeel(StrEnum):
    """What a basisvoorwaarde is worth on the day of release."""

    OP_ORDE = "op_orde"
    NVT = "nvt"
    ZONDER_BEWIJS = "zonder_bewijs"
    GEWEIGERD = "geweigerd"
    NIET_OP_ORDE = "niet_op_orde"


GOED = frozenset({Oordeel.OP_ORDE, Oordeel.NVT})
"""With one of these someone leaves with the basisvoorwaarde in order."""


def not_in_order(dossier: Dossier) -> tuple[str, ...]:
    """The basisvoorwaarden that are neither in order nor beside the point, in the order of the work."""
    return tuple(
        naam
        for naam in BASISVOORWAARDEN
        if (domain := dossier.leefgebieden.get(naam)) is None or domain.stand not in IN_ORDE
    )


def judge(domain: Leefgebied, dag: date) -> Oordeel:
    """What ``domain`` is worth to someone who leaves on ``dag``.

    In order is what was seen and is still valid on that day; who says so without evidence, or with evidence that runs
    out before, has to look again. Help that was refused is not in order, and is called by its name.
    """
    if domain.stand is Stand.NVT:
        return Oordeel.NVT
    if domain.stand is Stand.OP_ORDE:
        return Oordeel.OP_ORDE if _holds(domain.bewijs, dag) else Oordeel.ZONDER_BEWIJS
    return Oordeel.GEWEIGERD if domain.hulpvraag is Hulpvraag.GEWEIGERD else Oordeel.NIET_OP_ORDE


def evidence_day(known: Iterable[date], peildatum: date) -> date:
    """The day on which evidence must hold: the last of the days on which someone may leave, and never a past one."""
    return max((peildatum, *known))


def _holds(bewijs: Bewijs | None, dag: date) -> bool:
    """Evidence says what was seen and on which day, as NZ305 asks; without an end it does not run out."""
    if bewijs is None or not bewijs.wat or bewijs.gezien is None:
        return False
    return bewijs.geldig_tot is None or bewijs.geldig_tot >= dag
