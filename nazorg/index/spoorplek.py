"""Where the file of what every commit touched lies; nowhere, where a received folder would lead it elsewhere."""

import os
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from nazorg.werkmap import find_git, own_folder

VANAF = 5_000
"""So many commits a repository must have: git goes through fewer in less time than this program takes to start."""

Voortgang = Callable[[], AbstractContextManager[Callable[[int, int], None]]]
"""Something that is told how many commits are done, of how many."""


def spoor_path(root: Path) -> Path | None:
    """Where the file of the werkmap in ``root`` lies; two werkmappen in one repository each have their own.

    ``None`` where git keeps its folder elsewhere, or a link would lead there.
    """
    found, folder = find_git(root), own_folder(root)
    if found is None or found.name != ".git" or found.is_symlink() or folder.is_symlink():
        return None
    if found.parent not in (here := Path(os.path.abspath(root)), *here.parents):
        return None
    beside = os.path.relpath(here, folder)
    return folder / f"geschiedenis-{zlib.crc32(beside.encode('utf-8', 'surrogateescape')):08x}.sqlite"
