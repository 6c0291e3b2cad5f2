"""``Stempel``: by what the system says of a file or a folder, whether it is still what was read."""

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


class Mapstempel(NamedTuple):
    """Times and number of a folder: of one in which a name came, went or became another's, at least one differs."""

    mtime: int
    ctime: int
    inode: int


def stamp(full: str, nu: int) -> Stempel | None:
    """The stamp of the file ``full``, taken at ``nu`` (nanoseconds since 1970).

    ``None`` where it proves nothing: no plain file, or one that changed just now (or, by its clock, is still to be).
    """
    found = _old_enough(full, nu)
    if found is None or not stat.S_ISREG(found.st_mode):
        return None
    return Stempel(found.st_size, found.st_mtime_ns, found.st_ctime_ns, _signed(found.st_ino))


def folder_stamp(full: str, nu: int) -> Mapstempel | None:
    """The stamp of the folder ``full``, as that of a file."""
    found = _old_enough(full, nu)
    if found is None or not stat.S_ISDIR(found.st_mode):
        return None
    return Mapstempel(found.st_mtime_ns, found.st_ctime_ns, _signed(found.st_ino))


def _old_enough(full: str, nu: int) -> os.stat_result | None:
    try:
        found = os.lstat(full)
    except OSError:
        return None
    return None if max(found.st_mtime_ns, found.st_ctime_ns) > nu - JONG else found


def _signed(number: int) -> int:
    """As SQLite can hold it: 64 bits, one of them the sign."""
    return number - (1 << 64) if number >= 1 << 63 else number
