"""Every command there is, by its two names."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple


class Opdracht(NamedTuple):
    """A command. ``plek`` is ``module:function`` below ``nazorg.cli``; ``is_lijst`` gives it the filters of a list."""

    naam: str
    english: str
    plek: str
    kort: str
    is_lijst: bool = False


OPDRACHTEN: dict[str, tuple[Opdracht, ...]] = {
    "Elke dag": (
        Opdracht("te-laat", "overdue", "lijsten:te_laat", "Acties die te laat zijn, per leefgebied.", True),
        Opdracht("lijst", "list", "lijsten:lijst", "Dossiers in een lijst.", True),
        Opdracht("toon", "show", "lijsten:toon", "Eén dossier, met de plek van elke actie."),
        Opdracht("waarom", "why", "termijnen:waarom", "Hoe een termijn tot stand komt."),
        Opdracht("zoek", "find", "lijsten:zoek", "Een dossier zoeken op naam, pseudoniem of kenmerk."),
        Opdracht("uitstroom", "releases", "uitstroom:uitstroom", "Wie er vrijkomt, en wat dan niet op orde is.", True),
        Opdracht("agenda", "agenda", "agenda:agenda", "De agenda van een overleg."),
        Opdracht("overleg", "consultation", "overleg:overleg", "Een overleg voorbereiden en vastleggen."),
        Opdracht("rappel", "remind", "rappel:rappel", "Wie aan iets herinnerd moet worden, als tekst of mail.", True),
        Opdracht("kalender", "calendar", "kalender:kalender", "Termijnen en vrijlatingen voor in een agenda.", True),
        Opdracht("plan", "plan", "plannen:plan", "Eén bladzijde voor de betrokkene zelf."),
        Opdracht("controleer", "validate", "controleren:controleer", "Dossiers en overleggen nakijken."),
    ),
    "Wijzigen": (
        Opdracht("nieuw", "new", "dossiers:nieuw", "Een nieuw dossier."),
        Opdracht("traject", "track", "trajecten:traject", "Vaste stappen, en een dossier dat ze krijgt."),
        Opdracht("actie", "action", "acties:actie", "Een actie afspreken."),
        Opdracht("gedaan", "done", "acties:gedaan", "Een actie is klaar."),
        Opdracht("stel-uit", "defer", "acties:stel_uit", "Een actie krijgt een andere termijn."),
        Opdracht("deel-toe", "assign", "acties:deel_toe", "Een actie toedelen."),
        Opdracht("zet", "set", "dossiers:zet", "Een veld een waarde geven."),
        Opdracht("logboek", "log", "dossiers:logboek", "Een regel in het logboek."),
        Opdracht("ontslagdatum", "release-date", "ontslag:ontslagdatum", "De verwachte dag van vrijlating verandert."),
        Opdracht("vrij", "released", "ontslag:vrij", "De betrokkene is vrijgekomen."),
        Opdracht("draag-over", "hand-over", "dossiers:draag_over", "Een dossier overdragen aan een andere gemeente."),
        Opdracht("sluit-af", "close", "dossiers:sluit_af", "Een dossier afsluiten."),
        Opdracht("bewerk", "edit", "bewaren:bewerk", "Een dossier openen in uw editor."),
        Opdracht("bewaar", "save", "bewaren:bewaar", "Vastleggen wat u met de hand gewijzigd hebt."),
        Opdracht("ongedaan", "undo", "bewaren:ongedaan", "Uw laatste wijziging terugdraaien."),
    ),
    "Terugkijken": (
        Opdracht("geschiedenis", "history", "terugkijken:geschiedenis", "Wat er gebeurd is, door wie en wanneer."),
        Opdracht("verschil", "diff", "terugkijken:verschil", "Wat er verschilt tussen twee versies."),
    ),
    "Samenwerken": (
        Opdracht("bijwerken", "sync", "samenwerken:bijwerken", "Ophalen, samenvoegen, nakijken en delen."),
        Opdracht("los-op", "resolve", "oplossen:los_op", "Kiezen waar u en een collega verschillen."),
        Opdracht("waarneming", "cover", "waarnemen:waarneming", "Een collega een tijd uw lijst geven."),
        Opdracht("zelftest", "doctor", "samenwerken:zelftest", "Wat er aan deze map of computer mis is."),
    ),
    "Beginnen": (
        Opdracht("demo", "demo", "opzetten:demo", "Een voorbeeldregio om mee te oefenen."),
        Opdracht("init", "init", "opzetten:init", "Een werkmap voor uw eigen regio maken."),
        Opdracht("schema", "schema", "opzetten:schema", "Het schema waarmee een editor meehelpt."),
    ),
}

INGANGEN: dict[str, Opdracht] = {
    "haak": Opdracht("haak", "hook", "haken:haak", "Nakijken wat git gaat vastleggen of delen."),
}
"""What git calls, and no person: in no list or help."""

PER_NAAM: dict[str, Opdracht] = {
    naam: opdracht for groep in OPDRACHTEN.values() for opdracht in groep for naam in (opdracht.naam, opdracht.english)
}
"""By either name."""


def load(opdracht: Opdracht) -> Callable[..., int]:
    """Import the function of ``opdracht``: it takes ``Globaal`` and what its signature says, gives an exit code."""
    module, _, name = opdracht.plek.partition(":")
    function: Callable[..., int] = getattr(import_module(f"nazorg.cli.{module}"), name)
    return function
