"""What blocks a release: who is inside, and which basisvoorwaarden are not in order."""

from nazorg.begrippen.keuzes import BASISVOORWAARDEN, BINNEN, IN_ORDE, Anker
from nazorg.dossier import Dossier
from nazorg.termijnen import Ankerdatum, anchor_date


def first_day_outside(dossier: Dossier) -> Ankerdatum | None:
    """The first day on which someone who is inside may be outside; ``None`` for who is not, or where it is unknown."""
    return anchor_date(Anker.BUITEN, True, dossier) if dossier.status in BINNEN else None


def not_in_order(dossier: Dossier) -> tuple[str, ...]:
    """The basisvoorwaarden that are neither in order nor beside the point, in the order of the work."""
    return tuple(
        naam
        for naam in BASISVOORWAARDEN
        if (domain := dossier.leefgebieden.get(naam)) is None or domain.stand not in IN_ORDE
    )
