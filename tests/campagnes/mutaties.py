"""Damage to a file: some mutations of one temper, and rarely one that makes it large."""

from .fijn import FIJN, MILD
from .invoegsels import TEKENS, VREEMD, WAARDEN
from .kans import Kans, Mutatie, put, some_lines, with_value
from .ruw import RUW

MOST_BYTES = 256 * 1024


def nest(kans: Kans, data: bytes) -> bytes:
    depth = kans.choice((2, 5, 10, 11, 12, 13, 14, 30, 200, 5000))
    opening, closing = kans.choice(
        (("[", "]"), ("{a: ", "}"), ("[{a: ", "}]"), ("- ", ""), ("? ", ""), ("- a: ", ""), ("[", ""), ("{", ""))
    )
    return with_value(kans, data, (opening * depth + kans.choice(("b", "")) + closing * depth).encode())


def swell(kans: Kans, data: bytes) -> bytes:
    """A value, a comment or anything at all that is very long; now and then past the limit."""
    piece = kans.choice((*TEKENS, *VREEMD, *WAARDEN, "a", "1", "a ", "a\n      ", "9 ", "06 ")).encode() or b"x"
    size = kans.choice((100, 1000, 1025, 10_000, 60_000, MOST_BYTES - len(data) - 10, MOST_BYTES + 1))
    filling = piece * max(1, size // len(piece))
    way = kans.randrange(4)
    if way == 0:
        return put(kans, data, filling)
    return with_value(kans, data, (filling, b"'" + filling + b"'", b'"' + filling + b'"')[way - 1])


def multiply_lines(kans: Kans, data: bytes) -> bytes:
    lines, start, end = some_lines(kans, data)
    piece = b"".join(lines[start:end])
    times = min(kans.choice((50, 200, 1000)), max(1, (MOST_BYTES - len(data)) // (len(piece) or 1)))
    return b"".join(lines[:end]) + piece * times + b"".join(lines[end:])


GROOT: tuple[Mutatie, ...] = (nest, nest, swell, multiply_lines)
"""What takes time, and is therefore rare."""

_ZELDZAAM = 0.01


def damage(kans: Kans, data: bytes) -> bytes:
    """``data`` after one to six mutations of one temper, and rarely one that takes time."""
    kinds = kans.choices((MILD, FIJN, RUW, (*FIJN, *RUW)), (0.4, 0.3, 0.25, 0.05))[0]
    for _ in range(kans.choice((1, 1, 1, 2, 2, 3, 4, 6))):
        data = kans.choice(kinds)(kans, data)
    if kans.random() < _ZELDZAAM:
        data = kans.choice(GROOT)(kans, data)
    return data
