"""Suspension: the clock of a term stands still."""

from collections.abc import Iterable
from datetime import date, timedelta

from nazorg.begrippen.datums import datum_in_woorden
from nazorg.begrippen.termen import Duur, Eenheid
from nazorg.dossier import Opschorting
from nazorg.termijnen.stap import Stap, Stapsoort

_DAG = timedelta(days=1)


def suspend(
    end: date, start: date | None, stops: Iterable[Opschorting], peildatum: date
) -> tuple[list[Stap], Opschorting | None]:
    """What suspensions make of a term that began on ``start`` (``None``: unknown) and came to ``end``.

    Every one that began on or before the (already extended) end adds its days from ``van`` until, not including,
    ``hervat``, as far as they lie after the start; days that two share count once. Gives the steps, and the one that
    still runs on ``peildatum``: the term has no end then.
    """
    steps: list[Stap] = []
    from_day = start + _DAG if start else date.min
    for one in sorted(stops, key=lambda stop: stop.van):
        if one.van > end:
            break
        if one.hervat is None:
            if one.van > peildatum:
                continue
            return steps, one
        extra = (one.hervat - max(one.van, from_day)).days
        if extra > 0:
            end += timedelta(days=extra)
            from_day = one.hervat
            more = Duur(extra, Eenheid.DAG).in_words()
            between = f"{datum_in_woorden(one.van)} tot {datum_in_woorden(one.hervat)}"
            steps.append(Stap(end, f"opgeschort van {between}: {more} erbij", Stapsoort.OPGESCHORT))
    return steps, None
