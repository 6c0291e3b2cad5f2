"""The file of an index: read as a whole, and replaced as a whole."""

import os
import sqlite3
import stat
import time
import zlib
from contextlib import suppress
from pathlib import Path

from nazorg.werkmap import make_folder, own_folder

_TELLER = slice(60, 64)
"""Where SQLite keeps ``user_version`` in its header: four bytes of the program's own."""

_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_VERGETEN = 3600.0
"""Seconds after which a file that was never moved into place is nobody's."""


def index_path(root: Path) -> Path:
    """Where the index of the werkmap in ``root`` lies; two werkmappen in one repository each have their own."""
    folder = own_folder(root)
    beside = os.path.abspath(root)
    with suppress(ValueError):  # on another drive
        beside = os.path.relpath(beside, folder)
    return folder / f"index-{zlib.crc32(beside.encode('utf-8', 'surrogateescape')):08x}.sqlite"


def is_possible() -> bool:
    """Whether this Python's SQLite can read a database from memory."""
    return hasattr(sqlite3.Connection, "deserialize")


def load(path: Path) -> sqlite3.Connection | None:
    """The index at ``path`` in memory; ``None`` when there is none that this program wrote in this very place.

    One that cannot be opened, as that of another user, is no reason not to make one. Raises ``OSError`` or
    ``sqlite3.Error``.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _FLAGS)
    except OSError:
        return None
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        data = file.read() if stat.S_ISREG(found.st_mode) else b""
    if len(data) < 512 or data[_TELLER] != _checksum(data, found.st_ino):
        return None
    connection = connect()
    connection.deserialize(data)
    _settings(connection)
    return connection


def connect() -> sqlite3.Connection:
    """An empty database in memory. Raises ``sqlite3.Error``."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _settings(connection)
    return connection


def _settings(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA secure_delete = ON")  # what was taken out of a dossier is not in the bytes that remain
    connection.execute("PRAGMA trusted_schema = OFF")


def save(connection: sqlite3.Connection, path: Path) -> None:
    """Put the index at ``path``: on disk before it is there. Raises ``OSError`` or ``sqlite3.Error``."""
    import secrets

    folder = path.parent
    make_folder(folder)
    _forget(folder)
    data = bytearray(connection.serialize())
    fresh = folder / f"index.{secrets.token_hex(4)}.tmp"
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            data[_TELLER] = _checksum(data, os.fstat(handle).st_ino)
            file.write(data)
            file.flush()
            os.fsync(handle)
        os.replace(fresh, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(fresh)
        raise


def _checksum(data: bytes | bytearray, inode: int) -> bytes:
    """Of everything but itself, and of the file's number: one that was copied or received is not taken at its word."""
    view = memoryview(data)
    start = zlib.crc32(str(inode).encode())
    return zlib.crc32(view[_TELLER.stop :], zlib.crc32(view[: _TELLER.start], start)).to_bytes(4, "big")


def _forget(folder: Path) -> None:
    """Remove what a process left that was killed while it wrote."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("index.") and entry.name.endswith(".tmp"):
                with suppress(OSError):
                    if time.time() - entry.stat(follow_symlinks=False).st_mtime > _VERGETEN:
                        os.unlink(entry.path)
