"""``Historie``: every event of a dossier or a werkmap, the newest commit first, each in the order of the file."""

from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Protocol

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.indeling import DOSSIERS, INSTELLINGEN, OVERLEGGEN, is_ours
from nazorg.gitrepo import Commit, FileChange, Objectlezer, Repository, read_commits, removed_paths, renamed_from
from nazorg.historie.gebeurtenis import Gebeurtenis, Herkomst, Samenvoeging, number_of, origin_of
from nazorg.historie.geheugen import Deel, Geheugen, Verteld, Voorvallen, recall_verhaal, remember_verhaal
from nazorg.historie.graaf import Graaf
from nazorg.historie.hernoemd import joined, same_file
from nazorg.historie.lijnen import count_lines, split_before
from nazorg.historie.samenvoegen import merge_changes
from nazorg.historie.stap import step_changes
from nazorg.historie.versies import Versies
from nazorg.historie.volgorde import in_order
from nazorg.historie.wijziging import Soort, Wijziging


class Sporen(Protocol):
    """Knows which commits touched a file without git going through all of them."""

    def commits_of(self, path: str, start: str) -> list[Commit] | None:
        """The commits up to ``start`` that touched ``path`` (from the top), as ``read_commits`` gives them.

        They need be in no order. ``None`` where git must be asked.
        """
        ...

    def removed(self, start: str) -> set[str] | None:
        """The paths (from the top) of dossiers that a commit up to ``start`` took away; ``None`` as ``commits_of``."""
        ...


Overslaan = Callable[[Commit], bool]
"""Says of a commit that nobody asks for its events; it is then not looked into, unless they are known already."""


