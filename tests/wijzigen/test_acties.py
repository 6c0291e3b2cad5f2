"""Actions: agreed, done, put off, allotted; and what comes back."""

from datetime import date

import pytest

from nazorg.errors import UsageError
from nazorg.register.wijziging import GeweigerdError
from nazorg.wijzigen import add_actie, allot, defer, finish

from .fabriek import added, change, removed

TWEE = """\
leefgebieden:
  onderdak:
    acties:
      - id: w4hn
        wat: Urgentieverklaring aanvragen
        eigenaar: corporatie-rijnland   # belt zelf
        uiterlijk: 2026-11-30
        status: wacht
        wacht_op: betrokkene
      - {id: w4hp, wat: Inschrijven, eigenaar: m.bakker}
  zorg:
    acties:
      - id: k3ym
        wat: Medicijnen controleren
        herhaal: 6m
"""


def test_new_action_is_the_last_of_its_leefgebied_with_an_id_and_the_day(tmp_path):
    plan = add_actie("zorg", {"wat": "Intake plannen", "eigenaar": "m.bakker", "uiterlijk": "2026-12-01", "na": []})
    gewijzigd = change(tmp_path, plan, TWEE)
    fresh = gewijzigd.acties[0]
    assert added(gewijzigd) == [
        f"      - id: {fresh}",
        "        wat: Intake plannen",
        "        eigenaar: m.bakker",
        "        uiterlijk: 2026-12-01",
        "        afgesproken: 2026-11-23",
    ]
    assert gewijzigd.kort == f"actie {fresh} afgesproken"


def test_new_action_in_a_leefgebied_that_is_not_there_yet_makes_it(tmp_path):
    gewijzigd = change(tmp_path, add_actie("schulden", {"wat": "Brieven ordenen", "na": ["w4hn"]}), TWEE)
    assert added(gewijzigd)[:2] == ["  schulden:", "    acties:"]
    assert gewijzigd.dossier.leefgebieden["schulden"].acties[0].na == ("w4hn",)


def test_action_that_is_done_has_its_day_and_result_and_nothing_else_changes(tmp_path):
    gewijzigd = change(tmp_path, finish("w4hn", None, "Binnen: geldig"), TWEE)
    assert removed(gewijzigd) == ["        status: wacht"]
    assert added(gewijzigd) == [
        "        status: gedaan",
        "        gedaan_op: 2026-11-23",
        "        resultaat: 'Binnen: geldig'",
    ]


def test_action_in_braces_stays_in_braces(tmp_path):
    gewijzigd = change(tmp_path, finish("w4hp", date(2026, 11, 20), ""), TWEE)
    assert added(gewijzigd) == [
        "      - {id: w4hp, wat: Inschrijven, eigenaar: m.bakker, status: gedaan, gedaan_op: 2026-11-20}"
    ]


def test_action_that_repeats_comes_back_counted_from_the_day_it_was_done(tmp_path):
    gewijzigd = change(tmp_path, finish("k3ym", date(2026, 8, 31), ""), TWEE)
    done, again = gewijzigd.dossier.leefgebieden["zorg"].acties
    assert (done.status, done.gedaan_op) == ("gedaan", date(2026, 8, 31))
    assert (again.wat, again.uiterlijk, again.status) == ("Medicijnen controleren", date(2027, 2, 28), "open")
    assert str(again.herhaal) == "6m"
    assert again.id not in (None, done.id)


def repeated(tmp_path, **velden):
    """What comes back of an action with these fields that was done on 1 November 2026."""
    fields = "".join(f"        {name}: {value}\n" for name, value in velden.items())
    rest = f"leefgebieden:\n  zorg:\n    acties:\n      - id: k3ym\n        wat: Evalueren\n{fields}"
    return change(tmp_path, finish("k3ym", date(2026, 11, 1), ""), rest).dossier.leefgebieden["zorg"].acties[1]


def test_rule_that_is_as_long_as_the_repetition_sets_the_next_term_as_well(tmp_path):
    again = repeated(tmp_path, uiterlijk="pbw-18e vanaf 2026-05-04", herhaal="6m")
    assert str(again.uiterlijk) == "pbw-18e vanaf 2026-11-01"
    assert again.afgesproken == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("uiterlijk", "herhaal", "day"),
    [
        ("pbw-18e vanaf 2026-05-04", "3m", "2027-02-01"),
        ("wgs-4-1 vanaf 2026-10-05", "6m", "2027-05-01"),
        ("ontslag - 3w", "2w", "2026-11-15"),
        ("2026-10-30", "1w", "2026-11-08"),
    ],
)
def test_any_other_term_becomes_the_day_itself(tmp_path, uiterlijk, herhaal, day):
    assert str(repeated(tmp_path, uiterlijk=uiterlijk, herhaal=herhaal).uiterlijk) == day


