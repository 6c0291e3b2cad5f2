"""What a push would bring to others that they do not have yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git


@dataclass(frozen=True)
class Aanbod:
    """The commit ``na`` that goes to others, who have ``voor`` there (empty: nothing that we know of)."""

    na: str
    voor: str


def read_aanbod(top: Path, na: str, voor: str) -> Aanbod | None:
    """What git says that it pushes, from ``voor`` to ``na`` (zeros: nothing).

    ``None`` when a branch is taken away, or is no commit.
    """
    commit = _commit(top, na) if na.strip("0") else ""
    return Aanbod(commit, _commit(top, voor) if voor.strip("0") else "") if commit else None


def new_blobs(top: Path, aanbod: Aanbod) -> Iterator[tuple[str, str]]:
    """Path and blob of every version that goes along and that no remote has, as far as this clone knows.

    Those in the middle of history are among them. Raises ``RepositoryError``.
    """
    known = [f"^{aanbod.voor}"] if aanbod.voor else []
    listed = git(top, "rev-list", "--objects", aanbod.na, *known, "--not", "--remotes")
    if listed.returncode:
        raise RepositoryError("git kan niet zeggen wat er gedeeld wordt.", "Kijk de repository na: git fsck")
    for line in listed.stdout.splitlines():
        blob, _, path = line.partition(" ")
        if path:
            yield path, blob


def _commit(top: Path, name: str) -> str:
    """The commit that ``name`` leads to; empty when it is none, or is not here."""
    return git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").stdout.strip()
