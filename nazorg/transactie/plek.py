"""``Plek``: where a werkmap is written, and where what belongs to the writing is kept."""

import os
from dataclasses import dataclass
from pathlib import Path

from nazorg.errors import RepositoryError, WriteError
from nazorg.gitrepo.werkboom import Werkboom, open_werkboom
from nazorg.werkmap import AFGELEID, NAAM, find_git


@dataclass(frozen=True)
class Plek:
    """``basis``: what paths count from, the top of the repository or the werkmap in a plain folder.

    ``eigen``: the folder of the lock and the journal. ``werkboom`` is ``None`` in a plain folder.
    """

    basis: Path
    eigen: Path
    prefix: str
    werkboom: Werkboom | None

    def target(self, pad: str) -> Path:
        """The file at ``pad`` (from ``basis``). Raises ``WriteError`` for one that a link leads elsewhere."""
        parts = pad.split("/")
        if ".." in parts or ".git" in parts or "" in parts or os.path.isabs(pad) or ":" in parts[0]:
            raise WriteError(f"{pad} ligt niet in de werkmap.", "Kies een andere plek.")
        target = self.basis.joinpath(*parts)
        if os.path.realpath(target) != os.path.join(os.path.realpath(self.basis), *parts):
            raise WriteError(
                f"{pad} is een snelkoppeling of ligt achter een snelkoppeling.",
                "Wijzig het bestand waar het echt staat.",
            )
        return target


def open_plek(root: Path) -> Plek:
    """Where the werkmap in ``root`` is written.

    Raises ``RepositoryError`` where there is a repository that git does not open: nobody may then act as if there were
    none.
    """
    if find_git(root) is None:
        return Plek(root, root / AFGELEID, "", None)
    werkboom = open_werkboom(root)
    holds = _holds_git(root)
    if not _belongs(werkboom, holds / ".git"):
        raise RepositoryError(
            f"{holds / '.git'} wijst naar een git-map die hier niets van weet.",
            "Een map die u kreeg, kan dat bevatten. Maak een nieuwe kloon.",
        )
    if not os.path.samefile(werkboom.top, holds):
        raise RepositoryError(
            "De git-map zegt dat de bestanden ergens anders staan dan hier.",
            "Kijk wat 'git config core.worktree' zegt, of maak een nieuwe kloon.",
        )
    return Plek(werkboom.top, werkboom.git_dir / NAAM, werkboom.prefix, werkboom)


def _belongs(werkboom: Werkboom, place: Path) -> bool:
    """Whether the ``.git`` at ``place`` is the repository itself, or a file of a second work tree that it knows of.

    A file may name any repository of this machine, and so may the file ``commondir`` in a folder; what is written here
    would be committed there.
    """
    own, common = (os.path.realpath(one) for one in (werkboom.git_dir, werkboom.common_dir))
    if place.is_dir():
        return not place.is_symlink() and own == common
    try:
        back = (werkboom.git_dir / "gitdir").read_text(encoding="utf-8", errors="surrogateescape").strip()
    except OSError:
        return False
    known = os.path.dirname(own) == os.path.join(common, "worktrees")
    return known and os.path.realpath(os.path.join(own, back)) == os.path.realpath(place)


def _holds_git(root: Path) -> Path:
    """The folder at or above ``root`` in which ``.git`` lies."""
    here = Path(os.path.abspath(root))
    return next(folder for folder in (here, *here.parents) if (folder / ".git").exists())
