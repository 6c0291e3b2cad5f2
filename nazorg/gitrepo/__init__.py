"""Git: who is at the keyboard, what stood in a repository, and its commits.

What writing needs (the state of a work tree, its settings, commits by plumbing) lies in modules of its own, which
reading does not import.
"""

from nazorg.gitrepo.commits import Commit, FileChange, read_commits, removed_paths, renamed_from
from nazorg.gitrepo.lezer import Objectlezer
from nazorg.gitrepo.opdracht import init_repository, user_email
from nazorg.gitrepo.repository import Repository, find_repository
from nazorg.gitrepo.revisie import Revisie, open_revisie

__all__ = [
    "Commit",
    "FileChange",
    "Objectlezer",
    "Repository",
    "Revisie",
    "find_repository",
    "init_repository",
    "open_revisie",
    "read_commits",
    "removed_paths",
    "renamed_from",
    "user_email",
]
