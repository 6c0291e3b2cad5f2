"""Give what has no id one, the same in the base and on both sides, so that a conflict can name it."""

from collections.abc import Callable
from random import Random

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.ids import new_id
from nazorg.merging.gelijk import canon, is_set
from nazorg.merging.naamgeving import Bomen
from nazorg.merging.paren import Drietal, threefold
from nazorg.verschil import Onderdeel, Weg, sleutel_of

_EIGEN = "conflicten"


def with_ids(bomen: Bomen, mag_id: Callable[[Weg], bool], taken: set[str]) -> Bomen:
    """``bomen`` in which every changed item that may have an id has one, and ``taken`` holds those as well."""
    found = _named(Drietal(bomen.basis, bomen.een, bomen.ander), (), mag_id, taken)
    return Bomen(found.basis, found.een, found.ander)


def fresh_id(three: Drietal, taken: set[str]) -> str:
    """An id that is not ``taken`` for one thing, whichever side asks; it is taken from then on."""
    words = " ".join([canon(three.basis), *sorted([canon(three.een), canon(three.ander)])])
    found = new_id(Random(words), taken)  # noqa: S311 - an id is no secret
    taken.add(found)
    return found


def _named(three: Drietal, weg: Weg, mag_id: Callable[[Weg], bool], taken: set[str]) -> Drietal:
    sides = (three.basis, three.een, three.ander)
    kinds = {type(one) for one in sides if one}
    if kinds == {dict}:
        names = dict.fromkeys(name for one in sides if isinstance(one, dict) for name in one if weg or name != _EIGEN)
        for name in names:
            values = [one.get(name, "") if isinstance(one, dict) else "" for one in sides]
            below = _named(Drietal(*values), (*weg, name), mag_id, taken)
            new = (below.basis, below.een, below.ander)
            sides = (_with(sides[0], name, new[0]), _with(sides[1], name, new[1]), _with(sides[2], name, new[2]))
    elif kinds == {list}:
        sides = _items([one if isinstance(one, list) else [] for one in sides], weg, mag_id, taken)
    return Drietal(*sides)


def _with(boom: Boom, name: str, value: Boom) -> Boom:
    return {**boom, name: value} if isinstance(boom, dict) and name in boom else boom


def _items(
    sides: list[list[Boom]], weg: Weg, mag_id: Callable[[Weg], bool], taken: set[str]
) -> tuple[Boom, Boom, Boom]:
    basis, een, ander = sides
    if is_set([*basis, *een, *ander]):
        return basis, een, ander
    instead: dict[int, Boom] = {}
    for three in threefold(basis, een, ander):
        below = _named(three, (*weg, Onderdeel(three.sleutel or "#")), mag_id, taken)
        is_as_it_was = canon(three.basis) == canon(three.een) == canon(three.ander)
        name = "" if is_as_it_was or not mag_id(weg) else three.sleutel or fresh_id(three, taken)
        for old, new in ((three.basis, below.basis), (three.een, below.een), (three.ander, below.ander)):
            instead[id(old)] = {"id": name, **new} if name and isinstance(new, dict) and not sleutel_of(new) else new
    basis, een, ander = (
        [instead.get(id(item), item) if isinstance(item, dict) else item for item in one] for one in sides
    )
    return basis, een, ander
