"""``Stempel``: by what the system says of a file, whether it is still what was read."""

import os
import stat
from typing import NamedTuple

JONG = 2_000_000_000
"""Nanoseconds. A file may change again within one tick of its file system's clock, and look the same: the coarsest
tick is 2 s (FAT). Until a file is that old its stamp says nothing, as in git."""


class Stempel(NamedTuple):
    """Size, times and number of a file: of one that was changed since, at least one differs."""

    grootte: int
    mtime: int
    ctime: int
    inode: int


def stamp(full: str, nu: int) -> Stempel | None:
    """The stamp of the file ``full``, taken at ``nu`` (nanoseconds since 1970).

    ``None`` where it proves nothing: no plain file, or one that changed just now (or, by its clock, is still to be).
    """
    try:
        found = os.lstat(full)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode) or max(found.st_mtime_ns, found.st_ctime_ns) > nu - JONG:
        return None
    return Stempel(found.st_size, found.st_mtime_ns, found.st_ctime_ns, _signed(found.st_ino))


def _signed(number: int) -> int:
    """As SQLite can hold it: 64 bits, one of them the sign."""
    return number - (1 << 64) if number >= 1 << 63 else number
