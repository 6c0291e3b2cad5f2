"""What is to be written: files with what they held, and what the commit says of it."""

import hashlib
from dataclasses import dataclass


def digest_of(data: bytes | None) -> str | None:
    """The SHA-256 of ``data``; ``None`` of no file."""
    return None if data is None else hashlib.sha256(data).hexdigest()


@dataclass(frozen=True)
class Bestandswijziging:
    """The file at ``pad`` (from the werkmap) becomes ``nieuw``; ``None`` takes it away.

    ``oud`` is the SHA-256 of what was read there, ``None`` where no file may stand.
    """

    pad: str
    oud: str | None
    nieuw: bytes | None


@dataclass(frozen=True)
class Operatie:
    """One change by one person: its files, and a subject that holds ids and names of fields only.

    ``dossiers`` and ``acties`` become the trailers by which git can be asked for them, and by which an operation is
    known as one of ours; one about no dossier says its verb instead. ``ongedaan`` names the commit that this one
    undoes. Without ``vastleggen`` the files change and nothing is committed: they stay the user's own unsaved work.
    """

    bestanden: tuple[Bestandswijziging, ...]
    onderwerp: str
    dossiers: tuple[str, ...] = ()
    acties: tuple[str, ...] = ()
    ongedaan: str = ""
    vastleggen: bool = True

    @property
    def bericht(self) -> str:
        """The message of the commit."""
        trailers = [
            *(f"Dossier: {dossier}" for dossier in self.dossiers),
            *(f"Actie: {actie}" for actie in self.acties),
            *([] if self.dossiers else [f"Opdracht: {self.onderwerp.split(' ')[0].rstrip(':')}"]),
            *([f"Ongedaan: {self.ongedaan}"] if self.ongedaan else []),
        ]
        return "\n".join([self.onderwerp, "", *trailers, ""])


@dataclass(frozen=True)
class Vastgelegd:
    """What came of an operation: its commit (``None`` in a plain folder, or when nothing had changed).

    ``restwerk``: all is kept, but git's index could not be brought up to date; the next command does that.
    """

    commit: str | None
    restwerk: bool = False
