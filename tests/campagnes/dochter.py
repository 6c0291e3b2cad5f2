"""One command in a process of its own, forked from this one, which has imported everything; to be killed."""

import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import NamedTuple

from nazorg.cli.grens import main

from .werkplaats import PEILDATUM, Werkplaats

_GOED = b"0"


class Afloop(NamedTuple):
    """How a command ended: whether it had said that all went well, its exit code (``None``: killed), its duration."""

    bevestigd: bool
    code: int | None
    seconden: float


def warm_up(plaats: Werkplaats) -> None:
    """Import all that a command needs and run it once, so that every child has it from the start."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        for command in (("lijst",), ("logboek", next(iter(plaats.dossiers)), "Opgewarmd"), ("bewaar", "--droog")):
            assert main(["--peildatum", PEILDATUM, "-C", str(plaats.root), *command]) == 0 or not plaats.common


def run(
    arguments: Sequence[str],
    said: Path,
    kill_after: float | None = None,
    *,
    group: bool = False,
    counted_from: Path | None = None,
) -> Afloop:
    """Run the command in ``arguments``; what it says goes to the file ``said``.

    After ``kill_after`` seconds, from when the file ``counted_from`` is there, it is killed; with ``group`` together
    with every git that it has started. It confirms through a pipe, and only when all of it has succeeded.
    """
    read_end, write_end = os.pipe()
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        _command(arguments, said, read_end, write_end)
    os.close(write_end)
    with suppress(OSError):
        os.setpgid(child, child)
    if kill_after is not None:
        while counted_from and not counted_from.exists() and _is_running(child):
            time.sleep(0.0002)
        time.sleep(kill_after)
        with suppress(ProcessLookupError):
            (os.killpg if group else os.kill)(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    seconds = time.monotonic() - started
    os.set_blocking(read_end, False)
    try:
        confirmed = os.read(read_end, 1) == _GOED
    except BlockingIOError:
        confirmed = False
    os.close(read_end)
    return Afloop(confirmed, None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status), seconds)


def _is_running(child: int) -> bool:
    return os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None


def _command(arguments: Sequence[str], said: Path, read_end: int, write_end: int) -> None:
    code = 99
    try:
        os.setpgid(0, 0)
        os.close(read_end)
        handle = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        code = main(arguments)
        sys.stdout.flush()
        if code == 0:
            os.write(write_end, _GOED)
    finally:
        os._exit(code)
