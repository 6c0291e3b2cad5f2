"""The agenda of a consultation: what stands on it, in which order, and what happens when something is wrong."""

import shutil
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from nazorg.agenda import Agenda, Moment, make_agenda, propose_overleg
from nazorg.agenda.volgorde import Plaats, fitting_minutes, order_points, start_times
from nazorg.begrippen.keuzes import Overlegsoort
from nazorg.cli.grens import main
from nazorg.output.agenda import agenda_variables, render_agenda
from nazorg.output.sjabloon import Sjablonen, render
from nazorg.overleg import Overleg
from nazorg.register import Register
from nazorg.werkmap import Werkmap

VOORBEELD = Path(__file__).parents[1] / "cases-example"
PEILDATUM = date(2026, 11, 23)

REGIO = """\
nazorg: 1
regio: Testregio
gemeenten: {Leiden: , Katwijk: }
regisseurs: {m.bakker: {naam: M. Bakker, gemeenten: [Leiden]}}
partners:
  corporatie: {naam: Corporatie, soort: woningcorporatie}
  opvang: {naam: Opvang, soort: zorgaanbieder}
  schuldhulp: {naam: Schuldhulp, soort: schuldhulp}
"""

DOSSIER = """\
dossier: {nummer}
betrokkene: p-4q9x2m
aanmelding: 2026-04-20
status: in_detentie
gemeente: {gemeente}
regisseur: m.bakker
kader: vrijwillig
veiligheidsplan: {veiligheidsplan}
betrokken:
  - {{id: b2xk, partner: corporatie, kenmerk: 'C-77'}}
  - {{id: b3xk, partner: opvang, kenmerk: 'O-88'}}
detentie:
  inrichting: PI Alphen
  ontslag: {{{ontslag}}}
leefgebieden:
{leefgebieden}
doelen: [{{id: d2xk, wens: geheime wens}}]
logboek: [{{id: j2xk, op: 2026-10-01, kort: geheim logboek}}]
"""

TE_LAAT = """\
  onderdak:
    hulpvraag: ja
    stand: niet_op_orde
    situatie: staat op straat
    acties:
      - {id: a2xk, wat: kamer zoeken, eigenaar: opvang, uiterlijk: 2026-11-13}
"""
ZONDER_EIGENAAR = """\
  zorg:
    hulpvraag: ja
    stand: loopt
    acties:
      - {id: a3xk, wat: huisarts zoeken, uiterlijk: 2026-12-20}
"""
OP_ORDE = """\
  zorg: {hulpvraag: nee, stand: op_orde}
"""


class Markdown(SingleFileSnapshotExtension):
    """A whole page in a file of its own, to be read as a page."""

    _write_mode = WriteMode.TEXT
    file_extension = "md"


@pytest.fixture
def bladzijde(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Markdown)


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    (tmp_path / "nazorg.yaml").write_text(REGIO, encoding="utf-8")
    (tmp_path / "dossiers").mkdir()
    (tmp_path / "overleggen").mkdir()
    (tmp_path / "templates").mkdir()
    return tmp_path


def put_dossier(
    werkmap: Path,
    nummer: str,
    leefgebieden: str,
    *,
    ontslag: str = "verwacht: 2027-06-01",
    veiligheidsplan: str = "nee",
    gemeente: str = "Leiden",
) -> str:
    text = DOSSIER.format(
        nummer=nummer,
        leefgebieden=leefgebieden,
        ontslag=ontslag,
        veiligheidsplan=veiligheidsplan,
        gemeente=gemeente,
    )
    (werkmap / "dossiers" / f"{nummer}.yaml").write_text(text, encoding="utf-8")
    return nummer


