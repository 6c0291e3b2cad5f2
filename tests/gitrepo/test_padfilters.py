"""The filters in git's commit graph: there after writing, wide enough, and led nowhere."""

from pathlib import Path

import pytest
from fabriek_git import commit, git

from nazorg.gitrepo.padfilters import BITS, filter_bits, keep_path_filters, write_path_filters


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    commit(tmp_path / "r", {"dossiers/2026/a.yaml": "a"})
    return tmp_path / "r"


def test_written_filters_are_wide_enough_and_stay_so_when_git_writes_its_graph_again(folder: Path) -> None:
    assert filter_bits(folder) is None
    assert write_path_filters(folder)
    assert filter_bits(folder) == BITS
    commit(folder, {"dossiers/2026/b.yaml": "b"})
    git(folder, "commit-graph", "write", "--reachable")
    assert filter_bits(folder) == BITS
    assert write_path_filters(folder)
    git(folder, "commit-graph", "verify")


def test_filters_are_written_again_after_many_commits_and_not_after_a_few(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nazorg.gitrepo.padfilters.VEEL", 2)
    first = git(folder, "rev-parse", "HEAD").strip()
    for _ in range(2):
        last = commit(folder, {"dossiers/2026/b.yaml": "b"})
    assert not keep_path_filters(folder, first, last)
    assert filter_bits(folder) is None
    last = commit(folder, {"dossiers/2026/b.yaml": "c"})
    assert keep_path_filters(folder, first, last)
    assert filter_bits(folder) == BITS
    assert keep_path_filters(folder, None, last)
    assert not keep_path_filters(folder, "nothing", last)


@pytest.mark.parametrize("how", [(), ("--split",)])
def test_narrow_filters_of_git_itself_are_replaced(folder: Path, how: tuple[str, ...]) -> None:
    git(folder, "commit-graph", "write", "--reachable", "--changed-paths", *how)
    assert filter_bits(folder) == 10
    assert write_path_filters(folder)
    assert filter_bits(folder) == BITS
    git(folder, "commit-graph", "verify")


@pytest.mark.parametrize("name", ["info", "info/commit-graphs", "info/commit-graph"])
def test_link_in_a_received_repository_is_not_followed(folder: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "buiten"
    outside.mkdir()
    place = folder / ".git/objects" / name
    if place.is_dir():
        place.rename(tmp_path / "was")
    place.symlink_to(outside)
    assert not write_path_filters(folder)
    assert list(outside.iterdir()) == []


def test_folder_without_git_or_without_a_commit_is_no_failure(tmp_path: Path) -> None:
    assert not write_path_filters(tmp_path)
    git(tmp_path, "init", "--quiet")
    write_path_filters(tmp_path)
    commit(tmp_path, {"a.yaml": "a"})
    assert git(tmp_path, "log", "--format=%s", "--", "a.yaml") == "x\n"


def test_graph_that_is_none_says_nothing(folder: Path) -> None:
    info = folder / ".git/objects/info"
    info.mkdir(exist_ok=True)
    for data in (b"", b"CGPH", b"CGPH\1\1\xff\0" + b"BDAT" * 9, b"x" * 300):
        (info / "commit-graph").write_bytes(data)
        filter_bits(folder)
