"""Every finding there is: its code, how much it weighs, and its title.

Codes are stable: they stand in scripts and in hooks. A code that is no longer given is never used again.
The hundreds tell the subject: 0 the file, 1 values, 2 ids and references in a dossier, 3 leefgebieden and actions,
4 dates, 5 status, 6 the region's settings, 7 privacy, 8 overleggen and the werkmap as a whole, 9 trajecten.
"""

from nazorg.diagnostics.bevinding import Severity

FOUT, WAARSCHUWING, ADVIES = Severity.FOUT, Severity.WAARSCHUWING, Severity.ADVIES

CODES: dict[str, tuple[Severity, str]] = {
    "NZ001": (FOUT, "Bestand is geen UTF-8"),
    "NZ002": (FOUT, "Onzichtbaar of verboden teken"),
    "NZ003": (FOUT, "Bestand is te groot of te diep"),
    "NZ004": (FOUT, "Geen geldige YAML"),
    "NZ005": (FOUT, "Anker of verwijzing van YAML"),
    "NZ006": (FOUT, "Type-aanduiding of instructie van YAML"),
    "NZ007": (FOUT, "Samenvoegsleutel van YAML"),
    "NZ008": (FOUT, "Meer dan één document in een bestand"),
    "NZ009": (FOUT, "Veld staat er twee keer"),
    "NZ010": (FOUT, "Veldnaam is geen tekst"),
    "NZ011": (FOUT, "Conflictmarkering van git"),
    "NZ012": (WAARSCHUWING, "Tekst afgebroken door een hekje"),
    "NZ013": (FOUT, "Bestand is leeg"),
    "NZ014": (FOUT, "Bestand kan niet gelezen worden"),
    "NZ101": (FOUT, "Onbekend veld"),
    "NZ102": (FOUT, "Verplicht veld ontbreekt"),
    "NZ103": (FOUT, "Geen geldige keuze"),
    "NZ104": (FOUT, "Geen geldige datum"),
    "NZ105": (FOUT, "Geen geldige termijn"),
    "NZ106": (FOUT, "Lijst, velden of één waarde verwacht"),
    "NZ107": (FOUT, "Geen geldig getal"),
    "NZ108": (FOUT, "Geen geldig nummer of kenmerk"),
    "NZ109": (FOUT, "Geen geldige tijd"),
    "NZ110": (FOUT, "Leeg moet leeg zijn"),
    "NZ201": (FOUT, "Nummer is niet de bestandsnaam"),
    "NZ202": (FOUT, "Id komt twee keer voor"),
    "NZ203": (ADVIES, "Onderdeel zonder id"),
    "NZ204": (FOUT, "Actie wacht op een onbekende actie"),
    "NZ205": (FOUT, "Acties wachten in een kring op elkaar"),
    "NZ206": (FOUT, "Conflict is niet opgelost"),
    "NZ207": (FOUT, "Besluit noemt een onbekende actie"),
    "NZ301": (WAARSCHUWING, "Basisvoorwaarde niet op tijd gevraagd"),
    "NZ302": (WAARSCHUWING, "Hulpvraag zonder stand"),
    "NZ303": (WAARSCHUWING, "Hulpvraag zonder actie"),
    "NZ304": (WAARSCHUWING, "Actie nog toe te delen"),
    "NZ305": (WAARSCHUWING, "Op orde zonder bewijs"),
    "NZ306": (WAARSCHUWING, "Bewijs is verlopen"),
    "NZ307": (FOUT, "Gedaan zonder datum"),
    "NZ308": (FOUT, "Datum ligt in de toekomst"),
    "NZ309": (FOUT, "Gedaan op een datum, maar de status is anders"),
    "NZ310": (ADVIES, "Wacht, maar niet bekend waarop"),
    "NZ401": (FOUT, "Datums staan niet in volgorde"),
    "NZ402": (FOUT, "Zekerheid past niet bij de datums"),
    "NZ403": (WAARSCHUWING, "Ontslagdatum is voorbij"),
    "NZ404": (ADVIES, "Vrijlating op een dag dat loketten dicht zijn"),
    "NZ405": (WAARSCHUWING, "Termijn is niet te berekenen"),
    "NZ406": (FOUT, "Wachttijd als uiterste dag"),
    "NZ407": (WAARSCHUWING, "Niet voor een dag die na de uiterste dag ligt"),
    "NZ408": (WAARSCHUWING, "Opschorting is niet hervat"),
    "NZ501": (FOUT, "Afgesloten met een onafgemaakte actie"),
    "NZ502": (FOUT, "Afgesloten zonder afsluiting"),
    "NZ503": (FOUT, "Geen nazorg zonder beoordeling"),
    "NZ504": (FOUT, "Overgedragen zonder overdracht"),
    "NZ505": (WAARSCHUWING, "Verplicht toezicht ontbreekt"),
    "NZ506": (WAARSCHUWING, "Status past niet bij de detentie"),
    "NZ601": (FOUT, "Onbekende eigenaar"),
    "NZ602": (FOUT, "Onbekende partner"),
    "NZ603": (FOUT, "Onbekende regisseur"),
    "NZ604": (FOUT, "Onbekende gemeente"),
    "NZ605": (FOUT, "Onbekend leefgebied"),
    "NZ606": (WAARSCHUWING, "Werkmap zonder nazorg.yaml"),
    "NZ607": (FOUT, "Onbekende versie van nazorg.yaml"),
    "NZ608": (FOUT, "Onbekende termijnregel"),
    "NZ609": (FOUT, "Eigen termijn met de naam van een wettelijke"),
    "NZ610": (FOUT, "Termijn van een gemeente is langer dan mag"),
    "NZ611": (FOUT, "Termijn is niet aan de gemeente"),
    "NZ612": (FOUT, "Eigen termijn is niet bruikbaar"),
    "NZ613": (FOUT, "Convenant verruimt een grondslag"),
    "NZ701": (FOUT, "Lijkt op een BSN"),
    "NZ702": (FOUT, "E-mailadres in een dossier"),
    "NZ703": (WAARSCHUWING, "Telefoonnummer in een dossier"),
    "NZ704": (WAARSCHUWING, "Geboortedatum in een dossier"),
    "NZ705": (WAARSCHUWING, "Verstrekking zonder geldige grondslag"),
    "NZ706": (WAARSCHUWING, "Toestemming die niet meer geldt, is nog gebruikt"),
    "NZ801": (FOUT, "Dossiernummer komt twee keer voor"),
    "NZ802": (WAARSCHUWING, "Betrokkene heeft twee lopende dossiers"),
    "NZ803": (FOUT, "Overleg noemt een onbekend dossier"),
    "NZ804": (WAARSCHUWING, "Dossier staat twee keer op de agenda"),
    "NZ805": (WAARSCHUWING, "Partner aan tafel zonder grondslag"),
    "NZ806": (WAARSCHUWING, "Punten passen niet in de tijd van het overleg"),
    "NZ807": (FOUT, "Tijden van het overleg staan niet in volgorde"),
    "NZ901": (FOUT, "Stap komt na een onbekende stap"),
    "NZ902": (FOUT, "Stappen wachten in een kring op elkaar"),
    "NZ903": (FOUT, "Traject komt twee keer voor"),
}


def severity_of(code: str) -> Severity:
    """How much the finding ``code`` weighs. Raises ``KeyError`` for a code that does not exist."""
    return CODES[code][0]


def title_of(code: str) -> str:
    """The title of ``code``, as on its page. Raises ``KeyError`` for a code that does not exist."""
    return CODES[code][1]
