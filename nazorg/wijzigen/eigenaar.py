"""Who a role is: from ``pi`` or ``regisseur`` in a traject to the name that a dossier has for it."""

from nazorg.begrippen.keuzes import Partnersoort
from nazorg.dossier import Dossier
from nazorg.instellingen import BETROKKENE, Instellingen
from nazorg.traject import REGISSEUR

_SOORTEN = frozenset(str(soort) for soort in Partnersoort)


def owner_of(rol: str | None, dossier: Dossier, instellingen: Instellingen) -> str:
    """The owner that ``rol`` comes down to in ``dossier``; empty when that is still to be decided.

    For a kind of partner: the one of that kind who is involved (who supervises, whose institution it is, or who
    stands under ``betrokken``); else the region's only one. Two of a kind are nobody: people decide which.
    """
    if rol is None or rol == BETROKKENE:
        return rol or ""
    if rol == REGISSEUR:
        return dossier.regisseur
    if rol not in _SOORTEN:
        return rol if rol in instellingen.partners or rol in instellingen.regisseurs else ""
    known = [naam for naam, partner in instellingen.partners.items() if partner.soort == rol]
    for some in (_supervising(dossier), _inside(dossier, instellingen), _involved(dossier), set(known)):
        chosen = [naam for naam in known if naam in some]
        if chosen:
            return chosen[0] if len(chosen) == 1 else ""
    return ""


def only_partner(soort: Partnersoort, instellingen: Instellingen) -> str:
    """The region's only partner of this kind; empty when it has none, or more."""
    known = [naam for naam, partner in instellingen.partners.items() if partner.soort is soort]
    return known[0] if len(known) == 1 else ""


def _supervising(dossier: Dossier) -> set[str | None]:
    return {dossier.toezicht.door} if dossier.toezicht else set()


def _inside(dossier: Dossier, instellingen: Instellingen) -> set[str]:
    """The partner that is called as the institution is."""
    place = dossier.detentie.inrichting if dossier.detentie else None
    if place is None:
        return set()
    return {naam for naam, one in instellingen.partners.items() if one.naam and one.naam.casefold() == place.casefold()}


def _involved(dossier: Dossier) -> set[str]:
    return {one.partner for one in dossier.betrokken}
