"""Why deadlines are what they are: every kind of term, told as a coordinator could tell it to a lawyer."""

import io
import json
from datetime import date

import pytest
from register.fabriek import KAPOT, dossier, onderdak, open_register
from rich.console import Console

from nazorg.errors import UsageError
from nazorg.output.waarom import print_waarom, write_onleesbaar_json, write_waarom_json
from nazorg.output.waarom_zinnen import conclusion, told
from nazorg.register import Onleesbaar, Soort
from nazorg.waarom import explain

PATH = "dossiers/2026/NZ-2026-k7f3mq.yaml"
REGIO = """\
nazorg: 1
regio: Voorbeeld
gemeenten: {Leiden: {termijnen: {wgs-4a-3: 10w}}}
regisseurs: {m.bakker: }
partners: {}
termijnen:
  intake:
    naam: Intake na aanmelding
    bindt: partners
    versies: [{termijn: 2w, geldig_tot: 2026-12-31, bron: Regioplan}]
"""
INSIDE = "detentie: {soort: gevangenisstraf, ontslag: {vroegst: 2026-12-04, verwacht: 2026-12-18}}\n"
OUTSIDE = "detentie: {soort: gevangenisstraf, ontslag: {verwacht: 2026-12-18, feitelijk: 2026-11-20}}\n"


def explained(tmp_path, *acties, detentie=INSIDE, begin="", **velden):
    rest = detentie + onderdak(*acties)
    return explain(open_register(tmp_path, dossier("k7f3mq", rest, **velden), regio=REGIO), PATH, begin)


def lines(tmp_path, fields, detentie=INSIDE, **velden):
    """What is said of the one action with these fields, by its label; and the conclusion under ``Dus``."""
    found = explained(tmp_path, f"id: w4hn, wat: A, {fields}", detentie=detentie, begin="w4hn", **velden)
    (uitleg,) = found.acties
    said: dict[str, str] = {}
    for label, text in told(uitleg):
        said[label] = f"{said[label]} | {text}" if label in said else text
    return said | {"Dus": conclusion(found, uitleg)}


def test_term_of_the_law_names_rule_article_source_and_who_is_bound(tmp_path):
    assert lines(tmp_path, "uiterlijk: wgs-4-1 vanaf 2026-11-27") == {
        "Er staat": "uiterlijk: wgs-4-1 vanaf 2026-11-27",
        "Regel": "wgs-4-1: Eerste gesprek schuldhulp.",
        "Artikel": "Wgs art. 4 lid 1.",
        "Bron": "Wet gemeentelijke schuldhulpverlening, artikel 4, eerste lid; nagegaan in de tekst van de wet.",
        "Bindt": "het college van burgemeester en wethouders.",
        "Begin": "vrijdag 27 november 2026: de dag van het verzoek om schuldhulp; zo staat het in het dossier."
        " Die dag zelf telt niet mee.",
        "Geteld": "4 weken verder → vrijdag 25 december 2026.",
        "Verlengd": "eindigt op Eerste Kerstdag → maandag 28 december 2026, Awt art. 1 lid 1.",
        "Dus": "uiterlijk maandag 28 december 2026 (over 35 dagen).",
    }


def test_rule_that_nobody_read_in_the_law_says_so(tmp_path):
    said = lines(tmp_path, "uiterlijk: pw-52 vanaf 2026-11-02")
    assert said["Bron"].endswith("niet nagegaan in de tekst van de wet.")
    assert "genoeg (Awt art. 1 en 2)" in said["Verlengd"]


def test_agreement_of_the_region_says_since_when_it_holds_and_why_it_does_not_move(tmp_path):
    said = lines(tmp_path, "uiterlijk: intake vanaf 2026-12-11")
    assert said["Regel"] == "intake: Intake na aanmelding, een afspraak van de regio."
    assert said["Bron"] == "Regioplan."
    assert said["Geldig"] == "deze termijn geldt voor wat begint tot en met 31 december 2026."
    assert said["Bindt"] == "de partners die het samen afspraken."
    assert said["Blijft staan"] == (
        "valt op Eerste Kerstdag en verschuift niet: een afspraak is geen termijn van de wet."
    )


