"""The region's settings: ``nazorg.yaml``."""

from dataclasses import dataclass, field
from typing import Annotated

from nazorg.begrippen.keuzes import (
    LEEFGEBIEDEN,
    Gebonden,
    Gegevenssoort,
    Grondslag,
    JaNee,
    Partnersoort,
    Telrichting,
    Termijnsoort,
)
from nazorg.begrippen.tekstwaarde import Tekstwaarde
from nazorg.begrippen.termen import Duur, Eenheid
from nazorg.begrippen.velden import Datum, DuurVeld, Sleutel, Tekst, hulp, read_getal

VERSIE = 1
"""The version of the form of the files that this program reads."""

Versie = Annotated[
    int,
    Tekstwaarde(
        read_getal,
        {"type": ["integer", "string"], "minimum": VERSIE, "maximum": VERSIE, "pattern": f"^{VERSIE}$"},
    ),
]

BETROKKENE = "betrokkene"
"""The person's own name as owner of an action."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeente:
    """Een gemeente van de regio."""

    eigen_team: JaNee = field(default=JaNee.NEE, metadata=hulp("Of de gemeente een eigen team heeft."))
    centrumgemeente: Tekst | None = field(default=None, metadata=hulp("Centrumgemeente waar deze gemeente bij hoort."))
    termijnen: dict[Sleutel, DuurVeld] = field(
        default_factory=dict,
        metadata=hulp("Termijnen die elke gemeente zelf vaststelt, zoals wgs-4a-3: 6w."),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Manager:
    """Wie een derde rappel krijgt."""

    naam: Tekst | None = field(default=None, metadata=hulp("Naam van de manager."))
    mail: Tekst | None = field(default=None, metadata=hulp("E-mailadres van de manager."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarneming:
    """Een tijd waarin een collega de dossiers van een regisseur in de gaten houdt."""

    door: Sleutel = field(metadata=hulp("De regisseur die waarneemt."))
    van: Datum | None = field(default=None, metadata=hulp("Eerste dag; leeg is: nu al."))
    tot: Datum = field(metadata=hulp("Laatste dag."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Regisseur:
    """Een nazorgcoördinator die de regie voert."""

    naam: Tekst | None = field(default=None, metadata=hulp("Naam, zoals die op een agenda staat."))
    mail: Tekst | None = field(default=None, metadata=hulp("E-mailadres; ook hoe git deze regisseur herkent."))
    gemeenten: tuple[Tekst, ...] = field(default=(), metadata=hulp("Gemeenten van deze regisseur."))
    manager: Manager | None = field(default=None, metadata=hulp("Wie een derde rappel over deze regisseur krijgt."))
    waarneming: Waarneming | None = field(default=None, metadata=hulp("Wie er een tijd lang waarneemt."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Een organisatie waarmee de regio samenwerkt."""

    naam: Tekst | None = field(default=None, metadata=hulp("Naam van de organisatie."))
    soort: Partnersoort = field(metadata=hulp("Wat voor organisatie het is."))
    mail: Tekst | None = field(default=None, metadata=hulp("E-mailadres voor rappels."))
    manager: Manager | None = field(default=None, metadata=hulp("Wie een derde rappel aan deze partner krijgt."))
    grondslagen: tuple[Grondslag, ...] = field(
        default=(), metadata=hulp("Op welke gronden hooguit gedeeld mag worden; per dossier wordt bepaald wat geldt.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnversie:
    """Een termijn zoals die in een bepaalde tijd gold."""

    termijn: DuurVeld = field(metadata=hulp("Hoe lang de termijn toen was.", "4w"))
    geldig_van: Datum | None = field(
        default=None, metadata=hulp("Eerste begindag waarvoor dit geldt; leeg is: altijd.")
    )
    geldig_tot: Datum | None = field(
        default=None, metadata=hulp("Laatste begindag waarvoor dit geldt; leeg is: nog steeds.")
    )
    bron: Tekst | None = field(default=None, metadata=hulp("Het besluit of de afspraak van toen."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnregel:
    """Een eigen afspraak van de regio over een termijn."""

    naam: Tekst | None = field(default=None, metadata=hulp("Wat de afspraak inhoudt."))
    termijn: DuurVeld | None = field(default=None, metadata=hulp("Hoe lang de termijn is.", "4w"))
    bindt: Gebonden | None = field(default=None, metadata=hulp("Wie aan de afspraak gebonden is."))
    soort: Termijnsoort = field(
        default=Termijnsoort.DEADLINE, metadata=hulp("Uiterste dag, wachttijd of bewaartijd; leeg is: uiterste dag.")
    )
    richting: Telrichting = field(
        default=Telrichting.VOORUIT, metadata=hulp("Vooruit of terug geteld; leeg is: vooruit.")
    )
    opschortbaar: JaNee = field(default=JaNee.JA, metadata=hulp("Of een opschorting meetelt; leeg is: ja."))
    per_gemeente: JaNee = field(
        default=JaNee.NEE, metadata=hulp("Of elke gemeente de termijn zelf vaststelt, bij 'gemeenten'.")
    )
    hooguit: DuurVeld | None = field(
        default=None, metadata=hulp("Hoe lang de termijn van een gemeente hooguit mag zijn.", "8w")
    )
    bron: Tekst | None = field(default=None, metadata=hulp("Waar de afspraak vastligt."))
    versies: tuple[Termijnversie, ...] = field(
        default=(), metadata=hulp("In plaats van 'termijn': hoe lang de termijn wanneer was.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Convenant:
    """Een convenant: wat er van een grondslag overblijft. Het kan beperken, nooit verruimen."""

    naam: Tekst | None = field(default=None, metadata=hulp("Hoe het convenant heet."))
    grondslag: Grondslag = field(metadata=hulp("De grondslag die het convenant beperkt."))
    partners: tuple[Tekst, ...] = field(default=(), metadata=hulp("Voor welke partners; leeg is: voor alle."))
    leefgebieden: tuple[Tekst, ...] = field(
        default=(), metadata=hulp("Alleen deze leefgebieden; leeg is: alle die de grondslag geeft.")
    )
    soorten: tuple[Gegevenssoort, ...] = field(
        default=(), metadata=hulp("Alleen deze soorten gegevens; leeg is: alle die de grondslag geeft.")
    )
    geldig_van: Datum | None = field(default=None, metadata=hulp("Eerste dag; leeg is: altijd."))
    geldig_tot: Datum | None = field(default=None, metadata=hulp("Laatste dag; leeg is: nog steeds."))
    bron: Tekst | None = field(default=None, metadata=hulp("Waar het convenant ligt."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kalender:
    """Dagen die gelijkstaan aan een feestdag."""

    gelijkgestelde_dagen: tuple[Datum, ...] = field(
        default=(), metadata=hulp("Extra dagen zonder werk, naast de feestdagen en de dagen die het programma al kent.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaren:
    """De bewaartermijn die de regio zelf vaststelde."""

    termijn: DuurVeld | None = field(default=None, metadata=hulp("Hoe lang een dossier bewaard blijft."))
    vanaf: Tekst | None = field(default=None, metadata=hulp("Vanaf welk moment dat telt."))
    bron: Tekst | None = field(default=None, metadata=hulp("Het besluit of de verordening."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Instellingen:
    """De instellingen van de regio."""

    nazorg: Versie = field(metadata=hulp("Versie van de bestandsvorm: 1."))
    regio: Tekst = field(metadata=hulp("Naam van de regio."))
    gemeenten: dict[str, Gemeente] = field(default_factory=dict, metadata=hulp("De gemeenten van de regio."))
    regisseurs: dict[Sleutel, Regisseur] = field(default_factory=dict, metadata=hulp("De regisseurs."))
    partners: dict[Sleutel, Partner] = field(default_factory=dict, metadata=hulp("De partners."))
    leefgebieden: tuple[Sleutel, ...] = field(default=(), metadata=hulp("Leefgebieden naast de zes vaste."))
    termijnen: dict[Sleutel, Termijnregel] = field(
        default_factory=dict, metadata=hulp("Eigen termijnafspraken van de regio.")
    )
    convenanten: dict[Sleutel, Convenant] = field(
        default_factory=dict, metadata=hulp("Convenanten die een grondslag beperken.")
    )
    kalender: Kalender = field(default=Kalender(), metadata=hulp("Extra dagen zonder werk."))
    inkorting: DuurVeld = field(
        default=Duur(2, Eenheid.WERKDAG),
        metadata=hulp("Hoeveel tijd er minstens is als een termijn al voorbij is bij het afspreken.", "2wd"),
    )
    bewaren: Bewaren | None = field(default=None, metadata=hulp("De bewaartermijn; er is geen standaard."))

    @property
    def alle_leefgebieden(self) -> tuple[str, ...]:
        """The six of every region, then the region's own."""
        return (*LEEFGEBIEDEN, *(naam for naam in self.leefgebieden if naam not in LEEFGEBIEDEN))

    def naam_van(self, eigenaar: str | None) -> str:
        """What an owner is called on paper: the partner's or regisseur's name, or the key itself."""
        if eigenaar is None:
            return "nog toe te delen"
        partner, regisseur = self.partners.get(eigenaar), self.regisseurs.get(eigenaar)
        return (partner and partner.naam) or (regisseur and regisseur.naam) or eigenaar


ZONDER_REGIO = Instellingen(nazorg=VERSIE, regio="")
"""What holds where there are no settings that can be read: the program's own defaults."""
