"""The terms of actions: the rule that one names exists, says by when, and gives a day that can be kept."""

from collections.abc import Iterator
from itertools import pairwise

from nazorg.begrippen.keuzes import GEEN_UITERSTE_DAG
from nazorg.begrippen.termen import Regelterm
from nazorg.controles.regel import Dag, Zaak
from nazorg.controles.woorden import actie_in_words, hint
from nazorg.diagnostics import Finding, Route
from nazorg.dossier import Actie
from nazorg.instellingen import ZONDER_REGIO, Instellingen
from nazorg.termijnen import Regel, compute_deadline, compute_niet_voor, find_rule, known_rules, versions_of


def check_regel(zaak: Zaak) -> Iterator[Finding]:
    """NZ608: a term that a rule sets which is not the law's and not the region's.

    Without settings the rules of the region are not known, and nothing is said.
    """
    if zaak.instellingen is None:
        return
    nth = 0
    for route, term in _rule_terms(zaak):
        if not versions_of(term.regel, zaak.instellingen):
            yield Finding(
                "NZ608",
                route,
                "Deze termijnregel bestaat niet.",
                f"{hint(nth, term.regel, known_rules(zaak.instellingen))}Schrijf een regel van de wet"
                " (zie 'Termijnen' in de handleiding) of een uit 'termijnen' in nazorg.yaml, of een datum.",
            )
            nth += 1


def check_wachttijd(zaak: Zaak) -> Iterator[Finding]:
    """NZ406: a rule that says from when, where it must be said by when."""
    for route, term in _rule_terms(zaak):
        regel = _rule(term, zaak.instellingen or ZONDER_REGIO)
        if route[-1] == "uiterlijk" and regel is not None and regel.soort in GEEN_UITERSTE_DAG:
            yield Finding(
                "NZ406",
                route,
                f"De regel bij 'uiterlijk' is een {regel.soort.kort}: die zegt niet wanneer iets klaar moet zijn.",
                "Zet hem bij 'niet_voor', en schrijf bij 'uiterlijk' tot wanneer het moet.",
            )


def check_deadline(zaak: Zaak, dag: Dag) -> Iterator[Finding]:
    """NZ405: an unfinished action whose term cannot be computed: it would never be overdue.

    What another finding says already, is not said again.
    """
    instellingen = zaak.instellingen or ZONDER_REGIO
    for route, actie in _unfinished(zaak):
        for name, term in (("uiterlijk", actie.uiterlijk), ("niet_voor", actie.niet_voor)):
            if isinstance(term, Regelterm) and _is_said_already(name, term, zaak.instellingen):
                continue
            found = (
                compute_deadline(actie, zaak.dossier, instellingen, dag.kalender, dag.peildatum)
                if name == "uiterlijk"
                else compute_niet_voor(actie, zaak.dossier, instellingen, dag.kalender)
            )
            if found is not None and found.onbepaald:
                yield Finding(
                    "NZ405",
                    (*route, name),
                    f"{actie_in_words(actie)} heeft een termijn die niet te berekenen is.",
                    found.remedie,
                )


def check_niet_voor(zaak: Zaak, dag: Dag) -> Iterator[Finding]:
    """NZ407: an unfinished action that cannot be done before a day that lies after its deadline."""
    instellingen = zaak.instellingen or ZONDER_REGIO
    for route, actie in _unfinished(zaak):
        if actie.niet_voor is None or actie.uiterlijk is None:
            continue
        first = compute_niet_voor(actie, zaak.dossier, instellingen, dag.kalender)
        last = compute_deadline(actie, zaak.dossier, instellingen, dag.kalender, dag.peildatum)
        if first and last and first.datum and last.datum and first.datum > last.datum:
            yield Finding(
                "NZ407",
                (*route, "niet_voor"),
                f"{actie_in_words(actie)} kan niet voor een dag die na de uiterste dag ligt: zo is zij altijd te laat.",
                "Verzet de uiterste dag, of kijk na of de actie eerder kan.",
                ook=(((*route, "uiterlijk"), f"dit komt uit op {last.datum}"),),
            )


def check_opschorting(zaak: Zaak) -> Iterator[Finding]:
    """NZ408: a suspension that begins while an earlier one was never resumed: the clock stands still for good."""
    for naam, place, actie in zaak.dossier.acties():
        route = ("leefgebieden", naam, "acties", place, "opschorting")
        stops = sorted(enumerate(actie.opschorting), key=lambda stop: stop[1].van)
        for (earlier, one), (later, _) in pairwise(stops):
            if one.hervat is None:
                yield Finding(
                    "NZ408",
                    (*route, earlier, "van"),
                    "Deze opschorting is niet hervat, en er begint daarna nog een.",
                    "Vul bij deze opschorting 'hervat' in; anders blijft de termijn stilstaan.",
                    ook=(((*route, later, "van"), "dit is de volgende"),),
                )


def _is_said_already(name: str, term: Regelterm, instellingen: Instellingen | None) -> bool:
    """Whether another finding speaks of ``term``, or nothing can be said of it since there are no settings."""
    if instellingen is None or not versions_of(term.regel, instellingen):
        return True
    regel = _rule(term, instellingen)
    return name == "uiterlijk" and regel is not None and regel.soort in GEEN_UITERSTE_DAG


def _rule(term: Regelterm, instellingen: Instellingen) -> Regel | None:
    found = find_rule(term.regel, term.vanaf, instellingen)
    return found if isinstance(found, Regel) else None


def _rule_terms(zaak: Zaak) -> Iterator[tuple[Route, Regelterm]]:
    """Every term that names a rule, with its place."""
    for naam, place, actie in zaak.dossier.acties():
        for name, term in (("uiterlijk", actie.uiterlijk), ("niet_voor", actie.niet_voor)):
            if isinstance(term, Regelterm):
                yield ("leefgebieden", naam, "acties", place, name), term


def _unfinished(zaak: Zaak) -> Iterator[tuple[Route, Actie]]:
    """The unfinished actions of a dossier that runs."""
    if zaak.dossier.loopt:
        for naam, place, actie in zaak.dossier.acties():
            if actie.is_onaf:
                yield ("leefgebieden", naam, "acties", place), actie
