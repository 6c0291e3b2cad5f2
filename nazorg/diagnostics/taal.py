"""One Dutch catalogue by type of error: for values in files and for words on the command line alike.

The keys are our own (``OngeldigeWaarde.soort``), pydantic's error types and libyaml's problems; no word of those
libraries ever reaches a person.
"""

from collections.abc import Iterable
from typing import NamedTuple

from nazorg.diagnostics.tekst import visible


class Zin(NamedTuple):
    """What a type of error is called: its code in a file, what is wrong, and what to do."""

    code: str
    message: str
    remedy: str


ZINNEN: dict[str, Zin] = {
    # values, by OngeldigeWaarde.soort
    "geen_enkele_waarde": Zin(
        "NZ106", "Hier hoort één waarde te staan, geen lijst en geen velden.", "Zet de waarde achter de dubbele punt."
    ),
    "geen_lijst": Zin(
        "NZ106", "Hier hoort een lijst te staan.", "Zet elk onderdeel op een eigen regel, met '- ' ervoor."
    ),
    "geen_velden": Zin(
        "NZ106", "Hier horen velden te staan (naam: waarde).", "Schrijf elk veld op een eigen regel: 'naam: waarde'."
    ),
    "geen_keuze": Zin("NZ103", "{waarde} is geen geldige keuze{veld}.", "{bedoelde}Kies uit: {keuzes}."),
    "geen_datum": Zin(
        "NZ104", "{waarde} is geen datum.", "Schrijf een datum als jaar-maand-dag, bijvoorbeeld 2026-01-05."
    ),
    "bijna_datum": Zin(
        "NZ104", "{waarde} is geen datum zoals die hier hoort.", "Bedoelt u {voorstel}? Schrijf het zo."
    ),
    "datum_bestaat_niet": Zin(
        "NZ104", "{waarde} is een dag die niet bestaat.", "Kijk de dag, de maand en het jaar na."
    ),
    "geen_duur": Zin(
        "NZ105",
        "{waarde} is geen duur.",
        "Schrijf een getal met d, w, m of wd (dagen, weken, maanden, werkdagen), bijvoorbeeld 3w.",
    ),
    "geen_herhaling": Zin(
        "NZ105",
        "{waarde} is geen tijd waarna iets terugkomt.",
        "Schrijf ten minste 1d; komt het niet terug, laat 'herhaal' dan weg.",
    ),
    "geen_anker": Zin(
        "NZ105",
        "{waarde} is geen moment waarvan af geteld kan worden.",
        "{bedoelde}Kies uit: {keuzes}, of schrijf een datum.",
    ),
    "kaal_anker": Zin(
        "NZ105",
        "Hier staat alleen een moment; hoe lang ervoor of erna?",
        "Schrijf bijvoorbeeld ontslag - 3w; op de dag zelf is ontslag - 0d.",
    ),
    "geen_term": Zin(
        "NZ105",
        "{waarde} is geen datum en geen termijn.",
        "Schrijf een datum (2026-01-05) of een termijn (ontslag - 3w).",
    ),
    "geen_ankerterm": Zin(
        "NZ105",
        "{waarde} is geen termijn die vanaf een moment telt.",
        "{bedoelde}Schrijf bijvoorbeeld ontslag - 3w; tel vanaf aanmelding, ingesloten, binnenkomst, ontslag of buiten.",
    ),
    "geen_getal": Zin("NZ107", "{waarde} is geen heel getal.", "Schrijf een heel getal in cijfers, bijvoorbeeld 10."),
    "geen_item_id": Zin(
        "NZ108",
        "{waarde} is geen id.",
        "Een id is een letter en drie letters of cijfers met minstens één cijfer, zonder i, l en o. Laat het weg en draai 'nazorg controleer --vul-aan'.",
    ),
    "geen_dossier_id": Zin(
        "NZ108",
        "{waarde} is geen dossiernummer.",
        "Schrijf NZ-jaar- en zes tekens, zoals NZ-2026-k7f3mq: eerst een letter, minstens één cijfer, zonder i, l en o.",
    ),
    "geen_pseudoniem": Zin(
        "NZ108",
        "{waarde} is geen pseudoniem.",
        "Schrijf p- en zes tekens, zoals p-4q9x2m; nooit een naam of een bestaand nummer.",
    ),
    "geen_sleutel": Zin(
        "NZ108", "{waarde} is geen sleutel.", "Gebruik kleine letters, cijfers en streepjes, zoals corporatie-rijnland."
    ),
    "geen_stap": Zin(
        "NZ108",
        "{waarde} is geen stap van een traject.",
        "Schrijf het traject en de stap met een schuine streep ertussen, zoals kort-gestraft/id-aanvragen.",
    ),
    "geen_overleg_id": Zin(
        "NZ108", "{waarde} is geen naam van een overleg.", "Schrijf de datum en een woord, zoals 2026-11-26-leiden."
    ),
    "geen_tijd": Zin("NZ109", "{waarde} is geen tijd.", "Schrijf uren en minuten, bijvoorbeeld 09:30."),
    "leeg_geschreven": Zin(
        "NZ110",
        "{waarde} staat hier als gewone tekst, niet als leeg.",
        "Laat de waarde weg als er niets in te vullen is.",
    ),
    # shape, by pydantic's error type
    "missing": Zin("NZ102", "Het verplichte veld '{veldnaam}' ontbreekt of is leeg.", "Vul '{veldnaam}' in."),
    "unknown_key": Zin("NZ101", "Dit veld bestaat hier niet.", "{bedoelde}Mogelijke velden: {keuzes}."),
    "andere_versie": Zin(
        "NZ607",
        "Deze werkmap heeft een andere versie dan dit programma kent.",
        "Werk het programma bij; verander het nummer niet zelf.",
    ),
    # the text of a file
    "leeg": Zin("NZ013", "Het bestand is leeg.", "Vul het bestand of verwijder het."),
    "geen_utf8": Zin(
        "NZ001",
        "Het bestand is niet als UTF-8 opgeslagen (bij teken {plaats}).",
        "Sla het bestand op als UTF-8; in Kladblok via Opslaan als, Codering.",
    ),
    "utf16": Zin(
        "NZ001",
        "Het bestand is als UTF-16 opgeslagen.",
        "Sla het bestand op als UTF-8; in Kladblok via Opslaan als, Codering.",
    ),
    "verboden_teken": Zin(
        "NZ002",
        "Hier staat een onzichtbaar teken (U+{teken}).",
        "Verwijder het teken; vaak is het meegekomen met kopiëren en plakken.",
    ),
    "te_groot": Zin(
        "NZ003", "Het bestand is groter dan {grens} KB.", "Een dossier is tekst; haal weg wat er niet in hoort."
    ),
    "te_diep": Zin(
        "NZ003",
        "De velden zijn meer dan {grens} lagen diep genest.",
        "Kijk of een regel te ver is ingesprongen of een haakje te veel heeft.",
    ),
    "te_veel": Zin(
        "NZ003", "Het bestand heeft meer dan {grens} onderdelen.", "Kijk of er iets dubbel in het bestand staat."
    ),
    "anker": Zin(
        "NZ005",
        "Ankers en verwijzingen (& en *) kunnen hier niet.",
        "Schrijf de waarde uit; zet tekst die met & of * begint tussen aanhalingstekens.",
    ),
    "tag": Zin(
        "NZ006",
        "Type-aanduidingen (!) en instructies (%) kunnen hier niet.",
        "Haal ze weg; zet tekst die met ! of % begint tussen aanhalingstekens.",
    ),
    "samenvoegsleutel": Zin("NZ007", "De samenvoegsleutel '<<' kan hier niet.", "Schrijf de velden uit."),
    "tweede_document": Zin(
        "NZ008",
        "Na '---' of '...' begint een tweede document.",
        "Zet één dossier in één bestand; haal de streepjes weg.",
    ),
    "dubbele_sleutel": Zin(
        "NZ009", "Dit veld staat hier twee keer.", "Voeg de twee samen; het andere staat op regel {regel}."
    ),
    "sleutel_geen_tekst": Zin(
        "NZ010", "Een veldnaam is gewone tekst van één regel.", "Begin de regel met een veldnaam en een dubbele punt."
    ),
    "conflictmarkering": Zin(
        "NZ011",
        "Hier staat een conflictmarkering van git.",
        "Kies wat blijft en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
    ),
    "afgebroken": Zin(
        "NZ012",
        "De tekst houdt op voor ' #': wat daarna komt telt als commentaar.",
        "Zet de hele tekst tussen aanhalingstekens als het hekje erbij hoort.",
    ),
    # a file that a Bron cannot give
    "geen_toegang": Zin("NZ014", "Het bestand mag niet gelezen worden.", "Vraag om toegang tot het bestand."),
    "geen_bestand": Zin("NZ014", "Dit is geen gewoon bestand.", "Zet hier een gewoon bestand neer."),
    "map_dicht": Zin("NZ014", "Deze map kan niet gelezen worden.", "Vraag om toegang tot de map."),
    "verkeerde_naam": Zin(
        "NZ014", "De naam eindigt niet op .yaml, dus dit dossier telt niet mee.", "Geef het bestand een naam op .yaml."
    ),
    "buiten_werkmap": Zin(
        "NZ014",
        "Dit is een snelkoppeling naar buiten de werkmap; die wordt niet gevolgd.",
        "Zet het bestand zelf in de werkmap.",
    ),
    "niet_gevonden": Zin("NZ014", "Het bestand bestaat niet.", "Kijk de naam na."),
    "leesfout": Zin("NZ014", "Het bestand kan niet gelezen worden.", "Kijk of de schijf of het netwerk bereikbaar is."),
    # libyaml's problems
    "did not find expected ',' or ']'": Zin(
        "NZ004", "Deze lijst tussen [ ] is niet af.", "Zet een komma tussen de onderdelen en een ] aan het eind."
    ),
    "did not find expected ',' or '}'": Zin(
        "NZ004",
        "Deze velden tussen {{ }} zijn niet af.",
        "Zet een komma tussen de velden en een }} aan het eind; zet tekst met een komma tussen aanhalingstekens.",
    ),
    "found character that cannot start any token": Zin(
        "NZ004",
        "Met dit teken kan een waarde niet beginnen.",
        "Spring in met spaties in plaats van tabs, of zet de tekst tussen aanhalingstekens.",
    ),
    "found unexpected end of stream": Zin(
        "NZ004", "Een aanhalingsteken is niet gesloten.", "Zet het ontbrekende aanhalingsteken erbij."
    ),
    "mapping values are not allowed in this context": Zin(
        "NZ004",
        "Hier staat een dubbele punt waar geen veld kan beginnen.",
        "Zet tekst met een dubbele punt tussen aanhalingstekens, of kijk het inspringen na.",
    ),
    "did not find expected key": Zin(
        "NZ004",
        "Hier werd een veld verwacht.",
        "Kijk het inspringen na; zet tekst na een aanhalingsteken binnen de aanhalingstekens.",
    ),
    "did not find expected '-' indicator": Zin(
        "NZ004", "Hier werd het volgende onderdeel van de lijst verwacht ('- ').", "Kijk het inspringen na."
    ),
    "block sequence entries are not allowed in this context": Zin(
        "NZ004",
        "Een lijst kan hier niet beginnen.",
        "Zet '- ' op een nieuwe regel; zet tekst die met '- ' begint tussen aanhalingstekens.",
    ),
    "could not find expected ':'": Zin(
        "NZ004",
        "Achter deze veldnaam ontbreekt de dubbele punt.",
        "Schrijf 'naam: waarde', met een spatie na de dubbele punt.",
    ),
    "found unknown escape character": Zin(
        "NZ004",
        "Na de \\ staat een teken dat daar niets betekent.",
        "Gebruik enkele aanhalingstekens, of schrijf \\\\ voor een schuine streep.",
    ),
    "found a tab character that violates indentation": Zin(
        "NZ004", "Hier is met een tab ingesprongen.", "Spring in met spaties."
    ),
    "found a tab character where an indentation space is expected": Zin(
        "NZ004", "Hier is met een tab ingesprongen.", "Spring in met spaties."
    ),
    "did not find expected node content": Zin(
        "NZ004", "Hier ontbreekt een waarde.", "Vul de waarde in, of haal de komma weg."
    ),
    "did not find expected comment or line break": Zin(
        "NZ004",
        "Achter | of > kan op dezelfde regel geen tekst staan.",
        "Zet de tekst ingesprongen op de volgende regel.",
    ),
    "yaml": Zin(
        "NZ004",
        "De opmaak van het bestand klopt hier niet.",
        "Vergelijk met een ander dossier: het inspringen, de dubbele punten en de aanhalingstekens.",
    ),
    # the command line
    "opdracht_onbekend": Zin("", "De opdracht {waarde} bestaat niet.", "{bedoelde}Alle opdrachten: nazorg --help."),
    "optie_onbekend": Zin("", "De optie {waarde} bestaat hier niet.", "{bedoelde}Alle opties: {opdracht} --help."),
    "optie_zonder_waarde": Zin(
        "", "Achter {waarde} ontbreekt een waarde.", "Schrijf {waarde} en dan de waarde; zie {opdracht} --help."
    ),
    "optie_met_waarde": Zin("", "Achter {waarde} hoort geen waarde.", "Laat de waarde weg; zie {opdracht} --help."),
    "argument_ontbreekt": Zin("", "Er ontbreekt iets: {waarde}.", "Zie {opdracht} --help."),
    "argument_te_veel": Zin("", "Er staat te veel: {waarde}.", "Zie {opdracht} --help."),
    "gebruik": Zin("", "De opdracht is zo niet te begrijpen.", "Zie {opdracht} --help."),
}


