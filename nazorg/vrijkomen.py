"""Who leaves within some weeks, or may: what is in order by then, and what blocks what is not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from nazorg.begrippen.keuzes import BASISVOORWAARDEN, Hulpvraag, Stand
from nazorg.dossier import Dossier, Leefgebied
from nazorg.reading import Gelezen
from nazorg.register import Actieregel, Filter, Onleesbaar, Register, dossier_rows, line_of
from nazorg.uitstroom import (
    GOED,
    Hoe,
    Ontslagdag,
    Oordeel,
    Plek,
    Volgorde,
    ZonderActie,
    blocks_of,
    can_begin,
    evidence_day,
    has_left,
    how_sure,
    is_short_stay,
    judge,
    order_of,
    release_of,
    why_nothing,
)

Regels = Mapping[Plek, Actieregel]


@dataclass(frozen=True, slots=True)
class Blok:
    """What has to happen first: the action to begin with, and who is asked.

    ``weg`` are the actions from that one to the one that waits for it, both included. In a ``kring`` they wait for each
    other. ``kan_niet`` are the ids of what it waits for in vain: those turned out impossible.
    """

    actie: Actieregel
    weg: tuple[Actieregel, ...]
    kring: bool
    kan_niet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """A basisvoorwaarde on the day of release; ``blokkades`` and ``reden`` are empty where it is in order.

    ``gezien`` and ``geldig_tot`` are those of the evidence. ``reden``: why no action is unfinished. ``regel`` is the
    line in the file.
    """

    leefgebied: str
    oordeel: Oordeel
    stand: str
    hulpvraag: str
    gezien: date | None
    geldig_tot: date | None
    reden: ZonderActie | None
    blokkades: tuple[Blok, ...]
    regel: int

    @property
    def op_orde(self) -> bool:
        """Whether someone leaves with it in order."""
        return self.oordeel in GOED


@dataclass(frozen=True, slots=True)
class Vrijkomer:
    """Someone who is still inside. ``eerste_dag`` is the first day on which this person may leave.

    ``dagen`` counts calendar days until then: negative when it has passed without word that the person left
    (``voorbij``). ``kan_nu`` is filled for a short stay only: what can be done today, quick wins first.
    """

    dossier: str
    gemeente: str
    regisseur: str
    inrichting: str | None
    status: str
    hoe: Hoe
    ontslag: Ontslagdag | None
    eerste_dag: date | None
    dagen: int | None
    voorbij: bool
    kort_verblijf: bool
    kan_nu: tuple[Actieregel, ...]
    voorwaarden: tuple[Voorwaarde, ...]
    pad: str

    @property
    def niet_op_orde(self) -> tuple[Voorwaarde, ...]:
        """What this person would leave without."""
        return tuple(one for one in self.voorwaarden if not one.op_orde)


@dataclass(frozen=True)
class Vrijkomen:
    """The list on a day: who leaves up to and including ``tot``, and who is inside without any date."""

    peildatum: date
    tot: date
    vrij: tuple[Vrijkomer, ...]
    zonder_datum: tuple[Vrijkomer, ...]
    onleesbaar: tuple[Onleesbaar, ...]

    @property
    def has_gaps(self) -> bool:
        """Whether someone leaves within the time asked about without a basisvoorwaarde in order."""
        return any(one.niet_op_orde for one in self.vrij)


def list_releases(register: Register, keuze: Filter, binnen: int) -> Vrijkomen:
    """Who of the dossiers that ``keuze`` holds may leave within ``binnen`` calendar days, the first day first.

    With a filter on leefgebied only those basisvoorwaarden are looked at; with one on eigenaar only dossiers with an
    unfinished action that fits. A day that has passed is within any time.
    """
    horizon = register.peildatum + timedelta(days=binnen)
    found = [one for gelezen, dossier in register.leesbare() if (one := _leaver(register, keuze, gelezen, dossier))]
    dated = [(one.eerste_dag, one) for one in found if one.eerste_dag is not None and one.eerste_dag <= horizon]
    return Vrijkomen(
        peildatum=register.peildatum,
        tot=horizon,
        vrij=tuple(one for _, one in sorted(dated, key=lambda pair: (pair[0], pair[1].dossier))),
        zonder_datum=tuple(one for one in found if one.eerste_dag is None),
        onleesbaar=register.onleesbaar,
    )


def _leaver(register: Register, keuze: Filter, gelezen: Gelezen[Dossier], dossier: Dossier) -> Vrijkomer | None:
    today = register.peildatum
    if not dossier.loopt or has_left(dossier, today) or not keuze.has_dossier(dossier):
        return None
    if keuze.eigenaar and not any(dossier_rows(register, gelezen, dossier, keuze)):
        return None
    rows = {(row.leefgebied, row.plaats): row for row in dossier_rows(register, gelezen, dossier)}
    dag = release_of(dossier, register.kalender, today)
    known = dag.dagen if dag else ()
    first = known[0] if known else None
    order = order_of(dossier)
    short = first is not None and is_short_stay(dossier, first, today)
    evidence = evidence_day(known, today)
    return Vrijkomer(
        dossier=dossier.dossier,
        gemeente=dossier.gemeente,
        regisseur=dossier.regisseur,
        inrichting=dossier.detentie.inrichting if dossier.detentie else None,
        status=dossier.status,
        hoe=how_sure(dag),
        ontslag=dag,
        eerste_dag=first,
        dagen=(first - today).days if first else None,
        voorbij=first is not None and first < today,
        kort_verblijf=short,
        kan_nu=tuple(_possible(register, keuze, dossier, order, rows)) if short else (),
        voorwaarden=tuple(
            _condition(gelezen, dossier, naam, evidence, order, rows)
            for naam in BASISVOORWAARDEN
            if not keuze.leefgebied or naam in keuze.leefgebied
        ),
        pad=gelezen.path,
    )


def _possible(
    register: Register, keuze: Filter, dossier: Dossier, order: Volgorde, rows: Regels
) -> Iterator[Actieregel]:
    possible = (
        row
        for plek, row in rows.items()
        if (not keuze.leefgebied or row.leefgebied.casefold() in keuze.leefgebied)
        and can_begin(plek, dossier, order, register.instellingen, register.kalender, register.peildatum)
    )
    yield from sorted(possible, key=lambda row: (not row.snel_succes, *_by_day(row)))


def _condition(
    gelezen: Gelezen[Dossier], dossier: Dossier, naam: str, evidence: date, order: Volgorde, rows: Regels
) -> Voorwaarde:
    domain = dossier.leefgebieden.get(naam, Leefgebied())
    oordeel = judge(domain, evidence)
    blocks = () if oordeel in GOED else tuple(_blocks(naam, order, rows))
    without = oordeel in (Oordeel.NIET_OP_ORDE, Oordeel.GEWEIGERD) and not blocks
    return Voorwaarde(
        leefgebied=naam,
        oordeel=oordeel,
        stand=domain.stand or Stand.ONBEKEND,
        hulpvraag=domain.hulpvraag or Hulpvraag.ONBEKEND,
        gezien=domain.bewijs.gezien if domain.bewijs else None,
        geldig_tot=domain.bewijs.geldig_tot if domain.bewijs else None,
        reden=why_nothing(domain) if without else None,
        blokkades=blocks,
        regel=line_of(gelezen, ("leefgebieden", naam)),
    )


def _blocks(naam: str, order: Volgorde, rows: Regels) -> list[Blok]:
    """What ``naam`` waits for, the most urgent first."""
    found = [
        Blok(
            actie=rows[blok.oorzaak],
            weg=tuple(rows[plek] for plek in blok.weg),
            kring=blok.kring,
            kan_niet=order.kan_niet[blok.oorzaak],
        )
        for blok in blocks_of(order, naam)
    ]
    return sorted(found, key=lambda one: _by_day(one.actie))


def _by_day(row: Actieregel) -> tuple[date, int]:
    return (row.uiterlijk or date.max, row.regel)
