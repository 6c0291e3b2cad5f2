"""Rows for programs: tab-separated lines and JSON, complete and stable."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """One JSON object that starts with the name and version of its form.

    A value that is an iterator becomes a list that is written as it comes: it need not fit in memory.
    """
    out.write(f'{{\n  "schema": {_leaf(schema)}')
    for name, value in content.items():
        out.write(f",\n  {_leaf(name)}: ")
        out.writelines(_items(value) if isinstance(value, Iterator) else [_as_json(value, "  ")])
    out.write("\n}\n")


def _items(values: Iterator[Any]) -> Iterator[str]:
    before = "[\n    "
    for one in values:
        yield f"{before}{_as_json(one, '    ')}"
        before = ",\n    "
    yield "[]" if before.startswith("[") else "\n  ]"


def _as_json(value: Any, indent: str) -> str:
    """``value`` as JSON, a line for each part, each below the first behind ``indent``.

    The library's own way to do so leaves circles of functions behind, once for each row.
    """
    inner = f"{indent}  "
    if isinstance(value, dict) and value:
        parts = [f"{inner}{_leaf(str(name))}: {_as_json(one, inner)}" for name, one in value.items()]
        return "{\n" + ",\n".join(parts) + f"\n{indent}}}"
    if isinstance(value, (list, tuple)) and value:
        return "[\n" + ",\n".join(f"{inner}{_as_json(one, inner)}" for one in value) + f"\n{indent}]"
    return _leaf(value)


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


_leaf = json.JSONEncoder(ensure_ascii=False, default=_json).encode
