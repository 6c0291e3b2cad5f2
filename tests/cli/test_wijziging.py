"""What a changing command says when its answer does not come through."""

import subprocess
import sys
from pathlib import Path

import pytest
from fabriek_git import commit, git
from register.fabriek import REGIO, dossier


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_change_of_which_the_answer_cannot_be_written_is_said_to_be_kept(tmp_path):
    path, text = dossier("k7f3mq")
    root = tmp_path / "w"
    commit(root, {"nazorg.yaml": REGIO, path: text})
    command = [sys.executable, "-m", "nazorg", "--peildatum", "2026-11-23", "-C", str(root)]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*command, "logboek", "NZ-2026-k7f3mq", "Gebeld"], check=False, stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode in (4, 120)  # Python itself gives 120 when it cannot flush at the end
    assert (
        "De wijziging is bewaard, maar het antwoord kon niet geschreven worden: de schijf is vol"
        in done.stderr.decode()
    )
    assert "Gebeld" in git(root, "show", f"HEAD:{path}")
