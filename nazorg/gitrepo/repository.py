"""``Repository``: where a werkmap lies in its repository, and from where its history is told."""

from pathlib import Path
from typing import NamedTuple

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git


class Repository(NamedTuple):
    """The repository of a werkmap.

    ``top`` is the highest folder of it, ``prefix`` the werkmap's folder below it (with ``/`` behind it, or empty).
    ``head`` is the current commit: ``None`` on a branch that has none. ``is_shallow``: what came before a certain
    commit is not here.
    """

    top: Path
    prefix: str
    head: str | None
    is_shallow: bool


def find_repository(folder: Path) -> Repository:
    """The repository that ``folder`` lies in. Raises ``RepositoryError`` when it lies in none."""
    found = git(folder, "rev-parse", "--show-prefix", "--show-cdup", "--is-shallow-repository", "HEAD")
    prefix, up, shallow, head = (found.stdout.removesuffix("\n").rsplit("\n", 3) + [""] * 3)[:4]
    if shallow not in ("true", "false"):
        raise RepositoryError(
            "Deze werkmap ligt niet in git, dus er is geen geschiedenis.",
            "Wilt u die bijhouden: git init, en daarna nazorg bewaar",
        )
    return Repository(folder / up, prefix, None if found.returncode else head, shallow == "true")
