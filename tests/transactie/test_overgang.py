"""A branch and its files go to another version wholly or not at all, and nobody's work is gone over."""

import json
import subprocess

import pytest
from fabriek_git import commit, git

from nazorg.errors import ConcurrentChangeError, NazorgError, WriteError
from nazorg.gitrepo.vastleggen import Schrijfgit
from nazorg.transactie import omschakelen, recover_left_behind
from nazorg.transactie.herstel import recover
from nazorg.transactie.samenvoeging import samenvoeging

from .fabriek import ANDER, OUD, PAD, alles, werkmap

DERDE = "dossiers/2026/NZ-2026-b4wn7d.yaml"


class DoodError(BaseException):
    """The process is killed here."""


@pytest.fixture
def root(tmp_path):
    """Two lines: theirs changed one dossier, took one away and brought one; ours changed the settings."""
    root = werkmap(tmp_path / "w")
    git(root, "switch", "--quiet", "--create", "zij")
    commit(root, {PAD: b"a: 3\n", ANDER: None, DERDE: OUD, "sub/map/x.txt": "x"}, door="S. Yilmaz")
    git(root, "switch", "--quiet", "main")
    commit(root, {"nazorg.yaml": "nazorg: 1\nregio: R\n"})
    return root


def join(root, other="zij"):
    theirs = git(root, "rev-parse", other).strip()
    with samenvoeging(root, lambda _: None, wachten=0) as samenvoeger:
        return samenvoeger.join(theirs, "bijwerken: samengevoegd\n")


def text(root, path):
    return (root / path).read_bytes() if (root / path).exists() else None


def is_clean(root):
    return not git(root, "status", "--porcelain", "--untracked-files=all") and not list((root / ".git").glob("*.lock"))


def check_there(root):
    assert (text(root, PAD), text(root, ANDER), text(root, DERDE)) == (b"a: 3\n", None, OUD)
    assert text(root, "nazorg.yaml") == b"nazorg: 1\nregio: R\n"
    assert is_clean(root)
    assert git(root, "merge-base", "--is-ancestor", "zij", "main") == ""


def check_back(root, head):
    assert (text(root, PAD), text(root, ANDER), text(root, DERDE), (root / "sub").exists()) == (OUD, OUD, None, False)
    assert git(root, "rev-parse", "main").strip() == head
    assert is_clean(root)


def test_two_lines_come_together_in_one_commit(root):
    made = join(root)
    check_there(root)
    assert git(root, "rev-parse", "main").strip() == made.na != made.voor
    assert git(root, "log", "-1", "--format=%s %an %p").split()[:2] == ["bijwerken:", "samengevoegd"]


def test_line_that_only_they_went_on_with_is_followed_without_a_commit(root):
    git(root, "reset", "--quiet", "--hard", "HEAD~1")
    made = join(root)
    assert git(root, "rev-parse", "main") == git(root, "rev-parse", "zij")
    assert made.na == git(root, "rev-parse", "zij").strip()
    assert is_clean(root)


def test_line_that_is_in_already_changes_nothing(root):
    join(root)
    before = alles(root)
    assert join(root).voor == git(root, "rev-parse", "main").strip()
    assert alles(root) == before


def test_lines_without_a_common_beginning_are_refused(root):
    git(root, "switch", "--quiet", "--orphan", "vreemd")
    commit(root, {"x": "x"})
    git(root, "switch", "--quiet", "main")
    with pytest.raises(NazorgError, match="geen gezamenlijk begin"):
        join(root, "vreemd")


@pytest.mark.parametrize("staged", [False, True])
def test_work_that_is_not_saved_is_not_gone_over(root, staged):
    (root / PAD).write_bytes(b"a: 9\n")
    if staged:
        git(root, "add", PAD)
    before = alles(root)
    with pytest.raises(ConcurrentChangeError) as caught:
        join(root)
    assert caught.value.details == (PAD,)
    assert "nazorg bewaar" in caught.value.remedy
    assert alles(root).keys() - before.keys() == {name for name in alles(root) if "/objects/" in name} - before.keys()
    assert (text(root, PAD), text(root, ANDER)) == (b"a: 9\n", OUD)


@pytest.mark.parametrize("path", [DERDE, "sub/map/x.txt"])
def test_file_that_git_does_not_know_is_not_gone_over(root, path):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(b"van mij\n")
    with pytest.raises(ConcurrentChangeError) as caught:
        join(root)
    assert caught.value.details == (path,)
    assert text(root, path) == b"van mij\n"
    assert text(root, PAD) == OUD


def test_work_that_is_not_saved_elsewhere_stays_what_it_is(root):
    (root / "nazorg.yaml").write_bytes(b"nazorg: 1\nregio: anders\n")
    (root / "kladje.txt").write_bytes(b"x")
    join(root)
    assert text(root, PAD) == b"a: 3\n"
    assert git(root, "status", "--porcelain").split() == ["M", "nazorg.yaml", "??", "kladje.txt"]


def test_file_that_git_was_told_to_pass_over_is_no_hiding_place(root):
    git(root, "update-index", "--skip-worktree", PAD)
    with pytest.raises(NazorgError, match="skip-worktree"):
        join(root)


