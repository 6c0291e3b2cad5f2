"""Replace one file as a whole: a reader sees the old bytes or the new ones, never half of either."""

import hashlib
import os
import tempfile
from pathlib import Path

from nazorg.errors import ConcurrentChangeError, WriteError, in_words


def replace_file(target: Path, data: bytes, *, digest: str | None = None) -> None:
    """Write ``data`` to ``target`` through a temporary file beside it, with its rights kept.

    With ``digest`` (SHA-256) the file must still hold what was read. Raises ``ConcurrentChangeError`` when it
    does not, and
    ``WriteError`` when it cannot be written; in both cases what stood there still stands there.
    """
    target = Path(os.path.realpath(target))
    try:
        if digest is not None and hashlib.sha256(target.read_bytes()).hexdigest() != digest:
            raise ConcurrentChangeError(
                f"{target.name} is intussen door iemand anders gewijzigd.",
                "Er is niets geschreven; probeer het opnieuw.",
            )
        _replace(target, data)
    except OSError as error:
        raise WriteError(
            f"{target} kon niet geschreven worden ({in_words(error)}).", "Wat er stond, staat er nog."
        ) from error


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise
    _sync_folder(target.parent)


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
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
