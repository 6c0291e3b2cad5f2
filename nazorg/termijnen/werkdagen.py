"""Which days are working days: no weekend, no holiday of the Algemene termijnenwet, no equalised day."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from nazorg.begrippen.datums import weekdag
from nazorg.yamltext import read_data, walk_scalars

GELIJKGESTELD = "gelijkgestelde dag"
"""What a day is called that a royal decree, or the region, made equal to a holiday."""

_DAG = timedelta(days=1)

# The library has two more, Eerste Paasdag and Eerste Pinksterdag: always a Sunday, and no holiday to this law.
_NIET_AWT = ("eerste paasdag", "eerste pinksterdag")


@cache
def awt_feestdagen(year: int) -> Mapping[date, str]:
    """The recognised holidays of ``year`` (Algemene termijnenwet) with their Dutch names, each word with a capital."""
    import holidays

    found = holidays.country_holidays("NL", years=year, language="nl", categories=("public", "optional"))
    return {day: name.title() for day, name in found.items() if name.lower() not in _NIET_AWT}


@cache
def _gelijkgesteld() -> frozenset[date]:
    """The days that a royal decree made equal to a holiday, which no library knows."""
    found = read_data(Path(__file__).with_name("gelijkgesteld.yaml"))
    return frozenset(date.fromisoformat(scalar.text) for _, scalar in walk_scalars(found))


class Werkkalender:
    """The calendar of working days; ``gelijkgesteld`` are the region's own days beside the built-in ones.

    ``feestdagen`` gives the holidays of a year as ``awt_feestdagen`` does.
    """

    def __init__(
        self, gelijkgesteld: Iterable[date] = (), feestdagen: Callable[[int], Mapping[date, str]] = awt_feestdagen
    ) -> None:
        self._gelijkgesteld = _gelijkgesteld() | frozenset(gelijkgesteld)
        self._feestdagen = feestdagen

    def closed(self, day: date) -> str | None:
        """Why ``day`` is no working day (``zaterdag``, ``Tweede kerstdag``, ``gelijkgestelde dag``).

        ``None`` when it is one.
        """
        holiday = self._feestdagen(day.year).get(day)
        if holiday is not None:
            return holiday
        if day in self._gelijkgesteld:
            return GELIJKGESTELD
        return weekdag(day) if day.weekday() >= 5 else None

    def is_werkdag(self, day: date) -> bool:
        """Whether ``day`` is a working day."""
        return day.weekday() < 5 and day not in self._gelijkgesteld and day not in self._feestdagen(day.year)

    def add(self, start: date, count: int) -> date:
        """The working day that lies ``count`` working days after ``start`` (before it when negative).

        The start itself does not count; with 0 the answer is ``start``, be it a working day or not.
        """
        day, left = start, abs(count)
        sign = 1 if count > 0 else -1
        while (weeks := (left - 1) // 5) > 0:  # whole weeks at once; the last day is found day by day
            end = day + sign * timedelta(weeks=weeks)
            left -= 5 * weeks - self._closed_between(day, end)
            day = end
        for _ in range(left):
            day += sign * _DAG
            while not self.is_werkdag(day):
                day += sign * _DAG
        return day

    def _closed_between(self, one: date, other: date) -> int:
        """How many days from Monday to Friday are closed after the one and up to the other, whichever comes first."""
        first, last = (one + _DAG, other) if other > one else (other, one - _DAG)
        holidays = {day for year in range(first.year, last.year + 1) for day in self._feestdagen(year)}
        return sum(first <= day <= last and day.weekday() < 5 for day in holidays | self._gelijkgesteld)
