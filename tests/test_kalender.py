"""The days for a calendar: each with a name of its own that stays, and nothing dropped unsaid."""

import pytest
from register.fabriek import KAPOT, acties, dossier, onderdak, open_register

from nazorg.kalender import make_calendar
from nazorg.register import Filter

ALLES = onderdak(
    "id: a1aa, wat: te laat, uiterlijk: 2026-11-01",
    "id: a2aa, wat: later, uiterlijk: 2027-11-01, eigenaar: pi-alphen",
    "id: a3aa, wat: zonder",
    "id: a4aa, wat: onbepaald, uiterlijk: binnenkomst + 3w",
    "id: a5aa, wat: opgeschort, uiterlijk: 2026-11-01, opschorting: [{van: 2026-10-20}]",
    "id: a6aa, wat: gedaan, uiterlijk: 2026-11-01, status: gedaan",
    "wat: zonder id, uiterlijk: 2026-12-01",
)


def calendar(tmp_path, *files, **keuze):
    found = Filter(**{name: frozenset(values) for name, values in keuze.items()})
    return make_calendar(open_register(tmp_path, *files), found)


def days(made):
    return [f"{day.datum} {day.soort} {day.naam}" for day in made.dagen]


def inside(nummer, ontslag, rest="", **velden):
    return dossier(nummer, f"detentie: {{{ontslag}}}\n{rest}", **({"status": "in_detentie"} | velden))


def test_every_unfinished_action_has_a_day_or_is_counted(tmp_path):
    made = calendar(tmp_path, dossier("k7f3mq", ALLES, status="nazorg"))
    assert days(made) == ["2026-11-01 termijn a1aa.NZ-2026-k7f3mq", "2027-11-01 termijn a2aa.NZ-2026-k7f3mq"]
    assert made.zonder == {"termijn": 1, "berekening": 1, "opgeschort": 1, "eigen_id": 1}


def test_term_that_lapsed_at_release_has_no_day_and_is_counted(tmp_path):
    rest = onderdak("id: a1aa, wat: plan, uiterlijk: pbw-18a vanaf 2026-09-01")
    made = calendar(tmp_path, inside("k7f3mq", "ontslag: {feitelijk: 2026-11-20}", rest, status="nazorg"))
    assert (days(made), made.zonder) == ([], {"vervallen": 1})


@pytest.mark.parametrize(
    ("ontslag", "found"),
    [
        ("ontslag: {verwacht: 2026-12-18}", ["2026-12-18 verwacht_vrij vrij"]),
        ("ontslag: {verwacht: 2026-12-18, zekerheid: vast}", ["2026-12-18 vast_vrij vrij"]),
        ("ontslag: {vroegst: 2026-12-04}", ["2026-12-04 kan_vrij kan-vrij"]),
        (
            "ontslag: {vroegst: 2026-12-04, verwacht: 2026-12-18}",
            ["2026-12-04 kan_vrij kan-vrij", "2026-12-18 verwacht_vrij vrij"],
        ),
        ("soort: voorlopige_hechtenis, zitting: 2026-12-09", ["2026-12-09 kan_vrij kan-vrij"]),
        (
            "fasering: [{soort: pp, vanaf: 2026-12-01}], ontslag: {verwacht: 2027-02-01, zekerheid: vast}",
            ["2026-12-01 kan_naar_buiten kan-vrij", "2027-02-01 vast_vrij vrij"],
        ),
        ("ontslag: {verwacht: 2026-11-01, feitelijk: 2026-11-01}", []),
    ],
)
def test_release_stands_on_the_day_that_it_can_and_on_the_day_that_is_expected(tmp_path, ontslag, found):
    made = calendar(tmp_path, inside("k7f3mq", ontslag))
    assert days(made) == [f"{one}.NZ-2026-k7f3mq" for one in found]
    assert made.zonder == {}


def test_release_without_a_date_is_counted(tmp_path):
    assert calendar(tmp_path, inside("aaaaa1", "ontslag: {}"), dossier("bbbbb2")).zonder == {"ontslagdatum": 2}


@pytest.mark.parametrize("status", ["afgesloten", "geen_nazorg"])
def test_dossier_that_does_not_run_has_no_days(tmp_path, status):
    made = calendar(tmp_path, inside("k7f3mq", "ontslag: {verwacht: 2026-12-18}", ALLES, status=status))
    assert (made.dagen, made.zonder) == ((), {})


@pytest.mark.parametrize("keuze", [{"eigenaar": {"pi-alphen"}}, {"leefgebied": {"onderdak"}}])
def test_terms_of_an_owner_come_without_releases(tmp_path, keuze):
    made = calendar(tmp_path, inside("k7f3mq", "ontslag: {verwacht: 2026-12-18}", ALLES), **keuze)
    assert made.dagen
    assert {day.soort for day in made.dagen} == {"termijn"}


def test_id_that_stands_twice_gives_one_day_and_is_counted(tmp_path):
    rest = onderdak("id: a1aa, wat: A, uiterlijk: 2026-12-01") + acties(
        "zorg", "id: a1aa, wat: B, uiterlijk: 2026-12-02"
    )
    made = calendar(tmp_path, dossier("k7f3mq", rest, status="nazorg"))
    assert days(made) == ["2026-12-01 termijn a1aa.NZ-2026-k7f3mq"]
    assert made.zonder == {"eigen_id": 1}


def test_dossier_that_cannot_be_read_is_named(tmp_path):
    assert [one.pad for one in calendar(tmp_path, KAPOT).onleesbaar] == [KAPOT[0]]
