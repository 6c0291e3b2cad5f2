"""Git's own lock on the index of a work tree, taken as git takes it, and marked as ours."""

import errno
import os
import shutil
from pathlib import Path

from nazorg.errors import RepositoryError
from nazorg.gitrepo.vastleggen import Ingang, Schrijfgit
from nazorg.gitrepo.werkboom import Werkboom

_MERK = "nazorg "
_GEEN_LINKS = (errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK)
"""What a file system answers that knows no second names, such as that of a memory stick."""


def take(werkboom: Werkboom, eigen: Path, teken: str) -> None:
    """Nobody else may change the index from here on; ``eigen`` is a folder of ours in the same file system.

    The lock appears with our mark in it, never empty: an empty one is another git's that has just begun.

    Raises ``RepositoryError`` when someone has the lock already, and ``OSError``.
    """
    marked = eigen / f"index.{teken}.slot"
    marked.unlink(missing_ok=True)
    with marked.open("x", encoding="ascii") as file:  # never through a link that was put there
        file.write(f"{_MERK}{teken}\n")
    try:
        _appear(marked, _lock(werkboom))
    except FileExistsError:
        raise RepositoryError(
            "Een andere opdracht van git is bezig, of is ooit afgebroken (index.lock).",
            f"Wacht even. Loopt er zeker geen git meer, haal dan {_lock(werkboom)} weg.",
        ) from None
    finally:
        marked.unlink(missing_ok=True)


def _appear(marked: Path, lock: Path) -> None:
    """The lock with all that is in ``marked``. Raises ``FileExistsError`` and ``OSError``."""
    try:
        os.link(marked, lock)
    except OSError as error:
        if error.errno not in _GEEN_LINKS:
            raise
        with lock.open("xb") as file:
            file.write(marked.read_bytes())


def is_ours(werkboom: Werkboom, teken: str) -> bool:
    """Whether the lock is there and carries ``teken``. Raises ``OSError``."""
    lock = _lock(werkboom)
    try:
        return lock.is_file() and lock.read_bytes()[:100] == f"{_MERK}{teken}\n".encode()
    except FileNotFoundError:
        return False


def release(werkboom: Werkboom, teken: str) -> None:
    """Give the lock back, if it is ours. Raises ``OSError``."""
    if is_ours(werkboom, teken):
        _lock(werkboom).unlink(missing_ok=True)


def refresh(werkboom: Werkboom, git: Schrijfgit, ingangen: dict[str, Ingang | None], copy: Path) -> None:
    """Put ``ingangen`` in the user's index, by way of ``copy``. Only with the lock. Raises ``OSError``, ``WriteError``.

    What else the user has staged stays staged.
    """
    for left in (copy, copy.with_name(f"{copy.name}.lock")):  # of a git that was killed while it did this
        left.unlink(missing_ok=True)
    if werkboom.index.exists():
        # With its time: what changed in the moment that the index was written, git knows by that.
        shutil.copy2(werkboom.index, copy)
    git.stage(ingangen, copy)
    os.replace(copy, werkboom.index)


def _lock(werkboom: Werkboom) -> Path:
    return werkboom.git_dir / "index.lock"
