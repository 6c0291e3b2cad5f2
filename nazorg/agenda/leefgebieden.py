"""The leefgebieden of a dossier on an agenda: how each stands, what is to be done, and why nothing is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nazorg.agenda.model import Actiepunt, Leefgebiedpunt, Moment
from nazorg.begrippen.keuzes import BASISVOORWAARDEN, IN_ORDE, Hulpvraag, Stand
from nazorg.dossier import Dossier, Leefgebied
from nazorg.instellingen import Instellingen
from nazorg.register import Actieregel, Soort
from nazorg.uitstroom import ZonderActie, why_nothing

BINNENKORT = timedelta(weeks=4)
"""How long after the consultation a deadline is still near where no next one is known: a table meets once a month."""

_GOED = IN_ORDE
_SLECHT = (Stand.ACUUT, Stand.NIET_OP_ORDE)
_UNDATED = {
    Soort.TE_LAAT: Moment.TE_LAAT,
    Soort.ZONDER_UITERLIJK: Moment.ZONDER_UITERLIJK,
    Soort.ONBEPAALD: Moment.ONBEPAALD,
    Soort.OPGESCHORT: Moment.OPGESCHORT,
    Soort.VERVALLEN: Moment.VERVALLEN,
}
_RANGES = {
    Moment.TE_LAAT: 0,
    Moment.ZONDER_UITERLIJK: 2,
    Moment.ONBEPAALD: 2,
    Moment.OPGESCHORT: 3,
    Moment.VERVALLEN: 4,
}


@dataclass(frozen=True)
class Tijdvak:
    """The day of a consultation, and ``volgende`` that of the next one where it is known."""

    datum: date
    volgende: date | None = None

    @property
    def tot(self) -> date:
        """The last day of what has to be talked about now: what is due later can wait for the next consultation."""
        return self.volgende or self.datum + BINNENKORT


def points_of(
    dossier: Dossier,
    rows: Sequence[Actieregel],
    instellingen: Instellingen,
    tijdvak: Tijdvak,
    *,
    met_situatie: bool,
) -> tuple[Leefgebiedpunt, ...]:
    """The leefgebieden of ``dossier`` in the order of the work, with the unfinished actions in ``rows``.

    A basisvoorwaarde that the file does not name is there too: it was not asked about.
    """
    known = instellingen.alle_leefgebieden
    order = [naam for naam in known if naam in dossier.leefgebieden or naam in BASISVOORWAARDEN]
    order += [naam for naam in dossier.leefgebieden if naam not in known]
    found = []
    for naam in order:
        domain = dossier.leefgebieden.get(naam, Leefgebied())
        acties = sort_actions(_action(row, instellingen, tijdvak) for row in rows if row.leefgebied == naam)
        found.append(_point(naam, domain, acties, met_situatie=met_situatie))
    return tuple(found)


def sort_actions(acties: Iterable[Actiepunt]) -> tuple[Actiepunt, ...]:
    """What nobody took on first, then quick wins, then overdue, coming, without a date, suspended, lapsed."""
    return tuple(sorted(acties, key=_urgency))


def _point(naam: str, domain: Leefgebied, acties: tuple[Actiepunt, ...], *, met_situatie: bool) -> Leefgebiedpunt:
    stand = domain.stand or Stand.ONBEKEND
    reason = None if acties or stand in _GOED else why_nothing(domain)
    return Leefgebiedpunt(
        leefgebied=naam,
        stand=stand,
        hulpvraag=domain.hulpvraag or Hulpvraag.ONBEKEND,
        basisvoorwaarde=naam in BASISVOORWAARDEN,
        op_orde=stand in _GOED,
        te_bespreken=bool(acties) or stand in _SLECHT or reason in (ZonderActie.NIET_GEVRAAGD, ZonderActie.GEEN_ACTIE),
        toe_te_delen=reason is ZonderActie.GEEN_ACTIE or (reason is ZonderActie.NIETS_OPEN and stand in _SLECHT),
        zonder_actie=reason,
        situatie=domain.situatie if met_situatie else None,
        acties=acties,
    )


def _action(row: Actieregel, instellingen: Instellingen, tijdvak: Tijdvak) -> Actiepunt:
    return Actiepunt(
        actie=row.actie,
        leefgebied=row.leefgebied,
        wat=row.wat,
        eigenaar=row.eigenaar,
        eigenaar_naam=instellingen.naam_van(row.eigenaar),
        status=row.status,
        wacht_op=instellingen.naam_van(row.wacht_op) if row.wacht_op else None,
        uiterlijk=row.uiterlijk,
        dagen_te_laat=row.dagen_te_laat,
        moment=moment_of(row.soort, row.uiterlijk, tijdvak),
        snel_succes=row.snel_succes,
        opmerking=row.opmerking,
    )


def moment_of(soort: Soort, uiterlijk: date | None, tijdvak: Tijdvak) -> Moment:
    """Where an action stands as seen from a consultation."""
    if soort in _UNDATED:
        return _UNDATED[soort]
    assert uiterlijk is not None  # every other kind has a date
    if uiterlijk <= tijdvak.datum:
        return Moment.VOOR_OVERLEG
    return Moment.BINNENKORT if uiterlijk <= tijdvak.tot else Moment.LATER


def _urgency(actie: Actiepunt) -> tuple[bool, bool, int, date]:
    return (
        actie.eigenaar is not None,
        not actie.snel_succes,
        _RANGES.get(actie.moment, 1),
        actie.uiterlijk or date.max,
    )