def put_overleg(werkmap: Path, soort: str, *dossiers: str, rest: str = "") -> None:
    entries = "".join(f"  - {one if one.startswith('{') else '{dossier: ' + one + '}'}\n" for one in dossiers)
    text = f"overleg: 2026-11-26-test\nsoort: {soort}\ndatum: 2026-11-26\n{rest}dossiers:\n{entries}"
    (werkmap / "overleggen" / "2026-11-26-test.yaml").write_text(text, encoding="utf-8")


def agenda_of(werkmap: Path, peildatum: date = PEILDATUM) -> Agenda:
    register = Register(Werkmap(werkmap), peildatum)
    overleg = register.overleg(register.find_overleg("2026-11-26")).waarde
    assert overleg is not None
    return make_agenda(register, overleg)


def page_of(werkmap: Path, sjabloon: str = "") -> str:
    return render_agenda(agenda_of(werkmap), Werkmap(werkmap), sjabloon)


def nazorg(werkmap: Path, *arguments: str) -> int:
    return main(["-C", str(werkmap), "--peildatum", str(PEILDATUM), "agenda", *arguments])


# the three examples, as whole pages


@pytest.mark.parametrize("naam", ["2026-11-24-duin-en-bollen", "2026-11-26-leiden", "2026-12-03-groene-hart"])
def test_the_example_is_a_page_to_take_to_the_meeting(
    naam: str, bladzijde: SnapshotAssertion, capsys: pytest.CaptureFixture[str]
) -> None:
    assert nazorg(VOORBEELD, naam) == 0
    assert capsys.readouterr().out == bladzijde


def test_the_english_page_has_no_dutch_heading(
    bladzijde: SnapshotAssertion, capsys: pytest.CaptureFixture[str]
) -> None:
    assert nazorg(VOORBEELD, "2026-11-24", "--sjabloon", "casusoverleg.en") == 0
    page = capsys.readouterr().out
    assert page.startswith("# Case consultation Katwijk, Noordwijk and Teylingen\n")
    for word in ("punt", "uiterlijk", "Aan tafel", "regisseur", "te laat", "Onderdak", "nog toe te delen"):
        assert word not in page
    assert page == bladzijde


@pytest.mark.parametrize("soort", ["regieoverleg", "casusoverleg", "ontslagoverleg"])
def test_a_page_is_tidy(soort: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        nazorg(VOORBEELD, "--datum", "2026-12-01", "--gemeente", "Gouda", "--gemeente", "Leiden", "--soort", soort) == 0
    )
    page = capsys.readouterr().out
    assert page.endswith("\n")
    assert not page.endswith("\n\n")
    assert "\n\n\n" not in page
    assert all(line == line.rstrip() for line in page.splitlines())


@pytest.mark.parametrize("soort", ["regieoverleg", "casusoverleg", "ontslagoverleg"])
def test_the_page_parses_as_the_markdown_it_looks_like(soort: str, capsys: pytest.CaptureFixture[str]) -> None:
    nazorg(VOORBEELD, "--datum", "2026-12-01", "--gemeente", "Leiden", "--soort", soort)
    page = capsys.readouterr().out
    tokens = MarkdownIt().parse(page)
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert sum(token.type == "heading_open" for token in tokens) == len(headings)
    items = [line for line in page.splitlines() if line.lstrip().startswith("- ")]
    assert sum(token.type == "list_item_open" for token in tokens) == len(items)


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    assert nazorg(VOORBEELD, "2026-11-26", "-o", str(tmp_path / "een.md")) == 0
    assert nazorg(VOORBEELD, "2026-11-26", "-o", str(tmp_path / "twee.md")) == 0
    assert (tmp_path / "een.md").read_bytes() == (tmp_path / "twee.md").read_bytes()


# what stands on it


def test_only_what_the_table_needs_stands_on_it(werkmap: Path) -> None:
    number = put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT + ZONDER_EIGENAAR)
    for soort in ("casusoverleg", "regieoverleg", "ontslagoverleg"):
        put_overleg(werkmap, soort, number, rest="partners: [corporatie]\n")
        everything = str(agenda_variables(agenda_of(werkmap))) + page_of(werkmap)
        assert "p-4q9x2m" not in everything
        assert "geheim" not in everything
        assert "C-77" in everything
        assert "O-88" not in everything
        assert ("staat op straat" in everything) is (soort == "casusoverleg")


