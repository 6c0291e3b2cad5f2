"""Actions that one side put under another leefgebied: they are held against themselves there."""

from dataclasses import replace

from nazorg.begrippen.boom import Boom
from nazorg.dossier import PLEK_VAN_ACTIE
from nazorg.merging.conflict import Veldconflict
from nazorg.merging.naamgeving import Bomen
from nazorg.verschil import Onderdeel, sleutel_of

_LEEFGEBIEDEN, _ACTIES = "leefgebieden", "acties"


def follow_moves(bomen: Bomen) -> tuple[Bomen, list[Veldconflict]]:
    """The trees with every action that moved where it went to, in the base and on the side that left it.

    Where that side took it away meanwhile, it stays where it went to. Where both moved it, each elsewhere, it stays
    where it was. In both cases the two do not agree, and a conflict says so.
    """
    was, een, ander = (_places(one) for one in (bomen.basis, bomen.een, bomen.ander))
    found: list[Veldconflict] = []
    for name, old in was.items():
        one, other = een.get(name, ""), ander.get(name, "")
        goal = one if one != old and one else other
        if not goal or goal == old:
            continue
        if not one or not other:
            bomen = replace(bomen, basis=_without(bomen.basis, name, old))
            weg = (_LEEFGEBIEDEN, goal, _ACTIES, Onderdeel(name))
            found.append(Veldconflict(weg, weg_bij="ander" if one else "een"))
        elif old not in (one, other) and one != other:
            bomen = replace(bomen, een=_moved(bomen.een, name, one, old), ander=_moved(bomen.ander, name, other, old))
            found.append(Veldconflict((_LEEFGEBIEDEN, old, _ACTIES, Onderdeel(name), PLEK_VAN_ACTIE), old, one, other))
        else:
            bomen = replace(bomen, basis=_moved(bomen.basis, name, old, goal))
            if one == old:
                bomen = replace(bomen, een=_moved(bomen.een, name, old, goal))
            elif other == old:
                bomen = replace(bomen, ander=_moved(bomen.ander, name, old, goal))
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
    item = next(one for one in _lists(boom)[old] if sleutel_of(one) == name)
    boom = _without(boom, name, old)
    return _put(boom, goal, [*_lists(boom).get(goal, []), item])


def _without(boom: Boom, name: str, old: str) -> Boom:
    """``boom`` without the action ``name`` under ``old``."""
    items = _lists(boom)[old]
    first = next(place for place, one in enumerate(items) if sleutel_of(one) == name)
    return _put(boom, old, [*items[:first], *items[first + 1 :]])


def _put(boom: Boom, naam: str, acties: list[Boom]) -> Boom:
    """``boom`` with ``acties`` under ``naam``; where there are none, there is no list of them."""
    assert isinstance(boom, dict)
    areas = boom[_LEEFGEBIEDEN]
    assert isinstance(areas, dict)
    area = areas.get(naam, "")
    put = {key: value for key, value in area.items() if key != _ACTIES or acties} if isinstance(area, dict) else {}
    if acties:
        put[_ACTIES] = acties
    return {**boom, _LEEFGEBIEDEN: {**areas, naam: put}}
