"""Write while git is bringing two lines of work together: one file and its place in the index, and the merge itself.

The ordinary way (``Schrijver``) refuses then, for a commit in between would become part of what is under way. Each step
here can be done again: what was broken off is done by who comes next.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nazorg.errors import ConcurrentChangeError, RepositoryError, WriteError, in_words
from nazorg.gitrepo import Objectlezer
from nazorg.gitrepo.configuratie import read_configuratie
from nazorg.gitrepo.regeleinden import read_attributen, stored_form
from nazorg.gitrepo.samenkomst import Samenkomst, Soort, complete_merge, read_samenkomst
from nazorg.gitrepo.vastleggen import Auteur, Ingang, Schrijfgit
from nazorg.gitrepo.werkboom import Werkboom, refuse_links
from nazorg.transactie.herstel import recover
from nazorg.transactie.operatie import Bestandswijziging
from nazorg.transactie.plek import Plek, open_plek
from nazorg.transactie.slot import turn
from nazorg.transactie.vastlegging import NaamMet
from nazorg.transactie.wissel import check_unchanged, read_bytes
from nazorg.werkmap import find_git, replace_file

_SLOT = "index.lock"


def read_under_way(root: Path) -> Samenkomst | None:
    """What git is bringing together in the repository of the werkmap at ``root``; ``None`` in a plain folder.

    Raises ``RepositoryError``.
    """
    if find_git(root) is None:
        return None
    werkboom = open_plek(root).werkboom
    return read_samenkomst(werkboom) if werkboom else None


@contextmanager
def afronding(root: Path) -> Iterator["Afronder"]:
    """The turn to write in a work tree in which something is under way. Raises ``NazorgError``."""
    plek = open_plek(root)
    with turn(plek) as inherits:
        recover(plek, inherits)
        if plek.werkboom is None:
            raise RepositoryError("Deze werkmap ligt niet in git.", "")
        yield Afronder(plek, plek.werkboom, inherits)


class Afronder:
    """Writes what a person decided. Only within ``afronding``."""

    def __init__(self, plek: Plek, werkboom: Werkboom, inherits: tuple[int, ...]) -> None:
        self._plek = plek
        self._werkboom = werkboom
        self._git = Schrijfgit(werkboom, inherits)
        self._configuratie = read_configuratie(werkboom)
        refuse_links(werkboom, "HEAD")
        if (werkboom.git_dir / _SLOT).exists():
            raise RepositoryError(
                f"Een andere opdracht van git is bezig, of is ooit afgebroken ({_SLOT}).",
                f"Wacht even. Loopt er zeker geen git meer, haal dan {werkboom.git_dir / _SLOT} weg.",
            )

    @property
    def top(self) -> Path:
        """The highest folder of the repository."""
        return self._werkboom.top

    @property
    def prefix(self) -> str:
        """Where the werkmap lies below ``top``, with ``/`` behind it; empty where it is the same folder."""
        return self._plek.prefix

    @property
    def samenkomst(self) -> Samenkomst:
        """What is under way now."""
        return read_samenkomst(self._werkboom)

    def sides(self, pad: str) -> tuple[bytes, bytes, bytes] | None:
        """What both sides of ``pad`` (from the werkmap) began with (empty: nothing), and what it is here and there.

        ``None`` where git does not have both.
        """
        forms = self.samenkomst.open.get(self._plek.prefix + pad, {})
        lezer = Objectlezer(self.top)
        basis, hier, daar = (lezer.read(forms[one].blob, geheel=True) if one in forms else None for one in (1, 2, 3))
        return None if hier is None or daar is None else (basis or b"", hier, daar)

    def write(self, wijziging: Bestandswijziging) -> None:
        """Put a file in the place of what was read there. Git still has it as undecided.

        Raises ``ConcurrentChangeError`` and ``WriteError``.
        """
        assert wijziging.nieuw is not None
        target = self._plek.target(self._plek.prefix + wijziging.pad)
        try:
            check_unchanged(target, wijziging.oud)
        except OSError as error:
            raise WriteError(f"Het bestand kon niet gelezen worden: {in_words(error)}.", "") from error
        replace_file(target, wijziging.nieuw, within=self._plek.basis)

    def stage(self, pad: str) -> None:
        """Tell git that what stands at ``pad`` (from the werkmap) is decided. Raises ``NazorgError``."""
        path = self._plek.prefix + pad
        data = read_bytes(self._plek.target(path))
        if data is None:
            raise ConcurrentChangeError(f"{pad} is intussen verdwenen.", "Haal het terug met git, en begin opnieuw.")
        forms = self.samenkomst.open.get(path, {})
        ours = forms.get(2) or forms.get(3)
        previous = Objectlezer(self.top).read(ours.blob, geheel=True) if ours else None
        attributen = read_attributen(self._werkboom, [path])[path]
        kept = stored_form(data, attributen, previous, autocrlf=self._configuratie.autocrlf)
        ingang = Ingang(ours.mode if ours else "100644", self._git.write_blob(kept))
        self._git.stage({path: ingang}, self._werkboom.index)

    def complete(self, naam_met: NaamMet) -> str:
        """The commit of the merge that is under way, when nothing is undecided. Raises ``NazorgError``."""
        found = self.samenkomst
        assert found.soort is Soort.MERGE
        assert not found.open
        mail = self._configuratie.mail
        if not mail:
            raise RepositoryError(
                "git weet niet wie u bent.", "Vertel het: git config --global user.email U@GEMEENTE.NL"
            )
        naam = self._configuratie.naam or naam_met(mail) or mail.partition("@")[0]
        return complete_merge(self._werkboom, Auteur(naam, mail))
