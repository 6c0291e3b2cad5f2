"""Rows for programs: tab-separated lines and JSON, complete and stable."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TextIO

from nazorg.diagnostics import Diagnostic
from nazorg.diagnostics.codes import title_of
from nazorg.diagnostics.tekst import visible

if TYPE_CHECKING:
    from nazorg.register import Onleesbaar


def write_tsv(out: TextIO, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A line with the names of the columns, then a line for each row.

    Values are whole; tabs and line ends become spaces.
    """
    out.write("\t".join(columns) + "\n")
    out.writelines("\t".join(_plain_row(row)) + "\n" for row in rows)


def write_json(out: TextIO, schema: str, content: Mapping[str, Any]) -> None:
    """One JSON object that starts with the name and version of its form."""
    json.dump({"schema": schema, **content}, out, ensure_ascii=False, indent=2, default=_json)
    out.write("\n")


def bevinding_fields(found: Diagnostic) -> dict[str, Any]:
    """A finding as JSON fields; carries no text of the file."""
    return {
        "pad": found.path,
        "regel": found.span.line,
        "kolom": found.span.column,
        "regel_tot": found.span.end_line,
        "kolom_tot": found.span.end_column,
        "code": found.code,
        "ernst": found.severity,
        "titel": title_of(found.code),
        "bericht": found.message,
        "wat_te_doen": found.remedy,
        "ook": [
            {"pad": one.path, "regel": one.span.line, "kolom": one.span.column, "bericht": one.message}
            for one in found.related
        ],
    }


def onleesbaar_fields(files: "Iterable[Onleesbaar]") -> list[dict[str, Any]]:
    """Files that a list had to leave out, as JSON fields."""
    return [{"pad": one.pad, "bevindingen": [bevinding_fields(found) for found in one.bevindingen]} for one in files]


def _plain_row(row: Sequence[object]) -> list[str]:
    """The values as text. Mostly all of it can be shown as it is, and one look at the whole row tells."""
    texts = ["" if value is None else str(value) for value in row]
    return texts if "".join(texts).isprintable() else [visible(text) for text in texts]


def _json(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")
