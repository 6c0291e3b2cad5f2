"""Where git is not ready for a commit, or not to be trusted with one, nothing is written and the way out is told."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path

import filelock  # noqa: F401 - what is imported lazily must be there before the rights are given up
import pytest
from fabriek_git import commit, git

from nazorg.errors import ConcurrentChangeError, NazorgError
from nazorg.gitrepo.vastleggen import Schrijfgit
from nazorg.transactie import recover_left_behind

from .fabriek import ANDER, NIEUW, OUD, PAD, alles, in_head, los, schrijf, status, werkmap

NIEMAND = 65534


def tegenover(folder: Path) -> Path:
    """Two branches that changed the same line; on ``main``."""
    root = werkmap(folder)
    git(root, "branch", "zij")
    commit(root, {ANDER: "a: 3\n"})
    git(root, "switch", "--quiet", "zij")
    commit(root, {ANDER: "a: 4\n"})
    git(root, "switch", "--quiet", "main")
    return root


def half(root: Path, *arguments: str) -> None:
    with suppress(subprocess.CalledProcessError):
        git(root, *arguments)


def refused(root: Path, words: str, files=None, *more: Path) -> NazorgError:
    """The refusal of a write in ``root``: exit 4, with something to do, and not a byte changed."""
    before = alles(root, *more)
    with pytest.raises(NazorgError, match=words) as caught:
        schrijf(root, files)
    assert caught.value.exit_code == 4
    assert caught.value.remedy
    assert alles(root, *more) == before
    return caught.value


@pytest.mark.parametrize(
    ("begin", "words", "way_out"),
    [
        (["merge", "zij"], "merge", "git merge --abort"),
        (["rebase", "zij"], "rebase", "git rebase --abort"),
        (["rebase", "--apply", "zij"], "rebase", "git rebase --abort"),
        (["cherry-pick", "zij"], "cherry-pick", "git cherry-pick --abort"),
        (["revert", "--no-edit", "HEAD~1"], "revert", "git revert --abort"),
        (["bisect", "start"], "bisect", "git bisect reset"),
        (["checkout", "--quiet", "--detach"], "detached HEAD", "git switch main"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_is_under_way_in_git_has_to_be_finished_first(tmp_path, begin, words, way_out):
    root = tegenover(tmp_path / "w")
    if begin[0] == "revert":
        commit(root, {ANDER: "a: 5\n"})
    half(root, *begin)
    assert way_out in refused(root, words).remedy


def test_foreign_lock_on_the_index_stays_and_is_named(tmp_path):
    root = werkmap(tmp_path / "w")
    lock = root / ".git" / "index.lock"
    lock.write_bytes(b"")
    assert str(lock) in refused(root, "index.lock").remedy
    assert lock.exists()


@pytest.mark.parametrize("name", ["refs/heads/main.lock", "HEAD.lock"])
def test_foreign_lock_on_the_branch_stays_and_is_named(tmp_path, name):
    root = werkmap(tmp_path / "w")
    lock = root / ".git" / name
    lock.write_bytes(b"")
    assert str(lock) in refused(root, lock.name).remedy
    assert lock.exists()


@pytest.mark.parametrize("name", ["refs/heads/main.lock", "HEAD.lock"])
def test_lock_on_the_branch_that_comes_while_we_write_stays_and_all_comes_back(tmp_path, monkeypatch, name):
    root = werkmap(tmp_path / "w")
    lock = root / ".git" / name
    from nazorg.transactie.vastlegging import Vastlegging

    move = Vastlegging.move

    def with_lock(self, commit):
        lock.write_bytes(b"")
        move(self, commit)

    monkeypatch.setattr(Vastlegging, "move", with_lock)
    with pytest.raises(NazorgError, match="opdracht van git is bezig"):
        schrijf(root)
    assert ((root / PAD).read_bytes(), lock.read_bytes()) == (OUD, b"")
    assert not (root / ".git" / "nazorg" / "journaal.json").exists()
    assert not (root / ".git" / "index.lock").exists()


def test_commit_of_another_meanwhile_is_no_reason_to_lose_either(tmp_path, monkeypatch):
    root = werkmap(tmp_path / "w")
    from nazorg.transactie.vastlegging import Vastlegging

    move = Vastlegging.move

    def after_another(self, made):
        tree = git(root, "rev-parse", "HEAD^{tree}").strip()
        git(root, "update-ref", "HEAD", git(root, "commit-tree", tree, "-p", "HEAD", "-m", "ander").strip())
        move(self, made)

    monkeypatch.setattr(Vastlegging, "move", after_another)
    with pytest.raises(NazorgError, match="Iemand anders"):
        schrijf(root)
    assert git(root, "log", "-1", "--format=%s").strip() == "ander"
    assert (root / PAD).read_bytes() == OUD


@pytest.mark.parametrize(
    "name",
    [
        *("filter.x.clean", "filter.x.smudge", "filter.x.process", "core.hooksPath", "core.fsmonitor", "core.editor"),
        *("core.sshCommand", "core.pager", "core.worktree", "include.path", "includeIf.onbranch:main.path", "alias.st"),
        *("diff.external", "merge.x.driver", "gpg.program", "credential.helper", "core.attributesFile", "foo.bar"),
    ],
)
def test_setting_that_could_start_a_program_is_refused_by_name(tmp_path, name):
    root = werkmap(tmp_path / "w")
    git(root, "config", name, str(root) if name == "core.worktree" else "touch /tmp/x")
    assert name.lower() in refused(root, "instelling die hier onbekend is").remedy.lower()


def test_setting_that_an_included_file_brings_is_refused_as_well(tmp_path):
    root = werkmap(tmp_path / "w")
    (root / ".git" / "meer").write_text('[filter "x"]\n\tclean = touch /tmp/x\n', encoding="utf-8")
    git(root, "config", "include.path", "meer")
    refused(root, "instelling die hier onbekend is")


@pytest.mark.parametrize("rule", ["filter=x", "working-tree-encoding=UTF-16", "ident"])
def test_file_that_git_would_store_otherwise_is_refused(tmp_path, rule):
    root = werkmap(tmp_path / "w")
    (root / ".gitattributes").write_text(f"*.yaml {rule}\n", encoding="utf-8")
    refused(root, rule.partition("=")[0])


def test_new_file_that_git_ignores_is_refused(tmp_path):
    root = werkmap(tmp_path / "w")
    (root / ".gitignore").write_text("2027/\n", encoding="utf-8")
    refused(root, "negeert", {"dossiers/2027/x.yaml": NIEUW})


def test_other_version_that_stands_staged_is_not_overwritten(tmp_path):
    root = werkmap(tmp_path / "w")
    (root / PAD).write_bytes(b"a: 7\n")
    git(root, "add", PAD)
    (root / PAD).write_bytes(OUD)
    assert f"git restore --staged {PAD}" in refused(root, "git add").remedy


def test_own_version_that_stands_staged_is_committed_with_the_change(tmp_path):
    root = werkmap(tmp_path / "w")
    (root / PAD).write_bytes(b"a: 7\n")
    git(root, "add", PAD)
    schrijf(root)
    assert git(root, "status", "--porcelain") == ""


def test_nobody_is_asked_to_sign_without_an_address(tmp_path, thuis):
    (thuis / ".gitconfig").unlink()
    assert "user.email" in refused(werkmap(tmp_path / "w"), "niet wie u bent").remedy


def test_repository_that_git_does_not_open_is_not_taken_for_a_plain_folder(tmp_path):
    root = werkmap(tmp_path / "w")
    (root / ".git" / "HEAD").write_text("kapot\n", encoding="utf-8")
    refused(root, "niet openen")


def test_objects_that_are_missing_are_no_reason_to_write(tmp_path):
    root = werkmap(tmp_path / "w")
    shutil.rmtree(root / ".git" / "objects" / git(root, "rev-parse", "HEAD^{tree}")[:2])
    refused(root, "git")


@contextmanager
def without_rights():
    """As somebody to whom nothing belongs: the rights of root know no folder that is read only."""
    if os.geteuid() != 0:
        yield
        return
    os.setegid(NIEMAND)
    os.seteuid(NIEMAND)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.fixture
def open_map(thuis, monkeypatch):
    """A folder that everyone may look into, with the home below it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copy(thuis / ".gitconfig", folder)
        monkeypatch.setenv("HOME", name)
        yield folder
        rights(folder, 0o755)


