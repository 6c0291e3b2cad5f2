"""Who changed which files on a line of history."""

from pathlib import Path

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git

_TEKEN = "\x01"


def authors_of(top: Path, voor: str, na: str) -> dict[str, list[str]]:
    """The names of who changed each file (from the top) in what ``na`` has and ``voor`` does not, the last one first.

    Raises ``RepositoryError``.
    """
    listed = git(
        top,
        *("-c", "log.showSignature=false", "log", "-z", "--no-merges", "--no-mailmap", "--no-renames", "--name-only"),
        *("--no-ext-diff", "--no-relative", "--encoding=UTF-8", "--ignore-submodules=all"),
        f"--format={_TEKEN}%an%x00",
        "--end-of-options",
        na,
        f"^{voor}",
        "--",
    )
    if listed.returncode:
        raise RepositoryError("git kan niet zeggen van wie het komt.", "Kijk de repository na: git fsck")
    found: dict[str, list[str]] = {}
    who = ""
    for part in listed.stdout.split("\0"):
        token = part.lstrip("\n")
        if token.startswith(_TEKEN):
            who = token[1:]
        elif token and who not in found.setdefault(token, []):
            found[token].append(who)
    return found
