"""Apply a traject: every step that a dossier does not have becomes an action of it."""

from collections.abc import Iterator
from random import Random

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.keuzes import IN_ORDE, Hulpvraag, JaNee
from nazorg.begrippen.termen import Term
from nazorg.dossier import Actie, Dossier
from nazorg.editing import VoegToe, edit
from nazorg.errors import UsageError
from nazorg.reading import key_order, read_dossier
from nazorg.register import Register, Werkblad
from nazorg.register.wijziging import Plan, Voornemen
from nazorg.termijnen import add_duration, compute_deadline
from nazorg.traject import Traject, Trajectstap
from nazorg.wijzigen.eigenaar import owner_of


def apply_traject(traject: Traject) -> Plan:
    """The steps of ``traject`` that the dossier does not have yet, as actions agreed today.

    A step is there when an action says so in ``stap``, whatever became of that action, and whichever traject it came
    from. Nothing is added to a leefgebied that needs nothing, or in which help was not asked for (``passed_over``).
    """

    def plan(blad: Werkblad) -> Voornemen:
        dossier = blad.dossier
        if not dossier.loopt:
            raise UsageError(f"{dossier.dossier} loopt niet meer.", "Er is niets veranderd.")
        ids = _present(dossier)
        skipped = passed_over(traject, dossier)
        fresh = {
            sleutel: stap
            for sleutel, stap in traject.stappen.items()
            if sleutel not in ids and stap.leefgebied not in skipped
        }
        new = {sleutel: blad.new_id(f"{dossier.dossier}/{sleutel}") for sleutel in fresh}
        ids |= new
        steps = tuple(
            VoegToe(("leefgebieden", stap.leefgebied, "acties"), _action(blad, traject.traject, sleutel, stap, ids))
            for sleutel, stap in fresh.items()
        )
        count = f"{len(new)} {'actie' if len(new) == 1 else 'acties'}"
        return Voornemen(f"traject {traject.traject} toegepast ({count})", steps, tuple(new.values()))

    return plan


def with_traject(register: Register, pad: str, data: bytes, traject: Traject, random: Random) -> bytes:
    """The text ``data`` of a new dossier at ``pad`` with the steps of ``traject`` in it."""
    gelezen = read_dossier(Bestand(pad, data))
    if gelezen.waarde is None:
        return data  # what is wrong with it is said when it is to be written
    blad = Werkblad(
        gelezen.document, gelezen.waarde, register.instellingen, register.kalender, register.peildatum, random
    )
    return edit(gelezen.document, apply_traject(traject)(blad).bewerkingen, key_order).data


def passed_over(traject: Traject, dossier: Dossier) -> dict[str, str]:
    """The leefgebieden that steps of ``traject`` belong to and that get none, each with why (in Dutch)."""
    domains = dict.fromkeys(stap.leefgebied for stap in traject.stappen.values())
    return {naam: why for naam in domains if (why := _why_nothing(dossier, naam))}


def _why_nothing(dossier: Dossier, naam: str) -> str:
    leefgebied = dossier.leefgebieden.get(naam)
    if leefgebied is None:
        return ""
    if leefgebied.hulpvraag is Hulpvraag.GEWEIGERD:
        return "de betrokkene wil hier geen hulp"
    if leefgebied.hulpvraag is Hulpvraag.NEE:
        return "de betrokkene vraagt hier geen hulp"
    if leefgebied.stand in IN_ORDE:
        return "is al op orde, of niet van toepassing"
    return "er is afgesproken dat er niets hoeft" if leefgebied.geen_actie else ""


def _present(dossier: Dossier) -> dict[str, str]:
    """The steps that are in the dossier, each with the id of its action (empty while that has none)."""
    return {actie.stap.partition("/")[2]: actie.id or "" for _, _, actie in dossier.acties() if actie.stap}


def _action(blad: Werkblad, traject: str, sleutel: str, stap: Trajectstap, ids: dict[str, str]) -> Boom:
    fields: dict[str, Boom] = {
        "id": ids[sleutel],
        "wat": stap.wat,
        "eigenaar": owner_of(stap.eigenaar, blad.dossier, blad.instellingen),
        "uiterlijk": _due(blad, stap),
        "afgesproken": str(blad.vandaag),
        "na": list(_waits(stap, ids)),
        "snel_succes": "ja" if stap.snel_succes is JaNee.JA else "",
        "niet_voor": str(stap.niet_voor or ""),
        "herhaal": str(stap.herhaal or ""),
        "in_plan": "nee" if stap.in_plan is JaNee.NEE else "",
        "stap": f"{traject}/{sleutel}",
    }
    return {name: value for name, value in fields.items() if value}


def _waits(stap: Trajectstap, ids: dict[str, str]) -> Iterator[str]:
    """The actions that come first; a step that was passed over is not waited for."""
    return (ids[sleutel] for sleutel in stap.na if ids.get(sleutel))


def _due(blad: Werkblad, stap: Trajectstap) -> str:
    """The deadline as it comes to stand there.

    A term that counts forward and has run out already would be late the moment it is agreed. Such a step gets the
    time that the region grants when a term is over (``inkorting``); one that counts back gets that by itself.
    """
    term = stap.uiterlijk
    if isinstance(term, Term) and not term.terug:
        region = blad.instellingen
        actie = Actie(wat=stap.wat, uiterlijk=term)
        deadline = compute_deadline(actie, blad.dossier, region, blad.kalender, blad.vandaag)
        if deadline and deadline.datum and deadline.datum < blad.vandaag:
            return str(add_duration(blad.vandaag, region.inkorting, blad.kalender))
    return str(term or "")
