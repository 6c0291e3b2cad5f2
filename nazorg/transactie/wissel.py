"""``Wissel``: one file that gives way to another, and the way back."""

import os
from dataclasses import dataclass
from pathlib import Path

from nazorg.errors import ConcurrentChangeError
from nazorg.transactie.operatie import digest_of
from nazorg.werkmap import read_whole, sync_folder, write_beside


@dataclass(frozen=True)
class Wissel:
    """The file at ``pad``: SHA-256 before (``oud``) and after (``nieuw``); ``None`` is no file.

    ``teken`` goes into the names of the two files beside it: the new one that waits, and the old one in reserve.
    """

    pad: str
    oud: str | None
    nieuw: str | None
    teken: str

    @property
    def wisselt(self) -> bool:
        """Whether the file itself changes; one that was changed by hand is only committed."""
        return self.oud != self.nieuw

    def prepare(self, target: Path, data: bytes | None) -> None:
        """Put the new file and the reserve beside ``target``. Raises ``OSError``."""
        if self.oud is not None:
            _keep(target, self._reserve(target))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
        if data is not None:
            write_beside(self._fresh(target), data, target)

    def swap(self, target: Path) -> None:
        """The new file takes its place, if the old one is still what was read.

        Raises ``OSError``, and ``ConcurrentChangeError`` when it is not.
        """
        check_unchanged(target, self.oud)
        if self.nieuw is None:
            os.unlink(target)
        else:
            os.replace(self._fresh(target), target)
        sync_folder(target.parent)

    def is_done(self, target: Path) -> bool:
        """Whether the new file stands in its place. Raises ``OSError``."""
        return digest_of(read_bytes(target)) == self.nieuw

    def back(self, target: Path) -> None:
        """The old file comes back, unless someone changed the new one since. Raises ``OSError``."""
        reserve = self._reserve(target)
        if self.wisselt and self.is_done(target):
            if self.oud is None:
                target.unlink(missing_ok=True)
            elif reserve.exists():
                os.replace(reserve, target)
        self.clear(target)

    def clear(self, target: Path) -> None:
        """Nothing stays beside ``target``. Raises ``OSError``."""
        gone = False
        for beside in (self._fresh(target), self._reserve(target)):
            if beside.exists():
                beside.unlink()
                gone = True
        if gone:
            sync_folder(target.parent)

    def _fresh(self, target: Path) -> Path:
        return target.with_name(f".{target.name}.{self.teken}.nieuw")

    def _reserve(self, target: Path) -> Path:
        return target.with_name(f".{target.name}.{self.teken}.oud")


def read_bytes(target: Path) -> bytes | None:
    """What stands at ``target``; ``None`` where nothing does. Raises ``OSError``."""
    try:
        return read_whole(target)
    except FileNotFoundError:
        return None


def check_unchanged(target: Path, oud: str | None) -> None:
    """Raises ``ConcurrentChangeError`` when ``target`` no longer holds what was read, and ``OSError``."""
    if digest_of(read_bytes(target)) != oud:
        raise ConcurrentChangeError(
            f"{target.name} is intussen door iemand anders gewijzigd.",
            "Er is niets geschreven. Bekijk wat er nu staat, en probeer het opnieuw.",
        )


def _keep(target: Path, reserve: Path) -> None:
    """The old file under a second name: no room is needed to bring it back. Raises ``OSError``."""
    try:
        os.link(target, reserve)
    except (OSError, NotImplementedError):  # a file system without second names
        write_beside(reserve, read_whole(target), target)
