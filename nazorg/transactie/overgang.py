"""``Overgang``: the branch, the index and the work tree go to another version together, wholly or not at all."""

import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from nazorg.gitrepo.samenvoegen import Kant
from nazorg.transactie.journaal import JournaalKapotError
from nazorg.werkmap import OVERGANG, sync_folder

_VERSIE = 1
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
    fresh = folder / f"{OVERGANG}.nieuw"
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)  # never through a link that was put there
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(json.dumps({"versie": _VERSIE, **asdict(overgang)}))
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, folder / OVERGANG)
    sync_folder(folder)


def read_overgang(folder: Path) -> Overgang | None:
    """The one that was left behind in ``folder``; ``None`` when there is none. Raises ``JournaalKapotError``."""
    place = folder / OVERGANG
    if not os.path.lexists(place):
        return None
    if place.is_symlink() or not place.is_file():
        raise JournaalKapotError
    try:
        found = json.loads(place.read_bytes())
        if found.pop("versie") != _VERSIE:
            raise JournaalKapotError
        sides = tuple(Kant(*one) for one in found.pop("open"))
        return _checked(Overgang(**found, open=sides))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise JournaalKapotError from error


def remove_overgang(folder: Path) -> None:
    """It is over. Raises ``OSError``."""
    (folder / OVERGANG).unlink(missing_ok=True)
    sync_folder(folder)


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
