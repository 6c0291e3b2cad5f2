"""Which items of three lists are the same thing: one pairing for the base and both sides."""

from collections.abc import Iterator
from dataclasses import dataclass

from nazorg.begrippen.boom import Boom
from nazorg.merging.gelijk import bare, canon, likeness
from nazorg.verschil import MEESTE_PAREN, sleutel_of

GENOEG = 0.5
"""Items that share so much of their fields are the same, where one of them has no id."""


@dataclass(frozen=True)
class Drietal:
    """One thing as the base and both sides have it; empty where one does not."""

    basis: Boom
    een: Boom
    ander: Boom

    @property
    def sleutel(self) -> str:
        """What it is known by; empty where nobody gave it an id."""
        return next((found for one in (self.een, self.ander, self.basis) if (found := sleutel_of(one))), "")


def threefold(basis: list[Boom], een: list[Boom], ander: list[Boom]) -> Iterator[Drietal]:
    """Every thing in three lists: in the order of ``een``, then what ``ander`` has besides, then what both lost."""
    from_een, from_ander = _pairs(basis, een), _pairs(basis, ander)
    in_ander = {old: new for new, old in from_ander.items()}
    in_een = {old: new for new, old in from_een.items()}
    added = [place for place in range(len(een)) if place not in from_een]
    also = [place for place in range(len(ander)) if place not in from_ander]
    twice = _added_twice([een[place] for place in added], [ander[place] for place in also])
    partner = {added[one]: also[other] for one, other in twice.items()}
    for place, item in enumerate(een):
        old = from_een.get(place)
        if old is not None:
            yield Drietal(basis[old], item, ander[in_ander[old]] if old in in_ander else "")
        else:
            yield Drietal("", item, ander[partner[place]] if place in partner else "")
    taken = set(partner.values())
    for place, item in enumerate(ander):
        old = from_ander.get(place)
        if place not in taken and (old is None or old not in in_een):
            yield Drietal("" if old is None else basis[old], "", item)
    for place, item in enumerate(basis):
        if place not in in_een and place not in in_ander:
            yield Drietal(item, "", "")


def _pairs(basis: list[Boom], zij: list[Boom]) -> dict[int, int]:
    """For each place in ``zij`` the place in ``basis`` of the same thing."""
    found, loose, old = _by_key(zij, basis)
    _match(zij, basis, loose, old, found)
    return found


def _added_twice(een: list[Boom], ander: list[Boom]) -> dict[int, int]:
    """What both sides added: by its id, or by being the same in everything else."""
    found, loose, other = _by_key(een, ander)
    for place in loose:
        same = next(
            (one for one in other if _may_pair(een[place], ander[one]) and _alike(een[place], ander[one])), None
        )
        if same is not None:
            found[place] = same
            other.remove(same)
    return found


def _by_key(zij: list[Boom], basis: list[Boom]) -> tuple[dict[int, int], list[int], list[int]]:
    """Pairs by what items are known by, and the places of both that are left."""
    known: dict[str, int] = {}
    for place, item in enumerate(basis):
        if key := sleutel_of(item):
            known.setdefault(key, place)
    found: dict[int, int] = {}
    for place, item in enumerate(zij):
        old = known.pop(sleutel_of(item), None)
        if old is not None:
            found[place] = old
    used = set(found.values())
    loose = [place for place in range(len(zij)) if place not in found]
    return found, loose, [place for place in range(len(basis)) if place not in used]


def _match(zij: list[Boom], basis: list[Boom], loose: list[int], old: list[int], found: dict[int, int]) -> None:
    """Pair what is left: the same in all but ids first, then what is most alike."""
    if len(loose) * len(old) > MEESTE_PAREN:
        return
    scores = [
        (-likeness(zij[new], basis[was]), new, was) for new in loose for was in old if _may_pair(zij[new], basis[was])
    ]
    used: set[int] = set()
    for score, new, was in sorted(scores):
        if -score >= GENOEG and new not in found and was not in used:
            found[new] = was
            used.add(was)


def _may_pair(one: Boom, other: Boom) -> bool:
    """Two things with names of their own are two things."""
    return not (sleutel_of(one) and sleutel_of(other))


def _alike(one: Boom, other: Boom) -> bool:
    return canon(bare(one)) == canon(bare(other))
