"""The fields of a change for programs."""

import json
from typing import Any

from nazorg.begrippen.boom import Boom
from nazorg.diagnostics.tekst import visible
from nazorg.historie import Herkomst, Wijziging

KOLOMMEN = ("soort", "weg", "leefgebied", "actie", "wat", "oud", "nieuw")
"""The fields of a change in TSV and JSON, in their order."""


def change_fields(wijziging: Wijziging) -> dict[str, Any]:
    """A change as JSON fields: ``weg`` as a list of keys and ids, ``oud`` and ``nieuw`` as trees, ``null`` for none."""
    return {
        "soort": wijziging.soort,
        "weg": [str(step) for step in wijziging.weg],
        "leefgebied": wijziging.leefgebied,
        "actie": wijziging.actie,
        "wat": wijziging.wat,
        "oud": wijziging.oud or None,
        "nieuw": wijziging.nieuw or None,
    }


def change_cells(wijziging: Wijziging) -> tuple[object, ...]:
    """A change as the cells of a TSV line: ``weg`` with slashes, and what is more than a text as JSON."""
    fields = change_fields(wijziging)
    as_text = fields | {
        "weg": "/".join(fields["weg"]),
        "oud": _cell(wijziging.oud),
        "nieuw": _cell(wijziging.nieuw),
    }
    return tuple(as_text[name] for name in KOLOMMEN)


def origin_fields(herkomst: Herkomst | None) -> dict[str, Any] | None:
    """Who made it and when, as JSON fields.

    A name may hold any sign, unlike a dossier, and JSON is shown on screens too.
    """
    if herkomst is None:
        return None
    who = {"door": visible(herkomst.door), "mail": visible(herkomst.mail)}
    return {"op": herkomst.op, **who, "commit": herkomst.commit}


def _cell(boom: Boom) -> str:
    return boom if isinstance(boom, str) else json.dumps(boom, ensure_ascii=False) if boom else ""
