"""The sluitende aanpak: where someone may fall between two stools, in one dossier."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum

from nazorg.begrippen.keuzes import BASISVOORWAARDEN, IN_ORDE, Hulpvraag, Stand
from nazorg.dossier import Dossier, Leefgebied
from nazorg.uitstroom.blokkades import Plek

_PROBLEEM = frozenset({Stand.ACUUT, Stand.NIET_OP_ORDE, Stand.LOOPT})


class Gatsoort(StrEnum):
    """What is missing, in the order of the work: ask, agree, allot, set a term."""

    HULPVRAAG = "hulpvraag"
    ACTIE = "actie"
    EIGENAAR = "eigenaar"
    TERMIJN = "termijn"


@dataclass(frozen=True, slots=True)
class Gat:
    """What is missing in a leefgebied; ``plaats`` is the action in its list, ``None`` where it is about the whole."""

    soort: Gatsoort
    leefgebied: str
    plaats: int | None = None


def gaps_of(dossier: Dossier, zonder_dag: Container[Plek]) -> Iterator[Gat]:
    """What is missing in ``dossier``; nothing in one that does not run.

    A basisvoorwaarde that nobody asked about, a problem without an unfinished action, an unfinished action without
    owner, an owner with an action in ``zonder_dag``: without a term, or with one that cannot be counted. No problem is
    what is in order, what was refused, and what ``geen_actie`` explains.
    """
    if not dossier.loopt:
        return
    order = dict.fromkeys((*BASISVOORWAARDEN, *dossier.leefgebieden))
    for naam in order:
        domain = dossier.leefgebieden.get(naam, Leefgebied())
        if naam in BASISVOORWAARDEN and domain.hulpvraag in (None, Hulpvraag.ONBEKEND):
            yield Gat(Gatsoort.HULPVRAAG, naam)
        if _is_problem(domain) and not any(actie.is_onaf for actie in domain.acties):
            yield Gat(Gatsoort.ACTIE, naam)
        for place, actie in enumerate(domain.acties):
            if actie.is_onaf and actie.eigenaar is None:
                yield Gat(Gatsoort.EIGENAAR, naam, place)
            elif actie.is_onaf and (naam, place) in zonder_dag:
                yield Gat(Gatsoort.TERMIJN, naam, place)


def _is_problem(domain: Leefgebied) -> bool:
    if domain.stand in IN_ORDE or domain.hulpvraag is Hulpvraag.GEWEIGERD or domain.geen_actie:
        return False
    return domain.hulpvraag is Hulpvraag.JA or domain.stand in _PROBLEEM
