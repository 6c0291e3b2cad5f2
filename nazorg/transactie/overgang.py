"""``Overgang``: the branch, the index and the work tree go to another version together, wholly or not at all."""

import re
from dataclasses import asdict, dataclass
from pathlib import Path

from nazorg.gitrepo.samenvoegen import Kant
from nazorg.transactie.notitie import JournaalKapotError, read_notitie, remove_notitie, write_notitie
from nazorg.werkmap import OVERGANG

_TEKEN = re.compile(r"[0-9a-f]{8}")
_OBJECT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_MODE = re.compile(r"[0-7]{6}")


@dataclass(frozen=True)
class Overgang:
    """From the commit ``van`` to the tree ``boom``, on the branch ``ref``. ``teken`` marks what belongs to it.

    ``naar`` is the commit that the branch comes to stand at. Where it is empty, the branch stays, and what was merged
    with ``ander`` waits to be settled: ``open``.
    """

    teken: str
    ref: str
    van: str
    boom: str
    naar: str
    ander: str
    open: tuple[Kant, ...] = ()


def write_overgang(folder: Path, overgang: Overgang) -> None:
    """Put ``overgang`` in ``folder``, on disk when this returns. Raises ``OSError``."""
    write_notitie(folder / OVERGANG, asdict(overgang))


def read_overgang(folder: Path) -> Overgang | None:
    """The one that was left behind in ``folder``; ``None`` when there is none. Raises ``JournaalKapotError``."""
    found = read_notitie(folder / OVERGANG)
    if found is None:
        return None
    try:
        sides = tuple(Kant(*one) for one in found.pop("open"))
        return _checked(Overgang(**found, open=sides))
    except (TypeError, KeyError, AttributeError) as error:
        raise JournaalKapotError from error


def remove_overgang(folder: Path) -> None:
    """It is over. Raises ``OSError``."""
    remove_notitie(folder / OVERGANG)


def _checked(overgang: Overgang) -> Overgang:
    """``overgang`` if it is one that we could have written. Raises ``JournaalKapotError`` and ``TypeError``."""
    objects = (overgang.van, overgang.boom, overgang.ander, *(one.blob for one in overgang.open))
    good = (
        _TEKEN.fullmatch(overgang.teken)
        and isinstance(overgang.ref, str)
        and all(_OBJECT.fullmatch(name) for name in objects)
        and (not overgang.naar or _OBJECT.fullmatch(overgang.naar))
        and all(_MODE.fullmatch(one.mode) and one.fase in ("1", "2", "3") for one in overgang.open)
        and all(isinstance(one.pad, str) and "\0" not in one.pad for one in overgang.open)
    )
    if not good:
        raise JournaalKapotError
    return overgang
