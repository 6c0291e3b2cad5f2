"""The hooks as git calls them, those that ``init`` put there and those that pre-commit runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fabriek_git import commit

from .conftest import WORTEL

PAD = "dossiers/2026/NZ-2026-k7f3mq.yaml"
ONZIN = ("status: in_detentie", "status: onzin")


def git(folder, *arguments, check=True):
    """Git as the person at the keyboard has it, with their own hooks and a ``nazorg`` on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=M. Bakker", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, env=env, check=False, capture_output=True, text=True)
    assert not check or done.returncode == 0, done.stderr
    return done


def change(root, old, new, path=PAD):
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def eigen(klein, nazorg, tmp_path):
    """A werkmap that ``init`` made, with the dossiers of the example."""
    root = tmp_path / "w"
    assert nazorg("init", root, "--regio", "R", "--mail", "m.bakker@example.org").code == 0
    for name in ("nazorg.yaml", "dossiers"):
        (shutil.copytree if (klein / name).is_dir() else shutil.copy)(
            klein / name, root / name, **({"dirs_exist_ok": True} if (klein / name).is_dir() else {})
        )
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x")
    return root


def test_commit_with_a_fout_is_refused_in_words_and_goes_through_when_it_is_mended(eigen):
    change(eigen, *ONZIN)
    git(eigen, "add", PAD)
    refused = git(eigen, "commit", "--quiet", "--message", "x", check=False)
    assert refused.returncode == 1
    assert f"{PAD}:" in refused.stderr
    assert "fout NZ103" in refused.stderr
    change(eigen, *reversed(ONZIN))
    git(eigen, "add", PAD)
    git(eigen, "commit", "--quiet", "--allow-empty", "--message", "x")


def test_commit_of_one_file_is_checked_as_that_commit_would_be(eigen):
    change(eigen, *ONZIN)
    (eigen / "x.txt").write_text("x")
    git(eigen, "add", "x.txt", PAD)
    git(eigen, "commit", "--quiet", "--message", "x", "x.txt")
    assert git(eigen, "commit", "--quiet", "--message", "x", PAD, check=False).returncode == 1


def test_merge_with_a_fout_is_refused(eigen):
    git(eigen, "switch", "--quiet", "--create", "zij")
    change(eigen, *ONZIN)
    git(eigen, "commit", "--quiet", "--all", "--no-verify", "--message", "x")
    git(eigen, "switch", "--quiet", "main")
    git(eigen, "commit", "--quiet", "--allow-empty", "--message", "x")
    refused = git(eigen, "merge", "--quiet", "zij", check=False)
    assert refused.returncode == 1
    assert "fout NZ103" in refused.stderr


def test_push_with_a_fout_is_refused_and_the_other_side_gets_nothing(eigen, tmp_path):
    git(tmp_path, "init", "--quiet", "--bare", "centraal.git")
    git(eigen, "remote", "add", "origin", str(tmp_path / "centraal.git"))
    git(eigen, "push", "--quiet", "origin", "main")
    change(eigen, *ONZIN)
    git(eigen, "commit", "--quiet", "--all", "--no-verify", "--message", "x")
    refused = git(eigen, "push", "--quiet", "origin", "main", check=False)
    assert refused.returncode == 1
    assert "wilt delen" in refused.stderr
    assert git(eigen, "rev-parse", "origin/main").stdout != git(eigen, "rev-parse", "main").stdout
    git(eigen, "push", "--quiet", "--delete", "origin", "main", check=False)


def test_hook_shows_no_text_of_a_dossier(eigen):
    change(eigen, "status: in_detentie", "status: in_detentie\nlogboek: Jan heeft 06-12345678")
    git(eigen, "add", PAD)
    refused = git(eigen, "commit", "--quiet", "--message", "x", check=False)
    assert refused.returncode == 1
    assert "Jan" not in refused.stderr


def test_hook_that_does_not_exist_is_named(nazorg, klein):
    done = nazorg("haak", "post-commit", cwd=klein)
    assert (done.code, "pre-merge-commit" in done.err) == (2, True)


@pytest.fixture
def pre_commit():
    """The program pre-commit."""
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    return [sys.executable, "-m", "pre_commit"]


@pytest.mark.campagne
def test_pre_commit_runs_the_hooks_on_a_real_repository(pre_commit, klein, tmp_path, monkeypatch):
    monkeypatch.delenv("PYTHONPATH")
    programma, gemengd = tmp_path / "programma", tmp_path / "gemengd"
    kept = ("nazorg", "templates", "cases-example")
    for name in kept:
        shutil.copytree(WORTEL / name, programma / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(WORTEL / name, programma / name)
    version = commit(programma, {})
    shutil.copytree(klein, gemengd / "regio")
    hooks = f"repos:\n- repo: {programma}\n  rev: {version}\n  hooks: [{{id: nazorg}}, {{id: nazorg-push}}]\n"
    commit(gemengd, {".pre-commit-config.yaml": hooks, "src/x.py": "1\n"})
    env = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "voorraad")}
    kinds = [word for kind in ("pre-commit", "pre-merge-commit", "pre-push") for word in ("--hook-type", kind)]
    made = subprocess.run(
        [*pre_commit, "install", "--install-hooks", *kinds], cwd=gemengd, env=env, check=False, capture_output=True
    )
    if b"pip" in made.stdout + made.stderr and made.returncode:
        pytest.skip("pre-commit cannot install a program here")
    assert made.returncode == 0, made.stdout + made.stderr
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "voorraad"))
    (gemengd / "src/x.py").write_text("2\n")
    git(gemengd, "commit", "--quiet", "--all", "--message", "x")
    change(gemengd, *ONZIN, path=f"regio/{PAD}")
    refused = git(gemengd, "commit", "--quiet", "--all", "--message", "x", check=False)
    assert refused.returncode == 1
    assert f"regio/{PAD}:" in refused.stdout + refused.stderr
    git(gemengd, "commit", "--quiet", "--all", "--no-verify", "--message", "x")
    (gemengd / "src/x.py").write_text("3\n")  # of another file, beside a dossier with a fout in it
    git(gemengd, "commit", "--quiet", "--all", "--message", "x")
    git(tmp_path, "init", "--quiet", "--bare", "centraal.git")
    git(gemengd, "remote", "add", "origin", str(tmp_path / "centraal.git"))
    refused = git(gemengd, "push", "--quiet", "origin", "main", check=False)
    assert refused.returncode == 1
    assert "wilt delen" in refused.stdout + refused.stderr