def test_term_counted_back_says_which_release_date_counts_and_why(tmp_path):
    said = lines(tmp_path, "uiterlijk: ontslag - 3w, afgesproken: 2026-11-16")
    assert said["Regel"] == "een termijn die in dit dossier is afgesproken; geen termijn van de wet."
    assert said["Begin"] == (
        "vrijdag 4 december 2026: vroegste ontslagdatum; bij terugtellen telt de vroegste dag,"
        " zodat niets te laat komt."
    )
    assert said["Geteld"] == "3 weken terug → vrijdag 13 november 2026."
    assert said["Ingekort"] == (
        "lag voor de afspraak van 16 november 2026, nu 2 werkdagen daarna → woensdag 18 november 2026."
    )
    assert said["Dus"] == "uiterlijk woensdag 18 november 2026 (5 dagen te laat)."


def test_plain_date_says_when_it_was_agreed(tmp_path):
    said = lines(tmp_path, "uiterlijk: 2026-11-29, afgesproken: 2026-11-20")
    assert said["Datum"] == "zondag 29 november 2026, afgesproken op 20 november 2026."
    assert said["Blijft staan"].startswith("valt op zondag en verschuift niet: een afgesproken datum")


def test_suspension_says_from_when_to_when_and_what_it_adds(tmp_path):
    said = lines(tmp_path, "uiterlijk: aanmelding + 14d, opschorting: [{van: 2026-11-22, hervat: 2026-11-23}]")
    assert said["Opgeschort"] == "van 22 november 2026 tot 23 november 2026: 1 dag erbij → zaterdag 5 december 2026."


def test_suspension_that_runs_leaves_no_day(tmp_path):
    said = lines(tmp_path, "uiterlijk: aanmelding + 14d, opschorting: [{van: 2026-11-22}]")
    assert said["Opgeschort"] == "sinds zondag 22 november 2026, en niet hervat."
    assert said["Dus"] == (
        "er is nu geen uiterste dag: de termijn staat stil sinds 22 november 2026 en is nog niet hervat."
    )


@pytest.mark.parametrize(
    ("term", "why"),
    [("wgs-4-1 vanaf 2026-11-20", "deze termijn van de wet is niet op te schorten"), ("ontslag - 2d", "loopt door")],
)
def test_suspension_without_effect_says_why(tmp_path, term, why):
    said = lines(tmp_path, f"uiterlijk: {term}, opschorting: [{{van: 2026-11-21}}]")
    assert said["Opschorting"].startswith("telt hier niet: ")
    assert why in said["Opschorting"]


def test_term_of_the_gemeente_says_what_the_law_allows_and_on_what_suspension_rests(tmp_path):
    stop = "opschorting: [{van: 2026-11-10, hervat: 2026-11-20}, {van: 2026-11-18, hervat: 2026-11-19}]"
    said = lines(tmp_path, f"uiterlijk: wgs-4a-3 vanaf 2026-11-02, {stop}")
    assert said["Begrensd"] == "10 weken ingesteld, maar hooguit 8 weken is toegestaan."
    assert "niet nog eens mee" in said["Opschorting"]
    assert said["Grond"] == "Awb art. 4:15; niet nagegaan in de tekst van de wet."
    assert "verordening" in said["Verlengd"]
    assert said["Dus"] == "uiterlijk donderdag 7 januari 2027 (over 45 dagen)."


def test_term_that_binds_the_institution_says_that_it_lapses_and_then_that_it_has(tmp_path):
    before = lines(tmp_path, "uiterlijk: pbw-18a vanaf 2026-10-30")
    after = lines(tmp_path, "uiterlijk: pbw-18a vanaf 2026-10-30", detentie=OUTSIDE)
    assert before["Vervalt"] == "bij vrijlating: de termijn bindt de inrichting."
    assert after["Vervallen"] == ("vrijgekomen op vrijdag 20 november 2026: de termijn bindt de inrichting en vervalt.")
    assert after["Dus"] == "de termijn is vervallen bij de vrijlating; de actie is niet te laat."
    assert "Vervalt" not in after


