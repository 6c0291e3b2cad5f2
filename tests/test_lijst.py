"""The list of dossiers: who, where, when out, and how much is still to be done."""

from datetime import date

import pytest
from register.fabriek import KAPOT, acties, dossier, onderdak, open_register

from nazorg.lijst import list_dossiers
from nazorg.register import Filter, dossiers_from_files


def listed(tmp_path, *files, alles=False, **choice):
    keuze = Filter(**{name: frozenset({value}) for name, value in choice.items()})
    return list(list_dossiers(dossiers_from_files(open_register(tmp_path, *files)), keuze, alles=alles))


def only(tmp_path, rest="", **velden):
    (row,) = listed(tmp_path, dossier("k7f3mq", rest, **velden))
    return row


def test_row_has_the_short_facts(tmp_path):
    row = only(tmp_path, "detentie: {inrichting: PI Alphen, ontslag: {verwacht: 2026-12-18}}\n", kader="justitieel")
    assert (row.dossier, row.status, row.kader) == ("NZ-2026-k7f3mq", "aangemeld", "justitieel")
    assert (row.gemeente, row.regisseur, row.inrichting) == ("Leiden", "m.bakker", "PI Alphen")
    assert row.pad == "dossiers/2026/NZ-2026-k7f3mq.yaml"


@pytest.mark.parametrize(
    ("ontslag", "day"),
    [
        ("feitelijk: 2026-11-01, verwacht: 2026-12-18, vroegst: 2026-12-04", date(2026, 11, 1)),
        ("verwacht: 2026-12-18, vroegst: 2026-12-04", date(2026, 12, 18)),
        ("vroegst: 2026-12-04", date(2026, 12, 4)),
        ("uiterst: 2026-12-24", None),
        ("zekerheid: onbekend", None),
    ],
)
def test_day_of_release_is_the_real_one_or_the_expected_or_the_earliest(tmp_path, ontslag, day):
    assert only(tmp_path, f"detentie: {{ontslag: {{{ontslag}}}}}\n").ontslag == day


def test_person_who_is_not_inside_has_no_release(tmp_path):
    row = only(tmp_path)
    assert (row.ontslag, row.inrichting) == (None, None)


def test_only_basisvoorwaarden_that_are_in_order_or_beside_the_point_count(tmp_path):
    stands = {"id_bewijs": "op_orde", "onderdak": "nvt", "schulden": "loopt", "zorg": "acuut", "netwerk": "op_orde"}
    rest = "leefgebieden:\n" + "".join(f"  {naam}: {{stand: {stand}}}\n" for naam, stand in stands.items())
    assert only(tmp_path, rest).op_orde == 2


def test_unfinished_and_overdue_actions_are_counted(tmp_path):
    rest = onderdak(
        "wat: A, uiterlijk: 2026-11-01",
        "wat: B, uiterlijk: 2026-11-23",
        "wat: C",
        "wat: D, uiterlijk: 2026-11-01, status: gedaan",
    )
    row = only(tmp_path, rest)
    assert (row.open_acties, row.te_laat) == (3, 1)


def test_dossier_that_does_not_run_is_listed_on_request_and_has_nothing_to_do(tmp_path):
    files = [dossier("aaaaa1", onderdak("wat: A, uiterlijk: 2026-11-01"), status="afgesloten"), dossier("bbbbb2")]
    assert [row.dossier for row in listed(tmp_path, *files)] == ["NZ-2026-bbbbb2"]
    everything = listed(tmp_path, *files, alles=True)
    assert [(row.dossier, row.open_acties, row.te_laat) for row in everything] == [
        ("NZ-2026-aaaaa1", 0, 0),
        ("NZ-2026-bbbbb2", 0, 0),
    ]


def test_filter_on_actions_keeps_the_dossiers_that_have_one(tmp_path):
    rest = "leefgebieden:\n" + acties("zorg", "wat: A, eigenaar: pi-alphen", "wat: B, eigenaar: m.bakker")
    files = [dossier("aaaaa1", rest), dossier("bbbbb2"), dossier("ccccc3", onderdak("wat: C, eigenaar: pi-alphen"))]
    found = [(row.dossier[-6:], row.open_acties) for row in listed(tmp_path, *files, eigenaar="pi-alphen")]
    assert found == [("aaaaa1", 1), ("ccccc3", 1)]
    assert [row.dossier[-6:] for row in listed(tmp_path, *files, leefgebied="zorg")] == ["aaaaa1"]


def test_filter_on_the_dossier_keeps_those_that_fit(tmp_path):
    files = [dossier("aaaaa1"), dossier("bbbbb2", gemeente="Katwijk")]
    assert [row.dossier[-6:] for row in listed(tmp_path, *files, gemeente="katwijk")] == ["bbbbb2"]


def test_dossiers_stand_in_the_order_of_the_files_and_unreadable_ones_are_left_to_the_register(tmp_path):
    rows = listed(tmp_path, dossier("ccccc3"), KAPOT, dossier("aaaaa1"))
    assert [row.dossier[-6:] for row in rows] == ["aaaaa1", "ccccc3"]
