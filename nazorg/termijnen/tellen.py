"""Counting: so many days, weeks, months or working days on from a day, or back from it."""

import calendar
from datetime import date, timedelta

from nazorg.begrippen.termen import Duur, Eenheid
from nazorg.termijnen.werkdagen import Werkkalender


def add_duration(start: date, duur: Duur, kalender: Werkkalender, sign: int = 1) -> date:
    """``start`` plus (or with ``sign`` -1 minus) ``duur``; a month ends on the same day, clipped to the month's end.

    Raises ``OverflowError`` beyond the years that a date can hold.
    """
    amount = sign * duur.aantal
    if duur.eenheid is Eenheid.WERKDAG:
        return kalender.add(start, amount)
    if duur.eenheid is Eenheid.MAAND:
        return _add_months(start, amount)
    return start + timedelta(days=amount * (7 if duur.eenheid is Eenheid.WEEK else 1))


def _add_months(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("year out of range")
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
