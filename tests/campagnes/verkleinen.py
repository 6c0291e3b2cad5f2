"""Make a file that fails smaller, as long as it goes on failing: lines first, then stretches of bytes."""

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

Piece = TypeVar("Piece", bytes, int)


def shrink(data: bytes, fails: Callable[[bytes], bool], seconds: float) -> bytes:
    """A small part of ``data`` for which ``fails`` still holds; the search ends after ``seconds``."""
    deadline = time.monotonic() + seconds
    before = None
    while before != data and time.monotonic() < deadline:
        before = data
        data = b"".join(_drop(data.splitlines(keepends=True), lambda lines: fails(b"".join(lines)), deadline))
        data = bytes(_drop(list(data), lambda signs: fails(bytes(signs)), deadline))
    return data


def _drop(pieces: Sequence[Piece], fails: Callable[[Sequence[Piece]], bool], deadline: float) -> Sequence[Piece]:
    """Drop runs of pieces that are not needed, first long ones and at last single ones."""
    run = len(pieces) // 2
    while run:
        start = 0
        while start < len(pieces):
            if time.monotonic() > deadline:
                return pieces
            fewer = [*pieces[:start], *pieces[start + run :]]
            if fewer and fails(fewer):
                pieces = fewer
            else:
                start += run
        run //= 2
    return pieces
