"""Why a deadline is what it is: the rule, the way to the day, and what an action waits for down to the root."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import SystemRandom

from nazorg.dossier import Actie, Dossier
from nazorg.register import Onleesbaar, Plaats, Register, Soort, Werkblad, line_of, soort_of
from nazorg.termijnen import Deadline, compute_deadline, compute_niet_voor


@dataclass(frozen=True, slots=True)
class Voorganger:
    """An action that must come first. ``diepte`` 1: the action itself waits for it, 2: what it waits for does.

    ``wortel``: it is unfinished and waits for no other, so all waits for it. ``kring``: it waits for one before it.
    """

    leefgebied: str
    actie: Actie
    uiterlijk: date | None
    diepte: int
    wortel: bool
    kring: bool


@dataclass(frozen=True, slots=True)
class Uitleg:
    """One action with its deadline and what it waits for. ``regel`` is the line; a finished one has no ``soort``."""

    leefgebied: str
    regel: int
    actie: Actie
    soort: Soort | None
    deadline: Deadline | None
    niet_voor: Deadline | None
    voorgangers: tuple[Voorganger, ...]


@dataclass(frozen=True, slots=True)
class Waarom:
    """The explanation of a dossier's deadlines as they stand on ``peildatum``."""

    dossier: Dossier
    pad: str
    peildatum: date
    acties: tuple[Uitleg, ...]


def explain(register: Register, path: str, begin: str = "") -> Waarom | Onleesbaar:
    """Why the deadlines of the dossier at ``path`` are what they are, or why it cannot be read.

    Of every unfinished action, or of the one whose id starts with ``begin``, finished or not. Raises ``UsageError``
    when there is no such action, or more than one.
    """
    gelezen = register.lijstdossier(path)
    if isinstance(gelezen, Onleesbaar):
        return gelezen
    dossier = gelezen.waarde
    assert dossier is not None  # what can stand in a list has been read
    blad = Werkblad(
        gelezen.document, dossier, register.instellingen, register.kalender, register.peildatum, SystemRandom()
    )
    every = [Plaats(naam, place, actie) for naam, place, actie in dossier.acties()]
    chosen = [blad.actie(begin)] if begin else [one for one in every if one.actie.is_onaf]
    uitleg = tuple(_explained(blad, one, line_of(gelezen, one.route)) for one in chosen)
    return Waarom(dossier, path, register.peildatum, uitleg)


def _explained(blad: Werkblad, plaats: Plaats, line: int) -> Uitleg:
    actie = plaats.actie
    deadline = _deadline(blad, actie)
    return Uitleg(
        plaats.leefgebied,
        line,
        actie,
        soort_of(deadline, blad.vandaag) if actie.is_onaf else None,
        deadline,
        compute_niet_voor(actie, blad.dossier, blad.instellingen, blad.kalender),
        tuple(_before(blad, actie)),
    )


def _before(blad: Werkblad, actie: Actie) -> Iterator[Voorganger]:
    """What ``actie`` waits for, and what that waits for, each once; what is finished only where it itself waited."""
    known = {one.id: (naam, one) for naam, _, one in blad.dossier.acties() if one.id}
    seen: set[str] = set()
    todo: list[tuple[str, tuple[str, ...]]] = [(item_id, (actie.id or "",)) for item_id in reversed(actie.na)]
    while todo:
        item_id, chain = todo.pop()
        if item_id in seen or item_id not in known:
            continue
        naam, one = known[item_id]
        if not one.is_onaf and len(chain) > 1:
            continue
        seen.add(item_id)
        open_before = [other for other in one.na if other in known and known[other][1].is_onaf] if one.is_onaf else []
        deadline = _deadline(blad, one)
        yield Voorganger(
            naam,
            one,
            deadline.datum if deadline else None,
            diepte=len(chain),
            wortel=one.is_onaf and not open_before,
            kring=any(other in (*chain, item_id) for other in open_before),
        )
        todo += [(other, (*chain, item_id)) for other in reversed(open_before)]


def _deadline(blad: Werkblad, actie: Actie) -> Deadline | None:
    return compute_deadline(actie, blad.dossier, blad.instellingen, blad.kalender, blad.vandaag)
