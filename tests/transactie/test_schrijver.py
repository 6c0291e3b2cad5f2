"""One operation becomes one commit with the files that it names, in whatever kind of place the werkmap lies."""

import errno
import os
import stat

import pytest
from fabriek_git import commit, git

from nazorg.errors import ConcurrentChangeError, RepositoryError, WriteError
from nazorg.transactie import Bestandswijziging, Operatie, recover_left_behind, transactie

from .fabriek import ANDER, NIEUW, OUD, PAD, alles, in_head, los, operatie, schrijf, status, werkmap


def test_operation_is_one_commit_with_its_message_and_leaves_nothing_behind(tmp_path):
    root = werkmap(tmp_path / "w")
    made = schrijf(root)
    assert (root / PAD).read_bytes() == in_head(root) == NIEUW
    assert git(root, "rev-parse", "HEAD").strip() == made.commit
    assert git(root, "log", "-1", "--format=%B").strip() == "zet NZ-2026-k7f3mq: a\n\nDossier: NZ-2026-k7f3mq"
    assert git(root, "show", "--name-only", "--format=", "HEAD").split() == [PAD]
    assert (status(root), made.restwerk) == ([], False)
    assert {path.name for path in (root / ".git" / "nazorg").iterdir()} == {"slot", "bezig"}


def test_files_are_made_changed_and_taken_away_in_one_commit(tmp_path):
    root = werkmap(tmp_path / "w")
    fresh = "dossiers/2027/NZ-2027-a2bc3d.yaml"
    schrijf(root, {PAD: NIEUW, ANDER: None, fresh: b"b: 1\n"})
    assert git(root, "show", "--name-status", "--no-renames", "--format=", "HEAD").split() == [
        "D",
        ANDER,
        "M",
        PAD,
        "A",
        fresh,
    ]
    assert status(root) == []


def test_several_operations_in_one_turn_are_as_many_commits(tmp_path):
    root = werkmap(tmp_path / "w")
    with transactie(root) as schrijver:
        for number in range(3):
            schrijver.write(operatie(root, {PAD: f"a: {number + 5}\n".encode()}))
    assert git(root, "rev-list", "--count", "HEAD").strip() == "4"
    assert status(root) == []


def test_what_the_last_commit_has_already_makes_no_commit(tmp_path):
    root = werkmap(tmp_path / "w")
    before = alles(root)
    assert schrijf(root, {PAD: OUD}).commit is None
    assert alles(root) == before


def test_what_was_changed_by_hand_is_committed_as_it_stands(tmp_path):
    root = werkmap(tmp_path / "w")
    (root / PAD).write_bytes(NIEUW)
    inode = (root / PAD).stat().st_ino
    assert schrijf(root).commit
    assert (in_head(root), status(root), (root / PAD).stat().st_ino) == (NIEUW, [], inode)


def test_werkmap_in_a_folder_of_a_repository_commits_its_own_file(tmp_path):
    top = tmp_path / "top"
    commit(top, {f"regio/{PAD}": OUD, "regio/nazorg.yaml": "nazorg: 1\n", "elders.txt": "x"})
    schrijf(top / "regio")
    assert (in_head(top, f"regio/{PAD}"), status(top)) == (NIEUW, [])


def test_second_work_tree_gets_the_commit_on_its_own_branch(tmp_path):
    root = werkmap(tmp_path / "w")
    before = git(root, "rev-parse", "main")
    git(root, "worktree", "add", "--quiet", "-b", "tweede", "../tweede")
    tweede = tmp_path / "tweede"
    schrijf(tweede)
    assert (in_head(tweede), status(tweede)) == (NIEUW, [])
    assert (git(root, "rev-parse", "main"), status(root)) == (before, [])


def test_branch_without_a_commit_gets_its_first(tmp_path):
    root = los(tmp_path / "w")
    git(root, "init", "--quiet")
    schrijf(root)
    assert git(root, "show", "--name-only", "--format=%P", "HEAD").split() == [PAD]
    assert status(root) == [f"?? {ANDER}", "?? nazorg.yaml"]


def test_plain_folder_is_written_without_a_commit_and_nothing_stays_beside_the_files(tmp_path):
    root = los(tmp_path / "w")
    assert schrijf(root).commit is None
    assert (root / PAD).read_bytes() == NIEUW
    assert sorted(path.name for path in (root / PAD).parent.iterdir()) == ["NZ-2026-d3eu9g.yaml", "NZ-2026-k7f3mq.yaml"]
    assert not (root / ".git").exists()


