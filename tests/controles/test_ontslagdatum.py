"""The release date."""

from datetime import date

import pytest

from .fabriek import check, dossier, only, places, zaak


def detentie(ontslag: str, soort: str = "gevangenisstraf", **velden: str) -> str:
    return dossier(f"detentie:\n  soort: {soort}\n  ontslag: {{{ontslag}}}\n", **velden)


@pytest.mark.parametrize(
    ("ontslag", "places_402"),
    [
        ("zekerheid: vast", ["10:24"]),
        ("zekerheid: vast, vroegst: 2026-12-04", ["10:24"]),
        ("zekerheid: vast, verwacht: 2026-12-18", []),
        ("zekerheid: vast, feitelijk: 2026-04-25", []),
        ("zekerheid: onbekend, verwacht: 2026-12-18", ["10:24"]),
        ("zekerheid: onbekend, vroegst: 2026-12-04", []),
        ("zekerheid: onbekend", []),
        ("zekerheid: verwacht", ["10:24"]),
        ("zekerheid: verwacht, uiterst: 2026-12-18", ["10:24"]),
        ("zekerheid: verwacht, vroegst: 2026-12-04", []),
        ("zekerheid: verwacht, verwacht: 2026-12-18", []),
        ("verwacht: 2026-12-18", []),
    ],
)
def test_zekerheid_is_borne_out_by_the_dates(ontslag, places_402):
    assert places("NZ402", check(zaak(detentie(ontslag)))) == places_402


def test_zitting_is_a_date_to_expect_in_voorlopige_hechtenis_only():
    for soort, expected in (("voorlopige_hechtenis", []), ("gevangenisstraf", ["11:24"])):
        text = dossier(f"detentie:\n  soort: {soort}\n  zitting: 2026-06-01\n  ontslag: {{zekerheid: verwacht}}\n")
        assert places("NZ402", check(zaak(text))) == expected


def test_release_date_that_has_passed_is_reported_the_day_after():
    here = zaak(detentie("verwacht: 2026-05-12"))
    assert places("NZ403", check(here, date(2026, 5, 12))) == []
    assert places("NZ403", check(here, date(2026, 5, 13))) == ["10:23"]
    assert "bel de pi" in only("NZ403", check(here, date(2026, 5, 13))).message.lower()


@pytest.mark.parametrize(
    ("ontslag", "places_403"),
    [
        ("vroegst: 2026-04-28", ["10:22"]),
        ("vroegst: 2026-05-01", []),
        ("vroegst: 2026-04-28, verwacht: 2026-12-17", ["10:22"]),
        ("vroegst: 2026-04-28, verwacht: 2026-04-29", ["10:44"]),
        ("vroegst: 2026-12-04, verwacht: 2026-12-17", []),
        ("uiterst: 2026-04-28", []),
        ("verwacht: 2026-04-28, feitelijk: 2026-04-29", []),
    ],
)
def test_passed_release_is_reported_once_at_the_date_that_tells_most(ontslag, places_403):
    assert places("NZ403", check(zaak(detentie(ontslag, status="in_detentie")))) == places_403


@pytest.mark.parametrize("status", ["extramuraal", "nazorg", "afgesloten", "geen_nazorg", "overgedragen"])
def test_passed_release_date_of_someone_who_is_not_inside_is_no_question(status):
    assert places("NZ403", check(zaak(detentie("verwacht: 2026-04-28", status=status)))) == []


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2026-12-18", "vrijdag"),
        ("2026-12-19", "zaterdag"),
        ("2026-12-20", "zondag"),
        ("2026-04-27", "Koningsdag"),
        ("2026-05-15", "gelijkgestelde dag"),
    ],
)
def test_release_on_a_friday_in_a_weekend_or_on_a_holiday_says_which(day, reason):
    found = check(zaak(detentie(f"verwacht: {day}")), date(2026, 4, 1))
    assert places("NZ404", found) == ["10:23"]
    assert reason in only("NZ404", found).message


def test_release_on_a_thursday_is_fine():
    assert places("NZ404", check(zaak(detentie("verwacht: 2026-12-17")))) == []


def test_release_today_still_counts_and_yesterday_does_not():
    here = zaak(detentie("verwacht: 2026-12-18"))
    assert places("NZ404", check(here, date(2026, 12, 18))) == ["10:23"]
    assert places("NZ404", check(here, date(2026, 12, 19))) == []


def test_day_of_the_week_is_moot_in_a_dossier_that_does_not_run():
    assert places("NZ404", check(zaak(detentie("verwacht: 2026-12-18", status="afgesloten")))) == []


def test_day_of_the_week_is_moot_for_who_has_left():
    text = detentie("verwacht: 2026-12-18, feitelijk: 2026-04-28", status="nazorg")
    assert places("NZ404", check(zaak(text))) == []
