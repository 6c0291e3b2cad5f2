"""Rows for a spreadsheet: CSV as a Dutch Excel opens it, in which no cell is ever a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from nazorg.diagnostics.tekst import visible

_FORMULE = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""What makes a spreadsheet obey a cell, in its wide forms too."""

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The rows as CSV: a semicolon between cells, CRLF, and a BOM by which Excel knows UTF-8.

    A text that a spreadsheet would obey gets a ``'`` in front; a number that we counted stays a number. Line ends in a
    text become spaces.
    """
    out = io.StringIO(newline="")
    out.write(BOM)
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8")


def safe_cell(value: object) -> str:
    """``value`` as a cell that is shown, and never computed."""
    if value is None:
        return ""
    text = visible(str(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return text
    return ("'" if text.lstrip().startswith(_FORMULE) else "") + text
