"""The status of a dossier."""

import pytest

from .fabriek import also, check, dossier, onderdak, places, zaak


def test_unfinished_actie_in_a_closed_dossier_is_reported_at_its_status():
    text = dossier(
        onderdak("id: a2bc, wat: A, status: bezig", "id: b2cd, wat: B", "id: c2de, wat: C, status: vervallen"),
        status="afgesloten",
    )
    assert places("NZ501", check(zaak(text))) == ["11:36", "12:10"]


def test_unfinished_actie_in_a_running_dossier_is_fine():
    assert places("NZ501", check(zaak(dossier(onderdak("wat: A, status: bezig"))))) == []


@pytest.mark.parametrize(
    ("rest", "places_502"),
    [
        ("", ["4:9"]),
        ("afsluiting: {reden: Klaar}\n", ["8:1"]),
        ("afsluiting: {op: , reden: Klaar}\n", ["8:14"]),
        ("afsluiting: {op: 2026-04-30}\n", []),
    ],
)
def test_closed_dossier_says_on_which_day(rest, places_502):
    assert places("NZ502", check(zaak(dossier(rest, status="afgesloten")))) == places_502


@pytest.mark.parametrize(
    ("rest", "places_503"),
    [
        ("", ["4:9"]),
        ("beoordeling: {op: 2026-04-21}\n", ["8:1"]),
        ("beoordeling: {op: 2026-04-21, uitkomst: nazorg}\n", ["8:41"]),
        ("beoordeling: {op: 2026-04-21, uitkomst: geen_nazorg}\n", []),
    ],
)
def test_geen_nazorg_rests_on_an_assessment_that_says_so(rest, places_503):
    assert places("NZ503", check(zaak(dossier(rest, status="geen_nazorg")))) == places_503


def test_assessment_that_contradicts_the_status_points_at_the_status():
    text = dossier("beoordeling: {op: 2026-04-21, uitkomst: nazorg}\n", status="geen_nazorg")
    assert also("NZ503", check(zaak(text))) == ["4:9"]


@pytest.mark.parametrize(
    ("rest", "places_504"),
    [
        ("", ["4:9"]),
        ("overdracht: {op: 2026-04-21}\n", ["8:1"]),
        ("overdracht: {naar: Den Haag}\n", []),
    ],
)
def test_dossier_that_is_handed_over_says_to_whom(rest, places_504):
    assert places("NZ504", check(zaak(dossier(rest, status="overgedragen")))) == places_504


@pytest.mark.parametrize(
    ("rest", "places_505"),
    [
        ("", ["7:8"]),
        ("toezicht: {tot: 2026-12-31}\n", ["8:1"]),
        ("toezicht: {door: pi-alphen}\n", []),
    ],
)
def test_mandatory_supervision_says_by_whom(rest, places_505):
    assert places("NZ505", check(zaak(dossier(rest, kader="justitieel")))) == places_505


def test_voluntary_help_needs_no_supervision():
    assert places("NZ505", check(zaak(dossier()))) == []


@pytest.mark.parametrize(
    ("status", "rest", "places_506", "also_506"),
    [
        ("in_detentie", "", ["4:9"], []),
        ("in_detentie", "detentie: {soort: isd}\n", [], []),
        ("in_detentie", "detentie: {ontslag: {feitelijk: 2026-04-25}}\n", ["4:9"], ["8:33"]),
        ("nazorg", "", [], []),
        ("nazorg", "detentie: {soort: isd}\n", ["4:9"], ["8:1"]),
        ("nazorg", "detentie: {ontslag: {verwacht: 2026-04-25}}\n", ["4:9"], ["8:1"]),
        ("nazorg", "detentie: {ontslag: {feitelijk: 2026-04-25}}\n", [], []),
        ("extramuraal", "", ["4:9"], []),
        ("extramuraal", "detentie: {fasering: [{soort: reintegratieverlof}]}\n", ["4:9"], []),
        ("extramuraal", "detentie: {fasering: [{soort: reintegratieverlof}, {soort: pp}]}\n", [], []),
        ("aangemeld", "", [], []),
        ("afgesloten", "detentie: {soort: isd}\n", [], []),
    ],
)
def test_status_fits_the_detention(status, rest, places_506, also_506):
    found = check(zaak(dossier(rest, status=status)))
    assert places("NZ506", found) == places_506
    assert also("NZ506", found) == also_506
