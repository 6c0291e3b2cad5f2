"""What is overdue, due today or soon, and what cannot be told: the unfinished actions in their groups."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from nazorg.begrippen.keuzes import LEEFGEBIEDEN
from nazorg.register import Actielijst, Actieregel, Filter, Onleesbaar, Soort, acties_from_files

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


@dataclass(frozen=True)
class TeLaat:
    """The list on a day. Every action stands in exactly one group, but those due later than ``binnen`` days in none."""

    peildatum: date
    acties: tuple[Actieregel, ...]
    vandaag: tuple[Actieregel, ...]
    binnenkort: tuple[Actieregel, ...]
    zonder_uiterlijk: tuple[Actieregel, ...]
    onbepaald: tuple[Actieregel, ...]
    opgeschort: tuple[Actieregel, ...]
    vervallen: tuple[Actieregel, ...]
    onleesbaar: tuple[Onleesbaar, ...]


def list_overdue(register: "Register", keuze: Filter, binnen: int) -> TeLaat:
    """The unfinished actions that ``keuze`` holds on the register's peildatum; ``binnen`` is in calendar days.

    Sorted by how late, then by the order of the files.
    """
    return group_overdue(acties_from_files(register), keuze, binnen)


def group_overdue(lijst: Actielijst, keuze: Filter, binnen: int) -> TeLaat:
    """The same of a list of actions, which holds at least those due within ``binnen`` days."""
    rows = sorted(lijst.rows(keuze), key=_latest_first)
    horizon = lijst.peildatum + timedelta(days=binnen)

    def of(soort: Soort) -> tuple[Actieregel, ...]:
        return tuple(row for row in rows if row.soort is soort)

    soon = tuple(row for row in of(Soort.LATER) if row.uiterlijk and row.uiterlijk <= horizon)
    return TeLaat(
        peildatum=lijst.peildatum,
        acties=of(Soort.TE_LAAT),
        vandaag=of(Soort.VANDAAG),
        binnenkort=soon,
        zonder_uiterlijk=of(Soort.ZONDER_UITERLIJK),
        onbepaald=of(Soort.ONBEPAALD),
        opgeschort=of(Soort.OPGESCHORT),
        vervallen=of(Soort.VERVALLEN),
        onleesbaar=lijst.onleesbaar(),
    )


def group_rows(
    rows: Iterable[Actieregel], groepering: Groepering, leefgebieden: tuple[str, ...] = tuple(LEEFGEBIEDEN)
) -> list[tuple[str, list[Actieregel]]]:
    """The rows by ``groepering``: leefgebieden in the order of the work, anything else by name.

    Empty groups fall away.
    """
    value = _VALUES[groepering]
    groups: dict[str, list[Actieregel]] = {}
    for row in rows:
        groups.setdefault(value(row), []).append(row)
    if groepering is Groepering.LEEFGEBIED:
        place = {naam: number for number, naam in enumerate(leefgebieden)}
        return sorted(groups.items(), key=lambda group: (place.get(group[0], len(place)), group[0]))
    return sorted(groups.items(), key=lambda group: (group[0] != NOG_TOE_TE_DELEN, group[0].casefold()))


_VALUES: dict[Groepering, Callable[[Actieregel], str]] = {
    Groepering.LEEFGEBIED: lambda row: row.leefgebied,
    Groepering.GEMEENTE: lambda row: row.gemeente,
    Groepering.EIGENAAR: lambda row: row.eigenaar or NOG_TOE_TE_DELEN,
    Groepering.REGISSEUR: lambda row: row.regisseur,
    Groepering.DOSSIER: lambda row: row.dossier,
}


def _latest_first(row: Actieregel) -> tuple[date, str, int]:
    return (row.uiterlijk or date.max, row.pad, row.regel)
