"""``Bron``: where the files of a werkmap come from, be it the work tree or a git tree."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol


class Bestand(NamedTuple):
    """One file as a ``Bron`` gives it.

    ``path`` is relative to the werkmap, with ``/``. ``data`` is ``None`` when the file could not be
    taken; ``problem`` then says why, by type (a key of ``diagnostics.taal``).
    """

    path: str
    data: bytes | None
    problem: str = ""


class Grenzen(NamedTuple):
    """How large a file may be: in bytes, and in values."""

    bytes: int
    nodes: int


VAN_EEN_DOSSIER = Grenzen(256 * 1024, 20_000)
VAN_ALLE_PERSONEN = Grenzen(64 * 1024 * 1024, 4_000_000)


class Bron(Protocol):
    """A readable set of files: paths relative to the werkmap, with ``/`` as separator."""

    @property
    def name(self) -> str:
        """What a person calls this source: a folder, or a revision."""
        ...

    def paths(self, folder: str, suffix: str = ".yaml") -> Iterator[str]:
        """Paths below ``folder`` whose name ends in ``suffix``, sorted; nothing when there is no such folder."""
        ...

    def read(self, path: str) -> Bestand:
        """The file at ``path``; a file that cannot be taken comes back with its ``problem``, never as an exception."""
        ...
