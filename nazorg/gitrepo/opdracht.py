"""One git command at a time, in a repository that is hostile until shown otherwise."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from nazorg.errors import RepositoryError
from nazorg.gitrepo.veilig import SAFE, environment, program

LANGST_WACHTEN = 60
"""Seconds that git may take for one answer."""


def git(
    folder: Path,
    *arguments: str,
    stdin: bytes = b"",
    extra: Mapping[str, str] | None = None,
    inherits: Sequence[int] = (),
    langst: int = LANGST_WACHTEN,
) -> subprocess.CompletedProcess[str]:
    """Run ``git`` in ``folder``, for at most ``langst`` seconds.

    ``extra`` is added to its environment, ``inherits`` are files that it keeps open.

    Raises ``RepositoryError`` when git is not installed or does not answer.
    """
    try:
        with _room() as room:
            done = subprocess.run(
                [program(), *SAFE, *arguments],
                cwd=folder,
                env={**environment(), **(extra or {})},
                input=stdin,
                stdout=subprocess.PIPE if room is None else room,
                stderr=subprocess.PIPE,
                check=False,
                timeout=langst,
                pass_fds=tuple(inherits),
            )
            said = done.stdout if room is None else _from_start(room)
    except subprocess.TimeoutExpired:
        raise RepositoryError("git antwoordt niet.", "Kijk of de instellingen van git gewone bestanden zijn.") from None
    except FileNotFoundError:
        raise RepositoryError("git is niet geïnstalleerd.", "Vraag uw beheerder om git.") from None
    except OSError:
        raise RepositoryError("git kon niet gestart worden.", "Probeer het opnieuw.") from None
    out, err = (part.decode("utf-8", "surrogateescape") for part in (said, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@contextmanager
def _room() -> Iterator[BinaryIO | None]:
    """A file in memory for what git says; ``None`` where the system knows none.

    Git passes over errors of writing to a pipe: a list that broke off would look whole. Of a file it tells them.
    """
    if not hasattr(os, "memfd_create"):
        yield None
        return
    with os.fdopen(os.memfd_create("git"), "w+b") as room:
        yield room


def _from_start(room: BinaryIO) -> bytes:
    room.seek(0)
    return room.read()


def user_email(folder: Path) -> str | None:
    """The e-mail address with which git would commit in ``folder``; ``None`` without git or without an address."""
    try:
        return git(folder, "config", "--get", "user.email").stdout.strip() or None
    except RepositoryError:
        return None


def init_repository(folder: Path) -> bool:
    """Make ``folder`` a git repository; ``False`` when git is not installed or it already lies in one.

    Raises ``RepositoryError`` when git refuses.
    """
    try:
        if git(folder, "rev-parse", "--is-inside-work-tree").stdout.strip() == "true":
            return False
    except RepositoryError:
        return False
    if git(folder, "-c", "init.defaultBranch=main", "init", "--quiet").returncode:
        raise RepositoryError(f"git kon van {folder} geen repository maken.", "Kijk of u in die map mag schrijven.")
    return True
