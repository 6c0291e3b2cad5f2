"""Where git knows the work tree, only what it names is looked at; and it is asked only where that starts nothing."""

import os
import subprocess
import sys
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from fabriek_git import commit, git
from register.fabriek import REGIO

from nazorg.index import bijwerken, kijken

from .fabriek import by_files, by_index, count_as_large, text_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="posix_spawn")
EEN, TWEE, DRIE = (f"dossiers/2026/NZ-2026-{nummer}.yaml" for nummer in ("aaaaa1", "bbbbb2", "ccccc3"))
TEKST = {pad: text_of(pad[-11:-5], "", "in_detentie", ("uiterlijk: 2026-11-10",)) for pad in (EEN, TWEE, DRIE)}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A werkmap that counts as large, and of which every file and folder is old enough to be known by its stamp."""
    count_as_large(monkeypatch)
    commit(tmp_path / "regio", {"nazorg.yaml": REGIO, **TEKST})
    by_index(tmp_path / "regio")
    return tmp_path / "regio"


@contextmanager
def looking():
    """Gives the paths of the files that are looked at meanwhile, the settings left out."""
    seen: list[str] = []
    real = bijwerken.look

    def look(werkmap, pad, *rest):
        seen.append(pad)
        return real(werkmap, pad, *rest)

    with patch.object(bijwerken, "look", look):
        yield seen
    while "nazorg.yaml" in seen:
        seen.remove("nazorg.yaml")


def looked_at(folder):
    with looking() as seen:
        answer = by_index(folder)
    assert answer == by_files(folder)
    return seen


def edit(folder, pad=EEN, dag="2026-11-12"):
    (folder / pad).write_text(TEKST[pad].replace("2026-11-10", dag))


def test_nothing_changed_and_nothing_is_looked_at(folder):
    assert looked_at(folder) == []


def test_only_the_file_that_changed_is_looked_at_and_once_more_until_it_is_kept(folder):
    edit(folder)
    assert looked_at(folder) == [EEN]
    assert looked_at(folder) == [EEN]
    commit(folder, {})
    assert looked_at(folder) == [EEN]
    assert looked_at(folder) == []


def test_what_is_staged_and_taken_back_is_looked_at(folder):
    edit(folder)
    git(folder, "add", EEN)
    assert looked_at(folder) == [EEN]
    assert looked_at(folder) == []
    git(folder, "reset", "--quiet", "--hard")
    assert looked_at(folder) == [EEN]


def test_checkout_and_merge_look_at_what_differs(folder):
    git(folder, "checkout", "--quiet", "-b", "anders")
    edit(folder)
    commit(folder, {})
    assert looked_at(folder) == [EEN]
    git(folder, "checkout", "--quiet", "main")
    assert looked_at(folder) == [EEN]
    edit(folder, TWEE)
    commit(folder, {})
    git(folder, "merge", "--quiet", "anders")
    assert looked_at(folder) == [EEN, TWEE]
    assert looked_at(folder) == []


@pytest.mark.parametrize("ignored", [False, True])
def test_file_that_git_does_not_know_is_looked_at(folder, ignored):
    if ignored:
        (folder / ".git/info/exclude").write_text("*.yaml\n")
    (folder / "dossiers/2027").mkdir()
    (folder / "dossiers/2027/NZ-2027-ddddd4.yaml").write_text(text_of("ddddd4", "", "in_detentie", ()))
    (folder / "dossiers/2026/NZ-2026-eeeee5.yaml").write_text("dossier: [\n")
    nieuw = ["dossiers/2026/NZ-2026-eeeee5.yaml", "dossiers/2027/NZ-2027-ddddd4.yaml"]
    assert looked_at(folder) == nieuw
    assert looked_at(folder) == nieuw


def test_file_and_folder_that_are_gone_are_forgotten(folder):
    commit(folder, {"dossiers/2025/diep/NZ-2025-fffff6.yaml": text_of("fffff6", "", "in_detentie", ())})
    looked_at(folder)
    (folder / TWEE).unlink()
    (folder / "dossiers/2025/diep").rename(folder / "dossiers/elders")
    assert looked_at(folder) == ["dossiers/elders/NZ-2025-fffff6.yaml"]
    assert looked_at(folder) == ["dossiers/elders/NZ-2025-fffff6.yaml"]


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_file_that_git_was_told_to_keep_no_eye_on_is_looked_at(folder, flag):
    git(folder, "update-index", flag, EEN)
    assert looked_at(folder) == [EEN]
    edit(folder)
    assert looked_at(folder) == [EEN]


def test_file_with_other_line_ends_than_git_keeps_is_looked_at(folder):
    commit(folder, {".gitattributes": "*.yaml text eol=lf\n"})
    looked_at(folder)
    (folder / EEN).write_bytes(TEKST[EEN].replace("\n", "\r\n").encode())
    assert looked_at(folder) == [EEN]
    assert looked_at(folder) == [EEN]


def test_link_among_the_dossiers_makes_every_file_looked_at(folder, tmp_path):
    (tmp_path / "buiten.yaml").write_text(TEKST[EEN])
    (folder / "dossiers/2026/NZ-2026-ggggg7.yaml").symlink_to(tmp_path / "buiten.yaml")
    assert {EEN, TWEE, DRIE} <= set(looked_at(folder))


def test_commit_that_the_index_was_made_at_may_be_gone(folder):
    edit(folder)
    git(folder, "commit", "--quiet", "--all", "--amend", "--message", "y")
    git(folder, "reflog", "expire", "--expire=now", "--all")
    git(folder, "gc", "--quiet", "--prune=now")
    assert set(looked_at(folder)) == {EEN, TWEE, DRIE}
    assert looked_at(folder) == []


def test_record_that_moves_while_git_is_asked_is_asked_again(folder):
    edit(folder)
    real = kijken.Gitvraag.klaargezet

    def klaargezet(self, boom):
        git(folder, "add", EEN)
        return real(self, boom)

    git(folder, "add", TWEE)
    edit(folder, TWEE)
    git(folder, "add", TWEE)
    with patch.object(kijken.Gitvraag, "klaargezet", klaargezet):
        assert by_index(folder) == by_files(folder)
    git(folder, "reset", "--quiet", "--hard")
    assert by_index(folder) == by_files(folder)


def test_without_git_on_the_path_every_file_is_looked_at(folder, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert looked_at(folder) == [EEN, TWEE, DRIE]


HOSTILE = {
    "filter": '[filter "x"]\n\tclean = touch {spoor}\n',
    "fsmonitor": "[core]\n\tfsmonitor = touch {spoor}\n",
    "include": "[include]\n\tpath = {spoor}.config\n",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_program_that_a_received_repository_brings_does_not_run(folder, tmp_path, kind):
    spoor = tmp_path / "spoor"
    (folder / ".gitattributes").write_text("*.yaml filter=x\n")
    config = folder / ".git/config"
    config.write_text(config.read_text() + HOSTILE[kind].replace("{spoor}", str(spoor)))
    (tmp_path / "spoor.config").write_text(HOSTILE["filter"].replace("{spoor}", str(spoor)))
    edit(folder)
    assert looked_at(folder) == [EEN, TWEE, DRIE]
    assert not spoor.exists()


def test_filter_would_have_run_where_git_is_asked(folder, tmp_path):
    """What the test above guards against is real: the same question by git itself runs the program."""
    spoor = tmp_path / "spoor"
    (folder / ".gitattributes").write_text("*.yaml filter=x\n")
    git(folder, "config", "filter.x.clean", f"touch {spoor}")
    os.utime(folder / EEN, (0, 0))
    subprocess.run(["git", "status"], cwd=folder, check=True, capture_output=True)
    assert spoor.exists()
