"""The forms of an answer: a table for a person, TSV in a pipe, JSON on request."""

from typing import Annotated

import typer

from nazorg.cli.globaal import Globaal
from nazorg.cli.waarden import read_choice

Vorm = Annotated[str, typer.Option("--vorm", metavar="tabel|tsv|json", help="Anders een tabel, en tsv in een pijp.")]
VORMEN = ("tabel", "tsv", "json")


def choose_vorm(globaal: Globaal, vorm: str) -> str:
    """The form that was asked for, else what suits the reader. Raises ``UsageError``."""
    if vorm:
        return read_choice("--vorm", vorm, VORMEN)
    return "tabel" if globaal.is_terminal else "tsv"
