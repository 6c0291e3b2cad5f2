"""References to the region's settings: every partner, regisseur, gemeente and leefgebied that is named, exists there.

Without settings there is nothing to hold a name against, and nothing is said. A finding never repeats the name: what
is no partner may be a person.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from nazorg.begrippen.keuzes import Partnersoort
from nazorg.controles.regel import Overlegzaak, Trajectzaak, Zaak
from nazorg.controles.woorden import hint
from nazorg.diagnostics import Finding, Route
from nazorg.dossier import Dossier
from nazorg.instellingen import BETROKKENE, Instellingen
from nazorg.overleg import Overleg
from nazorg.traject import REGISSEUR, Traject

_Naam = tuple[Route, str | None]

ROLLEN = (BETROKKENE, REGISSEUR, *(str(soort) for soort in Partnersoort))
"""What may stand for the owner of a step until a dossier tells who that is."""


class _Soort(NamedTuple):
    """A kind of reference: its code, what to say, and what to do after the did-you-mean."""

    code: str
    message: str
    remedy: str


_EIGENAAR = _Soort(
    "NZ601",
    "Deze eigenaar is geen partner en geen regisseur uit nazorg.yaml.",
    "Schrijf de sleutel van een partner of regisseur, of betrokkene; een nieuwe partner hoort eerst in nazorg.yaml.",
)
_ROL = _Soort(
    "NZ601",
    "Deze eigenaar is geen rol, en geen partner of regisseur uit nazorg.yaml.",
    "Schrijf betrokkene, regisseur, een soort partner (zoals pi of reclassering), of de sleutel van een partner.",
)
_PARTNER = _Soort(
    "NZ602",
    "Deze partner staat niet in nazorg.yaml.",
    "Schrijf de sleutel van een partner; een nieuwe partner hoort eerst in nazorg.yaml.",
)
_AANWEZIG = _Soort(
    "NZ602",
    "Deze aanwezige is geen partner en geen regisseur uit nazorg.yaml.",
    "Schrijf de sleutel van een partner of regisseur; namen van mensen horen niet in een overleg.",
)
_REGISSEUR = _Soort(
    "NZ603",
    "Deze regisseur staat niet in nazorg.yaml.",
    "Schrijf de sleutel van een regisseur; een nieuwe regisseur hoort eerst in nazorg.yaml.",
)
_GEMEENTE = _Soort(
    "NZ604",
    "Deze gemeente staat niet in nazorg.yaml.",
    "Schrijf de naam zoals die onder 'gemeenten' in nazorg.yaml staat, of zet de gemeente erbij.",
)
_LEEFGEBIED = _Soort(
    "NZ605",
    "Dit leefgebied bestaat niet.",
    "Schrijf een van de zes vaste leefgebieden of een van 'leefgebieden' in nazorg.yaml.",
)


def check_eigenaren(zaak: Zaak) -> Iterator[Finding]:
    """NZ601: the owner of an action is a partner, a regisseur, or the person."""
    if zaak.instellingen is not None:
        known = dict.fromkeys((*zaak.instellingen.partners, *zaak.instellingen.regisseurs, BETROKKENE))
        yield from _unknown(_EIGENAAR, _eigenaren(zaak.dossier), known)


def check_partners(zaak: Zaak) -> Iterator[Finding]:
    """NZ602: who is involved, consents or was told is a partner."""
    if zaak.instellingen is not None:
        yield from _unknown(_PARTNER, _partners(zaak.dossier), zaak.instellingen.partners)


def check_regisseurs(zaak: Zaak) -> Iterator[Finding]:
    """NZ603: who directs the case, or told a partner, is a regisseur."""
    if zaak.instellingen is not None:
        yield from _unknown(_REGISSEUR, _regisseurs(zaak.dossier), zaak.instellingen.regisseurs)


def check_gemeente(zaak: Zaak) -> Iterator[Finding]:
    """NZ604: the gemeente of a dossier is one of the region; it may be handed over to any other."""
    if zaak.instellingen is not None:
        yield from _unknown(_GEMEENTE, [(("gemeente",), zaak.dossier.gemeente)], zaak.instellingen.gemeenten)


def check_leefgebieden(zaak: Zaak) -> Iterator[Finding]:
    """NZ605: a leefgebied is one of the six, or the region's own."""
    if zaak.instellingen is not None:
        yield from _unknown(_LEEFGEBIED, _leefgebieden(zaak.dossier), zaak.instellingen.alle_leefgebieden)


def check_partners_overleg(overlegzaak: Overlegzaak) -> Iterator[Finding]:
    """NZ602: who is at the table is a partner."""
    if overlegzaak.instellingen is not None:
        yield from _unknown(_PARTNER, _partners_overleg(overlegzaak.overleg), overlegzaak.instellingen.partners)


def check_aanwezig(overlegzaak: Overlegzaak) -> Iterator[Finding]:
    """NZ602: who was there is a partner or a regisseur; never a name."""
    region = overlegzaak.instellingen
    if region is not None:
        named = _listed(("aanwezig",), overlegzaak.overleg.aanwezig)
        yield from _unknown(_AANWEZIG, named, dict.fromkeys((*region.partners, *region.regisseurs)))


