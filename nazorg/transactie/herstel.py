"""At the next start: what an earlier process left half done is finished where its commit is in, else undone."""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from nazorg.errors import NazorgError, WriteError, in_words
from nazorg.gitrepo import Ingang, Schrijfgit, Werkboom, holds, ingangen_at, ingangen_staged, is_branch
from nazorg.transactie import gitslot
from nazorg.transactie.journaal import (
    Journaal,
    JournaalKapotError,
    read_journaal,
    remove_journaal,
)
from nazorg.transactie.plek import Plek, open_plek
from nazorg.transactie.slot import turn
from nazorg.werkmap import JOURNAAL

_TEKEN = re.compile(r"[0-9a-f]{8}")
_OBJECT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}|")


@dataclass(frozen=True)
class Hersteld:
    """What was left behind, and what became of it. ``dossiers``: the numbers it was about."""

    afgemaakt: bool
    dossiers: tuple[str, ...]

    def in_words(self) -> str:
        """What a person must know of it."""
        about = f" ({', '.join(self.dossiers)})" if self.dossiers else ""
        done = "afgemaakt" if self.afgemaakt else "teruggedraaid; geef haar zo nodig opnieuw"
        return f"Een eerdere opdracht was onderbroken{about}. Die is {done}."


def recover_left_behind(root: Path) -> Hersteld | None:
    """Put right what an earlier process left half done in the werkmap at ``root``; ``None`` when there is nothing.

    For who only reads: somebody who is writing at this moment is left alone, and so is what cannot be put right here
    and now.
    """
    try:
        plek = open_plek(root)
        with turn(plek, wachten=0):
            return recover(plek)
    except (NazorgError, OSError):
        return None


def recover(plek: Plek) -> Hersteld | None:
    """Finish or undo what the journal tells of; only with the turn. ``None`` when there is none.

    Raises ``RepositoryError`` when another git holds the index, and ``WriteError`` when the disk refuses.
    """
    try:
        journaal = read_journaal(plek.eigen)
        if journaal is None:
            return None
        _check(journaal)
        return _settle(plek, journaal)
    except JournaalKapotError:
        raise WriteError(
            f"Het journaal {plek.eigen / JOURNAAL} is niet te lezen.",
            "Er ging eerder iets mis. Kijk met git status of alles er staat, en haal dat bestand dan weg.",
        ) from None
    except OSError as error:
        raise WriteError(
            f"Een eerdere opdracht is half af, en kon niet hersteld worden: {in_words(error)}.",
            "Zorg dat in de werkmap geschreven kan worden, en probeer het opnieuw.",
        ) from error


def _check(journaal: Journaal) -> None:
    """Raises ``JournaalKapotError`` for what we would never write: a folder that was received may hold anything."""
    tekens = {journaal.teken, *(wissel.teken for wissel in journaal.wissels)}
    good = len(tekens) == 1 and all(_TEKEN.fullmatch(teken) for teken in tekens)
    objects = all(_OBJECT.fullmatch(name) for name in (journaal.van, journaal.naar))
    if not (good and objects and (not journaal.ref or is_branch(journaal.ref))):
        raise JournaalKapotError


def _settle(plek: Plek, journaal: Journaal) -> Hersteld:
    targets = {wissel.pad: plek.target(wissel.pad) for wissel in journaal.wissels}
    if plek.werkboom is None or not journaal.ref:
        done = all(wissel.is_done(targets[wissel.pad]) for wissel in journaal.wissels)
    else:
        done = bool(journaal.naar) and holds(plek.werkboom, journaal.ref, journaal.naar)
    if done and plek.werkboom is not None and journaal.ref:
        _finish_index(plek, plek.werkboom, journaal)
    for wissel in journaal.wissels:
        if done:
            wissel.clear(targets[wissel.pad])
        else:
            wissel.back(targets[wissel.pad])
    if plek.werkboom is not None and journaal.ref:
        gitslot.release(plek.werkboom, journaal.teken)
        _release_refs(plek, plek.werkboom, journaal)
    for left in plek.eigen.glob("index.*"):
        left.unlink(missing_ok=True)
    remove_journaal(plek.eigen)
    return Hersteld(done, journaal.dossiers)


def _finish_index(plek: Plek, werkboom: Werkboom, journaal: Journaal) -> None:
    """The user's index gets what the commit has, where it still has what was there before."""
    if not gitslot.is_ours(werkboom, journaal.teken):
        gitslot.take(werkboom, plek.eigen, journaal.teken)
    paths = [wissel.pad for wissel in journaal.wissels]
    before = ingangen_at(werkboom, journaal.van or None, paths)
    after = ingangen_at(werkboom, journaal.naar, paths)
    staged = ingangen_staged(werkboom, paths)
    behind: dict[str, Ingang | None] = {
        path: after.get(path)
        for path in paths
        if staged.get(path) == before.get(path) and staged.get(path) != after.get(path)
    }
    if behind:
        gitslot.refresh(werkboom, Schrijfgit(werkboom), behind, plek.eigen / f"index.{journaal.teken}.kopie")


def _release_refs(plek: Plek, werkboom: Werkboom, journaal: Journaal) -> None:
    """The locks of the branch that a killed git left: those that hold our commit, or nothing, since the journal."""
    since = (plek.eigen / JOURNAAL).stat().st_mtime
    ours = (b"", f"{journaal.naar}\n".encode())
    for lock in (werkboom.common_dir / f"{journaal.ref}.lock", werkboom.git_dir / "HEAD.lock"):
        with suppress(FileNotFoundError):
            if lock.stat().st_mtime >= since - 1 and lock.read_bytes()[:100] in ours:
                os.unlink(lock)
