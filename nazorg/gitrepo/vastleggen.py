"""A commit by plumbing alone: objects, the trees that change, a commit, and the branch by compare and swap.

No filter, hook or program of the repository has a part in it, and the user's own index and work tree are not touched.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from nazorg.errors import ConcurrentChangeError, RepositoryError, WriteError
from nazorg.gitrepo.lezer import Objectlezer
from nazorg.gitrepo.mapobject import MAP, Regel, change_regels, find_regels
from nazorg.gitrepo.objecten import to_object
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.samenvoegen import Kant
from nazorg.gitrepo.tak import Tak
from nazorg.gitrepo.werkboom import Werkboom

DUURZAAM = ("-c", "core.fsync=committed,loose-object,reference,index", "-c", "i18n.commitEncoding=utf-8")
"""What we wrote is on disk before we say so."""

_ID = re.compile(r"[0-9a-f]+")


class Ingang(NamedTuple):
    """What git keeps at a path: the mode of the file and the id of its content."""

    mode: str
    blob: str


class Klaargezet(NamedTuple):
    """What stands ready at a path. ``gewoon``: nothing was said of it, such as that git may pass over the file."""

    ingang: Ingang
    gewoon: bool


Ingangen = Mapping[str, Ingang | None]
"""By path from the top; ``None`` takes the path away."""


@dataclass(frozen=True)
class Auteur:
    """In whose name a commit is made."""

    naam: str
    mail: str


_Map = dict[str, "Ingang | _Map | None"]
"""What changes in a folder: files, and folders in which something changes."""


class Schrijfgit:
    """Git for writing in one work tree. ``inherits``: files that every git keeps open that we start."""

    def __init__(self, werkboom: Werkboom, inherits: Sequence[int] = ()) -> None:
        self._werkboom = werkboom
        self._inherits = inherits
        self._lezer = Objectlezer(werkboom.top)

    def write_blob(self, data: bytes) -> str:
        """The id of a new object that holds ``data``. Raises ``WriteError``."""
        return self._made("hash-object", "-w", "--no-filters", "--stdin", stdin=to_object(data))

    def write_commit(self, tak: Tak, ingangen: Ingangen, bericht: str, auteur: Auteur) -> str:
        """The id of a new commit on top of ``tak`` in which nothing but ``ingangen`` differs. Raises ``WriteError``."""
        tree = self._write_tree(f"{tak.commit}^{{tree}}" if tak.commit else None, _by_folder(ingangen))
        parents = ["-p", tak.commit] if tak.commit else []
        name = ("-c", f"user.name={auteur.naam}", "-c", f"user.email={auteur.mail}")
        made = tree or self._make_tree(b"")
        return self._made("commit-tree", made, *parents, "-F", "-", stdin=bericht.encode(), config=name)

    def _write_tree(self, old: str | None, changes: "_Map") -> str | None:
        """The id of the tree ``old`` after ``changes``; ``None`` where nothing is left in it.

        Only the folders that change are read and written: an index of all files costs as much as they are many.
        """
        data, length = self._read_tree(old) if old else b"", len(self._werkboom.niets) // 2
        names = {path: path.encode("utf-8", "surrogateescape") for path in changes}
        folders = {names[path] for path, change in changes.items() if isinstance(change, dict)}
        known = find_regels(data, length, folders)
        made: dict[bytes, Regel | None] = {}
        for path, change in changes.items():
            if isinstance(change, dict):
                below = known.get(names[path])
                tree = self._write_tree(below.oid.hex() if below and below.is_map else None, change)
                made[names[path]] = Regel(MAP, bytes.fromhex(tree)) if tree else None
            else:
                made[names[path]] = Regel(change.mode.encode(), bytes.fromhex(change.blob)) if change else None
        after = change_regels(data, length, made)
        return self._make_tree(after) if after else None

    def _read_tree(self, name: str) -> bytes:
        """What stands in the tree ``name``. Raises ``WriteError``.

        Read as one object of a known length: of a list that git prints, the end may be missing without a word, and all
        that stood there would be gone from the commit.
        """
        data = self._lezer.read(name, geheel=True)
        if data is None:
            raise WriteError("De wijziging kon niet vastgelegd worden: git mist een map.", "Er is niets veranderd.")
        return data

    def _make_tree(self, data: bytes) -> str:
        """The id of a new tree. ``git mktree`` says an id as well where it could not write the tree."""
        return self._made("hash-object", "-w", "-t", "tree", "--stdin", stdin=data)

    def write_merge(self, boom: str, ouders: Sequence[str], bericht: str, auteur: Auteur) -> str:
        """The id of a new commit of the tree ``boom`` on top of ``ouders``. Raises ``WriteError``."""
        parents = [word for ouder in ouders for word in ("-p", ouder)]
        name = ("-c", f"user.name={auteur.naam}", "-c", f"user.email={auteur.mail}")
        return self._made("commit-tree", boom, *parents, "-F", "-", stdin=bericht.encode(), config=name)

    def move(self, tak: Tak, commit: str) -> None:
        """Put the branch at ``commit``, if it still stands where ``tak`` has it.

        Raises ``ConcurrentChangeError`` when git refuses, and ``WriteError`` when it did not come to an end.
        """
        old = tak.commit or self._werkboom.niets
        done = git(
            self._werkboom.top,
            *DUURZAAM,
            "update-ref",
            "--create-reflog",
            "-m",
            "nazorg",
            tak.ref,
            commit,
            old,
            inherits=self._inherits,
        )
        if done.returncode < 0:  # a signal ended it
            raise WriteError("De wijziging kon niet vastgelegd worden: git werd afgebroken.", "Er is niets veranderd.")
        if done.returncode:
            raise ConcurrentChangeError(
                "Iemand anders heeft intussen iets vastgelegd, of git kon de tak niet bijwerken.",
                "Er is niets veranderd; probeer het opnieuw.",
            )

    def stage(self, ingangen: Ingangen, index: Path) -> None:
        """Put ``ingangen`` in the ``index`` file, a copy of the user's. Raises ``WriteError``."""
        self._run(
            "update-index", "-z", "--index-info", stdin=self._index_info(ingangen), extra={"GIT_INDEX_FILE": str(index)}
        )

    def stage_sides(self, kanten: Iterable[Kant], index: Path) -> None:
        """Put the versions of paths that wait to be settled in the ``index`` file. Raises ``WriteError``."""
        sides = list(kanten)
        gone = {one.pad: None for one in sides}
        lines = [f"{one.mode} {one.blob} {one.fase}\t{one.pad}\0" for one in sides]
        info = self._index_info(gone) + "".join(lines).encode("utf-8", "surrogateescape")
        self._run("update-index", "-z", "--index-info", stdin=info, extra={"GIT_INDEX_FILE": str(index)})

    def _index_info(self, ingangen: Ingangen) -> bytes:
        gone = Ingang("0", self._werkboom.niets)
        lines = [f"{(one or gone).mode} {(one or gone).blob}\t{path}\0" for path, one in ingangen.items()]
        return "".join(lines).encode("utf-8", "surrogateescape")

    def _made(self, *arguments: str, stdin: bytes, config: Iterable[str] = ()) -> str:
        """The id of the object that git made. Raises ``WriteError`` where it does not say one."""
        made = self._run(*arguments, stdin=stdin, config=config)
        if len(made) != len(self._werkboom.niets) or not _ID.fullmatch(made):
            raise WriteError("De wijziging kon niet vastgelegd worden: git hield op.", "Er is niets veranderd.")
        return made

    def _run(
        self, *arguments: str, stdin: bytes = b"", extra: Mapping[str, str] | None = None, config: Iterable[str] = ()
    ) -> str:
        done = git(
            self._werkboom.top, *DUURZAAM, *config, *arguments, stdin=stdin, extra=extra, inherits=self._inherits
        )
        if done.returncode:
            full = "No space left" in done.stderr
            why = "de schijf is vol" if full else "git kon niet schrijven"
            raise WriteError(f"De wijziging kon niet vastgelegd worden: {why}.", "Er is niets veranderd.")
        return done.stdout.strip()


