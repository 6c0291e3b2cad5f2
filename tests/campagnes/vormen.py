"""The forms of YAML: small documents, each by itself and in every place of a dossier.

python -m tests.campagnes.vormen

Tries every form in every place, as a dossier, an overleg and settings; the tests try each in some of them. Exits with 1
when one did not end in findings.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .gevallen import Geval
from .pijp import PIJPEN
from .uitvoeren import run_case

SUITE, EIGEN = "yaml-test-suite.txt", "eigen.txt"
MAP = Path(__file__).parent / "yamlvormen"
_SIGNS = str.maketrans(
    {"»": "\t", "␣": " ", "␍": "\r", "⇔": "\ufeff", "⟪": "<" * 7, "¦": "|" * 7, "≡": "=" * 7, "⟫": ">" * 7}
)
_HEAD = re.compile(r"^=== (.*)\n", re.MULTILINE)

_BEGIN = """\
dossier: NZ-2026-k7f3mq
betrokkene: p-4q9x2m
aanmelding: 2026-04-20
status: in_detentie
gemeente: Leiden
regisseur: m.bakker
kader: vrijwillig
"""
_EINDE = "nazorg_tot: 2026-12-31\n"


class Vorm(NamedTuple):
    """A document of the suite: its name, and its text."""

    naam: str
    tekst: str


def read_vormen(name: str) -> list[Vorm]:
    """The documents in the file ``name``, in its order; ``yamlvormen/README.md`` tells how it is written."""
    _, *parts = _HEAD.split((MAP / name).read_text(encoding="utf-8"))
    return [Vorm(*pair) for pair in zip(parts[::2], map(_as_meant, parts[1::2]), strict=True)]


def places(tekst: str) -> Iterator[tuple[str, bytes]]:
    """``tekst`` as a file of its own, and in each place of a dossier where a value may stand, each with its name."""
    whole = tekst.encode()
    yield "geheel", whole
    yield "geheel, CRLF", whole.replace(b"\n", b"\r\n")
    yield "geheel, CR", whole.replace(b"\n", b"\r")
    yield "geheel, BOM", b"\xef\xbb\xbf" + whole
    yield "tussen de velden", f"{_BEGIN}{_line(tekst)}{_EINDE}".encode()
    yield "onder een veld", in_dossier(tekst)
    yield "onder een veld, CRLF", in_dossier(tekst).replace(b"\n", b"\r\n")
    yield "achter een veld", f"{_BEGIN}toezicht: {_indented(tekst, 2).lstrip(' ')}{_EINDE}".encode()
    yield "als onderdeel", f"{_BEGIN}doelen:\n  - {_indented(tekst, 4).lstrip(' ')}{_EINDE}".encode()
    yield (
        "als waarde van een onderdeel",
        f"{_BEGIN}logboek:\n  - kort: {_indented(tekst, 6).lstrip(' ')}{_EINDE}".encode(),
    )
    yield "tussen haakjes", f"{_BEGIN}betrokken: [{tekst}]\n{_EINDE}".encode()
    yield "tussen accolades", f"{_BEGIN}toezicht: {{door: {tekst}}}\n{_EINDE}".encode()


def in_dossier(tekst: str) -> bytes:
    """A dossier that would be sound, with ``tekst`` as the value of a field."""
    return f"{_BEGIN}leefgebieden:\n  onderdak:\n    situatie:\n{_indented(tekst, 6)}{_EINDE}".encode()


def _as_meant(written: str) -> str:
    return written.partition("∎")[0].translate(_SIGNS)


def _line(tekst: str) -> str:
    return tekst if tekst.endswith("\n") else tekst + "\n"


def _indented(tekst: str, spaces: int) -> str:
    return "".join(" " * spaces + line for line in _line(tekst).splitlines(keepends=True))


def main() -> int:
    """Try all of them, and say which did not end in findings."""
    tried = failed = 0
    for vorm in (*read_vormen(SUITE), *read_vormen(EIGEN)):
        for place, data in places(vorm.tekst):
            for soort in PIJPEN:
                tried += 1
                mislukking = run_case(Geval(tried, soort, data)).mislukking
                if mislukking is not None:
                    failed += 1
                    print(f"{vorm.naam} ({place}, {soort}): {mislukking.kenmerk}\n{mislukking.verhaal}")
    print(f"{tried} files, {failed} failures")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
