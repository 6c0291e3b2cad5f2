"""The list of dossiers: who, where, when out, and how much is still to be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nazorg.begrippen.keuzes import BASISVOORWAARDEN
from nazorg.register import Dossierlijst, Filter


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


def list_dossiers(lijst: Dossierlijst, keuze: Filter, *, alles: bool = False) -> Iterator[Dossierregel]:
    """The running dossiers that ``keuze`` holds, or all of them, in the order of the files.

    With a filter on eigenaar or leefgebied: the dossiers with an unfinished action that fits it.
    """
    for stand in lijst.standen(keuze):
        if not (alles or stand.loopt):
            continue
        rows = [actie for actie in stand.acties if keuze.fits_actie(actie.leefgebied, actie.eigenaar)]
        if rows or not (keuze.eigenaar or keuze.leefgebied):
            yield Dossierregel(
                dossier=stand.dossier,
                status=stand.status,
                kader=stand.kader,
                gemeente=stand.gemeente,
                regisseur=stand.regisseur,
                inrichting=stand.inrichting,
                ontslag=stand.ontslag,
                op_orde=len(BASISVOORWAARDEN) - len(stand.niet_op_orde),
                open_acties=len(rows),
                te_laat=sum(row.uiterlijk is not None and row.uiterlijk < lijst.peildatum for row in rows),
                pad=stand.pad,
            )
