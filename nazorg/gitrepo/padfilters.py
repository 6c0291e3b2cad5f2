"""Changed-path filters in git's commit graph: by them git passes over the commits that did not touch a file."""

from pathlib import Path

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git

BITS = 16
"""Of a filter, for each path that a commit changed and each folder above it.

A commit of ours changes one file in two folders. Git's own 10 bits come to a filter of 32 for that, in which one
question in five finds what is not there; at 16 it is one in a thousand, and git walks 100,000 commits five times as
fast.
"""

VEEL = 1000
"""After more new commits than this the filters are worth writing again: git reads each of those without one."""

_BITS = {"GIT_TEST_BLOOM_SETTINGS_BITS_PER_ENTRY": str(BITS)}
"""The one way to tell git, in every version that knows filters. A git that does not hear it writes its own."""

_SCHRIJF = ("commit-graph", "write", "--reachable", "--no-progress")
_SETTINGS, _PLACES = b"BDAT", b"BIDX"
_HEAD, _ENTRY = 8, 12


def write_path_filters(folder: Path) -> bool:
    """Write what git needs to find the history of one file fast in the repository of ``folder``; whether that was done.

    Derived, and git's own to write: it keeps the filters when it writes its graph again. Of 100,000 commits it takes
    some ten seconds the first time, and little when only the last are not in it yet: for ``init``, and after many
    commits came. A repository where git cannot write it is as good, only slower.
    """
    try:
        if _objects(folder) is None:
            return False
        bits = filter_bits(folder)
        if bits is not None and bits < BITS:  # git keeps to the width that is there, until there are none
            git(folder, *_SCHRIJF, "--split=replace", "--no-changed-paths")
        how = "--split" if bits == BITS else "--split=replace"  # what is there already gets none by itself
        return git(folder, *_SCHRIJF, how, "--changed-paths", extra=_BITS).returncode == 0
    except (RepositoryError, OSError):
        return False


def keep_path_filters(folder: Path, voor: str | None, na: str) -> bool:
    """Write the filters again where more than ``VEEL`` commits came between ``voor`` and ``na``; whether that was done.

    A few commits without a filter cost git next to nothing; to look for them every time would cost more.
    """
    since = [f"^{voor}"] if voor else []
    try:
        counted = git(folder, "rev-list", "--count", f"--max-count={VEEL + 1}", "--end-of-options", na, *since)
    except RepositoryError:
        return False
    return counted.stdout.strip() == str(VEEL + 1) and write_path_filters(folder)


def filter_bits(folder: Path) -> int | None:
    """Of how many bits a path the filters in the repository of ``folder`` are; ``None`` where it has none.

    Raises ``RepositoryError`` and ``OSError``.
    """
    objects = _objects(folder)
    if objects is None:
        return None
    found = [_bits(file) for file in (objects / "info/commit-graph", *(objects / "info/commit-graphs").glob("*.graph"))]
    return min((bits for bits in found if bits is not None), default=None)


def _objects(folder: Path) -> Path | None:
    """The folder of objects, in which the graph lies; ``None`` for none, and where a link would lead elsewhere."""
    asked = git(folder, "rev-parse", "--git-path", "objects")
    if asked.returncode:
        return None
    objects = folder / asked.stdout.removesuffix("\n")
    led = any((objects / below).is_symlink() for below in ("", "info", "info/commit-graph", "info/commit-graphs"))
    return objects if objects.is_dir() and not led else None


def _bits(file: Path) -> int | None:
    """What a file of the graph says of its filters; ``None`` where it holds none."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
            if head[:4] != b"CGPH" or len(head) < _HEAD:
                return None
            table = opened.read(_ENTRY * head[6])
            places = {table[at : at + 4]: table[at + 4 : at + _ENTRY] for at in range(0, len(table), _ENTRY)}
            if _SETTINGS not in places or _PLACES not in places:
                return None
            opened.seek(int.from_bytes(places[_SETTINGS], "big") + 8)  # after the version and the number of hashes
            return int.from_bytes(opened.read(4), "big")
    except FileNotFoundError:
        return None
