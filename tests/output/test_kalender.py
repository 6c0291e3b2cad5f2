"""A calendar reads back as exactly the days that were written, whatever a dossier says."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from nazorg.diagnostics.tekst import visible
from nazorg.kalender import Dagsoort, Kalenderdag
from nazorg.output.kalender import summary_of, write_ics

PEILDATUM = date(2026, 11, 23)
ROT = "A\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x\r\nSUMMARY:B"


def action(number, datum, leefgebied="onderdak", wat="Urgentieverklaring aanvragen"):
    item_id = f"a{number}aa"
    return Kalenderdag(f"{item_id}.NZ-2026-k7f3mq", datum, Dagsoort.TERMIJN, "NZ-2026-k7f3mq", leefgebied, item_id, wat)


def unfolded(data):
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")


def test_day_in_full():
    assert write_ics([action(1, date(2026, 12, 31))], PEILDATUM, met_tekst=False).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//nazorg//nazorg 0.1.0//NL",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "SUMMARY:Termijn onderdak NZ-2026-k7f3mq a1aa",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "DTSTAMP:20261123T000000Z",
        "UID:a1aa.NZ-2026-k7f3mq@nazorg",
        "SEQUENCE:739943",
        "LAST-MODIFIED:20261123T000000Z",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@pytest.mark.parametrize(
    ("soort", "words"),
    [
        (Dagsoort.KAN_NAAR_BUITEN, "Kan naar buiten NZ-2026-k7f3mq"),
        (Dagsoort.KAN_VRIJ, "Kan vrij NZ-2026-k7f3mq"),
        (Dagsoort.VERWACHT_VRIJ, "Verwacht vrij NZ-2026-k7f3mq"),
        (Dagsoort.VAST_VRIJ, "Vrij, staat vast: NZ-2026-k7f3mq"),
    ],
)
def test_release_says_what_the_day_is_and_nothing_of_the_person(soort, words):
    assert summary_of(Kalenderdag("vrij.NZ-2026-k7f3mq", PEILDATUM, soort, "NZ-2026-k7f3mq"), met_tekst=True) == words


def test_text_of_a_dossier_stands_in_it_only_when_asked_for():
    days = [action(1, PEILDATUM)]
    assert b"Urgentie" not in write_ics(days, PEILDATUM, met_tekst=False)
    with_text = unfolded(write_ics(days, PEILDATUM, met_tekst=True))
    assert "SUMMARY:Termijn onderdak NZ-2026-k7f3mq a1aa: Urgentieverklaring aanvragen" in with_text
    assert "CLASS:PRIVATE" in with_text


def test_later_file_wins_over_an_earlier_one():
    (first,), (second,) = (
        Calendar.from_ical(write_ics([action(1, PEILDATUM)], day, met_tekst=False)).events
        for day in (PEILDATUM, PEILDATUM + timedelta(days=1))
    )
    assert first["uid"] == second["uid"]
    assert first["sequence"] < second["sequence"]
    assert first.DTSTAMP < second.DTSTAMP


@settings(max_examples=300, deadline=None)
@given(
    texts=st.lists(st.tuples(st.text(max_size=200), st.text(max_size=60)), max_size=5),
    datum=st.dates(date(1900, 1, 1), date(3100, 12, 31)),
    peildatum=st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    met_tekst=st.booleans(),
)
@example(texts=[(ROT, ROT)], datum=PEILDATUM, peildatum=PEILDATUM, met_tekst=True)
@example(
    texts=[("a\\n;,:\"'\\, \x1b[31m \u202egro.live \u2028 \x85 \ud800", "b")],
    datum=PEILDATUM,
    peildatum=PEILDATUM,
    met_tekst=True,
)
@example(texts=[("é" * 100 + "😀" * 50, "zorg;X=1:")], datum=PEILDATUM, peildatum=PEILDATUM, met_tekst=True)
def test_calendar_reads_back_as_the_days_that_were_written(texts, datum, peildatum, met_tekst):
    days = [action(number, datum, leefgebied, wat) for number, (wat, leefgebied) in enumerate(texts)]
    data = write_ics(days, peildatum, met_tekst=met_tekst)

    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\r" in line or b"\n" in line or b"\x1b" in line for line in lines)
    assert [line for line in unfolded(data) if line.startswith("BEGIN:")] == ["BEGIN:VCALENDAR"] + [
        "BEGIN:VEVENT"
    ] * len(days)
    calendar = Calendar.from_ical(data)
    assert len(calendar.subcomponents) == len(days)
    made = datetime.combine(peildatum, datetime.min.time(), UTC)
    for event, day in zip(calendar.events, days, strict=True):
        assert str(event["summary"]) == summary_of(day, met_tekst=met_tekst) == visible(str(event["summary"]))
        assert event["uid"] == f"{day.naam}@nazorg"
        assert (event.decoded("dtstart"), event.decoded("dtend")) == (datum, datum + timedelta(days=1))
        assert event.decoded("dtstamp") == event.decoded("last-modified") == made
        assert not event.errors
