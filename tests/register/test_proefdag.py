"""A day that notes what it was asked: between which days the answers would have been the same."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nazorg.register.proefdag import Proefdag

DAGEN = st.dates(date(2026, 1, 1), date(2026, 2, 10))
VRAGEN = {
    "<": lambda day, other: day < other,
    "<=": lambda day, other: day <= other,
    ">": lambda day, other: day > other,
    ">=": lambda day, other: day >= other,
    "==": lambda day, other: day == other,
    "!=": lambda day, other: day != other,
    "other <": lambda day, other: other < day,
    "other <=": lambda day, other: other <= day,
    "other >": lambda day, other: other > day,
    "other ==": lambda day, other: other == day,
    "max": lambda day, other: max(other, day) == other,
    "sorted": lambda day, other: [one == other for one in sorted([other, day, other])],
    "days": lambda day, other: (day - other).days,
    "days back": lambda day, other: (other - day).days,
    "later": lambda day, other: day + timedelta(days=3) > other,
    "year": lambda day, other: (day.year, day.month, day.day) > (other.year, other.month, other.day),
    "words": lambda day, other: f"{day} {day!s} {day:%d}".count(str(other.day)),
    "set": lambda day, other: len({day, other}),
    "weekday": lambda day, other: day.weekday() == other.weekday() and day.isoformat() > other.isoformat(),
}


@given(day=DAGEN, asked=st.lists(st.tuples(st.sampled_from(sorted(VRAGEN)), DAGEN), max_size=5))
def test_every_day_between_gives_the_same_answers(day, asked):
    proef = Proefdag(day)
    answers = [VRAGEN[name](proef, other) for name, other in asked]
    assert answers == [VRAGEN[name](day, other) for name, other in asked]
    first, last = max(proef.vanaf, date(2025, 12, 1).toordinal()), min(proef.tot, date(2026, 3, 20).toordinal())
    assert proef.vanaf <= day.toordinal() < proef.tot
    for ordinal in range(first, last):
        assert [VRAGEN[name](Proefdag(date.fromordinal(ordinal)), other) for name, other in asked] == answers


@pytest.mark.parametrize("name", [name for name in dir(date) if name not in dir(object)])
def test_what_is_not_a_comparison_holds_for_one_day(name):
    proef = Proefdag(date(2026, 11, 23))
    if name in ("min", "max", "resolution", "today", "__add__", "__radd__", "__rsub__") or name.startswith("from"):
        return
    value = getattr(proef, name)
    if callable(value):
        value(*{"strftime": ["%d"], "__sub__": [date(2026, 1, 1)]}.get(name, []))
    assert (proef.vanaf, proef.tot) == (date(2026, 11, 23).toordinal(), date(2026, 11, 24).toordinal())