def rights(folder: Path, mode: int) -> None:
    for below in (folder, *[path for path in folder.rglob("*") if path.is_dir()]):
        below.chmod(mode)


def given_away(root: Path) -> None:
    if os.geteuid() == 0:
        for path in (root, *root.rglob("*")):
            os.chown(path, NIEMAND, NIEMAND)


@pytest.mark.skipif(os.name == "nt", reason="folders have no such rights")
@pytest.mark.parametrize("place", [werkmap, los])
@pytest.mark.parametrize("which", ["", "dossiers"])
def test_folder_that_is_read_only_is_refused_with_the_reason(open_map, place, which):
    root = place(open_map / "w")
    given_away(root)
    rights(root / which, 0o555)
    with without_rights():
        refused_without_objects(root)


def refused_without_objects(root: Path) -> None:
    def seen() -> dict:
        return {path: held for path, held in alles(root).items() if "/objects/" not in path}

    before = seen()
    with pytest.raises(NazorgError, match="u mag er niet bij") as caught:
        schrijf(root)
    assert (caught.value.exit_code, seen()) == (4, before)
    assert "Er is niets veranderd" in caught.value.remedy


@pytest.mark.skipif(os.name == "nt", reason="folders have no such rights")
def test_who_only_reads_is_not_troubled_by_what_cannot_be_put_right(open_map):
    root = werkmap(open_map / "w")
    (root / ".git" / "nazorg").mkdir()
    (root / ".git" / "nazorg" / "journaal.json").write_text("{}", encoding="utf-8")
    given_away(root)
    rights(root, 0o555)
    with without_rights():
        assert recover_left_behind(root) is None


