"""Replace one file as a whole: a reader sees the old bytes or the new ones, never half of either."""

import hashlib
import os
import tempfile
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from nazorg.errors import ConcurrentChangeError, WriteError, in_words

LANGST_WACHTEN = 10
"""Seconds that a writer waits for its turn."""


def replace_file(target: Path, data: bytes, *, within: Path | None = None, digest: str | None = None) -> None:
    """Write ``data`` to ``target`` through a temporary file beside it, with its rights kept.

    With ``within`` the file must really lie in that folder, links followed, and not in its ``.git``: a folder that was
    received may hold links to anywhere. With ``digest`` (SHA-256) the file must still hold what was read; two writers
    of one werkmap take turns. Raises ``ConcurrentChangeError`` when it does not, and ``WriteError`` when it cannot be
    written; in both cases what stood there still stands there.
    """
    if within is not None:
        check_inside(target, within)
    target = Path(os.path.realpath(target))
    if target.exists() and not target.is_file():
        raise WriteError(f"{target} is geen gewoon bestand.", "Kies een andere naam.")
    try:
        with _turn(within) if within is not None and digest is not None else nullcontext():
            if digest is not None and hashlib.sha256(target.read_bytes()).hexdigest() != digest:
                raise ConcurrentChangeError(
                    f"{target.name} is intussen door iemand anders gewijzigd.",
                    "Er is niets geschreven; probeer het opnieuw.",
                )
            _replace(target, data)
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


def _turn(within: Path) -> AbstractContextManager[object]:
    """The right to write in this werkmap, from the look at what stands there until what stands there is new."""
    from filelock import FileLock

    folder = within / ".nazorg"
    folder.mkdir(exist_ok=True)
    return FileLock(folder / "slot", timeout=LANGST_WACHTEN)


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(target))
        _keep_owner(name, target)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise
    _sync_folder(target.parent)


def _keep_owner(name: str, target: Path) -> None:
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


def _sync_folder(folder: Path) -> None:
    """The name of the file is on disk only when its folder is; Windows has no such call."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # a folder that may be written and not read: the file itself is on disk
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