class Historie:
    """The history of a werkmap up to the commit ``start``; nothing where that is ``None``."""

    def __init__(
        self,
        repository: Repository,
        start: str | None,
        sporen: Sporen | None = None,
        geheugen: Geheugen | None = None,
    ) -> None:
        self.repository = repository
        self.start = start
        self._sporen = sporen
        self._geheugen = geheugen
        self._lezer = Objectlezer(repository.top)
        self._versies = Versies(self._lezer)

    def tree(self, path: str) -> Boom | None:
        """What the file at ``path`` in the werkmap says at ``start``; nothing where it is not there.

        ``None`` when it cannot be read.
        """
        return "" if self.start is None else self._versies.of_commit(self.start, self.repository.prefix + path)

    def removed_dossiers(self) -> set[str]:
        """The paths in the werkmap of dossiers that a commit took away."""
        if self.start is None:
            return set()
        found = self._sporen.removed(self.start) if self._sporen else None
        if found is None:
            found = removed_paths(self.repository, self.start, f"{self.repository.prefix}{DOSSIERS}")
        return {self._inside(path) for path in found}

    def of_file(self, path: str, skip: Overslaan | None = None) -> Iterator[Gebeurtenis]:
        """The events of the file at ``path`` in the werkmap, newest first; under its old name too, where it had one."""
        if self.start is None:
            return
        known = recall_verhaal(self._geheugen, path) if self._geheugen else Verteld()
        if known.tot == self.start:
            yield from chain.from_iterable(deel.gebeurtenissen for deel in known.delen)
            return
        told = []
        for deel in self._told(path, skip, known.delen):
            told.append(deel)
            yield from deel.gebeurtenissen
        if self._geheugen and skip is None:
            remember_verhaal(self._geheugen, path, Verteld(self.start, told))

    def _told(self, path: str, skip: Overslaan | None, known: Sequence[Deel]) -> Iterator[Deel]:
        """What each commit made of the file at ``path``; what is ``known`` is not worked out again."""
        before: tuple[str, str] | None = (self.repository.prefix + path, self.start or "")
        while before is not None:
            here, start = before
            inside = self._inside(here)
            before = yield from self._told_of(
                here, start, skip, {one.commit: one for one in known if one.pad == inside}
            )

    def _told_of(
        self, here: str, start: str, skip: Overslaan | None, known: dict[str, Deel]
    ) -> Generator[Deel, None, tuple[str, str] | None]:
        """What each commit made of a file while it was at ``here``; returns where it was before, up to which commit."""

        def is_new(commit: Commit) -> bool:
            return commit.id not in known and not (skip and skip(commit))

        commits = self._commits_of(here, start, is_new)
        if commits and next(reversed(known), "") != commits[-1].id:
            known = {}  # it began elsewhere then: what the first commits did may be told otherwise
        before = self._name_before(commits, here)
        asked = filter(is_new, commits)
        self._versies.expect(chain.from_iterable(group for commit in asked for group in commit.against))
        graaf = Graaf(iter(commits))
        for commit in graaf:
            if commit.id in known:
                yield known[commit.id]
            elif is_new(commit):
                yield Deel(self._inside(here), commit.id, tuple(self._of_commit(commit, graaf)))
        return before

    def _commits_of(self, path: str, start: str, is_asked: Callable[[Commit], bool]) -> list[Commit]:
        """The commits of one file; the versions that will be asked for are read while git goes on looking for more."""
        known = self._sporen.commits_of(path, start) if self._sporen else None
        if known is not None:
            return in_order(known)
        found = []
        for commit in read_commits(self.repository, start, [path]):
            found.append(commit)
            if is_asked(commit):
                for wissel in chain.from_iterable(commit.against):
                    self._versies.of_blob(wissel.new)
        return in_order(found)

    def _name_before(self, commits: list[Commit], path: str) -> tuple[str, str] | None:
        """The path that the file had before its oldest commit, and the commit that had it; ``None`` when it was new.

        That oldest commit is then held against what the file was before.
        """
        oldest = commits[-1] if commits else None
        wissels = [one for group in oldest.against for one in group if one.old is None] if oldest else []
        if oldest is None or len(wissels) != 1 or oldest.parents:
            return None
        parents = self._lezer.parents(oldest.id)
        before = renamed_from(self.repository, oldest.id, path) if len(parents) == 1 else None
        if before is None or not self._is_same(before[1], wissels[0].new):
            return None
        joint = FileChange(path, before[1], wissels[0].new, was=before[0])
        commits[-1] = oldest._replace(against=((joint,),))
        return before[0], parents[0]

    def of_werkmap(self, skip: Overslaan | None = None) -> Iterator[Gebeurtenis]:
        """The events of every dossier and consultation and of the settings, newest first."""
        if self.start is None:
            return
        paths = [self.repository.prefix + name for name in (DOSSIERS, OVERLEGGEN, INSTELLINGEN)]
        graaf = Graaf(read_commits(self.repository, self.start, paths))
        asked = (commit for commit in graaf if not (skip and skip(commit)))
        if self._geheugen is None:
            yield from chain.from_iterable(self._of_commit(commit, graaf) for commit in asked)
            return
        voorvallen = Voorvallen(self._geheugen)
        try:
            for commit in asked:
                yield from voorvallen.get(commit.id, partial(self._of_commit, commit, graaf))
        finally:
            voorvallen.keep()

    def _is_same(self, old: str | None, new: str | None) -> bool:
        return old == new or same_file(self._versies.of_blob(old), self._versies.of_blob(new))

    def _of_commit(self, commit: Commit, graaf: Graaf) -> Iterator[Gebeurtenis]:
        many = count_lines(commit, self._lezer, is_shallow=self.repository.is_shallow)
        if many == 1:
            for wissel in joined(chain.from_iterable(commit.against[:1]), self._is_same):
                if self._is_ours(wissel.path):
                    yield from self._of_step(commit, wissel, graaf)
            return
        splitsing = split_before(commit, many, graaf)
        for path in dict.fromkeys(one.path for group in commit.against for one in group):
            if self._is_ours(path):
                for change, how, earlier in merge_changes(commit, path, many, splitsing, graaf, self._versies):
                    yield self._event(commit, path, change, how, earlier)

    def _of_step(self, commit: Commit, wissel: FileChange, graaf: Graaf) -> Iterator[Gebeurtenis]:
        if wissel.was is not None:
            names = (self._inside(wissel.was), self._inside(wissel.path))
            yield self._event(commit, wissel.path, Wijziging(Soort.VERPLAATST, (), *names))
        for change in step_changes(commit, wissel, graaf, self._versies):
            yield self._event(commit, wissel.path, change)

    def _event(
        self,
        commit: Commit,
        path: str,
        wijziging: Wijziging,
        how: Samenvoeging = Samenvoeging.GEEN,
        earlier: Herkomst | None = None,
    ) -> Gebeurtenis:
        inside = self._inside(path)
        return Gebeurtenis(wijziging, origin_of(commit), number_of(inside), inside, how, earlier)

    def _inside(self, path: str) -> str:
        return path.removeprefix(self.repository.prefix)

    def _is_ours(self, path: str) -> bool:
        return is_ours(self._inside(path))
