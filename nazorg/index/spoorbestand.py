"""The file of what every commit touched: replaced as a whole, and believed only where this program put it.

Beside it lies a mark with the number that the system gave the file and the moment in which it was last touched. That
moment nobody chooses who packs or copies a folder: what was received with one is not taken at its word.
"""

import os
import sqlite3
import stat
import time
from contextlib import closing, suppress
from pathlib import Path

from nazorg.werkmap import make_folder

_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_LANGSTE_MERK = 100
_VERGETEN = 3600.0
"""Seconds after which a file that was never moved into place is nobody's."""


def open_file(path: Path) -> sqlite3.Connection | None:
    """What stands at ``path``, only to be read; ``None`` where this program did not put it there."""
    try:
        if _read(path.with_suffix(".merk")) != _mark_of(path):
            return None
        place = path.absolute().as_uri()  # quotes what means something there
        return sqlite3.connect(f"{place}?mode=ro&immutable=1", uri=True, isolation_level=None)
    except (OSError, ValueError, sqlite3.Error):
        return None


def connect() -> sqlite3.Connection:
    """An empty database in memory. Raises ``sqlite3.Error``."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def save(connection: sqlite3.Connection, path: Path) -> None:
    """Put the database in the place of what stands at ``path``. Raises ``OSError`` and ``sqlite3.Error``."""
    make_folder(path.parent)
    _forget(path)
    fresh = path.with_name(f"{path.stem}.{os.urandom(4).hex()}.tmp")
    handle = os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600)
    try:
        with closing(sqlite3.connect(fresh)) as target:
            target.execute("PRAGMA journal_mode = OFF")
            connection.backup(target)
        os.fsync(handle)
        os.replace(fresh, path)
        _write(path.with_suffix(".merk"), _mark_of(path))
    except BaseException:
        with suppress(OSError):
            os.unlink(fresh)
        raise
    finally:
        os.close(handle)


def _mark_of(path: Path) -> str:
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1:
        raise ValueError("not a file of our own")
    return f"{found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def _read(mark: Path) -> str:
    handle = os.open(mark, os.O_RDONLY | _FLAGS)
    try:
        return os.read(handle, _LANGSTE_MERK).decode("ascii")
    finally:
        os.close(handle)


def _write(mark: Path, text: str) -> None:
    fresh = mark.with_name(f"{mark.stem}.{os.urandom(4).hex()}.tmp")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600), "wb") as file:
        file.write(text.encode("ascii"))
    os.replace(fresh, mark)


def _forget(path: Path) -> None:
    """Remove what a process left that was killed while it wrote."""
    with os.scandir(path.parent) as entries:
        for entry in entries:
            if entry.name.startswith(f"{path.stem}.") and entry.name.endswith(".tmp"):
                with suppress(OSError):
                    if time.time() - entry.stat(follow_symlinks=False).st_mtime > _VERGETEN:
                        os.unlink(entry.path)
