"""Ids: short, readable aloud, and never a word.

A letter, then letters and digits with at least one digit; no i, l or o, which look like digits.
"""

import re
from collections.abc import Container
from typing import TYPE_CHECKING

from nazorg.begrippen.tekstwaarde import OngeldigeWaarde

if TYPE_CHECKING:
    from random import Random

LETTERS = "abcdefghjkmnpqrstuvwxyz"
TEKENS = LETTERS + "0123456789"
LENGTE_IN_DOSSIER = 4
LENGTE_DOSSIER = 6

_TEKEN = "[a-hjkmnp-z0-9]"
_EEN_CIJFER = r"(?=[a-z0-9]*[0-9])"
ITEM_ID = rf"{_EEN_CIJFER}[a-hjkmnp-z]{_TEKEN}{{3}}"
DOSSIER_ID = rf"NZ-[0-9]{{4}}-{_EEN_CIJFER}[a-hjkmnp-z]{_TEKEN}{{5}}"
PSEUDONIEM = rf"p-{_EEN_CIJFER}{_TEKEN}{{6}}"
SLEUTEL = r"[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*"
STAP = rf"{SLEUTEL}/{SLEUTEL}"
OVERLEG_ID = r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9]+(?:-[a-z0-9]+)*"

_item = re.compile(ITEM_ID, re.ASCII)
_dossier = re.compile(DOSSIER_ID, re.ASCII)
_pseudoniem = re.compile(PSEUDONIEM, re.ASCII)
_sleutel = re.compile(SLEUTEL, re.ASCII)
_overleg = re.compile(OVERLEG_ID, re.ASCII)
_stap = re.compile(STAP, re.ASCII)


def read_item_id(text: str) -> str:
    """``text`` as the id of a list item (four characters). Raises ``OngeldigeWaarde`` ``geen_item_id``."""
    return _match(_item, text, "geen_item_id")


def is_item_id(text: str) -> bool:
    """Whether ``text`` has the form of an id of a list item."""
    return _item.fullmatch(text) is not None


def read_dossier_id(text: str) -> str:
    """``text`` as a dossier number (``NZ-2026-k7f3mq``). Raises ``OngeldigeWaarde`` ``geen_dossier_id``."""
    return _match(_dossier, text, "geen_dossier_id")


def read_pseudoniem(text: str) -> str:
    """``text`` as a person's pseudonym (``p-4q9x2m``). Raises ``OngeldigeWaarde`` ``geen_pseudoniem``."""
    return _match(_pseudoniem, text, "geen_pseudoniem")


def read_sleutel(text: str) -> str:
    """``text`` as a key: lower case letters, digits and ``- _ .``. Raises ``OngeldigeWaarde`` ``geen_sleutel``."""
    return _match(_sleutel, text, "geen_sleutel")


def read_stap(text: str) -> str:
    """``text`` as a step of a traject (``kort-gestraft/id-aanvragen``). Raises ``OngeldigeWaarde`` ``geen_stap``."""
    return _match(_stap, text, "geen_stap")


def read_overleg_id(text: str) -> str:
    """``text`` as the name of an overleg (``2026-11-26-leiden``). Raises ``OngeldigeWaarde`` ``geen_overleg_id``."""
    return _match(_overleg, text, "geen_overleg_id")


def new_id(random: "Random", taken: Container[str], length: int = LENGTE_IN_DOSSIER) -> str:
    """An id of ``length`` characters that is not in ``taken``."""
    while True:
        rest = [random.choice(TEKENS) for _ in range(length - 1)]
        candidate = random.choice(LETTERS) + "".join(rest)
        if any(sign.isdigit() for sign in rest) and candidate not in taken:
            return candidate


def _match(pattern: re.Pattern[str], text: str, soort: str) -> str:
    if not pattern.fullmatch(text):
        raise OngeldigeWaarde(soort, waarde=text)
    return text
