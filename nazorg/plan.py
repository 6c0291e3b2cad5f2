"""One page for the person: their wishes, what they do themselves, who helps with what and when, and what went well.

What stands here is read by the person, at a kitchen table or a cell's. So it holds what was agreed with them and
nothing else: no offence, no kind of detention, no notes, nothing of what they refused, nothing about their safety plan.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from nazorg.begrippen.keuzes import Actiestatus, Akkoord, Hulpvraag, JaNee, Partnersoort
from nazorg.dossier import Actie, Dossier
from nazorg.errors import UsageError
from nazorg.instellingen import BETROKKENE
from nazorg.register import Onleesbaar, Register
from nazorg.termijnen import compute_deadline, compute_niet_voor

ONLANGS = timedelta(weeks=4)
"""So long what was done is still good news."""

MEEST_GELUKT = 5

_TEGENOVER = frozenset({Partnersoort.POLITIE, Partnersoort.ZVH, Partnersoort.VEILIG_THUIS})
"""Partners who act for the safety of others: what they do is not told here."""

_NIET_HIER = ("veiligheidsplan", "bestuurlijke maatregel")
"""Words of an action that was written by hand without ``in_plan: nee``; it is left out all the same."""


@dataclass(frozen=True)
class Planactie:
    """Something that is to be done. ``wie`` is a name for paper; empty when that is still to be decided.

    ``voor`` is the last day, ``vanaf`` the first. ``te_laat``: that last day is over. ``wacht_op_u``: it waits for the
    person.
    """

    wat: str
    wie: str
    voor: date | None
    vanaf: date | None
    te_laat: bool
    wacht_op_u: bool


@dataclass(frozen=True)
class Planonderwerp:
    """What is to be done about one leefgebied, the most urgent first."""

    leefgebied: str
    acties: tuple[Planactie, ...]


@dataclass(frozen=True)
class Gesprek:
    """The next consultation about this dossier; ``tijd`` and ``plaats`` where they are known."""

    datum: date
    tijd: time | None
    plaats: str | None


@dataclass(frozen=True)
class Plan:
    """The page. ``wensen`` were agreed on, ``nog_vragen`` were written down without asking."""

    peildatum: date
    contact: str
    mail: str | None
    gemeente: str
    wensen: tuple[str, ...]
    nog_vragen: tuple[str, ...]
    zelf: tuple[Planonderwerp, ...]
    hulp: tuple[Planonderwerp, ...]
    gesprek: Gesprek | None
    gelukt: tuple[str, ...]


def make_plan(register: Register, path: str) -> Plan | Onleesbaar:
    """The page for the person of the dossier at ``path``, as it stands on the register's peildatum.

    Raises ``UsageError`` for a dossier that does not run any more.
    """
    gelezen = register.lijstdossier(path)
    if isinstance(gelezen, Onleesbaar):
        return gelezen
    dossier = gelezen.waarde
    assert dossier is not None  # what can stand in a list has been read
    if not dossier.loopt:
        raise UsageError(f"{dossier.dossier} loopt niet meer, dus er is geen plan te maken.", "")
    region = register.instellingen
    director = region.regisseurs.get(dossier.regisseur)
    told = list(_told(register, dossier))
    todo = [(naam, actie) for naam, actie in told if actie.is_onaf]
    return Plan(
        peildatum=register.peildatum,
        contact=region.naam_van(dossier.regisseur),
        mail=director.mail if director else None,
        gemeente=dossier.gemeente,
        wensen=_wishes(dossier, {Akkoord.JA}),
        nog_vragen=_wishes(dossier, {Akkoord.NIET_GEVRAAGD, None}),
        zelf=_topics(register, dossier, (pair for pair in todo if pair[1].eigenaar == BETROKKENE)),
        hulp=_topics(register, dossier, (pair for pair in todo if pair[1].eigenaar != BETROKKENE)),
        gesprek=_next_consultation(register, dossier),
        gelukt=_good_news(told, register.peildatum),
    )


def _told(register: Register, dossier: Dossier) -> Iterator[tuple[str, Actie]]:
    """The actions that the person may be told of here, each with its leefgebied."""
    partners = register.instellingen.partners
    refused = _refused(dossier)
    for naam, _, actie in dossier.acties():
        partner = partners.get(actie.eigenaar or "")
        words = actie.wat.casefold()
        if (
            naam in refused
            or actie.in_plan is JaNee.NEE
            or (partner is not None and partner.soort in _TEGENOVER)
            or any(one in words for one in _NIET_HIER)
        ):
            continue
        yield naam, actie


def _refused(dossier: Dossier) -> set[str]:
    return {naam for naam, one in dossier.leefgebieden.items() if one.hulpvraag is Hulpvraag.GEWEIGERD}


def _wishes(dossier: Dossier, akkoord: set[Akkoord | None]) -> tuple[str, ...]:
    refused = _refused(dossier)
    return tuple(doel.wens for doel in dossier.doelen if doel.akkoord in akkoord and doel.leefgebied not in refused)


def _topics(register: Register, dossier: Dossier, acties: Iterable[tuple[str, Actie]]) -> tuple[Planonderwerp, ...]:
    """The actions by leefgebied; what is most urgent leads, both of the topics and within one."""
    found: dict[str, list[Planactie]] = {}
    for naam, actie in acties:
        found.setdefault(naam, []).append(_told_as(register, dossier, actie))
    order = {naam: number for number, naam in enumerate(register.instellingen.alle_leefgebieden)}
    topics = [Planonderwerp(naam, tuple(sorted(own, key=_urgency))) for naam, own in found.items()]
    topics.sort(key=lambda one: (_urgency(one.acties[0]), order.get(one.leefgebied, len(order))))
    return tuple(topics)


def _told_as(register: Register, dossier: Dossier, actie: Actie) -> Planactie:
    last = _day(register, dossier, actie)
    not_before = compute_niet_voor(actie, dossier, register.instellingen, register.kalender)
    first = not_before.datum if not_before else None
    owner = actie.eigenaar
    return Planactie(
        wat=actie.wat.rstrip(" ."),
        wie=register.instellingen.naam_van(owner) if owner and owner != BETROKKENE else "",
        voor=last,
        vanaf=first if first and first > register.peildatum else None,
        te_laat=last is not None and last < register.peildatum,
        wacht_op_u=actie.status is Actiestatus.WACHT and actie.wacht_op == BETROKKENE,
    )


def _day(register: Register, dossier: Dossier, actie: Actie) -> date | None:
    deadline = compute_deadline(actie, dossier, register.instellingen, register.kalender, register.peildatum)
    return deadline.datum if deadline else None


def _urgency(actie: Planactie) -> date:
    return actie.voor or date.max


def _next_consultation(register: Register, dossier: Dossier) -> Gesprek | None:
    """The first consultation from today on that has this dossier on its agenda."""
    coming = []
    for path in register.overleg_paths:
        overleg = register.overleg(path).waarde
        if overleg is None or overleg.datum < register.peildatum:
            continue
        if any(punt.dossier == dossier.dossier for punt in overleg.dossiers):
            coming.append(Gesprek(overleg.datum, overleg.tijd, overleg.plaats))
    return min(coming, key=lambda one: (one.datum, one.tijd or time.min), default=None)


def _good_news(told: Iterable[tuple[str, Actie]], today: date) -> tuple[str, ...]:
    """What was done lately, or gave the person something at once; the latest first."""
    done = [
        (actie.gedaan_op or date.min, actie.wat)
        for _, actie in told
        if actie.status is Actiestatus.GEDAAN
        and (actie.snel_succes is JaNee.JA or (actie.gedaan_op is not None and actie.gedaan_op >= today - ONLANGS))
    ]
    done.sort(key=lambda one: one[0], reverse=True)
    return tuple(dict.fromkeys(wat.rstrip(" .") for _, wat in done))[:MEEST_GELUKT]
