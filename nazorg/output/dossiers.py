"""Dossiers on a screen: the list, one of them, and the overview of a day."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from nazorg.begrippen.keuzes import LEEFGEBIEDEN
from nazorg.lijst import Dossierregel
from nazorg.output.acties import print_rows
from nazorg.output.bevindingen import print_unreadable
from nazorg.output.gegevens import onleesbaar_fields, write_json
from nazorg.output.scherm import GEMEENTE, cell, make_table
from nazorg.output.tabel import Kolom, print_table
from nazorg.output.tekst import count, listed
from nazorg.overzicht import Overzicht
from nazorg.register import Onleesbaar

if TYPE_CHECKING:
    from rich.console import Console

KOLOMMEN = (
    "dossier",
    "status",
    "kader",
    "gemeente",
    "regisseur",
    "inrichting",
    "ontslag",
    "op_orde",
    "open_acties",
    "te_laat",
    "pad",
)
"""The fields of a dossier's row in TSV and JSON, in their order."""

MEESTE_OP_EEN_DAG = 12


def lijst_rows(rows: Sequence[Dossierregel]) -> Iterator[tuple[object, ...]]:
    """The list in rows, with ``KOLOMMEN``."""
    return (tuple(getattr(row, name) for name in KOLOMMEN) for row in rows)


def write_lijst_json(
    out: TextIO, rows: Sequence[Dossierregel], peildatum: object, files: tuple[Onleesbaar, ...]
) -> None:
    """The list as JSON, form ``nazorg.lijst/1``."""
    dossiers = ({name: getattr(row, name) for name in KOLOMMEN} for row in rows)
    content = {"peildatum": peildatum, "dossiers": dossiers, "onleesbaar": onleesbaar_fields(files)}
    write_json(out, "nazorg.lijst/1", content)


def print_lijst(
    console: "Console", rows: Sequence[Dossierregel], namen: dict[str, str], files: tuple[Onleesbaar, ...]
) -> None:
    """The list for a person; ``namen`` (by dossier) gives names the room of place and regisseur."""
    print_unreadable(console, files)
    kolommen = (
        Kolom("dossier", heel=True),
        *((Kolom("naam"),) if namen else ()),
        Kolom("status", heel=True),
        *(() if namen else (Kolom("gemeente", GEMEENTE, op_woorden=True), Kolom("regisseur"))),
        Kolom("ontslag", heel=True),
        *(Kolom(titel, heel=True, rechts=True) for titel in ("op\norde", "open", "te\nlaat")),
    )
    cells = [
        (
            (row.dossier, ""),
            *(((namen.get(row.dossier, ""), ""),) if namen else ()),
            (row.status, ""),
            *(() if namen else ((row.gemeente, ""), (row.regisseur, ""))),
            (str(row.ontslag or "-"), ""),
            (f"{row.op_orde}/5", ""),
            (str(row.open_acties), ""),
            (str(row.te_laat or ""), "red"),
        )
        for row in rows
    ]
    if rows:
        print_table(console, kolommen, cells, 1)  # so many columns leave room for one blank between them
    console.print(cell(f"{count(len(rows), 'dossier', 'dossiers')}.", "bold"))


def print_overzicht(console: "Console", overzicht: Overzicht) -> None:
    """The day in short: at most a screenful, with the command that shows the rest."""
    names = listed([overzicht.regisseur or "", *overzicht.waargenomen])
    whose = f"van {names}" if overzicht.regisseur else "van iedereen (git kent u niet als regisseur)"
    running = count(overzicht.dossiers, "lopend dossier", "lopende dossiers")
    console.print(cell(f"Nazorg op {overzicht.peildatum}: {running} {whose}.", "bold"))
    console.print()
    print_unreadable(console, overzicht.onleesbaar)
    own = " --mijn" if overzicht.regisseur else ""
    for title, rows, command in (
        ("Te laat", overzicht.te_laat, f"nazorg te-laat{own}"),
        ("Deze week", overzicht.deze_week, f"nazorg te-laat{own} --binnen 7d"),
    ):
        if rows:
            print_rows(console, f"{title} ({len(rows)})", rows[:MEESTE_OP_EEN_DAG])
            if len(rows) > MEESTE_OP_EEN_DAG:
                console.print(cell(f"  en nog {len(rows) - MEESTE_OP_EEN_DAG}: {command}"))
                console.print()
        else:
            console.print(cell(f"{title}: niets.", "green"))
            console.print()
    _print_vertrek(console, overzicht)
    if overzicht.toe_te_delen:
        console.print(cell(f"{count(overzicht.toe_te_delen, 'actie is', 'acties zijn')} nog toe te delen.", "yellow"))


def _print_vertrek(console: "Console", overzicht: Overzicht) -> None:
    if overzicht.vertrek:
        table = make_table(
            ("buiten", {"no_wrap": True}),
            ("dossier", {"no_wrap": True}),
            ("welke dag", {"ratio": 1}),
            ("niet op orde", {"ratio": 1}),
        )
        table.expand = True
        for one in overzicht.vertrek[:MEESTE_OP_EEN_DAG]:
            past = one.datum < overzicht.peildatum
            table.add_row(
                cell(str(one.datum), "red" if past else ""),
                cell(one.dossier),
                cell(one.omschrijving + (": voorbij, bel de PI" if past else "")),
                cell(", ".join(LEEFGEBIEDEN[naam] for naam in one.niet_op_orde) or "alles op orde"),
            )
        console.print(cell(f"Komt binnen zes weken vrij, of kan dat ({len(overzicht.vertrek)})", "bold"))
        console.print(table)
        if len(overzicht.vertrek) > MEESTE_OP_EEN_DAG:
            own = " --mijn" if overzicht.regisseur else ""
            console.print(cell(f"  en nog {len(overzicht.vertrek) - MEESTE_OP_EEN_DAG}: nazorg uitstroom{own}"))
        console.print()
    if overzicht.onbekend_vrij:
        console.print(
            cell(
                f"{count(overzicht.onbekend_vrij, 'persoon zit', 'personen zitten')} vast zonder bekende datum.",
                "yellow",
            )
        )
