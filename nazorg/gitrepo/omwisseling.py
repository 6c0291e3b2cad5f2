"""The files of the work tree from one version to another, by git's own checkout, and back where that was broken off."""

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nazorg.errors import ConcurrentChangeError, WriteError
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.vastleggen import Ingang
from nazorg.gitrepo.werkboom import Werkboom

_LANGST = 600
_MODULE = "160000"
_BOTST = re.compile(r"^error: .*?'([^']+)' (?:not uptodate|would )", re.MULTILINE)


@dataclass(frozen=True)
class Ruil:
    """A file (from the top) that differs between two versions; ``None`` where one does not have it."""

    pad: str
    oud: Ingang | None
    nieuw: Ingang | None


def ruilen(werkboom: Werkboom, van: str, boom: str) -> list[Ruil]:
    """Every file in which two versions differ; submodules are none. Raises ``WriteError``."""
    listed = git(
        werkboom.top, "diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--no-ext-diff", van, boom, "--"
    )
    if listed.returncode:
        raise WriteError("git kan niet zeggen wat er verandert.", "Kijk de repository na: git fsck")
    parts = listed.stdout.split("\0")
    found = []
    for head, path in zip(parts[::2], parts[1::2], strict=False):
        old_mode, new_mode, old, new, _ = head[1:].split(" ")
        if _MODULE not in (old_mode, new_mode):
            found.append(Ruil(path, _ingang(old_mode, old), _ingang(new_mode, new)))
    return found


def switch_files(werkboom: Werkboom, van: str, boom: str, index: Path, inherits: Sequence[int]) -> None:
    """Bring the work tree from ``van`` to ``boom``, with ``index`` (a copy of the user's) to know what is there.

    Raises ``ConcurrentChangeError`` where that would overwrite somebody's work, before anything changes; and
    ``WriteError`` where files could not be written, some of which may be.
    """
    own = {"GIT_INDEX_FILE": os.fspath(index)}
    git(werkboom.top, "update-index", "-q", "--refresh", extra=own, inherits=inherits, langst=_LANGST)
    done = git(werkboom.top, "read-tree", "-m", "-u", van, boom, extra=own, inherits=inherits, langst=_LANGST)
    if done.returncode == 0:
        return
    if clashing := tuple(dict.fromkeys(_BOTST.findall(done.stderr))):
        raise ConcurrentChangeError(
            "Wat er binnenkomt, zou over uw eigen werk heen gaan dat nog niet bewaard is.",
            "Bewaar dat eerst (nazorg bewaar), of zet het ergens anders; daarna: nazorg bijwerken",
            clashing,
        )
    raise WriteError("Niet alle bestanden konden geschreven worden.", "Is de schijf vol, of mag u er niet schrijven?")


def keep(werkboom: Werkboom, wissels: Iterable[Ruil]) -> None:
    """What was written is on disk when this returns. Raises ``OSError``."""
    folders = set()
    for one in wissels:
        target = werkboom.top.joinpath(*one.pad.split("/"))
        folders.add(target.parent)
        if one.nieuw is not None and target.is_file() and not target.is_symlink():
            with target.open("rb") as file:
                os.fsync(file.fileno())
    for folder in folders if os.name != "nt" else ():
        if folder.is_dir():
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def put_back(werkboom: Werkboom, wissels: Iterable[Ruil], inherits: Sequence[int]) -> None:
    """Undo what ``switch_files`` did before it was broken off; what people changed since stays as they have it.

    The user's own index, which still has what stood there, gives the old files. Raises ``WriteError`` and ``OSError``.
    """
    restored = []
    for one in wissels:
        target = werkboom.top.joinpath(*one.pad.split("/"))
        if not _is_inside(werkboom.top, target.parent):
            continue
        there = os.path.lexists(target)
        if there and not _is_new(werkboom, target, one):
            continue
        if one.oud is not None:
            restored.append(one.pad)
        elif there:
            target.unlink()
            _clear_folders(werkboom.top, target.parent)
    if restored:
        listed = "\0".join([*restored, ""]).encode("utf-8", "surrogateescape")
        done = git(
            werkboom.top, "checkout-index", "-f", "-q", "-z", "--stdin", stdin=listed, inherits=inherits, langst=_LANGST
        )
        if done.returncode:
            raise WriteError("Niet alle bestanden konden teruggezet worden.", "Mag u in de map schrijven?")


def _ingang(mode: str, blob: str) -> Ingang | None:
    return None if mode == "000000" else Ingang(mode, blob)


def _is_inside(top: Path, folder: Path) -> bool:
    """Whether no link leads from ``folder`` elsewhere."""
    lexically = os.path.join(os.path.realpath(top), os.path.relpath(folder, top))
    return os.path.realpath(folder) == os.path.normpath(lexically)


def _is_new(werkboom: Werkboom, target: Path, ruil: Ruil) -> bool:
    """Whether the new version stands at ``target``, or the beginning of it: git writes a file bit by bit."""
    if ruil.nieuw is None:
        return False
    mode = os.lstat(target).st_mode
    if stat.S_ISLNK(mode):
        return _name_of(os.fsencode(os.readlink(target)), ruil.nieuw.blob) == ruil.nieuw.blob
    if not stat.S_ISREG(mode):
        return False
    data = target.read_bytes()
    if _name_of(data, ruil.nieuw.blob) == ruil.nieuw.blob:
        return True
    if ruil.oud is not None and _name_of(data, ruil.oud.blob) == ruil.oud.blob:
        return False
    whole = git(werkboom.top, "cat-file", "--filters", f"--path={ruil.pad}", ruil.nieuw.blob)
    return whole.returncode == 0 and whole.stdout.encode("utf-8", "surrogateescape").startswith(data)


def _name_of(data: bytes, like: str) -> str:
    """What git calls a file with ``data``, in ids as long as ``like``."""
    kind = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _clear_folders(top: Path, folder: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
