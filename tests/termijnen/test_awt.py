"""The Algemene termijnenwet: check values, its exclusions, ten years of days, and a second reading."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from nazorg.begrippen.datums import dag_in_woorden
from nazorg.begrippen.termen import read_duur
from nazorg.termijnen import Werkkalender, add_duration
from nazorg.termijnen.awt import extend, why_excluded

from . import eenvoudig
from .fabriek import deadline

KALENDER = Werkkalender()
TEN_YEARS = [date(2025, 1, 1) + timedelta(days=place) for place in range(3653)]


def statutory(start: date, text: str, kalender: Werkkalender = KALENDER) -> date:
    """The end of a statutory term of ``text`` from ``start``."""
    duur = read_duur(text)
    counted = add_duration(start, duur, kalender)
    steps = [] if why_excluded(duur) else list(extend(start, counted, duur, kalender))
    return steps[-1].datum if steps else counted


def told(start: str, text: str, kalender: Werkkalender = KALENDER) -> list[str]:
    begin, duur = date.fromisoformat(start), read_duur(text)
    return [step.omschrijving for step in extend(begin, add_duration(begin, duur, kalender), duur, kalender)]


@pytest.mark.parametrize(
    ("uiterlijk", "datum"),
    [
        ("pbw-18a vanaf 2026-04-17", "2026-05-18"),
        ("pbw-18a vanaf 2026-03-06", "2026-04-07"),
        ("pbw-18a vanaf 2026-11-27", "2026-12-28"),
        ("wgs-4-1 vanaf 2026-04-17", "2026-05-18"),
        ("wgs-4-1 vanaf 2026-03-06", "2026-04-07"),
        ("wgs-4-1 vanaf 2026-11-27", "2026-12-28"),
        ("pw-52 vanaf 2026-11-27", "2026-12-28"),
        ("wgs-4-2 vanaf 2026-04-02", "2026-04-09"),
        ("pbw-18c vanaf 2026-11-25", "2026-12-28"),  # a month, to Eerste Kerstdag
        ("pbw-18e vanaf 2026-06-26", "2026-12-26"),  # more than three months, and stays on Tweede Kerstdag
        ("wgsv-1-8 vanaf 2021-12-25", "2026-12-25"),
    ],
)
def test_check_value(uiterlijk, datum):
    assert str(deadline(uiterlijk).datum) == datum


@pytest.mark.parametrize(
    ("start", "text", "datum"),
    [
        ("2026-12-24", "1d", "2026-12-28"),  # Thursday to Eerste Kerstdag, on to Monday
        ("2026-12-24", "2d", "2026-12-28"),  # no three days: one working day is enough
        ("2026-12-24", "3d", "2026-12-29"),  # three days: Monday is one, Tuesday the second
        ("2026-12-24", "4d", "2026-12-29"),
        ("2026-12-24", "5d", "2026-12-29"),
        ("2026-05-13", "3d", "2026-05-19"),  # Ascension Day, the equalised Friday, a weekend
        ("2026-11-26", "3d", "2026-11-30"),  # Friday and Monday are two
        ("2026-11-28", "3d", "2026-12-01"),
        ("2026-12-31", "3d", "2027-01-05"),
        ("2026-01-30", "1m", "2026-03-02"),  # 28 February is a Saturday
    ],
)
def test_term_holds_two_open_days_and_ends_on_one(start, text, datum):
    assert str(statutory(date.fromisoformat(start), text)) == datum


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("90d", ""),
        ("91d", "meer dan 90 dagen"),
        ("12w", ""),
        ("13w", "meer dan 12 weken"),
        ("3m", ""),
        ("4m", "meer dan 3 maanden"),
        ("48m", "meer dan 3 maanden"),
        ("100wd", ""),
    ],
)
def test_law_leaves_long_terms_alone(text, why):
    words = f"de Awt geldt niet voor een termijn van {why} (Awt art. 4)" if why else ""
    assert why_excluded(read_duur(text)) == words


@pytest.mark.parametrize(
    ("start", "text", "words"),
    [
        ("2026-11-27", "4w", ["eindigt op Eerste Kerstdag → maandag 28 december 2026, Awt art. 1 lid 1"]),
        ("2026-11-28", "4w", ["eindigt op Tweede Kerstdag → maandag 28 december 2026, Awt art. 1 lid 1"]),
        ("2026-11-29", "4w", ["eindigt op een zondag → maandag 28 december 2026, Awt art. 1 lid 1"]),
        (
            "2026-04-17",
            "4w",
            ["eindigt op een gelijkgestelde dag → maandag 18 mei 2026, Awt art. 1 lid 1 en art. 3 lid 3"],
        ),
        (
            "2026-12-24",
            "3d",
            [
                "eindigt op een zondag → maandag 28 december 2026, Awt art. 1 lid 1",
                "er ligt 1 werkdag in de termijn, en het moeten er twee zijn → dinsdag 29 december 2026, Awt art. 2",
            ],
        ),
        ("2026-11-23", "4w", []),
    ],
)
def test_extension_tells_what_happened_and_by_which_article(start, text, words):
    assert told(start, text) == words


def test_region_adds_days_on_which_no_term_ends():
    own = Werkkalender([date(2026, 12, 28)])
    assert statutory(date(2026, 11, 27), "4w", own) == date(2026, 12, 29)


@pytest.mark.parametrize("text", ["1d", "2d", "3d", "4d", "1w", "4w", "12w", "1m", "3m", "1wd", "3wd"])
def test_in_ten_years_no_statutory_term_ends_on_a_closed_day_or_holds_less_than_two_open_days(text):
    duur = read_duur(text)
    long_enough = text not in ("1d", "2d", "1wd")
    for start in TEN_YEARS:
        end = statutory(start, text)
        assert KALENDER.is_werkdag(end), start
        assert end >= add_duration(start, duur, KALENDER)
        passed = (start + timedelta(days=place) for place in range(1, min((end - start).days, 10) + 1))
        assert not long_enough or sum(KALENDER.is_werkdag(day) for day in passed) >= 2, start


@pytest.mark.parametrize("text", ["1d", "3d", "10d", "4w", "1m", "3m", "3wd", "91d", "13w", "6m"])
def test_in_ten_years_every_statutory_term_ends_as_the_second_reading_has_it(text):
    duur = read_duur(text)
    for start in TEN_YEARS:
        counted = eenvoudig.count(start, duur.aantal, str(duur.eenheid), set(), 1)
        assert statutory(start, text) == eenvoudig.awt(start, counted, duur.aantal, str(duur.eenheid), set()), start


@settings(max_examples=150, deadline=None)
@given(
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.integers(0, 100),
    st.sampled_from(["d", "w", "m", "wd"]),
    st.sets(st.dates(date(2026, 1, 1), date(2028, 12, 31)), max_size=5),
)
def test_any_statutory_term_ends_as_the_second_reading_has_it(start, number, unit, own_days):
    counted = eenvoudig.count(start, number, unit, own_days, 1)
    expected = eenvoudig.awt(start, counted, number, unit, own_days)
    assert statutory(start, f"{number}{unit}", Werkkalender(own_days)) == expected


def test_our_own_words_for_a_day_are_those_of_the_language():
    for day in TEN_YEARS[:731]:
        assert dag_in_woorden(day) == format_date(day, "EEEE d MMMM y", locale="nl_NL")
