"""The traject: a standard plan of steps for a kind of case. Holds no text about a person."""

from dataclasses import dataclass, field

from nazorg.begrippen.keuzes import JaNee, Kader
from nazorg.begrippen.velden import AnkertermVeld, HerhalingVeld, Sleutel, Tekst, hulp

AFSPRAAK = "afspraak"
"""The source of a step that no law asks for."""

REGISSEUR = "regisseur"
"""The role of whoever directs the dossier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectstap:
    """Een stap van een traject; in een dossier wordt het een actie."""

    leefgebied: Tekst = field(metadata=hulp("Leefgebied waar de stap bij hoort."))
    wat: Tekst = field(metadata=hulp("Wat er gebeurt, in een korte zin."))
    eigenaar: Tekst | None = field(
        default=None,
        metadata=hulp(
            "Wie het doet: betrokkene, regisseur, een soort partner (zoals pi) of een partner uit nazorg.yaml.",
            "betrokkene",
            "regisseur",
            "pi",
        ),
    )
    uiterlijk: AnkertermVeld | None = field(
        default=None, metadata=hulp("Uiterlijk wanneer, geteld vanaf een moment.", "ontslag - 4w", "ingesloten + 1d")
    )
    na: tuple[Sleutel, ...] = field(default=(), metadata=hulp("Sleutels van stappen die eerst moeten."))
    snel_succes: JaNee = field(default=JaNee.NEE, metadata=hulp("Of dit de betrokkene snel iets oplevert."))
    niet_voor: AnkertermVeld | None = field(default=None, metadata=hulp("Niet voor dit moment.", "ontslag - 8w"))
    herhaal: HerhalingVeld | None = field(default=None, metadata=hulp("Na hoe lang de actie terugkomt.", "6m"))
    in_plan: JaNee = field(
        default=JaNee.JA, metadata=hulp("Of de actie in het plan voor de betrokkene komt; leeg is: ja.")
    )
    waarom: Tekst = field(metadata=hulp("Waarom deze stap, in een zin."))
    bron: Tekst = field(
        default=AFSPRAAK, metadata=hulp("Het wetsartikel dat erom vraagt; leeg is: een afspraak.", "Pbw 18a lid 1")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Traject:
    """Een traject: de vaste stappen voor een soort zaak."""

    traject: Sleutel = field(
        metadata=hulp("Naam van het traject; gelijk aan de naam van het bestand.", "kort-gestraft")
    )
    naam: Tekst = field(metadata=hulp("Hoe het traject heet."))
    voor: Tekst = field(metadata=hulp("Voor wie het is."))
    kader: Kader | None = field(default=None, metadata=hulp("Het kader van een nieuw dossier met dit traject."))
    stappen: dict[Sleutel, Trajectstap] = field(
        metadata=hulp("De stappen, elk met een sleutel; dezelfde sleutel is overal dezelfde stap.")
    )
