"""What git knows of the work tree: which files may differ from its own record of them, and whether that moved."""

import os
from pathlib import Path

from nazorg.begrippen.indeling import DOSSIERS
from nazorg.gitrepo.onschuldig import are_onschuldig
from nazorg.gitrepo.vraag import Vraag, is_possible
from nazorg.index.plaats import index_folder
from nazorg.werkmap import find_git

_SHA1 = 40
_BUITEN = ("--relative", "--no-renames", "--no-ext-diff", "--ignore-submodules=all")
_DOSSIERS = ("--", DOSSIERS)


class Gitvraag:
    """The question which dossiers in ``root`` changed since git last wrote its record; asked at once."""

    def __init__(self, root: Path, git_dir: Path) -> None:
        self._root = root
        self._git_dir = git_dir
        self._begin = self._record()
        self._vraag = self._ask("diff-files", "--name-only", "-z", *_BUITEN, *_DOSSIERS)
        self._vuil: frozenset[str] | None = None

    @property
    def record(self) -> str:
        """By what git's record is known; empty where it moved while it was asked about."""
        return self._begin if self._begin == self._record() else ""

    def vuil(self) -> frozenset[str] | None:
        """The paths that may hold something else than the record says; ``None`` where git has no answer."""
        if self._vuil is None:
            answer = self._vraag.answer()
            if answer is not None:
                self._vuil = frozenset(_text(answer).split("\0")) - {""}
        return self._vuil

    def drop(self) -> None:
        """Nobody needs the answer."""
        self._vraag.drop()

    def boom(self) -> str | None:
        """The tree of the last commit; ``None`` where there is none, or git names objects in another way than we."""
        answer = self._ask("rev-parse", "--verify", "--quiet", "HEAD^{tree}").answer()
        found = _text(answer or b"").strip()
        return found if len(found) == _SHA1 else None

    def inhoud(self) -> dict[str, str]:
        """The id of what the record holds of each path that git keeps an eye on; empty where it has no answer."""
        answer = self._ask("ls-files", "-s", "-v", "-z", *_DOSSIERS).answer() or b""
        found = {}
        for entry in filter(None, _text(answer).split("\0")):
            head, _, path = entry.partition("\t")
            tag, _, rest = head.partition(" ")
            _, blob, stage = rest.split(" ")
            if tag == "H" and stage == "0":
                found[path] = blob
        return found

    def klaargezet(self, boom: str) -> tuple[dict[str, str], frozenset[str]] | None:
        """The paths of which the record holds something else than ``boom``, with the id of what it holds.

        And those that git was told to keep no eye on. ``None`` where git has no answer.
        """
        verschil = self._ask("diff-index", "--cached", "--raw", "--abbrev=40", "-z", *_BUITEN, boom, *_DOSSIERS)
        tags = self._ask("ls-files", "-v", "-z", *_DOSSIERS).answer()
        answer = verschil.answer()
        if answer is None or tags is None:
            return None
        parts = _text(answer).split("\0")
        found = {path: head.split(" ")[3] for head, path in zip(parts[::2], parts[1::2], strict=False)}
        unwatched = (entry[2:] for entry in _text(tags).split("\0") if entry and not entry.startswith("H"))
        return found, frozenset(unwatched)

    def _ask(self, *arguments: str) -> Vraag:
        return Vraag(self._root, "--literal-pathspecs", *arguments)

    def _record(self) -> str:
        """Size, times and number of git's index, and the digest at its end."""
        try:
            handle = os.open(self._git_dir / "index", os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        except OSError:
            return ""
        try:
            found = os.fstat(handle)
            digest = os.pread(handle, 20, max(0, found.st_size - 20))
        finally:
            os.close(handle)
        return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino} {digest.hex()}"


def ask_git(root: Path) -> Gitvraag | None:
    """The question, asked; ``None`` where git cannot tell, or may not be started: its settings could start more."""
    if not is_possible() or index_folder(root) is None:
        return None
    git_dir = find_git(root)
    if git_dir is None:
        return None
    common = _common(git_dir)
    return Gitvraag(root, git_dir) if are_onschuldig(git_dir, common) else None


def _common(git_dir: Path) -> Path:
    try:
        named = os.fsdecode((git_dir / "commondir").read_bytes()).strip()
    except OSError:
        return git_dir
    return Path(os.path.normpath(git_dir / named))


def _text(answer: bytes) -> str:
    return answer.decode("utf-8", "surrogateescape")
