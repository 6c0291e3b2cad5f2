"""The turn to talk with others: one process at a time, and what a killed one left in the way is cleared first."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from nazorg.errors import RepositoryError, WriteError, in_words
from nazorg.gitrepo.verbinding import Verbinding
from nazorg.gitrepo.werkboom import Werkboom
from nazorg.transactie.plek import Plek, open_plek
from nazorg.transactie.slot import turn

_GESPREK = "gesprek"
"""Stands in our own folder as long as we talk, with the commit that we share."""


@dataclass(frozen=True)
class Beurt:
    """The turn to talk. ``inherits``: what every git must keep open that is started meanwhile."""

    plek: Plek
    werkboom: Werkboom
    inherits: tuple[int, ...]

    def begin(self, verbinding: Verbinding) -> None:
        """Say that we talk with ``verbinding``; clears the locks of an earlier talk that was killed.

        Raises ``WriteError``.
        """
        place = self.plek.eigen / _GESPREK
        try:
            if place.is_file() and not place.is_symlink():
                _clear_locks(self.werkboom, verbinding, place)
            self.share("")
        except OSError as error:
            raise WriteError(f"In {self.plek.eigen} kan niet geschreven worden: {in_words(error)}.") from error

    def share(self, commit: str) -> None:
        """Remember that ``commit`` is about to be shared. Raises ``OSError``."""
        place = self.plek.eigen / _GESPREK
        place.unlink(missing_ok=True)
        with place.open("x", encoding="ascii") as file:
            file.write(commit)

    def end(self) -> None:
        """The talk came to its end."""
        with suppress(OSError):
            (self.plek.eigen / _GESPREK).unlink(missing_ok=True)


@contextmanager
def net_turn(root: Path) -> Iterator[Beurt]:
    """The turn to talk with others about the werkmap at ``root``; the turn to write is free meanwhile.

    Raises ``RepositoryError`` in a plain folder, and what ``turn`` raises.
    """
    plek = open_plek(root)
    if plek.werkboom is None:
        raise RepositoryError(
            "Deze werkmap ligt niet in git, dus er is niets om bij te werken.",
            "Samenwerken gaat via git; vraag een collega om het adres, en maak een kloon: git clone ADRES",
        )
    with turn(plek, wachten=5, naam="net.") as inherits:
        yield Beurt(plek, plek.werkboom, inherits)


def _clear_locks(werkboom: Werkboom, verbinding: Verbinding, place: Path) -> None:
    """The locks that a git of ours left when it was killed; nothing of ours runs any more.

    Of what we remember of the branch, and of the branch itself: in a shared folder the lock must hold the very commit
    that we were sharing.
    """
    since = place.stat().st_mtime - 1
    ours = place.read_bytes()[:100].strip()
    for lock in (werkboom.common_dir / f"{verbinding.volgt}.lock", werkboom.git_dir / "shallow.lock"):
        if lock.is_file() and not lock.is_symlink() and lock.stat().st_mtime >= since:
            lock.unlink(missing_ok=True)
    for left in werkboom.top.glob(".merge_file_*"):  # what git gives to the program that merges
        if left.is_file() and not left.is_symlink() and left.stat().st_mtime >= since:
            left.unlink(missing_ok=True)
    if verbinding.lokaal is None or not ours:
        return
    there = verbinding.lokaal / ".git" if (verbinding.lokaal / ".git").is_dir() else verbinding.lokaal
    lock = there / f"{verbinding.tak}.lock"
    if lock.is_file() and not lock.is_symlink() and lock.read_bytes()[:100].strip() == ours:
        lock.unlink(missing_ok=True)
