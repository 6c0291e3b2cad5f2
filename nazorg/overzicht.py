"""The bare ``nazorg``: my day. What cannot be read, what is overdue, this week, who leaves soon."""

from dataclasses import dataclass
from datetime import date, timedelta

from nazorg.begrippen.keuzes import BINNEN
from nazorg.dossier import Dossier
from nazorg.register import Actieregel, Filter, Onleesbaar, Register, Soort, dossier_rows
from nazorg.uitstroom import first_day_outside, not_in_order

DEZE_WEEK = timedelta(days=7)
BINNENKORT_VRIJ = timedelta(weeks=6)


@dataclass(frozen=True, slots=True)
class Vertrek:
    """Someone who leaves soon: the day to reckon with, what that day is, and what is not in order."""

    dossier: str
    datum: date
    omschrijving: str
    gemeente: str
    niet_op_orde: tuple[str, ...]


@dataclass(frozen=True)
class Overzicht:
    """The day of one regisseur (``None``: everyone's). ``onbekend_vrij`` counts people inside without any date."""

    peildatum: date
    regisseur: str | None
    dossiers: int
    te_laat: tuple[Actieregel, ...]
    deze_week: tuple[Actieregel, ...]
    vertrek: tuple[Vertrek, ...]
    onbekend_vrij: int
    toe_te_delen: int
    onleesbaar: tuple[Onleesbaar, ...]


def make_overview(register: Register, regisseur: str | None) -> Overzicht:
    """The overview on the register's peildatum, for ``regisseur`` or for everyone."""
    keuze = Filter().with_regisseur(regisseur) if regisseur else Filter()
    found: list[Actieregel] = []
    running: list[Dossier] = []
    for gelezen, dossier in register.leesbare():
        if dossier.loopt and keuze.has_dossier(dossier):
            running.append(dossier)
            found += dossier_rows(register, gelezen, dossier)
    rows = sorted(found, key=lambda row: (row.uiterlijk or date.max, row.pad, row.regel))
    horizon = register.peildatum + DEZE_WEEK
    leaving = [vertrek for dossier in running if (vertrek := _vertrek(dossier, register.peildatum))]
    inside = [dossier for dossier in running if dossier.status in BINNEN and dossier.detentie is not None]
    return Overzicht(
        peildatum=register.peildatum,
        regisseur=regisseur,
        dossiers=len(running),
        te_laat=tuple(row for row in rows if row.soort is Soort.TE_LAAT),
        deze_week=tuple(
            row
            for row in rows
            if row.soort in (Soort.VANDAAG, Soort.LATER) and row.uiterlijk and row.uiterlijk <= horizon
        ),
        vertrek=tuple(sorted(leaving, key=lambda one: (one.datum, one.dossier))),
        onbekend_vrij=sum(first_day_outside(dossier) is None for dossier in inside),
        toe_te_delen=sum(row.eigenaar is None for row in rows),
        onleesbaar=register.onleesbaar,
    )


def _vertrek(dossier: Dossier, peildatum: date) -> Vertrek | None:
    """Someone still inside who may be outside within six weeks, or should have been already."""
    anchor = first_day_outside(dossier)
    if anchor is None or anchor.datum > peildatum + BINNENKORT_VRIJ:
        return None
    return Vertrek(dossier.dossier, anchor.datum, anchor.omschrijving, dossier.gemeente, not_in_order(dossier))
