"""What is overdue, due today or soon, and what cannot be told: the unfinished actions in their groups."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from nazorg.begrippen.keuzes import LEEFGEBIEDEN
from nazorg.register import Actielijst, Actieregel, Filter, Onleesbaar, Rijen, Soort, Stroom, acties_from_files

if TYPE_CHECKING:
    from nazorg.register import Register


class Groepering(StrEnum):
    """What the overdue actions are grouped by."""

    LEEFGEBIED = "leefgebied"
    GEMEENTE = "gemeente"
    EIGENAAR = "eigenaar"
    REGISSEUR = "regisseur"
    DOSSIER = "dossier"


NOG_TOE_TE_DELEN = "nog toe te delen"


class TeLaat(NamedTuple):
    """The list on a day. Every action stands in exactly one group, but those due later than ``binnen`` days in none."""

    peildatum: date
    acties: Rijen
    vandaag: Rijen
    binnenkort: Rijen
    zonder_uiterlijk: Rijen
    onbepaald: Rijen
    opgeschort: Rijen
    vervallen: Rijen
    onleesbaar: tuple[Onleesbaar, ...]


def list_overdue(register: "Register", keuze: Filter, binnen: int) -> TeLaat:
    """The unfinished actions that ``keuze`` holds on the register's peildatum; ``binnen`` is in calendar days.

    Sorted by how late, then by the order of the files.
    """
    return group_overdue(acties_from_files(register), keuze, binnen)


def group_overdue(lijst: Actielijst, keuze: Filter, binnen: int) -> TeLaat:
    """The same of a list of actions."""
    rijen = lijst.rijen(keuze, binnen)
    return TeLaat(
        peildatum=lijst.peildatum,
        acties=rijen[Soort.TE_LAAT],
        vandaag=rijen[Soort.VANDAAG],
        binnenkort=rijen[Soort.LATER],
        zonder_uiterlijk=rijen[Soort.ZONDER_UITERLIJK],
        onbepaald=rijen[Soort.ONBEPAALD],
        opgeschort=rijen[Soort.OPGESCHORT],
        vervallen=rijen[Soort.VERVALLEN],
        onleesbaar=lijst.onleesbaar(),
    )


def group_rows(
    rows: Rijen, groepering: Groepering, leefgebieden: tuple[str, ...] = tuple(LEEFGEBIEDEN)
) -> list[tuple[str, Rijen]]:
    """The rows by ``groepering``: leefgebieden in the order of the work, anything else by name.

    Empty groups fall away.
    """
    if groepering is Groepering.LEEFGEBIED:
        place = {naam: number for number, naam in enumerate(leefgebieden)}
        parts = rows.per_leefgebied() if isinstance(rows, Stroom) else _by_value(rows, groepering).items()
        return sorted(parts, key=lambda group: (place.get(group[0], len(place)), group[0]))
    return sorted(
        _by_value(rows, groepering).items(), key=lambda group: (group[0] != NOG_TOE_TE_DELEN, group[0].casefold())
    )


def _by_value(rows: Rijen, groepering: Groepering) -> dict[str, Rijen]:
    groups: dict[str, list[Actieregel]] = {}
    for row in rows:
        groups.setdefault(_VALUES[groepering](row), []).append(row)
    return {name: tuple(group) for name, group in groups.items()}


_VALUES: dict[Groepering, Callable[[Actieregel], str]] = {
    Groepering.LEEFGEBIED: lambda row: row.leefgebied,
    Groepering.GEMEENTE: lambda row: row.gemeente,
    Groepering.EIGENAAR: lambda row: row.eigenaar or NOG_TOE_TE_DELEN,
    Groepering.REGISSEUR: lambda row: row.regisseur,
    Groepering.DOSSIER: lambda row: row.dossier,
}
