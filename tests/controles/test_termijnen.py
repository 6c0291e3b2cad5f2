"""The terms of actions."""

import pytest

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
