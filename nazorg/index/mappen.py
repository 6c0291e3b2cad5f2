"""Which files there are, by the folders that they lie in: one that did not change need not be looked into."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from nazorg.begrippen.indeling import DOSSIERS, is_misnamed, is_ours
from nazorg.index.stempel import Mapstempel, folder_stamp


class Ongewoon(Exception):
    """There is a link, or a folder that cannot be looked into: then all must be walked through as the werkmap does."""


class Mapinhoud(NamedTuple):
    """The files of ours in a folder and the folders in it, by path; ``stempel`` is that of before they were read."""

    pad: str
    stempel: Mapstempel | None
    bestanden: frozenset[str]
    mappen: frozenset[str]


def read_folder(root: str, pad: str, nu: int) -> Mapinhoud:
    """What is in the folder ``pad`` of the werkmap ``root``. Raises ``Ongewoon``."""
    full = f"{root}/{pad}"
    stempel = folder_stamp(full, nu)
    bestanden, mappen = [], []
    try:
        with os.scandir(full) as entries:
            for entry in entries:
                path = f"{pad}/{entry.name}"
                if entry.is_symlink():
                    raise Ongewoon
                if entry.is_dir():
                    if not entry.name.startswith("."):
                        mappen.append(path)
                elif is_ours(path) or is_misnamed(path):
                    bestanden.append(path)
    except OSError:
        raise Ongewoon from None
    return Mapinhoud(pad, stempel, frozenset(bestanden), frozenset(mappen))


def walk(root: str, nu: int, start: str = DOSSIERS) -> Iterator[Mapinhoud]:
    """The folder ``start`` with all that is below it. Raises ``Ongewoon``."""
    if os.path.islink(f"{root}/{start}"):
        raise Ongewoon
    waiting = [start]
    while waiting:
        found = read_folder(root, waiting.pop(), nu)
        yield found
        waiting += found.mappen
