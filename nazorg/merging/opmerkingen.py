"""Comments that a side wrote and that went with its lines: they are put back, at what they were about."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from nazorg.merging.gelijk import canon
from nazorg.verschil import route_of, veld_of, weg_of
from nazorg.yamltext import Document, Scalar, as_boom, node_at, walk_entries


@dataclass(frozen=True)
class Opmerking:
    """A comment with what it is about (keys and ids with dots between; empty at the end of the file).

    ``achter`` is whether it stands behind that, and not above it.
    """

    tekst: str
    velden: tuple[str, ...]
    achter: bool


def with_comments(document: Document, basis: Document, *sides: Document) -> Document:
    """``document`` with every comment that ``sides`` have and ``basis`` has not; what it says stays the same."""
    known = {one.tekst for one in comments(basis)}
    for side in sides:
        new = [one for one in comments(side) if one.tekst not in known]
        there = {one.tekst for one in comments(document)} if new else set()
        for one in new:
            if one.tekst not in there:
                document = _put(document, one)
    return document


def comments(document: Document) -> Iterator[Opmerking]:
    """Every comment of a text that can be read, in the order of the file."""
    if document.root is None or "#" not in document.text:
        return
    boom = as_boom(document.root)
    lines = document.text.splitlines(keepends=True)
    texts, on_line = _texts(document)
    start = 0
    for number, line in enumerate(lines):
        place = _comment_in(line, start, texts)
        start += len(line)
        if place is None:
            continue
        achter = bool(line[:place].strip())
        about = number if achter else next((one for one in sorted(on_line) if one > number), None)
        routes = on_line.get(about, []) if about is not None else []
        velden = [veld_of(weg_of(boom, route[:length])) for route in routes[:1] for length in range(len(route), 0, -1)]
        yield Opmerking(line[place:].rstrip(), tuple(velden), achter)


def _texts(document: Document) -> tuple[list[tuple[int, int]], dict[int, list[tuple[str | int, ...]]]]:
    """Where keys and values stand that may hold a ``#``, and what begins on which line, the outermost first."""
    texts: list[tuple[int, int]] = []
    on_line: dict[int, list[tuple[str | int, ...]]] = {}
    assert document.root is not None
    for route, key, node in walk_entries(document.root):
        spans = [(one.start.index, one.end.index) for one in (key, node) if isinstance(one, Scalar)]
        texts += [(start, end) for start, end in spans if "#" in document.text[start:end]]
        if route:
            on_line.setdefault((key or node).start.line, []).append(route)
    return texts, on_line


def _comment_in(line: str, start: int, texts: list[tuple[int, int]]) -> int | None:
    for place, (before, sign) in enumerate(pairwise(f" {line}")):
        if sign == "#" and before in " \t" and not any(one <= start + place < end for one, end in texts):
            return place
    return None


def _put(document: Document, opmerking: Opmerking) -> Document:
    """``document`` with the comment where it belongs, or as near to that as it can stand; at worst at its end."""
    assert document.root is not None
    meant = canon(as_boom(document.root))
    for text in _proposals(document, opmerking):
        after = document.with_text(text)
        is_same = after.root is not None and canon(as_boom(after.root)) == meant
        if is_same and opmerking.tekst in {one.tekst for one in comments(after)}:
            return after
    return document


def _proposals(document: Document, opmerking: Opmerking) -> Iterator[str]:
    eol = "\r\n" if "\r\n" in document.text else "\n"
    lines = document.text.splitlines(keepends=True)
    for place, veld in enumerate(opmerking.velden):
        number = _line_of(document, veld)
        if number is None:
            continue
        line = lines[number]
        bare = line.rstrip("\r\n")
        if opmerking.achter and not place and "#" not in line:
            yield "".join([*lines[:number], f"{bare}   {opmerking.tekst}{line[len(bare) :]}", *lines[number + 1 :]])
        indent = line[: len(line) - len(line.lstrip(" "))]
        yield "".join([*lines[:number], f"{indent}{opmerking.tekst}{eol}", *lines[number:]])
    end = "" if document.text.endswith("\n") or not document.text else eol
    yield f"{document.text}{end}{opmerking.tekst}{eol}"


def _line_of(document: Document, veld: str) -> int | None:
    """On which line (from 0) what ``veld`` names begins."""
    assert document.root is not None
    route = route_of(as_boom(document.root), veld)
    if not route or node_at(document.root, route) is None:
        return None
    return next((key or node).start.line for here, key, node in walk_entries(document.root) if here == route)
