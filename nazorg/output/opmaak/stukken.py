"""A text in markdown as blocks: what there is to lay out, and nothing that could do anything."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of a line. ``adres`` leads somewhere (http, https or mailto); ``regeleinde`` is a break and no text."""

    tekst: str
    vet: bool = False
    schuin: bool = False
    code: bool = False
    adres: str = ""
    regeleinde: bool = False


Regel = tuple[Stuk, ...]


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading; 1 is the title."""

    niveau: int
    regel: Regel


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph."""

    regel: Regel


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list, of which each point is blocks of its own; ``begin`` is the number of the first, ``None`` without."""

    begin: int | None
    punten: tuple[tuple["Blok", ...], ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table: a row of headings, and the rows below it."""

    kop: tuple[Regel, ...]
    rijen: tuple[tuple[Regel, ...], ...]


@dataclass(frozen=True, slots=True)
class Citaat:
    """What stands apart from the rest."""

    blokken: tuple["Blok", ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text in which every sign and line end counts."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Lijn:
    """A line between two parts."""


Blok = Kop | Alinea | Lijst | Tabel | Citaat | Code | Lijn
_ONTOONBAAR = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that neither HTML nor XML can hold; from a template, since a value has none of them any more."""

_ADRESSEN = ("http://", "https://", "mailto:")


def read_blocks(text: str) -> tuple[Blok, ...]:
    """The blocks of ``text``. HTML in it is text, a picture is the words that stand for it."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return tuple(_blocks(iter(parser.parse(_ONTOONBAAR.sub("\N{MIDDLE DOT}", text))), ""))


def title_of(blocks: Iterable[Blok]) -> str:
    """The words of the first heading; empty when there is none."""
    first = next((one for one in blocks if isinstance(one, Kop)), None)
    return "".join(piece.tekst for piece in first.regel) if first else ""


def _blocks(tokens: Iterator[Token], until: str) -> Iterator[Blok]:
    """The blocks up to the token ``until``, which is taken too."""
    for token in tokens:
        kind = token.type
        if kind == until:
            return
        if kind == "heading_open":
            yield Kop(int(token.tag[1:]), _line_until(tokens, "heading_close"))
        elif kind == "paragraph_open":
            yield Alinea(_line_until(tokens, "paragraph_close"))
        elif kind in ("bullet_list_open", "ordered_list_open"):
            begin = int(token.attrs.get("start", 1)) if kind.startswith("ordered") else None
            yield Lijst(begin, tuple(_items(tokens, kind.replace("open", "close"))))
        elif kind == "blockquote_open":
            yield Citaat(tuple(_blocks(tokens, "blockquote_close")))
        elif kind == "table_open":
            yield _table(tokens)
        elif kind in ("fence", "code_block"):
            yield Code(token.content.rstrip("\n"))
        elif kind == "hr":
            yield Lijn()


def _items(tokens: Iterator[Token], until: str) -> Iterator[tuple[Blok, ...]]:
    for token in tokens:
        if token.type == until:
            return
        if token.type == "list_item_open":
            yield tuple(_blocks(tokens, "list_item_close"))


def _table(tokens: Iterator[Token]) -> Tabel:
    rows: list[tuple[Regel, ...]] = []
    cells: list[Regel] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            cells = []
        elif token.type == "inline":
            cells.append(_line(token))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
    return Tabel(rows[0], tuple(rows[1:]))


def _line_until(tokens: Iterator[Token], until: str) -> Regel:
    line: Regel = ()
    for token in tokens:
        if token.type == until:
            break
        if token.type == "inline":
            line = _line(token)
    return line


def _line(token: Token) -> Regel:
    bold = italic = 0
    address = ""
    found: list[Stuk] = []
    for child in token.children or ():
        kind = child.type
        if kind in ("strong_open", "strong_close"):
            bold += child.nesting
        elif kind in ("em_open", "em_close"):
            italic += child.nesting
        elif kind == "link_open":
            target = str(child.attrs.get("href", ""))
            address = target if target.lower().startswith(_ADRESSEN) else ""
        elif kind == "link_close":
            address = ""
        elif kind == "hardbreak":
            found.append(Stuk("", regeleinde=True))
        else:
            words = " " if kind == "softbreak" else child.content
            found.append(Stuk(words, bold > 0, italic > 0, kind == "code_inline", address))
    return tuple(found)
