"""The small tree: scalars as text, mappings and sequences, each with its span."""

from typing import Protocol

from nazorg.diagnostics import Span


class Mark(Protocol):
    """Where the parser stood: offset, and 0-based line and column."""

    index: int
    line: int
    column: int


def span_between(start: Mark, end: Mark) -> Span:
    """The span from ``start`` to ``end`` (behind the last character)."""
    return Span(start.index, end.index, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class Scalar:
    """A single value, always text. ``style`` is ``''`` (plain), ``'``, ``"``, ``|`` or ``>``."""

    __slots__ = ("end", "start", "style", "text")

    def __init__(self, text: str, start: Mark, end: Mark, style: str) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.style = style

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written here, not even quotes."""
        return not self.text and not self.style

    @property
    def span(self) -> Span:
        return span_between(self.start, self.end)


class Mapping:
    """Keys in the order of the file; ``entries`` holds per key its own scalar and its value."""

    __slots__ = ("end", "entries", "flow", "start")

    def __init__(self, start: Mark, flow: bool) -> None:
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.start = start
        self.end = start
        self.flow = flow

    @property
    def span(self) -> Span:
        return span_between(self.start, self.end)


class Sequence:
    """Items in the order of the file."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, start: Mark, flow: bool) -> None:
        self.items: list[Node] = []
        self.start = start
        self.end = start
        self.flow = flow

    @property
    def span(self) -> Span:
        return span_between(self.start, self.end)


Node = Scalar | Mapping | Sequence
