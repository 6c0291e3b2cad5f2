"""The locks of a branch that a git of ours left when it was killed."""

import os
from contextlib import suppress
from pathlib import Path

from nazorg.gitrepo.tak import ref_locks
from nazorg.gitrepo.werkboom import Werkboom


def release_refs(journaal: Path, werkboom: Werkboom, ref: str, naar: str, *, git_died: bool) -> None:
    """Take the locks of ``ref`` away that are ours: they hold the commit ``naar``, or the beginning of it.

    That there was no lock before the ``journaal`` was written, was looked at; one that came since and holds nothing is
    that of a git that died. Raises ``OSError``.
    """
    if not naar:  # no git of ours had come so far
        return
    since = journaal.stat().st_mtime
    ours = f"{naar}\n".encode()
    for lock in ref_locks(werkboom, ref):
        if lock.is_symlink() or not lock.is_file():
            continue
        with suppress(FileNotFoundError):
            held = lock.read_bytes()[:100]
            begun = git_died and ours.startswith(held) and lock.stat().st_mtime >= since - 1
            if begun or held == ours:
                os.unlink(lock)
