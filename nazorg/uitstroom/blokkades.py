"""What a leefgebied waits for: ``na`` followed to its roots, across leefgebieden (no ID, no bijstand, no rent)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nazorg.begrippen.keuzes import Actiestatus
from nazorg.dossier import Dossier

Plek = tuple[str, int]
"""Where an action stands: its leefgebied, and its place in that list."""


@dataclass(frozen=True, slots=True)
class Volgorde:
    """Of each unfinished action the unfinished ones that come first, and the ids of those that turned out impossible.

    An id that the dossier does not have blocks nothing here; ``controleer`` reports it (NZ204).
    """

    wacht_op: Mapping[Plek, tuple[Plek, ...]]
    kan_niet: Mapping[Plek, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Blokkade:
    """An action that has to happen first: nothing unfinished comes before it.

    ``weg`` leads from that action to the one of the leefgebied that waits for it. In a ``kring`` the actions of
    ``weg`` wait for each other, and none of them can begin.
    """

    weg: tuple[Plek, ...]
    kring: bool = False

    @property
    def oorzaak(self) -> Plek:
        """The action to begin with."""
        return self.weg[0]


def order_of(dossier: Dossier) -> Volgorde:
    """The order in which the unfinished actions of ``dossier`` can be done."""
    acties = {(naam, place): actie for naam, place, actie in dossier.acties()}
    by_id: dict[str, Plek] = {}
    for plek, actie in acties.items():
        if actie.id is not None:
            by_id.setdefault(actie.id, plek)
    waits: dict[Plek, tuple[Plek, ...]] = {}
    stuck: dict[Plek, tuple[str, ...]] = {}
    for plek, actie in acties.items():
        if actie.is_onaf:
            first = [(one, by_id[one]) for one in dict.fromkeys(actie.na) if one in by_id]
            waits[plek] = tuple(where for _, where in first if acties[where].is_onaf)
            stuck[plek] = tuple(one for one, where in first if acties[where].status is Actiestatus.NIET_MOGELIJK)
    return Volgorde(waits, stuck)


def blocks_of(volgorde: Volgorde, leefgebied: str) -> tuple[Blokkade, ...]:
    """What the unfinished actions of ``leefgebied`` wait for, each root once by the shortest way.

    An action that waits for nothing is its own root. Actions that only lead into a circle give one block, the circle.
    """
    came_from: dict[Plek, Plek | None] = {plek: None for plek in volgorde.wacht_op if plek[0] == leefgebied}
    queue = list(came_from)
    for plek in queue:  # grows while it is walked
        for first in volgorde.wacht_op[plek]:
            if first not in came_from:
                came_from[first] = plek
                queue.append(first)
    roots = [plek for plek in queue if not volgorde.wacht_op[plek]]
    found = [Blokkade(_way(root, came_from)) for root in roots]
    ends = _leading_to(roots, volgorde)
    stuck = next((plek for plek in queue if plek not in ends), None)
    return (*found, *([Blokkade(_circle(stuck, volgorde), kring=True)] if stuck else ()))


def _way(root: Plek, came_from: Mapping[Plek, Plek | None]) -> tuple[Plek, ...]:
    way = [root]
    while (after := came_from[way[-1]]) is not None:
        way.append(after)
    return tuple(way)


def _leading_to(roots: Iterable[Plek], volgorde: Volgorde) -> set[Plek]:
    """Every action that waits, directly or not, for one of ``roots``; the roots too."""
    after: dict[Plek, list[Plek]] = {}
    for plek, first in volgorde.wacht_op.items():
        for one in first:
            after.setdefault(one, []).append(plek)
    found = set(roots)
    queue = list(found)
    while queue:
        for plek in after.get(queue.pop(), ()):
            if plek not in found:
                found.add(plek)
                queue.append(plek)
    return found


def _circle(stuck: Plek, volgorde: Volgorde) -> tuple[Plek, ...]:
    """The circle that ``stuck`` leads into: whatever it waits for leads there as well."""
    way: dict[Plek, None] = {}
    plek = stuck
    while plek not in way:
        way[plek] = None
        plek = volgorde.wacht_op[plek][0]
    seen = list(way)
    return tuple(seen[seen.index(plek) :])
