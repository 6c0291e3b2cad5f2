"""``Punt``: one thing that was looked at."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from nazorg.gitrepo.werkboom import Werkboom
from nazorg.register import Register


class Oordeel(StrEnum):
    """How it stands. What is ``MIS`` may cost work or leak it; ``LET_OP`` is good to know."""

    GOED = "goed"
    LET_OP = "let op"
    MIS = "mis"


@dataclass(frozen=True)
class Punt:
    """One thing that was looked at: ``wat`` says how it stands, ``doe`` what to do about it.

    ``herstel`` mends it, and says what it did; ``None`` where a person must. ``gedaan`` is what it said.
    """

    naam: str
    oordeel: Oordeel
    wat: str
    doe: str = ""
    herstel: Callable[[], str] | None = field(default=None, compare=False, repr=False)
    gedaan: str = ""


@dataclass(frozen=True)
class Machine:
    """What only the command line knows of this machine: how its window writes letters (``utf-8``)."""

    codering: str


@dataclass(frozen=True)
class Kloon:
    """The werkmap at ``root`` in a repository."""

    root: Path
    werkboom: Werkboom
    register: Register


def good(naam: str, wat: str) -> Punt:
    """That is in order."""
    return Punt(naam, Oordeel.GOED, wat)
