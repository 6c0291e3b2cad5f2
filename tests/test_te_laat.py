"""What is overdue: each unfinished action in exactly one group, the latest first."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from register.fabriek import KAPOT, PEILDATUM, acties, dossier, onderdak, open_register

from nazorg.register import Filter, action_rows
from nazorg.te_laat import Groepering, group_rows, list_overdue

GROEPEN = ("acties", "vandaag", "binnenkort", "zonder_uiterlijk", "onbepaald", "opgeschort", "vervallen")
ALLES = onderdak(
    "id: a1aa, wat: te laat, uiterlijk: 2026-11-22",
    "id: a2aa, wat: veel te laat, uiterlijk: 2026-10-01",
    "id: a3aa, wat: vandaag, uiterlijk: 2026-11-23",
    "id: a4aa, wat: morgen, uiterlijk: 2026-11-24",
    "id: a5aa, wat: op de rand, uiterlijk: 2026-11-30",
    "id: a6aa, wat: later, uiterlijk: 2026-12-01",
    "id: a7aa, wat: zonder",
    "id: a8aa, wat: onbepaald, uiterlijk: ontslag - 3w",
    "id: a9aa, wat: opgeschort, uiterlijk: 2026-11-01, opschorting: [{van: 2026-10-20}]",
    "id: b1aa, wat: gedaan, uiterlijk: 2026-11-01, status: gedaan, gedaan_op: 2026-10-30",
    "id: b2aa, wat: vervallen, uiterlijk: 2026-11-01, status: vervallen",
    "id: b3aa, wat: kan niet, uiterlijk: 2026-11-01, status: niet_mogelijk",
)


def groups(lijst):
    return {name: [row.actie for row in getattr(lijst, name)] for name in GROEPEN}


@pytest.fixture
def register(tmp_path):
    return open_register(tmp_path, dossier("k7f3mq", ALLES))


def test_every_unfinished_action_stands_in_its_group(register):
    assert groups(list_overdue(register, Filter(), 7)) == {
        "acties": ["a2aa", "a1aa"],
        "vandaag": ["a3aa"],
        "binnenkort": ["a4aa", "a5aa"],
        "zonder_uiterlijk": ["a7aa"],
        "onbepaald": ["a8aa"],
        "opgeschort": ["a9aa"],
        "vervallen": [],
    }


def test_term_that_binds_the_institution_is_overdue_until_the_person_leaves_and_lapsed_from_then(tmp_path):
    rest = onderdak("id: a1aa, wat: D&R-plan, uiterlijk: pbw-18a vanaf 2026-09-01")
    inside = "detentie: {ontslag: {verwacht: 2026-11-20}}\n" + rest
    outside = "detentie: {ontslag: {feitelijk: 2026-11-20}}\n" + rest
    before = list_overdue(open_register(tmp_path, dossier("k7f3mq", inside)), Filter(), 7)
    after = list_overdue(open_register(tmp_path, dossier("k7f3mq", outside)), Filter(), 7)
    assert [(row.uiterlijk, row.opmerking) for row in before.acties] == [(date(2026, 9, 29), "vervalt bij vrijlating")]
    assert [(row.uiterlijk, row.opmerking) for row in after.vervallen] == [
        (None, "vervallen bij de vrijlating op 2026-11-20")
    ]
    assert groups(after) == {name: [] for name in GROEPEN} | {"vervallen": ["a1aa"]}


@pytest.mark.parametrize(
    ("binnen", "soon"), [(0, []), (1, ["a4aa"]), (6, ["a4aa"]), (7, ["a4aa", "a5aa"]), (8, ["a4aa", "a5aa", "a6aa"])]
)
def test_soon_is_within_so_many_calendar_days_that_day_included(register, binnen, soon):
    lijst = list_overdue(register, Filter(), binnen)
    assert groups(lijst)["binnenkort"] == soon
    assert groups(lijst)["vandaag"] == ["a3aa"]


@pytest.mark.parametrize(
    ("peildatum", "late", "today"),
    [
        (date(2026, 10, 1), [], ["a2aa"]),
        (date(2026, 10, 2), ["a2aa"], []),
        (date(2026, 12, 2), ["a2aa", "a9aa", "a1aa", "a3aa", "a4aa", "a5aa", "a6aa"], []),
    ],
)
def test_day_that_is_asked_about_decides(tmp_path, peildatum, late, today):
    text = ALLES.replace("{van: 2026-10-20}", "{van: 2026-10-20, hervat: 2026-10-25}")
    lijst = list_overdue(open_register(tmp_path, dossier("k7f3mq", text), peildatum=peildatum), Filter(), 7)
    assert groups(lijst)["acties"] == late
    assert groups(lijst)["vandaag"] == today
    assert lijst.peildatum == peildatum


def test_latest_comes_first_and_then_the_order_of_the_files(tmp_path):
    same = onderdak("id: a1aa, wat: A, uiterlijk: 2026-11-10", "id: a2aa, wat: B, uiterlijk: 2026-11-10")
    early = "leefgebieden:\n" + acties("zorg", "id: a3aa, wat: C, uiterlijk: 2026-11-01")
    register = open_register(tmp_path, dossier("bbbbb2", same), dossier("ccccc3", early), dossier("aaaaa1", same))
    found = [(row.dossier[-6:], row.actie) for row in list_overdue(register, Filter(), 7).acties]
    assert found == [("ccccc3", "a3aa"), ("aaaaa1", "a1aa"), ("aaaaa1", "a2aa"), ("bbbbb2", "a1aa"), ("bbbbb2", "a2aa")]


@pytest.mark.parametrize(
    ("status", "overdracht", "listed"),
    [
        ("afgesloten", "", False),
        ("geen_nazorg", "", False),
        ("overgedragen", "overdracht: {naar: Gouda, op: 2026-11-01, bevestigd: 2026-11-05}\n", False),
        ("overgedragen", "overdracht: {naar: Gouda, op: 2026-11-01}\n", True),
        ("overgedragen", "", True),
        ("in_detentie", "", True),
    ],
)
def test_dossier_that_does_not_run_has_nothing_overdue(tmp_path, status, overdracht, listed):
    register = open_register(tmp_path, dossier("k7f3mq", overdracht + ALLES, status=status))
    found = groups(list_overdue(register, Filter(), 7))
    assert bool(found["acties"]) is listed
    assert any(found.values()) is listed


def test_dossier_that_cannot_be_read_is_named(tmp_path):
    lijst = list_overdue(open_register(tmp_path, dossier("k7f3mq", ALLES), KAPOT), Filter(), 7)
    assert [one.pad for one in lijst.onleesbaar] == [KAPOT[0]]
    assert groups(lijst)["acties"] == ["a2aa", "a1aa"]


def test_filter_never_hides_a_dossier_that_cannot_be_read(tmp_path):
    lijst = list_overdue(open_register(tmp_path, KAPOT), Filter(gemeente=frozenset({"katwijk"})), 7)
    assert [one.pad for one in lijst.onleesbaar] == [KAPOT[0]]


@settings(max_examples=60, deadline=None)
@given(offset=st.integers(-60, 60), binnen=st.integers(0, 40))
def test_no_action_is_dropped_but_the_later_ones_and_none_is_listed_twice(tmp_path_factory, offset, binnen):
    folder = tmp_path_factory.mktemp("regio")
    register = open_register(folder, dossier("k7f3mq", ALLES), peildatum=PEILDATUM + timedelta(days=offset))
    found = groups(list_overdue(register, Filter(), binnen))
    listed = [one for group in found.values() for one in group]
    assert len(listed) == len(set(listed))
    later = {
        row.actie
        for row in action_rows(register)
        if row.uiterlijk and (row.uiterlijk - register.peildatum).days > binnen
    }
    assert set(listed) | later == {f"a{number}aa" for number in range(1, 10)}
    assert not set(listed) & later


# Groups


@pytest.fixture
def rows(tmp_path):
    first = "leefgebieden:\n" + acties("zorg", "wat: A, eigenaar: pi-alphen", "wat: B")
    first += acties("onderdak", "wat: C, eigenaar: m.bakker") + acties("scholing", "wat: D, eigenaar: betrokkene")
    second = "leefgebieden:\n" + acties("verzonnen", "wat: E, eigenaar: Pi-alphen")
    register = open_register(
        tmp_path, dossier("aaaaa1", first), dossier("bbbbb2", second, gemeente="Gouda", regisseur="s.yilmaz")
    )
    return list(action_rows(register))


@pytest.mark.parametrize(
    ("per", "names"),
    [
        ("leefgebied", {"onderdak": "C", "zorg": "AB", "scholing": "D", "verzonnen": "E"}),
        ("gemeente", {"Gouda": "E", "Leiden": "ABCD"}),
        ("regisseur", {"m.bakker": "ABCD", "s.yilmaz": "E"}),
        ("dossier", {"NZ-2026-aaaaa1": "ABCD", "NZ-2026-bbbbb2": "E"}),
        ("eigenaar", {"nog toe te delen": "B", "betrokkene": "D", "m.bakker": "C", "pi-alphen": "A", "Pi-alphen": "E"}),
    ],
)
def test_rows_are_grouped_by_what_was_asked(rows, per, names):
    grouped = group_rows(rows, Groepering(per), ("onderdak", "zorg", "scholing"))
    assert [name for name, _ in grouped] == list(names)
    assert {name: "".join(row.wat for row in group) for name, group in grouped} == names


def test_leefgebieden_stand_in_the_order_of_the_work(rows):
    assert [name for name, _ in group_rows(rows, Groepering.LEEFGEBIED)] == [
        "onderdak",
        "zorg",
        "scholing",
        "verzonnen",
    ]


def test_nothing_has_no_groups():
    assert group_rows([], Groepering.LEEFGEBIED) == []
