"""The commits of one file in one order: of what builds on what, and else the one that was committed last first."""

from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush

from nazorg.gitrepo import Commit


def in_order(commits: Iterable[Commit]) -> list[Commit]:
    """``commits`` with each after all that build on it, and else by the moment in which they were made.

    That order depends on the commits alone, and not on where they were found: a clock that was wrong moves nothing.
    Merges that joined nothing of what was asked about are left out.
    """
    found = {commit.id: commit for commit in _joined(list(commits))}
    built_on = Counter(parent for commit in found.values() for parent in commit.parents if parent in found)
    free = [(-commit.made, name) for name, commit in found.items() if not built_on[name]]
    heapify(free)
    ordered: list[Commit] = []
    while free:
        _, name = heappop(free)
        ordered.append(found[name])
        for parent in found[name].parents:
            if parent in found:
                built_on[parent] -= 1
                if not built_on[parent]:
                    heappush(free, (-found[parent].made, parent))
    return ordered


def _joined(commits: list[Commit]) -> Iterator[Commit]:
    """The commits without those that changed nothing and stand between one line and itself."""
    through: dict[str, tuple[str, ...]] = {}
    known = {commit.id: commit for commit in commits}
    for commit in _from_below(known):
        parents = tuple(dict.fromkeys(name for parent in commit.parents for name in through.get(parent, (parent,))))
        if commit.against or len(parents) > 1:
            yield commit if parents == commit.parents else _on(commit, parents)
        else:
            through[commit.id] = parents


def _on(commit: Commit, parents: tuple[str, ...]) -> Commit:
    """``commit`` as it stands on ``parents``: lines that turned out to be one are held against it once."""
    against = tuple(dict.fromkeys(commit.against)) if len(parents) < len(commit.parents) else commit.against
    return commit._replace(parents=parents, against=against)


def _from_below(known: dict[str, Commit]) -> Iterator[Commit]:
    """Each after all that it builds on."""
    waits = {name: sum(parent in known for parent in set(commit.parents)) for name, commit in known.items()}
    above: dict[str, list[str]] = {}
    for name, commit in known.items():
        for parent in set(commit.parents):
            above.setdefault(parent, []).append(name)
    free = [name for name, many in waits.items() if not many]
    while free:
        name = free.pop()
        yield known[name]
        for child in above.get(name, ()):
            waits[child] -= 1
            if not waits[child]:
                free.append(child)
