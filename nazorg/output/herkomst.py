"""Where each field of a dossier comes from: on a screen, and as JSON fields."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from nazorg.herkomst import Veldherkomst
from nazorg.output.gebeurtenissen import field_name, value_in_words
from nazorg.output.scherm import cell, make_table
from nazorg.output.wijzigingen import origin_fields

if TYPE_CHECKING:
    from rich.console import Console

WIE = 24
"""Width of the column of who and when."""


def origins_fields(found: Sequence[Veldherkomst]) -> list[dict[str, Any]]:
    """Every field with its origin, as JSON fields."""
    return [
        {
            "weg": [str(step) for step in one.weg],
            "waarde": one.waarde or None,
            "bewaard": one.is_bewaard,
            "herkomst": origin_fields(one.herkomst),
        }
        for one in found
    ]


def print_origins(console: "Console", dossier: str, pad: str, found: Sequence[Veldherkomst]) -> None:
    """Every field for a person, with who gave it its value and when."""
    console.print(cell(dossier, "bold"))
    console.print(cell(f"  {pad}", "dim"), soft_wrap=True)
    console.print()
    table = make_table(
        ("veld", {"ratio": 3, "overflow": "fold"}),
        ("waarde", {"ratio": 3, "overflow": "fold"}),
        ("door, op", {"width": WIE, "overflow": "fold"}),
    )
    table.expand = True
    for one in found:
        value = value_in_words(one.waarde) if one.waarde else "(weggehaald)"
        table.add_row(cell(field_name(one.weg)), cell(value), cell(_whose(one), "" if one.is_bewaard else "yellow"))
    console.print(table)


def _whose(one: Veldherkomst) -> str:
    if not one.is_bewaard:
        return "nog niet bewaard"
    if one.herkomst is None:
        return "niet meer na te gaan"
    return f"{one.herkomst.door or one.herkomst.mail}, {one.herkomst.op.date()}"
