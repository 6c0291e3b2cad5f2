"""The files of a werkmap as they stood in git."""

import os
from datetime import date

import pytest
from fabriek_git import commit, git

from nazorg.errors import NazorgError, UsageError
from nazorg.gitrepo import open_revisie
from nazorg.werkmap import Werkmap


def test_revision_gives_what_stood_in_it_and_not_what_stands_there_now(tmp_path):
    first = commit(tmp_path, {"dossiers/a.yaml": "a: 1\n"})
    commit(tmp_path, {"dossiers/a.yaml": "a: 2\n", "dossiers/b.yaml": "b: 1\n"})
    then, now = open_revisie(tmp_path, first), open_revisie(tmp_path, "HEAD")
    assert (list(then.paths("dossiers")), then.read("dossiers/a.yaml").data) == (["dossiers/a.yaml"], b"a: 1\n")
    assert (list(now.paths("dossiers"))[1:], now.read("dossiers/a.yaml").data) == (["dossiers/b.yaml"], b"a: 2\n")


def test_day_means_the_last_commit_before_it_began(tmp_path):
    first = commit(tmp_path, {"a.yaml": "1"}, op="2026-09-30T23:59:00")
    commit(tmp_path, {"a.yaml": "2"}, op="2026-10-01T00:01:00")
    assert open_revisie(tmp_path, date(2026, 10, 1)).commit == first


def test_day_follows_the_first_parents(tmp_path):
    first = commit(tmp_path, {"a.yaml": "1"}, op="2026-09-01T12:00:00")
    git(tmp_path, "checkout", "--quiet", "-b", "zij")
    commit(tmp_path, {"b.yaml": "1"}, op="2026-09-10T12:00:00")
    git(tmp_path, "checkout", "--quiet", "main")
    git(tmp_path, "merge", "--quiet", "--no-ff", "--message", "x", "zij", op="2026-10-05T12:00:00")
    assert open_revisie(tmp_path, date(2026, 10, 1)).commit == first


def test_werkmap_in_a_folder_of_a_repository_sees_its_own_files_only(tmp_path):
    commit(tmp_path, {"regio/dossiers/a.yaml": "a: 1\n", "dossiers/b.yaml": "b: 1\n"})
    revisie = open_revisie(tmp_path / "regio", "HEAD")
    assert list(revisie.paths("dossiers")) == ["dossiers/a.yaml"]
    assert revisie.read("dossiers/a.yaml").data == b"a: 1\n"


def test_revision_and_work_tree_list_the_same_paths_in_the_same_order(tmp_path):
    names = [
        "2026/b.yaml",
        "2026/a.yml",
        "2026/.c.yaml",
        ".x/d.yaml",
        "e.YAML",
        "2026-x/f.yaml",
        "2026/g.txt",
        "é ü.yaml",
    ]
    commit(tmp_path, {f"dossiers/{name}": "a: 1\n" for name in names})
    revisie, werkmap = open_revisie(tmp_path, "HEAD"), Werkmap(tmp_path)
    assert list(revisie.paths("dossiers")) == list(werkmap.paths("dossiers"))
    assert [revisie.read(path) for path in revisie.paths("dossiers")] == [
        werkmap.read(path) for path in werkmap.paths("dossiers")
    ]


def test_link_is_no_file_and_a_path_that_is_not_there_says_so(tmp_path):
    commit(tmp_path, {"a.yaml": "a: 1\n"})
    os.symlink("a.yaml", tmp_path / "b.yaml")
    commit(tmp_path, {})
    revisie = open_revisie(tmp_path, "HEAD")
    assert (revisie.read("b.yaml").problem, revisie.read("c.yaml").problem) == ("geen_bestand", "niet_gevonden")


@pytest.mark.parametrize("versie", ["bestaatniet", "-x", "--all", "HEAD:a.yaml", "", date(2026, 1, 1)])
def test_version_that_is_not_there_is_refused(tmp_path, versie):
    commit(tmp_path, {"a.yaml": "1"})
    with pytest.raises(UsageError):
        open_revisie(tmp_path, versie)


def test_folder_without_git_has_no_versions(tmp_path):
    with pytest.raises(NazorgError):
        open_revisie(tmp_path, "HEAD")


def test_replaced_objects_and_programs_of_the_repository_have_no_say(tmp_path):
    first = commit(tmp_path, {"a.yaml": "a: 1\n"})
    other = commit(tmp_path, {"a.yaml": "a: 2\n"})
    git(tmp_path, "replace", first, other)
    git(tmp_path, "config", "core.fsmonitor", f"touch {tmp_path}/gedraaid; false")
    assert open_revisie(tmp_path, first).read("a.yaml").data == b"a: 1\n"
    assert not (tmp_path / "gedraaid").exists()
