"""Where lines of history came together: how many, where they had parted, and what each did since."""

from typing import NamedTuple

from nazorg.gitrepo import Commit, Objectlezer
from nazorg.historie.graaf import Graaf


class Splitsing(NamedTuple):
    """What came before a merge.

    ``bases`` are the commits where its sides last had everything in common: several where they met crosswise, none
    where they never did. ``own`` is what happened on the sides since, newest first; ``written`` every version of a file
    that came of that, as its path and its blob.
    """

    bases: tuple[str, ...]
    own: tuple[Commit, ...]
    written: frozenset[tuple[str, str | None]]


def count_lines(commit: Commit, lezer: Objectlezer, *, is_shallow: bool) -> int:
    """How many lines of history come together in ``commit``: 1 for all but merges.

    Git leaves a line that never had any of the files out of its answer. It is asked for the commit itself only where
    that could be so. At the edge of a shallow copy a merge is the beginning of all that is known.
    """
    if len(commit.parents) < 2 and len(commit.against) < 2:
        doubtful = any(one.old is None or one.new is None for group in commit.against for one in group)
        if not doubtful or (not commit.parents and is_shallow):
            return 1
    return max(1, len(lezer.parents(commit.id))) if commit.against else 1


def split_before(commit: Commit, many: int, graaf: Graaf) -> Splitsing:
    """Where the ``many`` lines that come together in ``commit`` had parted."""
    if not commit.parents:
        return Splitsing((), (), frozenset())
    traceless = any(
        all(one.old is None for one in group) or all(one.new is None for one in group) for group in commit.against
    )  # such a line shares no commit with the others
    bases, own = graaf.meeting(commit.parents, many if traceless else len(commit.parents))
    written = {(one.path, one.new) for before in own for group in before.against for one in group}
    return Splitsing(tuple(bases), tuple(own), frozenset(written))
