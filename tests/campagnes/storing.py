"""Which system calls a command makes, in itself and in each git that it starts, and one of them made to fail."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

WORTEL = Path(__file__).parents[2]
_OPEN = "openat"
_LANGST = 60
_START = ("vfork", "fork", "clone", "clone3")
_CALLS = (
    *(_OPEN, "write", "pwrite64", "sendfile", "copy_file_range", "fsync", "fdatasync", "ftruncate"),
    *("rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir", "rmdir", "chmod", "fchmod"),
    *("close", "flock", "pipe2", "execve", *_START),
)
_LINE = re.compile(r"^(\w+)\((.*)")
_SHIM = """\
#!/bin/sh
n=$(($(cat "$NAZORG_TELLER") + 1))
echo $n >"$NAZORG_TELLER"
if [ "$NAZORG_DOEL" = alle ] || [ "$NAZORG_DOEL" = $n ]; then
    exec {strace} -qq -y -o "$NAZORG_LOG.$n" $NAZORG_OPTIES -- {git} "$@"
fi
exec {git} "$@"
"""


class Plek(NamedTuple):
    """The ``nummer``-th ``call`` of the command itself (``proces`` 0) or of the git that it starts as the n-th."""

    proces: int
    call: str
    nummer: int
    wat: str


class Storing(NamedTuple):
    """What goes wrong at a place: ``hoe`` is an error or ``KILL``; with ``blijvend`` at every such call from there."""

    plek: Plek
    hoe: str
    blijvend: bool

    @property
    def options(self) -> list[str]:
        fault = "signal=KILL" if self.hoe == "KILL" else f"error={self.hoe}"
        when = f"{self.plek.nummer}{'+' if self.blijvend else ''}"
        return ["-e", f"trace={self.plek.call}", "-e", f"inject={self.plek.call}:{fault}:when={when}"]


def why_not() -> str:
    """Why nothing can be made to fail here; empty when it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], check=False, capture_output=True)
    return "strace may not trace here" if tried.returncode else ""


def run(arguments: Sequence[str], folder: Path, storing: Storing | None) -> tuple[int, str, bool]:
    """Run the command as a process of its own: its exit code, what it said on stderr, and whether it was hit.

    Without a ``storing`` everything is traced. ``folder`` is for the logs.
    """
    shim, log, teller = folder / "bin", folder / "log", folder / "teller"
    shim.mkdir(exist_ok=True)
    script = _SHIM.format(strace=shutil.which("strace"), git=shutil.which("git", path=os.environ["PATH"]))
    (shim / "git").write_text(script, encoding="ascii")
    (shim / "git").chmod(0o755)
    teller.write_text("0\n", encoding="ascii")
    options = storing.options if storing else ["-e", f"trace={','.join(_CALLS)}"]
    itself = storing is None or storing.plek.proces == 0
    tracer = ["strace", "-qq", "-y", "-o", str(log), *options, "--"] if itself else []
    environment = {
        **os.environ,
        "PATH": f"{shim}{os.pathsep}{os.environ['PATH']}",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(WORTEL),
        "NAZORG_TELLER": str(teller),
        "NAZORG_DOEL": ("alle" if storing is None else str(storing.plek.proces)),
        "NAZORG_LOG": str(log),
        "NAZORG_OPTIES": " ".join(options),
    }
    command = [*tracer, sys.executable, "-s", "-m", "nazorg", *arguments]
    try:
        done = subprocess.run(command, env=environment, check=False, capture_output=True, cwd=folder, timeout=_LANGST)
    except subprocess.TimeoutExpired:
        return -1, f"it went on for more than {_LANGST} seconds", True
    hit = any(
        "INJECTED" in path.read_text(errors="replace") or "SIGKILL" in path.read_text(errors="replace")
        for path in folder.glob("log*")
    )
    return done.returncode, done.stderr.decode(), hit


def places(folder: Path, root: Path) -> Iterator[Plek]:
    """The calls of a write that was traced in ``folder``: of the command from its lock on, and of every git."""
    yield from _from_lock(_calls(folder / "log", 0), root)
    for log in sorted(folder.glob("log.*"), key=lambda path: int(path.suffix[1:])):
        yield from (plek for plek in _calls(log, int(log.suffix[1:])) if _matters(plek, root))


def _from_lock(found: Iterator[Plek], root: Path) -> Iterator[Plek]:
    begun = False
    for plek in found:
        begun = begun or (plek.call == _OPEN and "/slot" in plek.wat)
        if begun and _matters(plek, root):
            yield plek


def _calls(log: Path, proces: int) -> Iterator[Plek]:
    count: Counter[str] = Counter()
    for line in log.read_text(errors="replace").splitlines():
        match = _LINE.match(line)
        if match:
            count[match[1]] += 1
            yield Plek(proces, match[1], count[match[1]], match[2])


def _matters(plek: Plek, root: Path) -> bool:
    """Of the calls that open and close files only those in the werkmap; no words for the person at the end."""
    if plek.call == "close" and ".yaml>" in plek.wat:  # that was reading
        return False
    if plek.call in (_OPEN, "close"):
        return str(root.parent) in plek.wat and (plek.call == "close" or "O_RDONLY" not in plek.wat)
    if plek.call == "write" and plek.proces == 0:
        return not plek.wat.startswith(("1<", "2<"))
    return plek.call != "execve"
