"""Merge three texts line by line, as git does."""

import tempfile
from pathlib import Path

from nazorg.gitrepo.opdracht import git

_HOE = {"schoon": (), "beide": ("--union",), "een": ("--ours",)}
_NAMEN = ("een", "basis", "ander")


def merge_lines(how: str, een: bytes, basis: bytes, ander: bytes) -> bytes | None:
    """``een`` and ``ander`` in one text: ``schoon`` only if no lines clash, ``beide`` with both, ``een`` with its own.

    ``None`` where git cannot do that. Raises ``RepositoryError`` without git.
    """
    with tempfile.TemporaryDirectory(prefix="nazorg-") as folder:
        for name, data in zip(_NAMEN, (een, basis, ander), strict=True):
            (Path(folder) / name).write_bytes(data)
        done = git(Path(folder), "merge-file", "-p", "--quiet", *_HOE[how], *_NAMEN)
    return done.stdout.encode("utf-8", "surrogateescape") if done.returncode == 0 else None
