"""Write one file as a whole: a reader sees the old bytes or the new ones, never half of either."""

import errno
import os
import stat
from pathlib import Path

from nazorg.errors import WriteError, in_words

_LEZEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_whole(target: Path) -> bytes:
    """All that ``target`` holds, links followed. Raises ``OSError``, also for what is no file: a pipe would not end."""
    handle = os.open(target, _LEZEN)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE), os.fspath(target))
        return file.read()


def replace_file(target: Path, data: bytes, *, within: Path | None = None) -> None:
    """Write ``data`` to ``target`` through a temporary file beside it, with its rights kept.

    With ``within`` the file must really lie in that folder, links followed, and not in its ``.git``: a folder that was
    received may hold links to anywhere. Raises ``WriteError`` when it cannot be written; what stood there still does.
    """
    import secrets

    if within is not None:
        check_inside(target, within)
    target = Path(os.path.realpath(target))
    if target.exists() and not target.is_file():
        raise WriteError(f"{target} is geen gewoon bestand.", "Kies een andere naam.")
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        write_beside(fresh, data, target)
        try:
            os.replace(fresh, target)
        except BaseException:
            os.unlink(fresh)
            raise
        sync_folder(target.parent)
    except OSError as error:
        raise WriteError(
            f"{target} kon niet geschreven worden: {in_words(error)}.", "Wat er stond, staat er nog."
        ) from error


def check_inside(target: Path, within: Path) -> None:
    """Raises ``WriteError`` when ``target``, with every link followed, lies outside ``within`` or in its ``.git``."""
    base, real = os.path.realpath(within), os.path.realpath(target)
    inside = os.path.relpath(real, base).split(os.sep)
    if inside[0] == os.pardir or ".git" in inside:
        raise WriteError(
            f"{target} leidt naar buiten de werkmap.", "Haal de snelkoppeling weg, of kies een andere plek."
        )


def write_beside(fresh: Path, data: bytes, target: Path) -> None:
    """Write ``data`` to the new file ``fresh``, on disk when this returns, with the rights and owner of ``target``.

    Raises ``OSError``; then there is no ``fresh``.
    """
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(fresh, _mode(target))
        _keep_owner(fresh, target)
    except BaseException:
        os.unlink(fresh)
        raise


def sync_folder(folder: Path) -> None:
    """The name of a file is on disk only when its folder is; Windows has no such call. Raises ``OSError``."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # a folder that may be written and not read: the file itself is on disk
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _keep_owner(name: Path, target: Path) -> None:
    """A file of a colleague stays a file of that colleague. Raises ``OSError`` where that is not allowed."""
    if hasattr(os, "chown") and target.exists():
        old, new = target.stat(), os.stat(name)
        if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
            os.chown(name, old.st_uid, old.st_gid)


def _mode(target: Path) -> int:
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
