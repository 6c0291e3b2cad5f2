"""The journal: what is being written, so that a next start can finish it or undo it. It holds no text of a file."""

import os
import re
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from nazorg.transactie.notitie import JournaalKapotError, read_notitie, remove_notitie, write_notitie
from nazorg.transactie.wissel import Wissel
from nazorg.werkmap import JOURNAAL

_TEKEN = re.compile(r"[0-9a-f]{8}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_OBJECT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}|")


@dataclass(frozen=True)
class Journaal:
    """One operation under way. ``teken`` marks everything that belongs to it.

    ``ref`` is the branch, ``van`` the commit that it stood at, ``naar`` the one it moves to (empty: not made yet, or no
    git). Where nothing is committed, ``klaar`` says that every file has been written.
    """

    teken: str
    wissels: tuple[Wissel, ...]
    dossiers: tuple[str, ...] = ()
    ref: str = ""
    van: str = ""
    naar: str = ""
    klaar: bool = False

    def towards(self, commit: str) -> "Journaal":
        """The same, now that the commit is known."""
        return replace(self, naar=commit)


def write_journaal(folder: Path, journaal: Journaal) -> None:
    """Put ``journaal`` in ``folder``, on disk when this returns. Raises ``OSError``."""
    write_notitie(folder / JOURNAAL, asdict(journaal))


def has_journaal(folder: Path) -> bool:
    """Whether an operation is under way, or was left behind."""
    return os.path.lexists(folder / JOURNAAL)


def read_journaal(folder: Path) -> Journaal | None:
    """The journal that was left behind in ``folder``; ``None`` when there is none. Raises ``JournaalKapotError``."""
    found = read_notitie(folder / JOURNAAL)
    if found is None:
        return None
    try:
        wissels = tuple(Wissel(**one) for one in found.pop("wissels"))
        return _checked(Journaal(wissels=wissels, dossiers=tuple(found.pop("dossiers")), **found))
    except (TypeError, KeyError, AttributeError) as error:
        raise JournaalKapotError from error


def _checked(journaal: Journaal) -> Journaal:
    """``journaal`` if it is one that we could have written: a folder that was received may hold anything.

    Raises ``JournaalKapotError`` and ``TypeError``.
    """
    digests = [digest for one in journaal.wissels for digest in (one.oud, one.nieuw) if digest is not None]
    good = (
        _TEKEN.fullmatch(journaal.teken)
        and all(one.teken == journaal.teken and isinstance(one.pad, str) for one in journaal.wissels)
        and all(_DIGEST.fullmatch(digest) for digest in digests)
        and all(_OBJECT.fullmatch(name) for name in (journaal.van, journaal.naar))
        and all(isinstance(nummer, str) and nummer.isprintable() for nummer in journaal.dossiers)
        and isinstance(journaal.ref, str)
        and isinstance(journaal.klaar, bool)
    )
    if not good:
        raise JournaalKapotError
    return journaal


def remove_journaal(folder: Path) -> None:
    """The operation is over. Raises ``OSError``."""
    remove_notitie(folder / JOURNAAL)
