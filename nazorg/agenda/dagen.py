"""The points of an agenda by the day on which people leave."""

from collections.abc import Sequence
from datetime import date

from nazorg.agenda.model import Agendadossier, Dag


def days_of(punten: Sequence[Agendadossier]) -> tuple[Dag, ...]:
    """The points by the day of release: unknown days last."""
    days = dict.fromkeys(punt.ontslag.datum if punt.ontslag else None for punt in punten)
    found = []
    for day in sorted(days, key=lambda one: one or date.max):
        own = tuple(punt for punt in punten if (punt.ontslag.datum if punt.ontslag else None) == day)
        closed = own[0].ontslag.loketten_dicht if own[0].ontslag else ""
        found.append(Dag(day, closed, own))
    return tuple(found)
