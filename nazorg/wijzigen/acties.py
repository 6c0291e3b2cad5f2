"""Changes of actions: a new one, done, put off, allotted to someone."""

from collections.abc import Mapping
from datetime import date

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.keuzes import Actiestatus, JaNee, Telrichting
from nazorg.begrippen.termen import Regelterm
from nazorg.dossier import Actie
from nazorg.editing import Bewerking, VoegToe, Zet
from nazorg.errors import UsageError
from nazorg.register import Plaats, Werkblad
from nazorg.register.wijziging import Plan, Voornemen
from nazorg.termijnen import Regel, add_duration, find_rule


def add_actie(leefgebied: str, velden: Mapping[str, Boom]) -> Plan:
    """A new action under ``leefgebied``, agreed today; ``velden`` are its fields as they come to stand there."""

    def plan(blad: Werkblad) -> Voornemen:
        fresh = blad.new_id()
        filled = {name: value for name, value in velden.items() if value}
        first, rest = _split(filled)
        item: dict[str, Boom] = {"id": fresh, **first, "afgesproken": str(blad.vandaag), **rest}
        return Voornemen(f"actie {fresh} afgesproken", (VoegToe(_acties(leefgebied), item),), (fresh,))

    return plan


def finish(begin: str, op: date | None, resultaat: str) -> Plan:
    """The action whose id starts with ``begin`` is done, on ``op`` or else today. One that repeats comes back.

    It comes back as a new action, whose deadline counts from the day on which this one was done; a rule that set its
    term and is as long as the repetition sets the next one.
    """

    def plan(blad: Werkblad) -> Voornemen:
        place = blad.actie(begin)
        actie = place.actie
        if actie.status is Actiestatus.GEDAAN:
            raise UsageError(f"Actie {actie.id} is al gedaan, op {actie.gedaan_op}.", "Er is niets veranderd.")
        day = op or blad.vandaag
        steps: list[Bewerking] = [
            Zet((*place.route, "status"), str(Actiestatus.GEDAAN)),
            Zet((*place.route, "gedaan_op"), str(day)),
        ]
        if resultaat:
            steps.append(Zet((*place.route, "resultaat"), resultaat))
        again = _again(blad, actie, day)
        if again:
            steps.append(VoegToe(_acties(place.leefgebied), again))
        return Voornemen(f"actie {actie.id} gedaan", tuple(steps), _ids(place))

    return plan


def defer(begin: str, uiterlijk: str) -> Plan:
    """The action whose id starts with ``begin`` gets the deadline ``uiterlijk``, a date or a term, agreed today."""

    def plan(blad: Werkblad) -> Voornemen:
        place = _unfinished(blad, begin)
        if place.actie.uiterlijk is not None and str(place.actie.uiterlijk) == uiterlijk:
            return Voornemen(f"actie {place.actie.id} blijft zoals zij was", (), _ids(place))
        steps = (
            Zet((*place.route, "uiterlijk"), uiterlijk),
            Zet((*place.route, "afgesproken"), str(blad.vandaag)),
        )
        return Voornemen(f"actie {place.actie.id} uitgesteld", steps, _ids(place))

    return plan


def allot(begin: str, eigenaar: str) -> Plan:
    """The action whose id starts with ``begin`` is ``eigenaar``'s from now on."""

    def plan(blad: Werkblad) -> Voornemen:
        place = _unfinished(blad, begin)
        return Voornemen(
            f"actie {place.actie.id} toegedeeld", (Zet((*place.route, "eigenaar"), eigenaar),), _ids(place)
        )

    return plan


def _unfinished(blad: Werkblad, begin: str) -> Plaats:
    place = blad.actie(begin)
    if not place.actie.is_onaf:
        raise UsageError(
            f"Actie {place.actie.id} is al klaar ({place.actie.status}).", "Maak een nieuwe met: nazorg actie"
        )
    return place


def _again(blad: Werkblad, actie: Actie, day: date) -> dict[str, Boom]:
    """The action that comes back; empty where it does not."""
    if actie.herhaal is None:
        return {}
    try:
        due = add_duration(day, actie.herhaal, blad.kalender)
    except OverflowError:
        raise UsageError(
            f"Actie {actie.id} komt pas terug na het laatste jaar dat er is.", "Kijk 'herhaal' na."
        ) from None
    fields = {
        "id": blad.new_id(),
        "wat": actie.wat,
        "eigenaar": actie.eigenaar or "",
        "uiterlijk": _by_rule(blad, actie, day) or str(due),
        "afgesproken": str(day),
        "herhaal": str(actie.herhaal),
        "in_plan": str(actie.in_plan) if actie.in_plan is JaNee.NEE else "",
        "stap": actie.stap or "",
    }
    return {name: value for name, value in fields.items() if value}


def _by_rule(blad: Werkblad, actie: Actie, day: date) -> str:
    """The term counted anew from ``day``, where a rule that is as long as the repetition set it; else empty.

    A term of the law stays one: it follows the Awt, and lapses at release where it binds the institution.
    """
    term = actie.uiterlijk
    if not isinstance(term, Regelterm):
        return ""
    regel = find_rule(term.regel, day, blad.instellingen)
    if not isinstance(regel, Regel) or regel.richting is not Telrichting.VOORUIT or regel.termijn != actie.herhaal:
        return ""
    return str(Regelterm(term.regel, day))


def _split(velden: Mapping[str, Boom]) -> tuple[dict[str, Boom], dict[str, Boom]]:
    """The fields that come before ``afgesproken``, and those that come behind it."""
    before = ("wat", "eigenaar", "uiterlijk")
    first = {name: velden[name] for name in before if name in velden}
    return first, {name: value for name, value in velden.items() if name not in first}


def _acties(leefgebied: str) -> tuple[str, str, str]:
    return ("leefgebieden", leefgebied, "acties")


def _ids(place: Plaats) -> tuple[str, ...]:
    return (place.actie.id,) if place.actie.id else ()
