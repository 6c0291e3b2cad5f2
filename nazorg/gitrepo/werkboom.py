"""``Werkboom``: the repository that a werkmap lies in, and where git keeps what belongs to this work tree."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git

_VRAGEN = ("--show-toplevel", "--absolute-git-dir", "--git-common-dir", "--show-object-format", "--show-prefix")
_LENGTE = {"sha1": 40, "sha256": 64}


@dataclass(frozen=True)
class Werkboom:
    """A work tree: its ``top``, its own ``git_dir``, the ``common_dir`` of all work trees, and the werkmap's place.

    ``prefix`` leads from the top to the werkmap, with ``/`` behind it, or is empty. ``niets`` is the id of no object,
    as long as ids are here.
    """

    top: Path
    git_dir: Path
    common_dir: Path
    prefix: str
    niets: str

    @property
    def index(self) -> Path:
        """What git has staged for this work tree."""
        return self.git_dir / "index"


def open_werkboom(folder: Path) -> Werkboom:
    """The work tree that ``folder`` lies in. Raises ``RepositoryError`` where git does not open one."""
    found = git(
        folder,
        "rev-parse",
        "--show-toplevel",
        "--absolute-git-dir",
        "--git-common-dir",
        "--show-object-format",
        "--show-prefix",
    )
    lines = found.stdout.split("\n")
    if found.returncode or len(lines) != 6:
        if "dubious ownership" in found.stderr:
            raise RepositoryError(
                "De git-map is van iemand anders; git vertrouwt haar daarom niet.",
                "Vraag uw beheerder om 'git config --global --add safe.directory MAP'.",
            )
        raise RepositoryError("git kan de git-map van deze werkmap niet openen.", "Kijk wat 'git status' zegt.")
    top, git_dir, common, ids, prefix, _ = lines
    return Werkboom(
        Path(top),
        Path(git_dir),
        Path(os.path.normpath(os.path.join(folder, common))),
        prefix,
        "0" * _LENGTE.get(ids, 40),
    )


def refuse_links(werkboom: Werkboom, ref: str) -> None:
    """Raises ``RepositoryError`` where a link in git's own folders would lead what a commit writes to elsewhere.

    A folder that was received may hold links to anywhere; git follows them.
    """
    for place in _written(werkboom, ref):
        if place.is_symlink():
            raise RepositoryError(
                f"{place} is een snelkoppeling; wat git daar schrijft, komt ergens anders terecht.",
                "Haal de snelkoppeling weg, of maak een nieuwe kloon van de git-map.",
            )


def _written(werkboom: Werkboom, ref: str) -> Iterator[Path]:
    """What a commit on ``ref`` writes to, with the folders on the way."""
    own, common = werkboom.git_dir, werkboom.common_dir
    yield from (own / name for name in ("HEAD", "index", "logs", "logs/HEAD"))
    yield from (common / name for name in ("objects", "refs", "logs", "packed-refs"))
    for base in (common, common / "logs"):
        parts = ref.split("/")
        yield from (base.joinpath(*parts[:length]) for length in range(1, len(parts) + 1))
    if (common / "objects").is_dir():
        with os.scandir(common / "objects") as entries:
            yield from (Path(entry.path) for entry in entries)
