"""The syntax of a term: ``ontslag - 3w``, ``pbw-18a vanaf 2026-04-17``, or a plain date."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nazorg.begrippen.datums import ISO_DATUM, read_datum
from nazorg.begrippen.ids import SLEUTEL
from nazorg.begrippen.keuzes import Anker
from nazorg.begrippen.tekstwaarde import OngeldigeWaarde


class Eenheid(StrEnum):
    """The unit of a term."""

    DAG = "d"
    WEEK = "w"
    MAAND = "m"
    WERKDAG = "wd"


EENHEID_IN_WOORDEN = {
    Eenheid.DAG: ("dag", "dagen"),
    Eenheid.WEEK: ("week", "weken"),
    Eenheid.MAAND: ("maand", "maanden"),
    Eenheid.WERKDAG: ("werkdag", "werkdagen"),
}


@dataclass(frozen=True, slots=True)
class Duur:
    """A number of units: ``8w``. ``aantal`` is not negative."""

    aantal: int
    eenheid: Eenheid

    def __str__(self) -> str:
        return f"{self.aantal}{self.eenheid}"

    def in_words(self) -> str:
        """``8 weken``, ``1 werkdag``; years are told as well: ``48 maanden (4 jaar)``."""
        one, many = EENHEID_IN_WOORDEN[self.eenheid]
        words = f"{self.aantal} {one if self.aantal == 1 else many}"
        if self.eenheid is Eenheid.MAAND and self.aantal > 12 and self.aantal % 12 == 0:
            return f"{words} ({self.aantal // 12} jaar)"
        return words


@dataclass(frozen=True, slots=True)
class Term:
    """A term tied to an anchor: ``duur`` after it, or before it when ``terug``."""

    anker: Anker
    terug: bool
    duur: Duur

    def __str__(self) -> str:
        return f"{self.anker} {'-' if self.terug else '+'} {self.duur}"


@dataclass(frozen=True, slots=True)
class Regelterm:
    """A term that a named rule sets, counted from a day: ``wgs-4-1 vanaf 2026-05-04``."""

    regel: str
    vanaf: date

    def __str__(self) -> str:
        return f"{self.regel} vanaf {self.vanaf}"


Uiterlijk = date | Term | Regelterm
"""What may stand under ``uiterlijk`` and ``niet_voor``."""

ANKERS = frozenset(Anker)
_DUUR = r"(\d{1,4})\s*(wd|d|w|m)"
DUUR_PATROON = r"\d{1,4}\s*(?:wd|d|w|m)"
TERM_PATROON = rf"(?:{'|'.join(Anker)})\s*[-+]\s*{DUUR_PATROON}"
REGELTERM_PATROON = rf"{SLEUTEL}\s+vanaf\s+{ISO_DATUM}"

LANGSTE_TERM = 100
"""No term is longer; a text that is, is not looked at any further."""

_duur = re.compile(_DUUR, re.ASCII)
_term = re.compile(rf"([a-z_]+)\s*([-+])\s*{_DUUR}", re.ASCII)
_regelterm = re.compile(rf"({SLEUTEL})\s+vanaf\s+(\S+)", re.ASCII)
_bijna_term = re.compile(r"([a-z_]+)\s*(?:([-+])\s*(.*))?", re.ASCII)


def read_duur(text: str) -> Duur:
    """The duration that ``text`` (``14d``, ``8w``, ``6m``, ``3wd``) names. Raises ``OngeldigeWaarde`` ``geen_duur``."""
    match = _duur.fullmatch(text)
    if not match:
        raise OngeldigeWaarde("geen_duur", waarde=text)
    return Duur(int(match[1]), Eenheid(match[2]))


def read_herhaling(text: str) -> Duur:
    """The time that ``text`` names after which something comes back: a duration of at least one unit.

    Raises ``OngeldigeWaarde`` ``geen_duur`` and ``geen_herhaling``.
    """
    duur = read_duur(text)
    if not duur.aantal:
        raise OngeldigeWaarde("geen_herhaling", waarde=text)
    return duur


def read_uiterlijk(text: str) -> Uiterlijk:
    """The date or term that ``text`` names.

    Raises ``OngeldigeWaarde``: ``geen_anker`` (with ``keuzes``), ``kaal_anker``, ``geen_duur``, ``geen_term``, or what
    ``read_datum`` raises.
    """
    if len(text) > LANGSTE_TERM:
        raise OngeldigeWaarde("geen_term", waarde="")
    if match := _term.fullmatch(text):
        if match[1] not in ANKERS:
            raise OngeldigeWaarde("geen_anker", waarde=match[1], keuzes=", ".join(Anker))
        return Term(Anker(match[1]), match[2] == "-", Duur(int(match[3]), Eenheid(match[4])))
    if match := _regelterm.fullmatch(text):
        return Regelterm(match[1], read_datum(match[2]))
    if text[:1].isdigit():
        return _read_plain_datum(text)
    if match := _bijna_term.fullmatch(text):
        if match[1] not in ANKERS:
            raise OngeldigeWaarde("geen_anker", waarde=match[1], keuzes=", ".join(Anker))
        if not match[2]:
            raise OngeldigeWaarde("kaal_anker", waarde=text)
        raise OngeldigeWaarde("geen_duur", waarde=(match[3] or "").strip() or text)
    raise OngeldigeWaarde("geen_term", waarde=text)


def read_ankerterm(text: str) -> Term:
    """The term tied to an anchor that ``text`` names.

    Raises ``OngeldigeWaarde`` ``geen_ankerterm``, ``kaal_anker`` or ``geen_duur``.
    """
    try:
        found = read_uiterlijk(text)
    except OngeldigeWaarde as error:
        if error.soort in ("geen_duur", "kaal_anker"):
            raise
        raise OngeldigeWaarde("geen_ankerterm", waarde=text.partition(" ")[0], keuzes=", ".join(Anker)) from None
    if isinstance(found, Term):
        return found
    raise OngeldigeWaarde("geen_ankerterm", waarde=text)


def _read_plain_datum(text: str) -> date:
    """A date, where a text that looks like none may as well have been meant as a term (``2 weken voor ontslag``)."""
    try:
        return read_datum(text)
    except OngeldigeWaarde as error:
        if error.soort == "geen_datum":
            raise OngeldigeWaarde("geen_term", waarde=text) from None
        raise
