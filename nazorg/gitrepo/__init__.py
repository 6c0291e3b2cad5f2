"""Git: who is at the keyboard, what stood in a repository, and its commits.

Each name is imported when it is first asked for. What writing needs (the state of a work tree, its settings, commits by
plumbing) lies in modules of its own, which reading does not import.
"""

from typing import TYPE_CHECKING

from nazorg.begrippen.deur import lazy_door

if TYPE_CHECKING:
    from nazorg.gitrepo.commits import (
        Commit,
        FileChange,
        count_commits,
        ends_of,
        read_commits,
        read_every,
        removed_paths,
        renamed_from,
        unreachable,
    )
    from nazorg.gitrepo.lezer import Objectlezer
    from nazorg.gitrepo.onderwerp import commits_about
    from nazorg.gitrepo.opdracht import init_repository, user_email
    from nazorg.gitrepo.repository import Repository, find_repository
    from nazorg.gitrepo.revisie import Revisie, open_revisie

_PLEKKEN = {
    "commits": (
        "Commit",
        "FileChange",
        "count_commits",
        "ends_of",
        "read_commits",
        "read_every",
        "removed_paths",
        "renamed_from",
        "unreachable",
    ),
    "lezer": ("Objectlezer",),
    "onderwerp": ("commits_about",),
    "opdracht": ("init_repository", "user_email"),
    "repository": ("Repository", "find_repository"),
    "revisie": ("Revisie", "open_revisie"),
}
__getattr__ = lazy_door(__name__, _PLEKKEN)

__all__ = [
    "Commit",
    "FileChange",
    "Objectlezer",
    "Repository",
    "Revisie",
    "commits_about",
    "count_commits",
    "ends_of",
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
