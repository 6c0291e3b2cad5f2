"""Findings as text: with the place in the file on a terminal, one a line for tools, and as JSON."""

import re
from collections.abc import Callable
from textwrap import wrap
from typing import TYPE_CHECKING, TextIO

from nazorg.diagnostics import Diagnostic, Severity
from nazorg.output.gegevens import bevinding_fields, write_json
from nazorg.output.tekst import count, visible
from nazorg.reading import is_free_text
from nazorg.register import Controle, Onleesbaar
from nazorg.yamltext import Document, Scalar, walk_entries

if TYPE_CHECKING:
    from rich.console import Console

DocumentOf = Callable[[str], Document | None]
"""Gives the document at a path, for the excerpt."""

STIJL = {Severity.FOUT: "bold red", Severity.WAARSCHUWING: "yellow", Severity.ADVIES: "cyan"}
BREEDTE = 80
_SLEUTEL = re.compile(r"\s*(?:- +)*[A-Za-z_0-9-]+:")


def write_kort(out: TextIO, controle: Controle) -> None:
    """One line for each finding: ``path:line:column: severity code: message``."""
    out.writelines(
        f"{place_of(found)}: {found.severity} {found.code}: {found.message}\n" for found in controle.bevindingen
    )


def write_controle_json(out: TextIO, controle: Controle, peildatum: object) -> None:
    """The whole check as JSON, form ``nazorg.controleer/1``."""
    content = {
        "peildatum": peildatum,
        "dossiers": controle.dossiers,
        "overleggen": controle.overleggen,
        "bevindingen": [bevinding_fields(found) for found in controle.bevindingen],
    }
    write_json(out, "nazorg.controleer/1", content)


def print_findings(console: "Console", controle: Controle, document_of: DocumentOf | None) -> None:
    """Every finding with what is wrong and what to do; with ``document_of`` also the place in the file."""
    for found in controle.bevindingen:
        print_finding(console, found, document_of(found.path) if document_of else None)


def print_finding(console: "Console", found: Diagnostic, document: Document | None) -> None:
    """One finding; the excerpt of ``document`` shows keys, dates and choices, and masks what people wrote."""
    from rich.text import Text

    head = Text(f"{visible(place_of(found))}  ", style="bold")
    head.append(f"{found.severity} {found.code}", style=STIJL[found.severity])
    console.print(head, soft_wrap=True)
    if document is not None and document.text:
        number, line, carets = excerpt(document, found)
        console.print(Text(f"  {number} | {line}", style="dim"), overflow="crop", no_wrap=True)
        console.print(
            Text(f"  {' ' * len(number)} | {carets}", style=STIJL[found.severity]), overflow="crop", no_wrap=True
        )
    width = min(console.width, BREEDTE)
    for line in wrap(found.message, width - 2, break_long_words=False, break_on_hyphens=False):
        console.print(Text(f"  {line}"), soft_wrap=True)
    for place, line in enumerate(wrap(found.remedy, width - 4, break_long_words=False, break_on_hyphens=False)):
        console.print(Text(f"  {'→' if place == 0 else ' '} {line}"), soft_wrap=True)
    for one in found.related:
        console.print(
            Text(f"    zie ook {visible(one.path)}:{one.span.line}:{one.span.column} ({one.message})"), soft_wrap=True
        )
    console.print()


def place_of(found: Diagnostic) -> str:
    """``path:line:column``."""
    return f"{found.path}:{found.span.line}:{found.span.column}"


def excerpt(document: Document, found: Diagnostic) -> tuple[str, str, str]:
    """The number of the line, the line with free text masked, and carets below what the finding is about."""
    span = found.span
    line = visible(document.line(span.line))
    masked = _masked(document, span.line, line)
    first = span.column - 1
    last = span.end_column - 1 if span.end_line == span.line else len(line)
    cut = max(0, first - BREEDTE // 2) if len(line) > BREEDTE - 10 else 0  # a long line is shown from shortly before the place
    if cut:
        masked = "…" + masked[cut + 1 :]
    return str(span.line), masked, " " * (first - cut) + "^" * max(1, last - first)


def _masked(document: Document, number: int, line: str) -> str:
    """``line`` with letters and digits shown only in keys and in values that are no free text."""
    start = document.line_start(number)
    shown = [False] * len(line)

    def show(begin: int, end: int) -> None:
        for place in range(max(0, begin - start), min(len(line), end - start)):
            shown[place] = True

    if match := _SLEUTEL.match(line):
        show(start, start + match.end())
    if document.root is not None:
        model = _model(document.path)
        for route, key, value in walk_entries(document.root):
            if key is not None:
                show(key.span.start, key.span.end)
            if isinstance(value, Scalar) and not is_free_text(model, route):
                show(value.span.start, value.span.end)
    return "".join(sign if shown[place] or not sign.isalnum() else "·" for place, sign in enumerate(line))


def _model(path: str) -> type:
    from nazorg.dossier import Dossier
    from nazorg.instellingen import Instellingen
    from nazorg.overleg import Overleg

    if path == "nazorg.yaml":
        return Instellingen
    return Overleg if path.startswith("overleggen/") else Dossier


def summary(controle: Controle) -> str:
    """What was looked at and what came of it, as in ``150 dossiers nagekeken: niets gevonden``."""
    looked = count(controle.dossiers, "dossier", "dossiers")
    if controle.overleggen:
        looked += f" en {count(controle.overleggen, 'overleg', 'overleggen')}"
    parts = [
        count(controle.count(Severity.FOUT), "fout", "fouten"),
        count(controle.count(Severity.WAARSCHUWING), "waarschuwing", "waarschuwingen"),
        count(controle.count(Severity.ADVIES), "advies", "adviezen"),
    ]
    found = ", ".join(part for part in parts if not part.startswith("0 "))
    return f"{looked} nagekeken: {found or 'niets gevonden'}."


def print_unreadable(console: "Console", files: tuple[Onleesbaar, ...]) -> None:
    """The files that a list had to leave out, first and by name."""
    if not files:
        return
    from rich.text import Text

    console.print(Text(f"Niet te lezen, dus niet in deze lijst ({len(files)}):", style="bold red"))
    for one in files:
        first = one.bevindingen[0]
        console.print(Text(f"  {visible(place_of(first))}  {first.code} {first.message}"), soft_wrap=True)
    console.print(Text("  Meer hierover: nazorg controleer"))
    console.print()
