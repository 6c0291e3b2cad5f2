"""Chance: which other file to take from, and which stretch, lines or match of a file to take."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from random import Random


class Kans(Random):
    """Chance, also over which other file to take from. The same seed and files, the same outcome."""

    files: Sequence[bytes] = ()

    def other(self) -> bytes:
        """Another file (or, by chance, the same)."""
        return self.choice(self.files)


Mutatie = Callable[[Kans, bytes], bytes]
"""Gives the file after something happened to it."""

VALUE = re.compile(rb"^([ ]*(?:- )*)([A-Za-z_0-9.-]+):[ ]+([^\s#{\[|>&*!][^\n#]*)", re.MULTILINE)
"""A field with a single value on its line: what stands before it, its key, and its value."""


@lru_cache(maxsize=512)
def all_matches(pattern: re.Pattern[bytes], data: bytes) -> list[re.Match[bytes]]:
    return list(pattern.finditer(data))


def any_match(kans: Kans, pattern: re.Pattern[bytes], data: bytes) -> re.Match[bytes] | None:
    """A match of ``pattern`` near a random place."""
    start = kans.randrange(len(data) + 1)
    return pattern.search(data, start) or pattern.search(data)


def with_value(kans: Kans, data: bytes, value: bytes) -> bytes:
    here = any_match(kans, VALUE, data)
    return data if here is None else data[: here.start(3)] + value + data[here.end(3) :]


def put(kans: Kans, data: bytes, piece: bytes) -> bytes:
    return put_at(data, kans.randrange(len(data) + 1), piece)


def put_at(data: bytes, place: int, piece: bytes) -> bytes:
    return data[:place] + piece + data[place:]


def any_stretch(kans: Kans, data: bytes) -> tuple[int, int]:
    start = kans.randrange(len(data) + 1)
    return start, min(len(data), start + kans.choice((1, 1, 2, 5, 20, 100, 400)))


def some_lines(kans: Kans, data: bytes) -> tuple[list[bytes], int, int]:
    """The lines of ``data``, and where a run of some of them begins and ends."""
    lines = data.splitlines(keepends=True)
    start = kans.randrange(len(lines) + 1)
    return lines, start, min(len(lines), start + kans.choice((1, 1, 1, 2, 3, 8, 20)))
