"""Versions of files as trees of text, each read once."""

from collections.abc import Iterable
from functools import lru_cache

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.bron import Bestand
from nazorg.errors import RepositoryError
from nazorg.gitrepo import FileChange, Objectlezer

BEWAARD = 2048
"""So many trees stay in memory."""


class Versies:
    """What the versions of a file say. ``None`` stands for a version that cannot be read, nothing for no file."""

    def __init__(self, lezer: Objectlezer) -> None:
        self.lezer = lezer
        self._read = lru_cache(BEWAARD)(self._read_anew)
        self._find = lru_cache(BEWAARD // 8)(self._find_anew)

    def of_blob(self, blob: str | None) -> Boom | None:
        """The tree of a version by its blob."""
        return "" if blob is None else self._read(blob)

    def expect(self, wissels: Iterable[FileChange]) -> None:
        """Say which versions will be asked for, in about that order."""
        self.lezer.expect(dict.fromkeys(blob for one in wissels for blob in (one.old, one.new) if blob is not None))

    def of_commit(self, commit: str, path: str) -> Boom | None:
        """The tree of the file at ``path`` (from the top of the repository) as it stood in ``commit``."""
        return self._find(commit, path)

    def differs_from_all(self, commit: str, path: str) -> bool:
        """Whether the file at ``path`` is another in ``commit`` than in each that it builds on; none is another too."""
        made = self.lezer.read(f"{commit}:{path}")
        return all(self.lezer.read(f"{parent}:{path}") != made for parent in self.lezer.parents(commit))

    def _find_anew(self, commit: str, path: str) -> Boom | None:
        data = self.lezer.read(f"{commit}:{path}")
        return "" if data is None else _tree(data)

    def _read_anew(self, blob: str) -> Boom | None:
        data = self.lezer.read(blob)
        if data is None:  # what a commit names and is not there is no text that says nothing
            raise RepositoryError("Een bestand uit de geschiedenis ontbreekt in de git-map.", "Haal het op: git fetch")
        return _tree(data)


def _tree(data: bytes) -> Boom | None:
    from nazorg.yamltext import as_boom, read_document  # while git looks for the commits

    root = read_document(Bestand("", data)).root
    return None if root is None else as_boom(root)
