"""The operations that are in the history of a branch: commits with the trailers that we give them."""

from collections.abc import Iterator
from dataclasses import dataclass

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.werkboom import Werkboom

_TRAILER = "%x00%(trailers:key={},valueonly,separator=%x2C)"
_TRAILERS = ("Dossier", "Opdracht", "Ongedaan")
_VORM = "%H%x00%ae%x00%an%x00%s" + "".join(map(_TRAILER.format, _TRAILERS))
_VELDEN = 7
HOE_VER = 1000
"""So many commits back an operation is looked for."""


@dataclass(frozen=True)
class Vastgelegde:
    """One operation in the history. ``ongedaan`` is the commit that it undoes, else empty."""

    commit: str
    mail: str
    naam: str
    onderwerp: str
    dossiers: tuple[str, ...]
    ongedaan: str


def operation_of(werkboom: Werkboom, versie: str) -> Vastgelegde | None:
    """The operation that the commit ``versie`` is; ``None`` for a merge, a commit of another kind, or no commit."""
    found = git(werkboom.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{versie}^{{commit}}")
    commit = found.stdout.strip()
    if found.returncode or not commit or commit.startswith("^"):
        return None
    return next(iter(_listed(werkboom, commit, "--no-walk")), None)


def operations(werkboom: Werkboom) -> list[Vastgelegde]:
    """The operations in the last ``HOE_VER`` commits, the newest first; merges are none."""
    return _listed(werkboom, "HEAD", f"--max-count={HOE_VER}")


def _listed(werkboom: Werkboom, versie: str, hoeveel: str) -> list[Vastgelegde]:
    listed = git(
        werkboom.top,
        "log",
        "-z",
        "--no-merges",
        "--no-mailmap",
        "--encoding=UTF-8",
        hoeveel,
        f"--format={_VORM}",
        "--end-of-options",
        versie,
        "--",
    )
    return list(_parsed(listed.stdout))


def is_shared(werkboom: Werkboom, commit: str) -> bool:
    """Whether a branch of a remote holds ``commit``, as far as this clone knows. Raises ``RepositoryError``."""
    listed = git(werkboom.top, "for-each-ref", "--count=1", f"--contains={commit}", "refs/remotes")
    if listed.returncode:
        raise RepositoryError("git kan niet zeggen wat er al gedeeld is.", "Kijk wat 'git branch -r' zegt.")
    return bool(listed.stdout.strip())


def changed_in(werkboom: Werkboom, commit: str) -> list[tuple[str, str, str]]:
    """Path (from the top) and the ids of the content before and after, of every file that ``commit`` changed.

    An id of zeros is no file. Raises ``RepositoryError``.
    """
    listed = git(
        werkboom.top, "diff-tree", "--root", "-r", "-z", "--no-commit-id", "--no-renames", "--full-index", commit
    )
    if listed.returncode:
        raise RepositoryError("git kan niet zeggen wat daarin gewijzigd is.", "")
    parts = listed.stdout.split("\0")
    return [(path, *head.split(" ")[2:4]) for head, path in zip(parts[::2], parts[1::2], strict=False)]  # type: ignore[misc]


def _parsed(listed: str) -> Iterator[Vastgelegde]:
    fields = listed.split("\0")
    for place in range(0, len(fields) - _VELDEN + 1, _VELDEN):
        commit, mail, naam, onderwerp, dossiers, opdracht, ongedaan = fields[place : place + _VELDEN]
        if dossiers.strip() or opdracht.strip():
            numbers = tuple(filter(None, dossiers.split(",")))
            yield Vastgelegde(commit, mail, naam, onderwerp, numbers, ongedaan.strip())
