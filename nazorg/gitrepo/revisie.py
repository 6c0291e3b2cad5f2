"""``Revisie``: the files of a werkmap as they stood in git, as a ``Bron``."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import in_order, is_misnamed, is_ours
from nazorg.errors import RepositoryError, UsageError
from nazorg.gitrepo.lezer import Objectlezer
from nazorg.gitrepo.opdracht import git

_FILE = ("100644", "100755")


class Revisie:
    """The tree of ``commit`` below ``prefix`` (the werkmap's folder in its repository, with ``/`` behind it, or empty).

    One ``git cat-file --batch`` gives all files. Links and submodules are no files.
    """

    def __init__(self, folder: Path, commit: str, prefix: str) -> None:
        self._folder = folder
        self._prefix = prefix
        self._lezer = Objectlezer(folder)
        self.commit = commit

    @property
    def name(self) -> str:
        return self.commit[:10]

    def paths(self, folder: str, suffix: str = ".yaml") -> Iterator[str]:
        """Paths below ``folder`` that end in ``suffix`` (``.yml`` counts as ``.yaml``), sorted; no hidden names."""
        return (path for path in self._blobs if path.startswith(f"{folder}/") and _counts(path, suffix))

    def read(self, path: str) -> Bestand:
        """The file at ``path`` in this revision."""
        found = self._blobs.get(path)
        if found is None:
            return Bestand(path, None, "niet_gevonden")
        if is_misnamed(path):
            return Bestand(path, None, "verkeerde_naam")
        mode, blob = found
        return Bestand(path, self._content(blob)) if mode in _FILE else Bestand(path, None, "geen_bestand")

    def blob(self, path: str) -> str | None:
        """The name of the blob at ``path``: the same name, the same bytes. ``None`` where there is no file."""
        mode, blob = self._blobs.get(path, ("", ""))
        return blob if mode in _FILE else None

    @cached_property
    def _blobs(self) -> dict[str, tuple[str, str]]:
        """Mode and blob of every file of the werkmap in this revision, by path, sorted."""
        return dict(sorted(self._listed().items(), key=lambda pair: in_order(pair[0])))

    def _listed(self) -> dict[str, tuple[str, str]]:
        """The same as git gives it."""
        below = ["--", self._prefix] if self._prefix else []
        listed = git(self._folder, "ls-tree", "-r", "-z", "--full-tree", self.commit, *below)
        if listed.returncode:
            raise RepositoryError(f"De bestanden van {self.name} ontbreken in de repository.", "Haal ze op: git fetch")
        found = {}
        for entry in filter(None, listed.stdout.split("\0")):
            head, _, path = entry.partition("\t")
            mode, _, blob = head.split(" ")
            found[path.removeprefix(self._prefix)] = (mode, blob)
        return found

    def _content(self, blob: str) -> bytes:
        """The bytes of ``blob``. Raises ``RepositoryError`` when the repository lacks it."""
        data = self._lezer.read(blob)
        if data is None:
            raise RepositoryError(f"Een bestand van {self.name} ontbreekt in de repository.", "Haal het op: git fetch")
        return data


def _counts(path: str, suffix: str) -> bool:
    return is_ours(path, suffix) or (suffix == ".yaml" and is_misnamed(path))


def open_revisie(folder: Path, versie: str | date) -> Revisie:
    """The werkmap in ``folder`` as it stood at ``versie``: a revision of git, or the last commit before a day began.

    That last commit is looked for along the first parents: what the team's own branch said. Raises ``RepositoryError``
    where there is no repository, and ``UsageError`` for a revision or a day that it does not have.
    """
    prefix = git(folder, "rev-parse", "--show-prefix")
    if prefix.returncode:
        raise RepositoryError(
            "Deze werkmap ligt niet in git, dus er is geen geschiedenis.",
            "Wilt u die bijhouden: git init, en daarna nazorg bewaar",
        )
    if isinstance(versie, date):
        found = git(
            folder, "rev-list", "-1", "--first-parent", f"--before={versie - timedelta(days=1)} 23:59:59", "HEAD"
        )
        missing = f"Voor {versie} stond er nog niets in de repository."
    else:
        found = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{versie}^{{commit}}")
        missing = f"De versie '{versie}' bestaat niet."
    commit = found.stdout.strip()
    if found.returncode or not commit or commit.startswith("^"):  # git's answer to all but a commit
        raise UsageError(missing, "Geef een datum (2026-10-01), of een versie die nazorg geschiedenis noemt.")
    return Revisie(folder, commit, prefix.stdout.rstrip("\n"))
