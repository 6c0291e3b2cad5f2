"""One dossier to look at: its leefgebieden in the order of the work, each action with its deadline and its line."""

from datetime import date

import pytest
from register.fabriek import KAPOT, acties, dossier, onderdak, open_register

from nazorg.register import Onleesbaar
from nazorg.toon import show_dossier

PATH = "dossiers/2026/NZ-2026-k7f3mq.yaml"


def shown(tmp_path, rest):
    return show_dossier(open_register(tmp_path, dossier("k7f3mq", rest)), PATH)


def test_leefgebieden_stand_in_the_order_of_the_work_with_their_line(tmp_path):
    rest = (
        "leefgebieden:\n  verzonnen: {stand: loopt}\n  zorg:\n  scholing: {stand: loopt}\n  id_bewijs: {stand: loopt}\n"
    )
    getoond = shown(tmp_path, rest)
    assert [(naam, line) for naam, line, _ in getoond.leefgebieden] == [
        ("id_bewijs", 12),
        ("zorg", 10),
        ("scholing", 11),
        ("verzonnen", 9),
    ]


def test_unfinished_action_has_its_deadline_and_every_action_its_line(tmp_path):
    rest = onderdak("wat: A, uiterlijk: 2026-11-20", "wat: B, status: gedaan, gedaan_op: 2026-11-01", "wat: C")
    rest += acties("zorg", "wat: D")
    getoond = shown(tmp_path, rest)
    assert [
        (actie.wat, line, row and (row.uiterlijk, row.dagen_te_laat)) for actie, line, row in getoond.acties["onderdak"]
    ] == [("A", 11, (date(2026, 11, 20), 3)), ("B", 12, None), ("C", 13, (None, None))]
    assert [line for _, line, _ in getoond.acties["zorg"]] == [16]


@pytest.mark.parametrize("status", ["afgesloten", "geen_nazorg"])
def test_dossier_that_does_not_run_is_shown_as_well(tmp_path, status):
    register = open_register(tmp_path, dossier("k7f3mq", onderdak("wat: A"), status=status))
    assert show_dossier(register, PATH).dossier.status == status


def test_actions_on_one_line_are_not_taken_for_one_another(tmp_path):
    rest = "leefgebieden: {zorg: {acties: [{wat: A, uiterlijk: 2026-11-20}, {wat: B, status: gedaan}, {wat: C}]}}\n"
    getoond = shown(tmp_path, rest)
    assert [(actie.wat, row.wat if row else None) for actie, _, row in getoond.acties["zorg"]] == [
        ("A", "A"),
        ("B", None),
        ("C", "C"),
    ]


def test_dossier_that_cannot_be_read_says_why(tmp_path):
    found = show_dossier(open_register(tmp_path, KAPOT), KAPOT[0])
    assert isinstance(found, Onleesbaar)
    assert [one.code for one in found.bevindingen] == ["NZ004"]
