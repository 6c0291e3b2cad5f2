"""The deadline of an action: counted, shortened, suspended, each step told."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from nazorg.begrippen.termen import Duur, Eenheid, Regelterm, Term
from nazorg.dossier import Actie, Dossier, Opschorting
from nazorg.instellingen import Instellingen
from nazorg.termijnen.ankers import anchor_date
from nazorg.termijnen.werkdagen import Werkkalender

_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stap:
    """One step on the way to a deadline: what happened, and the day that came of it."""

    datum: date
    omschrijving: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """When an action must be done.

    ``datum`` is ``None`` when there is none: because it cannot be computed (``onbepaald`` says why) or because
    its clock
    stands still (``opgeschort``). ``geteld_vanaf`` is the day that a term counts from; a plain date has none.
    ``valt_op`` names the weekend day or holiday on which it falls: it stays there, a reader wants to know.
    """

    datum: date | None
    geteld_vanaf: date | None = None
    onbepaald: str = ""
    opgeschort: Opschorting | None = None
    ingekort: bool = False
    valt_op: str = ""
    stappen: tuple[Stap, ...] = ()


def compute_deadline(
    actie: Actie, dossier: Dossier, instellingen: Instellingen, kalender: Werkkalender, peildatum: date
) -> Deadline | None:
    """The deadline of ``actie`` as it stands on ``peildatum``; ``None`` when none was agreed.

    A term that counts back is never moved by a weekend or holiday, and neither is an agreement between partners,
    which has no Awt. A suspension stops the clock of a forward term and of a plain date.
    """
    uiterlijk = actie.uiterlijk
    if uiterlijk is None:
        return None
    if isinstance(uiterlijk, Term) and uiterlijk.terug:
        return _back(uiterlijk, actie, dossier, instellingen.inkorting, kalender)
    if isinstance(uiterlijk, date):
        counted = Deadline(uiterlijk, stappen=(Stap(uiterlijk, "afgesproken datum"),))
        return _suspended(counted, actie.afgesproken, actie, kalender, peildatum)
    counted = _forward(uiterlijk, dossier, instellingen, kalender)
    return _suspended(counted, counted.geteld_vanaf, actie, kalender, peildatum) if counted.datum else counted


def add_duration(start: date, duur: Duur, kalender: Werkkalender, sign: int = 1) -> date:
    """``start`` plus (or with ``sign`` -1 minus) ``duur``; a month ends on the same day, clipped to the month's end.

    Raises ``OverflowError`` beyond the years that a date can hold.
    """
    amount = sign * duur.aantal
    if duur.eenheid is Eenheid.WERKDAG:
        return kalender.add(start, amount)
    if duur.eenheid is Eenheid.MAAND:
        return _add_months(start, amount)
    return start + timedelta(days=amount * (7 if duur.eenheid is Eenheid.WEEK else 1))


def _add_months(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("year out of range")
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def _back(term: Term, actie: Actie, dossier: Dossier, inkorting: Duur, kalender: Werkkalender) -> Deadline:
    anchor = anchor_date(term.anker, True, dossier)
    if anchor is None:
        return Deadline(None, onbepaald=_unknown(term))
    steps = [Stap(anchor.datum, anchor.omschrijving)]
    try:
        day = add_duration(anchor.datum, term.duur, kalender, -1)
    except OverflowError:
        return Deadline(None, anchor.datum, onbepaald="de termijn is te lang om te rekenen")
    steps.append(Stap(day, f"{term.duur.in_words()} terug"))
    shortened = actie.afgesproken is not None and day < actie.afgesproken
    if actie.afgesproken is not None and shortened:
        day = min(add_duration(actie.afgesproken, inkorting, kalender), anchor.datum)
        steps.append(
            Stap(day, f"ingekort: lag voor de afspraak van {actie.afgesproken}, nu {inkorting.in_words()} daarna")
        )
    return Deadline(day, anchor.datum, ingekort=shortened, valt_op=kalender.closed(day) or "", stappen=tuple(steps))


def _forward(term: Term | Regelterm, dossier: Dossier, instellingen: Instellingen, kalender: Werkkalender) -> Deadline:
    if isinstance(term, Regelterm):
        regel = instellingen.termijnen.get(term.regel)
        if regel is None:
            return Deadline(None, onbepaald=f"de termijn '{term.regel}' staat niet in nazorg.yaml")
        start, words, duur = term.vanaf, f"begin van {regel.naam or term.regel}", regel.termijn
    else:
        anchor = anchor_date(term.anker, False, dossier)
        if anchor is None:
            return Deadline(None, onbepaald=_unknown(term))
        start, words, duur = anchor.datum, anchor.omschrijving, term.duur
    try:
        day = add_duration(start, duur, kalender)
    except OverflowError:
        return Deadline(None, start, onbepaald="de termijn is te lang om te rekenen")
    return Deadline(day, start, stappen=(Stap(start, words), Stap(day, f"{duur.in_words()} verder")))


def _suspended(
    counted: Deadline, start: date | None, actie: Actie, kalender: Werkkalender, peildatum: date
) -> Deadline:
    """The deadline with every suspension that began before it ran out; one that still runs leaves it open.

    Each adds its days from ``van`` until, not including, ``hervat``, as far as they lie after the start; days that two
    suspensions share count once.
    """
    day = counted.datum
    assert day is not None  # the caller has counted
    steps = list(counted.stappen)
    from_day = start + _DAG if start else date.min
    for opschorting in sorted(actie.opschorting, key=lambda one: one.van):
        if opschorting.van > day:
            break
        if opschorting.hervat is None:
            if opschorting.van > peildatum:
                continue
            return Deadline(None, counted.geteld_vanaf, opgeschort=opschorting, stappen=tuple(steps))
        first = max(opschorting.van, from_day)
        extra = (opschorting.hervat - first).days
        if extra > 0:
            day += timedelta(days=extra)
            from_day = opschorting.hervat
            more = Duur(extra, Eenheid.DAG).in_words()
            words = f"opgeschort van {opschorting.van} tot {opschorting.hervat}: {more} erbij"
            steps.append(Stap(day, words))
    return Deadline(day, counted.geteld_vanaf, valt_op=kalender.closed(day) or "", stappen=tuple(steps))


def _unknown(term: Term) -> str:
    words = {
        "aanmelding": "de dag van aanmelding",
        "ingesloten": "de dag van insluiting",
        "binnenkomst": "de dag van binnenkomst",
        "ontslag": "de ontslagdatum",
        "buiten": "de eerste dag buiten",
    }
    return f"{words[term.anker]} is niet bekend"
