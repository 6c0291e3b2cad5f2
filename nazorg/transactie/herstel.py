"""At the next start: what an earlier process left half done is finished where its commit is in, else undone."""

import os
from dataclasses import dataclass
from pathlib import Path

from nazorg.begrippen.indeling import is_kept
from nazorg.errors import NazorgError, RepositoryError, WriteError, in_words
from nazorg.gitrepo.configuratie import read_configuratie
from nazorg.gitrepo.tak import commit_of, holds, is_branch, is_on
from nazorg.gitrepo.vastleggen import Ingang, Schrijfgit, ingangen_at, ingangen_staged
from nazorg.gitrepo.werkboom import Werkboom
from nazorg.transactie import gitslot
from nazorg.transactie.journaal import (
    Journaal,
    read_journaal,
    remove_journaal,
)
from nazorg.transactie.notitie import JournaalKapotError
from nazorg.transactie.omschakelen import settle_overgang
from nazorg.transactie.plek import Plek, open_plek
from nazorg.transactie.slot import turn
from nazorg.transactie.takslot import release_refs
from nazorg.transactie.wissel import Wissel
from nazorg.werkmap import JOURNAAL, OVERGANG


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
        with turn(plek, wachten=0) as inherits:
            return recover(plek, inherits)
    except (NazorgError, OSError):
        return None


def recover(plek: Plek, inherits: tuple[int, ...] = (), *, git_died: bool = True) -> Hersteld | None:
    """Finish or undo what the journal tells of; only with the turn. ``None`` when there is none.

    ``inherits``: the files that every git must keep open that is started. Without ``git_died`` every git came to its
    own end, and an empty lock of a branch is therefore someone else's.

    Raises ``RepositoryError`` when another git holds the index or git has no answer, and ``WriteError`` when the disk
    refuses.
    """
    try:
        if not any(os.path.lexists(plek.eigen / name) for name in (JOURNAAL, OVERGANG)):
            return None
        if plek.werkboom is not None:
            read_configuratie(plek.werkboom)  # a journal in a repository that may not be written in is not followed
        settled = settle_overgang(plek, inherits, git_died=git_died)
        journaal = read_journaal(plek.eigen)
        if journaal is None:
            return None if settled is None else Hersteld(settled, ())
        return _settle(plek, journaal, inherits, git_died=git_died)
    except JournaalKapotError:
        raise WriteError(
            f"Een journaal in {plek.eigen} is niet te lezen ({JOURNAAL} of {OVERGANG}).",
            "Er ging eerder iets mis. Kijk met git status of alles er staat, en haal dat bestand dan weg.",
        ) from None
    except OSError as error:
        raise WriteError(
            f"Een eerdere opdracht is half af, en kon niet hersteld worden: {in_words(error)}.",
            "Zorg dat in de werkmap geschreven kan worden, en probeer het opnieuw.",
        ) from error


def _settle(plek: Plek, journaal: Journaal, inherits: tuple[int, ...], *, git_died: bool) -> Hersteld:
    if journaal.ref and not is_branch(journaal.ref):
        raise JournaalKapotError
    targets = {wissel.pad: _target(plek, wissel) for wissel in journaal.wissels}
    werkboom = plek.werkboom if journaal.ref else None
    done = journaal.klaar if werkboom is None else bool(journaal.naar) and _moved(werkboom, journaal)
    if done and werkboom is not None:
        _finish_index(plek, werkboom, journaal, inherits)
    for wissel in journaal.wissels:
        if done:
            wissel.clear(targets[wissel.pad])
        else:
            wissel.back(targets[wissel.pad])
    if werkboom is not None:
        gitslot.release(werkboom, journaal.teken)
        release_refs(plek.eigen / JOURNAAL, werkboom, journaal.ref, journaal.naar, git_died=git_died)
    for left in plek.eigen.glob(f"index.{journaal.teken}.*"):
        left.unlink(missing_ok=True)
    remove_journaal(plek.eigen)
    return Hersteld(done, journaal.dossiers)


def _target(plek: Plek, wissel: Wissel) -> Path:
    """The file of ``wissel``. Raises ``JournaalKapotError`` for one that we would never write."""
    try:
        if not wissel.pad.startswith(plek.prefix) or not is_kept(wissel.pad.removeprefix(plek.prefix)):
            raise JournaalKapotError
        return plek.target(wissel.pad)
    except WriteError:
        raise JournaalKapotError from None


def _moved(werkboom: Werkboom, journaal: Journaal) -> bool:
    """Whether the branch came to hold the commit. Raises ``RepositoryError`` when that is not to be known."""
    if journaal.van and commit_of(werkboom, journaal.ref) is None:
        raise RepositoryError("De tak waarop nazorg bezig was, is niet te lezen.", "Kijk wat 'git status' zegt.")
    return holds(werkboom, journaal.ref, journaal.naar)


def _finish_index(plek: Plek, werkboom: Werkboom, journaal: Journaal, inherits: tuple[int, ...]) -> None:
    """The user's index gets what the commit has, where it still has what was there before."""
    if not gitslot.is_ours(werkboom, journaal.teken):
        if not is_on(werkboom, journaal.ref):  # it was finished, and the user has gone elsewhere since
            return
        gitslot.take(werkboom, plek.eigen, journaal.teken)
    paths = [wissel.pad for wissel in journaal.wissels]
    before = ingangen_at(werkboom, journaal.van or None, paths)
    after = ingangen_at(werkboom, journaal.naar, paths)
    staged = {path: one.ingang for path, one in ingangen_staged(werkboom, paths).items()}
    behind: dict[str, Ingang | None] = {
        path: after.get(path)
        for path in paths
        if staged.get(path) == before.get(path) and staged.get(path) != after.get(path)
    }
    if behind:
        copy = plek.eigen / f"index.{journaal.teken}.kopie"
        gitslot.refresh(werkboom, Schrijfgit(werkboom, inherits), behind, copy)
