"""``Actieregel``: one unfinished action as a row of a list."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Soort(StrEnum):
    """Where an unfinished action stands in time."""

    TE_LAAT = "te_laat"
    VANDAAG = "vandaag"
    LATER = "later"
    ZONDER_UITERLIJK = "zonder_uiterlijk"
    ONBEPAALD = "onbepaald"
    OPGESCHORT = "opgeschort"
    VERVALLEN = "vervallen"


class Actieregel(NamedTuple):
    """One unfinished action as a row: what it is, whose, and how late.

    ``dagen_te_laat`` counts calendar days: 0 today, negative ahead, ``None`` without a date. ``regel`` is the
    line in the file.
    ``niet_voor`` is the day before which it cannot be done; ``kan_nog_niet``: that day is still to come.
    ``opmerking`` says what a reader would wonder at: shortened, suspended, falls on a Sunday, cannot be computed,
    lapses at release, cannot be done yet.
    """

    soort: Soort
    dossier: str
    leefgebied: str
    actie: str | None
    wat: str
    eigenaar: str | None
    regisseur: str
    gemeente: str
    status: str
    wacht_op: str | None
    uiterlijk: date | None
    dagen_te_laat: int | None
    geteld_vanaf: date | None
    pad: str
    regel: int
    plaats: int
    snel_succes: bool = False
    opmerking: str = ""
    niet_voor: date | None = None
    kan_nog_niet: bool = False


def soort_on(uiterlijk: date, peildatum: date) -> Soort:
    """Where an action that is due on ``uiterlijk`` stands on ``peildatum``."""
    if uiterlijk < peildatum:
        return Soort.TE_LAAT
    return Soort.VANDAAG if uiterlijk == peildatum else Soort.LATER
