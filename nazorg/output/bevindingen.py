"""Findings as text: with the place in the file on a terminal, one a line for tools, and as JSON."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby, islice
from operator import attrgetter
from textwrap import wrap
from typing import TYPE_CHECKING, TextIO

from nazorg.diagnostics import Diagnostic, Severity
from nazorg.diagnostics.tekst import visible
from nazorg.output.gegevens import bevinding_fields, write_json
from nazorg.output.tekst import count

if TYPE_CHECKING:
    from rich.console import Console

    from nazorg.output.fragment import Fragmenten
    from nazorg.register import Controle, Onleesbaar
    from nazorg.yamltext import Document

DocumentOf = Callable[[str], "Document | None"]
"""Gives the document at a path, for the excerpt."""

STIJL = {Severity.FOUT: "bold red", Severity.WAARSCHUWING: "yellow", Severity.ADVIES: "cyan"}
BREEDTE = 80
PERSOONSGEGEVENS = "NZ7"
"""Findings about what may not stand there: the excerpt does not repeat it."""
MEESTE_VAN_EEN_BESTAND = 100
"""More findings of one file than anyone reads; the other forms give them all."""


def write_kort(out: TextIO, controle: "Controle") -> None:
    """One line for each finding: ``path:line:column: severity code: message``."""
    out.writelines(
        f"{visible(path)}:{span.line}:{span.column}: {severity} {code}: {message}\n"
        for path, span, code, severity, message, *_ in controle.bevindingen
    )


def write_controle_json(out: TextIO, controle: "Controle", peildatum: object) -> None:
    """The whole check as JSON, form ``nazorg.controleer/1``."""
    content = {
        "peildatum": peildatum,
        "aantal_dossiers": controle.dossiers,
        "aantal_overleggen": controle.overleggen,
        "aantal_trajecten": controle.trajecten,
        "bevindingen": map(bevinding_fields, controle.bevindingen),
    }
    write_json(out, "nazorg.controleer/1", content)


def print_findings(console: "Console", controle: "Controle", document_of: DocumentOf | None) -> None:
    """Every finding with what is wrong and what to do; with ``document_of`` also the place in the file."""
    width = max(20, min(console.width, BREEDTE))
    show = _printer(console)
    for path, findings in groupby(controle.bevindingen, key=attrgetter("path")):
        fragmenten = _fragmenten(document_of(path)) if document_of else None
        for found in islice(findings, MEESTE_VAN_EEN_BESTAND):
            show(_finding_lines(found, fragmenten, width))
        rest = sum(1 for _ in findings)
        if rest:
            more = f"{visible(path)}: en nog {rest}; zie nazorg controleer --vorm kort"
            show([[(more, "")], []])


def _fragmenten(document: "Document | None") -> "Fragmenten | None":
    from nazorg.output.fragment import Fragmenten

    return Fragmenten(document) if document is not None and document.text else None


Regel = list[tuple[str, str]]
"""The pieces of a line, each with its style."""


def _finding_lines(found: Diagnostic, fragmenten: "Fragmenten | None", width: int) -> Iterator[Regel]:
    style = STIJL[found.severity]
    yield [(f"{place_of(found)}  ", "bold"), (f"{found.severity} {found.code}", style)]
    if fragmenten is not None:
        nummer, regel, aanwijzing = fragmenten.at(found.span, masked=found.code.startswith(PERSOONSGEGEVENS))
        yield [(f"  {nummer} | {regel}", "dim")]
        yield [(f"  {' ' * len(nummer)} | {aanwijzing}", style)]
    for line in _wrapped(found.message, width - 2):
        yield [(f"  {line}", "")]
    for number, line in enumerate(_wrapped(found.remedy, width - 4)):
        yield [(f"  {' ' if number else '→'} {line}", "")]
    for one in found.related:
        yield [(f"    zie ook {visible(one.path)}:{one.span.line}:{one.span.column} ({one.message})", "")]
    yield []


@lru_cache(maxsize=1024)
def _wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines; the same words are said of many dossiers."""
    return wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _printer(console: "Console") -> Callable[[Iterable[Regel]], None]:
    """What prints lines as they are; where there are no styles to show without rich, which takes 0.1 ms for each."""

    def plain(lines: Iterable[Regel]) -> None:
        console.file.writelines("".join([text for text, _ in line]) + "\n" for line in lines)

    def styled(lines: Iterable[Regel]) -> None:
        from rich.text import Text

        for line in lines:
            console.print(Text.assemble(*line), soft_wrap=True)

    return styled if console.is_terminal else plain


def place_of(found: Diagnostic) -> str:
    """``path:line:column``."""
    return f"{visible(found.path)}:{found.span.line}:{found.span.column}"


def summary(controle: "Controle") -> str:
    """What was looked at and what came of it, as in ``150 dossiers nagekeken: niets gevonden``."""
    kinds = [
        count(controle.dossiers, "dossier", "dossiers"),
        *([count(controle.overleggen, "overleg", "overleggen")] if controle.overleggen else []),
        *([count(controle.trajecten, "traject", "trajecten")] if controle.trajecten else []),
    ]
    looked = " en ".join([", ".join(kinds[:-1]), kinds[-1]] if len(kinds) > 1 else kinds)
    parts = [
        count(controle.count(Severity.FOUT), "fout", "fouten"),
        count(controle.count(Severity.WAARSCHUWING), "waarschuwing", "waarschuwingen"),
        count(controle.count(Severity.ADVIES), "advies", "adviezen"),
    ]
    found = ", ".join(part for part in parts if not part.startswith("0 "))
    return f"{looked} nagekeken: {found or 'niets gevonden'}."


def print_unreadable(console: "Console", files: "tuple[Onleesbaar, ...]") -> None:
    """The files that a list had to leave out, first and by name."""
    if not files:
        return
    from rich.text import Text

    console.print(Text(f"Niet te lezen, dus niet in deze lijst ({len(files)}):", style="bold red"))
    for one in files:
        console.print(Text(f"  {place_of(one.reden)}  {one.reden.code} {one.reden.message}"), soft_wrap=True)
    console.print(Text("  Meer hierover: nazorg controleer"))
    console.print()