def test_a_safety_plan_is_named_only_when_there_is_one(werkmap: Path) -> None:
    yes = put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT, veiligheidsplan="ja")
    put_overleg(werkmap, "regieoverleg", yes)
    assert "**er is een veiligheidsplan**" in page_of(werkmap)
    for other in ("nee", "onbekend", "in_voorbereiding"):
        put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT, veiligheidsplan=other)
        assert "veiligheidsplan" not in page_of(werkmap)


def test_overdue_is_judged_on_the_peildatum_and_what_falls_due_by_the_meeting_is_marked(werkmap: Path) -> None:
    acties = "".join(
        f"      - {{id: a{place}xk, wat: stap {place}, eigenaar: opvang, uiterlijk: {day}}}\n"
        for place, day in enumerate(
            ("2026-11-20", "2026-11-23", "2026-11-26", "2026-11-27", "2026-12-24", "2026-12-25"), 2
        )
    )
    number = put_dossier(
        werkmap, "NZ-2026-a2bcde", f"  zorg:\n    hulpvraag: ja\n    stand: loopt\n    acties:\n{acties}"
    )
    put_overleg(werkmap, "casusoverleg", number)
    found = [actie.moment for actie in agenda_of(werkmap).punten[0].acties]
    assert found == [
        Moment.TE_LAAT,
        Moment.VOOR_OVERLEG,
        Moment.VOOR_OVERLEG,
        Moment.BINNENKORT,
        Moment.BINNENKORT,
        Moment.LATER,
    ]
    page = page_of(werkmap)
    assert "stap 2 — Opvang, uiterlijk 20 nov 2026, **3 dagen te laat**" in page
    assert "stap 3 — Opvang, uiterlijk 23 nov 2026, **voor dit overleg**" in page
    assert "stap 4 — Opvang, uiterlijk 26 nov 2026, **op de dag van dit overleg**" in page


def test_term_that_lapsed_at_release_is_on_the_table_and_not_overdue(werkmap: Path) -> None:
    acties = "      - {id: a2xk, wat: plan, eigenaar: opvang, uiterlijk: pbw-18a vanaf 2026-09-01}\n"
    domain = f"  zorg:\n    hulpvraag: ja\n    stand: loopt\n    acties:\n{acties}"
    number = put_dossier(werkmap, "NZ-2026-a2bcde", domain, ontslag="feitelijk: 2026-11-20")
    put_overleg(werkmap, "regieoverleg", number)
    (actie,) = agenda_of(werkmap).punten[0].acties
    assert actie.moment is Moment.VERVALLEN
    assert "plan — Opvang, vervallen bij de vrijlating op 20 nov 2026\n" in page_of(werkmap)


def test_problems_without_an_owner_come_first_in_the_regieoverleg(werkmap: Path) -> None:
    quick = (
        "  id_bewijs:\n    hulpvraag: ja\n    stand: acuut\n    acties: [{id: a4xk, wat: pasfoto, snel_succes: ja}]\n"
    )
    nothing = "  schulden: {hulpvraag: ja, stand: acuut}\n"
    first = put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT)
    second = put_dossier(werkmap, "NZ-2026-b2bcde", TE_LAAT + ZONDER_EIGENAAR + quick + nothing)
    put_overleg(werkmap, "regieoverleg", first, second)
    page = page_of(werkmap)
    section = page[page.index("## Eerst") : page.index("## 1.")]
    assert section.splitlines()[2:5] == [
        "- Punt 2, identiteitsbewijs: pasfoto · *snel succes*",
        "- Punt 2, zorg: huisarts zoeken (uiterlijk 20 dec 2026)",
        "- Punt 2, schulden: acuut, wel een hulpvraag, nog geen actie",
    ]
    own = page[page.index("## 2.") :]
    assert own.index("nog geen actie") < own.index("pasfoto") < own.index("huisarts") < own.index("kamer zoeken")


