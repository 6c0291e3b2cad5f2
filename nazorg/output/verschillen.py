"""The difference between two states of a werkmap: on a screen, as TSV, as JSON."""

from textwrap import wrap
from typing import TYPE_CHECKING, TextIO

from nazorg.diagnostics.tekst import visible
from nazorg.output.bevindingen import print_unreadable
from nazorg.output.gebeurtenissen import sentence
from nazorg.output.gegevens import onleesbaar_fields, write_json, write_tsv
from nazorg.output.scherm import cell
from nazorg.output.tekst import count
from nazorg.output.wijzigingen import KOLOMMEN as WIJZIGING
from nazorg.output.wijzigingen import change_cells, change_fields
from nazorg.vergelijk import WERKMAP, Vergelijking

if TYPE_CHECKING:
    from rich.console import Console

BREEDTE = 80
KOLOMMEN = ("dossier", "pad", *WIJZIGING)
"""The fields of a change in TSV, in their order."""


def write_difference_json(out: TextIO, found: Vergelijking) -> None:
    """The difference as JSON, form ``nazorg.verschil/1``."""
    files = [
        {
            "pad": one.pad,
            "soort": one.soort,
            "dossier": one.dossier or None,
            "wijzigingen": [change_fields(change) for change in one.wijzigingen],
        }
        for one in found.bestanden
    ]
    content = {"van": found.van, "tot": found.tot, "bestanden": files}
    write_json(out, "nazorg.verschil/1", content | {"onleesbaar": onleesbaar_fields(found.onleesbaar)})


def write_difference_tsv(out: TextIO, found: Vergelijking) -> None:
    """The difference as TSV, a change a line."""
    rows = ((one.dossier, one.pad, *change_cells(change)) for one in found.bestanden for change in one.wijzigingen)
    write_tsv(out, KOLOMMEN, rows)


def print_difference(console: "Console", found: Vergelijking) -> None:
    """The difference for a person: what cannot be read first, then file by file."""
    print_unreadable(console, found.onleesbaar)
    many = sum(len(one.wijzigingen) for one in found.bestanden)
    files = count(len(found.bestanden), "bestand", "bestanden")
    none = "verder geen" if found.onleesbaar else "geen"
    said = f"{count(many, 'wijziging', 'wijzigingen')} in {files}" if many else none
    console.print(cell(f"Verschil tussen {_named(found.van)} en {_named(found.tot)}: {said}.", "bold"), soft_wrap=True)
    for one in found.bestanden:
        console.print()
        console.print(cell(one.dossier or one.pad, "bold"), soft_wrap=True)
        for change in one.wijzigingen:
            for number, line in enumerate(
                wrap(visible(sentence(change, one.soort)), BREEDTE - 4, break_on_hyphens=False)
            ):
                console.print(cell(("  - " if number == 0 else "    ") + line), soft_wrap=True)


def _named(state: str) -> str:
    return "de map nu" if state == WERKMAP else state