def test_long_term_of_the_law_says_that_the_awt_does_not_hold(tmp_path):
    said = lines(tmp_path, "uiterlijk: pbw-18e vanaf 2026-06-26")
    assert said["Blijft staan"] == (
        "valt op Tweede Kerstdag en verschuift niet: de Awt geldt niet voor een termijn van meer dan 3 maanden"
        " (Awt art. 4)."
    )
    assert lines(tmp_path, "uiterlijk: pbw-18e vanaf 2026-06-25")["Blijft staan"].startswith("valt op Eerste Kerstdag")
    assert lines(tmp_path, "uiterlijk: pbw-18e vanaf 2026-06-24")["Verlengd"].startswith("nee: de Awt geldt niet")


def test_waiting_time_is_told_with_its_law(tmp_path):
    said = lines(tmp_path, "niet_voor: pw-41-4 vanaf 2026-11-27")
    assert said["Niet voor"] == (
        "maandag 28 december 2026 (pw-41-4 vanaf 2026-11-27): de dag van de melding bij de gemeente"
        " (vrijdag 27 november 2026); 4 weken verder; eindigt op Eerste Kerstdag → maandag 28 december 2026,"
        " Awt art. 1 lid 1. pw-41-4: Bijstand tot 27 jaar, aanvragen kan pas na de zoektijd; Pw art. 41 lid 4;"
        " nagegaan in de tekst van de wet; er zijn uitzonderingen, en het college kan ervan afzien."
    )
    assert said["Dus"] == "er is geen uiterste dag afgesproken, en niet voor maandag 28 december 2026."


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ("uiterlijk: ingesloten + 3w", "de dag van insluiting is niet bekend. Vul 'ingesloten' onder 'detentie' in"),
        ("uiterlijk: intake vanaf 2027-12-11", "gold niet op 11 december 2027"),
        ("uiterlijk: verzonnen vanaf 2026-12-11", "staat niet in nazorg.yaml"),
        ("uiterlijk: pw-41-4 vanaf 2026-11-27", "is een wachttijd en geen uiterste dag"),
    ],
)
def test_term_without_a_day_says_why_and_what_to_do(tmp_path, fields, says):
    said = lines(tmp_path, fields)["Dus"]
    assert said.startswith("er is geen dag te noemen: ")
    assert says in said


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ("gedaan_op: 2026-11-13", "op tijd voor de uiterste dag"),
        ("gedaan_op: 2026-11-15", "2 dagen na de uiterste dag"),
    ],
)
def test_finished_action_that_is_asked_about_says_whether_it_was_in_time(tmp_path, fields, says):
    said = lines(tmp_path, f"uiterlijk: ontslag - 3w, status: gedaan, {fields}")
    assert says in said["Dus"]


def test_dossier_that_does_not_run_has_nothing_overdue(tmp_path):
    said = lines(tmp_path, "uiterlijk: 2026-11-02", status="geen_nazorg")
    assert said["Dus"].endswith("het dossier loopt niet meer, dus de actie telt niet als te laat.")


# What it waits for


def test_what_comes_first_is_followed_to_the_root(tmp_path):
    found = explained(
        tmp_path,
        "id: a1aa, wat: Huur, uiterlijk: 2026-11-25, wacht_op: het besluit, na: [a2aa, a4aa]",
        "id: a2aa, wat: Bijstand, na: [a3aa, b9zz], eigenaar: betrokkene",
        "id: a3aa, wat: ID-kaart, uiterlijk: 2026-12-01",
        "id: a4aa, wat: Foto, status: gedaan, gedaan_op: 2026-11-20",
        begin="a1",
    )
    (uitleg,) = found.acties
    assert [(one.actie.id, one.diepte, one.wortel) for one in uitleg.voorgangers] == [
        ("a2aa", 1, False),
        ("a3aa", 2, True),
        ("a4aa", 1, False),
    ]
    assert [text for label, text in told(uitleg) if label in ("Komt na", "Wacht op")] == [
        "het besluit",
        "a2aa (Bijstand): betrokkene, zonder uiterste dag.",
        (
            "en dat weer na a3aa (ID-kaart): nog toe te delen, uiterlijk dinsdag 1 december 2026,"
            " later dan deze actie zelf; daar begint het."
        ),
        "a4aa (Foto): gedaan op 20 november 2026, dus daar wacht het niet meer op.",
    ]


