"""Where the program keeps what is its own (the lock, the journal, what is derived), found without starting git."""

import errno
import os
from pathlib import Path

NAAM = "nazorg"
"""Of the folder below git's own: it dies with the clone."""

AFGELEID = ".nazorg"
"""Of the folder in the werkmap itself: what is derived, and in a plain folder the rest as well."""

JOURNAAL = "journaal.json"
"""Of a change that is being written."""

OVERGANG = "overgang.json"
"""Of a branch that goes to another version with its files."""


def own_folder(root: Path) -> Path:
    """The folder of the lock and the journal of the werkmap in ``root``; it need not exist."""
    found = find_git(root)
    return found / NAAM if found else root / AFGELEID


def make_folder(folder: Path) -> None:
    """Make the folder for what is derived: for its owner's eyes only, and invisible to git. Raises ``OSError``."""
    if folder.is_symlink():  # a folder that was received may lead anywhere
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), os.fspath(folder))
    if not folder.is_dir():
        folder.mkdir(mode=0o700, exist_ok=True)
    ignore = folder / ".gitignore"
    if folder.name.startswith(".") and not os.path.lexists(ignore):
        ignore.write_text("*\n", encoding="ascii")


def is_left_behind(root: Path) -> bool:
    """Whether an operation in the werkmap at ``root`` is under way, or was left half done."""
    own = own_folder(root)
    return any(os.path.lexists(place) for place in (own / JOURNAAL, own / OVERGANG))


def find_git(folder: Path) -> Path | None:
    """The folder in which git keeps what belongs to the work tree around ``folder``; ``None`` where there is none."""
    here = Path(os.path.abspath(folder))
    for above in (here, *here.parents):
        place = above / ".git"
        if place.is_dir():
            return place
        if place.is_file():  # of a second work tree, or a submodule
            return _pointed_at(place)
    return None


def _pointed_at(file: Path) -> Path:
    """Where a ``.git`` file says that the folder is."""
    with file.open("rb") as opened:
        text = opened.read(4096).decode("utf-8", "surrogateescape").strip()
    return Path(os.path.normpath(file.parent / text.removeprefix("gitdir:").strip()))
