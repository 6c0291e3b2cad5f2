"""How long a rule's term is: for everyone, or as the gemeente set it, at most what the law allows."""

from datetime import date, timedelta
from typing import NamedTuple

from nazorg.begrippen.termen import Duur
from nazorg.instellingen import Instellingen
from nazorg.termijnen.regel import Regel
from nazorg.termijnen.regelboek import Onbepaald
from nazorg.termijnen.tellen import add_duration
from nazorg.termijnen.werkdagen import Werkkalender

_DAGEN = 4 * 366


class Lengte(NamedTuple):
    """The length of a term, and in words that it was cut to what the law allows (mostly empty)."""

    duur: Duur
    begrensd: str = ""


def duration_of(
    regel: Regel, start: date, gemeente: str, instellingen: Instellingen, kalender: Werkkalender
) -> Lengte | Onbepaald:
    """How long the term of ``regel`` is that begins on ``start`` in a dossier of ``gemeente``.

    One that the gemeente set longer than the law allows is counted as the law allows it.
    """
    if not regel.per_gemeente:
        if regel.termijn is None:
            return Onbepaald(f"de termijn '{regel.id}' heeft geen duur", "Vul in nazorg.yaml 'termijn' in.")
        return Lengte(regel.termijn)
    own = instellingen.gemeenten.get(gemeente)
    duur = own.termijnen.get(regel.id) if own else None
    if duur is None:
        limit = f", hooguit {regel.hooguit}" if regel.hooguit else ""
        return Onbepaald(
            f"de termijn '{regel.id}' is voor {gemeente} niet ingesteld",
            f"Zet hem in nazorg.yaml bij de gemeente: termijnen: {{{regel.id}: …}}{limit}.",
        )
    limit_duur = regel.hooguit
    if limit_duur is None or not _is_later(start, duur, limit_duur, kalender):
        return Lengte(duur)
    return Lengte(limit_duur, f"{duur.in_words()} ingesteld, maar hooguit {limit_duur.in_words()} is toegestaan")


def is_longer(duur: Duur, limit: Duur, kalender: Werkkalender) -> bool:
    """Whether a term of ``duur`` can end later than one of ``limit``: on some day, since months and holidays differ."""
    if duur.eenheid is limit.eenheid:
        return duur.aantal > limit.aantal
    first = date(2024, 1, 1)  # four years: each day of the year, a leap year, every place of the weekends
    return any(_is_later(first + timedelta(days=place), duur, limit, kalender) for place in range(_DAGEN))


def _is_later(start: date, duur: Duur, limit: Duur, kalender: Werkkalender) -> bool:
    try:
        return add_duration(start, duur, kalender) > add_duration(start, limit, kalender)
    except OverflowError:
        return duur.aantal > limit.aantal
