"""In which order dossiers come, so that a partner can leave when its own are done; and at what time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

ZONDER_TIJD = 10
"""How long a dossier without ``minuten`` is taken to last when the order is made; in minutes."""


@dataclass(frozen=True)
class Plaats:
    """What the order depends on: ``nummer`` is the place in the file, ``dag`` the day of release where that leads."""

    nummer: int
    partners: frozenset[str]
    minuten: int | None
    dag: date | None = None


def order_points(places: Sequence[Plaats], everyone: frozenset[str], *, by_day: bool) -> list[Plaats]:
    """``places`` in the order of the agenda; ``everyone`` are the partners of the whole table.

    Dossiers with the same partners stand together, in the order of the file. First those for the whole table; then
    always the partner whose remaining dossiers take the least time, so that it can leave soonest. With ``by_day`` the
    days lead (unknown ones last) and the file decides within a day, but for dossiers with the same partners.
    """
    if not by_day:
        return _soonest_done(places, everyone)
    days = sorted({place.dag or date.max for place in places})
    return [
        place
        for day in days
        for cluster in _clusters(place for place in places if (place.dag or date.max) == day)
        for place in cluster
    ]


def start_times(begin: time | None, minutes: Iterable[int | None]) -> list[time | None]:
    """When each point begins, and as the last one when it all ends; ``None`` from where that cannot be told."""
    clock = datetime.combine(date.min, begin) if begin else None
    times: list[time | None] = [begin]
    for length in minutes:
        clock = clock + timedelta(minutes=length) if clock and length is not None else None
        if clock and clock.date() != date.min:  # past midnight: no time of this day
            clock = None
        times.append(clock.time() if clock else None)
    return times


def _soonest_done(places: Sequence[Plaats], everyone: frozenset[str]) -> list[Plaats]:
    clusters = _clusters(places)
    ordered = [cluster for cluster in clusters if not cluster[0].partners or cluster[0].partners >= everyone]
    left = [cluster for cluster in clusters if cluster not in ordered]
    while left:
        waiting = sorted({partner for cluster in left for partner in cluster[0].partners})
        first = min(waiting, key=lambda partner: _remaining(partner, left))
        own = [cluster for cluster in left if first in cluster[0].partners]
        ordered += own
        left = [cluster for cluster in left if cluster not in own]
    return [place for cluster in ordered for place in cluster]


def _remaining(partner: str, clusters: list[list[Plaats]]) -> int:
    """The minutes that ``partner`` still has to sit."""
    own = (place for cluster in clusters if partner in cluster[0].partners for place in cluster)
    return sum(ZONDER_TIJD if place.minuten is None else place.minuten for place in own)


def _clusters(places: Iterable[Plaats]) -> list[list[Plaats]]:
    """The places by their partners, each set where it first occurs."""
    clusters: dict[frozenset[str], list[Plaats]] = {}
    for place in places:
        clusters.setdefault(place.partners, []).append(place)
    return list(clusters.values())
