"""The bare ``nazorg``: my day. What cannot be read, what is overdue, this week, who leaves soon."""

from dataclasses import dataclass
from datetime import date, timedelta

from nazorg.register import Actieregel, Dossierlijst, Filter, Onleesbaar, Soort

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
    """The day of one regisseur (``None``: everyone's).

    ``waargenomen``: whose dossiers are among them for a while. ``onbekend_vrij`` counts people inside without any date.
    """

    peildatum: date
    regisseur: str | None
    waargenomen: tuple[str, ...]
    dossiers: int
    te_laat: tuple[Actieregel, ...]
    deze_week: tuple[Actieregel, ...]
    vertrek: tuple[Vertrek, ...]
    onbekend_vrij: int
    toe_te_delen: int
    onleesbaar: tuple[Onleesbaar, ...]


def make_overview(lijst: Dossierlijst, regisseur: str | None) -> Overzicht:
    """The overview on the peildatum of ``lijst``, for ``regisseur`` or for everyone."""
    others = lijst.regio.waargenomen(regisseur, lijst.peildatum.toordinal()) if regisseur else ()
    keuze = Filter().with_regisseur(regisseur, *others) if regisseur else Filter()
    running = [stand for stand in lijst.standen(keuze) if stand.loopt]
    rijen = lijst.acties.rijen(keuze, DEZE_WEEK.days)
    horizon = lijst.peildatum + BINNENKORT_VRIJ
    leaving = [
        Vertrek(stand.dossier, *stand.buiten, stand.gemeente, stand.niet_op_orde)
        for stand in running
        if stand.buiten is not None and stand.buiten[0] <= horizon
    ]
    return Overzicht(
        peildatum=lijst.peildatum,
        regisseur=regisseur,
        waargenomen=others,
        dossiers=len(running),
        te_laat=tuple(rijen[Soort.TE_LAAT]),
        deze_week=(*rijen[Soort.VANDAAG], *rijen[Soort.LATER]),
        vertrek=tuple(sorted(leaving, key=lambda one: (one.datum, one.dossier))),
        onbekend_vrij=sum(stand.is_binnen and stand.buiten is None for stand in running),
        toe_te_delen=sum(actie.eigenaar is None for stand in running for actie in stand.acties),
        onleesbaar=lijst.onleesbaar(),
    )
