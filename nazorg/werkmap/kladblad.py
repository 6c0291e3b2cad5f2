"""``Kladblad``: the copy of a dossier that a person works on in an editor, until it can be kept."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from nazorg.errors import WriteError, in_words
from nazorg.werkmap.bestanden import read_whole

KLAD = "klad"


@dataclass(frozen=True)
class Kladblad:
    """The copy at ``path``. ``begin``: what the dossier held when it was made.

    ``van_toen``: the text of an earlier time that it was taken up with, ``None`` for a new copy. ``opzij``: where the
    text of an earlier time was laid aside, because the dossier is no longer what that began with.
    """

    path: Path
    begin: bytes
    van_toen: bytes | None = None
    opzij: Path | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of what the dossier held when the copy was made."""
        return hashlib.sha256(self.begin).hexdigest()

    def read(self) -> bytes:
        """What the person made of it. Raises ``WriteError`` when it is gone."""
        try:
            return read_whole(self.path)
        except OSError as error:
            raise WriteError(f"{self.path} is niet meer te lezen: {in_words(error)}.", "") from error

    def remove(self) -> None:
        """It is no longer needed."""
        self.path.unlink(missing_ok=True)
        _begin_of(self.path).unlink(missing_ok=True)


def open_kladblad(root: Path, pad: str, data: bytes) -> Kladblad:
    """The copy of the dossier at ``pad`` in the werkmap ``root``, which holds ``data`` now.

    One that was left over is taken up again if the dossier still holds what that began with, and else laid aside. It
    lies in ``.nazorg``, which git ignores, as deep as the dossier itself, so that an editor finds the same schema.
    Raises ``WriteError``.
    """
    path = root / ".nazorg" / KLAD / pad.rpartition("/")[2]
    begin = _begin_of(path)
    for place in (path.parent.parent, path.parent, path, begin, path.parent / ".gitignore"):
        is_folder = place in (path.parent.parent, path.parent)
        if place.is_symlink() or (place.exists() and not (place.is_dir() if is_folder else place.is_file())):
            raise WriteError(
                f"{place} is een snelkoppeling of geen gewoon bestand.",
                "Haal het weg; een map die u kreeg, kan dat bevatten.",
            )
    try:
        opzij = None
        if path.is_file() and begin.is_file():
            if read_whole(begin) == data:
                return Kladblad(path, data, van_toen=read_whole(path))
            opzij = _lay_aside(path)
        path.parent.parent.mkdir(mode=0o700, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        for place, content in ((path.parent / ".gitignore", b"*\n"), (begin, data), (path, data)):
            _write_new(place, content)
    except OSError as error:
        raise WriteError(f"{path} kon niet gemaakt worden: {in_words(error)}.", "Er is niets veranderd.") from error
    return Kladblad(path, data, opzij=opzij)


def _lay_aside(path: Path) -> Path:
    """The new name of the copy at ``path``: what a person wrote is never thrown away. Raises ``OSError``."""
    names = (path.with_name(f"{path.name}.bewaard{number or ''}") for number in range(1000))
    free = next(name for name in names if not os.path.lexists(name))
    os.rename(path, free)
    return free


def _begin_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.begin")


def _write_new(place: Path, content: bytes) -> None:
    """A new file for its owner's eyes, in the place of one that was there; never through a link. Raises ``OSError``."""
    place.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(place, flags, 0o600), "wb") as file:
        file.write(content)