def test_commit_of_another_in_between_goes_before_ours(tmp_path, monkeypatch):
    root = werkmap(tmp_path / "w")
    real = Schrijfgit.write_commit
    turns = iter(range(9))

    def another(self, *arguments):
        made = real(self, *arguments)
        if next(turns) < 2:
            theirs = git(root, "commit-tree", "HEAD^{tree}", "-p", "HEAD", "-m", "van een ander").strip()
            git(root, "update-ref", "refs/heads/main", theirs)
        return made

    monkeypatch.setattr(Schrijfgit, "write_commit", another)
    schrijf(root)
    subjects = git(root, "log", "--format=%s").splitlines()
    assert subjects == ["zet NZ-2026-k7f3mq: a", "van een ander", "van een ander", "x"]
    assert in_head(root) == NIEUW
    assert status(root) == []


def test_commit_of_another_about_the_same_file_is_not_overridden(tmp_path, monkeypatch):
    root = werkmap(tmp_path / "w")
    git(root, "worktree", "add", "--quiet", "-b", "zij", str(tmp_path / "zij"))
    theirs = commit(tmp_path / "zij", {PAD: b"a: 7\n"})
    real = Schrijfgit.write_commit

    def another(self, *arguments):
        made = real(self, *arguments)
        git(root, "update-ref", "refs/heads/main", theirs)
        return made

    monkeypatch.setattr(Schrijfgit, "write_commit", another)
    with pytest.raises(ConcurrentChangeError):
        schrijf(root)
    assert in_head(root) == b"a: 7\n"
    assert (root / PAD).read_bytes() == OUD
