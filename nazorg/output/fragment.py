"""The line of a file that a finding is about: keys, dates and choices shown, what people wrote masked."""

import re
from bisect import bisect_left
from typing import NamedTuple

from nazorg.begrippen.indeling import kind_of
from nazorg.diagnostics import Span
from nazorg.diagnostics.tekst import visible
from nazorg.reading import MODELLEN, has_shape, is_free_text
from nazorg.yamltext import Document, Scalar, walk_entries

BREEDTE = 70
"""How much of a line is shown: with its number it fits 80 columns."""

_SLEUTEL = re.compile(r"\s*(?:- +)*[A-Za-z_0-9-]+:")


class Fragment(NamedTuple):
    """The number of a line, the part of it that is shown, and carets below the place."""

    nummer: str
    regel: str
    aanwijzing: str


class Fragmenten:
    """The lines of one document. What may be shown of it is worked out once, however many findings it has."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._shown = sorted(_shown(document))

    def at(self, span: Span, *, masked: bool = False) -> Fragment:
        """The line on which ``span`` begins; a long line is shown from shortly before that place.

        With ``masked`` what stands at ``span`` itself is not shown, whatever it is.
        """
        document, first = self._document, span.column - 1
        start = document.line_start(span.line)
        length = document.line_length(span.line)
        cut = max(0, first - BREEDTE // 2) if length > BREEDTE else 0
        secret = range(start + first, document.line_start(span.end_line) + span.end_column - 1) if masked else range(0)
        window = self._masked(start + cut, start + min(length, cut + BREEDTE), start, secret)
        last = min(span.end_column - 1 if span.end_line == span.line else length, cut + BREEDTE)
        shown = "…" + window[1:] if cut else window
        return Fragment(str(span.line), shown, " " * (first - cut) + "^" * max(1, last - first))

    def _masked(self, begin: int, end: int, line_start: int, secret: range) -> str:
        """The text from ``begin`` to ``end`` with letters and digits only where they may be shown."""
        text = visible(self._document.text[begin:end])
        keep = [False] * len(text)
        # Spans do not overlap, so the one before the first that begins here is the only one that may reach in.
        place = max(0, bisect_left(self._shown, (begin,)) - 1)
        while place < len(self._shown) and self._shown[place][0] < end:
            left, right = self._shown[place]
            for offset in range(max(left, begin), min(right, end)):
                keep[offset - begin] = True
            place += 1
        key = _SLEUTEL.match(self._document.text, line_start, end) if self._document.root is None else None
        for offset in range(begin, key.end() if key else begin):
            keep[offset - begin] = True
        for offset in range(max(secret.start, begin), min(secret.stop, end)):
            keep[offset - begin] = False
        return "".join(sign if keep[offset] or not sign.isalnum() else "·" for offset, sign in enumerate(text))


def _shown(document: Document) -> list[tuple[int, int]]:
    """Where the keys and the values stand that are no free text."""
    if document.root is None:
        return []
    model = MODELLEN[kind_of(document.path)]
    found = []
    for route, key, value in walk_entries(document.root):
        if key is not None and has_shape(model, route):
            found.append((key.start.index, key.end.index))
        if isinstance(value, Scalar) and not is_free_text(model, route):
            found.append((value.start.index, value.end.index))
    return found
