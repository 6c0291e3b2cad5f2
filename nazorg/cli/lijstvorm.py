"""What the lists have in common: their forms, how far they look ahead, how they end, and what they left out."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from nazorg.begrippen.termen import Eenheid, read_duur
from nazorg.cli.globaal import Globaal
from nazorg.cli.waarden import read_choice, read_value
from nazorg.diagnostics.tekst import visible
from nazorg.errors import UsageError

if TYPE_CHECKING:
    from nazorg.register import Onleesbaar

GOED, BEVINDINGEN, ONVOLLEDIG = 0, 1, 3

Vorm = Annotated[str, typer.Option("--vorm", metavar="tabel|tsv|json", help="Anders een tabel, en tsv in een pijp.")]
Exitcode = Annotated[bool, typer.Option("--exitcode", help="Eindig met 1 als er iets in de lijst staat.")]
VORMEN = ("tabel", "tsv", "json")


def read_dagen(text: str) -> int:
    """A duration in calendar days: days or weeks, since a list looks ahead from today and not from a deadline."""
    duur = read_value("--binnen", text, read_duur)
    if duur.eenheid is Eenheid.DAG:
        return duur.aantal
    if duur.eenheid is Eenheid.WEEK:
        return duur.aantal * 7
    raise UsageError(f"--binnen: '{text}' is niet in dagen of weken.", "Schrijf bijvoorbeeld 14d of 2w.")


def choose_vorm(globaal: Globaal, vorm: str) -> str:
    """The form asked for, else a table for a person and TSV for a pipe. Raises ``UsageError``."""
    if vorm:
        return read_choice("--vorm", vorm, VORMEN)
    return "tabel" if globaal.is_terminal else "tsv"


def outcome(unreadable: bool, found: bool) -> int:
    """The exit code of a list: a dossier left out weighs more than what was found."""
    return ONVOLLEDIG if unreadable else BEVINDINGEN if found else GOED


def warn_unreadable(files: "tuple[Onleesbaar, ...]") -> None:
    """Name what the rows had to do without; they have no place for it."""
    for one in files:
        print(f"nazorg: {visible(one.pad)} staat er niet bij: {one.reden.code} {one.reden.message}", file=sys.stderr)
