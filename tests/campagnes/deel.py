"""Runs a slice of a campaign that needs a process of its own, and tells its count."""

import subprocess
import sys
from pathlib import Path

import pytest

OVERGESLAGEN = 77
"""The exit code of a campaign that cannot be run here."""


def run_slice(capsys: pytest.CaptureFixture[str], name: str, *options: str) -> None:
    """Run ``python -m tests.campagnes.<name>``; what failed makes the test fail, with its story."""
    command = [sys.executable, "-m", f"tests.campagnes.{name}", *options]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], check=False, capture_output=True, text=True)
    with capsys.disabled():
        print(f"\n{name}: {done.stderr.strip()}", file=sys.stderr)
    if done.returncode == OVERGESLAGEN:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