def meant(word: str, choices: Iterable[str]) -> str:
    """``"Bedoelt u 'x'? "`` when ``word`` looks like one of ``choices``, else an empty string."""
    from difflib import get_close_matches

    by_folded = {choice.casefold(): choice for choice in choices}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return f"Bedoelt u '{by_folded[close[0]]}'? " if close else ""


def phrase(soort: str, **feiten: str) -> Zin:
    """The sentence of type ``soort`` about a value in a file, filled with ``feiten``.

    ``keuzes`` (separated by commas) gives did-you-mean for ``waarde``. The value itself is never named: a
    finding is printed,
    logged and mailed, and carries no text of a dossier.
    """
    return _fill(soort, "Deze waarde", feiten)


def phrase_typed(soort: str, **feiten: str) -> Zin:
    """The same sentence about a value that was typed on the command line, which is named."""
    return _fill(soort, f"'{visible(feiten.get('waarde', ''))}'", feiten)


def _fill(soort: str, waarde: str, feiten: dict[str, str]) -> Zin:
    zin = ZINNEN[soort]
    choices = feiten.get("keuzes", "")
    suggestion = meant(feiten.get("waarde", ""), choices.split(", ")) if choices else ""
    filled = {"veld": "", **feiten, "bedoelde": suggestion, "waarde": waarde}
    return Zin(zin.code, zin.message.format_map(filled), zin.remedy.format_map(filled))
