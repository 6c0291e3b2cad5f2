"""``Proefdag``: a day that is asked about, which notes between which days every answer would have been the same."""

from datetime import date
from typing import Any, Self


class Proefdag(date):
    """A day of which only is asked whether it lies before, on or after other days.

    From ``vanaf`` up to, not including, ``tot`` (ordinals) each of those answers is the same, so that whatever was
    made of them is. Anything else that is asked (the year, the distance to a day, the day in words) holds for this day
    alone.
    """

    vanaf: int
    tot: int
    _dag: int

    def __new__(cls, day: date) -> Self:
        made = super().__new__(cls, day.year, day.month, day.day)
        made._dag, made.vanaf, made.tot = day.toordinal(), date.min.toordinal(), date.max.toordinal() + 1
        return made

    def _before(self, edge: int) -> bool:
        """Whether the day lies before ``edge``."""
        if self._dag < edge:
            self.tot = min(self.tot, edge)
            return True
        self.vanaf = max(self.vanaf, edge)
        return False

    def _only_today(self) -> None:
        self.vanaf, self.tot = self._dag, self._dag + 1

    def __lt__(self, other: date) -> bool:
        return self._before(other.toordinal())

    def __le__(self, other: date) -> bool:
        return self._before(other.toordinal() + 1)

    def __gt__(self, other: date) -> bool:
        return not self._before(other.toordinal() + 1)

    def __ge__(self, other: date) -> bool:
        return not self._before(other.toordinal())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, date):
            return False
        edge = other.toordinal()
        return not self._before(edge) and self._before(edge + 1)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        self._only_today()
        return super().__hash__()


def _for_today(name: str) -> Any:
    def asked(self: Proefdag, *arguments: Any, **named: Any) -> Any:
        self._only_today()
        real = getattr(date.fromordinal(self._dag), name)
        return real(*arguments, **named) if callable(real) else real

    return asked


_METHODEN = (
    "__add__ __radd__ __sub__ __rsub__ __str__ __repr__ __format__ __reduce__ ctime isocalendar isoformat isoweekday"
    " replace strftime timetuple toordinal weekday"
)
for _name in _METHODEN.split():
    setattr(Proefdag, _name, _for_today(_name))
for _name in ("year", "month", "day"):
    setattr(Proefdag, _name, property(_for_today(_name)))
