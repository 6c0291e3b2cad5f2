"""Reads small texts, says what is wrong where, and makes texts of YAML for laws."""

from random import Random

from hypothesis import strategies as st

from nazorg.begrippen.bron import Bestand
from nazorg.diagnostics import Diagnostic
from nazorg.diagnostics.codes import CODES
from nazorg.yamltext import Document, read_document

PATH = "dossiers/2026/NZ-2026-k7f3mq.yaml"

YAML_SIGNS = st.text(st.sampled_from(list("ab: -[]{},'\"#|>&*!%?\n\t \\é<=~@`0")), max_size=80)


def lees(text: str | bytes) -> Document:
    """The document of ``text``."""
    return read_document(Bestand(PATH, text.encode() if isinstance(text, str) else text))


def places(text: str | bytes) -> list[str]:
    """What is wrong with ``text`` and where, as ``code line:column``."""
    return [f"{one.code} {one.span.line}:{one.span.column}" for one in lees(text).diagnostics]


def only(text: str | bytes) -> Diagnostic:
    """The one finding about ``text``."""
    (found,) = lees(text).diagnostics
    return found


def line(document: Document, number: int) -> str:
    """The text of a line, without its end."""
    start = document.line_start(number)
    return document.text[start : start + document.line_length(number)]


def assert_sound(document: Document) -> None:
    """What holds for every document, whatever was in the file."""
    for one in document.diagnostics:
        assert one.code in CODES
        assert one.message
        assert one.remedy
        assert 0 <= one.span.start <= one.span.end
        if document.text:
            assert 1 <= one.span.column <= document.line_length(one.span.line) + 1
    assert (document.root is None) == any(one.severity == "fout" for one in document.diagnostics)


def texts() -> st.SearchStrategy[str]:
    """Whole files that can be read: any line end, with or without a BOM, a ``---`` or a comment in front."""
    return st.integers(0, 2**32).map(lambda seed: _Writer(Random(seed)).text())


class _Writer:
    """Writes a file by chance. A seed is drawn far faster than a tree is, and laws need many files."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def text(self) -> str:
        pick = self.random.choice
        head = pick([[], ["---"], ["# kop", ""]])
        lines = [*head, *self.block(0), *pick([[""], []])]
        return pick(["", "\ufeff"]) + pick(["\n", "\r\n"]).join(lines)

    def block(self, depth: int) -> list[str]:
        """The lines of a mapping in block style, without the indentation that its place gives them."""
        lines = []
        for key in self.random.sample(["a", "b", "c", "d", "e_f", "gh"], self.random.randint(1, 4)):
            kind = self.random.choice(["scalar", "flow", "literal", "block", "list"][: 5 if depth < 3 else 2])
            comment = self.random.choice(["", "", "   # uitleg"])
            if kind == "scalar":
                lines.append(f"{key}: {self.scalar(empty='')}{comment}")
            elif kind == "flow":
                lines.append(f"{key}: {self.flow(0)}{comment}")
            elif kind == "literal":
                style = self.random.choice(["|", ">", "|-", ">+"])
                lines += [f"{key}: {style}", f"  {self.words()}", "", f"    {self.words()}"]
            elif kind == "block":
                lines += [f"{key}:{comment}", *(f"  {line}" for line in self.block(depth + 1))]
            else:
                lines.append(f"{key}:")
                for _ in range(self.random.randint(1, 3)):
                    first, *rest = self.block(depth + 1)
                    lines += [f"  - {first}", *(f"    {line}" for line in rest)]
            if self.random.random() < 0.2:
                lines += ["", "# tussendoor"]
        return lines

    def flow(self, depth: int) -> str:
        """A collection in flow style, on one line."""
        number = self.random.randint(0, 3)
        if depth == 3 or self.random.random() < 0.5:
            return self.scalar(empty="''")
        if self.random.random() < 0.5:
            return f"[{', '.join(self.flow(depth + 1) for _ in range(number))}]"
        return "{" + ", ".join(f"{key}: {self.flow(depth + 1)}" for key in "kmn"[:number]) + "}"

    def scalar(self, empty: str) -> str:
        """A scalar as it stands in a file, of any style that fits on a line."""
        kind = self.random.choice(["plain", "single", "double", "empty"])
        text = self.anything()
        if kind == "single":
            return "'" + text.replace("'", "''") + "'"
        if kind == "double":
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return self.words() if kind == "plain" else empty

    def words(self) -> str:
        return "x" + "".join(self.random.choices("abz09é😀_.-/@ ", k=self.random.randint(0, 12))).rstrip()

    def anything(self) -> str:
        signs = "abz019 .,:;-_#&*!|>%@`~?[]{}'\"\\/=<é€😀\u0301\xa0日"
        return "".join(self.random.choices(signs, k=self.random.randint(0, 12)))
