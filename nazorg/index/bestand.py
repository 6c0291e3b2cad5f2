"""The files of an index: a database under a name that no other ever had, and a mark that says which it is.

A database is never replaced: whoever has it open goes on with it, and nothing of SQLite's own beside it can come to
belong to another. The mark is put in its place as a whole, and the database knows the mark by its number and by the
moment in which the system put it there. That moment nobody chooses who packs or copies a folder: what was received with
a folder is not taken at its word.
"""

import os
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path

from nazorg.index import tabellen
from nazorg.index.plaats import index_folder, index_name
from nazorg.index.versie import program_version
from nazorg.werkmap import make_folder

_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_TEKEN = 16
_MERK, _PROGRAMMA = "merk", "programma"
_ERNAAST = ("-wal", "-shm", "-journal")
WACHTEN = 5.0
"""Seconds to wait for another process that writes in the index."""


def open_index(root: Path, programma: str | None) -> sqlite3.Connection | None:
    """The index of the werkmap in ``root``; ``None`` when there is none that ``programma`` made in this very place.

    Where ``programma`` is ``None``, any that made these tables will do.

    Raises ``OSError`` or ``sqlite3.Error``.
    """
    folder = index_folder(root)
    if folder is None or folder.is_symlink():
        return None
    mark = folder / f"{index_name(root, folder)}.merk"
    try:
        teken = _read(mark)
        database = _database(mark, teken)
        if not all(_is_own(f"{database}{beside}", may_miss=bool(beside)) for beside in ("", *_ERNAAST)):
            return None
    except (OSError, ValueError):
        return None
    try:
        connection = connect(os.fspath(database))
    except sqlite3.DatabaseError:  # no database
        return None
    with suppress(sqlite3.DatabaseError):  # one that was harmed
        merk, made_by = (tabellen.read_gegeven(connection, naam) for naam in (_MERK, _PROGRAMMA))
        if tabellen.is_ours(connection) and merk == _moment(mark) and programma in (None, made_by):
            return connection
    connection.close()
    return None


def open_or_make(root: Path) -> sqlite3.Connection:
    """The index of the werkmap in ``root`` that this program made, or else an empty one.

    Raises ``OSError`` or ``sqlite3.Error``.
    """
    programma = program_version()
    return open_index(root, programma) or make_index(root, programma)


def make_index(root: Path, programma: str) -> sqlite3.Connection:
    """An empty index of the werkmap in ``root``, in the place of any other; in memory where no file can be made.

    Raises ``sqlite3.Error``.
    """
    folder = index_folder(root)
    if folder is not None:
        with suppress(OSError, sqlite3.Error):
            return _make(folder, index_name(root, folder), programma)
    connection = connect(":memory:")
    _fill(connection, programma)
    return connection


def discard_index(root: Path) -> None:
    """There is no index any more, to whoever asks next."""
    folder = index_folder(root)
    if folder is not None and not folder.is_symlink():
        with suppress(OSError):
            (folder / f"{index_name(root, folder)}.merk").unlink()


def connect(database: str) -> sqlite3.Connection:
    """Open a database, and never act on anything that it says of itself. Raises ``sqlite3.Error``."""
    connection = sqlite3.connect(database, timeout=WACHTEN, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA secure_delete = ON")  # what was taken out of a dossier stays in no byte
        connection.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _make(folder: Path, name: str, programma: str) -> sqlite3.Connection:
    make_folder(folder)
    teken = os.urandom(_TEKEN // 2).hex()
    mark = folder / f"{name}.merk"
    database = _database(mark, teken)
    os.close(os.open(database, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600))
    fresh = folder / f"{name}.{teken}.tmp"
    connection = None
    try:
        connection = connect(os.fspath(database))
        connection.execute("PRAGMA journal_mode = WAL")  # who reads keeps nobody from writing
        _fill(connection, programma)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600), "wb") as file:
            file.write(teken.encode())
        os.replace(fresh, mark)
        tabellen.write_gegeven(connection, _MERK, _moment(mark))
    except BaseException:
        if connection is not None:
            connection.close()
        for left in (fresh, database):
            with suppress(OSError):
                os.unlink(left)
        raise
    _sweep(folder, name, teken)
    return connection


def _fill(connection: sqlite3.Connection, programma: str) -> None:
    connection.execute("BEGIN")
    tabellen.create(connection)
    tabellen.write_gegeven(connection, _PROGRAMMA, programma)
    connection.execute("COMMIT")


def _sweep(folder: Path, name: str, teken: str) -> None:
    """Remove every other index of this werkmap, and what a process left that was killed while it made one."""
    keep = (f"{name}.merk", f"{name}.{teken}.")
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(f"{name}.") and not entry.name.startswith(keep):
                with suppress(OSError):
                    os.unlink(entry.path)


def _database(mark: Path, teken: str) -> Path:
    return mark.with_name(f"{mark.stem}.{teken}.sqlite")


def _read(mark: Path) -> str:
    """What the mark says. Raises ``OSError``, and ``ValueError`` for what is no mark."""
    handle = os.open(mark, os.O_RDONLY | _FLAGS)
    try:
        found = os.read(handle, _TEKEN + 1).decode("ascii")
    finally:
        os.close(handle)
    if len(found) != _TEKEN or found.strip("0123456789abcdef"):
        raise ValueError("no mark")
    return found


def _is_own(place: str, *, may_miss: bool) -> bool:
    """Whether this is a file of the user's own that leads nowhere else. Raises ``OSError``."""
    try:
        found = os.lstat(place)
    except FileNotFoundError:
        return may_miss
    mine = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
    return mine and stat.S_ISREG(found.st_mode) and found.st_nlink == 1


def _moment(mark: Path) -> str:
    found = os.lstat(mark)
    return f"{found.st_ino} {found.st_ctime_ns}"
