"""``Samenkomst``: two lines of work that git is bringing together, and what is left to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nazorg.errors import RepositoryError, WriteError
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.tak import commit_of
from nazorg.gitrepo.vastleggen import DUURZAAM, Auteur, Ingang
from nazorg.gitrepo.werkboom import Werkboom


class Soort(StrEnum):
    """In which way git brings them together; ``LOS`` where it has none under way (a stash that came back)."""

    MERGE = "merge"
    REBASE = "rebase"
    CHERRY_PICK = "cherry-pick"
    REVERT = "revert"
    LOS = "los"


_TEKENS = {
    "rebase-merge": Soort.REBASE,
    "rebase-apply": Soort.REBASE,
    "MERGE_HEAD": Soort.MERGE,
    "CHERRY_PICK_HEAD": Soort.CHERRY_PICK,
    "REVERT_HEAD": Soort.REVERT,
}
_DAAR = {
    Soort.MERGE: "MERGE_HEAD",
    Soort.REBASE: "REBASE_HEAD",
    Soort.CHERRY_PICK: "CHERRY_PICK_HEAD",
    Soort.REVERT: "REVERT_HEAD",
    Soort.LOS: "refs/stash",
}


@dataclass(frozen=True)
class Samenkomst:
    """What git is bringing together.

    ``open`` are the paths (from the top) that git has in more than one form, each with those forms by number: 1 is what
    both began with, 2 here, 3 there. ``hier`` and ``daar`` are the commits of both sides, where there are such.
    """

    soort: Soort
    hier: str | None
    daar: str | None
    open: Mapping[str, Mapping[int, Ingang]]

    @property
    def is_bezig(self) -> bool:
        """Whether git has something under way, or left something undecided."""
        return self.soort is not Soort.LOS or bool(self.open)

    @property
    def mijn_is_daar(self) -> bool:
        """Whether one's own work is what came in: a rebase and a stash put it on top of the others' work."""
        return self.soort in (Soort.REBASE, Soort.LOS)


def read_samenkomst(werkboom: Werkboom) -> Samenkomst:
    """What git is bringing together in this work tree. Raises ``RepositoryError``."""
    found = (soort for name, soort in _TEKENS.items() if (werkboom.git_dir / name).exists())
    soort = next(found, Soort.LOS)
    return Samenkomst(soort, commit_of(werkboom, "HEAD"), commit_of(werkboom, _DAAR[soort]), _open_paths(werkboom))


def _open_paths(werkboom: Werkboom) -> dict[str, dict[int, Ingang]]:
    listed = git(werkboom.top, "ls-files", "-z", "--unmerged")
    if listed.returncode:
        raise RepositoryError("git kan niet zeggen wat er nog open staat.", "Kijk wat 'git status' zegt.")
    found: dict[str, dict[int, Ingang]] = {}
    for entry in filter(None, listed.stdout.split("\0")):
        head, _, path = entry.partition("\t")
        mode, blob, stage = head.split()
        found.setdefault(path, {})[int(stage)] = Ingang(mode, blob)
    return found


def complete_merge(werkboom: Werkboom, auteur: Auteur) -> str:
    """The commit that a merge under way comes to, with the message that git has ready; runs no hook.

    Raises ``WriteError`` when git refuses.
    """
    name = ("-c", f"user.name={auteur.naam}", "-c", f"user.email={auteur.mail}", "-c", "commit.gpgSign=false")
    quiet = ("-c", "gc.auto=0", "-c", "maintenance.auto=false")
    done = git(
        werkboom.top, *DUURZAAM, *name, *quiet, "commit", "--quiet", "--no-edit", "--no-verify", "--cleanup=strip"
    )
    commit = commit_of(werkboom, "HEAD")
    if done.returncode or commit is None:
        raise WriteError(
            "De samenvoeging kon niet vastgelegd worden.",
            "Wat u koos, is bewaard. Kijk wat 'git status' zegt, en maak het af met: git commit",
        )
    return commit
