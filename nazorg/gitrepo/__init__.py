"""Git: who is at the keyboard, a repository for a new werkmap, and the files of a revision as a ``Bron``."""

from nazorg.gitrepo.lezer import Objectlezer
from nazorg.gitrepo.opdracht import init_repository, user_email
from nazorg.gitrepo.revisie import Revisie, open_revisie

__all__ = ["Objectlezer", "Revisie", "init_repository", "open_revisie", "user_email"]