def test_a_basisvoorwaarde_that_was_never_asked_about_is_seen(werkmap: Path) -> None:
    number = put_dossier(werkmap, "NZ-2026-a2bcde", OP_ORDE)
    put_overleg(werkmap, "ontslagoverleg", number)
    page = page_of(werkmap)
    assert "1 van de 5 basisvoorwaarden op orde: zorg." in page
    assert "- Schulden: onbekend, nog niet gevraagd of er hulp nodig is" in page


def test_a_dossier_that_no_longer_runs_has_nothing_overdue(werkmap: Path) -> None:
    number = put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT)
    path = werkmap / "dossiers" / f"{number}.yaml"
    path.write_text(path.read_text().replace("status: in_detentie", "status: afgesloten"))
    put_overleg(werkmap, "casusoverleg", number)
    assert agenda_of(werkmap).punten[0].acties == ()


@pytest.mark.parametrize(
    ("ontslag", "words"),
    [
        ("verwacht: 2026-12-18, zekerheid: verwacht", "Vrij naar verwachting 18 dec 2026."),
        ("verwacht: 2026-12-18, zekerheid: vast", "Vrij op 18 dec 2026 (staat vast)."),
        (
            "verwacht: 2026-12-18, vroegst: 2026-12-04, zekerheid: verwacht",
            "Kan vrij vanaf 4 dec 2026, vrij naar verwachting 18 dec 2026.",
        ),
        ("zekerheid: onbekend", "Ontslagdatum niet bekend."),
        ("feitelijk: 2026-11-10", "Vrij sinds 10 nov 2026."),
        ("verwacht: 2026-11-20", "**Die dag is voorbij: nog binnen? Bel de PI.**"),
    ],
)
def test_the_release_date_is_told_with_how_sure_it_is(werkmap: Path, ontslag: str, words: str) -> None:
    put_overleg(werkmap, "casusoverleg", put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT, ontslag=ontslag))
    assert words in page_of(werkmap)


def test_the_ontslagoverleg_goes_by_day_and_says_when_desks_are_closed(werkmap: Path) -> None:
    later = put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT, ontslag="verwacht: 2026-12-12")
    sooner = put_dossier(werkmap, "NZ-2026-b2bcde", TE_LAAT, ontslag="verwacht: 2026-12-11")
    unknown = put_dossier(werkmap, "NZ-2026-c2bcde", TE_LAAT, ontslag="zekerheid: onbekend")
    put_overleg(werkmap, "ontslagoverleg", unknown, later, sooner)
    headings = [line for line in page_of(werkmap).splitlines() if line.startswith("##")]
    assert headings == [
        "## Vrijdag 11 december 2026 · vlak voor het weekend",
        "### 1. NZ-2026-b2bcde",
        "## Zaterdag 12 december 2026 · loketten dicht (zaterdag)",
        "### 2. NZ-2026-a2bcde",
        "## Dag nog niet bekend",
        "### 3. NZ-2026-c2bcde",
    ]


