"""The keyed difference of two text trees: what changed, by key and by id of an item, never by position."""

from collections.abc import Iterator
from dataclasses import dataclass

from nazorg.begrippen.boom import Boom


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A step to an item of a list: by its ``id``, else by its text or its place among items without one."""

    id: str

    def __str__(self) -> str:
        return self.id


Weg = tuple[str | Onderdeel, ...]
"""Keys and items from the top of a file: what a change is about, wherever the item stands in its list."""


@dataclass(frozen=True, slots=True)
class Verschil:
    """One change: ``oud`` is empty where something came, ``nieuw`` where something went."""

    weg: Weg
    oud: Boom
    nieuw: Boom


def differences(oud: Boom, nieuw: Boom, weg: Weg = ()) -> Iterator[Verschil]:
    """Every change from ``oud`` to ``nieuw``, in the order of the new tree, then what went.

    Items with an ``id`` are held against each other by it; a list of texts is a set. A thing that came or went as a
    whole is one change. The order of keys and items is no change.
    """
    if not oud and not nieuw:
        return
    if isinstance(oud, dict) and isinstance(nieuw, dict):
        for name in (*nieuw, *(name for name in oud if name not in nieuw)):
            yield from differences(oud.get(name, ""), nieuw.get(name, ""), (*weg, name))
    elif isinstance(oud, list) and isinstance(nieuw, list):
        before, after = _by_id(oud), _by_id(nieuw)
        for item in (*after, *(item for item in before if item not in after)):
            yield from differences(before.get(item, ""), after.get(item, ""), (*weg, item))
    elif isinstance(nieuw, list) and not oud:
        yield from differences([], nieuw, weg)
    elif isinstance(oud, list) and not nieuw:
        yield from differences(oud, [], weg)
    elif oud != nieuw:
        yield Verschil(weg, oud, nieuw)


def _by_id(items: list[Boom]) -> dict[Onderdeel, Boom]:
    """The items by their id. Without one: a text by itself, anything else by its place among its like (``#1``)."""
    found: dict[Onderdeel, Boom] = {}
    nameless = 0
    for item in items:
        own = item if isinstance(item, str) else item.get("id", "") if isinstance(item, dict) else ""
        if not isinstance(own, str) or not own or Onderdeel(own) in found:
            nameless += 1
            own = f"#{nameless}"
        found[Onderdeel(own)] = item
    return found
