"""From a consultation and its dossiers to an agenda."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from nazorg.agenda.besluiten import decisions_of
from nazorg.agenda.dagen import days_of
from nazorg.agenda.leefgebieden import Tijdvak, points_of, sort_actions
from nazorg.agenda.model import Agenda, Agendadossier, Deelnemer, Tafelpartner, ToeTeDelen, Verandering
from nazorg.agenda.regels import Regel, points_in_order, table_of, unread
from nazorg.agenda.terugblik import Terugblik, next_day
from nazorg.agenda.volgorde import start_times
from nazorg.begrippen.keuzes import Overlegsoort, Veiligheidsplan
from nazorg.dossier import Dossier
from nazorg.overleg import Overleg
from nazorg.reading import Gelezen
from nazorg.register import Onleesbaar, Register, dossier_rows
from nazorg.uitstroom import release_of
from nazorg.yamltext import as_boom


def make_agenda(
    register: Register, overleg: Overleg, onleesbaar: Sequence[Onleesbaar] = (), terugblik: Terugblik = Terugblik()
) -> Agenda:
    """The agenda of ``overleg`` as its dossiers stand on the register's peildatum.

    Overdue is what is overdue on the peildatum; what falls due after that but by the day of the consultation is marked.
    ``onleesbaar`` are files that may belong to this agenda beside those that ``overleg`` names; ``terugblik`` tells
    what went before. Reads only the dossiers on it; one that cannot be read is left out and named in ``ontbrekend``.
    """
    points, missing = points_in_order(register, overleg)
    times = start_times(overleg.tijd, [one.minuten for one in points])
    maker = _Maker(register, overleg, Tijdvak(overleg.datum, next_day(register, overleg)), terugblik)
    punten = tuple(maker.point(number, times[number - 1], one) for number, one in enumerate(points, 1))
    known = {one.pad for one in missing}
    also = [unread(one) for one in onleesbaar if one.pad not in known]
    total = sum(punt.minuten or 0 for punt in punten)
    return Agenda(
        overleg=overleg.overleg,
        soort=overleg.soort,
        regio=register.instellingen.regio,
        datum=overleg.datum,
        tijd=overleg.tijd,
        eindtijd=overleg.eindtijd or (times[-1] if punten else None),
        minuten=total,
        te_lang=max(0, total - overleg.duur) if overleg.duur is not None else 0,
        vorig=terugblik.vorig,
        vergeleken=terugblik.vergeleken,
        volgende=maker.tijdvak.volgende,
        plaats=overleg.plaats,
        gemeenten=overleg.gemeenten,
        voorzitter=register.instellingen.naam_van(overleg.voorzitter) if overleg.voorzitter else None,
        peildatum=register.peildatum,
        ontbrekend=(*missing, *also),
        deelnemers=tuple(_participant(register, partner, punten, times) for partner in table_of(overleg)),
        toe_te_delen=_unallotted(punten),
        punten=punten,
        dagen=days_of(punten),
    )


@dataclass(frozen=True)
class _Maker:
    """Makes the points of one agenda."""

    register: Register
    overleg: Overleg
    tijdvak: Tijdvak
    terugblik: Terugblik

    def point(self, number: int, begin: time | None, regel: Regel) -> Agendadossier:
        entry, gelezen, dossier, minuten = regel
        register, overleg = self.register, self.overleg
        rows = list(dossier_rows(register, gelezen, dossier)) if dossier.loopt else []
        with_situation = overleg.soort is Overlegsoort.CASUSOVERLEG
        domains = points_of(dossier, rows, register.instellingen, self.tijdvak, met_situatie=with_situation)
        present = list(dict.fromkeys(entry.partners or overleg.partners))
        vorig = self.terugblik.vorig
        return Agendadossier(
            nummer=number,
            begin=begin,
            minuten=minuten,
            dossier=dossier.dossier,
            gemeente=dossier.gemeente,
            status=dossier.status,
            kader=dossier.kader,
            regisseur=register.instellingen.naam_van(dossier.regisseur),
            veiligheidsplan=dossier.veiligheidsplan is Veiligheidsplan.JA,
            aanleiding=entry.aanleiding,
            hele_tafel=bool(overleg.partners) and set(present) >= set(overleg.partners),
            partners=tuple(_partner(register, dossier, partner) for partner in present),
            ontslag=release_of(dossier, register.kalender, register.peildatum),
            leefgebieden=domains,
            acties=sort_actions(actie for domain in domains for actie in domain.acties),
            veranderingen=changes_of_dossier(register, gelezen, self.terugblik),
            besluiten=decisions_of(dossier, rows, register.instellingen, vorig.overleg, self.tijdvak) if vorig else (),
        )


def changes_of_dossier(register: Register, gelezen: Gelezen[Dossier], terugblik: Terugblik) -> tuple[Verandering, ...]:
    """What changed in a dossier that can be read since the consultation before; nothing where that cannot be told."""
    toen = terugblik.tree(gelezen.path)
    if toen is None or gelezen.waarde is None or gelezen.document.root is None:
        return ()
    from nazorg.agenda.veranderingen import changes_since

    vorig = terugblik.vorig.overleg if terugblik.vorig else None
    nu = as_boom(gelezen.document.root)
    return changes_since(toen, nu, gelezen.waarde.dossier, register.instellingen, vorig)


def _partner(register: Register, dossier: Dossier, partner: str) -> Tafelpartner:
    references = [one.kenmerk for one in dossier.betrokken if one.partner == partner and one.kenmerk]
    return Tafelpartner(partner, register.instellingen.naam_van(partner), ", ".join(references) or None)


def _participant(
    register: Register, partner: str, punten: Sequence[Agendadossier], times: Sequence[time | None]
) -> Deelnemer:
    own = tuple(punt.nummer for punt in punten if any(one.partner == partner for one in punt.partners))
    done = times[own[-1]] if own else None  # the point behind its last one begins when that ends
    return Deelnemer(partner, register.instellingen.naam_van(partner), own, len(own) == len(punten), done)


def _unallotted(punten: Iterable[Agendadossier]) -> tuple[ToeTeDelen, ...]:
    """The problems without an owner: quick wins on top, then as urgent as they are."""
    found = []
    for punt in punten:
        for domain in punt.leefgebieden:
            head = (punt.nummer, punt.dossier, domain.leefgebied, domain.stand)
            found += [
                ToeTeDelen(*head, actie.wat, None, actie.snel_succes, actie.uiterlijk)
                for actie in domain.acties
                if actie.eigenaar is None
            ]
            if domain.toe_te_delen:
                found.append(ToeTeDelen(*head, None, domain.zonder_actie, snel_succes=False, uiterlijk=None))
    found.sort(key=lambda one: (one.wat is None, not one.snel_succes, one.uiterlijk or date.max, one.nummer))
    return tuple(found)
