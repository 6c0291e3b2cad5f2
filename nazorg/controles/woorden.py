"""What a message calls the thing that it speaks of: by its id or its field, never by its text."""

from collections.abc import Iterable
from itertools import islice

from nazorg.begrippen.keuzes import LEEFGEBIEDEN
from nazorg.diagnostics.taal import meant
from nazorg.diagnostics.tekst import visible
from nazorg.dossier import Actie

MOST_HINTS = 20
"""Looking for what someone meant costs time; a file with more unknown words than this has another problem."""

MOST_NAMES = 3


def actie_in_words(actie: Actie) -> str:
    """``Actie w4hn``, or ``Deze actie`` where it has no id: the beginning of a sentence."""
    return f"Actie {actie.id}" if actie.id else "Deze actie"


def leefgebied_in_words(naam: str) -> str:
    """``onderdak``, or ``dit leefgebied``: a name that is not one of the six may be anything that someone wrote."""
    return LEEFGEBIEDEN.get(naam, "dit leefgebied")


def hint(nth: int, word: str, choices: Iterable[str]) -> str:
    """Did-you-mean for the ``nth`` unknown ``word`` (from 0) of a file; empty when nothing is near."""
    return meant(word, choices) if nth < MOST_HINTS else ""


def in_a_row(names: Iterable[str]) -> str:
    """``a, b, c``; beyond a few the rest is ``en meer``."""
    some = [visible(name) for name in islice(names, MOST_NAMES + 1)]
    return ", ".join(some[:MOST_NAMES]) + (" en meer" if len(some) > MOST_NAMES else "")
