"""Two lines of history into one tree, without the work tree: what git makes of them, and what it cannot settle."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.werkboom import Werkboom

_DUURZAAM = ("-c", "core.fsync=committed,loose-object,reference,index")


class Kant(NamedTuple):
    """A version of a file that two sides disagree about: ``fase`` 1 is what they had in common, 2 ours, 3 theirs."""

    mode: str
    blob: str
    fase: str
    pad: str


@dataclass(frozen=True)
class Samenvoegsel:
    """The tree that came of it, and of every path that waits to be settled the versions that there are."""

    boom: str
    open: tuple[Kant, ...]

    @property
    def open_paden(self) -> tuple[str, ...]:
        """The paths (from the top) that wait to be settled."""
        return tuple(dict.fromkeys(one.pad for one in self.open))


def is_in(werkboom: Werkboom, commit: str, other: str) -> bool:
    """Whether ``other`` builds on ``commit``, or is the same. Raises ``RepositoryError``."""
    asked = git(werkboom.top, "merge-base", "--is-ancestor", commit, other)
    if asked.returncode not in (0, 1):
        raise RepositoryError("git kan de geschiedenis niet lezen.", "Kijk de repository na: git fsck")
    return asked.returncode == 0


def merge_trees(
    werkboom: Werkboom, ours: str, theirs: str, settings: Sequence[str] = (), inherits: Sequence[int] = ()
) -> Samenvoegsel:
    """What comes of ``ours`` and ``theirs`` together; ``settings`` name the program that merges a dossier.

    Raises ``RepositoryError`` when they have nothing in common, or git is too old.
    """
    asked = (*_DUURZAAM, *settings, "merge-tree", "--write-tree", "-z", "--no-messages", ours, theirs)
    told = {f"GITHEAD_{theirs}": "daar"}  # as git's own merge tells the program whose work comes in
    done = git(werkboom.top, *asked, inherits=inherits, langst=600, extra=told)
    if done.returncode not in (0, 1):
        if "unrelated histories" in done.stderr:
            raise RepositoryError(
                "Wat hier staat en wat er gedeeld wordt, hebben geen gezamenlijk begin.",
                "Kijk of dit de goede map en het goede adres is. Anders: maak een nieuwe kloon.",
            )
        if "usage:" in done.stderr or "unknown option" in done.stderr:
            raise RepositoryError("Deze git is te oud om bij te werken.", "Vraag uw beheerder om git 2.38 of nieuwer.")
        raise RepositoryError("git kan de twee versies niet samenvoegen.", "Kijk de repository na: git fsck")
    boom, *rest = done.stdout.split("\0")
    found = Samenvoegsel(boom, tuple(_sides(rest)))
    if len(boom) != len(werkboom.niets) or bool(found.open) != bool(done.returncode) or rest[-1:] != [""]:
        raise RepositoryError("git hield op voor het klaar was met samenvoegen.", "Er is niets veranderd.")
    return found


def _sides(entries: Sequence[str]) -> Iterator[Kant]:
    for entry in entries:
        head, _, path = entry.partition("\t")
        if head.count(" ") == 2:
            mode, blob, fase = head.split(" ")
            yield Kant(mode, blob, fase, path)
