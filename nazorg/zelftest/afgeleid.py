"""What is derived, and what a command left behind that was broken off."""

from collections.abc import Iterator
from pathlib import Path

from nazorg.gitrepo.padfilters import BITS, filter_bits, write_path_filters
from nazorg.index.plaats import index_folder, index_name
from nazorg.index.spoorplek import spoor_path
from nazorg.transactie import recover_left_behind
from nazorg.werkmap import is_left_behind
from nazorg.zelftest.punt import Kloon, Oordeel, Punt, good

_HERSTEL = "nazorg zelftest --herstel"


def check_left_behind(root: Path) -> Iterator[Punt]:
    """Whether a change was broken off half way."""
    if not is_left_behind(root):
        yield good("afgebroken werk", "niets")
        return

    def mend() -> str:
        hersteld = recover_left_behind(root)
        return hersteld.in_words() if hersteld else "Dat lukte nu niet; probeer het als er niets anders meer loopt."

    yield Punt("afgebroken werk", Oordeel.MIS, "Een opdracht is onderbroken, of loopt nog.", _HERSTEL, mend)


def check_filters(kloon: Kloon) -> Iterator[Punt]:
    """Whether git finds the history of one dossier fast."""
    try:
        bits = filter_bits(kloon.werkboom.top)
    except OSError:
        bits = None
    if bits is not None and bits >= BITS:
        yield good("geschiedenis", "snel te doorzoeken")
        return

    def mend() -> str:
        done = write_path_filters(kloon.werkboom.top)
        return "De geschiedenis is nu snel te doorzoeken." if done else "Dat kon hier niet; alles werkt, maar trager."

    yield Punt("geschiedenis", Oordeel.LET_OP, "Niet voorbereid om snel te doorzoeken.", _HERSTEL, mend)


def index_files(root: Path) -> list[Path]:
    """The files of the index of the werkmap in ``root``."""
    folder = index_folder(root)
    if folder is None or folder.is_symlink() or not folder.is_dir():
        return []
    return _files(folder, index_name(root, folder))


def spoor_files(root: Path) -> list[Path]:
    """The files that hold what every commit in the history of the werkmap in ``root`` touched."""
    file = spoor_path(root)
    return [] if file is None or not file.parent.is_dir() else _files(file.parent, file.stem)


def _files(folder: Path, name: str) -> list[Path]:
    return [path for path in folder.glob(f"{name}.*") if not path.is_dir() or path.is_symlink()]


def check_index(root: Path) -> Iterator[Punt]:
    """What the index holds; it makes itself again."""
    files = index_files(root)
    size = sum(path.lstat().st_size for path in files)
    words = f"{size / 1_000_000:.1f} MB, alleen voor u te lezen".replace(".", ",", 1) if files else "is er niet"
    yield good("index", f"{words}; weghalen kan met --wis")
