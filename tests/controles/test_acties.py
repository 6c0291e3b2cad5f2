"""The actions."""

import pytest

from .fabriek import also, check, dossier, onderdak, only, places, zaak


@pytest.mark.parametrize(
    ("actie", "places_304"),
    [
        ("id: w4hn, wat: Bellen, eigenaar: ", ["11:33"]),
        ("id: w4hn, wat: Bellen", ["11:10"]),
        ("id: w4hn, wat: Bellen, status: bezig", ["11:10"]),
        ("id: w4hn, wat: Bellen, status: wacht", ["11:10"]),
        ("id: w4hn, wat: Bellen, status: vervallen", []),
        ("id: w4hn, wat: Bellen, status: gedaan", []),
        ("id: w4hn, wat: Bellen, eigenaar: betrokkene", []),
    ],
)
def test_actie_without_eigenaar_is_reported_at_its_key(actie, places_304):
    assert places("NZ304", check(zaak(dossier(onderdak(actie))))) == places_304


def test_finding_about_an_actie_names_its_id():
    found = check(zaak(dossier(onderdak("id: w4hn, wat: Bellen", "wat: Schrijven"))))
    assert [one.message.split(" is ")[0] for one in found if one.code == "NZ304"] == ["Actie w4hn", "Deze actie"]


def test_gedaan_without_a_day_is_reported_at_the_status():
    assert places("NZ307", check(zaak(dossier(onderdak("wat: Bellen, status: gedaan"))))) == ["11:31"]


def test_gedaan_without_a_day_is_reported_in_a_closed_dossier_too():
    text = dossier(onderdak("wat: Bellen, status: gedaan"), status="afgesloten")
    assert places("NZ307", check(zaak(text))) == ["11:31"]


def test_gedaan_with_a_day_is_fine():
    found = check(zaak(dossier(onderdak("wat: Bellen, status: gedaan, gedaan_op: 2026-04-21"))))
    assert places("NZ307", found) == []
    assert places("NZ309", found) == []


def test_day_of_gedaan_with_another_status_is_reported_at_the_day():
    found = check(zaak(dossier(onderdak("wat: Bellen, status: bezig, gedaan_op: 2026-04-21"))))
    assert places("NZ309", found) == ["11:49"]
    assert also("NZ309", found) == ["11:31"]
    assert "bezig" in only("NZ309", found).message


def test_day_of_gedaan_without_a_status_is_reported_as_open():
    found = check(zaak(dossier(onderdak("wat: Bellen, gedaan_op: 2026-04-21"))))
    assert places("NZ309", found) == ["11:34"]
    assert also("NZ309", found) == []


def test_actie_that_comes_back_keeps_the_day_of_last_time():
    found = check(zaak(dossier(onderdak("wat: Bellen, herhaal: 6m, gedaan_op: 2026-04-21"))))
    assert places("NZ309", found) == []


def test_wacht_without_what_it_waits_for_is_reported_at_the_status():
    assert places("NZ310", check(zaak(dossier(onderdak("wat: Bellen, status: wacht"))))) == ["11:31"]


def test_wacht_with_what_it_waits_for_is_fine():
    found = check(zaak(dossier(onderdak("wat: Bellen, status: wacht, wacht_op: betrokkene"))))
    assert places("NZ310", found) == []
