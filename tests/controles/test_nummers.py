"""Numbers and ids."""

from .fabriek import also, check, dossier, onderdak, only, overleg, overlegzaak, places, zaak


def test_dossier_in_a_file_of_its_number_is_fine():
    assert places("NZ201", check(zaak(dossier()))) == []


def test_dossier_in_a_file_of_another_name_is_reported_at_its_number():
    found = check(zaak(dossier(), path="dossiers/2026/NZ-2026-a2bcde.yaml"))
    assert places("NZ201", found) == ["1:10"]


def test_overleg_in_a_file_of_another_name_is_reported_at_its_name():
    assert places("NZ201", check(overlegzaak(overleg()))) == []
    assert places("NZ201", check(overlegzaak(overleg(naam="2026-05-08-leiden")))) == ["1:10"]


def test_second_use_of_an_id_is_reported_and_points_at_the_first():
    found = check(zaak(dossier(onderdak("id: w4hn, wat: Bellen", "id: w4hn, wat: Schrijven"))))
    assert places("NZ202", found) == ["12:14"]
    assert also("NZ202", found) == ["11:14"]
    assert "w4hn" in only("NZ202", found).message


def test_same_id_in_two_different_lists_is_reported():
    text = dossier("betrokken:\n  - {id: w4hn, partner: pi-alphen}\n" + onderdak("id: w4hn, wat: Bellen"))
    assert places("NZ202", check(zaak(text))) == ["13:14"]


def test_third_use_of_an_id_points_at_the_first_too():
    found = check(zaak(dossier(onderdak(*["id: w4hn, wat: Bellen"] * 3))))
    assert places("NZ202", found) == ["12:14", "13:14"]
    assert also("NZ202", found) == ["11:14", "11:14"]


def test_later_means_later_in_the_file_and_not_in_the_model():
    text = dossier("logboek:\n  - {id: w4hn, op: 2026-04-21, kort: Gebeld}\n" + onderdak("id: w4hn, wat: Bellen"))
    found = check(zaak(text))
    assert places("NZ202", found) == ["13:14"]
    assert also("NZ202", found) == ["9:10"]


def test_item_without_id_is_reported_at_its_first_key():
    assert places("NZ203", check(zaak(dossier(onderdak("id: w4hn, wat: Bellen", "wat: Schrijven"))))) == ["12:10"]


def test_every_list_that_people_add_to_needs_ids():
    text = dossier(
        "betrokken: [{partner: pi-alphen}]\n"
        "detentie:\n"
        "  fasering: [{soort: pp}]\n"
        "  ontslag_historie: [{op: 2026-04-21}]\n"
        "doelen: [{wens: Werk}]\n"
        "leefgebieden:\n"
        "  onderdak: {acties: [{id: w4hn, wat: Bellen, opschorting: [{van: 2026-04-21}]}]}\n"
        "toestemmingen: [{partner: pi-alphen}]\n"
        "verstrekkingen: [{op: 2026-04-21, aan: pi-alphen}]\n"
        "besluiten: [{besluit: Doen}]\n"
        "logboek: [{op: 2026-04-21, kort: Gebeld}]\n"
    )
    lines = [place.split(":")[0] for place in places("NZ203", check(zaak(text)))]
    assert lines == ["8", "10", "11", "12", "14", "15", "16", "17", "18"]


def test_conflict_needs_no_id_as_no_person_writes_it():
    assert places("NZ203", check(zaak(dossier("conflicten: [{veld: status}]\n")))) == []
