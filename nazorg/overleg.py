"""The overleg: a consultation with its partners at the table and its dossiers. Holds no text about a person."""

from dataclasses import dataclass, field

from nazorg.begrippen.keuzes import Aanleiding, Overlegsoort
from nazorg.begrippen.velden import Datum, DossierId, Getal, OverlegId, Tekst, Tijd, hulp


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendapunt:
    """Een dossier op de agenda."""

    dossier: DossierId = field(metadata=hulp("Dossiernummer."))
    aanleiding: Aanleiding | None = field(default=None, metadata=hulp("Waarom het op de agenda staat."))
    partners: tuple[Tekst, ...] = field(
        default=(), metadata=hulp("Wie er voor dit dossier aan tafel zit; leeg is: alle partners van het overleg.")
    )
    minuten: Getal | None = field(default=None, metadata=hulp("Tijd voor dit dossier, in minuten."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Overleg:
    """Een overleg."""

    overleg: OverlegId = field(
        metadata=hulp("Naam van het overleg; gelijk aan de naam van het bestand.", "2026-11-26-leiden")
    )
    soort: Overlegsoort = field(metadata=hulp("Wat voor overleg het is."))
    datum: Datum = field(metadata=hulp("Dag van het overleg."))
    tijd: Tijd | None = field(default=None, metadata=hulp("Aanvangstijd.", "10:00"))
    eindtijd: Tijd | None = field(default=None, metadata=hulp("Wanneer het klaar moet zijn.", "11:30"))
    plaats: Tekst | None = field(default=None, metadata=hulp("Waar het overleg is."))
    gemeenten: tuple[Tekst, ...] = field(default=(), metadata=hulp("Gemeenten waar het over gaat."))
    voorzitter: Tekst | None = field(default=None, metadata=hulp("Regisseur die voorzit."))
    partners: tuple[Tekst, ...] = field(default=(), metadata=hulp("Partners aan tafel."))
    dossiers: tuple[Agendapunt, ...] = field(default=(), metadata=hulp("De dossiers, in volgorde."))
    aanwezig: tuple[Tekst, ...] = field(
        default=(), metadata=hulp("Wie er was: partners en regisseurs; in te vullen na het overleg.")
    )
    volgende: Datum | None = field(default=None, metadata=hulp("Dag van het volgende overleg van deze soort."))
    verslag: Datum | None = field(
        default=None, metadata=hulp("Dag waarop vastgelegd is wat er besloten is; nazorg vult het in.")
    )

    @property
    def duur(self) -> int | None:
        """How long it lasts, in minutes; ``None`` where begin or end is not known, or the end does not come after."""
        if self.tijd is None or self.eindtijd is None or self.eindtijd <= self.tijd:
            return None
        return (self.eindtijd.hour - self.tijd.hour) * 60 + self.eindtijd.minute - self.tijd.minute


def minutes_subject(overleg: str) -> str:
    """How the subject of a commit begins that records the minutes of the consultation with this name."""
    return f"verslag {overleg}"
