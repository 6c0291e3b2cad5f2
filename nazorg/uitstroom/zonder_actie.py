"""Why nothing is being done about a leefgebied that is not in order."""

from enum import StrEnum

from nazorg.begrippen.keuzes import Hulpvraag
from nazorg.dossier import Leefgebied


class ZonderActie(StrEnum):
    """Why a leefgebied that is not in order has no unfinished action."""

    NIET_GEVRAAGD = "niet_gevraagd"
    GEWEIGERD = "geweigerd"
    GEEN_HULPVRAAG = "geen_hulpvraag"
    GEEN_ACTIE = "geen_actie"
    NIETS_OPEN = "niets_open"
    BEWUST = "bewust"


def why_nothing(domain: Leefgebied) -> ZonderActie:
    """The reason, for a ``domain`` that is not in order and has no unfinished action."""
    if domain.geen_actie:
        return ZonderActie.BEWUST
    return {
        Hulpvraag.JA: ZonderActie.NIETS_OPEN if domain.acties else ZonderActie.GEEN_ACTIE,
        Hulpvraag.NEE: ZonderActie.GEEN_HULPVRAAG,
        Hulpvraag.GEWEIGERD: ZonderActie.GEWEIGERD,
        Hulpvraag.ONBEKEND: ZonderActie.NIET_GEVRAAGD,
    }[domain.hulpvraag or Hulpvraag.ONBEKEND]
