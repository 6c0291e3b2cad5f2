"""The note with which a dossier goes to another municipality: what is urgent, who waits for whom, what was promised.

It holds what the next coordinator needs on the first day, and no notes: the logboek and the descriptions stay here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from nazorg.begrippen.keuzes import Actiestatus, Akkoord, JaNee, Stand
from nazorg.dossier import Actie, Dossier
from nazorg.instellingen import BETROKKENE
from nazorg.register import Actieregel, Onleesbaar, Register, Soort, dossier_rows

SPOED = timedelta(weeks=2)
"""What must be done within this is urgent: so long a first talk in the new municipality takes to come about."""

_ONGEDATEERD = date.max


@dataclass(frozen=True)
class Lopend:
    """An unfinished action. ``wie`` is a name for paper, empty when that is still to be decided."""

    id: str
    wat: str
    leefgebied: str
    wie: str
    voor: date | None
    dagen_te_laat: int
    opmerking: str


@dataclass(frozen=True)
class Wachtend:
    """An unfinished action that waits: for someone or something, or for other actions (their ids)."""

    id: str
    wat: str
    wie: str
    wacht_op: str
    na: tuple[str, ...]


@dataclass(frozen=True)
class Gebied:
    """How a leefgebied stands; ``bewijs`` is what was seen, and until when it is valid."""

    naam: str
    stand: str
    bewijs: str
    geldig_tot: date | None


@dataclass(frozen=True)
class Toezegging:
    """What the person counts on: a wish that was agreed on, or an action that somebody would do for them."""

    wat: str
    wie: str
    voor: date | None


@dataclass(frozen=True)
class Toestemmingsregel:
    """A consent that the person gave for a partner, and until when."""

    partner: str
    tot: date | None


@dataclass(frozen=True)
class Overdrachtsbrief:
    """The note, from ``van`` to ``naar``; ``spoed`` before ``later``."""

    peildatum: date
    dossier: str
    betrokkene: str
    van: str
    naar: str
    op: date
    contact: str
    mail: str | None
    kader: str
    toezicht: str
    toezicht_tot: date | None
    inrichting: str
    ontslag: date | None
    vroegst: date | None
    feitelijk: date | None
    spoed: tuple[Lopend, ...]
    later: tuple[Lopend, ...]
    wachtend: tuple[Wachtend, ...]
    wensen: tuple[str, ...]
    toegezegd: tuple[Toezegging, ...]
    gebieden: tuple[Gebied, ...]
    toestemmingen: tuple[Toestemmingsregel, ...]


def make_note(register: Register, path: str, naar: str = "", op: date | None = None) -> Overdrachtsbrief | Onleesbaar:
    """The note for the dossier at ``path``, as it stands on the register's peildatum.

    ``naar`` and ``op`` where it is still to be handed over; else what the dossier says of it.
    """
    gelezen = register.lijstdossier(path)
    if isinstance(gelezen, Onleesbaar):
        return gelezen
    dossier = gelezen.waarde
    assert dossier is not None  # what can stand in a list has been read
    region, over, out = register.instellingen, dossier.overdracht, dossier.detentie
    director = region.regisseurs.get(dossier.regisseur)
    rows = sorted(dossier_rows(register, gelezen, dossier), key=lambda row: row.uiterlijk or _ONGEDATEERD)
    urgent = [row for row in rows if _is_urgent(row, register.peildatum)]
    ontslag = out.ontslag if out else None
    return Overdrachtsbrief(
        peildatum=register.peildatum,
        dossier=dossier.dossier,
        betrokkene=dossier.betrokkene,
        van=dossier.gemeente,
        naar=naar or (over.naar if over and over.naar else ""),
        op=op or (over.op if over and over.op else register.peildatum),
        contact=region.naam_van(dossier.regisseur),
        mail=director.mail if director else None,
        kader=str(dossier.kader),
        toezicht=region.naam_van(dossier.toezicht.door) if dossier.toezicht and dossier.toezicht.door else "",
        toezicht_tot=dossier.toezicht.tot if dossier.toezicht else None,
        inrichting=(out.inrichting or "") if out else "",
        ontslag=ontslag.verwacht if ontslag else None,
        vroegst=ontslag.vroegst if ontslag else None,
        feitelijk=ontslag.feitelijk if ontslag else None,
        spoed=tuple(_running(register, row) for row in urgent),
        later=tuple(_running(register, row) for row in rows if row not in urgent),
        wachtend=tuple(_waiting(register, dossier)),
        wensen=tuple(doel.wens for doel in dossier.doelen if doel.akkoord is Akkoord.JA),
        toegezegd=tuple(_promised(register, dossier, rows)),
        gebieden=tuple(_areas(dossier)),
        toestemmingen=tuple(
            Toestemmingsregel(region.naam_van(one.partner), one.tot)
            for one in dossier.toestemmingen
            if one.ingetrokken is None and (one.tot is None or one.tot >= register.peildatum)
        ),
    )


def _is_urgent(row: Actieregel, today: date) -> bool:
    if row.soort in (Soort.TE_LAAT, Soort.VANDAAG):
        return True
    return row.soort is Soort.LATER and row.uiterlijk is not None and row.uiterlijk <= today + SPOED


def _running(register: Register, row: Actieregel) -> Lopend:
    return Lopend(
        id=row.actie or "",
        wat=row.wat.rstrip(" ."),
        leefgebied=row.leefgebied,
        wie=_who(register, row.eigenaar),
        voor=row.uiterlijk,
        dagen_te_laat=max(0, row.dagen_te_laat or 0),
        opmerking=row.opmerking,
    )


def _waiting(register: Register, dossier: Dossier) -> Iterator[Wachtend]:
    unfinished = {actie.id for _, _, actie in dossier.acties() if actie.is_onaf and actie.id}
    for _, _, actie in dossier.acties():
        first = tuple(one for one in actie.na if one in unfinished)
        waits = actie.status is Actiestatus.WACHT or actie.wacht_op
        if actie.is_onaf and (waits or first):
            wacht_op = _who(register, actie.wacht_op) if actie.wacht_op else ""
            yield Wachtend(actie.id or "", actie.wat.rstrip(" ."), _who(register, actie.eigenaar), wacht_op, first)


def _promised(register: Register, dossier: Dossier, rows: list[Actieregel]) -> Iterator[Toezegging]:
    """What others would do for the person, as far as it stands in the plan that the person has."""
    days = {(row.leefgebied, row.plaats): row.uiterlijk for row in rows}
    for naam, place, actie in dossier.acties():
        if actie.is_onaf and _is_told(actie) and actie.eigenaar:
            yield Toezegging(actie.wat.rstrip(" ."), _who(register, actie.eigenaar), days.get((naam, place)))


def _is_told(actie: Actie) -> bool:
    return actie.in_plan is not JaNee.NEE and actie.eigenaar != BETROKKENE


def _areas(dossier: Dossier) -> Iterator[Gebied]:
    for naam, one in dossier.leefgebieden.items():
        stand = one.stand or Stand.ONBEKEND
        seen = one.bewijs.wat if one.bewijs and one.bewijs.wat else ""
        yield Gebied(naam, str(stand), seen, one.bewijs.geldig_tot if one.bewijs else None)


def _who(register: Register, name: str | None) -> str:
    """A name for paper; free words as they stand, nothing for nobody."""
    if not name:
        return ""
    return "de betrokkene" if name == BETROKKENE else register.instellingen.naam_van(name)