def test_an_empty_agenda_says_so(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert nazorg(werkmap, "--datum", "2026-12-01", "--gemeente", "leiden") == 0
    assert "Er staan geen dossiers op deze agenda." in capsys.readouterr().out


# who sits there, and when


def test_a_partner_can_leave_when_its_dossiers_are_done(werkmap: Path) -> None:
    numbers = [put_dossier(werkmap, f"NZ-2026-{sign}2bcde", TE_LAAT) for sign in "abcde"]
    tables = ("[opvang, schuldhulp]", "[corporatie]", "", "[opvang, schuldhulp]", "[corporatie]")
    entries = [
        f"{{dossier: {number}, minuten: 10{f', partners: {table}' if table else ''}}}"
        for number, table in zip(numbers, tables, strict=True)
    ]
    rest = "tijd: 10:00\npartners: [corporatie, opvang, schuldhulp]\n"
    put_overleg(werkmap, "regieoverleg", *entries, rest=rest)
    agenda = agenda_of(werkmap)
    assert [punt.dossier[8] for punt in agenda.punten] == ["c", "b", "e", "a", "d"]
    assert [(one.naam, one.punten, one.klaar) for one in agenda.deelnemers] == [
        ("Corporatie", (1, 2, 3), time(10, 30)),
        ("Opvang", (1, 4, 5), time(10, 50)),
        ("Schuldhulp", (1, 4, 5), time(10, 50)),
    ]
    page = page_of(werkmap)
    assert "10:00–10:50 (50 minuten)" in page
    assert "- Corporatie: punt 1–3, klaar om 10:30\n- Opvang: punt 1, 4 en 5\n" in page
    assert "## 4. NZ-2026-a2bcde · 10:30 · 10 min" in page


def test_dossiers_of_one_table_stand_together_in_the_order_of_the_file() -> None:
    one, two = frozenset({"een"}), frozenset({"twee"})
    places = [Plaats(0, one, 10), Plaats(1, two, 5), Plaats(2, one, 10), Plaats(3, two, 5)]
    assert [place.nummer for place in order_points(places, one | two, by_day=False)] == [1, 3, 0, 2]
    assert [place.nummer for place in order_points(places, frozenset(), by_day=False)] == [0, 2, 1, 3]


def test_days_lead_the_order_where_people_leave() -> None:
    sets = [frozenset({"een"}), frozenset({"twee"}), frozenset({"een"}), frozenset({"een"})]
    days = [date(2026, 12, 2), date(2026, 12, 2), date(2026, 12, 1), None]
    places = [Plaats(number, table, 10, day) for number, (table, day) in enumerate(zip(sets, days, strict=True))]
    assert [place.nummer for place in order_points(places, frozenset({"een", "twee"}), by_day=True)] == [2, 0, 1, 3]


def test_the_order_of_two_thousand_tables_takes_a_moment() -> None:
    """Each of its own two: what was worked out anew for every partner would take half a minute here."""
    tables = [frozenset({f"p{number}", f"q{number}"}) for number in range(2000)]
    places = [Plaats(number, table, 2000 - number) for number, table in enumerate(tables)]
    ordered = order_points(places, frozenset({"wie"}), by_day=False)
    assert [place.nummer for place in ordered] == list(reversed(range(2000)))


PARTNERS = "abcd"


@given(st.lists(st.tuples(st.frozensets(st.sampled_from(PARTNERS)), st.sampled_from((None, 0, 5, 10))), max_size=9))
def test_who_has_least_left_always_comes_first(tables: list[tuple[frozenset[str], int | None]]) -> None:
    places = [Plaats(number, partners, minutes) for number, (partners, minutes) in enumerate(tables)]
    ordered = order_points(places, frozenset(PARTNERS), by_day=False)
    assert sorted(place.nummer for place in ordered) == list(range(len(places)))
    rest = [place for place in ordered if place.partners and place.partners < frozenset(PARTNERS)]
    assert ordered[len(ordered) - len(rest) :] == rest
    while rest:
        left = {partner: sum(_minutes(one) for one in rest if partner in one.partners) for partner in PARTNERS}
        waiting = {partner: left[partner] for partner in PARTNERS if any(partner in one.partners for one in rest)}
        first = min(waiting, key=lambda partner: (waiting[partner], partner))
        own = [one for one in rest if first in one.partners]
        assert [one for one in rest[: len(own)] if first in one.partners] == own
        rest = rest[len(own) :]


def _minutes(place: Plaats) -> int:
    return 10 if place.minuten is None else place.minuten


def test_points_without_minutes_share_what_is_left_of_the_time() -> None:
    assert fitting_minutes([10, None, None], 45) == [10, 17, 17]
    assert fitting_minutes([40, None], 40) == [40, None]
    assert fitting_minutes([None], None) == [None]


def test_a_time_is_told_as_far_as_it_can_be() -> None:
    assert start_times(time(10), [10, None, 5]) == [time(10), time(10, 10), None, None]
    assert start_times(None, [10]) == [None, None]
    assert start_times(time(23, 55), [10, 10]) == [time(23, 55), None, None]


# without a file


def test_a_proposal_holds_the_running_dossiers_that_have_a_reason(werkmap: Path) -> None:
    put_dossier(werkmap, "NZ-2026-a2bcde", OP_ORDE)
    put_dossier(werkmap, "NZ-2026-b2bcde", OP_ORDE, ontslag="verwacht: 2027-01-07")
    put_dossier(werkmap, "NZ-2026-c2bcde", TE_LAAT)
    put_dossier(werkmap, "NZ-2026-d2bcde", ZONDER_EIGENAAR)
    put_dossier(werkmap, "NZ-2026-e2bcde", ZONDER_EIGENAAR, gemeente="Katwijk")
    assert proposed(werkmap, "regieoverleg") == ["d toedelen", "c te_laat", "b uitstroom"]
    assert proposed(werkmap, "casusoverleg") == ["c te_laat", "d toedelen", "b uitstroom"]
    assert proposed(werkmap, "ontslagoverleg") == ["b uitstroom"]


def proposed(werkmap: Path, soort: str) -> list[str]:
    register = Register(Werkmap(werkmap), PEILDATUM)
    day = date(2026, 11, 26)
    overleg = Overleg(overleg="2026-11-26-test", soort=Overlegsoort(soort), datum=day, gemeenten=("Leiden",))
    return [f"{one.dossier[8]} {one.redenen[0].aanleiding}" for one in propose_overleg(register, overleg)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Van welk overleg?"),
        (["--datum", "2026-12-01"], "ontbreekt --gemeente"),
        (["--soort", "casusoverleg"], "ontbreekt --datum en --gemeente"),
        (["--datum", "1-12-2026", "--gemeente", "Leiden"], "Bedoelt u 2026-12-01?"),
        (["--datum", "2026-12-01", "--gemeente", "Lieden"], "Bedoelt u 'Leiden'?"),
        (["--datum", "2026-12-01", "--gemeente", "Leiden", "--soort", "regie"], "Kies uit: casusoverleg, regieoverleg"),
        (["2026-11-26", "--gemeente", "Leiden"], "niet allebei"),
        (["2026-11-26", "--sjabloon", "weg"], "Er is geen sjabloon 'weg'."),
        (["2026-11-27"], "Er is geen overleg '2026-11-27'."),
    ],
)
def test_a_wrong_question_is_answered_in_dutch(
    werkmap: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    put_overleg(werkmap, "casusoverleg", put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT))
    assert nazorg(werkmap, *arguments) == 2
    assert words in capsys.readouterr().err


