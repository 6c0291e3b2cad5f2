"""What was decided and agreed in a consultation, as values."""

from dataclasses import dataclass, field
from datetime import date

from nazorg.begrippen.keuzes import Stand


@dataclass(frozen=True, slots=True)
class NieuweActie:
    """An action that was agreed; ``wie`` is the key of an owner, empty for nobody yet."""

    leefgebied: str
    wat: str
    wie: str = ""
    uiterlijk: str = ""
    snel_succes: bool = False


@dataclass(frozen=True, slots=True)
class Besloten:
    """A decision, about a leefgebied or (``None``) the dossier as a whole, with the actions that came of it."""

    tekst: str
    leefgebied: str | None
    acties: tuple[NieuweActie, ...] = ()


@dataclass(frozen=True, slots=True)
class Punt:
    """All that was said of one dossier. ``acties`` came of no decision; the rest is by leefgebied, or by action."""

    besluiten: tuple[Besloten, ...] = ()
    acties: tuple[NieuweActie, ...] = ()
    standen: dict[str, Stand] = field(default_factory=dict)
    gedaan: dict[str, str] = field(default_factory=dict)
    vervallen: tuple[str, ...] = ()
    uitgesteld: dict[str, str] = field(default_factory=dict)
    toegedeeld: dict[str, str] = field(default_factory=dict)

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was said."""
        return self == Punt()


@dataclass(frozen=True, slots=True)
class Verslag:
    """The minutes: who was there and when the next one is (``None``: not filled in), and by dossier what was said."""

    aanwezig: tuple[str, ...] | None = None
    volgende: date | None = None
    punten: dict[str, Punt] = field(default_factory=dict)
