"""The commits that touched a file or a werkmap, newest first, through one ``git log`` that runs nobody's programs."""

import os
import subprocess
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta, timezone
from io import BufferedReader
from typing import NamedTuple

from nazorg.errors import RepositoryError
from nazorg.gitrepo.opdracht import git
from nazorg.gitrepo.repository import Repository
from nazorg.gitrepo.veilig import SAFE, environment, program
from nazorg.gitrepo.wachten import is_answered

LANGST_WACHTEN = 300.0
"""Seconds that git may look for the next commit that touched a file."""
_FILE = ("100644", "100755")
_SIGN = "\x01"
_FIELDS = 6


class FileChange(NamedTuple):
    """One file that a commit changed: its path from the top of the repository, and its blobs before and after.

    ``None`` where there was no file, or something else than a file. ``was`` is its path before, where that was another.
    """

    path: str
    old: str | None
    new: str | None
    was: str | None = None


class Commit(NamedTuple):
    """A commit that touched what was asked about, or where lines of history meet.

    ``parents`` are the nearest commits before it that are in the same answer. ``author`` wrote it, at the moment
    ``at`` on the author's own clock. ``against`` holds what differs from a parent, for each parent that anything
    differs from, in their order. ``made`` is when it was committed, in seconds since 1970.
    """

    id: str
    parents: tuple[str, ...]
    author: str
    mail: str
    at: datetime
    against: tuple[tuple[FileChange, ...], ...]
    made: int = 0


_LOG = (
    "-c",
    "log.showSignature=false",
    "-c",
    "log.follow=false",
    "-c",
    "log.showRoot=true",
    "--literal-pathspecs",
    "log",
    "--full-history",  # else git passes over a side of a merge that did not make it
    "--parents",
    "--diff-merges=separate",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--no-mailmap",
    "--no-notes",
    "--no-relative",
    "--no-decorate",
    "--no-color",
    f"-O{os.devnull}",
    "--ignore-submodules=all",
    "--encoding=UTF-8",
    "--date=raw",
    f"--format={_SIGN}%H%x00%P%x00%an%x00%ae%x00%ad%x00%ct",
)
"""Every setting of a received repository that could run a program or bend the answer is off."""


def read_commits(repository: Repository, start: str, paths: Sequence[str]) -> Iterator[Commit]:
    """The commits up to ``start`` that touched ``paths`` (from the top; a folder stands for all below), newest first.

    A commit comes after all that build on it, also where a clock was wrong. Git reads no further than is asked for.
    Raises ``RepositoryError`` when history cannot be read to its end.
    """
    # Without an order git is faster, and loses commits and what they build on where a clock was put back (2.39).
    return _read(repository, [*_LOG, "--date-order", "--end-of-options", start, "--", *paths])


def read_every(repository: Repository, start: str, without: Sequence[str]) -> Iterator[Commit]:
    """Every commit up to ``start`` but those up to one of ``without``, each after all that it builds on.

    ``parents`` are its very own, and ``against`` holds every file of the repository. Raises as ``read_commits`` does.
    """
    left_out = [f"^{commit}" for commit in without]
    return _read(repository, [*_LOG, "--topo-order", "--reverse", "--end-of-options", start, *left_out, "--"])


def count_commits(repository: Repository, start: str, without: Sequence[str], at_most: int | None = None) -> int:
    """How many commits ``read_every`` would give; counted no further than ``at_most``. Raises ``RepositoryError``."""
    limit = [] if at_most is None else [f"--max-count={at_most}"]
    left_out = [f"^{commit}" for commit in without]
    counted = git(repository.top, "rev-list", "--count", *limit, "--end-of-options", start, *left_out, "--")
    if counted.returncode:
        raise RepositoryError("De geschiedenis is niet tot het eind te lezen.", "Kijk de repository na: git fsck")
    return int(counted.stdout)


def unreachable(repository: Repository, commits: Sequence[str], start: str) -> tuple[set[str], set[str]] | None:
    """Of ``commits`` and what they build on: what lies on no branch and not on the way to ``start``; and its edge.

    The edge is what those build on that does. ``None`` where one of them is not in the repository any more.
    """
    if not commits:
        return set(), set()
    listed = git(repository.top, "rev-list", "--boundary", "--not", "--all", start, "--not", *commits, "--")
    if listed.returncode:
        return None
    found = listed.stdout.split()
    return {one for one in found if one[0] != "-"}, {one[1:] for one in found if one[0] == "-"}


