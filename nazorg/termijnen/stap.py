"""``Stap``: one step on the way to a deadline, told so that a person can follow it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stapsoort(StrEnum):
    """What kind of step it is."""

    BEGIN = "begin"
    HOOGUIT = "hooguit"
    TELLING = "telling"
    INGEKORT = "ingekort"
    OPGESCHORT = "opgeschort"
    AWT = "awt"
    VERVALLEN = "vervallen"


@dataclass(frozen=True, slots=True)
class Stap:
    """One step on the way to a deadline: what happened, and the day that came of it.

    ``reden`` says why it is this day where the words do not.
    """

    datum: date
    omschrijving: str
    soort: Stapsoort
    reden: str = ""
