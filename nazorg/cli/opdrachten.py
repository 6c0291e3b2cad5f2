"""Every command there is, by its two names, and the filters of a list."""

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
        Opdracht("zoek", "find", "lijsten:zoek", "Een dossier zoeken op naam, pseudoniem of kenmerk."),
        Opdracht("agenda", "agenda", "overleggen:agenda", "De agenda van een overleg."),
        Opdracht("controleer", "validate", "controleren:controleer", "Dossiers en overleggen nakijken."),
    ),
    "Terugkijken": (
        Opdracht("geschiedenis", "history", "terugkijken:geschiedenis", "Wat er gebeurd is, door wie en wanneer."),
        Opdracht("verschil", "diff", "terugkijken:verschil", "Wat er verschilt tussen twee versies."),
    ),
    "Beginnen": (
        Opdracht("demo", "demo", "opzetten:demo", "Een voorbeeldregio om mee te oefenen."),
        Opdracht("init", "init", "opzetten:init", "Een werkmap voor uw eigen regio maken."),
        Opdracht("schema", "schema", "opzetten:schema", "Het schema waarmee een editor meehelpt."),
    ),
}

PER_NAAM: dict[str, Opdracht] = {
    naam: opdracht for groep in OPDRACHTEN.values() for opdracht in groep for naam in (opdracht.naam, opdracht.english)
}
"""By either name."""

FILTERS = {
    "gemeente": "Alleen deze gemeente.",
    "regisseur": "Alleen deze regisseur.",
    "eigenaar": "Alleen acties van deze eigenaar.",
    "leefgebied": "Alleen dit leefgebied.",
    "inrichting": "Alleen deze inrichting.",
    "status": "Alleen dossiers met deze status.",
    "kader": "Alleen vrijwillig of justitieel.",
}
"""Each may be given more than once; the help of each."""