def test_what_cannot_be_settled_waits_as_git_itself_leaves_it(root):
    commit(root, {PAD: b"a: 7\n"})
    made = join(root)
    assert (made.open, made.na) == ((PAD,), made.voor)
    status = {f"A  {DERDE}", f"D  {ANDER}", f"UU {PAD}", "A  sub/map/x.txt"}
    assert set(git(root, "status", "--porcelain", "--no-renames").splitlines()) == status
    assert git(root, "rev-parse", "MERGE_HEAD") == git(root, "rev-parse", "zij")
    (root / PAD).write_bytes(b"a: 8\n")
    git(root, "add", PAD)
    git(root, "commit", "--quiet", "--no-edit")
    assert git(root, "log", "-1", "--format=%s").strip() == "bijwerken: samengevoegd"
    assert is_clean(root)


def test_merge_that_waits_can_be_given_up(root):
    commit(root, {PAD: b"a: 7\n"})
    join(root)
    git(root, "merge", "--abort")
    assert (text(root, PAD), text(root, ANDER), text(root, DERDE)) == (b"a: 7\n", OUD, None)
    assert is_clean(root)


STAPPEN = (
    (omschakelen, "switch_files", False),
    (omschakelen, "keep", False),
    (Schrijfgit, "move", True),
    (omschakelen, "_finish", True),
    (omschakelen, "_over", True),
)


def _once(step):
    """``step`` at the start, and nobody to clear up after the kill."""
    turns = iter(range(9))

    def recovering(*arguments, **named):
        if next(turns):
            raise WriteError("x")
        return step(*arguments, **named)

    return recovering


def killed(root, monkeypatch, where, name, *, after):
    """``join`` that dies before ``name``, or after it, and leaves everything as it is."""
    real = getattr(where, name)

    def dying(*arguments, **named):
        if after:
            real(*arguments, **named)
        raise DoodError

    with monkeypatch.context() as patch:
        patch.setattr(where, name, dying)
        patch.setattr("nazorg.transactie.samenvoeging.recover", _once(recover))
        with pytest.raises(DoodError):
            join(root)


@pytest.mark.parametrize(("where", "name", "moved"), STAPPEN, ids=lambda value: str(getattr(value, "__name__", value)))
@pytest.mark.parametrize("after", [False, True])
def test_process_that_is_killed_leaves_all_or_nothing_at_the_next_start(root, monkeypatch, where, name, moved, after):
    head = git(root, "rev-parse", "main").strip()
    killed(root, monkeypatch, where, name, after=after)
    recover_left_behind(root)
    if git(root, "rev-parse", "main").strip() == head:
        assert not (moved and after)
        check_back(root, head)
        join(root)
    check_there(root)


def test_process_that_is_killed_while_a_merge_comes_to_wait_leaves_it_waiting_or_nothing(root, monkeypatch):
    commit(root, {PAD: b"a: 7\n"})
    for name, after in (("_open_merge", False), ("_open_merge", True), ("_finish", True)):
        killed(root, monkeypatch, omschakelen, name, after=after)
        recover_left_behind(root)
        waits = (root / ".git/MERGE_HEAD").exists()
        assert waits is after
        assert text(root, DERDE) == (OUD if waits else None)
        if waits:
            assert f"UU {PAD}" in git(root, "status", "--porcelain")
            git(root, "merge", "--abort")
        assert is_clean(root)


def test_file_that_was_half_written_when_git_died_is_put_back(root, monkeypatch):
    head = git(root, "rev-parse", "main").strip()
    killed(root, monkeypatch, omschakelen, "keep", after=False)
    (root / PAD).write_bytes(b"a:")
    (root / DERDE).write_bytes(b"")
    recover_left_behind(root)
    check_back(root, head)


def test_work_done_after_the_kill_is_kept_when_the_rest_goes_back(root, monkeypatch):
    killed(root, monkeypatch, omschakelen, "keep", after=False)
    (root / PAD).write_bytes(b"a: van mij\n")
    recover_left_behind(root)
    assert (text(root, PAD), text(root, ANDER), text(root, DERDE)) == (b"a: van mij\n", OUD, None)


def test_disk_that_refuses_half_way_changes_nothing(root, monkeypatch):
    head = git(root, "rev-parse", "main").strip()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(omschakelen, "keep", full)
    with pytest.raises(WriteError, match="schijf is vol") as caught:
        join(root)
    assert caught.value.remedy == "Er is niets veranderd."
    check_back(root, head)


def test_note_of_another_about_a_file_elsewhere_is_not_followed(root, tmp_path):
    outside = tmp_path / "buiten.txt"
    outside.write_bytes(OUD)
    (root / "dossiers/2026").rename(tmp_path / "2026")
    (root / "dossiers/2026").symlink_to(tmp_path / "2026")
    head = git(root, "rev-parse", "main").strip()
    zij = git(root, "rev-parse", "zij").strip()
    (root / ".git/nazorg").mkdir(exist_ok=True)
    note = {"versie": 1, "teken": "deadbeef", "ref": "refs/heads/main", "van": zij, "boom": head, "naar": head}
    (root / ".git/nazorg/overgang.json").write_text(json.dumps(note | {"ander": head, "open": []}))
    (root / ".git/index.lock").write_text("nazorg deadbeef\n")
    recover_left_behind(root)
    assert (tmp_path / "2026/NZ-2026-d3eu9g.yaml").exists()
    assert outside.read_bytes() == OUD


@pytest.mark.parametrize("note", ["", "{}", "[]", '{"versie": 1}', '{"versie": 1, "open": [[1]]}'])
def test_note_that_is_none_of_ours_is_told_of(root, note):
    (root / ".git/nazorg").mkdir()
    (root / ".git/nazorg/overgang.json").write_text(note)
    with pytest.raises(WriteError, match="niet te lezen"):
        join(root)
    assert subprocess.run(["git", "status"], cwd=root, check=True, capture_output=True).returncode == 0
