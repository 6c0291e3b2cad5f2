"""``Objectlezer``: any number of objects of a repository through one ``git cat-file --batch``."""

import subprocess
import weakref
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from nazorg.begrippen.bron import VAN_EEN_DOSSIER
from nazorg.errors import RepositoryError
from nazorg.gitrepo.objecten import from_object
from nazorg.gitrepo.veilig import SAFE, environment, program
from nazorg.gitrepo.wachten import is_answered

LANGST_WACHTEN = 30.0
"""Seconds that git may take to find one object."""


class Objectlezer:
    """The objects of the repository that ``folder`` lies in; git is started at the first question."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str, *, geheel: bool = False) -> bytes | None:
        """The content of the object that ``name`` names (an id, or ``<commit>:<path from the top>``).

        ``None`` where there is none. Of what is too large to be a dossier only the first part comes back, enough to
        refuse it, unless it is asked for ``geheel`` (whole): what is written back must be.

        Raises ``RepositoryError`` when git breaks off: that is no "none".
        """
        asked, answered = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answered is not None
        if "\n" in name:  # a path that no question can hold
            return None
        try:
            asked.write(f"{name}\n".encode(errors="surrogateescape"))
            asked.flush()
        except OSError:  # a broken pipe here is not the one to the person's own program
            raise _broken_off() from None
        if not is_answered(answered, LANGST_WACHTEN):
            self._process.kill()
            raise _broken_off()
        line = answered.readline()
        head = line.split()
        if not line.endswith(b"\n"):
            raise _broken_off()
        if len(head) < 3 or head[-2] not in (b"blob", b"commit", b"tree", b"tag") or not head[-1].isdigit():
            return None
        left = int(head[-1]) + 1  # a line end follows
        data = answered.read(left if geheel else min(left, VAN_EEN_DOSSIER.bytes + 1))
        left -= len(data)
        while left and (passed_over := answered.read(min(left, 1 << 20))):  # not kept
            left -= len(passed_over)
        if left:
            raise _broken_off()
        return from_object(data[: int(head[-1])])

    def parents(self, commit: str) -> tuple[str, ...]:
        """Every parent of ``commit``, in their order: more than one where lines of history met."""
        head = (self.read(commit) or b"").partition(b"\n\n")[0].splitlines()
        return tuple(line[7:].decode() for line in head if line.startswith(b"parent "))

    @cached_property
    def _process(self) -> "subprocess.Popen[bytes]":
        try:
            process = subprocess.Popen(
                [program(), *SAFE, "cat-file", "--batch"],
                cwd=self._folder,
                env=environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            raise RepositoryError("git kon niet gestart worden.", "Probeer het opnieuw.") from None
        weakref.finalize(self, _end, process)  # no more questions: it ends, and is waited for
        return process


def _end(process: "subprocess.Popen[bytes]") -> None:
    with suppress(OSError):
        process.communicate()


def _broken_off() -> RepositoryError:
    return RepositoryError(
        "git hield op met antwoorden.", "Probeer het opnieuw. Helpt dat niet, kijk de git-map dan na: git fsck"
    )
