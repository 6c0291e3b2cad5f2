"""The command line as a person has it: a home of one's own, a werkmap, a process or a call."""

import gc
import os
import pty
import select
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from fabriek_git import git

from nazorg.cli.grens import main

WORTEL = Path(__file__).parents[2]
PEILDATUM = "2026-11-23"


class Uitkomst(NamedTuple):
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def thuis(tmp_path, monkeypatch):
    """A home without settings, a terminal of 80 columns, and nothing of the machine that runs the tests."""
    home = tmp_path / "thuis"
    home.mkdir()
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "NAZORG_PERSONEN", "XDG_CONFIG_HOME", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": str(home), "COLUMNS": "80", "LINES": "50", "TERM": "xterm-256color"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PYTHONPATH", str(WORTEL))
    (home / ".gitconfig").write_text("[user]\n  email = m.bakker@example.org\n", encoding="utf-8")
    return home


@pytest.fixture
def regio(tmp_path):
    """The example werkmap, to change at will."""
    return Path(shutil.copytree(WORTEL / "cases-example", tmp_path / "regio"))


@pytest.fixture
def werkmap(regio):
    """The example werkmap in git, with one commit."""
    git(regio, "init", "--quiet")
    git(regio, "add", "--all")
    git(regio, "commit", "--quiet", "--message", "begin", op="2026-11-20T12:00:00")
    return regio


@pytest.fixture
def klein(regio):
    """The example with three dossiers left: enough to start a process on."""
    for file in regio.glob("dossiers/*/*.yaml"):
        if file.stem not in ("NZ-2026-k7f3mq", "NZ-2026-b4wn7d", "NZ-2026-q8dj4s"):
            file.unlink()
    for file in regio.glob("overleggen/*.yaml"):
        file.unlink()
    return regio


@pytest.fixture
def kapot(regio):
    """A dossier in the example that cannot be read; gives its path in the werkmap."""
    file = regio / "dossiers/2026/NZ-2026-k7f3mq.yaml"
    file.write_text("dossier: [\n", encoding="utf-8")
    return file.relative_to(regio).as_posix()


@pytest.fixture
def nazorg(monkeypatch, capsys):
    """A command in this process, in the folder ``cwd``, on the day of the example."""

    def run(*arguments, cwd=None, peildatum=PEILDATUM):
        if cwd is not None:
            monkeypatch.chdir(cwd)
        capsys.readouterr()
        try:
            code = main([*(["--peildatum", peildatum] if peildatum else []), *map(str, arguments)])
        finally:
            gc.enable()  # a command lives short and does without
        return Uitkomst(code, *capsys.readouterr())

    return run


@pytest.fixture
def proces():
    """A command in a process of its own, its output a pipe. ``env`` is added; ``None`` takes a variable away."""

    def run(*arguments, cwd=None, env=None, stdin="", python=()):
        done = subprocess.run(
            [sys.executable, *python, "-m", "nazorg", *map(str, arguments)],
            cwd=cwd,
            env=environment(env),
            input=stdin.encode(),
            capture_output=True,
            timeout=60,
            check=False,
        )
        return Uitkomst(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def terminal():
    """A command on a terminal of its own: what a person sees, standard error included, and may type an answer to."""

    def run(*arguments, cwd=None, env=None, stdin=""):
        ours, theirs = pty.openpty()
        child = subprocess.Popen(
            [sys.executable, "-m", "nazorg", *map(str, arguments)],
            cwd=cwd,
            env=environment(env),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        if stdin:
            os.write(ours, stdin.encode())
        shown = b""
        while True:
            ready, _, _ = select.select([ours], [], [], 60)
            try:
                part = os.read(ours, 65536) if ready else b""
            except OSError:
                part = b""  # the other side is closed
            if not part:
                break
            shown += part
        os.close(ours)
        return Uitkomst(child.wait(timeout=60), shown.decode().replace("\r\n", "\n"), "")

    return run


def environment(changes):
    """The environment of a child with ``changes``."""
    found = {**os.environ, **(changes or {})}
    return {name: value for name, value in found.items() if value is not None}
