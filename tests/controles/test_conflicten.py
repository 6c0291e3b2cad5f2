"""Conflicts that a merge left."""

from .fabriek import NUMMER, also, check, dossier, onderdak, only, places, zaak


def test_every_conflict_is_reported_at_its_field_and_points_at_both_sides():
    found = check(zaak(dossier("conflicten:\n  - {id: a2bc, veld: status}\n  - {id: b2cd, veld: gemeente}\n")))
    assert places("NZ206", found) == ["4:9", "5:11"]
    assert also("NZ206", found) == ["9:6", "10:6"]


def test_conflict_about_an_actie_is_reported_there():
    veld = "leefgebieden.onderdak.acties.w4hn.uiterlijk"
    text = dossier(onderdak("id: k7r2, wat: a", "id: w4hn, wat: b, uiterlijk: 2026-06-01"))
    found = check(zaak(f"{text}conflicten: [{{id: a2bc, veld: {veld}}}]\n"))
    assert places("NZ206", found) == ["12:39"]


def test_conflict_about_a_field_that_is_empty_is_reported_where_it_belongs():
    text = dossier(onderdak("id: w4hn, wat: b"))
    found = check(zaak(f"{text}conflicten: [{{id: a2bc, veld: leefgebieden.onderdak.acties.w4hn.uiterlijk}}]\n"))
    assert places("NZ206", found) == ["11:10"]


def test_conflict_about_what_is_not_there_is_reported_at_its_item():
    text = dossier("conflicten:\n  - {id: a2bc, veld: leefgebieden.onderdak.acties.w4hn.status}\n")
    assert places("NZ206", check(zaak(text))) == ["9:6"]


def test_thing_that_one_side_took_away_is_said_in_other_words():
    text = dossier(
        "leefgebieden: {zorg: {stand: nvt}}\nconflicten: [{id: a2bc, veld: leefgebieden.zorg, verwijderd: hier}]\n"
    )
    assert "haalde dit weg" in only("NZ206", check(zaak(text))).message


def test_conflict_says_how_to_settle_it():
    found = check(zaak(dossier("conflicten: [{id: a2bc, veld: status}]\n")))
    assert f"nazorg los-op {NUMMER}" in only("NZ206", found).remedy


def test_dossier_with_an_empty_list_of_conflicts_is_fine():
    assert places("NZ206", check(zaak(dossier("conflicten: []\n")))) == []
