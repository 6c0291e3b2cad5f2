"""The sluitende aanpak as a list: a table for each thing that is missing, TSV, and JSON."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, TextIO

from nazorg.output.bevindingen import print_unreadable
from nazorg.output.gegevens import onleesbaar_fields, write_json
from nazorg.output.scherm import cell, make_table
from nazorg.output.tekst import count
from nazorg.sluitend import Gatregel, Sluitend
from nazorg.uitstroom import Gatsoort

if TYPE_CHECKING:
    from rich.console import Console

KOLOMMEN = (
    "soort",
    "dossier",
    "leefgebied",
    "actie",
    "wat",
    "eigenaar",
    "gemeente",
    "regisseur",
    "opmerking",
    "pad",
    "regel",
)
"""The fields of a row in TSV and JSON, in their order."""

KOPPEN = {
    Gatsoort.HULPVRAAG: "Niet gevraagd of er hulp nodig is",
    Gatsoort.ACTIE: "Probleem zonder actie",
    Gatsoort.EIGENAAR: "Actie zonder eigenaar",
    Gatsoort.TERMIJN: "Actie met een eigenaar, zonder datum",
}
"""What is missing, above its rows."""

LEEFGEBIED = 13
"""Width of the column of leefgebieden, so that the table fits 80 columns."""


def sluitend_rows(lijst: Sluitend) -> Iterator[tuple[object, ...]]:
    """The list in rows, with ``KOLOMMEN``."""
    return (tuple(getattr(row, name) for name in KOLOMMEN) for row in lijst.gaten)


def write_sluitend_json(out: TextIO, lijst: Sluitend) -> None:
    """The list as JSON, form ``nazorg.sluitend/1``."""
    rows: list[dict[str, Any]] = [{name: getattr(row, name) for name in KOLOMMEN} for row in lijst.gaten]
    content = {"peildatum": lijst.peildatum, "gaten": rows, "onleesbaar": onleesbaar_fields(lijst.onleesbaar)}
    write_json(out, "nazorg.sluitend/1", content)


def print_sluitend(console: "Console", lijst: Sluitend) -> None:
    """The list for a person: what cannot be read, then a table for each thing that is missing."""
    print_unreadable(console, lijst.onleesbaar)
    dossiers = len({row.dossier for row in lijst.gaten})
    title = (
        f"Sluitende aanpak op {lijst.peildatum}: {count(len(lijst.gaten), 'gat', 'gaten')}"
        f" in {count(dossiers, 'dossier', 'dossiers')}"
        if lijst.gaten
        else f"Sluitende aanpak op {lijst.peildatum}: geen gaten"
    )
    console.print(cell(title, "bold red" if lijst.gaten else "bold green"))
    console.print()
    for soort, group in groupby(lijst.gaten, key=lambda row: row.soort):
        _print_group(console, soort, list(group))


def _print_group(console: "Console", soort: Gatsoort, rows: list[Gatregel]) -> None:
    with_action = soort in (Gatsoort.EIGENAAR, Gatsoort.TERMIJN)
    table = make_table(
        ("dossier", {"no_wrap": True}),
        ("leefgebied", {"width": LEEFGEBIED, "overflow": "fold"}),
        *((("actie", {"no_wrap": True}),) if with_action else ()),
        ("plek in het bestand", {"overflow": "fold"}),
    )
    for row in rows:
        table.add_row(
            cell(row.dossier),
            cell(row.leefgebied),
            *((cell(row.actie or "-"),) if with_action else ()),
            cell(f"{row.pad}:{row.regel}"),
        )
    console.print(cell(f"{KOPPEN[soort]} ({len(rows)})", "bold"))
    console.print(table)
    console.print()
