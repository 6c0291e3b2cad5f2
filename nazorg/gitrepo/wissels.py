"""What git is about to take: the files that a commit would change, or that a push would bring."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.revisie import Revisie

_DIFF = ("-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--ignore-submodules=all", "--no-ext-diff")
_WEG = "000000"


@dataclass(frozen=True)
class Wissels:
    """The files in which ``na`` differs from ``voor``, by path from the ``top`` of the repository.

    Each with its mode and blob afterwards; ``None`` is gone. ``voor`` and ``na`` are commits or trees; ``na`` is empty
    for what stands staged.
    """

    top: Path
    voor: str
    na: str
    bestanden: Mapping[str, tuple[str, str] | None]

    def before(self, prefix: str) -> Revisie:
        """The werkmap at ``prefix`` as it was."""
        return Revisie(self.top, self.voor, prefix)

    def after(self, prefix: str) -> Revisie:
        """The werkmap at ``prefix`` as git would have it."""
        return Revisie(self.top, self.na, prefix) if self.na else Aanstaand(self, prefix)


class Aanstaand(Revisie):
    """A werkmap as the next commit would have it: the last one, with on top of it what stands staged."""

    def __init__(self, wissels: Wissels, prefix: str) -> None:
        super().__init__(wissels.top, wissels.voor, prefix)
        self._wissels = wissels

    @property
    def name(self) -> str:
        return "wat klaarstaat"

    def _listed(self) -> dict[str, tuple[str, str]]:
        found = super()._listed()
        for path, one in self._wissels.bestanden.items():
            if not path.startswith(self._prefix):
                continue
            if one is None:
                found.pop(path.removeprefix(self._prefix), None)
            else:
                found[path.removeprefix(self._prefix)] = one
        return found


def staged(folder: Path) -> Wissels:
    """What the next commit in the repository around ``folder`` would change; reads git's index and no file.

    A hook of git is told which index: ``git commit FILE`` makes one for the occasion. Raises ``RepositoryError``.
    """
    top = top_of(folder)
    own = os.environ.get("GIT_INDEX_FILE", "")
    index = {"GIT_INDEX_FILE": os.path.abspath(own)} if own else {}
    head = git(top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").stdout.strip() or _empty_tree(top)
    return Wissels(
        top,
        head,
        "",
        dict(_changes(top, ("diff-index", "--cached", "--ita-invisible-in-index", *_DIFF, head, "--"), index)),
    )


def between(top: Path, voor: str, na: str) -> Wissels:
    """In what ``na`` differs from ``voor``; an empty ``voor`` is nothing at all. Raises ``RepositoryError``."""
    before = voor or _empty_tree(top)
    return Wissels(top, before, na, dict(_changes(top, ("diff-tree", *_DIFF, before, na, "--"), {})))


def top_of(folder: Path) -> Path:
    """The highest folder of the repository around ``folder``. Raises ``RepositoryError``."""
    found = git(folder, "rev-parse", "--show-toplevel")
    if found.returncode:
        raise RepositoryError("git kan deze git-map niet openen.", "Kijk wat 'git status' zegt.")
    return Path(found.stdout.removesuffix("\n"))


def _empty_tree(top: Path) -> str:
    return git(top, "hash-object", "-t", "tree", "--stdin").stdout.strip()


def _changes(
    top: Path, arguments: Iterable[str], extra: Mapping[str, str]
) -> Iterator[tuple[str, tuple[str, str] | None]]:
    listed = git(top, *arguments, extra=extra)
    if listed.returncode:
        raise RepositoryError("git kan niet zeggen wat er verandert.", "Kijk wat 'git status' zegt.")
    parts = listed.stdout.split("\0")
    for head, path in zip(parts[::2], parts[1::2], strict=False):
        _, mode, _, blob, _ = head.split(" ")
        yield path, None if mode == _WEG else (mode, blob)
