"""What git must know of us: who merges our files, and what stands above a piece of a difference."""

import shutil
from pathlib import Path

from nazorg.errors import RepositoryError
from nazorg.gitrepo.onze_instellingen import REGISTRATIE
from nazorg.gitrepo.opdracht import git

ATTRIBUTEN = (
    "*.yaml text eol=lf",
    *(
        f"/{files} merge=nazorg diff=nazorg"
        for files in ("nazorg.yaml", "dossiers/**/*.y*ml", "overleggen/**/*.y*ml", "trajecten/**/*.y*ml")
    ),
)
"""Lines of the ``.gitattributes`` of a werkmap."""


def register(folder: Path) -> None:
    """Tell the repository that ``folder`` lies in who merges its dossiers. Raises ``RepositoryError``.

    A clone does not get this from where it came from: each has to be told.
    """
    for name, value in REGISTRATIE.items():
        if git(folder, "config", "--local", name, value).returncode:
            raise RepositoryError(
                "git kon niet onthouden hoe dossiers samengevoegd worden.", "Kijk of u in de git-map mag schrijven."
            )


def unregistered(folder: Path) -> list[str]:
    """The settings that are not, or not so, in the repository that ``folder`` lies in."""
    found = {name: git(folder, "config", "--local", "--get-all", name).stdout for name in REGISTRATIE}
    return [name for name, value in REGISTRATIE.items() if found[name] != f"{value}\n"]


def is_found() -> bool:
    """Whether git finds the program that merges dossiers where it looks for programs."""
    return shutil.which("nazorg") is not None


def with_attributes(text: str) -> str:
    """The text of a ``.gitattributes`` with every line of ours; what stood there stays, and comes first."""
    there = [line.strip() for line in text.splitlines()]
    missing = [line for line in ATTRIBUTEN if line not in there]
    ended = text if not text or text.endswith("\n") else f"{text}\n"
    return ended + "".join(f"{line}\n" for line in missing)
