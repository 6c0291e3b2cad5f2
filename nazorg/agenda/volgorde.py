"""In which order dossiers come, so that a partner can leave when its own are done; and at what time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import heapify, heappop, heappush

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
    days: dict[date, list[Plaats]] = {}
    for place in places:
        days.setdefault(place.dag or date.max, []).append(place)
    return [place for day in sorted(days) for cluster in _clusters(days[day]) for place in cluster]


def fitting_minutes(minutes: Sequence[int | None], duur: int | None) -> list[int | None]:
    """``minutes`` with an equal share of what is left of ``duur`` for each that has none, as far as there is any."""
    open_points = minutes.count(None)
    if duur is None or not open_points:
        return list(minutes)
    left = duur - sum(length or 0 for length in minutes)
    share = left // open_points
    return [length if length is not None else share if share > 0 else None for length in minutes]


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
    for_all = [not cluster[0].partners or cluster[0].partners >= everyone for cluster in clusters]
    ordered = [cluster for cluster, whole in zip(clusters, for_all, strict=True) if whole]
    left = {number: cluster for number, cluster in enumerate(clusters) if not for_all[number]}
    length = {number: sum(map(_length, cluster)) for number, cluster in left.items()}
    comes_for: dict[str, list[int]] = {}
    for number, cluster in left.items():
        for partner in cluster[0].partners:
            comes_for.setdefault(partner, []).append(number)
    remaining = {partner: sum(length[number] for number in own) for partner, own in comes_for.items()}
    queue = [(minutes, partner) for partner, minutes in remaining.items()]
    heapify(queue)
    while left:
        minutes, first = heappop(queue)
        if minutes != remaining[first]:
            continue  # it has less to wait for by now, and stands in the queue as such
        for number in comes_for[first]:
            cluster = left.pop(number, [])
            if cluster:
                ordered.append(cluster)
                for partner in cluster[0].partners - {first}:
                    remaining[partner] -= length[number]
                    heappush(queue, (remaining[partner], partner))
    return [place for cluster in ordered for place in cluster]


def _length(place: Plaats) -> int:
    return ZONDER_TIJD if place.minuten is None else place.minuten


def _clusters(places: Iterable[Plaats]) -> list[list[Plaats]]:
    """The places by their partners, each set where it first occurs."""
    clusters: dict[frozenset[str], list[Plaats]] = {}
    for place in places:
        clusters.setdefault(place.partners, []).append(place)
    return list(clusters.values())
