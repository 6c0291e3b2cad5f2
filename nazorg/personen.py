"""The persons file and the user's own settings: what never stands in a werkmap."""

from dataclasses import dataclass, field

from nazorg.begrippen.velden import Pseudoniem, Tekst, hulp


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """Wie er achter een pseudoniem zit."""

    naam: Tekst = field(metadata=hulp("Naam van de betrokkene."))
    contact: Tekst | None = field(default=None, metadata=hulp("Hoe de betrokkene te bereiken is."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Personenbestand:
    """Het personenbestand: pseudoniem en wie dat is. Ligt buiten elke werkmap."""

    personen: dict[Pseudoniem, Persoon] = field(default_factory=dict, metadata=hulp("Per pseudoniem wie het is."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebruiker:
    """De eigen instellingen van een gebruiker op deze computer."""

    personen: Tekst | None = field(default=None, metadata=hulp("Waar het personenbestand ligt."))