def check_voorzitter(overlegzaak: Overlegzaak) -> Iterator[Finding]:
    """NZ603: who chairs is a regisseur."""
    if overlegzaak.instellingen is not None:
        named = [(("voorzitter",), overlegzaak.overleg.voorzitter)]
        yield from _unknown(_REGISSEUR, named, overlegzaak.instellingen.regisseurs)


def check_gemeenten_overleg(overlegzaak: Overlegzaak) -> Iterator[Finding]:
    """NZ604: an overleg is about gemeenten of the region."""
    if overlegzaak.instellingen is not None:
        named = _listed(("gemeenten",), overlegzaak.overleg.gemeenten)
        yield from _unknown(_GEMEENTE, named, overlegzaak.instellingen.gemeenten)


def check_partners_instellingen(instellingen: Instellingen) -> Iterator[Finding]:
    """NZ602: a convenant is with partners of the region."""
    named = [
        found
        for naam, convenant in instellingen.convenanten.items()
        for found in _listed(("convenanten", naam, "partners"), convenant.partners)
    ]
    yield from _unknown(_PARTNER, named, instellingen.partners)


def check_gemeenten_instellingen(instellingen: Instellingen) -> Iterator[Finding]:
    """NZ604: a centrumgemeente, and a regisseur's gemeente, is one of the region."""
    yield from _unknown(_GEMEENTE, _gemeenten(instellingen), instellingen.gemeenten)


def check_eigenaren_traject(trajectzaak: Trajectzaak) -> Iterator[Finding]:
    """NZ601: the owner of a step is a role, a partner or a regisseur."""
    region = trajectzaak.instellingen
    if region is not None:
        named = _steps(trajectzaak.traject, "eigenaar")
        yield from _unknown(_ROL, named, dict.fromkeys((*ROLLEN, *region.partners, *region.regisseurs)))


def check_leefgebieden_traject(trajectzaak: Trajectzaak) -> Iterator[Finding]:
    """NZ605: the leefgebied of a step is one of the six, or the region's own."""
    region = trajectzaak.instellingen
    if region is not None:
        yield from _unknown(_LEEFGEBIED, _steps(trajectzaak.traject, "leefgebied"), region.alle_leefgebieden)


def _unknown(soort: _Soort, named: Iterable[_Naam], known: Collection[str]) -> Iterator[Finding]:
    nth = 0
    for route, naam in named:
        if naam is not None and naam not in known:
            yield Finding(soort.code, route, soort.message, f"{hint(nth, naam, known)}{soort.remedy}")
            nth += 1


def _listed(route: Route, namen: Iterable[str]) -> Iterator[_Naam]:
    for place, naam in enumerate(namen):
        yield (*route, place), naam


def _eigenaren(dossier: Dossier) -> Iterator[_Naam]:
    for naam, place, actie in dossier.acties():
        yield ("leefgebieden", naam, "acties", place, "eigenaar"), actie.eigenaar


def _partners(dossier: Dossier) -> Iterator[_Naam]:
    if dossier.toezicht is not None:
        yield ("toezicht", "door"), dossier.toezicht.door
    for i, betrokken in enumerate(dossier.betrokken):
        yield ("betrokken", i, "partner"), betrokken.partner
    for i, toestemming in enumerate(dossier.toestemmingen):
        yield ("toestemmingen", i, "partner"), toestemming.partner
    for i, verstrekking in enumerate(dossier.verstrekkingen):
        yield ("verstrekkingen", i, "aan"), verstrekking.aan


def _regisseurs(dossier: Dossier) -> Iterator[_Naam]:
    yield ("regisseur",), dossier.regisseur
    for i, verstrekking in enumerate(dossier.verstrekkingen):
        yield ("verstrekkingen", i, "door"), verstrekking.door


def _leefgebieden(dossier: Dossier) -> Iterator[_Naam]:
    for naam in dossier.leefgebieden:
        yield ("leefgebieden", naam), naam
    for i, doel in enumerate(dossier.doelen):
        yield ("doelen", i, "leefgebied"), doel.leefgebied
    for i, toestemming in enumerate(dossier.toestemmingen):
        yield from _listed(("toestemmingen", i, "leefgebieden"), toestemming.leefgebieden)
    for i, verstrekking in enumerate(dossier.verstrekkingen):
        yield from _listed(("verstrekkingen", i, "leefgebieden"), verstrekking.leefgebieden)
    for i, besluit in enumerate(dossier.besluiten):
        yield ("besluiten", i, "leefgebied"), besluit.leefgebied


def _partners_overleg(overleg: Overleg) -> Iterator[_Naam]:
    yield from _listed(("partners",), overleg.partners)
    for i, punt in enumerate(overleg.dossiers):
        yield from _listed(("dossiers", i, "partners"), punt.partners)


def _steps(traject: Traject, field: str) -> Iterator[_Naam]:
    for sleutel, stap in traject.stappen.items():
        yield ("stappen", sleutel, field), getattr(stap, field)


def _gemeenten(instellingen: Instellingen) -> Iterator[_Naam]:
    for naam, gemeente in instellingen.gemeenten.items():
        yield ("gemeenten", naam, "centrumgemeente"), gemeente.centrumgemeente
    for naam, regisseur in instellingen.regisseurs.items():
        yield from _listed(("regisseurs", naam, "gemeenten"), regisseur.gemeenten)
