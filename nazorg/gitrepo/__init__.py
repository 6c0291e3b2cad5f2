"""Git: who is at the keyboard, a repository for a new werkmap, the files of a revision as a ``Bron``, its commits."""

from nazorg.gitrepo.commits import Commit, Wissel, read_commits, removed_paths, renamed_from
from nazorg.gitrepo.lezer import Objectlezer
from nazorg.gitrepo.opdracht import init_repository, user_email
from nazorg.gitrepo.plek import Repository, find_repository
from nazorg.gitrepo.revisie import Revisie, open_revisie

__all__ = [
    "Commit",
    "Objectlezer",
    "Repository",
    "Revisie",
    "Wissel",
    "find_repository",
    "init_repository",
    "open_revisie",
    "read_commits",
    "removed_paths",
    "renamed_from",
    "user_email",
]
