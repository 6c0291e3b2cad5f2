"""Which files differ from the last commit, found without running a filter: candidates, to be compared by content."""

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.tak import Tak
from nazorg.gitrepo.werkboom import Werkboom

_ALLEEN = ("--name-only", "-z", "--ignore-submodules=all")
"""Git would look into a submodule with ``git status``, which runs the filters of that one."""


def changed_paths(werkboom: Werkboom, tak: Tak) -> list[str]:
    """Paths (from the top, sorted) in the werkmap that may differ from the last commit: changed, staged, new or gone.

    What git is told to ignore is left out. Raises ``RepositoryError`` when git has no answer.
    """
    below = ["--", werkboom.prefix or "."]
    asked = [
        ["diff-files", *_ALLEEN, *below],
        ["ls-files", "--others", "--exclude-standard", "--full-name", "-z", *below],
        ["diff-index", "--cached", *_ALLEEN, tak.commit, *below]
        if tak.commit
        else ["ls-files", "--full-name", "-z", *below],
    ]
    found: set[str] = set()
    for arguments in asked:
        listed = git(werkboom.top, "--literal-pathspecs", *arguments)
        if listed.returncode:
            raise RepositoryError("git kan niet zeggen wat er gewijzigd is.", "Kijk wat 'git status' zegt.")
        found.update(filter(None, listed.stdout.split("\0")))
    return sorted(found)
