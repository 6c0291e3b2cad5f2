"""The journal: what is being written, so that a next start can finish it or undo it. It holds no text of a file."""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from nazorg.transactie.wissel import Wissel
from nazorg.werkmap import JOURNAAL, sync_folder

_VERSIE = 1


@dataclass(frozen=True)
class Journaal:
    """One operation under way. ``teken`` marks everything that belongs to it.

    ``ref`` is the branch, ``van`` the commit that it stood at, ``naar`` the one it moves to (empty: not made yet, or no
    git).
    """

    teken: str
    wissels: tuple[Wissel, ...]
    dossiers: tuple[str, ...] = ()
    ref: str = ""
    van: str = ""
    naar: str = ""

    def towards(self, commit: str) -> "Journaal":
        """The same, now that the commit is known."""
        return replace(self, naar=commit)


class JournaalKapotError(ValueError):
    """What stands there is no journal of ours."""


def write_journaal(folder: Path, journaal: Journaal) -> None:
    """Put ``journaal`` in ``folder``, on disk when this returns. Raises ``OSError``."""
    fresh = folder / f"{JOURNAAL}.nieuw"
    content = json.dumps({"versie": _VERSIE, **asdict(journaal)}, ensure_ascii=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, folder / JOURNAAL)
    sync_folder(folder)


def has_journaal(folder: Path) -> bool:
    """Whether an operation is under way, or was left behind."""
    return (folder / JOURNAAL).exists()


def read_journaal(folder: Path) -> Journaal | None:
    """The journal that was left behind in ``folder``; ``None`` when there is none. Raises ``JournaalKapotError``."""
    try:
        content = (folder / JOURNAAL).read_bytes()
    except FileNotFoundError:
        return None
    try:
        found = json.loads(content)
        if found.pop("versie") != _VERSIE:
            raise JournaalKapotError
        wissels = tuple(Wissel(**one) for one in found.pop("wissels"))
        return Journaal(wissels=wissels, dossiers=tuple(found.pop("dossiers")), **found)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise JournaalKapotError from error


def remove_journaal(folder: Path) -> None:
    """The operation is over. Raises ``OSError``."""
    (folder / JOURNAAL).unlink(missing_ok=True)
    sync_folder(folder)
