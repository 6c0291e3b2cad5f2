"""``Werkmap``: the files of a region in a folder, read without ever leaving it."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from nazorg.begrippen.bron import VAN_EEN_DOSSIER, Bestand
from nazorg.begrippen.indeling import DOSSIERS, INSTELLINGEN, in_order, is_misnamed, is_ours
from nazorg.errors import RepositoryError

MOST_BYTES = VAN_EEN_DOSSIER.bytes + 1
"""No more is read of a file: one byte over the limit is enough to refuse it."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Werkmap:
    """A folder on disk as a ``Bron``. Symbolic links are followed inside the folder only."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._base = os.fspath(root)
        self._inside: dict[str, bool] = {}

    @property
    def name(self) -> str:
        return self._base

    def paths(self, folder: str, suffix: str = ".yaml") -> Iterator[str]:
        """Paths below ``folder`` that end in ``suffix`` (``.yml`` counts as ``.yaml``), sorted.

        Hidden names are passed over.
        """
        return iter(sorted(self._walk(folder, suffix), key=in_order))

    def paths_with(self, folder: str, part: str) -> Iterator[str]:
        """Of ``paths`` those with ``part`` in the name of the file, whatever its case, in no order."""
        return self._walk(folder, ".yaml", part.casefold())

    def read(self, path: str) -> Bestand:
        """The file at ``path``; what cannot be read comes back with its ``problem``."""
        full = os.path.join(self._base, *path.split("/"))
        if is_misnamed(path) and not os.path.isdir(full):
            return Bestand(path, None, "verkeerde_naam")
        try:
            if not self._is_inside(os.path.dirname(full)):
                return Bestand(path, None, "buiten_werkmap")
            try:
                return _read(path, full)
            except OSError as error:
                if error.errno != errno.ELOOP:
                    raise
            target = os.path.realpath(full)
            if not self._is_inside(os.path.dirname(target)):
                return Bestand(path, None, "buiten_werkmap")
            return _read(path, target)
        except PermissionError:
            return Bestand(path, None, "map_dicht" if os.path.isdir(full) else "geen_toegang")
        except FileNotFoundError:
            return Bestand(path, None, "niet_gevonden")
        except IsADirectoryError:
            return Bestand(path, None, "map_dicht")
        except OSError:
            return Bestand(path, None, "leesfout")

    def path_of(self, file: Path) -> str | None:
        """The path inside the werkmap of a file that a person named; ``None`` when it lies elsewhere."""
        try:
            return file.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return None

    def _is_inside(self, folder: str) -> bool:
        """Whether ``folder`` really lies in the werkmap; asked of the system once for each folder."""
        if folder not in self._inside:
            base, real = os.path.realpath(self._base), os.path.realpath(folder)
            self._inside[folder] = real == base or real.startswith(base.rstrip(os.sep) + os.sep)
        return self._inside[folder]

    def _walk(self, folder: str, suffix: str, part: str = "") -> Iterator[str]:
        """What counts below ``folder``, each real folder once; a folder that cannot be looked into is named itself."""
        waiting, seen = [folder], set()
        while waiting:
            here = waiting.pop()
            full = os.path.join(self._base, *here.split("/"))
            if (real := os.path.realpath(full)) in seen or not os.path.lexists(full):
                continue
            seen.add(real)
            entries = self._entries(full)
            if entries is None:
                yield here
                continue
            for entry in entries:
                if _is_folder(entry):
                    if not entry.name.startswith("."):
                        waiting.append(f"{here}/{entry.name}")
                    continue
                if part and part not in entry.name.casefold():
                    continue
                path = f"{here}/{entry.name}"
                if is_ours(path, suffix) or (suffix == ".yaml" and is_misnamed(path)):
                    yield path

    def _entries(self, folder: str) -> list["os.DirEntry[str]"] | None:
        """What is in ``folder``; ``None`` where that is not to be known, or none of ours."""
        try:
            return list(os.scandir(folder)) if self._is_inside(folder) else None
        except OSError:
            return None


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle
        return False


def find_werkmap(start: Path) -> Werkmap:
    """The werkmap that ``start`` lies in.

    The nearest folder upwards with ``nazorg.yaml``, else ``start`` when it has dossiers.

    Raises ``RepositoryError`` when there is none.
    """
    if not start.is_dir():
        raise RepositoryError(f"De map {start} bestaat niet.", "Kijk de naam na.")
    here = start.resolve()
    for folder in (here, *here.parents):
        if os.path.lexists(folder / INSTELLINGEN):  # one that cannot be read is not passed over for another's
            return Werkmap(_as_given(start, here, folder))
    if (here / DOSSIERS).is_dir():
        return Werkmap(start)
    raise RepositoryError(
        f"Hier is geen werkmap: in {here} en de mappen daarboven staat geen {INSTELLINGEN}.",
        "Ga naar de map van uw regio of wijs haar aan met -C MAP. Een nieuwe maakt u met: nazorg init MAP",
    )


def _as_given(start: Path, here: Path, folder: Path) -> Path:
    """The folder in the words of the person where that is possible: ``.`` stays ``.``."""
    return start if folder == here else folder


def _read(path: str, full: str) -> Bestand:
    handle = os.open(full, _FLAGS)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return Bestand(path, None, "geen_bestand")
        parts = []
        left = MOST_BYTES
        while left and (part := os.read(handle, left)):
            parts.append(part)
            left -= len(part)
        return Bestand(path, b"".join(parts))
    finally:
        os.close(handle)
