"""The pipe: one file through reading, the rules, the list of overdue actions and every form of output.

Bad input must end in findings: whatever this raises is a fault.
"""

import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from random import Random
from typing import Any

from nazorg.begrippen.bron import Bestand
from nazorg.diagnostics import Diagnostic, Span
from nazorg.diagnostics.codes import CODES
from nazorg.dossier import Dossier
from nazorg.instellingen import Instellingen
from nazorg.output import acties, bevindingen
from nazorg.output.gegevens import write_tsv
from nazorg.output.scherm import make_console
from nazorg.overleg import Overleg
from nazorg.reading import Gelezen
from nazorg.register import Controle, Filter, Register, check
from nazorg.register.wijziging import fill_in_ids
from nazorg.te_laat import Groepering, TeLaat, list_overdue
from nazorg.termijnen import Werkkalender

VOORBEELD = Path(__file__).parents[2] / "cases-example"
PEILDATUM = date(2026, 11, 21)
DOSSIER = "dossiers/2026/NZ-2026-k7f3mq.yaml"
OVERLEG = "overleggen/2026-11-26-leiden.yaml"
INSTELLINGEN = "nazorg.yaml"
KANARIE = "Zwaluwnest"
"""A word that stands for what people write: it may show in a list, and never in a finding."""

_NUMBER = re.compile(rb"NZ-[0-9]{4}-[a-z0-9]{6}")
_BREAK = re.compile(r"\r\n|\r|\n")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BOM = b"\xef\xbb\xbf"
_BINNEN = 14
"""Days: how far ahead the list of overdue actions looks."""


class Gebroken(AssertionError):
    """A promise that was broken without an exception: a place outside the file, a control sent to the screen."""


@dataclass(frozen=True)
class Uitslag:
    """What came of one file: the codes of its findings, and whether there was a value to work with."""

    codes: tuple[str, ...]
    leesbaar: bool


class Losse:
    """A ``Bron`` of files in memory."""

    name = "geheugen"

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = files

    def paths(self, folder: str, suffix: str = ".yaml") -> Iterator[str]:
        return iter(sorted(path for path in self._files if path.startswith(f"{folder}/") and path.endswith(suffix)))

    def read(self, path: str) -> Bestand:
        data = self._files.get(path)
        return Bestand(path, data, "" if data is not None else "niet_gevonden")


class Zuinig(Register):
    """A ``Register`` that keeps what it read; the real one reads a file anew for each question."""

    @cached_property
    def _kept(self) -> dict[str, Gelezen[Any]]:
        return {}

    def dossier(self, path: str) -> Gelezen[Dossier]:
        if path not in self._kept:
            self._kept[path] = super().dossier(path)
        return self._kept[path]

    def overleg(self, path: str) -> Gelezen[Overleg]:
        if path not in self._kept:
            self._kept[path] = super().overleg(path)
        return self._kept[path]


@cache
def _regio() -> tuple[Gelezen[Instellingen], Werkkalender]:
    """The settings of the example werkmap, read once: a campaign is about other files."""
    register = Register(Losse({INSTELLINGEN: (VOORBEELD / INSTELLINGEN).read_bytes()}), PEILDATUM)
    gelezen = register.gelezen_instellingen
    assert gelezen is not None
    assert gelezen.waarde is not None
    return gelezen, register.kalender


def run_dossier(data: bytes) -> Uitslag:
    """``data`` as a dossier of the example region, named by its number where it has one: lists show no other."""
    number = _NUMBER.search(data)
    path = f"dossiers/2026/{number[0].decode()}.yaml" if number else DOSSIER
    register = _in_regio({path: data})
    controle = check(register, [path])
    _look_at(controle, register, {path: data})
    gelezen = register.dossier(path)
    lijst = _print_list(register)
    if not (gelezen.is_leesbaar or lijst.onleesbaar):
        raise Gebroken("a dossier that cannot be read is not named in the list")
    if gelezen.is_leesbaar:
        fill_in_ids(gelezen, Random(1))
    return Uitslag(tuple(found.code for found in controle.bevindingen), gelezen.is_leesbaar)


def run_overleg(data: bytes) -> Uitslag:
    """``data`` as an overleg of the example region."""
    register = _in_regio({OVERLEG: data})
    controle = check(register, [OVERLEG])
    _look_at(controle, register, {OVERLEG: data})
    return Uitslag(tuple(found.code for found in controle.bevindingen), register.overleg(OVERLEG).is_leesbaar)


