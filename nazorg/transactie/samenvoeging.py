"""``Samenvoeger``: brings what others shared into the branch and the work tree, for who has the turn."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nazorg.begrippen.indeling import is_kept
from nazorg.errors import ConcurrentChangeError, NazorgError, RepositoryError, WriteError, in_words
from nazorg.gitrepo.bestuurd import own_driver
from nazorg.gitrepo.omwisseling import ruilen
from nazorg.gitrepo.onbewaard import changed_paths
from nazorg.gitrepo.samenvoegen import is_in, merge_trees
from nazorg.gitrepo.vastleggen import ingangen_staged
from nazorg.transactie.herstel import Hersteld, recover
from nazorg.transactie.omschakelen import carry_out
from nazorg.transactie.overgang import Overgang
from nazorg.transactie.plek import Plek, open_plek
from nazorg.transactie.slot import LANGST_WACHTEN, turn
from nazorg.transactie.vastlegging import NaamMet, Vastlegging
from nazorg.transactie.wissel import read_bytes


@dataclass(frozen=True)
class Samengevoegd:
    """What came of it: the branch stood at ``voor`` and stands at ``na``; ``boom`` is what stands in the work tree.

    ``open``: the paths (from the top) that two people must decide on; the merge waits for that, and ``na`` is ``voor``.
    """

    voor: str
    na: str
    boom: str
    open: tuple[str, ...] = ()


@contextmanager
def samenvoeging(root: Path, naam_met: NaamMet, wachten: float = LANGST_WACHTEN) -> Iterator["Samenvoeger"]:
    """The turn to merge in the werkmap at ``root``; what was left half done is put right first.

    Raises as ``transactie`` does.
    """
    plek = open_plek(root)
    if plek.werkboom is None:
        raise RepositoryError("Deze werkmap ligt niet in git.", "")
    with turn(plek, wachten) as inherits:
        hersteld = recover(plek, inherits)
        yield Samenvoeger(plek, inherits, Vastlegging(plek.werkboom, inherits, naam_met), hersteld)


class Samenvoeger:
    """Merges in one work tree. Only within ``samenvoeging``."""

    def __init__(
        self, plek: Plek, inherits: tuple[int, ...], vastlegging: Vastlegging, hersteld: Hersteld | None
    ) -> None:
        self._plek = plek
        self._inherits = inherits
        self._git = vastlegging
        self.hersteld = hersteld

    def join(self, ander: str, bericht: str) -> Samengevoegd:
        """Bring the commit ``ander`` in; ``bericht`` is the message of a merge; ``settings`` name its program.

        Raises ``ConcurrentChangeError`` when that would go over somebody's work that is not saved, ``RepositoryError``
        and ``WriteError`` when it cannot be done; then nothing has changed.
        """
        werkboom, tak = self._git.werkboom, self._git.tak
        if tak.commit is None:
            raise RepositoryError(
                "Op deze tak is nog niets vastgelegd.", "Leg eerst iets vast (nazorg bewaar), of maak een nieuwe kloon."
            )
        if is_in(werkboom, ander, tak.commit):
            return Samengevoegd(tak.commit, tak.commit, tak.commit)
        if is_in(werkboom, tak.commit, ander):
            overgang = Overgang(secrets.token_hex(4), tak.ref, tak.commit, ander, ander, ander)
        else:
            with self._driver() as settings:
                made = merge_trees(werkboom, tak.commit, ander, settings, self._inherits)
            naar = "" if made.open else self._git.merge_commit(made.boom, ander, bericht)
            overgang = Overgang(secrets.token_hex(4), tak.ref, tak.commit, made.boom, naar, ander, made.open)
        self._refuse_unsaved(overgang)
        with self._way_back():
            carry_out(self._plek, overgang, bericht, self._inherits)
        open_paths = tuple(dict.fromkeys(one.pad for one in overgang.open))
        return Samengevoegd(tak.commit, overgang.naar or tak.commit, overgang.boom, open_paths)

    @contextmanager
    def _driver(self) -> Iterator[tuple[str, ...]]:
        """Settings for one merge, with the file that they name."""
        attributen = self._plek.eigen / "attributen"
        try:
            yield own_driver(self._git.werkboom, attributen)
        except OSError as error:
            raise WriteError(f"In {self._plek.eigen} kan niet geschreven worden: {in_words(error)}.") from error
        finally:
            attributen.unlink(missing_ok=True)

    def unsaved(self) -> tuple[str, ...]:
        """The files of the werkmap (from it) that hold what is not committed. Raises ``NazorgError``."""
        prefix, changed = self._plek.prefix, changed_paths(self._git.werkboom, self._git.tak)
        paths = [path for path in changed if is_kept(path.removeprefix(prefix))]
        found = [path for path in paths if self._git.is_unsaved(path, read_bytes(self._plek.target(path)))]
        return tuple(path.removeprefix(prefix) for path in found)

    def _refuse_unsaved(self, overgang: Overgang) -> None:
        """Raises ``ConcurrentChangeError`` where the person has work that is not saved in a file that changes."""
        werkboom = self._git.werkboom
        coming = [one.pad for one in ruilen(werkboom, overgang.van, overgang.boom)]
        hidden = [path for path, one in ingangen_staged(werkboom, coming).items() if not one.gewoon] if coming else []
        if hidden:
            raise RepositoryError(
                f"git is gezegd {hidden[0]} over te slaan (skip-worktree of assume-unchanged), en dat verandert nu.",
                f"Maak dat ongedaan: git update-index --no-skip-worktree --no-assume-unchanged {hidden[0]}",
            )
        changed = set(changed_paths(werkboom, self._git.tak))
        both = [path for path in coming if path in changed]
        own = [path for path in both if self._git.is_unsaved(path, read_bytes(self._plek.target(path)))]
        if own:
            raise ConcurrentChangeError(
                "In deze bestanden staat werk van u dat nog niet bewaard is, en een collega wijzigde ze ook:",
                "Bewaar het eerst: nazorg bewaar. Daarna: nazorg bijwerken",
                tuple(own),
            )

    @contextmanager
    def _way_back(self) -> Iterator[None]:
        """Whatever goes wrong within: all is as it was, or the next start sees to it."""
        try:
            yield
        except BaseException as error:
            try:
                settled = recover(self._plek, self._inherits, git_died=not isinstance(error, ConcurrentChangeError))
            except NazorgError:
                remedy = "Het is half gedaan; de volgende opdracht van nazorg zet het terug of maakt het af."
            else:
                remedy = "Er is niets veranderd."
                if settled is not None and settled.afgemaakt and isinstance(error, Exception):
                    return
            if isinstance(error, OSError):
                raise WriteError(f"Er kon niet geschreven worden: {in_words(error)}.", remedy) from error
            raise
