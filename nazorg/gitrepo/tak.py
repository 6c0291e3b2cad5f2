"""``Tak``: the branch that is worked on, when nothing else is going on in the work tree."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.werkboom import Werkboom

_BEZIG = {
    "MERGE_HEAD": ("een samenvoeging (merge)", "nazorg los-op, of git merge --abort"),
    "rebase-merge": ("een rebase", "nazorg los-op en git rebase --continue, of git rebase --abort"),
    "rebase-apply": ("een rebase of git am", "nazorg los-op en git rebase --continue, of git rebase --abort"),
    "CHERRY_PICK_HEAD": ("een cherry-pick", "nazorg los-op en git cherry-pick --continue, of git cherry-pick --abort"),
    "REVERT_HEAD": ("een revert", "git revert --continue, of git revert --abort"),
    "BISECT_LOG": ("een bisect", "git bisect reset"),
}
_REF = re.compile(r"refs/heads/[^\0-\x20\x7f~^:?*\[\\]+")


@dataclass(frozen=True)
class Tak:
    """The branch ``ref`` and the commit that it stands at; ``None`` on a branch without a commit."""

    ref: str
    commit: str | None


def current_tak(werkboom: Werkboom) -> Tak:
    """The branch that a commit would come on.

    Raises ``RepositoryError`` when there is none, or when a merge, rebase or the like waits to be finished: a commit
    in between would become part of that.
    """
    for name, (what, way_out) in _BEZIG.items():
        if (werkboom.git_dir / name).exists():
            raise RepositoryError(f"In deze git-map is {what} nog niet af.", f"Maak dat eerst af: {way_out}.")
    ref = git(werkboom.top, "symbolic-ref", "--quiet", "HEAD").stdout.strip()
    if not ref:
        raise RepositoryError(
            "De git-map staat niet op een tak maar op een losse versie (detached HEAD).",
            "Ga terug naar uw tak: git switch main",
        )
    if not is_branch(ref):
        raise RepositoryError("De git-map staat op iets dat geen tak is.", "Ga naar uw tak: git switch main")
    for lock in ref_locks(werkboom, ref):
        if os.path.lexists(lock):
            raise RepositoryError(
                f"Een andere opdracht van git is bezig, of is ooit afgebroken ({lock.name}).",
                f"Wacht even. Loopt er zeker geen git meer, haal dan {lock} weg.",
            )
    return Tak(ref, commit_of(werkboom, ref))


def is_branch(ref: str) -> bool:
    """Whether ``ref`` is the full name of a branch, and nothing that leads elsewhere."""
    return bool(_REF.fullmatch(ref)) and ".." not in ref and not ref.endswith((".lock", "/", "."))


def commit_of(werkboom: Werkboom, ref: str) -> str | None:
    """The commit that ``ref`` stands at; ``None`` where there is no such ref.

    Raises ``RepositoryError`` when git has no answer: that is no "no".
    """
    found = git(werkboom.top, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    if found.returncode not in (0, 1):
        raise RepositoryError(f"git kan niet zeggen waar {ref} staat.", "Kijk de repository na: git fsck")
    return found.stdout.strip() or None


def holds(werkboom: Werkboom, ref: str, commit: str) -> bool:
    """Whether ``commit`` is what ``ref`` stands at, or an ancestor of it; it need not exist.

    Raises ``RepositoryError`` when git has no answer: that is no "no".
    """
    if commit_of(werkboom, ref) is None:
        return False
    listed = git(werkboom.top, "rev-list", ref)
    if listed.returncode:
        raise RepositoryError("git kan de geschiedenis van de tak niet lezen.", "Kijk wat 'git log' zegt.")
    return commit in listed.stdout.split()


def is_on(werkboom: Werkboom, ref: str) -> bool:
    """Whether the work tree is on the branch ``ref``."""
    return git(werkboom.top, "symbolic-ref", "--quiet", "HEAD").stdout.strip() == ref


def ref_locks(werkboom: Werkboom, ref: str) -> tuple[Path, Path]:
    """The locks that git takes to move ``ref`` while the work tree is on it."""
    return werkboom.common_dir / f"{ref}.lock", werkboom.git_dir / "HEAD.lock"
