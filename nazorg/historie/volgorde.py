"""Commits in the order of what builds on what, also where a clock was wrong."""

from collections import Counter
from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from nazorg.gitrepo import Commit


def in_order(commits: Sequence[Commit]) -> list[Commit]:
    """``commits`` with each after all that build on it; as they were where that holds already."""
    place = {commit.id: number for number, commit in enumerate(commits)}
    if all(place.get(parent, len(place)) > place[commit.id] for commit in commits for parent in commit.parents):
        return list(commits)
    built_on = Counter(parent for commit in commits for parent in commit.parents)
    free = [number for number, commit in enumerate(commits) if not built_on[commit.id]]
    heapify(free)
    found: list[Commit] = []
    while free:
        commit = commits[heappop(free)]
        found.append(commit)
        for parent in commit.parents:
            built_on[parent] -= 1
            if not built_on[parent] and parent in place:
                heappush(free, place[parent])
    return found
