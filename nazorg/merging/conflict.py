"""What two people cannot both have: a field with what each made of it, and how it stands in the file."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from random import Random

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.ids import new_id
from nazorg.begrippen.keuzes import Kant
from nazorg.verschil import Weg, veld_of


@dataclass(frozen=True)
class Veldconflict:
    """The field, or the thing, at ``weg``: what stood there, and what each side made of it; empty for nothing.

    ``weg_bij`` is ``een`` or ``ander`` where that side took the thing away and the other changed it.
    """

    weg: Weg
    basis: str = ""
    een: str = ""
    ander: str = ""
    weg_bij: str = ""


def as_items(
    conflicten: Sequence[Veldconflict], *, hier_is_een: bool, door: tuple[str, str], taken: Collection[str]
) -> list[Boom]:
    """``conflicten`` as items of the list in the file; ``door`` says who and when, here and there.

    Their ids follow from what they say: whoever merges gets the same.
    """
    used = set(taken)
    items: list[Boom] = []
    for one in sorted(conflicten, key=lambda one: veld_of(one.weg)):
        veld = veld_of(one.weg)
        fresh = new_id(Random(" ".join([veld, one.basis, *sorted([one.een, one.ander])])), used)  # noqa: S311
        used.add(fresh)
        hier, daar = (one.een, one.ander) if hier_is_een else (one.ander, one.een)
        side = Kant.HIER if (one.weg_bij == "een") == hier_is_een else Kant.DAAR
        fields = {
            "id": fresh,
            "veld": veld,
            "basis": one.basis,
            "hier": hier,
            "daar": daar,
            "verwijderd": str(side) if one.weg_bij else "",
            "hier_door": door[0],
            "daar_door": door[1],
        }
        items.append({name: value for name, value in fields.items() if value})
    return items


def as_value(boom: Boom) -> str:
    """A value, or a set of texts with commas between, as a conflict holds it. Raises ``ValueError`` for more."""
    if isinstance(boom, str):
        return boom
    texts = [item for item in boom if isinstance(item, str)]
    if isinstance(boom, dict) and boom:
        raise ValueError
    if len(texts) != len(boom):
        raise ValueError
    return ", ".join(texts)