def test_an_overleg_that_cannot_be_read_is_told_with_its_line(
    werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_overleg(werkmap, "theekransje", "NZ-2026-a2bcde")
    assert nazorg(werkmap, "2026-11-26") == 2
    assert "overleggen/2026-11-26-test.yaml is niet te lezen (regel 2: " in capsys.readouterr().err


# what cannot be read


def test_a_dossier_that_cannot_be_read_is_named_at_the_top_and_on_stderr(
    werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT)
    (werkmap / "dossiers" / "NZ-2026-b2bcde.yaml").write_text("dossier: NZ-2026-b2bcde\nstatus: [geheim\n")
    put_overleg(werkmap, "regieoverleg", good, "NZ-2026-b2bcde", "NZ-2026-c2bcde")
    assert nazorg(werkmap, "2026-11-26") == 3
    out, err = capsys.readouterr()
    assert out.index("Let op, dit ontbreekt") < out.index("- NZ-2026-b2bcde: ") < out.index("## 1. NZ-2026-a2bcde")
    assert "- NZ-2026-c2bcde: Dit dossier staat niet in de werkmap.\n" in out
    assert "nazorg: NZ-2026-b2bcde ontbreekt op deze agenda: dossiers/NZ-2026-b2bcde.yaml:" in err
    assert "nazorg: NZ-2026-c2bcde ontbreekt op deze agenda: NZ803" in err
    assert "geheim" not in out + err


def test_a_proposal_names_every_dossier_that_cannot_be_read(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (werkmap / "dossiers" / "NZ-2026-b2bcde.yaml").write_text("x: 1\n")
    assert nazorg(werkmap, "--datum", "2026-12-01", "--gemeente", "Leiden") == 3
    assert "- NZ-2026-b2bcde: " in capsys.readouterr().out


def test_settings_that_cannot_be_read_are_named_too(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_overleg(werkmap, "casusoverleg", put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT))
    (werkmap / "nazorg.yaml").write_text("nazorg: 1\nregio: [\n")
    assert nazorg(werkmap, "2026-11-26") == 3
    assert "- nazorg.yaml: " in capsys.readouterr().out


# templates


def test_a_template_of_the_region_wins(werkmap: Path) -> None:
    put_overleg(werkmap, "casusoverleg", put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT))
    (werkmap / "templates" / "casusoverleg.md.j2").write_text("# Van ons\n{% include '_kop.md.j2' %}", encoding="utf-8")
    assert page_of(werkmap).startswith("# Van ons\nDonderdag 26 november 2026")
    (werkmap / "templates" / "_kop.md.j2").write_text("eigen kop {{ regio }}", encoding="utf-8")
    assert page_of(werkmap) == "# Van ons\neigen kop Testregio\n"


def test_an_unknown_variable_is_named_with_file_and_line(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_overleg(werkmap, "casusoverleg", put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT))
    source = "# Van ons\n{% for punt in punten %}\n{{ punt.betrokkene }}\n{% endfor %}\n"
    (werkmap / "templates" / "casusoverleg.md.j2").write_text(source, encoding="utf-8")
    assert nazorg(werkmap, "2026-11-26") == 2
    message = "Sjabloon templates/casusoverleg.md.j2, regel 3: de naam 'betrokkene' bestaat hier niet."
    assert message in capsys.readouterr().err


HOSTILE = (
    "# kop",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "[x](javascript:alert(1))",
    "**b**",
    "a | b",
    "een\\n\\n# twee\\n\\n- drie",
)


SJABLONEN = ("casusoverleg", "regieoverleg", "ontslagoverleg", "casusoverleg.en")


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_hostile_text_in_every_free_field_comes_out_as_text(werkmap: Path, hostile: str, sjabloon: str) -> None:
    quiet, attacked = (hostile_page(werkmap, sjabloon, text) for text in ("woord", hostile))
    assert [token.type for token in MarkdownIt().parse(attacked)] == [token.type for token in MarkdownIt().parse(quiet)]
    kinds = {child.type for token in MarkdownIt().parse(attacked) for child in token.children or ()}
    assert kinds <= {"text", "softbreak", "strong_open", "strong_close", "em_open", "em_close"}
    assert attacked.count("**") == quiet.count("**")
    assert "49" not in attacked


@pytest.mark.parametrize("hostile", ["\x1b[31mrood", "om\u202ekeer", "a\x00b", "a\u2028b", "a\r\nb"])
@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_a_sign_that_a_terminal_would_obey_never_gets_through(werkmap: Path, hostile: str, sjabloon: str) -> None:
    hostile_page(werkmap, sjabloon, "woord")
    variables = replaced(agenda_variables(agenda_of(werkmap)), "woord", hostile)
    page = render(Sjablonen(Werkmap(werkmap)), f"{sjabloon}.md.j2", variables)
    assert all(sign.isprintable() for sign in page.replace("\n", ""))
    assert page.count("\n") == page_of(werkmap, sjabloon).count("\n")


def replaced(value: Any, old: str, new: str) -> Any:
    """``value`` with every text ``old`` in it, however deep, as ``new``."""
    if isinstance(value, dict):
        return {key: replaced(one, old, new) for key, one in value.items()}
    if isinstance(value, list):
        return [replaced(one, old, new) for one in value]
    return new if value == old else value


def hostile_page(werkmap: Path, soort: str, text: str) -> str:
    """A page with ``text`` in every field that people fill in freely."""
    quoted = f'"{text}"'
    number = put_dossier(
        werkmap,
        "NZ-2026-a2bcde",
        f"""\
  onderdak:
    hulpvraag: ja
    stand: acuut
    situatie: {quoted}
    acties:
      - {{id: a2xk, wat: {quoted}, eigenaar: {quoted}, uiterlijk: 2026-11-13, wacht_op: {quoted}}}
      - {{id: a3xk, wat: {quoted}, snel_succes: ja}}
""",
        gemeente=quoted,
    )
    path = werkmap / "dossiers" / f"{number}.yaml"
    path.write_text(path.read_text().replace("'C-77'", quoted).replace("regisseur: m.bakker", f"regisseur: {quoted}"))
    rest = f"tijd: 10:00\nplaats: {quoted}\nvoorzitter: {quoted}\ngemeenten: [{quoted}]\n"
    rest += f"partners: [corporatie, {quoted}]\n"
    put_overleg(werkmap, soort.removesuffix(".en"), number, rest=rest)
    (werkmap / "nazorg.yaml").write_text(
        REGIO.replace("Testregio", quoted).replace("naam: Corporatie", f"naam: {quoted}")
    )
    register = Register(Werkmap(werkmap), PEILDATUM)
    assert register.gelezen_instellingen is not None
    assert register.gelezen_instellingen.is_leesbaar
    page = page_of(werkmap, soort)
    assert "NZ-2026-a2bcde" in page
    return page


# writing


def test_the_agenda_is_written_whole_into_a_folder_that_is_made(
    werkmap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_overleg(werkmap, "casusoverleg", put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT))
    target = werkmap / "agendas" / "leiden.md"
    assert nazorg(werkmap, "2026-11-26", "-o", str(target)) == 0
    assert capsys.readouterr().out == ""
    assert target.read_text(encoding="utf-8") == page_of(werkmap)
    assert [path.name for path in target.parent.iterdir()] == ["leiden.md"]


@pytest.mark.parametrize("place", ["dossiers/NZ-2026-a2bcde.yaml", "nazorg.yaml", "overleggen/x.md", "templates/x.md"])
def test_an_agenda_never_lands_on_a_file_that_it_was_made_of(werkmap: Path, place: str) -> None:
    put_overleg(werkmap, "casusoverleg", put_dossier(werkmap, "NZ-2026-a2bcde", TE_LAAT))
    before = {path: path.read_bytes() for path in werkmap.rglob("*") if path.is_file()}
    assert nazorg(werkmap, "2026-11-26", "-o", str(werkmap / place)) == 2
    assert {path: path.read_bytes() for path in werkmap.rglob("*") if path.is_file()} == before


def test_the_example_renders_from_a_copy_elsewhere(tmp_path: Path) -> None:
    copy = tmp_path / "kopie"
    shutil.copytree(VOORBEELD, copy)
    assert nazorg(copy, "2026-11-26", "-o", str(tmp_path / "a.md")) == 0
    assert nazorg(VOORBEELD, "2026-11-26", "-o", str(tmp_path / "b.md")) == 0
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes()
