"""The terms of actions."""

import pytest

from nazorg.begrippen.bron import Bestand
from nazorg.reading import read_dossier

from .fabriek import check, dossier, onderdak, only, places, zaak

INSIDE = "detentie: {ingesloten: 2026-04-14, ontslag: {verwacht: 2026-12-17}}\n"


@pytest.mark.parametrize(
    "term", ["ontslag - 3w", "buiten - 8w", "binnenkomst + 4w", "ingesloten + 1m", "wgs-4a-3 vanaf 2026-04-20"]
)
def test_term_that_cannot_be_computed_is_reported_at_uiterlijk(term):
    assert places("NZ405", check(zaak(dossier(onderdak(f"id: w4hn, wat: A, uiterlijk: {term}"))))) == ["11:39"]


@pytest.mark.parametrize(
    "term",
    ["ontslag - 3w", "buiten - 8w", "ingesloten + 1m", "aanmelding + 5wd", "intake vanaf 2026-04-20", "2026-06-01"],
)
def test_term_that_can_be_computed_is_fine(term):
    assert places("NZ405", check(zaak(dossier(onderdak(f"wat: A, uiterlijk: {term}") + INSIDE)))) == []


def test_remedy_names_the_date_that_is_missing():
    found = check(zaak(dossier(onderdak("wat: A, uiterlijk: binnenkomst + 4w") + INSIDE)))
    assert "'binnenkomst'" in only("NZ405", found).remedy


@pytest.mark.parametrize("status", ["gedaan", "vervallen", "niet_mogelijk"])
def test_term_of_an_actie_that_is_finished_is_not_looked_at(status):
    assert places("NZ405", check(zaak(dossier(onderdak(f"wat: A, uiterlijk: ontslag - 3w, status: {status}"))))) == []


def test_without_settings_an_unknown_release_is_reported_and_a_named_rule_is_not():
    text = dossier(onderdak("wat: A, uiterlijk: ontslag - 3w", "wat: B, uiterlijk: intake vanaf 2026-04-20"))
    assert places("NZ405", check(zaak(text, regio=None))) == ["11:29"]


def one(fields):
    """What the rules say of a dossier with one action with these fields."""
    return check(zaak(dossier(onderdak(f"id: w4hn, wat: A, {fields}") + INSIDE)))


# Bad terms: each is a finding with a position


@pytest.mark.parametrize(
    ("fields", "code", "place"),
    [
        ("uiterlijk: ontslag - 3x", "NZ105", "11:39"),
        ("uiterlijk: 2026-02-31", "NZ104", "11:39"),
        ("uiterlijk: wgs-4-1 vanaf 2026-02-31", "NZ104", "11:39"),
        ("niet_voor: ontslagen + 4w", "NZ105", "11:39"),
        ("herhaal: 6maanden", "NZ105", "11:37"),
    ],
)
def test_term_that_cannot_be_read_is_reported_where_it_stands(fields, code, place):
    text = dossier(onderdak(f"id: w4hn, wat: A, {fields}"))
    found = read_dossier(Bestand("dossiers/2026/NZ-2026-k7f3mq.yaml", text.encode())).diagnostics
    assert [(found.code, f"{found.span.line}:{found.span.column}") for found in found] == [(code, place)]


def test_circle_of_waiting_actions_is_reported_where_it_closes():
    found = check(zaak(dossier(onderdak("id: a2bc, wat: A, na: [b2cd]", "id: b2cd, wat: B, na: [a2bc]"))))
    assert places("NZ205", found) == ["12:33"]


def test_suspension_that_ends_before_it_starts_is_reported_where_it_ends():
    assert places("NZ401", one("opschorting: [{van: 2026-04-22, hervat: 2026-04-21}]")) == ["11:68"]


@pytest.mark.parametrize("key", ["uiterlijk", "niet_voor"])
def test_rule_that_does_not_exist_is_reported_with_what_was_meant(key):
    found = only("NZ608", one(f"{key}: wgs-41 vanaf 2026-04-20"))
    assert (found.severity, "wgs-4-1" in found.remedy) == ("fout", True)
    own = only("NZ608", one(f"{key}: intakes vanaf 2026-04-20"))
    assert own.remedy.startswith("Bedoelt u 'intake'? ")


def test_rule_that_does_not_exist_is_not_said_to_be_uncomputable_as_well():
    assert places("NZ405", one("uiterlijk: wgs-41 vanaf 2026-04-20")) == []


@pytest.mark.parametrize("term", ["wgs-4-1 vanaf 2026-04-20", "intake vanaf 2026-04-20", "pbw-18a vanaf 2026-04-20"])
def test_rule_of_the_law_or_of_the_region_exists(term):
    assert [found.code for found in one(f"uiterlijk: {term}") if found.code.startswith(("NZ4", "NZ6"))] == []


@pytest.mark.parametrize("naam", ["pw-41-4", "wjsg-51c-4"])
def test_rule_that_says_from_when_is_reported_as_a_deadline_and_only_there(naam):
    assert places("NZ406", one(f"uiterlijk: {naam} vanaf 2026-04-20")) == ["11:39"]
    assert places("NZ405", one(f"uiterlijk: {naam} vanaf 2026-04-20")) == []
    assert places("NZ406", one(f"niet_voor: {naam} vanaf 2026-04-20")) == []


def test_term_that_the_gemeente_has_not_set_says_where_to_set_it():
    assert "wgs-4a-3" in only("NZ405", one("uiterlijk: wgs-4a-3 vanaf 2026-04-20")).remedy


@pytest.mark.parametrize(
    ("first", "last", "reported"),
    [
        ("2026-06-02", "2026-06-01", True),
        ("2026-06-01", "2026-06-01", False),
        ("ontslag + 1d", "ontslag - 3w", True),
        ("pw-41-4 vanaf 2026-04-20", "aanmelding + 4w", False),
        ("pw-41-4 vanaf 2026-04-20", "aanmelding + 3w", True),
        ("binnenkomst + 9w", "2026-04-21", False),  # not known: said as such
    ],
)
def test_day_before_which_it_cannot_be_done_lies_not_after_the_deadline(first, last, reported):
    found = one(f"uiterlijk: {last}, niet_voor: {first}")
    assert bool(places("NZ407", found)) is reported
    assert all(one.severity == "waarschuwing" for one in found if one.code == "NZ407")


def test_niet_voor_that_cannot_be_computed_is_reported_there():
    assert places("NZ405", one("niet_voor: binnenkomst + 9w")) == ["11:39"]


@pytest.mark.parametrize(
    ("stops", "reported"),
    [
        ("{van: 2026-04-21}, {van: 2026-04-25, hervat: 2026-04-26}", ["11:48"]),
        ("{van: 2026-04-25}, {van: 2026-04-21, hervat: 2026-04-23}", []),
        ("{van: 2026-04-21, hervat: 2026-04-27}, {van: 2026-04-25, hervat: 2026-04-26}", []),  # shared days count once
    ],
)
def test_suspension_that_was_never_resumed_is_reported_where_another_follows(stops, reported):
    assert places("NZ408", one(f"opschorting: [{stops}]")) == reported
