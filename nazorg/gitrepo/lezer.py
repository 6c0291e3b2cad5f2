"""``Objectlezer``: any number of objects of a repository through one ``git cat-file --batch``."""

import subprocess
import weakref
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from nazorg.begrippen.bron import VAN_EEN_DOSSIER
from nazorg.errors import RepositoryError
from nazorg.gitrepo.objecten import from_object
from nazorg.gitrepo.veilig import SAFE, environment, program
from nazorg.gitrepo.wachten import Stroom

LANGST_WACHTEN = 30.0
"""Seconds that git may take to find one object."""


_VOORUIT = 64
"""So many objects are asked for ahead: their names must fit in what the system holds while nobody reads."""


class Objectlezer:
    """The objects of the repository that ``folder`` lies in; git is started at the first question."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._expected: deque[str] = deque()
        self._asked: deque[str] = deque()
        self._kept: dict[str, bytes | None] = {}

    def expect(self, names: Iterable[str]) -> None:
        """Say which objects will be read next, by id, about in that order: git finds them meanwhile."""
        self._expected.extend(names)
        self._ask_ahead()

    def read(self, name: str, *, geheel: bool = False) -> bytes | None:
        """The content of the object that ``name`` names (an id, or ``<commit>:<path from the top>``).

        ``None`` where there is none. Of what is too large to be a dossier only the first part comes back, enough to
        refuse it, unless it is asked for ``geheel`` (whole): what is written back must be.

        Raises ``RepositoryError`` when git breaks off: that is no "none".
        """
        if "\n" in name:  # a path that no question can hold
            return None
        if geheel:  # what was asked ahead may be cut
            self._take_answers(len(self._asked))
            self._ask(name)
            return self._answer(geheel=True)
        if name not in self._kept:
            if name not in self._asked:
                self._ask(name)
                self._asked.append(name)
            self._take_answers(self._asked.index(name) + 1)
        self._ask_ahead()
        return self._kept.pop(name)

    def _take_answers(self, many: int) -> None:
        for _ in range(many):
            name = self._asked.popleft()
            self._kept[name] = self._answer(geheel=False)

    def _ask_ahead(self) -> None:
        while self._expected and len(self._asked) < _VOORUIT:
            name = self._expected.popleft()
            self._ask(name)
            self._asked.append(name)

    def _ask(self, name: str) -> None:
        asked = self._process.stdin
        assert asked is not None
        try:
            asked.write(f"{name}\n".encode(errors="surrogateescape"))
            asked.flush()
        except OSError:  # a broken pipe here is not the one to the person's own program
            raise _broken_off() from None

    def _answer(self, *, geheel: bool) -> bytes | None:
        try:
            return self._read_answer(geheel=geheel)
        except TimeoutError:
            self._process.kill()
            raise _broken_off() from None

    def _read_answer(self, *, geheel: bool) -> bytes | None:
        line = self._said.line()
        head = line.split()
        if not line.endswith(b"\n"):
            raise _broken_off()
        if len(head) < 3 or head[-2] not in (b"blob", b"commit", b"tree", b"tag") or not head[-1].isdigit():
            return None
        left = int(head[-1]) + 1  # a line end follows
        data = self._said.take(left if geheel else min(left, VAN_EEN_DOSSIER.bytes + 1))
        left -= len(data)
        while left and (passed_over := self._said.take(min(left, 1 << 20))):  # not kept
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
                bufsize=0,
            )
        except OSError:
            raise RepositoryError("git kon niet gestart worden.", "Probeer het opnieuw.") from None
        weakref.finalize(self, _end, process)  # no more questions: it ends, and is waited for
        return process

    @cached_property
    def _said(self) -> Stroom:
        assert self._process.stdout is not None
        return Stroom(self._process.stdout, LANGST_WACHTEN)


def _end(process: "subprocess.Popen[bytes]") -> None:
    with suppress(OSError):
        process.communicate()


def _broken_off() -> RepositoryError:
    return RepositoryError(
        "git hield op met antwoorden.", "Probeer het opnieuw. Helpt dat niet, kijk de git-map dan na: git fsck"
    )