def test_repository_with_long_ids_works_as_well(tmp_path):
    root = los(tmp_path / "w")
    git(root, "init", "--quiet", "--object-format=sha256")
    commit(root, {})
    made = schrijf(root)
    assert made.commit is not None
    assert (len(made.commit), in_head(root), status(root)) == (64, NIEUW, [])


@pytest.mark.parametrize("how", ["autocrlf", "eol=lf", "text", "auto", "crlf", "crlf=input"])
def test_line_ends_stay_in_the_work_tree_and_git_gets_its_own(tmp_path, how):
    root = werkmap(tmp_path / "w")
    if how == "autocrlf":
        git(root, "config", "core.autocrlf", "true")
    else:
        rule = {"eol=lf": "text eol=lf", "auto": "text=auto"}.get(how, how)
        commit(root, {".gitattributes": f"*.yaml {rule}\n"})
    (root / PAD).write_bytes(b"a: 1\r\n")
    schrijf(root, {PAD: b"a: 2\r\n"})
    assert ((root / PAD).read_bytes(), in_head(root), status(root)) == (b"a: 2\r\n", NIEUW, [])


def test_line_ends_that_git_has_itself_stay_in_git(tmp_path):
    root = werkmap(tmp_path / "w")
    commit(root, {PAD: b"a: 1\r\n"})
    schrijf(root, {PAD: b"a: 2\r\n"})
    assert ((root / PAD).read_bytes(), in_head(root), status(root)) == (b"a: 2\r\n", b"a: 2\r\n", [])


def test_bom_is_a_byte_like_any_other(tmp_path):
    root = werkmap(tmp_path / "w")
    data = b"\xef\xbb\xbfa: 2\n"
    schrijf(root, {PAD: data})
    assert ((root / PAD).read_bytes(), in_head(root), status(root)) == (data, data, [])


def test_what_the_user_has_staged_of_other_files_stays_staged_and_out_of_the_commit(tmp_path):
    root = werkmap(tmp_path / "w")
    (root / ANDER).write_bytes(b"a: 7\n")
    (root / "nieuw.txt").write_text("x", encoding="utf-8")
    git(root, "add", "--all")
    (root / ANDER).write_bytes(b"a: 8\n")
    schrijf(root)
    assert status(root) == [f"MM {ANDER}", "A  nieuw.txt"]
    assert git(root, "show", "--name-only", "--format=", "HEAD").split() == [PAD]


def test_what_the_user_changed_in_the_moment_that_it_was_staged_still_shows(tmp_path):
    root = werkmap(tmp_path / "w")
    git(root, "config", "core.trustctime", "false")
    moment = 1_790_000_000_000_000_000
    for data in (b"a: 7\n", b"a: 8\n"):  # as long, and at the same time
        (root / ANDER).write_bytes(data)
        os.utime(root / ANDER, ns=(moment, moment))
        if data == b"a: 7\n":
            git(root, "add", ANDER)
    os.utime(root / ".git" / "index", ns=(moment, moment))
    schrijf(root)
    assert status(root) == [f"MM {ANDER}"]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no modes")
def test_mode_of_a_file_is_kept_on_disk_and_in_git(tmp_path):
    root = werkmap(tmp_path / "w")
    (root / PAD).chmod(0o755)
    commit(root, {})
    (root / ANDER).chmod(0o640)
    schrijf(root, {PAD: NIEUW, ANDER: NIEUW})
    assert git(root, "ls-tree", "HEAD", PAD).startswith("100755")
    assert [stat.S_IMODE((root / path).stat().st_mode) for path in (PAD, ANDER)] == [0o755, 0o640]
    assert status(root) == []


@pytest.mark.skipif(os.name == "nt", reason="no hooks of this kind")
def test_no_hook_of_the_repository_runs(tmp_path):
    root = werkmap(tmp_path / "w")
    ran = tmp_path / "ran"
    hooks = root / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in (
        *("pre-commit", "commit-msg", "prepare-commit-msg", "post-commit", "pre-applypatch", "post-index-change"),
        *("reference-transaction", "post-checkout", "post-rewrite", "fsmonitor-watchman", "pre-auto-gc", "update"),
    ):
        (hooks / name).write_text(f"#!/bin/sh\necho {name} >>{ran}\nexit 1\n", encoding="utf-8")
        (hooks / name).chmod(0o755)
    schrijf(root)
    assert in_head(root) == NIEUW
    assert not ran.exists()


