"""What cannot stand side by side though every field by itself could be merged: it becomes a conflict after all."""

from collections.abc import Iterable, Iterator

from nazorg.begrippen.boom import Boom
from nazorg.merging.conflict import Veldconflict, as_value
from nazorg.merging.naamgeving import Bomen
from nazorg.verschil import Onderdeel, Verschil, Weg, at, differences


def unsettled(bomen: Bomen, fouten: Iterable[Weg], known: Iterable[Veldconflict]) -> list[Veldconflict]:
    """The changes that make ``fouten`` (ways to where a rule found a fault), each as a conflict.

    Those at such a place itself; where there are none there, those of the status; else all.
    """
    changes = [*differences(bomen.basis, bomen.een), *differences(bomen.basis, bomen.ander)]
    there = {one.weg for one in known}
    at_fault = [one for one in changes if any(_touches(one.weg, weg) for weg in fouten)]
    for chosen in (at_fault, [one for one in changes if one.weg == ("status",)], changes):
        found = {one.weg: one for one in _as_conflicts(bomen, chosen) if one.weg not in there}
        if found:
            return list(found.values())
    return []


def with_base(result: Boom, bomen: Bomen, conflicten: Iterable[Veldconflict]) -> Boom:
    """``result`` in which every field of ``conflicten`` is as the base has it, and what was taken away is there."""
    for one in conflicten:
        value = (
            at(bomen.een if one.weg_bij == "ander" else bomen.ander, one.weg)
            if one.weg_bij
            else at(bomen.basis, one.weg)
        )
        result = _put(result, one.weg, value)
    return result


def _touches(one: Weg, other: Weg) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _as_conflicts(bomen: Bomen, changes: Iterable[Verschil]) -> Iterator[Veldconflict]:
    for change in changes:
        weg = change.weg
        if isinstance(change.oud, dict) and not change.nieuw:
            if not at(bomen.een, weg) and not at(bomen.ander, weg):
                continue  # both took it away
            yield Veldconflict(weg, weg_bij="een" if not at(bomen.een, weg) else "ander")
            continue
        if weg and isinstance(weg[-1], Onderdeel) and isinstance(change.oud or change.nieuw, str):
            weg = weg[:-1]
        elif isinstance(change.nieuw, dict | list) or isinstance(change.oud, dict | list):
            continue
        try:
            values = [as_value(at(boom, weg)) for boom in (bomen.basis, bomen.een, bomen.ander)]
        except ValueError:
            continue
        if weg[-1] != "id":
            yield Veldconflict(weg, *values)


def _put(boom: Boom, weg: Weg, value: Boom) -> Boom:
    """``boom`` with ``value`` at ``weg``; an item that is not there comes last."""
    if not weg:
        return value
    step, rest = weg[0], weg[1:]
    if isinstance(step, str):
        fields = boom if isinstance(boom, dict) else {}
        return {**fields, step: _put(fields.get(step, ""), rest, value)}
    items = boom if isinstance(boom, list) else []
    places = [place for place, item in enumerate(items) if isinstance(item, dict) and item.get("id") == str(step)]
    if not places:
        return [*items, _put("", rest, value)] if not rest else items
    return [_put(item, rest, value) if place == places[0] else item for place, item in enumerate(items)]
