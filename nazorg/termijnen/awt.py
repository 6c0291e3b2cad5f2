"""The Algemene termijnenwet (Awt): a term of the law does not end on a closed day, and holds two open ones."""

from collections.abc import Iterator
from datetime import date, timedelta

from nazorg.begrippen.datums import dag_in_woorden
from nazorg.begrippen.termen import Duur, Eenheid
from nazorg.termijnen.stap import Stap, Stapsoort
from nazorg.termijnen.werkdagen import GELIJKGESTELD, Werkkalender

TERUGGETELD = "wie terugtelt van een gebeurtenis, houdt de dag waarop hij uitkomt (Awt art. 1 lid 2)"

_LANGSTE = {Eenheid.DAG: 90, Eenheid.WEEK: 12, Eenheid.MAAND: 3}
"""Of longer terms the law says nothing (art. 4 sub a); a term in hours or years cannot be written here."""

_LEAST_OPEN = 2
_DAG = timedelta(days=1)


def why_excluded(duur: Duur) -> str:
    """Why the Awt does not hold for a term of ``duur`` (art. 4); empty where it does."""
    longest = _LANGSTE.get(duur.eenheid)
    if longest is None or duur.aantal <= longest:
        return ""
    limit = Duur(longest, duur.eenheid).in_words()
    return f"de Awt geldt niet voor een termijn van meer dan {limit} (Awt art. 4)"


def extend(start: date, end: date, duur: Duur, kalender: Werkkalender) -> Iterator[Stap]:
    """Each extension of a term of the law of ``duur`` that was counted forward from ``start`` and came to ``end``.

    First to the next open day (art. 1 lid 1), then until two open days lie in it (art. 2): not counting ``start``.
    """
    closed = kalender.closed(end)
    if closed is not None:
        end = kalender.add(end, 1)
        words, article = _closed_day(closed)
        yield Stap(end, f"eindigt op {words} → {dag_in_woorden(end)}, {article}", Stapsoort.AWT)
    if not _has_three_days(duur):
        return
    second = kalender.add(start, _LEAST_OPEN)
    if second > end:
        open_days = sum(kalender.is_werkdag(start + place * _DAG) for place in range(1, (end - start).days + 1))
        words = f"er {'ligt' if open_days == 1 else 'liggen'} {open_days or 'geen'} {_open(open_days)} in de termijn"
        yield Stap(second, f"{words}, en het moeten er twee zijn → {dag_in_woorden(second)}, Awt art. 2", Stapsoort.AWT)


def _has_three_days(duur: Duur) -> bool:
    """Whether art. 2 speaks of such a term: one of at least three days."""
    return duur.aantal > 0 and (duur.eenheid in (Eenheid.WEEK, Eenheid.MAAND) or duur.aantal >= 3)


def _closed_day(words: str) -> tuple[str, str]:
    """What the closed day is called in a sentence, and the article by which the term goes on."""
    if words == GELIJKGESTELD:
        return f"een {GELIJKGESTELD}", "Awt art. 1 lid 1 en art. 3 lid 3"
    if words in ("zaterdag", "zondag"):
        return f"een {words}", "Awt art. 1 lid 1"
    return words, "Awt art. 1 lid 1"


def _open(number: int) -> str:
    return "werkdag" if number == 1 else "werkdagen"
