"""Propose a consultation that has no file yet: which dossiers have a reason to be on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from nazorg.agenda.leefgebieden import Tijdvak, points_of
from nazorg.agenda.opbouw import changes_of_dossier
from nazorg.agenda.terugblik import Terugblik
from nazorg.begrippen.keuzes import BINNEN, Aanleiding, Overlegsoort
from nazorg.dossier import Dossier
from nazorg.overleg import Agendapunt, Overleg
from nazorg.reading import Gelezen
from nazorg.register import Actieregel, Register, Soort, dossier_rows
from nazorg.uitstroom import release_of

UITSTROOM = timedelta(weeks=6)
"""Who may be outside within this time after the consultation has a reason to be discussed."""

_RANGORDE = {
    Overlegsoort.REGIEOVERLEG: (Aanleiding.TOEDELEN, Aanleiding.TE_LAAT, Aanleiding.UITSTROOM, Aanleiding.GEWIJZIGD),
    Overlegsoort.CASUSOVERLEG: (Aanleiding.TE_LAAT, Aanleiding.TOEDELEN, Aanleiding.UITSTROOM, Aanleiding.GEWIJZIGD),
    Overlegsoort.ONTSLAGOVERLEG: (Aanleiding.UITSTROOM,),
}
"""Which reasons count for a kind of consultation, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Reden:
    """Why a dossier should be on it: ``aantal`` actions, problems or changes; ``dag`` says how urgent it is."""

    aanleiding: Aanleiding
    dag: date
    aantal: int


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A dossier that should be on it, with every reason that counts, the weightiest first."""

    dossier: str
    redenen: tuple[Reden, ...]


def propose_overleg(register: Register, overleg: Overleg, terugblik: Terugblik = Terugblik()) -> tuple[Voorstel, ...]:
    """The running dossiers of the gemeenten of ``overleg`` that have a reason to be on it.

    By weight of the reason; then the latest action first, those to be released by day; then by the order of the files.
    """
    rank = _RANGORDE[overleg.soort]
    places = {gemeente.casefold() for gemeente in overleg.gemeenten}
    found: list[Voorstel] = []
    for gelezen, dossier in register.leesbare():
        if dossier.loopt and dossier.gemeente.casefold() in places:
            reasons = {one.aanleiding: one for one in _reasons(register, overleg, gelezen, dossier, terugblik)}
            counting = tuple(reasons[one] for one in rank if one in reasons)
            if counting:
                found.append(Voorstel(dossier.dossier, counting))
    return tuple(sorted(found, key=lambda one: (rank.index(one.redenen[0].aanleiding), one.redenen[0].dag)))


def points_for(voorstellen: tuple[Voorstel, ...]) -> tuple[Agendapunt, ...]:
    """What is proposed as points of an agenda."""
    return tuple(Agendapunt(dossier=one.dossier, aanleiding=one.redenen[0].aanleiding) for one in voorstellen)


def _reasons(
    register: Register, overleg: Overleg, gelezen: Gelezen[Dossier], dossier: Dossier, terugblik: Terugblik
) -> Iterator[Reden]:
    rows: list[Actieregel] = list(dossier_rows(register, gelezen, dossier))
    late = [row.uiterlijk for row in rows if row.soort is Soort.TE_LAAT and row.uiterlijk]
    if late:
        yield Reden(Aanleiding.TE_LAAT, min(late), len(late))
    domains = points_of(dossier, rows, register.instellingen, Tijdvak(overleg.datum), met_situatie=False)
    unallotted = [row.uiterlijk or date.max for row in rows if row.eigenaar is None]
    problems = len(unallotted) + sum(domain.toe_te_delen for domain in domains)
    if problems:
        yield Reden(Aanleiding.TOEDELEN, min(unallotted, default=date.max), problems)
    day = _leaving(register, dossier, overleg.datum)
    if day is not None:
        yield Reden(Aanleiding.UITSTROOM, day, 1)
    changes = changes_of_dossier(register, gelezen, terugblik)
    if changes:
        yield Reden(Aanleiding.GEWIJZIGD, date.max, len(changes))


def _leaving(register: Register, dossier: Dossier, datum: date) -> date | None:
    """The day on which someone who is still inside may be outside, when that is near or should have been already."""
    if dossier.status not in BINNEN:
        return None
    ontslag = release_of(dossier, register.kalender, register.peildatum)
    day = ontslag.datum if ontslag else None
    return day if day is not None and day <= datum + UITSTROOM else None
