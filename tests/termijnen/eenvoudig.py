"""A second reading of the rule of deadlines, as simple as can be: day by day, from the words of the design.

Shares no code with ``nazorg.termijnen``: not its calendar, not its anchors, not its arithmetic.
"""

from datetime import date, timedelta

DAY = timedelta(days=1)


def easter(year: int) -> date:
    """Easter Sunday, by the Gregorian computus as Gauss gave it (with the two exceptions of his second paper)."""
    golden, solar, century = year % 19, year // 100, 0
    century = (8 * solar + 13) // 25
    moon = (15 - century + solar - solar // 4) % 30
    days = (19 * golden + moon) % 30
    week = (2 * (year % 4) + 4 * (year % 7) + 6 * days + (4 + solar - solar // 4) % 7) % 7
    if days == 29 and week == 6:
        return date(year, 4, 19)
    if days == 28 and week == 6 and (11 * moon + 11) % 30 < 19:
        return date(year, 4, 18)
    return date(year, 3, 22) + (days + week) * DAY


def holidays_of(year: int) -> set[date]:
    """The recognised holidays of the Algemene termijnenwet, every 5 mei included."""
    sunday = easter(year)
    koningsdag = date(year, 4, 27)
    if koningsdag.isoweekday() == 7:
        koningsdag -= DAY
    return {
        date(year, 1, 1),
        sunday - 2 * DAY,  # Goede Vrijdag
        sunday + 1 * DAY,  # Tweede Paasdag
        koningsdag,
        date(year, 5, 5),
        sunday + 39 * DAY,  # Hemelvaartsdag
        sunday + 50 * DAY,  # Tweede Pinksterdag
        date(year, 12, 25),
        date(year, 12, 26),
    }


EQUALISED = {date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26)}


def works(day: date, own_days: set[date]) -> bool:
    """Whether desks are open."""
    return day.isoweekday() < 6 and day not in holidays_of(day.year) | EQUALISED | own_days


def count(start: date, number: int, unit: str, own_days: set[date], step: int) -> date:
    """``number`` units from ``start``, forward or back."""
    day = start
    if unit == "m":
        year, month = start.year, start.month
        for _ in range(number):
            month += step
            if month in (0, 13):
                year, month = year + step, 12 if month == 0 else 1
        for number_of_day in range(start.day, 0, -1):
            try:
                return date(year, month, number_of_day)
            except ValueError:
                continue
    for _ in range(number * {"d": 1, "w": 7, "wd": 1}[unit]):
        day += step * DAY
        while unit == "wd" and not works(day, own_days):
            day += step * DAY
    return day


def release(facts: dict, back: bool) -> date | None:
    """Which release date counts. ``facts`` holds the days by their name in the dossier, ``zekerheid`` and ``soort``."""
    if facts.get("feitelijk"):
        return facts["feitelijk"]
    if not back:
        return facts.get("verwacht") or facts.get("vroegst")
    if facts.get("zekerheid") == "vast":
        return facts.get("verwacht")
    if facts.get("vroegst"):
        return facts["vroegst"]
    if facts.get("soort") == "voorlopige_hechtenis" and facts.get("zitting"):
        return facts["zitting"]
    return facts.get("verwacht")


def anchor(name: str, facts: dict, back: bool) -> date | None:
    """The day of an anchor."""
    if name in ("aanmelding", "ingesloten", "binnenkomst"):
        return facts.get(name)
    outside = [day for kind, day in facts.get("fasering", ()) if kind not in ("vi", "reintegratieverlof") and day]
    return min(outside) if name == "buiten" and outside else release(facts, back)


# The table of the law: how long, whether the Awt holds, whether it can be suspended, whether it lapses at release.
LAW = {
    "pbw-18a": (4, "w", True, False, True),
    "pbw-18c": (1, "m", True, False, True),
    "pbw-18e": (6, "m", True, False, True),
    "wgs-4-1": (4, "w", True, False, False),
    "wgs-4-2": (3, "wd", True, False, False),
    "wgs-4a-3": (8, "w", False, True, False),  # at most; set by each gemeente
    "pw-41-4": (4, "w", True, False, False),
    "pw-52": (4, "w", True, False, False),
    "wjsg-51c-4": (48, "m", True, False, False),
    "wgsv-1-8": (60, "m", True, False, False),
}
NO_DEADLINE = ("pw-41-4", "wjsg-51c-4")
"""From when, not by when."""


def awt(start: date, day: date, number: int, unit: str, own_days: set[date]) -> date:
    """The Algemene termijnenwet: a term from ``start`` that came to ``day``."""
    if {"d": number > 90, "w": number > 12, "m": number > 3, "wd": False}[unit]:
        return day
    while not works(day, own_days):
        day += DAY
    at_least_three_days = number >= 3 if unit in ("d", "wd") else number >= 1
    if at_least_three_days:
        while sum(works(start + place * DAY, own_days) for place in range(1, (day - start).days + 1)) < 2:
            day += DAY
    return day


def stand_still(day: date, start: date | None, stops: list, today: date):
    """``day`` after all suspensions, or ``"opgeschort"``."""
    stood_still = set()
    for van, hervat in sorted(stops, key=lambda stop: stop[0]):
        if van > day:
            continue
        if hervat is None:
            if van <= today:
                return "opgeschort"
            continue
        one = van
        while one < hervat:
            if (start is None or one > start) and one not in stood_still:
                stood_still.add(one)
                day += DAY
            one += DAY
    return day


def rule(name: str, start: date, facts: dict, stops: list, own_days: set[date], today: date, gemeente: dict):
    """The deadline of ``<name> vanaf <start>``; ``gemeente`` are the terms that the gemeente set (number and unit)."""
    number, unit, has_awt, can_stop, binds_pi = LAW[name]
    if name in NO_DEADLINE:
        return "onbepaald"
    if name == "wgs-4a-3":
        if name not in gemeente:
            return "onbepaald"
        day = min(count(start, *gemeente[name], own_days, 1), count(start, number, unit, own_days, 1))
    else:
        day = count(start, number, unit, own_days, 1)
    if can_stop:
        day = stand_still(day, start, stops, today)
        if day == "opgeschort":
            return day
    if has_awt:
        day = awt(start, day, number, unit, own_days)
    left = facts.get("feitelijk")
    if binds_pi and left and start <= left <= today:
        return "vervallen"
    return day


def not_before(term, facts: dict, own_days: set[date]):
    """The day of ``niet_voor``: a day, or an anchor with sign, number and unit, or a rule and its start."""
    if isinstance(term, date):
        return term
    if len(term) == 2:
        name, start = term
        number, unit, has_awt, _, _ = LAW[name]
        day = count(start, number, unit, own_days, 1)
        return awt(start, day, number, unit, own_days) if has_awt else day
    name, sign, number, unit = term
    start = anchor(name, facts, sign == "-")
    return "onbepaald" if start is None else count(start, number, unit, own_days, -1 if sign == "-" else 1)


def deadline(
    term, facts: dict, agreed: date | None, stops: list, own_days: set[date], shorten, today: date, gemeente=()
):
    """The deadline, or ``"onbepaald"``, ``"opgeschort"`` or ``"vervallen"``.

    ``term`` is a day, a rule with its start, or anchor, sign, number and unit. ``stops`` are pairs of days: suspended,
    resumed (or ``None``).
    """
    if isinstance(term, date):
        return stand_still(term, agreed, stops, today)
    if len(term) == 2:
        return rule(*term, facts, stops, own_days, today, dict(gemeente))
    name, sign, number, unit = term
    start = anchor(name, facts, sign == "-")
    if start is None:
        return "onbepaald"
    if sign == "+":
        return stand_still(count(start, number, unit, own_days, 1), start, stops, today)
    day = count(start, number, unit, own_days, -1)
    if agreed and day < agreed:
        return min(count(agreed, *shorten, own_days, 1), start)
    return day