def run_instellingen(data: bytes) -> Uitslag:
    """``data`` as the settings of the region, with one sound dossier and one sound overleg to hold against them."""
    files = {path: (VOORBEELD / path).read_bytes() for path in (DOSSIER, OVERLEG)} | {INSTELLINGEN: data}
    register = Register(Losse(files), PEILDATUM)
    controle = check(register)
    _look_at(controle, register, files)
    _print_list(register)
    gelezen = register.gelezen_instellingen
    assert gelezen is not None
    return Uitslag(tuple(found.code for found in controle.bevindingen), gelezen.is_leesbaar)


PIJPEN: dict[str, Callable[[bytes], Uitslag]] = {
    "dossier": run_dossier,
    "overleg": run_overleg,
    "instellingen": run_instellingen,
}
"""The pipe by kind of file."""


def _in_regio(files: dict[str, bytes]) -> Register:
    register = Zuinig(Losse(files), PEILDATUM)
    # Both are cached properties: what they hold is not worked out again.
    register.__dict__["gelezen_instellingen"], register.__dict__["kalender"] = _regio()
    return register


def _look_at(controle: Controle, register: Register, files: dict[str, bytes]) -> None:
    """Print the findings in their three forms, and hold them against what was promised of them."""
    kort, as_json, tekst = io.StringIO(), io.StringIO(), io.StringIO()
    bevindingen.write_kort(kort, controle)
    bevindingen.write_controle_json(as_json, controle, register.peildatum)
    with redirect_stdout(tekst):
        bevindingen.print_findings(make_console("nooit"), controle, register.document)
    json.loads(as_json.getvalue())
    for form in (kort, as_json, tekst):
        form.getvalue().encode("utf-8")
        if odd := _CONTROL.search(form.getvalue()):
            raise Gebroken(f"U+{ord(odd[0]):04X} reaches the screen")
    for form in (kort, as_json):
        if KANARIE in form.getvalue():
            raise Gebroken("a finding repeats what someone wrote")
    if kort.getvalue().count("\n") != len(controle.bevindingen):
        raise Gebroken("a finding takes more than its line")
    lines = {path: _lines(data) for path, data in files.items()}
    for found in controle.bevindingen:
        check_place(found, lines)


def _print_list(register: Register) -> TeLaat:
    lijst = list_overdue(register, Filter(), _BINNEN)
    leefgebieden = register.instellingen.alle_leefgebieden
    as_json, tsv, tabel = io.StringIO(), io.StringIO(), io.StringIO()
    acties.write_te_laat_json(as_json, lijst)
    write_tsv(tsv, acties.RIJKOLOMMEN, acties.te_laat_rows(lijst, Groepering.EIGENAAR, leefgebieden))
    with redirect_stdout(tabel):
        acties.print_te_laat(make_console("nooit"), lijst, Groepering.LEEFGEBIED, leefgebieden, _BINNEN)
    json.loads(as_json.getvalue())
    if odd := _CONTROL.search(tabel.getvalue()):
        raise Gebroken(f"U+{ord(odd[0]):04X} reaches the screen")
    return lijst


def _lines(data: bytes) -> list[tuple[int, int]]:
    """Where each line begins and ends, in characters behind a byte order mark."""
    text = data.removeprefix(_BOM).decode("utf-8", "replace")
    breaks = list(_BREAK.finditer(text))
    return list(zip((0, *(one.end() for one in breaks)), (*(one.start() for one in breaks), len(text)), strict=True))


def check_place(found: Diagnostic, lines: dict[str, list[tuple[int, int]]]) -> None:
    """Raise ``Gebroken`` unless ``found`` is a known finding at a place inside its file."""
    if found.code not in CODES or not found.message or not found.remedy:
        raise Gebroken(f"{found.code} is no finding to show")
    for path, span in ((found.path, found.span), *((one.path, one.span) for one in found.related)):
        if path not in lines:
            raise Gebroken(f"{found.code} at {path}, which was not checked")
        if not _is_inside(span, lines[path]):
            raise Gebroken(f"{found.code} at {span}, outside the file")


def _is_inside(span: Span, lines: list[tuple[int, int]]) -> bool:
    """Whether the span begins and ends in the file, at the latest behind the last character, by both its counts."""
    if not (1 <= span.line <= len(lines) and span.line <= span.end_line <= len(lines)):
        return False
    start, end = lines[span.line - 1]
    last_start, last_end = lines[span.end_line - 1]
    # The mark of a missing sign may take the place behind the last one.
    ends_well = span.start <= span.end == last_start + span.end_column - 1 <= last_end + 1
    return ends_well and start <= span.start == start + span.column - 1 <= end
