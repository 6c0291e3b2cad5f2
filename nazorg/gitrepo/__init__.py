"""Git: who is at the keyboard, the repository of a werkmap, what stands and stood in it, and commits by plumbing."""

from nazorg.gitrepo.commits import Commit, FileChange, read_commits, removed_paths, renamed_from
from nazorg.gitrepo.configuratie import Configuratie, read_configuratie
from nazorg.gitrepo.lezer import Objectlezer
from nazorg.gitrepo.onbewaard import changed_paths
from nazorg.gitrepo.opdracht import init_repository, user_email
from nazorg.gitrepo.operaties import Vastgelegde, changed_in, is_shared, operations
from nazorg.gitrepo.regeleinden import is_ignored, read_attributen, stored_form
from nazorg.gitrepo.repository import Repository, find_repository
from nazorg.gitrepo.revisie import Revisie, open_revisie
from nazorg.gitrepo.tak import Tak, commit_of, current_tak, holds, is_branch, is_on, ref_locks
from nazorg.gitrepo.vastleggen import Auteur, Ingang, Schrijfgit, ingangen_at, ingangen_staged
from nazorg.gitrepo.werkboom import Werkboom, open_werkboom

__all__ = [
    "Auteur",
    "Commit",
    "Configuratie",
    "FileChange",
    "Ingang",
    "Objectlezer",
    "Repository",
    "Revisie",
    "Schrijfgit",
    "Tak",
    "Vastgelegde",
    "Werkboom",
    "changed_in",
    "changed_paths",
    "commit_of",
    "current_tak",
    "find_repository",
    "holds",
    "ingangen_at",
    "ingangen_staged",
    "init_repository",
    "is_branch",
    "is_ignored",
    "is_on",
    "is_shared",
    "open_revisie",
    "open_werkboom",
    "operations",
    "read_attributen",
    "read_commits",
    "read_configuratie",
    "ref_locks",
    "removed_paths",
    "renamed_from",
    "stored_form",
    "user_email",
]
