"""Dates and times as they stand in a file: ISO 8601, and what someone may have meant instead."""

import re
from datetime import date, time

from nazorg.begrippen.tekstwaarde import OngeldigeWaarde

ISO_DATUM = r"\d{4}-\d{2}-\d{2}"
_ISO = re.compile(ISO_DATUM, re.ASCII)
_DAG_EERST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})", re.ASCII)
_JAAR_EERST = re.compile(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})(?:[T ].*)?", re.ASCII)
_IN_WOORDEN = re.compile(r"(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})", re.ASCII | re.IGNORECASE)
_MAANDEN = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_VOLUIT = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_TIJD = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)

EERSTE_JAAR, LAATSTE_JAAR = 1900, 2199
"""Years outside these are taken for slips of the finger (``0206-04-01``), not for dates."""


def read_datum(text: str) -> date:
    """The date that ``text`` (``YYYY-MM-DD``) names.

    Raises ``OngeldigeWaarde``: ``geen_datum``, ``bijna_datum`` (with ``voorstel``) or ``datum_bestaat_niet``.
    """
    if _ISO.fullmatch(text):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise OngeldigeWaarde("datum_bestaat_niet", waarde=text) from None
        if EERSTE_JAAR <= day.year <= LAATSTE_JAAR:
            return day
        raise OngeldigeWaarde("datum_bestaat_niet", waarde=text)
    suggestion = suggest_datum(text)
    if suggestion is not None:
        raise OngeldigeWaarde("bijna_datum", waarde=text, voorstel=suggestion.isoformat())
    raise OngeldigeWaarde("geen_datum", waarde=text)


def suggest_datum(text: str) -> date | None:
    """The date that someone meant by ``5-1-2026``, ``2026/1/5``, ``20260105`` or ``5 januari 2026``; else ``None``.

    A day comes before its month, as it is written in Dutch.
    """
    text = text.strip()
    if match := _DAG_EERST.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        year += 2000 if year < 100 else 0
    elif match := _JAAR_EERST.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _IN_WOORDEN.fullmatch(text):
        begin = match[2].lower()[:3].replace("mrt", "maa").replace("oct", "okt").replace("mar", "maa")
        if begin not in _MAANDEN:
            return None
        day, month, year = int(match[1]), _MAANDEN.index(begin) + 1, int(match[3])
    else:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if EERSTE_JAAR <= found.year <= LAATSTE_JAAR else None


def weekdag(day: date) -> str:
    """``maandag`` … ``zondag``."""
    return _WEEKDAGEN[day.weekday()]


def datum_in_woorden(day: date) -> str:
    """``28 december 2026``: what an explanation says, without a library that takes a tenth of a second to import."""
    return f"{day.day} {_VOLUIT[day.month - 1]} {day.year}"


def dag_in_woorden(day: date) -> str:
    """``maandag 28 december 2026``."""
    return f"{weekdag(day)} {datum_in_woorden(day)}"


def read_tijd(text: str) -> time:
    """The time of day that ``text`` (``HH:MM``) names. Raises ``OngeldigeWaarde`` ``geen_tijd``."""
    match = _TIJD.fullmatch(text)
    if not match:
        raise OngeldigeWaarde("geen_tijd", waarde=text)
    return time(int(match[1]), int(match[2]))
