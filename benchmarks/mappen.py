"""The folders that are measured in: made once, below the cache, and made anew where the generator is another."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from metingen import Map, Meting
from schrijver import HIER

SEED = 1
DERIVED = (".nazorg", ".git/nazorg")
"""What the product derives in a werkmap, and may be deleted."""

_BYTES_PER_DOSSIER, _BYTES_PER_COMMIT = 16_000, 4_000
_GENERATOR = (
    "schrijver.py",
    "acties.py",
    "levensloop.py",
    "teksten.yaml",
    "regio.yaml",
    "werkmap.py",
    "geschiedenis.py",
)
_MOMENT = 1_790_000_000
_LOOPT = re.compile("^status: (?:aangemeld|in_detentie|extramuraal|nazorg)$", re.MULTILINE)


class NoRoomError(Exception):
    """The disk is too full for what is to be measured in."""


@dataclass(frozen=True)
class Plaats:
    """A folder to measure in, with the paths in it of two dossiers."""

    folder: Path
    pad: str
    ander: str

    def dossiers(self) -> list[str]:
        """Every dossier, from the folder."""
        found = sorted(self.folder.glob("dossiers/*/*.yaml"))
        return [str(path.relative_to(self.folder)) for path in found]

    def forget(self) -> None:
        """Remove what the product derived."""
        for name in DERIVED:
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def change(self, paths: list[str]) -> None:
        """Make these files others than they were, with a line that says nothing."""
        for name in paths:
            with (self.folder / name).open("a", encoding="utf-8") as file:
                file.write("#\n")


def make_plaats(cache: Path, meting: Meting) -> Plaats:
    """The folder that ``meting`` is measured in. Raises ``NoRoomError`` and ``CalledProcessError``."""
    sizes = f"{meting.dossiers}" + (f"-{meting.commits}" if meting.commits else "")
    folder = cache / f"{meting.map}-{sizes}-{SEED}"
    ready = folder.with_suffix(".klaar")
    made_by = _generator()
    if not ready.exists() or ready.read_text(encoding="utf-8").split("\n")[0] != made_by:
        ready.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        _check_room(cache, meting)
        print(f"making {folder}", file=sys.stderr)
        said = _make(folder, meting)
        ready.write_text("\n".join([made_by, *said.split(), *_two(folder)][:3]), encoding="utf-8")
    _, pad, *more = ready.read_text(encoding="utf-8").split("\n")
    return Plaats(folder, pad, *(more or [pad]))


def _generator() -> str:
    """What the folders are made by: another text of it makes others."""
    return hashlib.sha256(b"".join((HIER / name).read_bytes() for name in _GENERATOR)).hexdigest()


def _check_room(cache: Path, meting: Meting) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    needed = meting.dossiers * _BYTES_PER_DOSSIER + meting.commits * _BYTES_PER_COMMIT + (1 << 30)
    free = shutil.disk_usage(cache).free
    if free < needed:
        raise NoRoomError(f"{cache}: {needed >> 20} MB needed, {free >> 20} MB free; give --cache another place")


def _make(folder: Path, meting: Meting) -> str:
    """What the generator says of it. In a process of its own: the generator's memory is not the runner's."""
    names = ["--dossiers", str(meting.dossiers), "--seed", str(SEED)]
    if meting.map is Map.VERLEDEN:
        command = ["geschiedenis.py", str(folder), "--commits", str(meting.commits), *names]
    else:
        command = ["werkmap.py", str(folder), *names]
    maker = [sys.executable, str(HIER / command[0]), *command[1:]]
    said = subprocess.run(maker, check=True, stdout=subprocess.PIPE, text=True).stdout
    if meting.map is Map.OVERLEG:
        _write_overleg(folder)
    if meting.map in (Map.GIT, Map.OVERLEG):
        _into_git(folder)
    if meting.map is not Map.PLAT:
        for setting in ("user.name=M. Bakker", "user.email=m.bakker@example.org", "gc.auto=0"):
            _git(folder, "config", *setting.split("=", 1))
    return said


def _write_overleg(folder: Path) -> None:
    """A consultation about the first forty dossiers of Leiden that run."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("dossiers/*/*.yaml"))}
    runs = [name for name, text in texts.items() if "\ngemeente: Leiden\n" in text and _LOOPT.search(text)]
    head = "overleg: 2026-11-26-leiden\nsoort: regieoverleg\ndatum: 2026-11-26\ngemeenten: [Leiden]\n"
    points = "".join(f"  - {{dossier: {name}, aanleiding: te_laat}}\n" for name in runs[:40])
    (folder / "overleggen").mkdir()
    (folder / "overleggen/2026-11-26-leiden.yaml").write_text(f"{head}dossiers:\n{points}", encoding="utf-8")


def _into_git(folder: Path) -> None:
    """All that is in ``folder`` as one commit."""
    (folder / ".gitignore").write_text(".nazorg/\nagendas/\n", encoding="utf-8")
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _git(folder, "-c", "core.looseCompression=1", "-c", "core.bigFileThreshold=1m", "add", ".")
    name = ("-c", "user.name=M. Bakker", "-c", "user.email=m.bakker@example.org", "-c", "gc.auto=0")
    _git(folder, *name, "commit", "--quiet", "--message", "begin")
    _git(folder, "-c", "pack.window=0", "repack", "-a", "-d", "--quiet")


def _git(folder: Path, *arguments: str) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    moment = f"{_MOMENT} +0100"
    subprocess.run(
        ["git", *arguments],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        env=kept | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment},
    )


def _two(folder: Path) -> list[str]:
    """Two dossiers, the same ones each time."""
    found = sorted(str(path.relative_to(folder)) for path in folder.glob("dossiers/*/*.yaml"))
    return found[:2]
