"""The region's own terms in ``nazorg.yaml``: they can be counted with, and leave to the law what is the law's."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from nazorg.begrippen.keuzes import JaNee
from nazorg.controles.woorden import hint, in_a_row
from nazorg.diagnostics import Finding, Route
from nazorg.instellingen import Instellingen, Termijnregel, Termijnversie
from nazorg.termijnen import STATUTORY, Werkkalender, is_longer, known_rules, versions_of


def check_wettelijk(instellingen: Instellingen) -> Iterator[Finding]:
    """NZ609: a term of the region under the name of a rule of the law, which wins."""
    for naam in instellingen.termijnen:
        if naam in STATUTORY:
            yield Finding(
                "NZ609",
                ("termijnen", naam),
                "Dit is de naam van een termijn van de wet; die kan een regio niet anders vaststellen.",
                "Geef de afspraak van de regio een andere naam, of haal haar weg.",
                at_key=True,
            )


def check_gemeenten(instellingen: Instellingen) -> Iterator[Finding]:
    """NZ610, NZ611: what a gemeente sets is a term that is the gemeente's to set, and not longer than it may be."""
    theirs = [
        naam for naam in known_rules(instellingen) if any(one.per_gemeente for one in versions_of(naam, instellingen))
    ]
    kalender = Werkkalender(instellingen.kalender.gelijkgestelde_dagen)
    nth = 0
    for gemeente, settings in instellingen.gemeenten.items():
        for naam, duur in settings.termijnen.items():
            route = ("gemeenten", gemeente, "termijnen", naam)
            if naam not in theirs:
                yield Finding(
                    "NZ611",
                    route,
                    "Deze termijn stelt een gemeente niet zelf vast.",
                    f"{hint(nth, naam, theirs)}Een gemeente stelt alleen deze vast: {in_a_row(theirs)}.",
                    at_key=True,
                )
                nth += 1
                continue
            limits = [one.hooguit for one in versions_of(naam, instellingen) if one.hooguit]
            longest = next((limit for limit in limits if is_longer(duur, limit, kalender)), None)
            if longest is not None:
                yield Finding(
                    "NZ610",
                    route,
                    f"Deze termijn is langer dan mag: hooguit {longest.in_words()}.",
                    "Neem over wat in de verordening van de gemeente staat.",
                )


def check_bruikbaar(instellingen: Instellingen) -> Iterator[Finding]:
    """NZ612: a term of the region that says no length, or more than one for the same day."""
    for naam, regel in instellingen.termijnen.items():
        route: Route = ("termijnen", naam)
        fault = _fault(regel)
        if fault is not None:
            yield Finding("NZ612", (*route, *fault[0]), fault[1], fault[2])


def _fault(regel: Termijnregel) -> tuple[Route, str, str] | None:
    if regel.per_gemeente is JaNee.JA:
        if regel.termijn is None and not regel.versies:
            return None
        return (), "Elke gemeente stelt deze termijn zelf vast, maar er staat ook een termijn.", "Haal er een van weg."
    if regel.termijn is not None and regel.versies:
        return ("versies",), "Naast 'versies' staat ook 'termijn'.", "Zet die termijn bij de versies, of haal hem weg."
    if regel.termijn is None and not regel.versies:
        return (), "Deze afspraak zegt niet hoe lang de termijn is.", "Vul 'termijn' in, bijvoorbeeld 4w."
    places = sorted(enumerate(regel.versies), key=lambda one: one[1].geldig_van or date.min)
    for place, versie in places:
        if _first(versie) > _last(versie):
            return ("versies", place, "geldig_tot"), "Deze versie eindigt voor zij begint.", "Kijk beide dagen na."
    for (_, one), (place, other) in pairwise(places):
        if _first(other) <= _last(one):
            words = "Twee versies gelden op dezelfde dag."
            return ("versies", place), words, "Laat de ene eindigen op de dag voor de andere begint."
    return None


def _first(versie: Termijnversie) -> date:
    return versie.geldig_van or date.min


def _last(versie: Termijnversie) -> date:
    return versie.geldig_tot or date.max
