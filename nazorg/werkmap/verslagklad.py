"""``Verslagklad``: what was answered so far while minutes are taken, on disk after every answer."""

import os
from dataclasses import dataclass
from pathlib import Path

from nazorg.errors import WriteError, in_words
from nazorg.werkmap.bestanden import read_whole, replace_file
from nazorg.werkmap.eigen import AFGELEID, make_folder
from nazorg.werkmap.kladblad import KLAD


@dataclass(frozen=True)
class Verslagklad:
    """The draft of minutes at ``path`` in the werkmap ``root``."""

    root: Path
    path: Path

    def read(self) -> str:
        """What is in it; empty when there is none. Raises ``WriteError`` when it cannot be read."""
        try:
            return read_whole(self.path).decode("utf-8", "replace")
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise WriteError(f"{self.path} is niet te lezen: {in_words(error)}.", "Haal het weg.") from error

    def write(self, text: str) -> None:
        """Put ``text`` in the place of what was there, for its owner's eyes. Raises ``WriteError``."""
        folder = self.path.parent
        try:
            make_folder(folder.parent)
            if folder.is_symlink() or self.path.is_symlink():
                raise WriteError(
                    f"{folder} is een snelkoppeling.", "Haal die weg; een map die u kreeg, kan dat bevatten."
                )
            folder.mkdir(mode=0o700, exist_ok=True)
            replace_file(self.path, text.encode("utf-8"), within=self.root)
            os.chmod(self.path, 0o600)
        except OSError as error:
            raise WriteError(f"{self.path} kon niet geschreven worden: {in_words(error)}.", "") from error

    def remove(self) -> None:
        """It is no longer needed."""
        self.path.unlink(missing_ok=True)


def open_verslagklad(root: Path, overleg: str) -> Verslagklad:
    """The draft of the minutes of ``overleg``, in ``.nazorg``, which git ignores; there may be none yet."""
    return Verslagklad(root, root / AFGELEID / KLAD / f"{overleg}.verslag.txt")
