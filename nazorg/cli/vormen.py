"""The forms of an answer: a table for a person, TSV in a pipe, JSON on request."""

from collections.abc import Sequence
from typing import Annotated

from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Option
from nazorg.cli.waarden import read_choice
from nazorg.errors import UsageError

Vorm = Annotated[str, Option("--vorm", metavar="tabel|tsv|json", help="Anders een tabel, en tsv in een pijp.")]
VORMEN = ("tabel", "tsv", "json")
Lijstvorm = Annotated[
    str,
    Option("--vorm", metavar="tabel|tsv|csv|json", help="Anders een tabel, en tsv in een pijp; csv is voor Excel."),
]
Tekstvorm = Annotated[
    str,
    Option("--vorm", metavar="markdown|html|docx", help="Anders wat de naam achter -o zegt; zonder dat markdown."),
]
TEKSTVORMEN = ("markdown", "html", "docx")
LIJSTVORMEN = (*VORMEN, "csv")
Csvbestand = Annotated[
    str,
    Option("-o", "--uitvoer", metavar="BESTAND", help="Schrijf de lijst als csv naar dit bestand, voor Excel."),
]


def choose_vorm(globaal: Globaal, vorm: str) -> str:
    """The form that was asked for, else what suits the reader. Raises ``UsageError``."""
    return _choose(globaal, vorm, VORMEN)


def choose_lijstvorm(globaal: Globaal, vorm: str, uitvoer: str) -> str:
    """As ``choose_vorm``, for a list that is a sheet for Excel too: in a file always. Raises ``UsageError``."""
    form = _choose(globaal, vorm or ("csv" if uitvoer else ""), LIJSTVORMEN)
    if uitvoer and form != "csv":
        raise UsageError("Met -o schrijft deze lijst een csv-bestand.", "Laat --vorm weg, of stuur door met >.")
    return form


def choose_tekstvorm(globaal: Globaal, vorm: str, uitvoer: str, voorbeeld: str = "agenda.docx") -> str:
    """The form of a text that was asked for, else the one that the name of the file tells.

    ``voorbeeld`` is a name for such a file. Raises ``UsageError``, also where a document would land on a screen.
    """
    ending = uitvoer.rpartition(".")[2].lower()
    told = {"html": "html", "htm": "html", "docx": "docx"}.get(ending, "markdown")
    form = read_choice("--vorm", vorm, TEKSTVORMEN) if vorm else told
    if form == "docx" and not uitvoer and globaal.is_terminal:
        raise UsageError("Een Word-bestand past niet op het scherm.", f"Noem het bestand: -o {voorbeeld}")
    return form


def _choose(globaal: Globaal, vorm: str, vormen: Sequence[str]) -> str:
    if vorm:
        return read_choice("--vorm", vorm, vormen)
    return "tabel" if globaal.is_terminal else "tsv"
