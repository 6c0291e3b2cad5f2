"""Actions that one side put under another leefgebied: they are held against themselves there."""

from dataclasses import replace

from nazorg.begrippen.boom import Boom
from nazorg.merging.conflict import Veldconflict
from nazorg.merging.naamgeving import Bomen
from nazorg.verschil import Onderdeel, sleutel_of

_LEEFGEBIEDEN, _ACTIES = "leefgebieden", "acties"


def follow_moves(bomen: Bomen) -> tuple[Bomen, list[Veldconflict]]:
    """The trees with every action that moved where it went to, in the base and on the side that left it.

    Where that side took it away meanwhile, the two do not agree, and a conflict says so. What both sides moved apart
    stays as it is: two things.
    """
    was, een, ander = (_places(one) for one in (bomen.basis, bomen.een, bomen.ander))
    found: list[Veldconflict] = []
    for name, old in was.items():
        one, other = een.get(name, ""), ander.get(name, "")
        goal = one if one != old and one else other
        if not goal or goal == old or (one and other and old not in (one, other) and one != other):
            continue
        bomen = replace(bomen, basis=_moved(bomen.basis, name, old, goal))
        if one == old:
            bomen = replace(bomen, een=_moved(bomen.een, name, old, goal))
        elif other == old:
            bomen = replace(bomen, ander=_moved(bomen.ander, name, old, goal))
        if not one or not other:
            weg = (_LEEFGEBIEDEN, goal, _ACTIES, Onderdeel(name))
            found.append(Veldconflict(weg, weg_bij="ander" if one else "een"))
    return bomen, found


def _places(boom: Boom) -> dict[str, str]:
    """The leefgebied of each action that has an id."""
    return {
        key: naam
        for naam, items in _lists(boom).items()
        for item in items
        if isinstance(item, dict) and (key := sleutel_of(item))
    }


def _lists(boom: Boom) -> dict[str, list[Boom]]:
    areas = boom.get(_LEEFGEBIEDEN, "") if isinstance(boom, dict) else ""
    found = {}
    for naam, area in areas.items() if isinstance(areas, dict) else ():
        items = area.get(_ACTIES, "") if isinstance(area, dict) else ""
        found[naam] = items if isinstance(items, list) else []
    return found


def _moved(boom: Boom, name: str, old: str, goal: str) -> Boom:
    """``boom`` with the action ``name`` under ``goal``."""
    assert isinstance(boom, dict)
    areas = boom[_LEEFGEBIEDEN]
    assert isinstance(areas, dict)
    lists = _lists(boom)
    item = next(one for one in lists[old] if sleutel_of(one) == name)
    kept: list[Boom] = [one for one in lists[old] if one is not item]
    areas = _with(areas, old, kept)
    return {**boom, _LEEFGEBIEDEN: _with(areas, goal, [*_lists({_LEEFGEBIEDEN: areas}).get(goal, []), item])}


def _with(areas: dict[str, Boom], naam: str, acties: list[Boom]) -> dict[str, Boom]:
    area = areas.get(naam, "")
    return {**areas, naam: {**(area if isinstance(area, dict) else {}), _ACTIES: acties}}