def test_file_that_changed_since_it_was_read_is_left_alone(tmp_path):
    root = werkmap(tmp_path / "w")
    planned = operatie(root, {ANDER: NIEUW, PAD: NIEUW})
    (root / PAD).write_bytes(b"a: 3\n")
    before = alles(root)
    with transactie(root) as schrijver, pytest.raises(ConcurrentChangeError, match="intussen"):
        schrijver.write(planned)
    assert alles(root) == before


@pytest.mark.parametrize("place", [werkmap, los])
def test_file_that_changes_while_we_write_is_left_alone_and_the_others_come_back(tmp_path, monkeypatch, place):
    root = place(tmp_path / "w")
    before = alles(root)
    monkeypatch.setattr("nazorg.transactie.schrijver.check_unchanged", lambda *_: None)
    planned = operatie(root, {ANDER: NIEUW, PAD: NIEUW})
    (root / PAD).write_bytes(b"a: 3\n")
    with transactie(root) as schrijver, pytest.raises(ConcurrentChangeError):
        schrijver.write(planned)
    (root / PAD).write_bytes(OUD)
    assert alles(root) == before


@pytest.mark.parametrize(
    "path", ["../buiten.yaml", "/etc/x.yaml", ".git/config", "a//b.yaml", "dossiers/../../b.yaml", "sub/.git/hooks/x"]
)
def test_path_that_leads_out_of_the_werkmap_is_refused(tmp_path, path):
    root = werkmap(tmp_path / "w")
    before = alles(tmp_path)
    with transactie(root) as schrijver, pytest.raises(WriteError):
        schrijver.write(Operatie((Bestandswijziging(path, None, NIEUW),), "x"))
    assert alles(tmp_path) == before


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
@pytest.mark.parametrize("link", ["file", "folder"])
def test_link_is_not_followed(tmp_path, link):
    root = werkmap(tmp_path / "w")
    outside = tmp_path / "buiten"
    outside.mkdir()
    (outside / "x.yaml").write_bytes(OUD)
    if link == "file":
        (root / "dossiers" / "x.yaml").symlink_to(outside / "x.yaml")
    else:
        (root / "dossiers" / "map").symlink_to(outside)
    path = "dossiers/x.yaml" if link == "file" else "dossiers/map/x.yaml"
    with transactie(root) as schrijver, pytest.raises(WriteError, match="snelkoppeling"):
        schrijver.write(operatie(root, {path: NIEUW}))
    assert (outside / "x.yaml").read_bytes() == OUD


def test_interrupt_while_writing_leaves_all_as_it_was(tmp_path, monkeypatch):
    root = werkmap(tmp_path / "w")
    before = alles(root)

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("nazorg.transactie.vastlegging.Vastlegging.move", interrupted)
    with pytest.raises(KeyboardInterrupt):
        schrijf(root)
    after = {path: held for path, held in alles(root).items() if "/objects/" not in path}
    assert after == {path: held for path, held in before.items() if "/objects/" not in path}


@pytest.mark.parametrize("place", [werkmap, los])
def test_disk_that_goes_on_refusing_leaves_nothing_of_a_write_that_was_refused(tmp_path, monkeypatch, place):
    root = place(tmp_path / "w")
    before = alles(root / "dossiers")

    def refuses(_):
        raise OSError(errno.EIO, "x")

    with monkeypatch.context() as patched:
        patched.setattr("nazorg.transactie.wissel.sync_folder", refuses)
        with pytest.raises(WriteError, match="de computer meldt fout 5"):
            schrijf(root)
    recover_left_behind(root)
    assert alles(root / "dossiers") == before


def test_plain_folder_that_cannot_be_cleared_up_keeps_what_was_confirmed(tmp_path, monkeypatch):
    root = los(tmp_path / "w")

    def refuses(*_):
        raise OSError(errno.EIO, "x")

    with monkeypatch.context() as patched:
        patched.setattr("nazorg.transactie.wissel.Wissel.clear", refuses)
        assert schrijf(root).restwerk
    hersteld = recover_left_behind(root)
    assert hersteld is not None
    assert (hersteld.afgemaakt, (root / PAD).read_bytes()) == (True, NIEUW)


def test_file_system_without_second_names_works_as_well(tmp_path, monkeypatch):
    root = werkmap(tmp_path / "w")

    def refuses(*_):
        raise PermissionError(errno.EPERM, "x")

    monkeypatch.setattr("os.link", refuses)
    schrijf(root)
    assert (in_head(root), status(root)) == (NIEUW, [])
    (root / ".git" / "index.lock").write_bytes(b"")
    with pytest.raises(RepositoryError, match=r"index\.lock"):
        schrijf(root, {PAD: OUD})
