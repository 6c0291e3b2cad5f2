"""What was told whom, as it stands in a logboek: a line that people can read, and that this program can too."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from nazorg.dossier import Logregel

_KOP = "Rappel: "
_ZIN = re.compile(
    r"([a-z][a-z0-9]{3}) (?:voor de ([0-9]{1,3})e keer|aangekondigd), uiterlijk ([0-9]{4}-[0-9]{2}-[0-9]{2})", re.ASCII
)
_TUSSEN = "; "


@dataclass(frozen=True, slots=True)
class Verteld:
    """On ``op`` ``aan`` was told that ``actie`` is due on ``uiterlijk``, for the ``keer``-th time (0: announced)."""

    op: date
    aan: str
    actie: str
    keer: int
    uiterlijk: date


def in_words(told: Iterable[Verteld]) -> str:
    """What the logboek says of what was told one owner on one day; holds ids and days only."""
    return _KOP + _TUSSEN.join(
        f"{one.actie} {f'voor de {one.keer}e keer' if one.keer else 'aangekondigd'}, uiterlijk {one.uiterlijk}"
        for one in told
    )


def remembered(logboek: Iterable[Logregel], until: date) -> Iterator[Verteld]:
    """What the logboek says was told up to and including ``until``, the oldest first.

    A line that someone wrote or changed by hand counts as far as it still reads as one.
    """
    for regel in sorted(logboek, key=lambda one: one.op):
        if regel.op <= until and regel.met and regel.kort.startswith(_KOP):
            for piece in regel.kort.removeprefix(_KOP).split(_TUSSEN):
                if (match := _ZIN.fullmatch(piece)) and (day := _day(match[3])):
                    yield Verteld(regel.op, regel.met, match[1], int(match[2] or 0), day)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
