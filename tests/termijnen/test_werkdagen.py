"""Working days: weekends, the holidays of the Algemene termijnenwet, and equalised days."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nazorg.termijnen import Werkkalender
from nazorg.termijnen.werkdagen import _gelijkgesteld

from .eenvoudig import EQUALISED, easter, holidays_of

KALENDER = Werkkalender()
DAG = timedelta(days=1)


@pytest.mark.parametrize(
    ("year", "sunday"), [(2024, "03-31"), (2025, "04-20"), (2026, "04-05"), (2027, "03-28"), (2038, "04-25")]
)
def test_our_own_easter_falls_when_easter_falls(year, sunday):
    assert easter(year) == date.fromisoformat(f"{year}-{sunday}")


@pytest.mark.parametrize("year", range(2024, 2036))
def test_closed_days_are_weekends_holidays_of_the_awt_and_equalised_days(year):
    days = [date(year, 1, 1) + number * DAG for number in range(365)]
    closed = {day for day in days if not KALENDER.is_werkdag(day)}
    weekends = {day for day in days if day.isoweekday() > 5}
    assert closed == weekends | (holidays_of(year) | EQUALISED) & set(days)
    assert closed == {day for day in days if KALENDER.closed(day)}


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-01-01", "Nieuwjaarsdag"),
        ("2026-04-03", "Goede Vrijdag"),
        ("2026-04-06", "Tweede paasdag"),
        ("2026-04-27", "Koningsdag"),
        ("2026-05-05", "Bevrijdingsdag"),
        ("2026-05-14", "Hemelvaartsdag"),
        ("2026-05-25", "Tweede Pinksterdag"),
        ("2026-12-25", "Eerste Kerstdag"),
        ("2026-12-26", "Tweede Kerstdag"),
        ("2026-05-15", "gelijkgestelde dag"),
        ("2026-11-28", "zaterdag"),
        ("2026-11-29", "zondag"),
        ("2026-04-05", "zondag"),  # Eerste Paasdag is no holiday to this law
        ("2026-05-24", "zondag"),
    ],
)
def test_closed_day_is_named_in_dutch(day, words):
    assert KALENDER.closed(date.fromisoformat(day)).casefold() == words.casefold()


@pytest.mark.parametrize("day", ["2026-12-31", "2026-05-04", "2026-04-02", "2026-12-24", "2026-02-13", "2026-11-30"])
def test_open_day_has_no_reason_to_be_closed(day):
    assert KALENDER.closed(date.fromisoformat(day)) is None


def test_every_fifth_of_may_is_a_holiday_and_not_only_each_fifth_year():
    assert not any(KALENDER.is_werkdag(date(year, 5, 5)) for year in range(2024, 2034))


def test_koningsdag_on_a_sunday_is_the_day_before():
    assert KALENDER.closed(date(2025, 4, 26)) == "Koningsdag"
    assert KALENDER.closed(date(2025, 4, 27)) == "zondag"


def test_equalised_days_are_those_of_the_royal_decrees():
    assert _gelijkgesteld() == EQUALISED


def test_region_adds_its_own_equalised_days():
    own = Werkkalender([date(2026, 11, 27)])
    assert own.closed(date(2026, 11, 27)) == "gelijkgestelde dag"
    assert not own.is_werkdag(date(2026, 5, 15))
    assert KALENDER.is_werkdag(date(2026, 11, 27))
    assert own.add(date(2026, 11, 26), 1) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("start", "number", "day"),
    [
        ("2026-04-02", 3, "2026-04-09"),  # over Good Friday and Easter Monday: domain.md
        ("2026-05-13", 1, "2026-05-18"),  # over Ascension Day and the equalised Friday
        ("2026-11-27", 1, "2026-11-30"),
        ("2026-11-28", 1, "2026-11-30"),  # from a Saturday
        ("2026-12-24", 1, "2026-12-28"),
        ("2026-12-31", 1, "2027-01-04"),
        ("2026-11-30", -1, "2026-11-27"),
        ("2026-11-29", -1, "2026-11-27"),
        ("2026-11-29", 0, "2026-11-29"),
    ],
)
def test_start_does_not_count_and_closed_days_are_passed_over(start, number, day):
    assert KALENDER.add(date.fromisoformat(start), number) == date.fromisoformat(day)


@settings(deadline=None)
@given(st.dates(date(2024, 1, 1), date(2034, 12, 31)), st.integers(1, 60))
def test_between_start_and_end_lie_exactly_so_many_working_days(start, number):
    end = KALENDER.add(start, number)
    passed = [start + place * DAG for place in range(1, (end - start).days + 1)]
    assert KALENDER.is_werkdag(end)
    assert sum(KALENDER.is_werkdag(day) for day in passed) == number
    before = KALENDER.add(start, -number)
    assert sum(KALENDER.is_werkdag(before + place * DAG) for place in range((start - before).days)) == number
