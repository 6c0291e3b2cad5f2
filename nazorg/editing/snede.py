"""Where a text is cut, and what comes in the place of what is cut out."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from nazorg.begrippen.boom import Boom
from nazorg.diagnostics import Route
from nazorg.editing.bewerking import Bewerking, EditError, VoegToe, Zet
from nazorg.editing.schrijfwijze import as_flow, as_key, as_lines, as_scalar, field_lines
from nazorg.yamltext import Document, Mapping, Node, Scalar, node_at
from nazorg.yamltext import Sequence as Items

Volgorde = Callable[[Route], Sequence[str]]
"""Gives the order in which keys belong at a route; keys that it does not name come last."""


_COMMA = re.compile(r"[ \t\r\n]*,(?:[ \t]+(?=[^ \t#]))?")


class Snede(NamedTuple):
    """The characters from ``start`` to ``end`` give way to ``text``."""

    start: int
    end: int
    text: str


def cuts(document: Document, bewerking: Bewerking, volgorde: Volgorde) -> list[Snede]:
    """The cuts that ``bewerking`` comes down to. Raises ``EditError`` where more would have to be rewritten."""
    if document.root is None:
        raise EditError("a document that cannot be read")
    text = _Text(document, document.root)
    if isinstance(bewerking, Zet):
        return text.set(bewerking.route, bewerking.waarde, volgorde)
    if isinstance(bewerking, VoegToe):
        return text.append(bewerking.route, bewerking.waarde, volgorde)
    return [text.remove(bewerking.route)]


class _Text:
    """One document with its tree, and the ways to cut in it."""

    def __init__(self, document: Document, root: Mapping) -> None:
        self._text = document.text
        self._root = root
        self._newline = "\r\n" if "\r\n" in document.text else "\n"

    def set(self, route: Route, value: Boom, volgorde: Volgorde) -> list[Snede]:
        node = node_at(self._root, route)
        if node is not None:
            return self._replace(route, node, value)
        above, last = route[:-1], route[-1]
        parent = node_at(self._root, above)
        if isinstance(last, int):
            raise EditError("no such item")
        if parent is None:
            return self.set(above, {last: value}, volgorde)
        if isinstance(parent, Mapping) and parent.entries:
            return [self._insert(parent, last, value, volgorde(above))]
        return self._replace(above, parent, {last: value})

    def append(self, route: Route, value: Boom, volgorde: Volgorde) -> list[Snede]:
        node = node_at(self._root, route)
        if node is None:
            return self.set(route, [value], volgorde)
        if not isinstance(node, Items) or not node.items:
            return self._replace(route, node, [value])
        end = self._end(node.items[-1])
        if node.flow:
            return [Snede(end, end, f", {as_flow(value)}")]
        return [self._lines_after(end, as_lines([value], node.start.column))]

    def remove(self, route: Route) -> Snede:
        parent, last = node_at(self._root, route[:-1]), route[-1]
        if isinstance(parent, Mapping) and isinstance(last, str) and last in parent.entries:
            bounds = [(key.start.index, self._end_of(key, value)) for key, value in parent.entries.values()]
            place = list(parent.entries).index(last)
        elif isinstance(parent, Items) and isinstance(last, int) and last < len(parent.items):
            bounds = self._item_bounds(parent)
            place = last
        else:
            raise EditError("no such key or item")
        start, end = bounds[place]
        if parent.flow:
            return self._out_of_flow(bounds, place)
        if self._text[
            self._line_start(start) : start
        ].strip():  # the first key of an item: what follows takes its place
            if place + 1 == len(bounds):
                raise EditError("the only key of an item")
            return Snede(start, bounds[place + 1][0], "")
        return Snede(self._line_start(start), self._line_end(end), "")

    def _replace(self, route: Route, node: Node, value: Boom) -> list[Snede]:
        """Something else in the place of ``node``: a value for a value, anything for nothing."""
        empty = _is_empty(node)
        if value == "" and isinstance(node, Scalar) and not node.is_empty and isinstance(route[-1], str):
            key, parent = self._entry(route)
            gap = " " if parent.flow else ""  # between braces a colon is one only with a space behind it
            return [Snede(self._text.index(":", key.end.index) + 1, self._end(node), gap)]
        if isinstance(value, str) and isinstance(node, Scalar) and not node.is_empty:
            return [Snede(node.start.index, self._end(node), self._scalar_like(node, value, route))]
        if not empty:
            raise EditError("a list or fields stand here")
        return self._fill(route, node, value)

    def _fill(self, route: Route, node: Node, value: Boom) -> list[Snede]:
        """A value where there was none: behind the colon, or below it in block style."""
        key, parent = self._entry(route)
        colon = self._text.index(":", key.end.index) + 1
        gone = [] if isinstance(node, Scalar) else [Snede(colon, node.end.index, "")]
        if gone and "#" in self._text[colon : node.end.index]:
            raise EditError("a comment between the brackets")
        if isinstance(value, str):
            return [
                Snede(colon, gone[0].end if gone else colon, f" {as_scalar(value, flow=parent.flow)}" if value else "")
            ]
        if parent.flow:
            return [Snede(colon, gone[0].end if gone else colon, f" {as_flow(value)}")]
        after = gone[0].end if gone else colon
        return [*gone, self._lines_after(after, as_lines(value, key.start.column + 2))]

    def _entry(self, route: Route) -> tuple[Scalar, Mapping]:
        """The key at ``route``, and the fields that it is one of."""
        parent, last = node_at(self._root, route[:-1]), route[-1]
        if not isinstance(parent, Mapping) or not isinstance(last, str):
            raise EditError("an empty item of a list")
        return parent.entries[last][0], parent

    def _scalar_like(self, node: Scalar, value: str, route: Route) -> str:
        """``value`` written as ``node`` was, where that can hold it."""
        if not value:
            return "" if not self._in_list(route) else "''"
        parent = node_at(self._root, route[:-1])
        style = node.style if node.style in ("'", '"') else ""
        return as_scalar(value, flow=not isinstance(parent, Scalar | None) and parent.flow, style=style)

    def _in_list(self, route: Route) -> bool:
        return isinstance(route[-1], int)

    def _insert(self, parent: Mapping, name: str, value: Boom, order: Sequence[str]) -> Snede:
        """A new key behind the last one that belongs before it, or as the first."""
        rank = {key: number for number, key in enumerate(order)}
        mine = rank.get(name, len(rank))
        before = [entry for key, entry in parent.entries.items() if rank.get(key, len(rank)) <= mine]
        first = next(iter(parent.entries.values()))[0].start
        if parent.flow:
            piece = f"{as_key(name)}: {as_flow(value) if value else ''}"
            if not before:
                return Snede(first.index, first.index, f"{piece}, ")
            end = self._end_of(*before[-1])
            blank = " " if self._text[end - 1] == ":" else ""  # a colon before a comma would be part of the key
            return Snede(end, end, f"{blank}, {piece}")
        lines = field_lines(name, value, first.column)
        if not before:
            pad = self._newline + " " * first.column
            return Snede(first.index, first.index, self._newline.join(lines).lstrip(" ") + pad)
        return self._lines_after(self._end_of(*before[-1]), lines)

    def _lines_after(self, offset: int, lines: Iterable[str]) -> Snede:
        """New lines below the one on which ``offset`` lies."""
        end = self._line_end(offset)
        block = self._newline.join(lines)
        if self._text[:end].endswith("\n"):
            return Snede(end, end, block + self._newline)
        return Snede(end, end, self._newline + block)

    def _out_of_flow(self, bounds: list[tuple[int, int]], place: int) -> Snede:
        """Between braces, a comma goes along; what stands alone on its lines goes with them, as in block style.

        The comments of its neighbours stay.
        """
        start, end = bounds[place]
        comma = _COMMA.match(self._text, end)
        behind = comma.end() if comma else end
        first, last = self._line_start(start), self._line_end(behind)
        rest = self._text[behind:last].strip()
        if not self._text[first:start].strip() and (not rest or rest.startswith("#")):
            return Snede(first, last, "")
        if comma is None and place > 0 and "\n" not in self._text[bounds[place - 1][1] : start]:
            # From the comma on: behind an empty value the space stays, or its colon would be none before a brace.
            return Snede(self._text.index(",", bounds[place - 1][1]), end, "")
        return Snede(start, behind, "")

    def _item_bounds(self, items: Items) -> list[tuple[int, int]]:
        """From the dash of each item (between brackets: from the item) to its end."""
        bounds = []
        for item in items.items:
            start = item.start.index
            if not items.flow:
                start = self._text.rindex(
                    "-", 0, start + 1 if start < len(self._text) and self._text[start] == "-" else start
                )
            bounds.append((start, max(start + 1, self._end(item))))
        return bounds

    def _end_of(self, key: Scalar, value: Node) -> int:
        """Where a key with its value ends; an empty value ends at the colon."""
        if isinstance(value, Scalar) and value.is_empty:
            colon = self._text.find(":", key.end.index)
            return colon + 1 if colon >= 0 else key.end.index
        return self._end(value)

    def _end(self, node: Node) -> int:
        """Where what is written of ``node`` ends: the parser counts the line ends behind a block scalar to it."""
        if isinstance(node, Scalar):
            if node.style in ("|", ">"):
                return node.start.index + len(self._text[node.start.index : node.end.index].rstrip(" \r\n"))
            return node.end.index
        if node.flow:
            return node.end.index
        if isinstance(node, Mapping):
            return self._end_of(*next(reversed(node.entries.values())))
        return self._end(node.items[-1]) if node.items else node.end.index

    def _line_start(self, offset: int) -> int:
        return self._text.rfind("\n", 0, offset) + 1

    def _line_end(self, offset: int) -> int:
        found = self._text.find("\n", offset)
        return len(self._text) if found < 0 else found + 1


def _is_empty(node: Node) -> bool:
    """Whether nothing stands in ``node``."""
    if isinstance(node, Scalar):
        return node.is_empty
    return not (node.entries if isinstance(node, Mapping) else node.items)
