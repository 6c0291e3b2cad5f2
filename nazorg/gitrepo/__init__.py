"""Git: who is at the keyboard, what stood in a repository, and its commits.

Each name is imported when it is first asked for. What writing needs (the state of a work tree, its settings, commits by
plumbing) lies in modules of its own, which reading does not import.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nazorg.gitrepo.commits import (
        Commit,
        FileChange,
        count_commits,
        read_commits,
        read_every,
        removed_paths,
        renamed_from,
        unreachable,
    )
    from nazorg.gitrepo.lezer import Objectlezer
    from nazorg.gitrepo.opdracht import init_repository, user_email
    from nazorg.gitrepo.repository import Repository, find_repository
    from nazorg.gitrepo.revisie import Revisie, open_revisie

_PLEKKEN = {
    "commits": (
        "Commit",
        "FileChange",
        "count_commits",
        "read_commits",
        "read_every",
        "removed_paths",
        "renamed_from",
        "unreachable",
    ),
    "lezer": ("Objectlezer",),
    "opdracht": ("init_repository", "user_email"),
    "repository": ("Repository", "find_repository"),
    "revisie": ("Revisie", "open_revisie"),
}
_PLEK_VAN = {name: place for place, names in _PLEKKEN.items() for name in names}


def __getattr__(name: str) -> Any:
    place = _PLEK_VAN.get(name)
    if place is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(f"{__name__}.{place}"), name)
    globals()[name] = found
    return found


__all__ = [
    "Commit",
    "FileChange",
    "Objectlezer",
    "Repository",
    "Revisie",
    "count_commits",
    "find_repository",
    "init_repository",
    "open_revisie",
    "read_commits",
    "read_every",
    "removed_paths",
    "renamed_from",
    "unreachable",
    "user_email",
]
