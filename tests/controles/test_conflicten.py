"""Conflicts that a merge left."""

from .fabriek import NUMMER, check, dossier, only, places, zaak


def test_every_conflict_is_reported_at_its_item():
    text = dossier("conflicten:\n  - {id: a2bc, veld: status}\n  - {id: b2cd, veld: gemeente}\n")
    assert places("NZ206", check(zaak(text))) == ["9:6", "10:6"]


def test_conflict_says_how_to_settle_it():
    found = check(zaak(dossier("conflicten: [{id: a2bc, veld: status}]\n")))
    assert f"nazorg los-op {NUMMER}" in only("NZ206", found).remedy


def test_dossier_with_an_empty_list_of_conflicts_is_fine():
    assert places("NZ206", check(zaak(dossier("conflicten: []\n")))) == []
