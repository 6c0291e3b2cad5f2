"""Small mistakes in a good file: one value or one key that is wrong, everywhere such a mistake can be made."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from nazorg.begrippen.bron import Bestand
from nazorg.diagnostics import Route
from nazorg.yamltext import Mapping, Node, Scalar, Sequence, read_document
from nazorg.yamltext.routes import walk_entries

_VALUES = {
    "lijst": "[a, b]",
    "velden": "{a: b}",
    "leeg": "",
    "leeg met aanhalingstekens": '""',
    "spatie": '" "',
    "tilde": "~",
    "null": "null",
    "waar": "true",
    "getal": "12",
    "groot getal": "12345678",
    "breuk": "1.5",
    "min": "-1",
    "getal met aanhalingstekens": '"12"',
    "woorden": "dit bestaat niet",
    "uitroepteken": "Nee!",
    "datum": "2026-04-20",
    "datum met aanhalingstekens": "'2026-04-20'",
    "bijna datum": "5-1-2026",
    "maand 13": "2026-13-01",
    "31 november": "2026-11-31",
    "30 februari": "2026-02-30",
    "29 februari": "2026-02-29",
    "schrikkeldag": "2028-02-29",
    "jaar 206": "0206-04-01",
    "tijdstip": "2026-04-20T10:00",
    "tijd": "09:30",
    "tijd zonder nul": "9:30",
    "termijn": "ontslag - 3w",
    "termijn zonder spaties": "ontslag-3w",
    "onbekend anker": "vrijlating - 3w",
    "onbekende eenheid": "ontslag - 3 jaar",
    "regel": "pbw-18a vanaf 2026-04-17",
    "regel op 30 februari": "pbw-18a vanaf 2026-02-30",
    "duur": "6m",
    "id": "w4hn",
    "id met een l": "w4hl",
    "dossiernummer": "NZ-2026-k7f3mq",
    "pseudoniem": "p-4q9x2m",
}


class Mutant(NamedTuple):
    """A text with one mistake: what it is, and where."""

    naam: str
    route: Route
    text: str


def mutants(path: str, text: str) -> Iterator[Mutant]:
    """Every mistake in ``text`` that is one of ours."""
    root = read_document(Bestand(path, text.encode())).root
    assert root is not None, f"{path} is no good file"
    for route, key, node in walk_entries(root):
        for naam, changed in _mistakes(text, route, key, node):
            yield Mutant(naam, route, changed)


def _mistakes(text: str, route: Route, key: Scalar | None, node: Node) -> Iterator[tuple[str, str]]:
    if key is not None:
        span = key.span
        yield "onbekend veld", text[: span.start] + f"{key.text}x" + text[span.end :]
        yield "veld weg", _without(text, span.start, _end(text, node))
        if not isinstance(node, Scalar):
            yield from _instead(text, span.end + 1, node)
    elif route and not isinstance(node, Scalar):
        yield from _instead(text, node.span.start, node)
    if isinstance(node, Scalar) and not node.is_empty:
        span = node.span
        written = text[span.start : span.end]
        values = {**_VALUES, "hoofdletters": written.upper(), "spatie erachter": f'"{node.text} "'}
        if key is not None and re.match(r"\s*[,}]", text[span.end :]):
            values["komma"] = f"{written}, en meer"
        for naam, value in values.items():
            if value or key is not None:
                yield naam, text[: span.start] + value + text[span.end :]


def _instead(text: str, start: int, node: Mapping | Sequence) -> Iterator[tuple[str, str]]:
    """Something of another shape in the place of a collection."""
    other = "{a: b}" if isinstance(node, Sequence) else "[a]"
    for naam, value in {
        "tekst": "tekst",
        "andere vorm": other,
        "leeg": "",
        "lege lijst": "[]",
        "leeg veld": "{}",
    }.items():
        yield naam, f"{text[:start]} {value}{text[_end(text, node) :]}"


def _end(text: str, node: Node) -> int:
    """Behind ``node``; a block that ends in a key without a value ends for the parser before that key's colon."""
    end = node.span.end
    return end + text.startswith(":", end)


def _without(text: str, start: int, end: int) -> str:
    """``text`` without an entry; in flow style its comma goes with it."""
    before, after = text[:start], text[end:]
    if comma := re.match(r"\s*,\s*", after):
        return before + after[comma.end() :]
    return re.sub(r",\s*\Z", "", before) + after if re.match(r"\s*\}", after) else before + after