def ends_of(repository: Repository, commits: Sequence[str]) -> list[str]:
    """Those of ``commits`` that no other of them builds on; all of them where git cannot tell."""
    listed = git(repository.top, "merge-base", "--independent", *commits) if len(commits) > 1 else None
    return listed.stdout.split() if listed and not listed.returncode else list(commits)


def _read(repository: Repository, arguments: Sequence[str]) -> Iterator[Commit]:
    with closing(_tokens(repository, arguments)) as tokens:
        head: list[str] = []
        found: list[list[FileChange]] = []
        for said in tokens:
            token = said.removeprefix("\n")  # ends the line of a commit, before what it changed
            if token.startswith(_SIGN):
                fields = [token[len(_SIGN) :], *(next(tokens) for _ in range(_FIELDS - 1))]
                if head and fields[0] != head[0]:
                    yield _commit(head, found)
                    found = []
                head = fields
                found.append([])
            elif token.startswith(":"):
                found[-1].append(_file_change(token, next(tokens)))
        if head:
            yield _commit(head, found)


def renamed_from(repository: Repository, commit: str, path: str) -> tuple[str, str] | None:
    """What ``path`` was called before ``commit``, and its blob then; ``None`` when that commit did not rename it."""
    listed = git(
        repository.top,
        *("diff-tree", "-r", "-z", "-M", "-l400", "--no-commit-id", "--no-ext-diff", "--no-textconv", "--no-relative"),
        *("--diff-filter=R", f"-O{os.devnull}", commit),
    )
    parts = iter(listed.stdout.split("\0"))
    for head in parts:
        if not head.startswith(":"):
            continue
        before, after = next(parts), next(parts)
        if after == path:
            return before, head.split(" ")[2]
    return None


def removed_paths(repository: Repository, start: str, folder: str) -> set[str]:
    """The paths below ``folder`` (from the top) that a commit up to ``start`` took away."""
    found: set[str] = set()
    for commit in read_commits(repository, start, [folder]):
        found |= {one.path for group in commit.against for one in group if one.new is None}
    return found


def _tokens(repository: Repository, arguments: Sequence[str]) -> Generator[str, None, None]:
    """What git says, split at its NULs. Git is stopped when no more is asked for."""
    process = subprocess.Popen(
        [program(), *SAFE, *arguments],
        cwd=repository.top,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    said = process.stdout
    assert isinstance(said, BufferedReader)
    try:
        for token in _split(said):
            yield token.decode("utf-8", errors="surrogateescape")
        if process.wait():
            raise RepositoryError("De geschiedenis is niet tot het eind te lezen.", "Kijk de repository na: git fsck")
    finally:
        process.kill()
        said.close()
        process.wait()


def _split(said: BufferedReader) -> Iterator[bytes]:
    rest = b""
    while part := _part(said):
        *whole, rest = (rest + part).split(b"\0")
        yield from whole
    if rest:
        yield rest


def _part(said: BufferedReader) -> bytes:
    """What is there now: git goes on looking while it is worked at. Raises ``RepositoryError``."""
    if not is_answered(said, LANGST_WACHTEN):
        raise RepositoryError("git antwoordt niet.", "Kijk de git-map na: git fsck")
    return said.read1(1 << 16)


def _commit(head: Sequence[str], found: Sequence[Sequence[FileChange]]) -> Commit:
    name, parents, author, mail, moment, made = head
    groups = tuple(tuple(group) for group in found if group)
    return Commit(name, tuple(parents.split()), author, mail, _moment(moment), groups, int(made or 0))


def _moment(text: str) -> datetime:
    """``1795729838 +0100`` as a moment; what no clock can say becomes the beginning of time."""
    try:
        seconds, _, zone = text.partition(" ")
        offset = timedelta(hours=int(zone[:3]), minutes=int(zone[0] + zone[3:5]))
        return datetime.fromtimestamp(int(seconds), timezone(offset))
    except (ValueError, OverflowError, OSError, IndexError):
        return datetime.fromtimestamp(0, timezone(timedelta()))


def _file_change(head: str, path: str) -> FileChange:
    old_mode, new_mode, old, new, _ = head[1:].split(" ")
    return FileChange(path, old if old_mode in _FILE else None, new if new_mode in _FILE else None)
