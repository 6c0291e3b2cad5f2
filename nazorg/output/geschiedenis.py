"""A history: by day and by commit on a screen, as TSV, as JSON."""

from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING, TextIO

from nazorg.begrippen.datums import dag_in_woorden, datum_in_woorden
from nazorg.begrippen.indeling import kind_of
from nazorg.diagnostics.tekst import visible
from nazorg.geschiedenis import Verhaal
from nazorg.historie import Gebeurtenis, Samenvoeging, Soort
from nazorg.output.gebeurtenissen import sentence
from nazorg.output.gegevens import write_json, write_tsv
from nazorg.output.scherm import cell
from nazorg.output.wijzigingen import KOLOMMEN as WIJZIGING
from nazorg.output.wijzigingen import change_cells, change_fields, origin_fields

if TYPE_CHECKING:
    from rich.console import Console

BREEDTE = 80
WIE = ("op", "door", "mail", "commit")
KOLOMMEN = (*WIE, "dossier", "pad", "samenvoeging", *WIJZIGING, "eerder_op", "eerder_door", "eerder_commit")
"""The fields of an event in TSV, in their order."""


def write_history_json(out: TextIO, verhaal: Verhaal, dossier: str | None) -> None:
    """The history as JSON, form ``nazorg.geschiedenis/1``; ``dossier`` is the one that was asked after."""
    events = [
        {
            **(origin_fields(event.herkomst) or {}),
            "dossier": visible(event.dossier) or None,
            "pad": visible(event.pad),
            "samenvoeging": event.samenvoeging or None,
            **change_fields(event.wijziging),
            "eerder": origin_fields(event.eerder),
        }
        for event in verhaal.gebeurtenissen
    ]
    content = {"dossier": dossier, "meer": verhaal.meer, "ondiep": verhaal.is_ondiep, "gebeurtenissen": events}
    write_json(out, "nazorg.geschiedenis/1", content)


def write_history_tsv(out: TextIO, verhaal: Verhaal) -> None:
    """The history as TSV, an event a line."""
    write_tsv(out, KOLOMMEN, (_row(event) for event in verhaal.gebeurtenissen))


def print_history(console: "Console", verhaal: Verhaal, title: str, *, with_dossier: bool) -> None:
    """The history for a person: the days, newest first, with who did what; ``with_dossier`` names the dossier too."""
    console.print(cell(title, "bold"))
    console.print()
    for day, of_day in groupby(verhaal.gebeurtenissen, key=lambda event: event.herkomst.op.date()):
        console.print(cell(dag_in_woorden(day), "bold"))
        for origin, of_commit in groupby(of_day, key=lambda event: event.herkomst):
            who = f"  {origin.op:%H:%M}  {origin.door or origin.mail}"
            console.print(cell(who).append(f"  {origin.commit[:8]}", style="dim"), soft_wrap=True)
            for event in of_commit:
                _print_event(console, event, with_dossier=with_dossier)
        console.print()


def event_sentence(event: Gebeurtenis) -> str:
    """What happened, and what a merge had to do with it."""
    said = sentence(event.wijziging, kind_of(event.pad))
    if event.samenvoeging is Samenvoeging.GEMAAKT:
        return f"{said} (bij het samenvoegen zelf gemaakt)"
    if event.samenvoeging is Samenvoeging.OVERSCHREVEN:
        whose = f", een wijziging van {_whose(event)}" if event.eerder else ""
        return f"Bij het samenvoegen overschreven{whose}: {said[0].lower()}{said[1:]}"
    return said


def _whose(event: Gebeurtenis) -> str:
    assert event.eerder is not None
    return f"{event.eerder.door or event.eerder.mail} op {datum_in_woorden(event.eerder.op)}"


def _print_event(console: "Console", event: Gebeurtenis, *, with_dossier: bool) -> None:
    subject = event.dossier or event.pad
    lead = f"{subject}  " if with_dossier else ""
    lost = event.samenvoeging is Samenvoeging.OVERSCHREVEN or event.wijziging.soort is Soort.ONLEESBAAR
    lines = wrap(visible(lead + event_sentence(event)), BREEDTE - 9, break_on_hyphens=False) or [""]
    for number, line in enumerate(lines):
        console.print(cell(("       - " if number == 0 else " " * 9) + line, "yellow" if lost else ""), soft_wrap=True)


def _row(event: Gebeurtenis) -> tuple[object, ...]:
    origin, earlier = event.herkomst, event.eerder
    before = (earlier.op.isoformat(), earlier.door, earlier.commit) if earlier else ("", "", "")
    who = (origin.op.isoformat(), origin.door, origin.mail, origin.commit)
    return (*who, event.dossier, event.pad, event.samenvoeging, *change_cells(event.wijziging), *before)
