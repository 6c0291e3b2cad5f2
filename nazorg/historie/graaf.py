"""``Graaf``: commits with what came before them, read from git no further than is asked for."""

from collections.abc import Iterator, Sequence

from nazorg.gitrepo import Commit

_OUD = 1 << 31
"""Marks what lies behind a point where the lines came together already."""


class Graaf:
    """Commits as ``read_commits`` gives them: each stands before everything that it builds on."""

    def __init__(self, commits: Iterator[Commit]) -> None:
        self._rest = commits
        self._read: list[Commit] = []
        self._place: dict[str, int] = {}

    def __iter__(self) -> Iterator[Commit]:
        return self._from(0)

    def after(self, commit: Commit) -> Iterator[Commit]:
        """Every commit that stands after ``commit``: what it builds on, and what happened beside it."""
        return self._from(self._place[commit.id] + 1)

    def meeting(self, lines: Sequence[str], many: int) -> tuple[list[str], list[Commit]]:
        """Where ``many`` lines, ending in the commits ``lines``, last had all in common, and what each did since.

        Several commits where lines met crosswise, none where they never did or where one of them has left no trace.
        """
        everyone = (1 << many) - 1
        marks: dict[str, int] = {}
        for number, name in enumerate(lines):
            marks[name] = marks.get(name, 0) | 1 << number
        bases, own = [], []
        begin = min(self._place.get(name, len(self._read)) for name in lines)
        for commit in self._from(begin):
            mark = marks.pop(commit.id, 0)
            if not mark:
                continue
            if mark & everyone == everyone:
                if not mark & _OUD:
                    bases.append(commit.id)
                mark |= _OUD
            else:
                own.append(commit)
            for parent in commit.parents:
                marks[parent] = marks.get(parent, 0) | mark
            if all(one & _OUD for one in marks.values()):
                break
        return bases, own

    def _from(self, place: int) -> Iterator[Commit]:
        while True:
            if place == len(self._read):
                following = next(self._rest, None)
                if following is None:
                    return
                self._place[following.id] = place
                self._read.append(following)
            yield self._read[place]
            place += 1
