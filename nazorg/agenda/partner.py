"""The agenda as one partner may see it, and what was left out of it and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from nazorg.agenda.dagen import days_of
from nazorg.agenda.inzage import STUKKEN, VELDEN, Over
from nazorg.agenda.model import Actiepunt, Agenda, Agendadossier, Deelnemer, Leefgebiedpunt, Moment
from nazorg.begrippen.keuzes import Gegevenssoort, Grondslag
from nazorg.grondslagen import Inzage

Stuk = TypeVar("Stuk")


@dataclass(frozen=True, slots=True)
class Weggelaten:
    """Something that a partner's agenda does not hold, and why: half sentences in Dutch, for the coordinator."""

    dossier: str
    wat: str
    reden: str


@dataclass(frozen=True, slots=True)
class Verstrekt:
    """What a partner's agenda tells of a dossier on one ground."""

    dossier: str
    grondslag: Grondslag
    leefgebieden: tuple[str, ...]
    afspraak: bool


@dataclass(frozen=True, slots=True)
class Partneragenda:
    """An agenda for one partner, what it tells on which ground, and what it leaves out."""

    partner: str
    naam: str
    agenda: Agenda
    verstrekt: tuple[Verstrekt, ...]
    weggelaten: tuple[Weggelaten, ...]


NIET_AAN_TAFEL = "zit voor dit dossier niet aan tafel"


def agenda_for(agenda: Agenda, partner: str, naam: str, inzages: Mapping[str, Inzage]) -> Partneragenda:
    """``agenda`` with no more than ``partner`` may see; ``inzages`` says of each dossier on it what that is.

    A dossier for which the partner is not at the table, or has no ground, is not there, and neither is a trace of it.
    """
    given: dict[str, Agendadossier] = {}
    left_out: list[Weggelaten] = []
    visible: dict[str, Inzage] = {}
    for punt in agenda.punten:
        inzage = inzages.get(punt.dossier)
        if not any(one.partner == partner for one in punt.partners):
            left_out.append(Weggelaten(punt.dossier, "het hele dossier", NIET_AAN_TAFEL))
        elif not inzage:
            left_out.append(Weggelaten(punt.dossier, "het hele dossier", _why_nothing(inzage)))
        else:
            visible[punt.dossier] = inzage
            given[punt.dossier] = _finished(_filter(punt, inzage))
            left_out += _parts_left_out(punt, inzage)
    punten = tuple(given.values())
    unallotted = tuple(
        _filter(one, visible[one.dossier])
        for one in agenda.toe_te_delen
        if one.dossier in visible and STUKKEN[type(one)](one, visible[one.dossier])
    )
    emptied = {one.name: _empty(getattr(agenda, one.name)) for one in fields(agenda) if one.name not in VAN_HET_OVERLEG}
    filtered = replace(
        replace(agenda, **emptied),
        punten=punten,
        toe_te_delen=unallotted,
        dagen=days_of(punten),
        deelnemers=tuple(_own_seat(one, punten) for one in agenda.deelnemers if one.partner == partner),
    )
    told = tuple(one for punt in punten for one in _told(punt, visible[punt.dossier]))
    return Partneragenda(partner, naam, filtered, told, tuple(left_out))


VAN_HET_OVERLEG = frozenset(
    {
        "overleg",
        "soort",
        "regio",
        "datum",
        "tijd",
        "eindtijd",
        "minuten",
        "te_lang",
        "vorig",
        "vergeleken",
        "volgende",
        "plaats",
        "gemeenten",
        "voorzitter",
        "peildatum",
    }
)
"""The fields of an agenda that are about the meeting alone. Every other one is emptied, and filled again above."""


def _why_nothing(inzage: Inzage | None) -> str:
    reason = inzage.reden if inzage is not None else ""
    return f"geen grondslag ({reason})" if reason else "geen grondslag: bij deze partner staat er geen in nazorg.yaml"


def _filter(piece: Stuk, inzage: Inzage) -> Stuk:
    """``piece`` with every field that may not be seen empty."""
    rules = VELDEN.get(type(piece), {})
    domain = getattr(piece, "leefgebied", None)
    changes = {}
    for field in fields(piece):  # type: ignore[arg-type]  # a piece is a dataclass
        value = getattr(piece, field.name)
        rule = rules.get(field.name)
        if rule is Over.STUKKEN:
            changes[field.name] = tuple(_filter(one, inzage) for one in value if _may_be(one, inzage))
        elif rule is None or (isinstance(rule, Gegevenssoort) and not _may(inzage, rule, domain)):
            changes[field.name] = _empty(value)
    return replace(piece, **changes)  # type: ignore[type-var]


