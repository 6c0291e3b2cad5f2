"""Rows for a spreadsheet: CSV as a Dutch Excel opens it, in which no cell is ever a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from nazorg.diagnostics.tekst import visible

_FORMULE = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""What makes a spreadsheet obey a cell, in its wide forms too."""

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def write_csv(out: BinaryIO, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """The rows as CSV: a semicolon between cells, CRLF, and a BOM by which Excel knows UTF-8.

    A text that a spreadsheet would obey gets a ``'`` in front; a number that we counted stays a number. Line ends in a
    text become spaces.
    """
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    text.write(BOM)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    text.flush()
    text.detach()  # the stream is its owner's to close


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The same in memory."""
    out = io.BytesIO()
    write_csv(out, columns, rows)
    return out.getvalue()


def safe_cell(value: object) -> str:
    """``value`` as a cell that is shown, and never computed."""
    if value is None:
        return ""
    text = visible(str(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return text
    return ("'" if text.lstrip().startswith(_FORMULE) else "") + text
