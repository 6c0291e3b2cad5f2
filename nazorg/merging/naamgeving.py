"""Make ids mean one thing before trees are merged: doubles get another id, and what moved is held against itself."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.ids import is_item_id, new_id
from nazorg.merging.gelijk import canon, likeness
from nazorg.merging.paren import GENOEG, threefold

_ACTIES = "acties"

Plek = tuple[str, ...]
"""The names on the way to a list."""


@dataclass(frozen=True)
class Bomen:
    """The base and both sides of a merge."""

    basis: Boom
    een: Boom
    ander: Boom


def unambiguous(bomen: Bomen) -> Bomen:
    """The same trees in which an id means one thing.

    Something that both sides gave an id gets the lesser of the two that means nothing else; two things that got the
    same id keep it only once, and the other gets one that follows from what it says. Who waits for it (``na``) goes
    along.
    """
    een, ander = _same_thing_two_ids(bomen)
    bomen = Bomen(bomen.basis, _renamed(bomen.een, een), _renamed(bomen.ander, ander))
    een, ander = _same_id_two_things(bomen)
    return Bomen(bomen.basis, _renamed(bomen.een, een), _renamed(bomen.ander, ander))


def ids_in(boom: Boom) -> set[str]:
    """The ids of all items in ``boom``."""
    return {name for name, _, _ in _named(boom, ())}


def each_once(boom: Boom, bomen: Bomen, taken: set[str]) -> Boom:
    """``boom`` in which an id that no side had twice stands once: what has it as the second gets another.

    That is what becomes of something that was not known to be the same on both sides.
    """
    before = Counter[str]()
    for side in (bomen.een, bomen.ander):
        before |= Counter(name for name, _, _ in _named(side, ()))
    here = Counter(name for name, _, _ in _named(boom, ()))
    double = {name for name, times in here.items() if times > max(1, before[name])}
    return _once(boom, double, set(), taken) if double else boom


def _once(boom: Boom, double: set[str], seen: set[str], taken: set[str]) -> Boom:
    if isinstance(boom, list):
        return [_once(item, double, seen, taken) for item in boom]
    if not isinstance(boom, dict):
        return boom
    own = _id_of(boom)
    found = {name: value if name == "conflicten" else _once(value, double, seen, taken) for name, value in boom.items()}
    if own in double and own in seen:
        found["id"] = new_id(Random(f"{own} {canon(boom)}"), taken)  # noqa: S311 - an id is no secret
        taken.add(str(found["id"]))
    seen.add(own)
    return found


def _same_thing_two_ids(bomen: Bomen) -> tuple[dict[str, str], dict[str, str]]:
    """For each side the ids that give way, and to what: things that had none when the sides parted."""
    een: dict[str, str] = {}
    ander: dict[str, str] = {}
    in_een, in_ander = ids_in(bomen.een), ids_in(bomen.ander)
    stack: list[tuple[Boom, Boom, Boom]] = [(bomen.basis, bomen.een, bomen.ander)]
    while stack:
        basis, one, other = stack.pop()
        if isinstance(one, dict) and isinstance(other, dict):
            names = [name for name in one if name in other]
            was = basis if isinstance(basis, dict) else {}
            first, second = _id_of(one), _id_of(other)
            if first and second and first != second:
                may_stay = [name for name, there in ((first, in_ander), (second, in_een)) if name not in there]
                if may_stay and min(may_stay) == first:
                    ander[second] = first
                elif may_stay:
                    een[first] = second
            stack += [(was.get(name, ""), one[name], other[name]) for name in names]
        elif isinstance(one, list) and isinstance(other, list):
            was_items = basis if isinstance(basis, list) else []
            stack += [(three.basis, three.een, three.ander) for three in threefold(was_items, one, other)]
    return een, ander


def _same_id_two_things(bomen: Bomen) -> tuple[dict[str, str], dict[str, str]]:
    """For each side the ids that it gave to something else than the other side did, and what they become."""
    old = {(name, place) for name, place, _ in _named(bomen.basis, ())}
    acties = {name for name, place in old if place[-1] == _ACTIES}
    fresh = [
        {name: (place, item) for name, place, item in _named(side, ()) if (name, place) not in old}
        for side in (bomen.een, bomen.ander)
    ]
    taken = ids_in(bomen.basis) | ids_in(bomen.een) | ids_in(bomen.ander)
    een: dict[str, str] = {}
    ander: dict[str, str] = {}
    for name in sorted(fresh[0].keys() & fresh[1].keys()):
        (here, one), (there, other) = fresh[0][name], fresh[1][name]
        if here == there and likeness(one, other) >= GENOEG:
            continue
        if name in acties and here[-1] == there[-1] == _ACTIES:
            continue  # one thing, that both moved
        mine, theirs = f"{here} {canon(one)}", f"{there} {canon(other)}"
        loser, words = (een, mine) if mine > theirs else (ander, theirs)
        loser[name] = new_id(Random(words), taken)  # noqa: S311 - an id is no secret
        taken.add(loser[name])
    return een, ander


def _named(boom: Boom, place: Plek) -> Iterator[tuple[str, Plek, Boom]]:
    """Every item that has an id, with the list that it stands in."""
    if isinstance(boom, dict):
        for name, value in boom.items():
            if place or name != "conflicten":
                yield from _named(value, (*place, name))
    elif isinstance(boom, list):
        for item in boom:
            own = _id_of(item)
            if own:
                yield own, place, item
            yield from _named(item, (*place, own))


def _id_of(boom: Boom) -> str:
    found = boom.get("id", "") if isinstance(boom, dict) else ""
    return found if isinstance(found, str) and is_item_id(found) else ""


def _renamed(boom: Boom, names: dict[str, str]) -> Boom:
    """``boom`` with other ids, where they stand and where they are waited for."""
    if not names:
        return boom
    if isinstance(boom, list):
        return [_renamed(item, names) for item in boom]
    if not isinstance(boom, dict):
        return boom
    found = {name: _renamed(value, names) for name, value in boom.items()}
    own, waits = found.get("id", ""), found.get("na", "")
    if isinstance(own, str) and own in names:
        found["id"] = names[own]
    if isinstance(waits, list):
        found["na"] = [names.get(one, one) if isinstance(one, str) else one for one in waits]
    return found