def _may(inzage: Inzage, soort: Gegevenssoort, domain: str | None) -> bool:
    of_the_whole = soort in (Gegevenssoort.DETENTIE, Gegevenssoort.TOEZICHT)
    return inzage.may(soort) if of_the_whole else domain is not None and inzage.may(soort, domain)


def _may_be(piece: object, inzage: Inzage) -> bool:
    allowed = STUKKEN.get(type(piece))
    return allowed is not None and allowed(piece, inzage)


def _empty(value: Any) -> Any:
    """Nothing, of the kind that ``value`` is."""
    if isinstance(value, bool):
        return False
    if isinstance(value, str):
        return ""
    if isinstance(value, int):
        return 0
    return () if isinstance(value, tuple) else None


def _finished(punt: Agendadossier) -> Agendadossier:
    """``punt`` put right after parts of it went: what there is to talk about, and a word where a remark was."""
    domains = tuple(
        replace(
            one,
            te_bespreken=bool(one.acties or one.situatie or (one.stand and one.te_bespreken)),
            acties=tuple(map(_remarked, one.acties)),
        )
        for one in punt.leefgebieden
    )
    return replace(punt, leefgebieden=domains, acties=tuple(map(_remarked, punt.acties)))


ZONDER_OPMERKING = {Moment.ONBEPAALD: "de begindag staat niet op deze agenda", Moment.OPGESCHORT: "opgeschort"}


def _remarked(actie: Actiepunt) -> Actiepunt:
    """``actie`` with something in the place of a remark that a template says all of."""
    return actie if actie.opmerking else replace(actie, opmerking=ZONDER_OPMERKING.get(actie.moment, ""))


def _own_seat(seat: Deelnemer, punten: tuple[Agendadossier, ...]) -> Deelnemer:
    return replace(seat, punten=tuple(one.nummer for one in punten), alle_punten=False)


def _told(punt: Agendadossier, inzage: Inzage) -> Iterator[Verstrekt]:
    """On which ground each leefgebied that is shown is told, and the day of release where it is."""
    by_ground: dict[Grondslag, list[str]] = {}
    for domain in punt.leefgebieden:
        for soort in Gegevenssoort:
            ground = inzage.ground_for(soort, domain.leefgebied)
            if ground is not None and domain.leefgebied not in by_ground.setdefault(ground, []):
                by_ground[ground].append(domain.leefgebied)
    if punt.ontslag is not None or punt.status:
        ground = inzage.ground_for(Gegevenssoort.DETENTIE)
        if ground is not None:
            by_ground.setdefault(ground, [])
    for recht in inzage.rechten:
        if recht.grondslag in by_ground:
            yield Verstrekt(punt.dossier, recht.grondslag, tuple(by_ground[recht.grondslag]), recht.afspraak)


def _parts_left_out(punt: Agendadossier, inzage: Inzage) -> Iterator[Weggelaten]:
    """What of a dossier that is shown was left out, where there was something."""
    why = f"daar is geen grondslag voor{f' ({inzage.reden})' if inzage.reden else ''}"
    hidden = [one for one in punt.leefgebieden if not _may_be(one, inzage) and _has_something(one)]
    for domain in hidden:
        yield Weggelaten(punt.dossier, f"leefgebied {domain.leefgebied}", why)
    for soort in Gegevenssoort:
        if not any(recht.gives(soort, None) for recht in inzage.rechten):
            yield Weggelaten(punt.dossier, f"gegevens van de soort {soort}", "geen van de grondslagen geeft die")
    if punt.veiligheidsplan:
        yield Weggelaten(punt.dossier, "dat er een veiligheidsplan is", "geen grondslag geeft dat")
    if len(punt.partners) > 1:
        yield Weggelaten(punt.dossier, "wie er verder aan tafel zit", "dat gaat een partner niet aan")


def _has_something(domain: Leefgebiedpunt) -> bool:
    return domain.te_bespreken or bool(domain.acties) or domain.situatie is not None
