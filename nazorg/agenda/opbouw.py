"""From a consultation and its dossiers to an agenda."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import PurePosixPath

from nazorg.agenda.besluiten import decisions_of
from nazorg.agenda.dagen import days_of
from nazorg.agenda.leefgebieden import Tijdvak, points_of, sort_actions
from nazorg.agenda.model import Agenda, Agendadossier, Deelnemer, Ontbrekend, Tafelpartner, ToeTeDelen, Verandering
from nazorg.agenda.terugblik import Terugblik, next_day
from nazorg.agenda.volgorde import Plaats, fitting_minutes, order_points, start_times
from nazorg.begrippen.keuzes import Overlegsoort, Veiligheidsplan
from nazorg.dossier import Dossier
from nazorg.overleg import Agendapunt, Overleg
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
    table = _table(overleg)
    readable, missing = _readable(register, overleg)
    by_day = overleg.soort is Overlegsoort.ONTSLAGOVERLEG
    minutes = fitting_minutes([entry.minuten for entry, _, _ in readable], overleg.duur)
    places = [
        _place(register, overleg, number, one, length)
        for number, (one, length) in enumerate(zip(readable, minutes, strict=True))
    ]
    ordered = order_points(places, frozenset(overleg.partners or table), by_day=by_day)
    times = start_times(overleg.tijd, [place.minuten for place in ordered])
    maker = _Maker(register, overleg, Tijdvak(overleg.datum, next_day(register, overleg)), terugblik)
    punten = tuple(
        maker.point(number, times[number - 1], place.minuten, readable[place.nummer])
        for number, place in enumerate(ordered, 1)
    )
    known = {one.pad for one in missing}
    also = [_missing(one) for one in onleesbaar if one.pad not in known]
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
        deelnemers=tuple(_participant(register, partner, punten, times) for partner in table),
        toe_te_delen=_unallotted(punten),
        punten=punten,
        dagen=days_of(punten),
    )


_Regel = tuple[Agendapunt, Gelezen[Dossier], Dossier]


def _table(overleg: Overleg) -> list[str]:
    """Everyone at the table: those of the whole consultation, then those who come for one dossier."""
    extra = [partner for entry in overleg.dossiers for partner in entry.partners]
    return list(dict.fromkeys([*overleg.partners, *extra]))


def _readable(register: Register, overleg: Overleg) -> tuple[list[_Regel], list[Ontbrekend]]:
    paths = {PurePosixPath(path).stem: path for path in register.dossier_paths}
    found: list[_Regel] = []
    missing: list[Ontbrekend] = []
    settings = register.gelezen_instellingen
    if settings is not None and not settings.is_leesbaar:
        missing.append(_missing(Onleesbaar(settings.path, settings.diagnostics)))
    for entry in overleg.dossiers:
        if entry.dossier not in paths:
            missing.append(missing_one(entry.dossier, None))
            continue
        gelezen = register.lijstdossier(paths[entry.dossier])
        if isinstance(gelezen, Onleesbaar):
            missing.append(_missing(gelezen))
        elif gelezen.waarde is not None:
            found.append((entry, gelezen, gelezen.waarde))
    return found, missing


def missing_one(dossier: str, unread: Onleesbaar | None) -> Ontbrekend:
    """A dossier that cannot be read, or (``None``) is not there."""
    if unread is None:
        return Ontbrekend(dossier, "", 0, "NZ803", "Dit dossier staat niet in de werkmap.")
    return _missing(unread)


def _missing(unread: Onleesbaar) -> Ontbrekend:
    name = unread.pad if "/" not in unread.pad else PurePosixPath(unread.pad).stem
    return Ontbrekend(name, unread.pad, unread.reden.span.line, unread.reden.code, unread.reden.message)


def _place(register: Register, overleg: Overleg, number: int, regel: _Regel, minutes: int | None) -> Plaats:
    entry, _, dossier = regel
    ontslag = release_of(dossier, register.kalender, register.peildatum)
    present = frozenset(entry.partners or overleg.partners)
    return Plaats(number, present, minutes, ontslag.datum if ontslag else None)


@dataclass(frozen=True)
class _Maker:
    """Makes the points of one agenda."""

    register: Register
    overleg: Overleg
    tijdvak: Tijdvak
    terugblik: Terugblik

    def point(self, number: int, begin: time | None, minuten: int | None, regel: _Regel) -> Agendadossier:
        entry, gelezen, dossier = regel
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
