"""The list of overdue actions: a table to read, TSV to work with, JSON to build on."""

from collections.abc import Collection, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TextIO

from nazorg.begrippen.keuzes import LEEFGEBIEDEN
from nazorg.output.bevindingen import print_unreadable
from nazorg.output.gegevens import onleesbaar_fields, write_json
from nazorg.output.scherm import cell
from nazorg.output.tabel import Cel, Kolom, print_table
from nazorg.output.tekst import count
from nazorg.register import Actieregel
from nazorg.te_laat import NOG_TOE_TE_DELEN, Groepering, TeLaat, group_rows

if TYPE_CHECKING:
    from rich.console import Console

KOLOMMEN = (
    "dossier",
    "leefgebied",
    "actie",
    "wat",
    "eigenaar",
    "regisseur",
    "gemeente",
    "status",
    "wacht_op",
    "uiterlijk",
    "dagen_te_laat",
    "geteld_vanaf",
    "pad",
    "regel",
    "niet_voor",
    "opmerking",
)
"""The fields of a row in TSV and JSON, in their order."""

_fields = attrgetter(*KOLOMMEN)

EIGENAAR = 18
"""Width of the column of owners, so that the whole table fits 80 columns."""

GROEPEN = {
    "acties": "Te laat",
    "vandaag": "Vandaag",
    "binnenkort": "Binnenkort",
    "zonder_uiterlijk": "Zonder datum of termijn",
    "onbepaald": "Termijn niet te berekenen",
    "opgeschort": "Opgeschort",
    "vervallen": "Vervallen bij vrijlating",
}
"""The groups of the list in the order in which they are shown, with their heading."""


def row_fields(row: Actieregel) -> dict[str, Any]:
    """A row as JSON fields."""
    return {name: getattr(row, name) for name in KOLOMMEN}


def write_te_laat_json(out: TextIO, lijst: TeLaat) -> None:
    """The list as JSON, form ``nazorg.te-laat/1``."""
    content: dict[str, Any] = {"peildatum": lijst.peildatum}
    content |= {name: map(row_fields, getattr(lijst, name)) for name in GROEPEN}
    write_json(out, "nazorg.te-laat/1", content | {"onleesbaar": onleesbaar_fields(lijst.onleesbaar)})


RIJKOLOMMEN = ("groep", *KOLOMMEN)
"""The columns of ``te_laat_rows``."""


def te_laat_rows(lijst: TeLaat, groepering: Groepering, leefgebieden: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
    """The list in rows: the group first, then the fields; inside a group in the order of ``groepering``."""
    return (
        (name, *_fields(row))
        for name in GROEPEN
        for _, group in group_rows(getattr(lijst, name), groepering, leefgebieden)
        for row in group
    )


def print_te_laat(
    console: "Console", lijst: TeLaat, groepering: Groepering, leefgebieden: tuple[str, ...], binnen: int
) -> None:
    """The list for a person: what cannot be read first, then what is late by ``groepering``, then the other groups."""
    print_unreadable(console, lijst.onleesbaar)
    late = count(len(lijst.acties), "actie", "acties")
    console.print(cell(f"Te laat op {lijst.peildatum}: {late}", "bold red" if lijst.acties else "bold green"))
    console.print()
    for name, rows in group_rows(lijst.acties, groepering, leefgebieden):
        print_rows(
            console,
            f"{heading(name, groepering)} ({len(rows)})",
            rows,
            with_owner=groepering is not Groepering.EIGENAAR,
        )
    for name in list(GROEPEN)[1:]:
        rows = getattr(lijst, name)
        if rows:
            title = f"Binnen {count(binnen, 'dag', 'dagen')}" if name == "binnenkort" else GROEPEN[name]
            print_rows(console, f"{title} ({len(rows)})", rows)


def leefgebied_heading(naam: str) -> str:
    """A leefgebied above what belongs to it: ``Werk en inkomen``."""
    return LEEFGEBIEDEN.get(naam, naam.replace("_", " ")).capitalize()


def heading(name: str, groepering: Groepering) -> str:
    """What a group is called above its rows."""
    if groepering is Groepering.LEEFGEBIED:
        return leefgebied_heading(name)
    return name.capitalize() if name == NOG_TOE_TE_DELEN else name


def print_rows(console: "Console", title: str, rows: Collection[Actieregel], *, with_owner: bool = True) -> None:
    """A heading and a table of actions that fits 80 columns: how many days late, or how many are left."""
    late = any((row.dagen_te_laat or 0) > 0 for row in rows)
    dated = any(row.uiterlijk for row in rows)
    kolommen = (
        *((Kolom("laat" if late else "over", heel=True, rechts=True), Kolom("uiterlijk", 10)) if dated else ()),
        Kolom("dossier", heel=True),
        Kolom("actie", heel=True),
        Kolom("wat", rest=True),
        Kolom("eigenaar", EIGENAAR, op_woorden=True) if with_owner else Kolom("regisseur", EIGENAAR),
    )
    cells = [
        (
            *((_days(row, late), (str(row.uiterlijk or ""), "")) if dated else ()),
            (row.dossier, ""),
            (row.actie or "-", ""),
            (row.wat + (f" ({row.opmerking})" if row.opmerking else ""), ""),
            _owner(row) if with_owner else (row.regisseur, ""),
        )
        for row in rows
    ]
    console.print(cell(title, "bold"))
    print_table(console, kolommen, cells, 2)
    console.print()


def _days(row: Actieregel, late: bool) -> Cel:
    return str(abs(row.dagen_te_laat or 0)), "red" if late else ""


def _owner(row: Actieregel) -> Cel:
    """Whose it is, and on whom it waits."""
    if row.eigenaar is None:
        return NOG_TOE_TE_DELEN, "yellow"
    return row.eigenaar + (f" (wacht op {row.wacht_op})" if row.wacht_op else ""), ""


def in_days(number: int) -> str:
    """``45 dagen te laat``, ``vandaag``, ``over 8 dagen``."""
    if number == 0:
        return "vandaag"
    days = count(abs(number), "dag", "dagen")
    return f"{days} te laat" if number > 0 else f"over {days}"
