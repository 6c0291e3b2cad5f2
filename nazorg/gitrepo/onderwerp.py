"""The commits that are about something, by the first words of their subject."""

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.repository import Repository


def commits_about(repository: Repository, start: str, about: str) -> list[tuple[str, str | None]]:
    """The commits up to ``start`` whose subject is ``about``, or that and a colon with more: each with the one before.

    Oldest first. A merge is none of them. Raises ``RepositoryError``.
    """
    asked = ("--no-merges", "--reverse", "--fixed-strings", f"--grep={about}", "--format=%H%x00%P%x00%s")
    said = git(repository.top, "rev-list", "--date-order", *asked, "--end-of-options", start, "--")
    if said.returncode:
        raise RepositoryError("De geschiedenis is niet tot het eind te lezen.", "Kijk de repository na: git fsck")
    lines = [line.split("\0", 2) for line in said.stdout.split("\n") if "\0" in line]
    return [(commit, before or None) for commit, before, subject in lines if subject.partition(":")[0] == about]
