"""Carry out an ``Overgang``, and put right one that was left half done.

The work tree goes first and the branch last. The user's own index is replaced after that, and tells until then what
stood there before.
"""

import os
import shutil
from pathlib import Path

from nazorg.errors import ConcurrentChangeError
from nazorg.gitrepo.omwisseling import keep, put_back, ruilen, switch_files
from nazorg.gitrepo.tak import Tak, holds, is_branch
from nazorg.gitrepo.vastleggen import Schrijfgit
from nazorg.gitrepo.werkboom import Werkboom
from nazorg.transactie import gitslot
from nazorg.transactie.notitie import JournaalKapotError
from nazorg.transactie.overgang import Overgang, read_overgang, remove_overgang, write_overgang
from nazorg.transactie.plek import Plek
from nazorg.transactie.takslot import release_refs
from nazorg.werkmap import OVERGANG

_WACHT = "MERGE_HEAD"
"""By this git knows that a merge waits to be finished."""


def carry_out(plek: Plek, overgang: Overgang, bericht: str, inherits: tuple[int, ...]) -> None:
    """Bring branch, index and work tree over; ``bericht`` is for the merge that waits, where it does.

    Only with the turn, and only where everything was looked at. Whatever goes wrong within, ``settle_overgang`` puts
    right. Raises ``NazorgError`` and ``OSError``.
    """
    werkboom = plek.werkboom
    assert werkboom is not None
    wissels = ruilen(werkboom, overgang.van, overgang.boom)
    write_overgang(plek.eigen, overgang)
    gitslot.take(werkboom, plek.eigen, overgang.teken)
    own = _own_index(plek, overgang)
    if werkboom.index.exists():
        shutil.copy2(werkboom.index, own)
    try:
        switch_files(werkboom, overgang.van, overgang.boom, own, inherits)
    except ConcurrentChangeError:  # said before anything changed
        _over(plek, werkboom, overgang)
        raise
    keep(werkboom, wissels)
    if overgang.naar:
        Schrijfgit(werkboom, inherits).move(Tak(overgang.ref, overgang.van), overgang.naar)
    else:
        _open_merge(werkboom, overgang, bericht)
    _finish(plek, werkboom, overgang, inherits)


def settle_overgang(plek: Plek, inherits: tuple[int, ...], *, git_died: bool = True) -> bool | None:
    """Finish what was left half done where the branch had moved already, else undo it; ``None`` when there is none.

    Raises ``JournaalKapotError``, ``NazorgError`` and ``OSError``.
    """
    overgang = read_overgang(plek.eigen)
    werkboom = plek.werkboom
    if overgang is None or werkboom is None:
        return None
    if not is_branch(overgang.ref):
        raise JournaalKapotError
    done = _is_done(werkboom, overgang)
    if gitslot.is_ours(werkboom, overgang.teken):  # else nothing had begun, or all was over
        wissels = ruilen(werkboom, overgang.van, overgang.boom)
        if done:
            own = _own_index(plek, overgang)
            _clear(plek, overgang)
            if werkboom.index.exists():
                shutil.copy2(werkboom.index, own)
            Schrijfgit(werkboom, inherits).stage({one.pad: one.nieuw for one in wissels}, own)
            _finish(plek, werkboom, overgang, inherits)
        else:
            put_back(werkboom, wissels, inherits)
    release_refs(plek.eigen / OVERGANG, werkboom, overgang.ref, overgang.naar, git_died=git_died)
    _over(plek, werkboom, overgang)
    return done


def _is_done(werkboom: Werkboom, overgang: Overgang) -> bool:
    if overgang.naar:
        return holds(werkboom, overgang.ref, overgang.naar)
    try:
        return (werkboom.git_dir / _WACHT).read_text(encoding="ascii").strip() == overgang.ander
    except (OSError, ValueError):
        return False


def _open_merge(werkboom: Werkboom, overgang: Overgang, bericht: str) -> None:
    """A merge that waits to be finished, as git knows it. Raises ``OSError``."""
    for name, text in (("MERGE_MSG", bericht), ("MERGE_MODE", ""), (_WACHT, f"{overgang.ander}\n")):
        fresh = werkboom.git_dir / f"{name}.nazorg"
        fresh.unlink(missing_ok=True)
        with fresh.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, werkboom.git_dir / name)


def _finish(plek: Plek, werkboom: Werkboom, overgang: Overgang, inherits: tuple[int, ...]) -> None:
    """The user's index has what the branch has, or what waits to be settled. Raises ``NazorgError``, ``OSError``."""
    own = _own_index(plek, overgang)
    if overgang.open:
        Schrijfgit(werkboom, inherits).stage_sides(overgang.open, own)
    os.replace(own, werkboom.index)
    _over(plek, werkboom, overgang)


def _over(plek: Plek, werkboom: Werkboom, overgang: Overgang) -> None:
    _clear(plek, overgang)
    gitslot.release(werkboom, overgang.teken)
    remove_overgang(plek.eigen)


def _clear(plek: Plek, overgang: Overgang) -> None:
    for left in plek.eigen.glob(f"index.{overgang.teken}.*"):
        left.unlink(missing_ok=True)


def _own_index(plek: Plek, overgang: Overgang) -> Path:
    return plek.eigen / f"index.{overgang.teken}.eigen"
