"""The deadline of an action: counted, shortened, suspended, extended by the law; each step told."""

from dataclasses import replace
from datetime import date

from nazorg.begrippen.datums import dag_in_woorden, datum_in_woorden
from nazorg.begrippen.keuzes import GEEN_UITERSTE_DAG
from nazorg.begrippen.termen import Duur
from nazorg.dossier import Actie, Dossier
from nazorg.instellingen import Instellingen
from nazorg.termijnen.awt import extend
from nazorg.termijnen.opschorting import suspend
from nazorg.termijnen.regelboek import Onbepaald
from nazorg.termijnen.stap import Stap, Stapsoort
from nazorg.termijnen.tellen import add_duration
from nazorg.termijnen.telling import count_term, counts_back
from nazorg.termijnen.uitkomst import Deadline, undetermined
from nazorg.termijnen.werkdagen import Werkkalender


def compute_deadline(
    actie: Actie, dossier: Dossier, instellingen: Instellingen, kalender: Werkkalender, peildatum: date
) -> Deadline | None:
    """The deadline of ``actie`` as it stands on ``peildatum``; ``None`` when none was agreed.

    A term that counts back is never moved by a weekend or holiday, and neither is an agreement between partners,
    which has no Awt. A suspension stops the clock of a forward term of the dossier or the region, of a plain date, and
    of a rule that says so; then comes the Awt. A term that binds the institution lapses at release.
    """
    uiterlijk = actie.uiterlijk
    if uiterlijk is None:
        return None
    if isinstance(uiterlijk, date):
        day = Deadline(
            uiterlijk,
            opschortbaar=True,
            geen_awt="een afgesproken datum is geen termijn van de wet",
            stappen=(Stap(uiterlijk, "afgesproken datum", Stapsoort.BEGIN),),
        )
        return _on_day(_suspended(day, actie.afgesproken, actie, peildatum), kalender)
    counted = count_term(uiterlijk, dossier, instellingen, kalender)
    if counted.datum is None:
        return counted
    if counted.regel is not None and counted.regel.soort in GEEN_UITERSTE_DAG:
        return undetermined(
            Onbepaald(
                f"'{counted.regel.id}' is een {counted.regel.soort.kort} en geen uiterste dag",
                "Zet deze termijn bij 'niet_voor', en schrijf hier tot wanneer het moet.",
            ),
            counted.geteld_vanaf,
            counted.regel,
        )
    if counts_back(uiterlijk, counted.regel):
        return _on_day(_shortened(counted, actie, instellingen.inkorting, kalender), kalender)
    if counted.opschortbaar:
        counted = _suspended(counted, counted.geteld_vanaf, actie, peildatum)
    return _lapsed(_on_day(_extended(counted, kalender), kalender), dossier, peildatum)


def compute_niet_voor(
    actie: Actie, dossier: Dossier, instellingen: Instellingen, kalender: Werkkalender
) -> Deadline | None:
    """The day before which ``actie`` cannot be done; ``None`` when there is none.

    It is counted as a deadline is, but nothing shortens or suspends it.
    """
    niet_voor = actie.niet_voor
    if niet_voor is None:
        return None
    if isinstance(niet_voor, date):
        return Deadline(niet_voor, stappen=(Stap(niet_voor, "afgesproken datum", Stapsoort.BEGIN),))
    counted = count_term(niet_voor, dossier, instellingen, kalender)
    if counted.datum is None or counts_back(niet_voor, counted.regel):
        return _on_day(counted, kalender)
    return _on_day(_extended(counted, kalender), kalender)


def _shortened(counted: Deadline, actie: Actie, inkorting: Duur, kalender: Werkkalender) -> Deadline:
    """A term counted back that lay before the agreement leaves ``inkorting`` after it, up to the day counted from."""
    day, agreed, anchor = counted.datum, actie.afgesproken, counted.geteld_vanaf
    assert day is not None
    assert anchor is not None
    if agreed is None or day >= agreed:
        return counted
    day = min(add_duration(agreed, inkorting, kalender), anchor)
    words = f"ingekort: lag voor de afspraak van {datum_in_woorden(agreed)}, nu {inkorting.in_words()} daarna"
    if day == anchor:
        words += ", maar niet later dan de dag waarvan geteld is"
    step = Stap(day, words, Stapsoort.INGEKORT)
    return replace(counted, datum=day, ingekort=True, stappen=(*counted.stappen, step))


def _suspended(counted: Deadline, start: date | None, actie: Actie, peildatum: date) -> Deadline:
    if not actie.opschorting or counted.datum is None:
        return counted
    steps, running = suspend(counted.datum, start, actie.opschorting, peildatum)
    day = steps[-1].datum if steps else counted.datum
    return replace(counted, datum=None if running else day, opgeschort=running, stappen=(*counted.stappen, *steps))


def _extended(counted: Deadline, kalender: Werkkalender) -> Deadline:
    """The term as the Awt leaves it, where that holds."""
    day, start, duur = counted.datum, counted.geteld_vanaf, counted.duur
    if counted.geen_awt or day is None or start is None or duur is None:
        return counted
    steps = tuple(extend(start, day, duur, kalender))
    return replace(counted, datum=steps[-1].datum if steps else day, stappen=(*counted.stappen, *steps))


def _lapsed(counted: Deadline, dossier: Dossier, peildatum: date) -> Deadline:
    """A term that binds the institution is over once the person has left; one of a later detention is not."""
    ontslag = dossier.detentie.ontslag if dossier.detentie else None
    left = ontslag.feitelijk if ontslag else None
    start = counted.geteld_vanaf
    if not counted.vervalt_bij_vrijlating or left is None or left > peildatum or start is None or start > left:
        return counted
    words = f"vrijgekomen op {dag_in_woorden(left)}: de termijn bindt de inrichting en vervalt"
    step = Stap(left, words, Stapsoort.VERVALLEN)
    return replace(counted, datum=None, opgeschort=None, vervallen=left, stappen=(*counted.stappen, step))


def _on_day(counted: Deadline, kalender: Werkkalender) -> Deadline:
    closed = kalender.closed(counted.datum) if counted.datum else None
    return replace(counted, valt_op=closed) if closed else counted
