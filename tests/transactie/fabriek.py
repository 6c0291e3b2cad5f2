"""Small werkmappen to write in, one write, and all that a write may touch as bytes."""

import os
import subprocess
from pathlib import Path

from fabriek_git import commit, git

from nazorg.transactie import Bestandswijziging, Operatie, Vastgelegd, digest_of, transactie

PAD = "dossiers/2026/NZ-2026-k7f3mq.yaml"
ANDER = "dossiers/2026/NZ-2026-d3eu9g.yaml"
OUD, NIEUW = b"a: 1\n", b"a: 2\n"


def werkmap(folder: Path) -> Path:
    """A repository with one commit: settings and two dossiers."""
    commit(folder, {"nazorg.yaml": "nazorg: 1\n", PAD: OUD, ANDER: OUD})
    return folder


def los(folder: Path) -> Path:
    """The same in a plain folder."""
    (folder / PAD).parent.mkdir(parents=True)
    for path, data in {"nazorg.yaml": b"nazorg: 1\n", PAD: OUD, ANDER: OUD}.items():
        (folder / path).write_bytes(data)
    return folder


def schrijf(root: Path, files: dict[str, bytes | None] | None = None, wachten: float = 0) -> Vastgelegd:
    """Write ``files`` over what stands there now, as one operation."""
    with transactie(root, wachten=wachten) as schrijver:
        return schrijver.write(operatie(root, files or {PAD: NIEUW}))


def operatie(root: Path, files: dict[str, bytes | None]) -> Operatie:
    return Operatie(
        tuple(Bestandswijziging(path, digest_of(_read(root / path)), data) for path, data in files.items()),
        "zet NZ-2026-k7f3mq: a",
        ("NZ-2026-k7f3mq",),
    )


def alles(*folders: Path) -> dict[str, tuple[int, bytes]]:
    """Every file below ``folders`` with its mode and its bytes, without our own notes."""
    return {
        str(path): (path.lstat().st_mode, os.readlink(path).encode() if path.is_symlink() else path.read_bytes())
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if (path.is_file() or path.is_symlink()) and path.parent.name not in ("nazorg", ".nazorg")
    }


def status(folder: Path) -> list[str]:
    return git(folder, "status", "--porcelain", "--untracked-files=all").splitlines()


def in_head(folder: Path, path: str = PAD) -> bytes:
    return subprocess.run(
        ["git", "cat-file", "blob", f"HEAD:{path}"], cwd=folder, check=True, capture_output=True
    ).stdout


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
