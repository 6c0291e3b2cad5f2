"""The day of a regisseur: overdue, this week, who leaves soon."""

from datetime import date

import pytest
from register.fabriek import KAPOT, dossier, onderdak, open_register

from nazorg.overzicht import make_overview
from nazorg.register import dossiers_from_files


def inside(nummer, ontslag, status="in_detentie", rest="", **velden):
    return dossier(
        nummer, f"detentie: {{ingesloten: 2026-06-01, ontslag: {{{ontslag}}}}}\n{rest}", status=status, **velden
    )


def overview(tmp_path, *files, regisseur=None):
    return make_overview(dossiers_from_files(open_register(tmp_path, *files)), regisseur)


def test_overdue_and_this_week_are_the_urgent_ones_first(tmp_path):
    rest = onderdak(
        "id: a1aa, wat: A, uiterlijk: 2026-11-22",
        "id: a2aa, wat: B, uiterlijk: 2026-11-01",
        "id: a3aa, wat: C, uiterlijk: 2026-11-30",
        "id: a4aa, wat: D, uiterlijk: 2026-11-23",
        "id: a5aa, wat: E, uiterlijk: 2026-12-01",
        "id: a6aa, wat: F",
    )
    found = overview(tmp_path, dossier("k7f3mq", rest))
    assert [row.actie for row in found.te_laat] == ["a2aa", "a1aa"]
    assert [row.actie for row in found.deze_week] == ["a4aa", "a3aa"]


def test_actions_without_owner_are_counted_whether_or_not_they_have_a_date(tmp_path):
    rest = onderdak("wat: A", "wat: B, uiterlijk: 2026-11-01", "wat: C, eigenaar: pi-alphen", "wat: D, status: gedaan")
    assert overview(tmp_path, dossier("k7f3mq", rest)).toe_te_delen == 2


@pytest.mark.parametrize(
    ("ontslag", "listed"),
    [
        ("verwacht: 2026-11-24", "2026-11-24 verwachte ontslagdatum"),
        ("verwacht: 2027-01-04", "2027-01-04 verwachte ontslagdatum"),  # six weeks
        ("verwacht: 2027-01-05", None),
        ("verwacht: 2027-03-01, vroegst: 2026-12-04", "2026-12-04 vroegste ontslagdatum"),
        ("verwacht: 2026-11-20", "2026-11-20 verwachte ontslagdatum"),  # passed: the more reason to look
        ("zekerheid: onbekend", None),
    ],
)
def test_person_who_may_be_outside_within_six_weeks_is_listed(tmp_path, ontslag, listed):
    found = overview(tmp_path, inside("k7f3mq", ontslag)).vertrek
    assert [f"{one.datum} {one.omschrijving}" for one in found] == ([listed] if listed else [])


@pytest.mark.parametrize(
    ("status", "listed"), [("in_detentie", 1), ("aangemeld", 1), ("nazorg", 0), ("extramuraal", 0), ("afgesloten", 0)]
)
def test_only_who_is_still_inside_leaves(tmp_path, status, listed):
    assert len(overview(tmp_path, inside("k7f3mq", "verwacht: 2026-12-01", status)).vertrek) == listed


def test_who_leaves_first_comes_first_with_what_is_not_in_order(tmp_path):
    stands = "leefgebieden: {id_bewijs: {stand: op_orde}, zorg: {stand: nvt}, schulden: {stand: loopt}}\n"
    found = overview(
        tmp_path,
        inside("aaaaa1", "verwacht: 2026-12-10"),
        inside("bbbbb2", "verwacht: 2026-12-01", rest=stands),
        inside("ccccc3", "verwacht: 2026-12-10"),
    ).vertrek
    assert [one.dossier[-6:] for one in found] == ["bbbbb2", "aaaaa1", "ccccc3"]
    assert found[0].niet_op_orde == ("onderdak", "werk_inkomen", "schulden")
    assert found[0].datum == date(2026, 12, 1)


def test_person_inside_without_any_date_is_counted(tmp_path):
    found = overview(
        tmp_path, inside("aaaaa1", "zekerheid: onbekend"), inside("bbbbb2", "vroegst: 2027-06-01"), dossier("ccccc3")
    )
    assert found.onbekend_vrij == 1


def test_day_of_one_regisseur_holds_no_work_of_another(tmp_path):
    mine = inside("aaaaa1", "verwacht: 2026-12-10", rest=onderdak("id: a1aa, wat: A, uiterlijk: 2026-11-01"))
    other = inside(
        "bbbbb2", "verwacht: 2026-12-10", rest=onderdak("id: b1aa, wat: B, uiterlijk: 2026-11-01"), regisseur="s.yilmaz"
    )
    found = overview(tmp_path, mine, other, regisseur="m.bakker")
    assert (found.dossiers, found.toe_te_delen, found.regisseur) == (1, 1, "m.bakker")
    assert [row.actie for row in found.te_laat] == ["a1aa"]
    assert [one.dossier[-6:] for one in found.vertrek] == ["aaaaa1"]
    assert overview(tmp_path, mine, other).dossiers == 2


def test_dossier_that_does_not_run_is_not_counted(tmp_path):
    assert overview(tmp_path, dossier("aaaaa1", status="afgesloten"), dossier("bbbbb2")).dossiers == 1


def test_dossier_that_cannot_be_read_is_named_for_everyone(tmp_path):
    found = overview(tmp_path, KAPOT, regisseur="m.bakker")
    assert [one.pad for one in found.onleesbaar] == [KAPOT[0]]
