"""The trajecten that travel with the program: sound, honest about their source, and fit to be read by the person."""

import re
from datetime import date

import pytest

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import TRAJECTEN
from nazorg.begrippen.keuzes import LEEFGEBIEDEN, JaNee
from nazorg.controles.verwijzingen import ROLLEN
from nazorg.dossier import Actie
from nazorg.instellingen import ZONDER_REGIO
from nazorg.reading import read_dossier, read_traject
from nazorg.register.controle import findings_of_traject
from nazorg.termijnen import Werkkalender, compute_deadline
from nazorg.werkmap import builtin_folder

FILES = sorted(builtin_folder(TRAJECTEN).glob("*.yaml"))
READ = {file.stem: read_traject(Bestand(f"trajecten/{file.name}", file.read_bytes())) for file in FILES}
TRAJECT = {naam: gelezen.waarde for naam, gelezen in READ.items()}
STEPS = {f"{naam}/{sleutel}": stap for naam, traject in TRAJECT.items() for sleutel, stap in traject.stappen.items()}
EACH = pytest.mark.parametrize("stap", STEPS.values(), ids=STEPS)
TOLD = {weg: stap for weg, stap in STEPS.items() if stap.in_plan is JaNee.JA}

NAGEKEKEN = {"Pbw 18a lid 1", "Pbw 18c", "Pbw 18e", "Wgs 4 lid 1", "Wgs 4 lid 2", "Pw 41 lid 4"}
"""Articles that were read in the text of the law."""

NIET_NAGEKEKEN = re.compile(r"Pw 52 \(niet nagekeken in de wettekst\)")

VAKTAAL = re.compile(
    r"\b(PI|ISD|D&R|v\.i\.|PP|RIO|regisseur|betrokkene|leefgebied|penitentiair|detentie|straf\w*|veiligheid\w*)\b",
    re.IGNORECASE,
)
"""What the page for the person does not say."""

_DOSSIER = """\
dossier: NZ-2026-k7f3mq
betrokkene: p-4q9x2m
aanmelding: 2026-01-05
status: in_detentie
gemeente: Leiden
regisseur: m.bakker
kader: vrijwillig
detentie:
  ingesloten: 2026-01-02
  ontslag: {verwacht: 2026-10-01}
  fasering: [{soort: pp, vanaf: 2026-08-01}]
"""
LANG = read_dossier(Bestand("x.yaml", _DOSSIER.encode())).waarde
KORT = read_dossier(Bestand("x.yaml", _DOSSIER.replace("2026-10-01", "2026-01-30").encode())).waarde


def test_every_kind_of_case_of_the_field_has_one():
    assert set(TRAJECT) == {
        "isd-laatste-fase",
        "justitieel-kader",
        "kort-gestraft",
        "onveilige-terugkeer",
        "penitentiair-programma",
        "rio-18-27",
        "standaard-vrijwillig",
    }


@pytest.mark.parametrize("naam", READ)
def test_a_traject_is_sound(naam):
    assert list(findings_of_traject(READ[naam], ZONDER_REGIO)) == []


@EACH
def test_a_step_names_law_only_where_the_law_was_read(stap):
    assert stap.bron == "afspraak" or stap.bron in NAGEKEKEN or NIET_NAGEKEKEN.fullmatch(stap.bron)
    assert not re.search(r"\b(?:art|lid|wet|wetsartikel)\b", stap.waarom)
    assert stap.waarom.endswith(".")


@EACH
def test_a_step_is_somebodys_and_has_a_day(stap):
    assert stap.eigenaar in ROLLEN
    assert stap.uiterlijk is not None
    assert stap.leefgebied in LEEFGEBIEDEN


@pytest.mark.parametrize("stap", TOLD.values(), ids=TOLD)
def test_what_the_person_will_read_is_no_jargon(stap):
    assert not VAKTAAL.search(stap.wat.replace("reclassering", ""))
    assert len(stap.wat.split()) <= 14


def test_the_same_key_is_the_same_step_everywhere():
    domains = {}
    for weg, stap in STEPS.items():
        assert domains.setdefault(weg.partition("/")[2], stap.leefgebied) == stap.leefgebied, weg


@pytest.mark.parametrize("naam", TRAJECT)
def test_a_step_is_due_no_earlier_than_what_it_waits_for(naam):
    dossier = KORT if naam == "kort-gestraft" else LANG
    due = {sleutel: _day(stap, dossier) for sleutel, stap in TRAJECT[naam].stappen.items()}
    for sleutel, stap in TRAJECT[naam].stappen.items():
        for first in stap.na:
            assert due[first] <= due[sleutel], f"{sleutel} is due before {first}"


def test_bijstand_is_asked_for_in_time_and_after_the_id():
    for naam in ("standaard-vrijwillig", "justitieel-kader", "penitentiair-programma"):
        stappen = TRAJECT[naam].stappen
        assert str(stappen["bijstand-aanvragen"].uiterlijk) == "ontslag - 4w"
        assert stappen["bijstand-aanvragen"].na == ("id-aanvragen",)
        assert stappen["voorschot-vragen"].na == ("bijstand-aanvragen",)


def test_under_27_reports_four_weeks_before_the_application():
    stappen = TRAJECT["rio-18-27"].stappen
    assert stappen["bijstand-aanvragen"].bron == "Pw 41 lid 4"
    assert str(stappen["bijstand-aanvragen"].niet_voor) == "ontslag - 4w"
    assert str(stappen["melden-voor-bijstand"].uiterlijk) == "ontslag - 8w"


def test_nothing_about_a_safety_plan_comes_in_the_plan_of_the_person():
    told = [s for s, stap in TRAJECT["onveilige-terugkeer"].stappen.items() if stap.in_plan is JaNee.JA]
    assert told == ["bellen-na-terugkeer"]


def _day(stap, dossier):
    actie = Actie(wat=stap.wat, uiterlijk=stap.uiterlijk)
    return compute_deadline(actie, dossier, ZONDER_REGIO, Werkkalender(()), date(2026, 1, 5)).datum
