"""A finding, first at a route of keys, then at a position in a file."""

from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

Route = tuple[str | int, ...]
"""Keys and list positions from the top of a file: ``("leefgebieden", "onderdak", "acties", 0, "uiterlijk")``."""


class Severity(StrEnum):
    """How much a finding weighs; only a ``FOUT`` keeps a change from being committed or shared."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    ADVIES = "advies"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return _RANKS[self]


_RANKS = {Severity.FOUT: 0, Severity.WAARSCHUWING: 1, Severity.ADVIES: 2}


class Span(NamedTuple):
    """A stretch of a file's text: offsets in characters (after a BOM), and 1-based lines and columns.

    ``end`` and ``end_column`` point behind the last character.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


FILE_START = Span(0, 0, 1, 1, 1, 1)
"""Where a finding about the file as a whole is shown."""


class Finding(NamedTuple):
    """What a rule says of a route of keys.

    ``where`` is a route, or a ``Span`` where a rule looks at the text itself. ``at_key`` points at the key
    rather than at
    its value. ``ook`` names other places that take part: each a route (or span) and a few words.
    """

    code: str
    where: Route | Span
    message: str
    remedy: str
    at_key: bool = False
    ook: tuple[tuple[Route | Span, str], ...] = ()


class Related(NamedTuple):
    """Another place that a finding speaks of."""

    path: str
    span: Span
    message: str


class Diagnostic(NamedTuple):
    """A finding at its place in a file: ``message`` says what is wrong, ``remedy`` what to do.

    Neither holds free text of a dossier: they are printed, logged and mailed.
    """

    path: str
    span: Span
    code: str
    severity: Severity
    message: str
    remedy: str
    related: tuple[Related, ...] = ()


by_place = attrgetter("path", "span.line", "span.column", "code", "message")
"""The key by which findings are sorted, so that a run over the same files says the same in the same order."""
