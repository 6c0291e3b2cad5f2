"""A table for a person. Above a screenful it is printed line by line, with the look that rich gives to the others."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from nazorg.diagnostics.tekst import visible

if TYPE_CHECKING:
    from rich.console import Console

SCHERMVOL = 60
"""Rows from which on rich, which renders a thousand in a second, is left out of it."""

_WOORD = re.compile(r"\s*\S+\s*")
_BREED = "\u0300"
"""From this sign on one may take no place, or two."""

Cel = tuple[str, str]
"""A text, and the style that it is shown in (empty: none)."""


class Kolom(NamedTuple):
    """A column: as wide as what stands in it, as wide as ``breedte``, or (``rest``) as wide as there is room for.

    What does not fit is folded, ``op_woorden`` at spaces and hyphens; in a column that is ``heel`` it always fits.
    """

    titel: str
    breedte: int = 0
    rest: bool = False
    heel: bool = False
    rechts: bool = False
    op_woorden: bool = False


def print_table(console: "Console", kolommen: Sequence[Kolom], rijen: Collection[Sequence[Cel]], tussen: int) -> None:
    """Print the table, with ``tussen`` blanks between columns: as wide as the screen where one takes the rest."""
    if len(rijen) > SCHERMVOL and not console.legacy_windows:
        console.file.writelines(_lines(console, kolommen, rijen, tussen))
    else:
        _print_rich(console, kolommen, rijen, tussen)


def _print_rich(console: "Console", kolommen: Sequence[Kolom], rijen: Collection[Sequence[Cel]], tussen: int) -> None:
    from nazorg.output.scherm import cell, make_table, wrapped_cell

    table = make_table(*((kolom.titel, _settings(kolom)) for kolom in kolommen))
    table.padding = (0, tussen - 1, 0, 0)
    table.expand = any(kolom.rest for kolom in kolommen)
    for rij in rijen:
        table.add_row(
            *(
                wrapped_cell(text, kolom.breedte, style) if kolom.op_woorden else cell(text, style)
                for kolom, (text, style) in zip(kolommen, rij, strict=True)
            )
        )
    console.print(table)


def _settings(kolom: Kolom) -> dict[str, object]:
    return {
        "width": kolom.breedte or None,
        "ratio": 1 if kolom.rest else None,
        "no_wrap": kolom.heel,
        "overflow": "fold",
        "justify": "right" if kolom.rechts else "left",
    }


def _lines(
    console: "Console", kolommen: Sequence[Kolom], rijen: Collection[Sequence[Cel]], tussen: int
) -> Iterator[str]:
    widths = _widths(console.width, kolommen, rijen, tussen)
    gap, codes = " " * tussen, _Codes(console)
    columns = [_Cellen(kolom, width, codes) for kolom, width in zip(kolommen, widths, strict=True)]
    titles = [kolom.titel.split("\n") for kolom in kolommen]
    deep = max(map(len, titles))
    head = zip(*([""] * (deep - len(lines)) + lines for lines in titles), strict=True)
    yield from _rows([[(title, "bold") for title in line] for line in head], columns, gap)
    yield "─" * (sum(widths) + tussen * (len(widths) - 1)) + "\n"
    yield from _rows(rijen, columns, gap)


def _rows(rijen: Iterable[Sequence[Cel]], kolommen: Sequence["_Cellen"], gap: str) -> Iterator[str]:
    blanks = [" " * kolom.width for kolom in kolommen]
    for rij in rijen:
        cells = [kolom[cel] for kolom, cel in zip(kolommen, rij, strict=True)]
        deep = max(map(len, cells))
        if deep == 1:
            yield gap.join([lines[0] for lines in cells]) + "\n"
            continue
        for line in range(deep):
            pairs = zip(cells, blanks, strict=True)
            yield gap.join([lines[line] if line < len(lines) else blank for lines, blank in pairs]) + "\n"


class _Codes(dict[str, tuple[str, str]]):
    """What rich puts before and after a text in a style, on this screen."""

    def __init__(self, console: "Console") -> None:
        super().__init__({"": ("", "")})
        self._console = console

    def __missing__(self, style: str) -> tuple[str, str]:
        from rich.text import Text

        with self._console.capture() as capture:
            self._console.print(Text("x", style=style), end="")
        begin, _, end = capture.get().partition("x")
        self[style] = begin, end
        return begin, end


class _Cellen(dict[Cel, tuple[str, ...]]):
    """The lines of each cell of a column, as they are printed: much of what stands in a column stands there often."""

    def __init__(self, kolom: Kolom, width: int, codes: _Codes) -> None:
        super().__init__()
        self.width = width
        self._kolom = kolom
        self._codes = codes

    def __missing__(self, cel: Cel) -> tuple[str, ...]:
        text, style = cel
        begin, end = self._codes[style]
        if len(text) <= self.width and text.isascii() and text.isprintable():
            found: tuple[str, ...] = (self._padded(text, begin, end, len(text)),)
        else:
            lines = _folded(visible(text), self.width, self._kolom.op_woorden)
            found = tuple([self._padded(line, begin, end, _places(line)) for line in lines])
        self[cel] = found
        return found

    def _padded(self, line: str, begin: str, end: str, places: int) -> str:
        blank = " " * (self.width - places)
        return f"{begin}{blank}{line}{end}" if self._kolom.rechts else f"{begin}{line}{blank}{end}"


def _widths(screen: int, kolommen: Sequence[Kolom], rijen: Collection[Sequence[Cel]], tussen: int) -> list[int]:
    widths = []
    for place, kolom in enumerate(kolommen):
        texts = () if kolom.breedte or kolom.rest else {rij[place][0] for rij in rijen}
        title = max(map(len, kolom.titel.split("\n")))
        widths.append(kolom.breedte or (0 if kolom.rest else max(title, *(_places(visible(text)) for text in texts))))
    left = screen - sum(widths) - tussen * (len(widths) - 1)
    for place, kolom in enumerate(kolommen):
        if kolom.rest:
            widths[place] = max(1, left)
            return widths
    loose = [place for place, kolom in enumerate(kolommen) if not kolom.heel and not kolom.breedte]
    while left < 0 and loose:
        widest = max(loose, key=lambda place: widths[place])
        if widths[widest] <= 1:
            break
        widths[widest] -= 1
        left += 1
    return widths


def _folded(text: str, width: int, op_woorden: bool) -> list[str]:
    """The lines of a cell, broken where rich breaks them."""
    if op_woorden:
        return [line for part in wrap(text, width) for line in _fold(part, width)] or [""]
    return _fold_words(text, width) or list(_fold(text, width))


def _fold_words(text: str, width: int) -> list[str]:
    """The same of plain words with one blank between them that all fit; else nothing."""
    words = text.split(" ")
    if not text.isascii() or "" in words or max(map(len, words)) > width:
        return []
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _fold(text: str, width: int) -> Iterator[str]:
    begin, taken = 0, 0
    for word in _WOORD.finditer(text):
        start, room = word.start(), _places(word[0].rstrip())
        if width - taken >= room:
            taken += _places(word[0])
        elif room > width:
            chunks = list(_chopped(word[0], width))
            for number, chunk in enumerate(chunks):
                if start > begin:
                    yield text[begin:start].rstrip()
                    begin = start
                if number < len(chunks) - 1:
                    start += len(chunk)
            taken = _places(chunks[-1])
        elif taken:
            yield text[begin:start].rstrip()
            begin, taken = start, _places(word[0])
    yield text[begin:].rstrip() if _places(text[begin:]) > width else text[begin:]


def _chopped(word: str, width: int) -> Iterator[str]:
    line, taken = "", 0
    for sign in word:
        room = _places(sign)
        if line and taken + room > width:
            yield line
            line, taken = "", 0
        line, taken = line + sign, taken + room
    yield line


def _places(text: str) -> int:
    """How many places ``text`` takes on a screen."""
    if text.isascii() or max(text) < _BREED:
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