def test_action_that_is_done_already_is_not_done_again(tmp_path):
    rest = TWEE.replace("status: wacht", "status: gedaan\n        gedaan_op: 2026-11-01")
    with pytest.raises(UsageError, match="al gedaan, op 2026-11-01"):
        change(tmp_path, finish("w4hn", None, ""), rest)


def test_action_that_is_put_off_says_from_when_to_when(tmp_path):
    gewijzigd = change(tmp_path, defer("w4hn", "2026-12-14"), TWEE)
    assert added(gewijzigd) == ["        uiterlijk: 2026-12-14", "        afgesproken: 2026-11-23"]
    (one,) = gewijzigd.verschoven
    assert (one.van, one.naar, one.te_laat) == (date(2026, 11, 30), date(2026, 12, 14), False)


def test_action_that_is_allotted_keeps_the_comment_behind_its_owner(tmp_path):
    gewijzigd = change(tmp_path, allot("w4hn", "m.bakker"), TWEE)
    assert added(gewijzigd) == ["        eigenaar: m.bakker   # belt zelf"]


@pytest.mark.parametrize("plan", [defer("w4hn", "2026-12-14"), allot("w4hn", "m.bakker")])
def test_action_that_is_over_is_neither_put_off_nor_allotted(tmp_path, plan):
    with pytest.raises(UsageError, match="al klaar"):
        change(tmp_path, plan, TWEE.replace("status: wacht", "status: vervallen"))


@pytest.mark.parametrize(
    ("begin", "says"),
    [("w4h", "past op 2 acties: w4hn, w4hp"), ("x1xx", "heeft geen actie 'x1xx'"), ("", "heeft geen actie")],
)
def test_action_must_be_one_and_no_other(tmp_path, begin, says):
    with pytest.raises(UsageError, match=says):
        change(tmp_path, finish(begin, None, ""), TWEE)


def test_action_is_found_by_the_begin_of_its_id(tmp_path):
    assert change(tmp_path, finish("K3", None, ""), TWEE).acties == ("k3ym",)


def test_actions_without_an_id_say_how_to_get_one(tmp_path):
    with pytest.raises(UsageError) as caught:
        change(tmp_path, finish("w4hn", None, ""), "leefgebieden:\n  zorg:\n    acties:\n      - wat: Bellen\n")
    assert "--vul-aan" in caught.value.remedy


def test_value_that_the_rules_refuse_is_not_written_and_is_pointed_at(tmp_path):
    with pytest.raises(GeweigerdError) as caught:
        change(tmp_path, allot("w4hn", "niemand"), TWEE)
    assert [one.code for one in caught.value.bevindingen] == ["NZ601"]
    assert caught.value.exit_code == 1
    assert "Zo komt er een fout" in caught.value.message


def test_dossier_with_a_fout_in_it_says_that_it_stood_there_already(tmp_path):
    rest = TWEE + "  schulden:\n    acties:\n      - {id: x3ym, wat: A, eigenaar: niemand}\n"
    with pytest.raises(GeweigerdError, match="In NZ-2026-k7f3mq staat een fout"):
        change(tmp_path, allot("w4hn", "m.bakker"), rest)


def test_reason_stands_in_the_logboek_behind_what_was_done(tmp_path):
    gewijzigd = change(tmp_path, defer("w4hn", "2026-12-14"), TWEE, reden="Loket is dicht")
    (entry,) = gewijzigd.dossier.logboek
    assert (entry.op, entry.kort) == (date(2026, 11, 23), "Actie w4hn uitgesteld: Loket is dicht")


def test_every_write_gives_ids_where_they_are_missing(tmp_path):
    rest = TWEE + "logboek:\n  - {op: 2026-11-01, kort: Gebeld}\n"
    gewijzigd = change(tmp_path, allot("w4hn", "m.bakker"), rest)
    assert gewijzigd.dossier.logboek[0].id is not None


def test_nothing_that_changes_is_said_to_change_nothing(tmp_path):
    gewijzigd = change(tmp_path, defer("w4hn", "2026-11-30"), TWEE)
    assert (gewijzigd.wijzigingen, gewijzigd.na.data) == ((), gewijzigd.voor.data)
