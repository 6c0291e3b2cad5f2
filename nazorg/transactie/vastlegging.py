"""``Vastlegging``: the side of git of a write, with everything looked at before anything is written."""

from collections.abc import Callable, Collection

from nazorg.errors import ConcurrentChangeError, RepositoryError
from nazorg.gitrepo import Objectlezer
from nazorg.gitrepo.configuratie import read_configuratie
from nazorg.gitrepo.regeleinden import is_ignored, read_attributen, stored_form
from nazorg.gitrepo.tak import Tak, current_tak
from nazorg.gitrepo.vastleggen import Auteur, Ingang, Schrijfgit, ingangen_at, ingangen_staged
from nazorg.gitrepo.werkboom import Werkboom, refuse_links
from nazorg.transactie.wissel import read_bytes

NaamMet = Callable[[str], str | None]
"""Gives the name of the person with an e-mail address, where it is known."""


class Vastlegging:
    """What a commit needs of the repository, looked at before anything is written."""

    def __init__(self, werkboom: Werkboom, inherits: tuple[int, ...], naam_met: NaamMet) -> None:
        self.werkboom = werkboom
        configuratie = read_configuratie(werkboom)
        self.tak: Tak = current_tak(werkboom)
        refuse_links(werkboom, self.tak.ref)
        self.schrijf = Schrijfgit(werkboom, inherits)
        self._autocrlf = configuratie.autocrlf
        self._lezer = Objectlezer(werkboom.top)
        self._last: dict[str, Ingang] = {}
        self._known: dict[str | None, dict[str, Ingang | None]] = {}
        self.mail = configuratie.mail or ""
        self._naam = configuratie.naam or naam_met(self.mail) or self.mail.partition("@")[0]

    @property
    def auteur(self) -> Auteur:
        """Who signs. Raises ``RepositoryError`` when git does not know the person at the keyboard."""
        if not self.mail:
            raise RepositoryError(
                "git weet niet wie u bent.", "Vertel het: git config --global user.email U@GEMEENTE.NL"
            )
        return Auteur(self._naam, self.mail)

    def content(self, ingang: Ingang) -> bytes:
        """The bytes of an object. Raises ``RepositoryError`` when the repository lacks it."""
        data = self._lezer.read(ingang.blob, geheel=True)
        if data is None:
            raise RepositoryError("Een bestand ontbreekt in de repository.", "Haal het op: git fetch")
        return data

    def _ingangen(self, tak: Tak, paths: Collection[str]) -> dict[str, Ingang]:
        """What the commit of ``tak`` has at each of ``paths`` (from the top); of each git is asked once."""
        known = self._known.setdefault(tak.commit, {})
        unknown = [path for path in paths if path not in known]
        if unknown:
            found = ingangen_at(self.werkboom, tak.commit, unknown)
            known |= {path: found.get(path) for path in unknown}
        return {path: one for path in paths if (one := known[path]) is not None}

    def committed(self, path: str) -> bytes | None:
        """What the last commit holds at ``path`` (from the top); ``None`` for nothing."""
        last = self._ingangen(self.tak, [path]).get(path)
        return self.content(last) if last else None

    def is_unsaved(self, path: str, data: bytes | None) -> bool:
        """Whether ``data`` at ``path`` (from the top) is not what the last commit holds there."""
        last = self._ingangen(self.tak, [path]).get(path)
        if data is None or last is None:
            return data is not None or last is not None
        content = self.content(last)
        return data != content and self.stored({path: data}, {path: last})[path] != content

    def stored(self, data: dict[str, bytes], last: dict[str, Ingang]) -> dict[str, bytes]:
        """What git would keep of ``data``, by path from the top."""
        attributen = read_attributen(self.werkboom, data)
        previous = {path: self.content(last[path]) if path in last else None for path in data}
        return {
            path: stored_form(found, attributen[path], previous[path], autocrlf=self._autocrlf)
            for path, found in data.items()
        }

    def prepare(self, data: dict[str, bytes | None]) -> dict[str, bytes | None]:
        """What has to be committed of ``data``: nothing of what the last commit has already.

        Raises ``RepositoryError`` for a file that the user has staged in another form, or that git ignores, and when
        nobody is there to sign; and ``OSError``.
        """
        last = self._ingangen(self.tak, data)
        self._last = last
        new = [path for path in data if path not in last]
        if new and is_ignored(self.werkboom, new):
            raise RepositoryError(
                f"git negeert {new[0]}, dus het kan niet vastgelegd worden.",
                "Kijk .gitignore na, of geef de werkmap een eigen git-map: git init",
            )
        kept: dict[str, bytes | None] = {path: None for path, found in data.items() if found is None and path in last}
        kept |= self.stored({path: found for path, found in data.items() if found is not None}, last)
        kept = {path: found for path, found in kept.items() if not self._is_last(path, found)}
        if kept:
            self._check_staged(kept)
            _ = self.auteur
        return kept

    def write_blobs(self, kept: dict[str, bytes | None]) -> dict[str, Ingang | None]:
        """The objects of what is kept. Raises ``WriteError``."""
        return {
            path: None if found is None else Ingang(self._mode(path), self.schrijf.write_blob(found))
            for path, found in kept.items()
        }

    def write_commit(self, ingangen: dict[str, Ingang | None], bericht: str) -> str:
        """The commit; the branch does not know it yet. Raises ``WriteError``."""
        return self.schrijf.write_commit(self.tak, ingangen, bericht, self.auteur)

    def merge_commit(self, boom: str, ander: str, bericht: str) -> str:
        """The commit of the tree ``boom``, in which ``ander`` comes to the branch. Raises ``WriteError``."""
        assert self.tak.commit is not None
        return self.schrijf.write_merge(boom, (self.tak.commit, ander), bericht, self.auteur)

    def confirm(self) -> None:
        """Raises ``ConcurrentChangeError`` when the work tree is no longer on the branch as it was looked at."""
        if current_tak(self.werkboom) != self.tak:
            raise ConcurrentChangeError(
                "De git-map staat intussen op een andere tak, of iemand anders heeft iets vastgelegd.",
                "Er is niets veranderd; probeer het opnieuw.",
            )

    def has_caught_up(self, paths: Collection[str]) -> bool:
        """Whether only other files than ``paths`` (from the top) were committed since; the branch is looked at anew.

        Raises ``RepositoryError`` when it is no longer one to commit to.
        """
        found = current_tak(self.werkboom)
        if found == self.tak or found.ref != self.tak.ref:
            return False
        before, after = (self._ingangen(one, paths) for one in (self.tak, found))
        if before != after:
            return False
        self.tak = found
        return True

    def move(self, commit: str) -> None:
        """Put the branch at ``commit``. Raises ``ConcurrentChangeError``."""
        self.schrijf.move(self.tak, commit)
        self.tak = Tak(self.tak.ref, commit)

    def _mode(self, path: str) -> str:
        return self._last[path].mode if path in self._last else "100644"

    def _is_last(self, path: str, found: bytes | None) -> bool:
        return found is not None and path in self._last and self.content(self._last[path]) == found

    def _check_staged(self, kept: dict[str, bytes | None]) -> None:
        """Raises ``RepositoryError`` where a form is staged that is neither the last commit's nor the file's own."""
        staged = ingangen_staged(self.werkboom, kept)
        for path, found in kept.items():
            last, one = self._last.get(path), staged.get(path)
            if one and not one.gewoon:
                raise RepositoryError(
                    f"Van {path} is tegen git gezegd dat het niet op wijzigingen hoeft te letten.",
                    f"Zeg het weer af: git update-index --no-skip-worktree --no-assume-unchanged {path}",
                )
            if one is None and (last is None or found is None):
                continue
            if one and (one.ingang == last or self._is_here(path, one.ingang, last)):
                continue
            raise RepositoryError(
                f"Van {path} staat een andere versie klaar om vastgelegd te worden (git add).",
                f"Haal die eerst weg: git restore --staged {path}",
            )

    def _is_here(self, path: str, staged: Ingang, last: Ingang | None) -> bool:
        """Whether what is staged is the file as it stands, and kept as the same kind of file."""
        here = read_bytes(self.werkboom.top.joinpath(*path.split("/")))
        same = here is not None and self.stored({path: here}, self._last)[path] == self.content(staged)
        return same and staged.mode == (last.mode if last else self._mode(path))
