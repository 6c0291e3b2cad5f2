"""A tree of git: the object in which a folder stands, changed in place.

One that holds 80,000 files is four megabytes, of which a change of ours touches a few: the rest is copied as it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

MAP = b"40000"
"""The mode of a folder."""
_MODES = (6, 5)
"""How long a mode is: that of a file, that of a folder."""


class Regel(NamedTuple):
    """What a tree says of one name: the mode, and the id of the object in bytes."""

    mode: bytes
    oid: bytes

    @property
    def is_map(self) -> bool:
        """Whether it is a folder; old programs wrote that with a nought before it."""
        return self.mode.lstrip(b"0") == MAP

    def sort_key(self, naam: bytes) -> bytes:
        """What git sorts by: as if a slash stood behind the name of a folder."""
        return naam + b"/" if self.is_map else naam


def find_regels(data: bytes, length: int, namen: Iterable[bytes]) -> dict[bytes, Regel]:
    """What the tree ``data`` says of each of ``namen`` that it holds; an id is ``length`` bytes."""
    found = {naam: _find(data, length, naam) for naam in namen}
    return {naam: one[0] for naam, one in found.items() if one}


def change_regels(data: bytes, length: int, changes: Mapping[bytes, Regel | None]) -> bytes:
    """The tree ``data`` after ``changes``; ``None`` takes a name away."""
    cuts: list[tuple[int, int, bytes]] = []
    fresh: list[tuple[bytes, bytes]] = []
    for naam, new in changes.items():
        told = b"%b %b\0%b" % (new.mode, naam, new.oid) if new else b""
        found = _find(data, length, naam)
        if found is None or (new and found[0].sort_key(naam) != new.sort_key(naam)):
            fresh += [(new.sort_key(naam), told)] if new else []
            told = b""
        if found is not None:
            cuts.append((*found[1], told))
    if fresh:
        cuts += [(place, place, told) for place, told in _places(data, length, sorted(fresh))]
    pieces, done = [], 0
    for begin, end, told in sorted(cuts, key=lambda cut: cut[:2]):
        pieces += [data[done:begin], told]
        done = end
    return b"".join((*pieces, data[done:]))


def _find(data: bytes, length: int, naam: bytes) -> tuple[Regel, tuple[int, int]] | None:
    """The line of ``data`` about ``naam``, with where it begins and ends.

    What looks like it may stand in an id or in another name: it is one where everything before it is whole lines.
    """
    sought, lines = b" %b\0" % naam, _lines(length)
    space = data.find(sought)
    while space >= 0:
        after = space + len(sought)
        for begin in (space - many for many in _MODES if many <= space):
            if lines.fullmatch(data, 0, begin) and after + length <= len(data):
                return Regel(data[begin:space], data[after : after + length]), (begin, after + length)
        space = data.find(sought, space + 1)
    return None


@lru_cache
def _lines(length: int) -> re.Pattern[bytes]:
    """Any number of whole lines; what was taken for a line is not taken back, so that it is one look at each."""
    return re.compile(rb"(?:[0-7]{5,6} [^\0]+\0[\s\S]{%d})*+" % length)


def _places(data: bytes, length: int, fresh: list[tuple[bytes, bytes]]) -> Iterator[tuple[int, bytes]]:
    """Where each of the sorted ``fresh``, a key with its line, comes: before the first that sorts behind it."""
    waiting = fresh[::-1]
    place = 0
    while waiting and place < len(data):
        end, space = data.index(0, place), data.index(32, place)
        here = Regel(data[place:space], b"").sort_key(data[space + 1 : end])
        while waiting and waiting[-1][0] < here:
            yield place, waiting.pop()[1]
        place = end + 1 + length
    for _, told in reversed(waiting):
        yield len(data), told
