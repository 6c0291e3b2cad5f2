"""``Ketens``: all commits as chains, in which the way from one touch of a file to the one before it is a look.

In a chain each commit builds on the one before it and on nothing else; where lines part or meet a new chain begins.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Schakel(NamedTuple):
    """A commit: the number of its chain, and its place in it."""

    keten: int
    plaats: int


Ketens = Mapping[int, tuple[Schakel, ...]]
"""By the number of a chain: what its first commit builds on. A chain has a higher number than those that it is on."""


def lines_of(ketens: Ketens, start: Schakel, touched: Iterable[Schakel]) -> dict[Schakel, tuple[Schakel, ...]]:
    """What came before ``start`` and itself, of ``touched`` and of the merges that join them: each with what it is on.

    Where several lines are joined that hold nothing of ``touched``, or only the same, there is no merge.
    """
    reached = reached_from(ketens, start)
    of_chain: dict[int, list[Schakel]] = {}
    for one in sorted(touched):
        if one.plaats <= reached.get(one.keten, -1):
            of_chain.setdefault(one.keten, []).append(one)
    found: dict[Schakel, tuple[Schakel, ...]] = {}
    below: dict[int, Schakel | None] = {}
    for keten in sorted(reached):
        begin = Schakel(keten, 0)
        lines = (_last(of_chain, below, parent) for parent in ketens[keten])
        bases = tuple(dict.fromkeys(one for one in lines if one is not None))
        own = of_chain.get(keten, [])
        if len(bases) > 1 and begin not in own:
            own = of_chain[keten] = [begin, *own]
        last = bases
        for one in own:
            found[one] = last
            last = (one,)
        below[keten] = bases[0] if bases else None
    return found


def reached_from(ketens: Ketens, start: Schakel) -> dict[int, int]:
    """Of each chain that ``start`` is on, and its own, the last place from which ``start`` came."""
    reached: dict[int, int] = {start.keten: start.plaats}
    waiting = [start.keten]
    while waiting:
        for parent in ketens[waiting.pop()]:
            if parent.keten not in reached:
                waiting.append(parent.keten)
            reached[parent.keten] = max(reached.get(parent.keten, 0), parent.plaats)
    return reached


def _last(of_chain: Mapping[int, list[Schakel]], below: Mapping[int, Schakel | None], here: Schakel) -> Schakel | None:
    """The last that is at or before ``here``, which lies in a chain that was looked at; ``None`` for none."""
    own = of_chain.get(here.keten, [])
    place = bisect_right(own, here)
    return own[place - 1] if place else below[here.keten]
