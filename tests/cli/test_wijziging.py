"""What a changing command says when its answer does not come through."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fabriek_git import commit, git
from register.fabriek import REGIO, dossier


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_change_of_which_the_answer_cannot_be_written_is_said_to_be_kept(tmp_path, unbuffered):
    path, text = dossier("k7f3mq")
    root = tmp_path / "w"
    commit(root, {"nazorg.yaml": REGIO, path: text})
    command = [sys.executable, "-m", "nazorg", "--peildatum", "2026-11-23", "-C", str(root)]
    words = [*command, "logboek", "NZ-2026-k7f3mq", "Gebeld"]
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(words, check=False, stdout=full, stderr=subprocess.PIPE, env=environment)
    assert done.returncode == 4
    assert done.stderr.decode().startswith(
        "nazorg: De wijziging is bewaard, maar het antwoord kon niet geschreven worden: de schijf is vol"
    )
    assert "Exception" not in done.stderr.decode()
    assert "Gebeld" in git(root, "show", f"HEAD:{path}")
