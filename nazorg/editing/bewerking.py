"""What can be done to a text: set a value, append an item, take something away. Knows no positions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nazorg.begrippen.boom import Boom
from nazorg.diagnostics import Route


class EditError(Exception):
    """The text cannot be edited so that only the intended field changes; nothing was changed."""


@dataclass(frozen=True)
class Zet:
    """The value at ``route`` becomes ``waarde``; keys on the way that are not there yet are made."""

    route: Route
    waarde: Boom


@dataclass(frozen=True)
class VoegToe:
    """``waarde`` becomes the last item of the list at ``route``; the list is made where there is none."""

    route: Route
    waarde: Boom


@dataclass(frozen=True)
class Verwijder:
    """The key or the item at ``route`` goes, with its lines."""

    route: Route


Bewerking = Zet | VoegToe | Verwijder


def intended(boom: Boom, bewerking: Bewerking) -> Boom:
    """``boom`` after ``bewerking``: what the edited text must read as. Raises ``EditError`` for no such place."""
    if isinstance(bewerking, Zet):
        return _changed(boom, bewerking.route, lambda _: bewerking.waarde)
    if isinstance(bewerking, VoegToe):
        return _changed(boom, bewerking.route, lambda old: [*_items(old), bewerking.waarde])
    *above, last = bewerking.route
    return _changed(boom, above, lambda old: _without(old, last))


def same(one: Boom, other: Boom) -> bool:
    """Whether two trees say the same: an empty list, an empty mapping and an empty text are all nothing."""
    return _bare(one) == _bare(other)


def _changed(boom: Boom, route: Sequence[str | int], change: Callable[[Boom], Boom]) -> Boom:
    if not route:
        return change(boom)
    step, *below = route
    if isinstance(step, int):
        items = list(_items(boom))
        if step >= len(items):
            raise EditError("no such item")
        items[step] = _changed(items[step], below, change)
        return items
    if boom and not isinstance(boom, dict):
        raise EditError("no fields here")
    fields = dict(boom) if isinstance(boom, dict) else {}
    fields[step] = _changed(fields.get(step, ""), below, change)
    return fields


def _items(boom: Boom) -> list[Boom]:
    if boom and not isinstance(boom, list):
        raise EditError("no list here")
    return boom if isinstance(boom, list) else []


def _without(boom: Boom, step: str | int) -> Boom:
    if isinstance(boom, dict) and step in boom:
        return {name: value for name, value in boom.items() if name != step}
    if isinstance(boom, list) and isinstance(step, int) and step < len(boom):
        return [*boom[:step], *boom[step + 1 :]]
    raise EditError("no such key or item")


def _bare(boom: Boom) -> Boom:
    """``boom`` with every nothing as an empty text, and keys without a value left out."""
    if isinstance(boom, dict):
        return {name: bare for name, value in boom.items() if (bare := _bare(value))} or ""
    if isinstance(boom, list):
        return [_bare(item) for item in boom] or ""
    return boom
