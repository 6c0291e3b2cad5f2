"""The cases of a campaign: what file a seed and a number stand for."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .kans import Kans
from .mutaties import damage
from .pijp import VOORBEELD

_HIER = Path(__file__).parent
_BEVINDINGEN = _HIER.parent / "bevindingen"
_TIENDE = 10


class Geval(NamedTuple):
    """One file to try: its number in the campaign, what kind of file it is meant to be, and its bytes."""

    nummer: int
    soort: str
    data: bytes


def cases(seed: int, nummer: int) -> Iterator[Geval]:
    """A damaged dossier for every number, and with every tenth also an overleg or settings.

    The same seed and number give the same bytes, as long as the files that they are made from stay the same.
    """
    return (_case(seed, nummer, soort) for soort in kinds(nummer))


def kinds(nummer: int) -> tuple[str, ...]:
    """What kinds of file go by ``nummer``, in their order."""
    if nummer % _TIENDE:
        return ("dossier",)
    return ("dossier", "instellingen" if nummer % (2 * _TIENDE) else "overleg")


def _case(seed: int, nummer: int, soort: str) -> Geval:
    kans = Kans(f"{seed}:{nummer}:{soort}")
    kans.files = files = sources(soort)
    # The first has every field, and reaches the most; the last are broken before anything happens to them.
    data = files[0] if kans.random() < 0.2 else files[int(len(files) * kans.random() ** 1.5)]
    return Geval(nummer, soort, damage(kans, data))


@cache
def sources(soort: str) -> tuple[bytes, ...]:
    """The files that cases of a kind are made from: sound ones, and the broken ones of the findings' own tests."""
    patterns = {
        "dossier": [(_HIER, "volledig.yaml"), (VOORBEELD, "dossiers/*/*.yaml"), (_BEVINDINGEN, "*/dossiers/**/*.yaml")],
        "overleg": [(VOORBEELD, "overleggen/*.yaml"), (_BEVINDINGEN, "*/overleggen/*.yaml")],
        "instellingen": [(VOORBEELD, "nazorg.yaml"), (_BEVINDINGEN, "nazorg.yaml"), (_BEVINDINGEN, "*/nazorg.yaml")],
    }
    return tuple(path.read_bytes() for folder, pattern in patterns[soort] for path in sorted(folder.glob(pattern)))
