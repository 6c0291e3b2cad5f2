"""From the bytes of a file to a document: decoded, refused where it must be, parsed."""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import islice

from nazorg.begrippen.bron import VAN_EEN_DOSSIER, Bestand, Grenzen
from nazorg.diagnostics import Diagnostic, Related, Severity, Span
from nazorg.diagnostics.bevinding import FILE_START
from nazorg.diagnostics.codes import severity_of
from nazorg.diagnostics.taal import ZINNEN, phrase
from nazorg.yamltext.nodes import Mapping, Scalar
from nazorg.yamltext.parse import Trouble, parse
from nazorg.yamltext.routes import walk_entries

_BOM = "\ufeff"
_UTF8_BOM = b"\xef\xbb\xbf"

# C0 and C1 controls but tab and line ends, bidirectional controls, line separators, zero width signs, non-characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]"
)
_CONFLICT = re.compile(r"^(?:<{7} |>{7} |\|{7} |={7}\r?$)", re.MULTILINE)
_BREAK = re.compile(r"\r\n|\r|\n")
MOST_OF_A_KIND = 20


def is_allowed(text: str) -> bool:
    """Whether a file may hold ``text``: no controls but tabs and line ends, and nothing that hides or turns text."""
    return _FORBIDDEN.search(text) is None


class Document:
    """A file of YAML: its text after a BOM, its tree, and what is wrong with it.

    ``root`` is ``None`` when the text could not be read; ``diagnostics`` then says why. No dataclass: the module that
    makes those takes as long to import as ten versions of a dossier to read.
    """

    def __init__(
        self, path: str, data: bytes, text: str, bom: bool, root: Mapping | None, diagnostics: tuple[Diagnostic, ...]
    ) -> None:
        self.path = path
        self.data = data
        self.text = text
        self.bom = bom
        self.root = root
        self.diagnostics = diagnostics

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes: what a later write compares before it replaces the file."""
        from hashlib import sha256  # to read needs none

        return sha256(self.data).hexdigest()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    def with_text(self, text: str) -> "Document":
        """The document that this one is with another ``text``: a BOM stays."""
        data = ((_BOM if self.bom else "") + text).encode("utf-8")
        return read_document(Bestand(self.path, data))

    def span_at(self, start: int, end: int) -> Span:
        """The span of the characters from offset ``start`` to ``end``."""
        line, column = self._place(start)
        end_line, end_column = self._place(end)
        return Span(start, end, line, column, end_line, end_column)

    def line_length(self, number: int) -> int:
        """How many characters line ``number`` (from 1) has, without its line end."""
        start = self._line_starts[number - 1]
        match = _BREAK.search(self.text, start)
        return (match.start() if match else len(self.text)) - start

    def line_start(self, number: int) -> int:
        """The offset at which line ``number`` (from 1) begins."""
        return self._line_starts[number - 1]

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def read_document(bestand: Bestand, grenzen: Grenzen = VAN_EEN_DOSSIER) -> Document:
    """Decode and parse one file within ``grenzen``. Whatever is wrong ends up in ``diagnostics``; nothing is raised."""
    path, data = bestand.path, bestand.data
    if data is None:
        return _unread(path, b"", bestand.problem)
    if len(data) > grenzen.bytes:
        return _unread(path, data, "te_groot", grens=str(grenzen.bytes // 1024))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _unread(path, data, "utf16")
    bom = data.startswith(_UTF8_BOM)
    try:
        text = data[3 if bom else 0 :].decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, bom, error)
    return _parsed(Document(path, data, text, bom, None, ()), grenzen)


def _parsed(empty: Document, grenzen: Grenzen) -> Document:
    text = empty.text
    found = [
        Trouble("verboden_teken", empty.span_at(match.start(), match.end()), {"teken": f"{ord(match[0]):04X}"})
        for match in _some(_FORBIDDEN, text)
    ]
    found += [
        Trouble("conflictmarkering", empty.span_at(match.start(), match.start() + 7)) for match in _conflicts(text)
    ]
    root = None
    if not found:
        root, found = parse(text, grenzen.nodes)
        for value, span in _escaped(root, text):
            match = _FORBIDDEN.search(value)
            if match:
                found.append(Trouble("verboden_teken", span, {"teken": f"{ord(match[0]):04X}"}))
    fatal = any(severity_of(ZINNEN[trouble.soort].code) is Severity.FOUT for trouble in found)
    diagnostics = tuple(_diagnostic(empty, trouble) for trouble in found)
    return Document(empty.path, empty.data, text, empty.bom, None if fatal else root, diagnostics)


def _escaped(root: Mapping | None, text: str) -> list[tuple[str, Span]]:
    """The double-quoted keys and values: an escape may hide there what the text itself may not hold."""
    if root is None or "\\" not in text:
        return []
    scalars = [part for _, key, value in walk_entries(root) for part in (key, value) if isinstance(part, Scalar)]
    return [(scalar.text, scalar.span) for scalar in scalars if scalar.style == '"']


def _some(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    return list(islice(pattern.finditer(text), MOST_OF_A_KIND))


def _conflicts(text: str) -> list[re.Match[str]]:
    if "<<<<<<< " not in text and ">>>>>>> " not in text:
        return []
    return _some(_CONFLICT, text)


def _diagnostic(document: Document, trouble: Trouble) -> Diagnostic:
    path, facts, span = document.path, dict(trouble.facts), trouble.span
    if span.start >= len(document.text):  # the parser counts the end of the text as a line of its own
        span = document.span_at(len(document.text), len(document.text))
    related: tuple[Related, ...] = ()
    if trouble.other is not None:
        facts["regel"] = str(trouble.other.line)
        related = (Related(path, trouble.other, "hier staat het ook"),)
    zin = phrase(trouble.soort, **facts)
    return Diagnostic(path, span, zin.code, severity_of(zin.code), zin.message, zin.remedy, related)


def _unread(path: str, data: bytes, soort: str, span: Span = FILE_START, **facts: str) -> Document:
    zin = phrase(soort, **facts)
    found = Diagnostic(path, span, zin.code, severity_of(zin.code), zin.message, zin.remedy)
    return Document(path, data, "", False, None, (found,))


def _not_utf8(path: str, data: bytes, bom: bool, error: UnicodeDecodeError) -> Document:
    """PyYAML's own error has no place; count it in the text before the bad byte."""
    before = data[3 if bom else 0 :][: error.start].decode("utf-8")
    lines = _BREAK.split(before)
    line, column = len(lines), len(lines[-1]) + 1
    span = Span(len(before), len(before) + 1, line, column, line, column + 1)
    return _unread(path, data, "geen_utf8", span, plaats=str(len(before) + 1))
