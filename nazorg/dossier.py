"""The dossier: one person's aftercare case, as frozen values. Field = YAML key = column = JSON field."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from nazorg.begrippen.keuzes import (
    ONAF,
    Actiestatus,
    Akkoord,
    DetentieSoort,
    FaseringSoort,
    Grondslag,
    Hulpvraag,
    JaNee,
    Kader,
    Kant,
    Richting,
    Stand,
    Status,
    Uitkomst,
    Veiligheidsplan,
    Zekerheid,
)
from nazorg.begrippen.velden import (
    Datum,
    DossierId,
    HerhalingVeld,
    ItemId,
    Pseudoniem,
    StapVeld,
    Tekst,
    UiterlijkVeld,
    Vrij,
    hulp,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toezicht:
    """Verplicht toezicht: door wie en tot wanneer."""

    door: Tekst | None = field(default=None, metadata=hulp("Partner die toezicht houdt, meestal de reclassering."))
    tot: Datum | None = field(default=None, metadata=hulp("Laatste dag van het toezicht."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Beoordeling:
    """De beoordeling of er nazorg komt."""

    op: Datum | None = field(default=None, metadata=hulp("Dag van de beoordeling."))
    uitkomst: Uitkomst | None = field(default=None, metadata=hulp("Uitkomst: nazorg of geen_nazorg."))
    reden: Vrij | None = field(default=None, metadata=hulp("Waarom, in een korte zin."))
    opnieuw_aanbieden: Datum | None = field(default=None, metadata=hulp("Dag waarop hulp opnieuw wordt aangeboden."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Betrokken:
    """Wie er bij dit dossier betrokken is."""

    id: ItemId | None = field(default=None, metadata=hulp("Id van dit onderdeel; mag leeg blijven."))
    partner: Tekst = field(metadata=hulp("Partner uit nazorg.yaml."))
    rol: Tekst | None = field(default=None, metadata=hulp("Rol van de partner.", "casemanager", "behandelaar"))
    kenmerk: Tekst | None = field(default=None, metadata=hulp("Het eigen nummer van de partner voor deze zaak."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontslag:
    """Wanneer iemand vrijkomt. Onder 'feitelijk' de dag waarop het echt gebeurde."""

    verwacht: Datum | None = field(default=None, metadata=hulp("Verwachte dag van vrijlating."))
    vroegst: Datum | None = field(default=None, metadata=hulp("Vroegst mogelijke dag, bijvoorbeeld met eindverlof."))
    uiterst: Datum | None = field(default=None, metadata=hulp("Laatst mogelijke dag; hiermee wordt nooit gerekend."))
    zekerheid: Zekerheid | None = field(default=None, metadata=hulp("Hoe zeker de datum is."))
    feitelijk: Datum | None = field(default=None, metadata=hulp("Dag waarop de betrokkene echt vrijkwam."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fasering:
    """Een stap naar buiten tijdens de straf of maatregel."""

    id: ItemId | None = field(default=None, metadata=hulp("Id van dit onderdeel; mag leeg blijven."))
    soort: FaseringSoort = field(metadata=hulp("Wat voor stap het is."))
    vanaf: Datum | None = field(default=None, metadata=hulp("Eerste dag."))
    tot: Datum | None = field(default=None, metadata=hulp("Laatste dag."))


@dataclass(frozen=True, slots=True, kw_only=True)
class OntslagWijziging:
    """Een ontslagdatum die veranderde."""

    id: ItemId | None = field(default=None, metadata=hulp("Id van dit onderdeel; mag leeg blijven."))
    op: Datum | None = field(default=None, metadata=hulp("Dag waarop de wijziging bekend werd."))
    van: Datum | None = field(default=None, metadata=hulp("De oude datum."))
    naar: Datum | None = field(default=None, metadata=hulp("De nieuwe datum."))
    reden: Vrij | None = field(default=None, metadata=hulp("Waarom de datum veranderde."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Detentie:
    """De detentie: waar, sinds wanneer, en wanneer iemand vrijkomt."""

    soort: DetentieSoort | None = field(default=None, metadata=hulp("Waarom iemand vastzit."))
    inrichting: Tekst | None = field(default=None, metadata=hulp("Naam van de inrichting.", "PI Alphen"))
    ingesloten: Datum | None = field(
        default=None, metadata=hulp("Eerste dag van de detentie; die dag stopt de bijstand.")
    )
    binnenkomst: Datum | None = field(default=None, metadata=hulp("Dag van binnenkomst in deze inrichting."))
    zitting: Datum | None = field(default=None, metadata=hulp("Volgende zitting, bij voorlopige hechtenis."))
    dr_plan_ontvangen: Datum | None = field(default=None, metadata=hulp("Dag waarop het D&R-plan binnenkwam."))
    ontslag: Ontslag | None = field(default=None, metadata=hulp("De ontslagdatums."))
    fasering: tuple[Fasering, ...] = field(default=(), metadata=hulp("Stappen naar buiten."))
    ontslag_historie: tuple[OntslagWijziging, ...] = field(default=(), metadata=hulp("Eerdere ontslagdatums."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    """Een doel, liefst in de woorden van de betrokkene."""

    id: ItemId | None = field(default=None, metadata=hulp("Id van dit onderdeel; mag leeg blijven."))
    wens: Vrij = field(metadata=hulp("Het doel, liefst in eigen woorden."))
    leefgebied: Tekst | None = field(default=None, metadata=hulp("Leefgebied waar het doel bij hoort."))
    akkoord: Akkoord | None = field(default=None, metadata=hulp("Of de betrokkene het ermee eens is."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Opschorting:
    """Een tijd waarin de termijn stilstaat."""

    id: ItemId | None = field(default=None, metadata=hulp("Id van dit onderdeel; mag leeg blijven."))
    van: Datum = field(metadata=hulp("Eerste dag dat de termijn stilstaat."))
    hervat: Datum | None = field(default=None, metadata=hulp("Dag waarop de termijn weer loopt."))
    reden: Vrij | None = field(default=None, metadata=hulp("Waarom de termijn stilstaat."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Actie:
    """Een afgesproken stap met een eigenaar en een termijn."""

    id: ItemId | None = field(default=None, metadata=hulp("Id van de actie; mag leeg blijven."))
    wat: Vrij = field(metadata=hulp("Wat er gebeurt, in een korte zin."))
    eigenaar: Tekst | None = field(
        default=None, metadata=hulp("Partner, regisseur of betrokkene; leeg is: nog toe te delen.")
    )
    uiterlijk: UiterlijkVeld | None = field(
        default=None,
        metadata=hulp(
            "Een datum of een termijn.", "2026-12-01", "ontslag - 3w", "aanmelding + 5wd", "wgs-4-1 vanaf 2026-11-02"
        ),
    )
    afgesproken: Datum | None = field(default=None, metadata=hulp("Dag waarop de actie is afgesproken."))
    status: Actiestatus = field(default=Actiestatus.OPEN, metadata=hulp("Hoe het met de actie staat; leeg is: open."))
    wacht_op: Vrij | None = field(default=None, metadata=hulp("Op wie of wat de actie wacht."))
    na: tuple[ItemId, ...] = field(default=(), metadata=hulp("Ids van acties die eerst moeten."))
    snel_succes: JaNee = field(default=JaNee.NEE, metadata=hulp("Of dit de betrokkene snel iets oplevert."))
    niet_voor: UiterlijkVeld | None = field(
        default=None, metadata=hulp("Niet voor deze datum of termijn.", "ontslag + 4w", "pw-41-4 vanaf 2026-11-02")
    )
    herhaal: HerhalingVeld | None = field(default=None, metadata=hulp("Na hoe lang de actie terugkomt.", "6m"))
    in_plan: JaNee = field(
        default=JaNee.JA, metadata=hulp("Of de actie in het plan voor de betrokkene komt; leeg is: ja.")
    )
    stap: StapVeld | None = field(
        default=None, metadata=hulp("Stap van het traject waar de actie uit komt.", "kort-gestraft/id-aanvragen")
    )
    opschorting: tuple[Opschorting, ...] = field(default=(), metadata=hulp("Tijden waarin de termijn stilstaat."))
    gedaan_op: Datum | None = field(default=None, metadata=hulp("Dag waarop de actie klaar was."))
    resultaat: Vrij | None = field(default=None, metadata=hulp("Wat het opleverde."))

    @property
    def is_onaf(self) -> bool:
        """Whether it still has to be done."""
        return self.status in ONAF


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewijs:
    """Waaruit blijkt dat het op orde is."""

    wat: Vrij | None = field(default=None, metadata=hulp("Wat er gezien is.", "ID-kaart"))
    gezien: Datum | None = field(default=None, metadata=hulp("Dag waarop het gezien is."))
    geldig_tot: Datum | None = field(default=None, metadata=hulp("Laatste dag dat het geldig is."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Metingen:
    """De stand op de meetmomenten van de landelijke monitor."""

    binnenkomst: Stand | None = field(default=None, metadata=hulp("Stand bij binnenkomst."))
    ontslag: Stand | None = field(default=None, metadata=hulp("Stand bij vrijlating."))
    m6: Stand | None = field(default=None, metadata=hulp("Stand zes maanden na vrijlating."))
    m12: Stand | None = field(default=None, metadata=hulp("Stand twaalf maanden na vrijlating (alleen inkomen)."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Leefgebied:
    """Een leefgebied: wat de betrokkene vraagt, hoe het ervoor staat en wat er gebeurt."""

    hulpvraag: Hulpvraag | None = field(default=None, metadata=hulp("Of de betrokkene hulp vraagt."))
    stand: Stand | None = field(default=None, metadata=hulp("Hoe het ervoor staat."))
    situatie: Vrij | None = field(default=None, metadata=hulp("De situatie, zo kort mogelijk."))
    geen_actie: Vrij | None = field(default=None, metadata=hulp("Waarom er niets hoeft te gebeuren."))
    bewijs: Bewijs | None = field(default=None, metadata=hulp("Waaruit blijkt dat het op orde is."))
    metingen: Metingen | None = field(default=None, metadata=hulp("Standen voor de monitor."))
    acties: tuple[Actie, ...] = field(default=(), metadata=hulp("De afgesproken acties."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Toestemming:
    """Toestemming van de betrokkene om gegevens te delen."""

    id: ItemId | None = field(default=None, metadata=hulp("Id van dit onderdeel; mag leeg blijven."))
    partner: Tekst = field(metadata=hulp("Partner waarmee gedeeld mag worden."))
    leefgebieden: tuple[Tekst, ...] = field(default=(), metadata=hulp("Voor welke leefgebieden."))
    richting: Richting | None = field(default=None, metadata=hulp("Welke kant de gegevens op mogen."))
    gegeven: Datum | None = field(default=None, metadata=hulp("Dag waarop de toestemming is gegeven."))
    tot: Datum | None = field(default=None, metadata=hulp("Laatste dag dat de toestemming geldt."))
    ingetrokken: Datum | None = field(default=None, metadata=hulp("Dag waarop de toestemming is ingetrokken."))
    vastgelegd_in: Tekst | None = field(default=None, metadata=hulp("Waar de ondertekende toestemming ligt."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verstrekking:
    """Gegevens die aan een partner zijn gegeven."""

    id: ItemId | None = field(default=None, metadata=hulp("Id van dit onderdeel; mag leeg blijven."))
    op: Datum = field(metadata=hulp("Dag van de verstrekking."))
    aan: Tekst = field(metadata=hulp("Partner die de gegevens kreeg."))
    leefgebieden: tuple[Tekst, ...] = field(default=(), metadata=hulp("Over welke leefgebieden."))
    grondslag: Grondslag | None = field(default=None, metadata=hulp("Wettelijke grondslag."))
    door: Tekst | None = field(default=None, metadata=hulp("Regisseur die verstrekte."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """Een besluit uit een overleg."""

    id: ItemId | None = field(default=None, metadata=hulp("Id van dit onderdeel; mag leeg blijven."))
    overleg: Tekst | None = field(default=None, metadata=hulp("Naam van het overleg."))
    besluit: Vrij = field(metadata=hulp("Wat er besloten is."))
    leefgebied: Tekst | None = field(default=None, metadata=hulp("Leefgebied waar het besluit over gaat."))
    acties: tuple[ItemId, ...] = field(default=(), metadata=hulp("Ids van de acties die uit het besluit volgen."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Logregel:
    """Een regel in het logboek."""

    id: ItemId | None = field(default=None, metadata=hulp("Id van dit onderdeel; mag leeg blijven."))
    op: Datum = field(metadata=hulp("Dag."))
    met: Vrij | None = field(default=None, metadata=hulp("Met wie: partner, regisseur of betrokkene."))
    kort: Vrij = field(metadata=hulp("Wat er was, in een korte zin."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdracht:
    """Overdracht aan een andere gemeente."""

    naar: Tekst | None = field(default=None, metadata=hulp("Gemeente die het dossier krijgt."))
    op: Datum | None = field(default=None, metadata=hulp("Dag van de overdracht."))
    bevestigd: Datum | None = field(default=None, metadata=hulp("Dag waarop de andere gemeente het bevestigde."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Afsluiting:
    """Hoe het dossier is afgesloten."""

    op: Datum | None = field(default=None, metadata=hulp("Dag van afsluiting."))
    reden: Vrij | None = field(default=None, metadata=hulp("Waarom het dossier is afgesloten."))
    terug_in_detentie: JaNee | None = field(default=None, metadata=hulp("Of de betrokkene weer vastzit."))


PLEK_VAN_ACTIE = "leefgebied"
"""Where an action stands, named as if it were a field of it: of that, too, two people can make two things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Een verschil dat twee mensen samen moeten oplossen; geschreven bij het samenvoegen.

    Het veld zelf houdt zolang wat er eerst stond. Wat leeg is, stond er niet.
    """

    id: ItemId | None = field(default=None, metadata=hulp("Id van dit onderdeel."))
    veld: Tekst = field(
        metadata=hulp("Het veld of onderdeel waar het om gaat.", "leefgebieden.onderdak.acties.w4hn.uiterlijk")
    )
    basis: Vrij | None = field(default=None, metadata=hulp("Wat er eerst stond."))
    hier: Vrij | None = field(default=None, metadata=hulp("Wat er aan deze kant staat."))
    daar: Vrij | None = field(default=None, metadata=hulp("Wat er aan de andere kant staat."))
    verwijderd: Kant | None = field(
        default=None, metadata=hulp("Aan welke kant het onderdeel verwijderd is, terwijl de andere kant het wijzigde.")
    )
    hier_door: Tekst | None = field(default=None, metadata=hulp("Wie het aan deze kant schreef, en wanneer."))
    daar_door: Tekst | None = field(default=None, metadata=hulp("Wie het aan de andere kant schreef, en wanneer."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Een dossier: de nazorg van één persoon."""

    dossier: DossierId = field(metadata=hulp("Dossiernummer; gelijk aan de naam van het bestand.", "NZ-2026-k7f3mq"))
    betrokkene: Pseudoniem = field(metadata=hulp("Pseudoniem van de betrokkene; nooit een naam.", "p-4q9x2m"))
    aanmelding: Datum = field(metadata=hulp("Dag van aanmelding."))
    status: Status = field(metadata=hulp("Waar het dossier staat."))
    gemeente: Tekst = field(metadata=hulp("Gemeente die verantwoordelijk is."))
    regisseur: Tekst = field(metadata=hulp("Regisseur uit nazorg.yaml.", "m.bakker"))
    kader: Kader = field(metadata=hulp("Vrijwillige hulp of verplicht toezicht."))
    toezicht: Toezicht | None = field(default=None, metadata=hulp("Verplicht toezicht."))
    veiligheidsplan: Veiligheidsplan | None = field(
        default=None, metadata=hulp("Of er een veiligheidsplan is; nooit wat erin staat.")
    )
    beoordeling: Beoordeling | None = field(default=None, metadata=hulp("De beoordeling of er nazorg komt."))
    betrokken: tuple[Betrokken, ...] = field(default=(), metadata=hulp("Wie er betrokken is."))
    detentie: Detentie | None = field(default=None, metadata=hulp("De detentie."))
    nazorg_tot: Datum | None = field(default=None, metadata=hulp("Dag waarop de afgesproken nazorg eindigt."))
    doelen: tuple[Doel, ...] = field(default=(), metadata=hulp("Doelen van de betrokkene."))
    leefgebieden: dict[str, Leefgebied] = field(
        default_factory=dict, metadata=hulp("Per leefgebied hoe het ervoor staat.")
    )
    toestemmingen: tuple[Toestemming, ...] = field(default=(), metadata=hulp("Toestemmingen om te delen."))
    verstrekkingen: tuple[Verstrekking, ...] = field(default=(), metadata=hulp("Register van verstrekkingen."))
    besluiten: tuple[Besluit, ...] = field(default=(), metadata=hulp("Besluiten uit overleggen."))
    logboek: tuple[Logregel, ...] = field(default=(), metadata=hulp("Logboek."))
    overdracht: Overdracht | None = field(default=None, metadata=hulp("Overdracht aan een andere gemeente."))
    afsluiting: Afsluiting | None = field(default=None, metadata=hulp("Hoe het dossier is afgesloten."))
    conflicten: tuple[Conflict, ...] = field(
        default=(), metadata=hulp("Verschillen die nog opgelost moeten worden; niet zelf invullen.")
    )

    @property
    def loopt(self) -> bool:
        """Whether the case runs: not closed, not refused, and not handed over until the other side confirms."""
        if self.status in (Status.AFGESLOTEN, Status.GEEN_NAZORG):
            return False
        handed_over = self.overdracht is not None and self.overdracht.bevestigd is not None
        return not (self.status is Status.OVERGEDRAGEN and handed_over)

    def acties(self) -> Iterator[tuple[str, int, Actie]]:
        """Every action with its leefgebied and its place in that list, in the order of the file."""
        for naam, leefgebied in self.leefgebieden.items():
            for place, actie in enumerate(leefgebied.acties):
                yield naam, place, actie
