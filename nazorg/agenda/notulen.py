"""The minutes of a consultation, out of the dossiers: what was decided and agreed, and what was done that day."""

from dataclasses import dataclass
from datetime import date, time

from nazorg.agenda.besluiten import as_it_stands, decisions_of
from nazorg.agenda.besproken import Besproken
from nazorg.agenda.leefgebieden import Tijdvak
from nazorg.agenda.model import Besluitactie, Besluitpunt, Ontbrekend, Verandering
from nazorg.agenda.regels import Regel, points_in_order
from nazorg.begrippen.keuzes import Actiestatus
from nazorg.overleg import Overleg
from nazorg.register import Register, dossier_rows


@dataclass(frozen=True, slots=True)
class Notulenpunt:
    """What was said of one dossier. ``acties`` were agreed that day beside the decisions, ``gedaan`` done.

    ``veranderingen`` are what the minutes changed besides: a stand, an owner, an action that lapsed.
    """

    nummer: int
    dossier: str
    gemeente: str
    regisseur: str
    besluiten: tuple[Besluitpunt, ...]
    acties: tuple[Besluitactie, ...]
    gedaan: tuple[Besluitactie, ...]
    veranderingen: tuple[Verandering, ...]


@dataclass(frozen=True, slots=True)
class Notulen:
    """The minutes as they follow from the dossiers on ``peildatum``; ``verslag`` is the day they were recorded."""

    overleg: str
    soort: str
    regio: str
    datum: date
    tijd: time | None
    eindtijd: time | None
    plaats: str | None
    gemeenten: tuple[str, ...]
    voorzitter: str | None
    aanwezig: tuple[str, ...]
    volgende: date | None
    verslag: date | None
    peildatum: date
    ontbrekend: tuple[Ontbrekend, ...]
    punten: tuple[Notulenpunt, ...]


def make_notulen(register: Register, overleg: Overleg, besproken: Besproken = Besproken()) -> Notulen:
    """The minutes of ``overleg``: its dossiers as the agenda has them; what cannot be read is in ``ontbrekend``."""
    points, missing = points_in_order(register, overleg)
    region = register.instellingen
    return Notulen(
        overleg=overleg.overleg,
        soort=overleg.soort,
        regio=region.regio,
        datum=overleg.datum,
        tijd=overleg.tijd,
        eindtijd=overleg.eindtijd,
        plaats=overleg.plaats,
        gemeenten=overleg.gemeenten,
        voorzitter=region.naam_van(overleg.voorzitter) if overleg.voorzitter else None,
        aanwezig=tuple(region.naam_van(one) for one in overleg.aanwezig),
        volgende=overleg.volgende,
        verslag=overleg.verslag,
        peildatum=register.peildatum,
        ontbrekend=tuple(missing),
        punten=tuple(_point(register, overleg, besproken, number, one) for number, one in enumerate(points, 1)),
    )


def _point(register: Register, overleg: Overleg, besproken: Besproken, number: int, regel: Regel) -> Notulenpunt:
    gelezen, dossier = regel.gelezen, regel.dossier
    rows = list(dossier_rows(register, gelezen, dossier)) if dossier.loopt else []
    unfinished = {row.actie: row for row in rows}
    tijdvak = Tijdvak(overleg.datum, overleg.volgende)
    region = register.instellingen
    besluiten = decisions_of(dossier, rows, region, overleg.overleg, tijdvak)
    told = {actie.actie for besluit in besluiten for actie in besluit.acties}

    def chosen(on: str) -> tuple[Besluitactie, ...]:
        return tuple(
            as_it_stands(naam, actie, unfinished.get(actie.id), region, tijdvak)
            for naam, _, actie in dossier.acties()
            if getattr(actie, on) == overleg.datum
            and actie.id not in told
            and (on == "gedaan_op") == (actie.status is Actiestatus.GEDAAN)
        )

    agreed = chosen("afgesproken")
    by_itself = told | {one.actie for one in agreed}
    return Notulenpunt(
        nummer=number,
        dossier=dossier.dossier,
        gemeente=dossier.gemeente,
        regisseur=region.naam_van(dossier.regisseur),
        besluiten=besluiten,
        acties=agreed,
        gedaan=chosen("gedaan_op"),
        veranderingen=tuple(
            one
            for one in besproken.changes(gelezen.path, dossier.dossier, region)
            if one.actie is None or one.actie not in by_itself
        ),
    )
