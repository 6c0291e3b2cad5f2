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


def deadline(  # noqa: C901 - the rule in one piece, to be read against the design
    term, facts: dict, agreed: date | None, stops: list, own_days: set[date], shorten, today: date
):
    """The deadline, or ``"onbepaald"`` or ``"opgeschort"``.

    ``term`` is a day, or anchor, sign, number and unit. ``stops`` are pairs of days: suspended, resumed (or ``None``).
    """
    start, back = agreed, False
    if isinstance(term, date):
        day = term
    else:
        name, sign, number, unit = term
        back = sign == "-"
        start = anchor(name, facts, back)
        if start is None:
            return "onbepaald"
        day = count(start, number, unit, own_days, -1 if back else 1)
    if back:
        if agreed and day < agreed:
            later = count(agreed, *shorten, own_days, 1)
            return min(later, start)
        return day
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
