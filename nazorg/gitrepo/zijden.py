"""Whose work comes together: who last changed a file on each side, and when, while git merges."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from nazorg.gitrepo.opdracht import git

_VAN_GIT = re.compile(r"GITHEAD_([0-9a-f]{40,64})")
_HOOFDEN = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "REBASE_HEAD", "AUTO_MERGE", "refs/stash")


def makers(folder: Path, pad: str, hier: bytes, daar: bytes) -> tuple[str, str]:
    """Who last changed ``pad`` (from the top), and on which day, for its two contents; empty where that is not known.

    ``folder`` is the top of the work tree in which git merges now.
    """
    others = [*_others(folder)]
    return _maker(folder, pad, hier, ["HEAD", *others]), _maker(folder, pad, daar, [*others, "HEAD"])


def _maker(folder: Path, pad: str, data: bytes, commits: list[str]) -> str:
    blob = git(folder, "hash-object", "--no-filters", "--stdin", stdin=data).stdout.strip()
    for commit in commits:
        if git(folder, "rev-parse", "--verify", "--quiet", f"{commit}:{pad}").stdout.strip() == blob:
            return _said(folder, pad, "-1", "--end-of-options", commit)
    return _said(folder, pad, "--all", f"--find-object={blob}")  # git does not say which commit it picks


def _said(folder: Path, pad: str, *which: str) -> str:
    """Who and when, of the oldest of the commits that are asked for."""
    form = ("--reverse", "--no-merges", "--no-mailmap", "--format=%an, %ad", "--date=short")
    said = git(folder, "--literal-pathspecs", "log", *form, *which, "--", pad).stdout.splitlines()
    return said[0] if said else ""


def _others(folder: Path) -> Iterator[str]:
    """The commits that may be coming in: what git tells of it differs for each way of merging."""
    yield from (found[1] for name in os.environ if (found := _VAN_GIT.fullmatch(name)))
    place = git(folder, "rev-parse", "--absolute-git-dir").stdout.strip()
    done = Path(place) / "rebase-merge" / "done"
    if place and done.is_file():
        words = done.read_text(encoding="utf-8", errors="replace").splitlines()[-1:] or [""]
        yield from re.findall(r"\b[0-9a-f]{7,64}\b", words[0])[:1]
    yield from _HOOFDEN
