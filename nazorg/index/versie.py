"""Which program made an index: any other may read the same bytes differently."""

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

_ENDINGS = (".py", ".yaml", ".json")
_ANDERMANS = ("holidays", "pydantic", "pydantic_core", "yaml")
"""The libraries that an answer depends on: holidays move with a release."""


def program_version() -> str:
    """Every source and data file of this program and of the libraries that count, by size and times.

    Told whole, not as a digest: it takes no library, and nothing can collide. Raises ``OSError`` where the program is
    no folder of files.
    """
    home = os.fspath(Path(__file__).parents[1])
    files = [*_files(home), *_libraries()]
    return "\n".join((sys.version, *sorted(files)))


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in ("__pycache__", "templates", "cases-example"):
                    yield from _files(entry.path)
            elif entry.name.endswith(_ENDINGS):
                yield _told(entry.path, entry.stat())


def _libraries() -> Iterator[str]:
    for name in _ANDERMANS:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            yield _told(spec.origin, os.stat(spec.origin))


def _told(path: str, found: os.stat_result) -> str:
    return f"{path} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
