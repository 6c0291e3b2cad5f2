"""The release: the day moved, or the person has left."""

from dataclasses import dataclass
from datetime import date

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.keuzes import BINNEN, Status, Zekerheid
from nazorg.dossier import Ontslag
from nazorg.editing import Bewerking, VoegToe, Zet
from nazorg.errors import UsageError
from nazorg.register import Werkblad
from nazorg.register.wijziging import Plan, Voornemen

_ONTSLAG = ("detentie", "ontslag")

WEG = "weg"
"""What to say for a date that no longer holds and has no other."""


@dataclass(frozen=True)
class Ontslagdatum:
    """The new expected day. ``vroegst`` and ``uiterst`` are a date, ``WEG``, or ``None`` where nothing was said."""

    verwacht: date
    vroegst: date | str | None = None
    uiterst: date | str | None = None
    zekerheid: Zekerheid | None = None


def release(op: date) -> Plan:
    """The person left on ``op``, a day that is not in the future."""

    def plan(blad: Werkblad) -> Voornemen:
        if op > blad.vandaag:
            raise UsageError(
                f"{op} is nog niet geweest.", "Verwacht u dat iemand dan vrijkomt? Gebruik: nazorg ontslagdatum"
            )
        steps: list[Bewerking] = [Zet((*_ONTSLAG, "feitelijk"), str(op))]
        if blad.dossier.status in BINNEN or blad.dossier.status is Status.EXTRAMURAAL:
            steps.append(Zet(("status",), str(Status.NAZORG)))
        known = _release_of(blad).feitelijk
        return Voornemen(f"dag van vrijlating verbeterd (was {known})" if known else "vrijgekomen", tuple(steps))

    return plan


def open_questions(ontslag: Ontslag, nieuw: Ontslagdatum) -> tuple[str, ...]:
    """The fields of ``ontslag`` that hold a date of which ``nieuw`` does not say what becomes of it."""
    return tuple(
        name for name in ("vroegst", "uiterst") if getattr(ontslag, name) is not None and getattr(nieuw, name) is None
    )


def move_release(nieuw: Ontslagdatum, reden: str) -> Plan:
    """The expected day of release becomes another; the old one goes to ``ontslag_historie`` with ``reden``.

    An earliest or latest day that stands there was said of the old date: each must be given anew or dropped, else
    terms would go on counting from a day that no longer holds.
    """

    def plan(blad: Werkblad) -> Voornemen:
        ontslag = _release_of(blad)
        _check(blad, ontslag, nieuw)
        steps: list[Bewerking] = [Zet((*_ONTSLAG, "verwacht"), str(nieuw.verwacht))]
        for name in ("vroegst", "uiterst"):
            value = getattr(nieuw, name)
            if value is not None and not (value == WEG and getattr(ontslag, name) is None):
                steps.append(Zet((*_ONTSLAG, name), "" if value == WEG else str(value)))
        zekerheid = nieuw.zekerheid or (Zekerheid.VERWACHT if ontslag.zekerheid is Zekerheid.ONBEKEND else None)
        if zekerheid is not None:
            steps.append(Zet((*_ONTSLAG, "zekerheid"), str(zekerheid)))
        if ontslag.verwacht != nieuw.verwacht:
            entry: dict[str, Boom] = {
                "id": blad.new_id(),
                "op": str(blad.vandaag),
                "van": str(ontslag.verwacht or ""),
                "naar": str(nieuw.verwacht),
                "reden": reden,
            }
            item: Boom = {name: value for name, value in entry.items() if value}
            steps.append(VoegToe(("detentie", "ontslag_historie"), item))
        return Voornemen("ontslagdatum gewijzigd", tuple(steps))

    return plan


def _release_of(blad: Werkblad) -> Ontslag:
    return (blad.dossier.detentie.ontslag if blad.dossier.detentie else None) or Ontslag()


def _check(blad: Werkblad, ontslag: Ontslag, nieuw: Ontslagdatum) -> None:
    if ontslag.feitelijk is not None:
        raise UsageError(
            f"{blad.dossier.dossier} is al vrij, sinds {ontslag.feitelijk}.",
            f"Klopt dat niet: nazorg vrij {blad.dossier.dossier} DATUM",
        )
    left = open_questions(ontslag, nieuw)
    if left:
        known = " en ".join(f"'{name}' ({getattr(ontslag, name)})" for name in left)
        ask = " ".join(f"--{name} DATUM" for name in left)
        raise UsageError(
            f"In het dossier staat nog {known}; dat hoorde bij de oude datum.",
            f"Zeg wat daarmee gebeurt: {ask}, of {' '.join(f'--{name} {WEG}' for name in left)}.",
        )
