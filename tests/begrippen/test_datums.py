"""Dates and times of day: what is read, and what someone may have meant instead."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nazorg.begrippen.datums import read_datum, read_tijd, suggest_datum
from nazorg.begrippen.tekstwaarde import OngeldigeWaarde

DATES = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MAANDEN = (
    ("januari", "jan"),
    ("februari", "feb"),
    ("maart", "mrt"),
    ("april", "apr"),
    ("mei", "mei"),
    ("juni", "jun"),
    ("juli", "jul"),
    ("augustus", "aug"),
    ("september", "sep"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("december", "dec"),
)


def refused(read, text):
    with pytest.raises(OngeldigeWaarde) as caught:
        read(text)
    return caught.value.soort, caught.value.feiten


@given(DATES)
def test_iso_date_is_read(day):
    assert read_datum(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "5-1-2026",
        "05-01-2026",
        "5/1/2026",
        "5.1.2026",
        "5 1 2026",
        "5-1-26",
        "2026/1/5",
        "2026-1-5",
        "2026.01.05",
        "20260105",
        "5 januari 2026",
        "5 jan 2026",
        "5 jan. 2026",
        "5 Januari 2026",
        "2026-01-05T00:00:00",
        "2026-01-05 10:30",
        " 2026-01-05 ",
    ],
)
def test_near_date_gets_the_right_spelling(text):
    assert refused(read_datum, text) == ("bijna_datum", {"waarde": text, "voorstel": "2026-01-05"})


@given(DATES)
def test_every_near_date_is_understood_as_the_day_that_was_meant(day):
    word, short = MAANDEN[day.month - 1]
    for text in (
        f"{day.day}-{day.month}-{day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%Y%m%d}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.day} {word} {day.year}",
        f"{day.day} {short}. {day.year}",
        f"{day.day} {word.upper()} {day.year}",
    ):
        assert suggest_datum(text) == day


@pytest.mark.parametrize(("text", "day"), [("5 maart 2026", 5), ("5 mrt 2026", 5), ("5 maa 2026", 5)])
def test_maart_has_more_than_one_short_form(text, day):
    assert suggest_datum(text) == date(2026, 3, day)


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13-01", "2026-00-10", "2025-02-29", "0000-01-01"])
def test_day_that_does_not_exist_is_said_to_not_exist(text):
    assert refused(read_datum, text) == ("datum_bestaat_niet", {"waarde": text})


@pytest.mark.parametrize("text", ["0206-04-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_year_that_is_a_slip_of_the_finger_is_no_date(text):
    assert refused(read_datum, text)[0] == "datum_bestaat_niet"


@pytest.mark.parametrize(
    "text",
    ["", "morgen", "30-2-2026", "20260230", "5 foo 2026", "2026", "2026-01", "12:30", "٢٠٢٦-٠١-٠٥", "5-1-1826", "-1"],
)
def test_what_cannot_be_a_day_gets_no_suggestion(text):
    assert suggest_datum(text) is None
    assert refused(read_datum, text) == ("geen_datum", {"waarde": text})


@given(st.text())
def test_any_text_is_a_date_or_refused(text):
    try:
        assert read_datum(text).isoformat() == text
    except OngeldigeWaarde as error:
        assert error.soort in {"geen_datum", "bijna_datum", "datum_bestaat_niet"}  # noqa: PT017


@given(st.times())
def test_time_of_day_is_read(moment):
    assert read_tijd(f"{moment:%H:%M}") == time(moment.hour, moment.minute)


@pytest.mark.parametrize("text", ["", "9:30", "24:00", "12:60", "12.30", "1230", "12:30:00", "half tien", "٠٩:٣٠"])
def test_anything_else_is_no_time(text):
    assert refused(read_tijd, text) == ("geen_tijd", {"waarde": text})
