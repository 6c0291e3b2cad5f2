"""The keyed difference of two text trees: what changed, by key and by id of an item, never by position."""

from collections import Counter
from collections.abc import Hashable, Iterator
from typing import NamedTuple

from nazorg.begrippen.boom import Boom
from nazorg.diagnostics import Route


class Onderdeel(NamedTuple):
    """A step to an item of a list: by its ``id``, the dossier it is about, its text, or its place among the others."""

    id: str

    def __str__(self) -> str:
        return self.id


_SLEUTELS = ("id", "dossier")
"""What an item of a list is known by: the first of these that it has."""

Weg = tuple[str | Onderdeel, ...]
"""Keys and items from the top of a file: what a change is about, wherever the item stands in its list."""


class Verschil(NamedTuple):
    """One change: ``oud`` is empty where something came, ``nieuw`` where something went."""

    weg: Weg
    oud: Boom
    nieuw: Boom


def differences(oud: Boom, nieuw: Boom, weg: Weg = ()) -> Iterator[Verschil]:
    """Every change from ``oud`` to ``nieuw``, in the order of the new tree, then what went.

    Items with an ``id`` are held against each other by it, and in a consultation by their dossier; a list of texts is a
    set. An item without one is the item
    that came to have one where it stays much the same: its id is then a change like any other. A thing that came or
    went as a whole is one change. The order of keys and items is no change.
    """
    if oud == nieuw or (not oud and not nieuw):
        return
    if isinstance(oud, dict) and isinstance(nieuw, dict):
        for name in (*nieuw, *(name for name in oud if name not in nieuw)):
            yield from differences(oud.get(name, ""), nieuw.get(name, ""), (*weg, name))
    elif isinstance(oud, list) and isinstance(nieuw, list):
        before, after = _side_by_side(oud, nieuw)
        for item in (*after, *(item for item in before if item not in after)):
            yield from differences(before.get(item, ""), after.get(item, ""), (*weg, item))
    elif isinstance(nieuw, list) and not oud:
        yield from differences([], nieuw, weg)
    elif isinstance(oud, list) and not nieuw:
        yield from differences(oud, [], weg)
    elif oud != nieuw:
        yield Verschil(weg, oud, nieuw)


def at(boom: Boom, weg: Weg) -> Boom:
    """What stands in ``boom`` at ``weg``; an empty text where nothing does."""
    for step in weg:
        if isinstance(step, Onderdeel):
            boom = items_of(boom).get(step, "")
        else:
            boom = boom.get(step, "") if isinstance(boom, dict) else ""
    return boom


def veld_of(weg: Weg) -> str:
    """``weg`` as a person writes it: keys and ids, with dots between."""
    return ".".join(map(str, weg))


def route_of(boom: Boom, veld: str) -> Route | None:
    """The place in ``boom`` of what ``veld_of`` wrote, as far as it goes; ``None`` where even its beginning does not.

    Its last key need not be there: a field may be empty.
    """
    route: Route = ()
    rest = veld
    while rest:
        step, rest = _step(boom, rest)
        if isinstance(step, str):
            route = (*route, step)
            boom = boom.get(step, "") if isinstance(boom, dict) else ""
        elif step is not None and isinstance(boom, list):
            route = (*route, step)
            boom = boom[step]
        else:
            return None
    return route


def weg_of(boom: Boom, route: Route) -> Weg:
    """``route`` by names rather than places."""
    weg: Weg = ()
    for step in route:
        if isinstance(step, int):
            items = boom if isinstance(boom, list) else []
            boom = items[step] if step < len(items) else ""
            weg = (*weg, Onderdeel(sleutel_of(boom) or f"#{step + 1}"))
        else:
            boom = boom.get(step, "") if isinstance(boom, dict) else ""
            weg = (*weg, step)
    return weg


def _step(boom: Boom, veld: str) -> tuple[str | int | None, str]:
    """The first step of ``veld`` in ``boom``, and what is left: a name may itself hold dots."""
    parts = veld.split(".")
    for length in range(len(parts), 0, -1):
        name, rest = ".".join(parts[:length]), ".".join(parts[length:])
        if isinstance(boom, dict) and name in boom:
            return name, rest
        if isinstance(boom, list):
            place = next((place for place, item in enumerate(boom) if sleutel_of(item) == name), None)
            if place is not None:
                return place, rest
    return (parts[0] if not isinstance(boom, list) else None), ".".join(parts[1:])


