"""Three trees into one, by key and by id of an item: what one side changed is taken, what both changed is compared."""

import dataclasses
from collections.abc import Callable
from enum import Enum

from nazorg.begrippen.boom import Boom
from nazorg.dossier import Actie
from nazorg.merging.benoemen import fresh_id
from nazorg.merging.conflict import Veldconflict
from nazorg.merging.gelijk import bare, canon, is_set
from nazorg.merging.paren import Drietal, threefold
from nazorg.verschil import Onderdeel, Weg, sleutel_of

MagId = Callable[[Weg], bool]
"""Whether an item of the list at a way may have an ``id``."""

SAMEN = (("status", "uiterlijk"),)
"""Fields of an action of which both sides may not each change one: who finishes it and who puts it off must talk."""

_STAAT_ER_NIET = {
    field.name: str(field.default.value) for field in dataclasses.fields(Actie) if isinstance(field.default, Enum)
}
"""What an action says by leaving a key out."""


class OnverenigbaarError(Exception):
    """A value on one side and fields or a list on the other: there is nothing to hold against each other."""


class Samenvoeger:
    """Merges trees, and gathers what both sides do not agree about."""

    def __init__(self, mag_id: MagId, taken: set[str]) -> None:
        self._mag_id = mag_id
        self._taken = taken
        self.conflicten: list[Veldconflict] = []

    def merge(self, basis: Boom, een: Boom, ander: Boom, weg: Weg = ()) -> Boom:
        """What comes of ``een`` and ``ander``, that both began as ``basis``. Raises ``OnverenigbaarError``."""
        same, found = _one_sided(basis, een, ander)
        if same:
            return found
        kinds = {type(one) for one in (basis, een, ander) if one}
        if kinds == {dict}:
            if weg and basis and not (een and ander):
                return self._gone(basis, een, ander, weg)
            return self._fields(_fields(basis), _fields(een), _fields(ander), weg)
        if kinds == {list}:
            return self._items(_list(basis), _list(een), _list(ander), weg)
        if kinds == {str}:
            return self._value(str(basis or ""), str(een or ""), str(ander or ""), weg)
        raise OnverenigbaarError

    def _gone(self, basis: Boom, een: Boom, ander: Boom, weg: Weg) -> Boom:
        """One side took it away, the other changed it: it stays as that one has it, until someone decides."""
        kept = een or ander
        if canon(bare(kept)) == canon(bare(basis)):  # no more than an id was filled in
            return ""
        self.conflicten.append(Veldconflict(weg, weg_bij="ander" if een else "een"))
        return kept

    def _fields(self, basis: dict[str, Boom], een: dict[str, Boom], ander: dict[str, Boom], weg: Weg) -> Boom:
        found: dict[str, Boom] = {}
        for name in (*een, *(name for name in ander if name not in een)):
            value = self.merge(basis.get(name, ""), een.get(name, ""), ander.get(name, ""), (*weg, name))
            stays = name in een and name in ander
            if value or stays or name not in basis:
                found[name] = value
        if _is_actie(weg):
            for pair in SAMEN:
                self._together(pair, (basis, een, ander), found, weg)
        return found

    def _together(
        self, pair: tuple[str, str], three: tuple[dict[str, Boom], ...], found: dict[str, Boom], weg: Weg
    ) -> None:
        """Two fields that hang together, each changed by another side: neither change is taken."""
        basis, een, ander = three
        first, second = pair
        changed = [
            {name for name in pair if not _means_same(name, side.get(name, ""), basis.get(name, ""))}
            for side in (een, ander)
        ]
        if sorted(map(sorted, changed)) != sorted([[first], [second]]) or not basis:
            return
        for name in pair:
            values = [one.get(name, "") for one in three]
            was, one, other = (value if isinstance(value, str) else "" for value in values)
            self.conflicten.append(Veldconflict((*weg, name), was, one, other))
            found[name] = was

    def _items(self, basis: list[Boom], een: list[Boom], ander: list[Boom], weg: Weg) -> list[Boom]:
        if is_set([*basis, *een, *ander]):
            kept = [item for item in een if item in ander or item not in basis]
            return [*kept, *(item for item in ander if item not in een and item not in basis)]
        found: list[Boom] = []
        for number, three in enumerate(threefold(basis, een, ander), 1):
            item = self._item(three, weg, number)
            if item:
                found.append(item)
        return found

    def _item(self, three: Drietal, weg: Weg, number: int) -> Boom:
        """One item; something without an id that both sides do not agree about gets one, to be named by."""
        before = len(self.conflicten)
        sleutel = three.sleutel
        item = self.merge(three.basis, three.een, three.ander, (*weg, Onderdeel(sleutel or f"#{number}")))
        if len(self.conflicten) == before or not isinstance(item, dict) or not self._mag_id(weg):
            return item
        if sleutel:
            return item if sleutel_of(item) else {**item, "id": sleutel}  # the side that has it now lost its name
        fresh = fresh_id(three, self._taken)
        place = len(weg)
        self.conflicten[before:] = [
            dataclasses.replace(one, weg=(*weg, Onderdeel(fresh), *one.weg[place + 1 :]))
            for one in self.conflicten[before:]
        ]
        return {"id": fresh, **item}

    def _value(self, basis: str, een: str, ander: str, weg: Weg) -> str:
        if weg[-1:] == ("id",):
            return basis or min(een, ander)  # no person can decide about a name
        if _is_actie(weg[:-1]):
            name = str(weg[-1])
            if _means_same(name, een, ander):
                return een or ander
            if _means_same(name, een, basis):
                return ander
            if _means_same(name, ander, basis):
                return een
        self.conflicten.append(Veldconflict(weg, basis, een, ander))
        return basis or min(een, ander)


def _one_sided(basis: Boom, een: Boom, ander: Boom) -> tuple[bool, Boom]:
    """Whether at most one side changed it, or both the same way, and what it then is."""
    was, one, other = canon(basis), canon(een), canon(ander)
    if other in (was, one):
        return True, een
    return was == one, ander


def _means_same(name: str, one: Boom, other: Boom) -> bool:
    return canon(one or _STAAT_ER_NIET.get(name, "")) == canon(other or _STAAT_ER_NIET.get(name, ""))


def _is_actie(weg: Weg) -> bool:
    return len(weg) == 4 and weg[0] == "leefgebieden" and weg[2] == "acties"


def _fields(boom: Boom) -> dict[str, Boom]:
    return boom if isinstance(boom, dict) else {}


def _list(boom: Boom) -> list[Boom]:
    return boom if isinstance(boom, list) else []
