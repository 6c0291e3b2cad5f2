"""What accidents do to a file: to its bytes, its signs and its lines."""

import re

from .invoegsels import TEKENS, VREEMD
from .kans import Kans, Mutatie, any_match, any_stretch, put, put_at, some_lines

_WORD = re.compile(rb"[A-Za-z0-9_.-]+")
_ITEM = re.compile(rb"^( +)- [a-z]+:[^\n]*(?:\n\1  [^\n]*)*", re.MULTILINE)


def flip_bits(kans: Kans, data: bytes) -> bytes:
    found = bytearray(data)
    for _ in range(kans.choice((1, 1, 1, 2, 4, 8))):
        if found:
            found[kans.randrange(len(found))] ^= 1 << kans.randrange(8)
    return bytes(found)


def put_bytes(kans: Kans, data: bytes) -> bytes:
    return put(kans, data, kans.randbytes(kans.choice((1, 1, 2, 3, 8))))


def delete_stretch(kans: Kans, data: bytes) -> bytes:
    start, end = any_stretch(kans, data)
    return data[:start] + data[end:]


def repeat_stretch(kans: Kans, data: bytes) -> bytes:
    start, end = any_stretch(kans, data)
    return data[:end] + data[start:end] * kans.choice((1, 1, 2, 5, 30)) + data[end:]


def move_stretch(kans: Kans, data: bytes) -> bytes:
    start, end = any_stretch(kans, data)
    return put(kans, data[:start] + data[end:], data[start:end])


def cut_off(kans: Kans, data: bytes) -> bytes:
    place = kans.randrange(len(data) + 1)
    return data[:place] if kans.random() < 0.7 else data[place:]


def splice(kans: Kans, data: bytes) -> bytes:
    other = kans.other()
    return data[: kans.randrange(len(data) + 1)] + other[kans.randrange(len(other) + 1) :]


def put_sign(kans: Kans, data: bytes) -> bytes:
    return put(kans, data, kans.choice(TEKENS).encode())


def put_odd_sign(kans: Kans, data: bytes) -> bytes:
    return put(kans, data, kans.choice(VREEMD).encode())


def put_sign_before_word(kans: Kans, data: bytes) -> bytes:
    word = any_match(kans, _WORD, data)
    return data if word is None else put_at(data, word.start(), kans.choice((*TEKENS, *VREEMD)).encode())


def put_sign_behind_word(kans: Kans, data: bytes) -> bytes:
    word = any_match(kans, _WORD, data)
    return data if word is None else put_at(data, word.end(), kans.choice((*TEKENS, *VREEMD)).encode())


def drop_sign(kans: Kans, data: bytes) -> bytes:
    places = [place for place, sign in enumerate(data) if sign in b":-,[]{}'\"#|>\n"]
    if not places:
        return data
    place = kans.choice(places)
    return data[:place] + data[place + 1 :]


def swap_lines(kans: Kans, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    if len(lines) > 1:
        here = kans.randrange(len(lines))
        there = min(len(lines) - 1, here + 1) if kans.random() < 0.5 else kans.randrange(len(lines))
        lines[here], lines[there] = lines[there], lines[here]
    return b"".join(lines)


def delete_lines(kans: Kans, data: bytes) -> bytes:
    lines, start, end = some_lines(kans, data)
    return b"".join(lines[:start] + lines[end:])


def repeat_lines(kans: Kans, data: bytes) -> bytes:
    lines, start, end = some_lines(kans, data)
    return b"".join(lines[:end] + lines[start:end] * kans.choice((1, 1, 1, 2, 10)) + lines[end:])


def indent_lines(kans: Kans, data: bytes) -> bytes:
    lines, start, end = some_lines(kans, data)
    by = kans.choice((-4, -2, -1, 1, 2, 4, 0))
    for place in range(start, end):
        line = lines[place]
        if by > 0:
            lines[place] = b" " * by + line
        elif by < 0:
            lines[place] = line[min(-by, len(line) - len(line.lstrip(b" "))) :]
        else:
            lines[place] = line.replace(b"  ", b"\t", 1)
    return b"".join(lines)


def take_lines(kans: Kans, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    theirs, start, end = some_lines(kans, kans.other())
    place = kans.randrange(len(lines) + 1)
    return b"".join(lines[:place] + theirs[start:end] + lines[place:])


def take_item(kans: Kans, data: bytes) -> bytes:
    """Put an item of a list of the other file behind one that looks the same here."""
    theirs = any_match(kans, _ITEM, kans.other())
    if theirs is None:
        return data
    key = theirs[0].split(b":")[0]
    place = data.find(b"\n" + key + b":", kans.randrange(len(data) + 1))
    return data if place < 0 else put_at(data, place + 1, theirs[0] + b"\n")


def splice_lines(kans: Kans, data: bytes) -> bytes:
    lines, theirs = data.splitlines(keepends=True), kans.other().splitlines(keepends=True)
    return b"".join(lines[: kans.randrange(len(lines) + 1)] + theirs[kans.randrange(len(theirs) + 1) :])


def change_line_ends(kans: Kans, data: bytes) -> bytes:
    end = kans.choice((b"\r\n", b"\r", b"\n\n", b"\r\r\n", b" \n", b"\n\r"))
    if kans.random() < 0.5:
        return data.replace(b"\n", end)
    return b"".join(
        line.replace(b"\n", end) if kans.random() < 0.2 else line for line in data.splitlines(keepends=True)
    )


def change_encoding(kans: Kans, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    encoding = kans.choice(
        ("utf-8-sig", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "utf-7")
    )
    return text.encode(encoding, "replace")


RUW: tuple[Mutatie, ...] = (
    *[flip_bits, delete_stretch, put_sign, indent_lines] * 2,
    *(put_bytes, repeat_stretch, move_stretch, cut_off, splice),
    *(put_odd_sign, put_sign_before_word, put_sign_behind_word, drop_sign),
    *(swap_lines, delete_lines, repeat_lines, take_lines, splice_lines, change_line_ends, change_encoding),
)
"""What accidents do."""