def items_of(boom: Boom) -> dict[Onderdeel, Boom]:
    """The items of a list by what they are told apart by; those without an id by their place among their like."""
    named, nameless = _by_id(boom if isinstance(boom, list) else [])
    return named | _by_place(nameless)


def _side_by_side(oud: list[Boom], nieuw: list[Boom]) -> tuple[dict[Onderdeel, Boom], dict[Onderdeel, Boom]]:
    """The items of both lists by what they are told apart by: what is the same thing has the same name in both."""
    (before, loose_before), (after, loose_after) = _by_id(oud), _by_id(nieuw)
    if loose_before:
        _give_names(before, loose_before, {item: after[item] for item in after if item not in before})
    if loose_after:
        _give_names(after, loose_after, {item: before[item] for item in before if item not in after})
    if _same_items(loose_before, loose_after):
        return before, after
    return before | _by_place(loose_before), after | _by_place(loose_after)


def _same_items(one: list[Boom], other: list[Boom]) -> bool:
    """Whether two lists hold the same, in whatever order."""
    return len(one) == len(other) and Counter(map(_frozen, one)) == Counter(map(_frozen, other))


def _frozen(boom: Boom) -> Hashable:
    if isinstance(boom, dict):
        return frozenset((name, _frozen(value)) for name, value in boom.items())
    return tuple(map(_frozen, boom)) if isinstance(boom, list) else boom


def _by_id(items: list[Boom]) -> tuple[dict[Onderdeel, Boom], list[Boom]]:
    """The items by what they are known by, a text by itself; and the others, and each that is like one before it."""
    named: dict[Onderdeel, Boom] = {}
    nameless: list[Boom] = []
    for item in items:
        own = sleutel_of(item)
        if own and Onderdeel(own) not in named:
            named[Onderdeel(own)] = item
        else:
            nameless.append(item)
    return named, nameless


def sleutel_of(item: Boom) -> str:
    """What an item of a list is known by, a text by itself; empty where it has nothing of the kind."""
    if isinstance(item, dict):
        item = next((found for key in _SLEUTELS if (found := item.get(key, ""))), "")
    return item if isinstance(item, str) else ""


def _by_place(nameless: list[Boom]) -> dict[Onderdeel, Boom]:
    return {Onderdeel(f"#{place}"): item for place, item in enumerate(nameless, 1)}


MEESTE_PAREN = 10_000
"""So many pairs of items are held against each other; a longer list of items without ids is told by place."""


def _give_names(named: dict[Onderdeel, Boom], nameless: list[Boom], candidates: dict[Onderdeel, Boom]) -> None:
    """Move each of ``nameless`` that one of ``candidates`` is the same as to ``named``, under that one's name.

    The same but for ids comes first; then what shares at least half of its fields.
    """
    if len(nameless) * len(candidates) > MEESTE_PAREN:
        return
    bare = {item: _without_ids(value) for item, value in candidates.items() if isinstance(value, dict)}
    for enough in (1.0, 0.5):
        for loose in [one for one in nameless if isinstance(one, dict) and one]:
            own = _without_ids(loose)
            found = next((item for item, value in bare.items() if _likeness(own, value) >= enough), None)
            if found is not None:
                del bare[found]
                named[found] = loose
                nameless[:] = [one for one in nameless if one is not loose]


def _without_ids(boom: Boom) -> Boom:
    if isinstance(boom, dict):
        return {name: _without_ids(value) for name, value in boom.items() if name != "id" and value}
    return [_without_ids(item) for item in boom] if isinstance(boom, list) else boom


def _likeness(one: Boom, other: Boom) -> float:
    """Which part of their fields two items share, from 0 to 1."""
    if not isinstance(one, dict) or not isinstance(other, dict) or not (one or other):
        return 0.0
    return sum(other.get(name) == value for name, value in one.items()) / max(len(one), len(other))
