"""A slice of the campaign of damaged files; the whole is ``python -m tests.campagnes.verminken``."""

import sys

import pytest

from .uitvoeren import run
from .verminken import save_failures, summary

pytestmark = pytest.mark.campagne

AANTAL = 2000


def test_damaged_files_end_in_findings(tmp_path, capsys):
    telling = run(seed=1, aantal=AANTAL, processen=1, folder=tmp_path)
    save_failures(telling, 1, tmp_path)
    with capsys.disabled():  # standard error: that of a process of xdist is the terminal's, its standard output is not
        print(f"\n{telling.aantal.total()} damaged files, {telling.mislukt.total()} failures", file=sys.stderr)
    assert telling.mislukkingen == [], f"{summary(telling, 1, 0)}\nfiles: {tmp_path}"
    assert telling.aantal["dossier"] == AANTAL