def _by_folder(ingangen: Ingangen) -> _Map:
    found: _Map = {}
    for path, ingang in ingangen.items():
        here = found
        *folders, name = path.split("/")
        for folder in folders:
            below = here.get(folder)
            if not isinstance(below, dict):
                here[folder] = below = {}
            here = below
        here[name] = ingang
    return found


def ingangen_at(werkboom: Werkboom, commit: str | None, paths: Iterable[str]) -> dict[str, Ingang]:
    """What ``commit`` has at each of ``paths`` (from the top); what it does not have is left out.

    Raises ``RepositoryError`` when git has no answer.
    """
    if commit is None:
        return {}
    listed = git(werkboom.top, "--literal-pathspecs", "ls-tree", "-z", "--full-tree", commit, "--", *paths)
    if listed.returncode:
        raise RepositoryError("git kan de laatste versie niet lezen.", "Kijk wat 'git status' zegt.")
    return {path: Ingang(head.split()[0], head.split()[2]) for head, path in _lines(listed.stdout)}


def ingangen_staged(werkboom: Werkboom, paths: Iterable[str]) -> dict[str, Klaargezet]:
    """What the user's index has at each of ``paths`` (from the top). Raises ``RepositoryError``."""
    listed = git(werkboom.top, "--literal-pathspecs", "ls-files", "-z", "-v", "--stage", "--", *paths)
    if listed.returncode:
        raise RepositoryError("git kan niet zeggen wat er klaarstaat.", "Kijk wat 'git status' zegt.")
    return {path: _staged(*head.split()[:3]) for head, path in _lines(listed.stdout)}


def _staged(tag: str, mode: str, blob: str) -> Klaargezet:
    return Klaargezet(Ingang(mode, blob), gewoon=tag == "H")


def _lines(listed: str) -> Iterable[tuple[str, str]]:
    for entry in filter(None, listed.split("\0")):
        head, _, path = entry.partition("\t")
        yield head, path
