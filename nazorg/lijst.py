"""The list of dossiers: who, where, when out, and how much is still to be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nazorg.begrippen.keuzes import BASISVOORWAARDEN
from nazorg.dossier import Dossier
from nazorg.register import Filter, Register, Soort, dossier_rows
from nazorg.termijnen import release_date
from nazorg.uitstroom import not_in_order


@dataclass(frozen=True, slots=True)
class Dossierregel:
    """One dossier as a row.

    ``ontslag`` is the day of release as far as known; ``op_orde`` counts basisvoorwaarden (of five).
    """

    dossier: str
    status: str
    kader: str
    gemeente: str
    regisseur: str
    inrichting: str | None
    ontslag: date | None
    op_orde: int
    open_acties: int
    te_laat: int
    pad: str


def list_dossiers(register: Register, keuze: Filter, *, alles: bool = False) -> Iterator[Dossierregel]:
    """The running dossiers that ``keuze`` holds, or all of them, in the order of the files.

    With a filter on eigenaar or leefgebied: the dossiers with an unfinished action that fits it.
    """
    for gelezen, dossier in register.leesbare():
        if not keuze.has_dossier(dossier) or not (alles or dossier.loopt):
            continue
        rows = list(dossier_rows(register, gelezen, dossier, keuze))
        if rows or not (keuze.eigenaar or keuze.leefgebied):
            yield Dossierregel(
                dossier=dossier.dossier,
                status=dossier.status,
                kader=dossier.kader,
                gemeente=dossier.gemeente,
                regisseur=dossier.regisseur,
                inrichting=dossier.detentie.inrichting if dossier.detentie else None,
                ontslag=release_day(dossier),
                op_orde=len(BASISVOORWAARDEN) - len(not_in_order(dossier)),
                open_acties=len(rows),
                te_laat=sum(row.soort is Soort.TE_LAAT for row in rows),
                pad=gelezen.path,
            )


def release_day(dossier: Dossier) -> date | None:
    """The day of release as a list shows it: the real one, else the expected, else the earliest."""
    found = release_date(dossier.detentie, terug=False) if dossier.detentie else None
    return found.datum if found else None
