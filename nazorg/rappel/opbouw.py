"""From the unfinished actions to what each owner is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nazorg.begrippen.keuzes import Gegevenssoort
from nazorg.dossier import Dossier
from nazorg.grondslagen import inzage_of
from nazorg.instellingen import BETROKKENE, Instellingen, Manager
from nazorg.rappel.geheugen import Verteld, remembered
from nazorg.rappel.model import Rappel, Rappellijst, Rappelpunt, Rappelsoort, Rol
from nazorg.register import Actieregel, Filter, Register, Soort, dossier_rows

DERDE = 3
"""From this rappel on the manager is told instead."""

_GEDATEERD = (Soort.TE_LAAT, Soort.VANDAAG, Soort.LATER)


@dataclass(frozen=True)
class _Vraag:
    """What holds for the whole of a run."""

    instellingen: Instellingen
    peildatum: date
    tot: date
    sinds: date
    """What was told on or after this day is not told again."""


def list_reminders(register: Register, keuze: Filter, binnen: int, opnieuw_na: int) -> Rappellijst:
    """What is overdue or due within ``binnen`` days, by who is to be told.

    What was told less than ``opnieuw_na`` days ago is left at that, unless its day moved or passed since.
    """
    today = register.peildatum
    sinds = today - timedelta(days=opnieuw_na - 1) if opnieuw_na else date.max
    vraag = _Vraag(register.instellingen, today, today + timedelta(days=binnen), sinds)
    found: dict[tuple[str, Rol], list[Rappelpunt]] = {}
    silent = 0
    for gelezen, dossier in register.leesbare():
        if not keuze.has_dossier(dossier):
            continue
        told = list(remembered(dossier.logboek, today))
        for row in dossier_rows(register, gelezen, dossier, keuze):
            if row.soort in _GEDATEERD and row.uiterlijk is not None:
                punt = _point(vraag, dossier, row, row.uiterlijk, told)
                if punt is None:
                    continue
                aan, rol, one = punt
                if one is None:
                    silent += 1
                else:
                    found.setdefault((aan, rol), []).append(one)
    rappels = [_rappel(vraag, register, aan, rol, punten) for (aan, rol), punten in sorted(found.items())]
    return Rappellijst(today, vraag.tot, tuple(rappels), silent, register.onleesbaar)


_Uitkomst = tuple[str, Rol, Rappelpunt | None] | None


def _point(vraag: _Vraag, dossier: Dossier, row: Actieregel, uiterlijk: date, every: Sequence[Verteld]) -> _Uitkomst:
    """Who is told of ``row``, and what: no point when that was told already, nothing when it can wait."""
    aan, rol = _who(vraag.instellingen, dossier, row)
    told = [one for one in every if one.actie == row.actie and one.aan == aan] if row.actie else []
    last = told[-1] if told else None
    moved = last is not None and last.uiterlijk != uiterlijk
    soort = _kind(vraag, uiterlijk, moved=moved)
    if soort is None:
        return None
    keer = _times(told, uiterlijk) + 1 if soort is Rappelsoort.TE_LAAT else 0
    if last is not None and not moved and last.op >= vraag.sinds and bool(last.keer) == bool(keer):
        return aan, rol, None
    own = row.eigenaar == aan and not _waits_on_person(row)
    escalated = own and keer >= DERDE and _manager(vraag.instellingen, aan) is not None
    inside = rol is Rol.REGISSEUR
    may_know = inside or inzage_of(dossier, aan, vraag.instellingen, vraag.peildatum).may(
        Gegevenssoort.ACTIES, row.leefgebied
    )
    return (
        aan,
        Rol.MANAGER if escalated else rol,
        Rappelpunt(
            soort=soort,
            verwijzing=dossier.dossier if inside else _reference(dossier, aan),
            actie=row.actie,
            wat=row.wat if may_know else None,
            uiterlijk=uiterlijk,
            dagen_te_laat=(vraag.peildatum - uiterlijk).days,
            keer=keer,
            eerder=last.uiterlijk if last is not None and moved else None,
            vervroegd=last is not None and uiterlijk < last.uiterlijk,
            wacht_op_betrokkene=_waits_on_person(row),
            eigenaar_naam=vraag.instellingen.naam_van(row.eigenaar) if inside and not own else None,
            onthouden=row.actie is not None,
            dossier=dossier.dossier,
            pad=row.pad,
        ),
    )


def _who(instellingen: Instellingen, dossier: Dossier, row: Actieregel) -> tuple[str, Rol]:
    """The owner; what waits on the person, is the person's own, or is nobody's, is the regisseur's to chase."""
    if row.eigenaar is None or row.eigenaar == BETROKKENE or _waits_on_person(row):
        return dossier.regisseur, Rol.REGISSEUR
    if row.eigenaar in instellingen.partners:
        return row.eigenaar, Rol.EIGENAAR
    return (row.eigenaar if row.eigenaar in instellingen.regisseurs else dossier.regisseur), Rol.REGISSEUR


def _waits_on_person(row: Actieregel) -> bool:
    return row.wacht_op is not None and row.wacht_op.strip().casefold() == BETROKKENE


def _kind(vraag: _Vraag, uiterlijk: date, *, moved: bool) -> Rappelsoort | None:
    if uiterlijk < vraag.peildatum:
        return Rappelsoort.TE_LAAT
    if uiterlijk <= vraag.tot:
        return Rappelsoort.BINNENKORT
    return Rappelsoort.VERSCHOVEN if moved else None


def _times(told: Sequence[Verteld], uiterlijk: date) -> int:
    """How many rappels there were for this day or a later one: who got more time begins anew."""
    return sum(one.keer > 0 and one.uiterlijk >= uiterlijk for one in told)


def _reference(dossier: Dossier, partner: str) -> str:
    """The partner's own reference for the case, else the number of the dossier."""
    own = [one.kenmerk for one in dossier.betrokken if one.partner == partner and one.kenmerk]
    return own[0] if own else dossier.dossier


def _manager(instellingen: Instellingen, aan: str) -> Manager | None:
    owner = instellingen.partners.get(aan) or instellingen.regisseurs.get(aan)
    return owner.manager if owner and owner.manager and owner.manager.mail else None


def _rappel(vraag: _Vraag, register: Register, aan: str, rol: Rol, punten: list[Rappelpunt]) -> Rappel:
    region = vraag.instellingen
    owner = region.partners.get(aan) or region.regisseurs.get(aan)
    manager = _manager(region, aan) if rol is Rol.MANAGER else None
    name = region.naam_van(aan)
    return Rappel(
        rol=rol,
        voor=aan,
        voor_naam=name,
        naam=(manager.naam or f"de manager van {name}") if manager else name,
        mail=manager.mail if manager else owner.mail if owner else None,
        regio=region.regio,
        peildatum=register.peildatum,
        hoogste=max(one.keer for one in punten),
        punten=tuple(sorted(punten, key=_urgency)),
    )


def _urgency(punt: Rappelpunt) -> tuple[date, str, str]:
    return punt.uiterlijk, punt.verwijzing, punt.actie or ""


def told_by(rappels: Sequence[Rappel], op: date) -> Iterator[tuple[str, Verteld]]:
    """What these rappels tell, each with the path of its dossier; what has no id is not remembered."""
    for rappel in rappels:
        for punt in rappel.punten:
            if punt.actie is not None:
                yield punt.pad, Verteld(op, rappel.voor, punt.actie, punt.keer, punt.uiterlijk)
