"""The choices that a value can have, each with the Dutch words that an editor shows beside it."""

import re
from enum import StrEnum
from typing import Self


class Keuze(StrEnum):
    """A choice with its meaning: ``omschrijving`` is one Dutch sentence or phrase."""

    omschrijving: str

    @property
    def kort(self) -> str:
        """The first words of ``omschrijving``: what stands in a line with other things."""
        return re.split(r"[:;(]", self.omschrijving, maxsplit=1)[0].strip()

    def __new__(cls, value: str, omschrijving: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.omschrijving = omschrijving
        return member


class JaNee(Keuze):
    """Ja of nee."""

    JA = "ja", "ja"
    NEE = "nee", "nee"


class Status(Keuze):
    """Waar het dossier staat."""

    AANGEMELD = "aangemeld", "aangemeld, nog niet beoordeeld"
    IN_DETENTIE = "in_detentie", "de betrokkene zit vast; er wordt gewerkt aan de terugkeer"
    EXTRAMURAAL = (
        "extramuraal",
        "buiten de inrichting, de straf of maatregel loopt nog (PP, ISD laatste fase, proefverlof)",
    )
    NAZORG = "nazorg", "vrij; de afgesproken tijd van nazorg loopt"
    AFGESLOTEN = "afgesloten", "klaar; zie afsluiting"
    OVERGEDRAGEN = "overgedragen", "naar een andere gemeente; loopt door tot die het bevestigt"
    GEEN_NAZORG = "geen_nazorg", "beoordeeld: geen nazorg; zie beoordeling"


BINNEN = frozenset({Status.AANGEMELD, Status.IN_DETENTIE})
"""With one of these a person may still have to be released."""


class Kader(Keuze):
    """Vrijwillige hulp of verplicht toezicht."""

    VRIJWILLIG = "vrijwillig", "vrijwillige hulp"
    JUSTITIEEL = "justitieel", "met verplicht toezicht; zie toezicht"


class Veiligheidsplan(Keuze):
    """Of er een veiligheidsplan is; nooit wat erin staat."""

    ONBEKEND = "onbekend", "niet bekend"
    NEE = "nee", "er is geen veiligheidsplan"
    IN_VOORBEREIDING = "in_voorbereiding", "er wordt een veiligheidsplan gemaakt"
    JA = "ja", "er is een veiligheidsplan"


class Uitkomst(Keuze):
    """Uitkomst van de beoordeling."""

    NAZORG = "nazorg", "er komt nazorg"
    GEEN_NAZORG = "geen_nazorg", "er komt geen nazorg"


class DetentieSoort(Keuze):
    """Waarom iemand vastzit."""

    VOORLOPIGE_HECHTENIS = (
        "voorlopige_hechtenis",
        "voorlopige hechtenis: nog geen vonnis; vrijlating kan bij elke zitting",
    )
    GEVANGENISSTRAF = "gevangenisstraf", "gevangenisstraf"
    VERVANGENDE_HECHTENIS = "vervangende_hechtenis", "vervangende hechtenis (taakstraf of boete niet voldaan)"
    GIJZELING = "gijzeling", "gijzeling"
    ISD = "isd", "maatregel inrichting voor stelselmatige daders (ISD)"
    PIJ = "pij", "maatregel plaatsing in een inrichting voor jeugdigen (PIJ)"
    TBS = "tbs", "terbeschikkingstelling (tbs)"
    JEUGDDETENTIE = "jeugddetentie", "jeugddetentie"


class Zekerheid(Keuze):
    """Hoe zeker de ontslagdatum is."""

    ONBEKEND = "onbekend", "er is nog geen datum"
    VERWACHT = "verwacht", "de datum wordt verwacht en kan schuiven"
    VAST = "vast", "de datum staat vast"


class FaseringSoort(Keuze):
    """Een stap naar buiten tijdens de straf of maatregel."""

    REINTEGRATIEVERLOF = "reintegratieverlof", "re-integratieverlof"
    PP = "pp", "penitentiair programma"
    EINDVERLOF = "eindverlof", "eindverlof: eerder naar buiten aan het eind van de straf"
    VI = "vi", "voorwaardelijke invrijheidstelling"
    ISD_LAATSTE_FASE = "isd_laatste_fase", "laatste fase van de ISD, buiten de inrichting"
    PROEFVERLOF = "proefverlof", "proefverlof (tbs of PIJ)"


FASERING_BUITEN = frozenset(
    {FaseringSoort.PP, FaseringSoort.EINDVERLOF, FaseringSoort.ISD_LAATSTE_FASE, FaseringSoort.PROEFVERLOF}
)
"""The steps with which a person lives outside: what the anchor ``buiten`` looks for."""


class Akkoord(Keuze):
    """Of de betrokkene het eens is met het doel."""

    JA = "ja", "de betrokkene is het ermee eens"
    NEE = "nee", "de betrokkene is het er niet mee eens"
    NIET_GEVRAAGD = "niet_gevraagd", "nog niet gevraagd"


class Hulpvraag(Keuze):
    """Of de betrokkene hulp vraagt op dit leefgebied."""

    JA = "ja", "de betrokkene vraagt hulp"
    NEE = "nee", "gevraagd: geen hulp nodig"
    ONBEKEND = "onbekend", "nog niet gevraagd"
    GEWEIGERD = "geweigerd", "gevraagd: wil geen hulp"


class Stand(Keuze):
    """Hoe het leefgebied ervoor staat."""

    ONBEKEND = "onbekend", "niet bekend"
    ACUUT = "acuut", "er moet nu iets gebeuren"
    NIET_OP_ORDE = "niet_op_orde", "niet op orde"
    LOOPT = "loopt", "er wordt aan gewerkt"
    OP_ORDE = "op_orde", "op orde, met bewijs"
    NVT = "nvt", "niet van toepassing"


IN_ORDE = frozenset({Stand.OP_ORDE, Stand.NVT})
"""With one of these a leefgebied needs nothing more."""


class Actiestatus(Keuze):
    """Hoe het met de actie staat."""

    OPEN = "open", "nog niet begonnen (ook als er niets staat)"
    BEZIG = "bezig", "iemand is ermee bezig"
    WACHT = "wacht", "wacht op iemand of iets; zie wacht_op"
    GEDAAN = "gedaan", "gedaan; zie gedaan_op en resultaat"
    VERVALLEN = "vervallen", "niet meer nodig"
    NIET_MOGELIJK = "niet_mogelijk", "kan niet"


ONAF = frozenset({Actiestatus.OPEN, Actiestatus.BEZIG, Actiestatus.WACHT})
"""An action with one of these still has to be done."""


class Richting(Keuze):
    """Welke kant de gegevens op mogen."""

    AAN = "aan", "aan de partner"
    VAN = "van", "van de partner"
    BEIDE = "beide", "beide kanten op"


class Partnersoort(Keuze):
    """Wat voor organisatie de partner is."""

    GEMEENTE = "gemeente", "gemeente, ook een afdeling of wijkteam"
    PI = "pi", "penitentiaire inrichting"
    RECLASSERING = "reclassering", "reclassering (3RO)"
    WONINGCORPORATIE = "woningcorporatie", "woningcorporatie"
    ZORGAANBIEDER = "zorgaanbieder", "zorgaanbieder"
    SCHULDHULP = "schuldhulp", "schuldhulpverlening"
    BEWINDVOERDER = "bewindvoerder", "bewindvoerder"
    UWV = "uwv", "UWV"
    ZORGVERZEKERAAR = "zorgverzekeraar", "zorgverzekeraar"
    POLITIE = "politie", "politie"
    VEILIG_THUIS = "veilig_thuis", "Veilig Thuis"
    ZVH = "zvh", "Zorg- en Veiligheidshuis"
    VRIJWILLIGERS = "vrijwilligers", "vrijwilligersorganisatie"
    WERKGEVER = "werkgever", "werkgever"
    ONDERWIJS = "onderwijs", "onderwijs"
    OVERIG = "overig", "iets anders"


class Grondslag(Keuze):
    """Wettelijke grondslag om gegevens te delen."""

    PM_20D = "pm-20d", "Penitentiaire maatregel art. 20d: tussen PI, gemeente en reclassering"
    PBW_18B = "pbw-18b", "Penitentiaire beginselenwet art. 18b"
    WJSG_51C = "wjsg-51c", "Wet justitiële en strafvorderlijke gegevens art. 51c"
    WGS_8A = "wgs-8a", "Wet gemeentelijke schuldhulpverlening art. 8a"
    WGSV_ZVH = "wgsv-zvh", "Wet gegevensverwerking door samenwerkingsverbanden: Zorg- en Veiligheidshuis"
    TOESTEMMING = "toestemming", "toestemming van de betrokkene"


class Gegevenssoort(Keuze):
    """Wat voor gegevens een partner krijgt."""

    DETENTIE = "detentie", "status, en de data van detentie en vrijlating"
    TOEZICHT = "toezicht", "of er verplicht toezicht is"
    STAND = "stand", "hoe een leefgebied ervoor staat, en of er hulp gevraagd is"
    SITUATIE = "situatie", "de situatie op een leefgebied, in een zin"
    ACTIES = "acties", "de acties op een leefgebied"
    BESLUITEN = "besluiten", "besluiten over een leefgebied"
    VERANDERINGEN = "veranderingen", "wat er op een leefgebied veranderde"


class Kant(Keuze):
    """Aan welke kant iets gebeurde toen twee mensen hetzelfde dossier veranderden."""

    HIER = "hier", "aan de kant waar het bij elkaar kwam"
    DAAR = "daar", "aan de kant die erbij kwam"


class Overlegsoort(Keuze):
    """Wat voor overleg het is."""

    CASUSOVERLEG = "casusoverleg", "casusoverleg: dossiers doornemen"
    REGIEOVERLEG = "regieoverleg", "regie- en toedelingsoverleg: wie pakt wat op"
    ONTSLAGOVERLEG = "ontslagoverleg", "ontslagoverleg: wie komt er vrij en wat is niet op orde"


class Aanleiding(Keuze):
    """Waarom een dossier op de agenda staat."""

    TE_LAAT = "te_laat", "er zijn acties te laat"
    TOEDELEN = "toedelen", "er is een actie zonder eigenaar"
    UITSTROOM = "uitstroom", "de betrokkene komt binnenkort vrij"
    GEWIJZIGD = "gewijzigd", "gewijzigd sinds het vorige overleg"
    INGEBRACHT = "ingebracht", "door iemand ingebracht"


class Anker(Keuze):
    """Het moment waaraan een termijn vastzit."""

    AANMELDING = "aanmelding", "de dag van aanmelding"
    INGESLOTEN = "ingesloten", "de eerste dag van de detentie"
    BINNENKOMST = "binnenkomst", "de dag van binnenkomst in deze inrichting"
    ONTSLAG = "ontslag", "de dag van vrijlating"
    BUITEN = (
        "buiten",
        "de eerste dag buiten (pp, eindverlof, ISD laatste fase, proefverlof), anders de dag van vrijlating",
    )


class Gebonden(Keuze):
    """Wie aan een termijn gebonden is."""

    PI = "pi", "de penitentiaire inrichting"
    COLLEGE = "college", "het college van burgemeester en wethouders"
    BETROKKENE = "betrokkene", "de betrokkene"
    DEELNEMERS_ZVH = "deelnemers_zvh", "de deelnemers aan het Zorg- en Veiligheidshuis"
    PARTNERS = "partners", "de partners die het samen afspraken"


class Termijnsoort(Keuze):
    """Wat een termijn inhoudt."""

    DEADLINE = "deadline", "uiterste dag: dan moet het gedaan zijn"
    WACHTTIJD = "wachttijd", "wachttijd: eerder kan of mag het niet; alleen bij niet_voor"
    BEWAREN = "bewaren", "bewaartijd: zolang moet het bewaard blijven; alleen bij niet_voor"


GEEN_UITERSTE_DAG = frozenset({Termijnsoort.WACHTTIJD, Termijnsoort.BEWAREN})
"""With one of these a term says from when something may be done, and never by when it must be."""


class Telrichting(Keuze):
    """Welke kant een termijn op telt."""

    VOORUIT = "vooruit", "vooruit: zoveel tijd na de begindag"
    TERUG = "terug", "terug: zoveel tijd voor de genoemde dag"


class Nagegaan(Keuze):
    """Hoe goed een regel van de wet is nagegaan."""

    WETTEKST = "wettekst", "nagegaan in de tekst van de wet"
    TWEEDE_HAND = "tweede_hand", "uit een tweede bron, niet nagegaan in de tekst van de wet"
    NIET = "niet", "niet nagegaan in de tekst van de wet"


LEEFGEBIEDEN = {
    "id_bewijs": "identiteitsbewijs",
    "onderdak": "onderdak",
    "werk_inkomen": "werk en inkomen",
    "schulden": "schulden",
    "zorg": "zorg",
    "netwerk": "netwerk",
}
"""The six leefgebieden of every region, in the order of the work, with the words for a heading."""

BASISVOORWAARDEN = ("id_bewijs", "onderdak", "werk_inkomen", "schulden", "zorg")
"""What must be in order on the day of release: the leefgebieden without the network."""
