"""What the lists have in common: how far they look ahead, and how they end."""

from typing import Annotated

import typer

from nazorg.begrippen.termen import Eenheid, read_duur
from nazorg.cli.waarden import read_value
from nazorg.errors import UsageError

GOED, BEVINDINGEN, ONVOLLEDIG = 0, 1, 3

Exitcode = Annotated[bool, typer.Option("--exitcode", help="Eindig met 1 als er iets in de lijst staat.")]


def read_dagen(text: str, option: str = "--binnen") -> int:
    """A duration in calendar days: days or weeks, since a list looks ahead from today and not from a deadline."""
    duur = read_value(option, text, read_duur)
    if duur.eenheid is Eenheid.DAG:
        return duur.aantal
    if duur.eenheid is Eenheid.WEEK:
        return duur.aantal * 7
    raise UsageError(f"{option}: '{text}' is niet in dagen of weken.", "Schrijf bijvoorbeeld 14d of 2w.")


def outcome(unreadable: bool, found: bool) -> int:
    """The exit code of a list: a dossier left out weighs more than what was found."""
    return ONVOLLEDIG if unreadable else BEVINDINGEN if found else GOED
