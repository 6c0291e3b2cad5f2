"""What every commit touched, where that is worth keeping. SQLite comes with it only then."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nazorg.errors import RepositoryError
from nazorg.gitrepo import Repository, count_commits
from nazorg.index.spoorplek import VANAF, Voortgang, spoor_path

if TYPE_CHECKING:
    from nazorg.index.spoorvragen import Sporen


def open_sporen(root: Path, repository: Repository, start: str | None, voortgang: Voortgang) -> Sporen | None:
    """What the commits up to ``start`` touched; what is not known is read, with ``voortgang`` where that is long.

    ``None`` where git is as fast or nothing can be kept: then git must be asked itself.
    """
    path = spoor_path(root)
    if path is None or start is None or repository.is_shallow:
        return None
    try:
        if not path.exists() and count_commits(repository, start, (), at_most=VANAF) < VANAF:
            return None
    except (OSError, RepositoryError, ValueError):
        return None
    from nazorg.index.spoorvragen import read_sporen

    return read_sporen(path, repository, start, voortgang)
