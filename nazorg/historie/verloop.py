"""``Historie``: every event of a dossier or a werkmap, the newest commit first, each in the order of the file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.indeling import DOSSIERS, INSTELLINGEN, OVERLEGGEN, Bestandsoort, id_of, is_ours, kind_of
from nazorg.gitrepo import Commit, Objectlezer, Repository, Wissel, read_commits, renamed_from
from nazorg.historie.gebeurtenis import Gebeurtenis, Samenvoeging, origin_of
from nazorg.historie.graaf import Graaf
from nazorg.historie.hernoemd import joined, same_file
from nazorg.historie.samenvoegen import Samenvoegsel, merge_changes
from nazorg.historie.versies import Versies
from nazorg.historie.wijziging import Soort, Wijziging, changes_of

Overslaan = Callable[[Commit], bool]
"""Says of a commit that nobody asks for its events; it is then not looked into."""


class Onleesbaarheid(Exception):
    """The version that was asked for cannot be read."""


@dataclass(frozen=True)
class _Stap:
    """A file from one version to the next in a commit."""

    commit: Commit
    graaf: Graaf
    wissel: Wissel


class Historie:
    """The history of a werkmap up to the commit ``start``; nothing where that is ``None``."""

    def __init__(self, repository: Repository, start: str | None) -> None:
        self.repository = repository
        self.start = start
        self._lezer = Objectlezer(repository.top)
        self._versies = Versies(self._lezer)

    def tree(self, path: str) -> Boom:
        """What the file at ``path`` in the werkmap says at ``start``; nothing where it is not there.

        Raises ``Onleesbaarheid`` when it cannot be read.
        """
        if self.start is None:
            return ""
        found = self._versies.of_commit(self.start, self.repository.prefix + path)
        if found is None:
            raise Onleesbaarheid(path)
        return found

    def of_file(self, path: str, skip: Overslaan | None = None) -> Iterator[Gebeurtenis]:
        """The events of the file at ``path`` in the werkmap, newest first; under its old name too, where it had one."""
        here, start = self.repository.prefix + path, self.start
        while start is not None:
            older: list[tuple[str, str]] = []
            graaf = Graaf(self._followed(read_commits(self.repository, start, [here]), here, older))
            for commit in graaf:
                if skip is None or not skip(commit):
                    yield from self._of_commit(commit, graaf)
            if not older:
                return
            here, start = older[0]

    def of_werkmap(self, skip: Overslaan | None = None) -> Iterator[Gebeurtenis]:
        """The events of every dossier and consultation and of the settings, newest first."""
        if self.start is None:
            return
        paths = [self.repository.prefix + name for name in (DOSSIERS, OVERLEGGEN, INSTELLINGEN)]
        graaf = Graaf(read_commits(self.repository, self.start, paths))
        for commit in graaf:
            if skip is None or not skip(commit):
                yield from self._of_commit(commit, graaf)

    def _followed(self, commits: Iterator[Commit], path: str, older: list[tuple[str, str]]) -> Iterator[Commit]:
        """``commits``; the oldest, where it gave the file its name, with what the file was before.

        That name and the commit that had it go to ``older``.
        """
        previous: Commit | None = None
        for commit in commits:
            if previous is not None:
                yield previous
            previous = commit
        if previous is None:
            return
        wissels = [one for group in previous.against for one in group if one.old is None]
        parents = self._lezer.parents(previous.id) if len(wissels) == 1 and not previous.parents else ()
        before = renamed_from(self.repository, previous.id, path) if len(parents) == 1 else None
        if before is not None and self._is_same(before[1], wissels[0].new):
            older.append((before[0], parents[0]))
            joint = Wissel(path, before[1], wissels[0].new, was=before[0])
            previous = replace(previous, against=((joint,),))
        yield previous

    def _is_same(self, old: str | None, new: str | None) -> bool:
        return old == new or same_file(self._versies.of_blob(old), self._versies.of_blob(new))

    def _of_commit(self, commit: Commit, graaf: Graaf) -> Iterator[Gebeurtenis]:
        many = self._lines(commit)
        if many > 1:
            for path in dict.fromkeys(one.path for group in commit.against for one in group):
                if self._is_ours(path):
                    yield from self._of_merge(commit, graaf, path, many)
            return
        for wissel in joined(chain.from_iterable(commit.against[:1]), self._is_same):
            if self._is_ours(wissel.path):
                for one in self._of_step(_Stap(commit, graaf, wissel)):
                    yield self._event(commit, wissel.path, one)

    def _of_step(self, stap: _Stap) -> Iterator[Wijziging]:
        wissel = stap.wissel
        before, after = self._versies.of_blob(wissel.old), self._versies.of_blob(wissel.new)
        if wissel.was is not None:
            names = (self._inside(wissel.was), self._inside(wissel.path))
            yield Wijziging(Soort.VERPLAATST, (), *names)
        if after is None:
            yield Wijziging(Soort.ONLEESBAAR)
            return
        if before is None:
            before = self._last_readable(stap)
            if after:
                yield Wijziging(Soort.WEER_LEESBAAR)
        yield from changes_of(before, after)

    def _last_readable(self, stap: _Stap) -> Boom:
        """What the file said before it could not be read; nothing where it never could."""
        blob = stap.wissel.old
        for commit in stap.graaf.after(stap.commit):
            found = [
                one for group in commit.against for one in group if one.path == stap.wissel.path and one.new == blob
            ]
            if found:
                blob = found[0].old
                tree = self._versies.of_blob(blob)
                if tree is not None:
                    return tree
        return ""

    def _of_merge(self, commit: Commit, graaf: Graaf, path: str, many: int) -> Iterator[Gebeurtenis]:
        wissels = [one for group in commit.against for one in group if one.path == path]
        result = self._versies.of_blob(wissels[0].new)
        trees = [self._versies.of_blob(one.old) for one in wissels]
        is_new = len(wissels) == many or not commit.parents
        readable = tuple(tree for tree in trees if tree is not None)
        if result is None:
            if is_new:
                yield self._event(commit, path, Wijziging(Soort.ONLEESBAAR), Samenvoeging.GEMAAKT)
            return
        if not readable:
            return
        bases, own = graaf.meeting(commit.parents, self._traced(commit, many)) if commit.parents else ([], [])
        merged = Samenvoegsel(path, result, readable, is_new, tuple(bases), tuple(own))
        for change, how, earlier in merge_changes(merged, graaf, self._versies):
            yield replace(self._event(commit, path, change, how), eerder=earlier)

    def _lines(self, commit: Commit) -> int:
        """How many lines of history come together in ``commit``; 1 for all but merges.

        Asked of git only where its answer so far leaves room for doubt: a line that never had the file is not in it.
        """
        if len(commit.parents) < 2 and len(commit.against) < 2:
            doubtful = any(one.old is None or one.new is None for group in commit.against for one in group)
            if not doubtful or (not commit.parents and self.repository.is_shallow):
                return 1
        return len(self._lezer.parents(commit.id)) if commit.against else 1

    @staticmethod
    def _traced(commit: Commit, many: int) -> int:
        """How many lines must reach a commit for it to be of all: more than there are where one has no trace at all."""
        untraced = any(
            all(one.old is None for one in group) or all(one.new is None for one in group) for group in commit.against
        )
        return many if untraced else len(commit.parents)

    def _event(
        self, commit: Commit, path: str, wijziging: Wijziging, how: Samenvoeging = Samenvoeging.GEEN
    ) -> Gebeurtenis:
        inside = self._inside(path)
        number = id_of(inside) if kind_of(inside) is Bestandsoort.DOSSIER else ""
        return Gebeurtenis(wijziging, origin_of(commit), number, inside, how)

    def _inside(self, path: str) -> str:
        return path.removeprefix(self.repository.prefix)

    def _is_ours(self, path: str) -> bool:
        return is_ours(self._inside(path))
