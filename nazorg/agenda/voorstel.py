"""Propose a consultation that has no file yet: which dossiers have a reason to be on it."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from nazorg.agenda.leefgebieden import points_of
from nazorg.begrippen.keuzes import BINNEN, Aanleiding, Overlegsoort
from nazorg.dossier import Dossier
from nazorg.overleg import Agendapunt, Overleg
from nazorg.register import Actieregel, Register, Soort, dossier_rows
from nazorg.uitstroom import release_of

UITSTROOM = timedelta(weeks=6)
"""Who may be outside within this time after the consultation has a reason to be discussed."""

_RANGORDE = {
    Overlegsoort.REGIEOVERLEG: (Aanleiding.TOEDELEN, Aanleiding.TE_LAAT, Aanleiding.UITSTROOM),
    Overlegsoort.CASUSOVERLEG: (Aanleiding.TE_LAAT, Aanleiding.TOEDELEN, Aanleiding.UITSTROOM),
    Overlegsoort.ONTSLAGOVERLEG: (Aanleiding.UITSTROOM,),
}
"""Which reasons count for a kind of consultation, the weightiest first."""


def propose_overleg(register: Register, datum: date, gemeenten: Collection[str], soort: Overlegsoort) -> Overleg:
    """A consultation of ``soort`` on ``datum``: the running dossiers of ``gemeenten`` that have a reason to be on it.

    By weight of the reason; then the latest action first, those to be released by day; then by the order of the files.
    """
    rank = _RANGORDE[soort]
    places = {gemeente.casefold() for gemeente in gemeenten}
    found: list[tuple[int, date, Agendapunt]] = []
    for gelezen, dossier in register.leesbare():
        if not dossier.loopt or dossier.gemeente.casefold() not in places:
            continue
        reasons = dict(_reasons(register, dossier, list(dossier_rows(register, gelezen, dossier)), datum))
        reason = next((one for one in rank if one in reasons), None)
        if reason is not None:
            found.append((rank.index(reason), reasons[reason], Agendapunt(dossier=dossier.dossier, aanleiding=reason)))
    found.sort(key=lambda one: one[:2])
    return Overleg(
        overleg=f"{datum}-{soort}",
        soort=soort,
        datum=datum,
        gemeenten=tuple(gemeenten),
        dossiers=tuple(punt for _, _, punt in found),
    )


def _reasons(
    register: Register, dossier: Dossier, rows: list[Actieregel], datum: date
) -> Iterator[tuple[Aanleiding, date]]:
    """Each reason that ``dossier`` has, with the day that says how urgent it is."""
    late = [row.uiterlijk for row in rows if row.soort is Soort.TE_LAAT and row.uiterlijk]
    if late:
        yield Aanleiding.TE_LAAT, min(late)
    domains = points_of(dossier, rows, register.instellingen, datum, met_situatie=False)
    unallotted = [row.uiterlijk or date.max for row in rows if row.eigenaar is None]
    if unallotted or any(domain.toe_te_delen for domain in domains):
        yield Aanleiding.TOEDELEN, min(unallotted, default=date.max)
    day = _leaving(register, dossier, datum)
    if day is not None:
        yield Aanleiding.UITSTROOM, day


def _leaving(register: Register, dossier: Dossier, datum: date) -> date | None:
    """The day on which someone who is still inside may be outside, when that is near or should have been already."""
    if dossier.status not in BINNEN:
        return None
    ontslag = release_of(dossier, register.kalender, register.peildatum)
    day = ontslag.datum if ontslag else None
    return day if day is not None and day <= datum + UITSTROOM else None
