"""``python -m nazorg``."""

from nazorg.cli import run

run()