def test_circle_ends_where_it_closes(tmp_path):
    found = explained(tmp_path, "id: a1aa, wat: A, na: [a2aa]", "id: a2aa, wat: B, na: [a1aa]", begin="a1")
    (one, *rest) = found.acties[0].voorgangers
    assert (one.actie.id, one.kring, one.wortel) == ("a2aa", True, False)
    assert all(other.diepte == 2 for other in rest)


# The whole


def test_without_a_name_every_unfinished_action_is_explained_in_the_order_of_the_file(tmp_path):
    found = explained(tmp_path, "id: b2aa, wat: B", "id: a1aa, wat: A, uiterlijk: 2026-11-22", "wat: C, status: gedaan")
    assert [(one.actie.wat, one.regel, one.soort) for one in found.acties] == [
        ("B", 12, Soort.ZONDER_UITERLIJK),
        ("A", 13, Soort.TE_LAAT),
    ]


def test_action_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(UsageError, match="heeft geen actie 'x9'"):
        explained(tmp_path, "id: a1aa, wat: A", begin="x9")


@pytest.mark.parametrize(
    "term", ["ontslag - 3w", "wgs-4a-3 vanaf 2026-11-02", "pw-52 vanaf 2026-11-27", "intake vanaf 2026-12-11"]
)
def test_explanation_fits_80_columns(tmp_path, term):
    found = explained(tmp_path, f"id: a1aa, wat: {'Heel lang ' * 20}, uiterlijk: {term}, niet_voor: {term}")
    out = io.StringIO()
    print_waarom(Console(file=out, width=80, markup=False, highlight=False), found)
    assert max(len(line) for line in out.getvalue().splitlines()) <= 80
    assert "Dus" in out.getvalue()


def test_dossier_without_anything_to_do_says_so(tmp_path):
    out = io.StringIO()
    print_waarom(Console(file=out, width=80), explained(tmp_path, "wat: A, status: gedaan, gedaan_op: 2026-11-01"))
    assert "Er is geen actie die nog moet." in out.getvalue()


def test_explanation_as_json_has_its_form(tmp_path):
    out = io.StringIO()
    write_waarom_json(
        out,
        explained(tmp_path, "id: a1aa, wat: A, uiterlijk: wgs-4-1 vanaf 2026-11-27, na: [a2aa]", "id: a2aa, wat: B"),
    )
    found = json.loads(out.getvalue())
    assert list(found) == ["schema", "peildatum", "pad", "dossier", "loopt", "acties", "onleesbaar"]
    assert (found["schema"], found["dossier"]) == ("nazorg.waarom/1", "NZ-2026-k7f3mq")
    first, second = found["acties"]
    assert first["uiterlijk"]["datum"] == "2026-12-28"
    assert [step["soort"] for step in first["uiterlijk"]["stappen"]] == ["begin", "telling", "awt"]
    assert first["uiterlijk"]["termijnregel"] == {
        "id": "wgs-4-1",
        "naam": "Eerste gesprek schuldhulp",
        "soort": "deadline",
        "wet": "Wet gemeentelijke schuldhulpverlening",
        "artikel": "Wgs art. 4 lid 1",
        "bindt": "college",
        "bron": "Wet gemeentelijke schuldhulpverlening, artikel 4, eerste lid",
        "afspraak": False,
        "nagegaan": "wettekst",
        "geldig_van": None,
        "geldig_tot": None,
    }
    assert [one["actie"] for one in first["na"]] == ["a2aa"]
    assert first["dus"] == "uiterlijk maandag 28 december 2026 (over 35 dagen)."
    assert (second["uiterlijk"], second["soort"]) == (None, "zonder_uiterlijk")


def test_dossier_that_cannot_be_read_says_why(tmp_path):
    found = explain(open_register(tmp_path, KAPOT), KAPOT[0])
    assert isinstance(found, Onleesbaar)
    out = io.StringIO()
    write_onleesbaar_json(out, found, date(2026, 11, 23))
    assert json.loads(out.getvalue())["onleesbaar"][0]["pad"] == KAPOT[0]
