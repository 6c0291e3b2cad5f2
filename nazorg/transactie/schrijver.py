"""``Schrijver``: writes operations, one after the other, for who has the turn."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from nazorg.errors import ConcurrentChangeError, NazorgError, WriteError, in_words
from nazorg.gitrepo.onbewaard import changed_paths
from nazorg.gitrepo.werkboom import Werkboom
from nazorg.transactie import gitslot
from nazorg.transactie.herstel import Hersteld, recover
from nazorg.transactie.journaal import (
    Journaal,
    has_journaal,
    read_journaal,
    remove_journaal,
    write_journaal,
)
from nazorg.transactie.notitie import JournaalKapotError
from nazorg.transactie.operatie import Operatie, Vastgelegd, digest_of
from nazorg.transactie.plek import Plek, open_plek
from nazorg.transactie.slot import LANGST_WACHTEN, turn
from nazorg.transactie.vastlegging import NaamMet, Vastlegging
from nazorg.transactie.wissel import Wissel, check_unchanged, read_bytes


def _naamloos(_mail: str) -> None:
    return None


@contextmanager
def transactie(root: Path, naam_met: NaamMet = _naamloos, wachten: float = LANGST_WACHTEN) -> Iterator["Schrijver"]:
    """The turn to write in the werkmap at ``root``; what an earlier process left half done is put right first.

    ``naam_met`` gives the name that signs where git knows an address and no name.

    Raises ``RepositoryError`` when the repository is not in a
    state to write in (a merge under way, no branch, a setting that could start a program, nobody to sign), else what
    ``turn`` raises.
    """
    plek = open_plek(root)
    with turn(plek, wachten) as inherits:
        hersteld = recover(plek, inherits)
        yield Schrijver(plek, inherits, naam_met, hersteld)


class Schrijver:
    """Writes in one work tree, or in a plain folder. Only within ``transactie``."""

    def __init__(self, plek: Plek, inherits: tuple[int, ...], naam_met: NaamMet, hersteld: Hersteld | None) -> None:
        self._plek = plek
        self._inherits = inherits
        self.hersteld = hersteld
        self._git = Vastlegging(plek.werkboom, inherits, naam_met) if plek.werkboom else None

    @property
    def in_git(self) -> bool:
        """Whether what is written is committed as well."""
        return self._git is not None

    @property
    def werkboom(self) -> Werkboom | None:
        """The work tree; ``None`` in a plain folder."""
        return self._plek.werkboom

    @property
    def mail(self) -> str:
        """The address that signs; empty in a plain folder. Raises ``RepositoryError`` when git knows none."""
        return self._git.auteur.mail if self._git else ""

    def committed(self, pad: str) -> bytes | None:
        """What the last commit holds at ``pad`` (from the werkmap); ``None`` for nothing.

        Raises ``RepositoryError``.
        """
        return self._git.committed(self._plek.prefix + pad) if self._git else None

    def is_unsaved(self, pad: str) -> bool:
        """Whether the file at ``pad`` (from the werkmap) holds what its last commit does not; never in a plain folder.

        Raises ``NazorgError``.
        """
        if self._git is None:
            return False
        path = self._plek.prefix + pad
        try:
            return self._git.is_unsaved(path, read_bytes(self._plek.target(path)))
        except OSError as error:
            raise _unreadable(error) from error

    def unsaved(self) -> list[str]:
        """The paths (from the werkmap) of all files that hold what the last commit does not; none in a plain folder.

        Raises ``NazorgError``.
        """
        if self._git is None:
            return []
        own = self._plek.prefix
        paths = (path for path in changed_paths(self._git.werkboom, self._git.tak) if path.startswith(own))
        return [path.removeprefix(own) for path in paths if self.is_unsaved(path.removeprefix(own))]

    def read(self, pad: str) -> bytes | None:
        """What stands at ``pad`` (from the werkmap), whole; ``None`` for no file. Raises ``WriteError``."""
        try:
            return read_bytes(self._plek.target(self._plek.prefix + pad))
        except OSError as error:
            raise _unreadable(error) from error

    def write(self, operatie: Operatie) -> Vastgelegd:
        """Write every file of ``operatie`` and commit them, all or nothing.

        Where somebody else committed other files meanwhile, it is done again on top of that.

        Raises ``ConcurrentChangeError`` when a file is not what was read, ``WriteError`` and ``RepositoryError`` when
        it cannot be done; then nothing has changed.
        """
        for _ in range(_NOG_EENS):
            try:
                return self._write_once(operatie)
            except ConcurrentChangeError:
                paths = [self._plek.prefix + one.pad for one in operatie.bestanden]
                if self._git is None or not self._git.has_caught_up(paths):
                    raise
        return self._write_once(operatie)

    def _write_once(self, operatie: Operatie) -> Vastgelegd:
        teken = secrets.token_hex(4)
        wissels = tuple(
            Wissel(self._plek.prefix + one.pad, one.oud, digest_of(one.nieuw), teken) for one in operatie.bestanden
        )
        data = {wissel.pad: one.nieuw for wissel, one in zip(wissels, operatie.bestanden, strict=True)}
        targets = {wissel.pad: self._plek.target(wissel.pad) for wissel in wissels}
        try:
            for wissel in wissels:
                check_unchanged(targets[wissel.pad], wissel.oud)
        except OSError as error:
            raise _unreadable(error) from error
        try:
            kept = self._git.prepare(data) if self._git and operatie.vastleggen else {}
        except OSError as error:
            raise _unreadable(error) from error
        if self._git is None or not kept:  # nothing to commit, but maybe a file that goes back to what is committed
            journaal = Journaal(teken, tuple(one for one in wissels if one.wisselt), operatie.dossiers)
            return self._exchange(journaal, targets, data) if journaal.wissels else Vastgelegd(None)
        journaal = Journaal(teken, wissels, operatie.dossiers, self._git.tak.ref, self._git.tak.commit or "")
        return self._commit(journaal, targets, data, kept, operatie)

    def _exchange(self, journaal: Journaal, targets: dict[str, Path], data: dict[str, bytes | None]) -> Vastgelegd:
        """The steps of a plain folder: all of them but the commit."""
        with self._way_back():
            write_journaal(self._plek.eigen, journaal)
            self._swap(journaal, targets, data)
            write_journaal(self._plek.eigen, replace(journaal, klaar=True))
        return Vastgelegd(None, restwerk=not self._over(journaal, targets))

    def _commit(
        self,
        journaal: Journaal,
        targets: dict[str, Path],
        data: dict[str, bytes | None],
        kept: dict[str, bytes | None],
        operatie: Operatie,
    ) -> Vastgelegd:
        git = self._git
        assert git is not None
        with self._way_back():
            write_journaal(self._plek.eigen, journaal)
            gitslot.take(git.werkboom, self._plek.eigen, journaal.teken)
            git.confirm()
            self._swap(journaal, targets, data)
            ingangen = git.write_blobs(kept)
            commit = git.write_commit(ingangen, operatie.bericht)
            journaal = journaal.towards(commit)
            write_journaal(self._plek.eigen, journaal)
            git.confirm()
            git.move(commit)
        if not has_journaal(self._plek.eigen):  # something went wrong after the branch had moved, and is put right
            return Vastgelegd(commit)
        try:
            gitslot.refresh(git.werkboom, git.schrijf, ingangen, self._copy_of_index(journaal))
            gitslot.release(git.werkboom, journaal.teken)
        except (OSError, NazorgError):  # the journal stays, and with it the lock: the next start does it
            return Vastgelegd(commit, restwerk=True)
        return Vastgelegd(commit, restwerk=not self._over(journaal, targets))

    def _swap(self, journaal: Journaal, targets: dict[str, Path], data: dict[str, bytes | None]) -> None:
        changing = [wissel for wissel in journaal.wissels if wissel.wisselt]
        for wissel in changing:
            wissel.prepare(targets[wissel.pad], data[wissel.pad])
        for wissel in changing:
            wissel.swap(targets[wissel.pad])

    @contextmanager
    def _way_back(self) -> Iterator[None]:
        """Whatever goes wrong within: everything is as it was, or the journal tells the next start to see to it.

        Where the branch has moved after all, the operation is in, and nothing is raised but an interrupt.
        """
        try:
            yield
        except BaseException as error:
            try:
                settled = recover(self._plek, self._inherits, git_died=not isinstance(error, ConcurrentChangeError))
            except NazorgError:
                if isinstance(error, Exception) and self._is_written():
                    return
                remedy = _HALF
            else:
                remedy = "Er is niets veranderd."
                if settled and settled.afgemaakt and isinstance(error, Exception):
                    return
            if isinstance(error, OSError):
                raise WriteError(f"De wijziging kon niet geschreven worden: {in_words(error)}.", remedy) from error
            if isinstance(error, NazorgError) and remedy is _HALF:
                raise type(error)(error.message, remedy) from error
            raise

    def _is_written(self) -> bool:
        """Whether the journal says that all files are written: then the next start finishes, and does not undo."""
        try:
            journaal = read_journaal(self._plek.eigen)
        except (OSError, JournaalKapotError):
            return False
        return journaal is not None and journaal.klaar

    def _over(self, journaal: Journaal, targets: dict[str, Path]) -> bool:
        """Clear up after what succeeded; whether that could be done."""
        try:
            for wissel in journaal.wissels:
                wissel.clear(targets[wissel.pad])
            self._forget(journaal)
        except OSError:
            return False
        return True

    def _forget(self, journaal: Journaal) -> None:
        self._copy_of_index(journaal).unlink(missing_ok=True)
        if self._git is not None:
            gitslot.release(self._git.werkboom, journaal.teken)
        remove_journaal(self._plek.eigen)

    def _copy_of_index(self, journaal: Journaal) -> Path:
        return self._plek.eigen / f"index.{journaal.teken}.kopie"


_NOG_EENS = 5

_HALF = "Het is half geschreven: de volgende opdracht van nazorg zet het terug of maakt het af, en zegt wat het werd."


def _unreadable(error: OSError) -> WriteError:
    what = os.path.basename(str(error.filename)) if error.filename else "Het bestand"
    return WriteError(f"{what} kon niet gelezen worden: {in_words(error)}.", "Er is niets veranderd.")
