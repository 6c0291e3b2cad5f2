"""Where the index of a werkmap lies; nowhere, where a folder that was received would lead it elsewhere."""

import os
import zlib
from contextlib import suppress
from pathlib import Path

from nazorg.werkmap import find_git, own_folder


def index_folder(root: Path) -> Path | None:
    """The folder for the index of the werkmap in ``root``; it need not exist.

    ``None`` where ``.git`` is a link, or a file that the folder which it names knows nothing of.
    """
    found = find_git(root)
    return own_folder(root) if found is None or _is_of(found, root) else None


def index_name(root: Path, folder: Path) -> str:
    """How the files of the index begin; two werkmappen in one repository each have their own."""
    beside = os.path.abspath(root)
    with suppress(ValueError):  # on another drive
        beside = os.path.relpath(beside, folder)
    return f"index-{zlib.crc32(beside.encode('utf-8', 'surrogateescape')):08x}"


def _is_of(git_dir: Path, root: Path) -> bool:
    """Whether ``git_dir`` is the folder ``.git`` at or above ``root``, or of a second work tree that stands there."""
    given = Path(os.path.abspath(root))
    if any(git_dir == folder / ".git" for folder in (given, *given.parents)):
        return not git_dir.is_symlink()
    try:
        back = os.fsdecode((git_dir / "gitdir").read_bytes()).strip()
    except OSError:
        return False
    here = Path(os.path.realpath(root))
    place = os.path.realpath(git_dir / back)
    return any(os.path.join(folder, ".git") == place for folder in (here, *here.parents))
