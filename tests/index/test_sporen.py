"""The law of what every commit touched: a history that is told by it is the history that git tells."""

import os
import shutil
from contextlib import nullcontext
from pathlib import Path
from unittest.mock import patch

import pytest
from fabriek_git import commit, git
from historie.fabriek import PAD, dossier, write
from hypothesis import given
from hypothesis import strategies as st

from nazorg.gitrepo import find_repository
from nazorg.historie import Historie
from nazorg.index import spoorvragen, sporen
from nazorg.index.ketens import Schakel, lines_of
from nazorg.index.spoorplek import spoor_path
from nazorg.index.sporen import open_sporen

from .verleden import BUITEN, GEBEURTENISSEN, PADEN, Verleden, wet


@pytest.fixture(autouse=True)
def _every_repository_is_large_enough():
    with patch.object(sporen, "VANAF", 0):
        yield


def opened(folder: Path, start: str | None = None):
    repository = find_repository(folder)
    return open_sporen(folder, repository, start or repository.head, lambda: nullcontext(lambda _done, _many: None))


def by_git(folder: Path, path: str = PAD, start: str | None = None):
    repository = find_repository(folder)
    return list(Historie(repository, start or repository.head).of_file(path))


def by_sporen(folder: Path, path: str = PAD, start: str | None = None):
    repository = find_repository(folder)
    known = opened(folder, start)
    assert known is not None
    with patch("nazorg.historie.verloop.read_commits", side_effect=AssertionError("git was asked")):
        return list(Historie(repository, start or repository.head, known).of_file(path))


def kept(folder: Path) -> bytes:
    path = spoor_path(folder)
    assert path is not None
    return path.read_bytes() if path.exists() else b""


@wet
@given(data=st.data())
def test_history_by_sporen_is_the_history_by_git_whatever_happened(tmp_path_factory, data):
    verleden = Verleden(tmp_path_factory.mktemp("wet") / "regio", data.draw)
    with patch.object(spoorvragen, "MEESTE_LOS", data.draw(st.sampled_from((0, 3)))):
        for name in data.draw(st.lists(st.sampled_from(GEBEURTENISSEN), max_size=14)):
            verleden.happen(name)
            if data.draw(st.booleans()):
                start = data.draw(st.sampled_from([*verleden.starts[-3:], verleden.starts[0]]))
                path = verleden.one()
                assert by_sporen(verleden.folder, path, start) == by_git(verleden.folder, path, start)
        for path in PADEN:
            assert by_sporen(verleden.folder, path) == by_git(verleden.folder, path)
        repository, known = find_repository(verleden.folder), opened(verleden.folder)
        assert known is not None
        assert known.removed(repository.head or "") is not None
        by_both = [Historie(repository, repository.head, one).removed_dossiers() for one in (known, None)]
        assert by_both[0] == by_both[1]


def test_commit_whose_clock_was_behind_is_not_lost(tmp_path):
    begin, later, earlier = (f"2026-10-{day}T12:00:00" for day in (10, 12, 11))
    commit(tmp_path, {PAD: dossier()}, op=begin)
    git(tmp_path, "checkout", "--quiet", "--orphan", "vreemd")
    commit(tmp_path, {PADEN[1]: dossier()}, op=begin)
    git(tmp_path, "merge", "--quiet", "-s", "ours", "--allow-unrelated-histories", "main", op=later)
    commit(tmp_path, {PAD: None}, op=earlier)
    commit(tmp_path, {BUITEN: "x"}, op=earlier)
    for moment in (later, later):
        commit(tmp_path, {BUITEN: moment}, op=moment)
        git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "x", op=moment)
    commit(tmp_path, {PAD: dossier(status="nazorg")}, op=later)
    assert [str(one.wijziging.soort) for one in by_git(tmp_path)] == [
        "toegevoegd",
        "verwijderd",
        "toegevoegd",
        "toegevoegd",
    ]
    assert by_sporen(tmp_path) == by_git(tmp_path)


def test_what_is_new_is_added_and_what_is_known_is_not_read_again(tmp_path):
    write(tmp_path, *(dossier(status=status) for status in ("aangemeld", "nazorg", "afgesloten")))
    with patch.object(spoorvragen, "MEESTE_LOS", 0):
        assert by_sporen(tmp_path) == by_git(tmp_path)
        before = kept(tmp_path)
        with patch.object(spoorvragen, "read_every", side_effect=AssertionError("git was asked")):
            by_sporen(tmp_path)
        assert kept(tmp_path) == before
        commit(tmp_path, {PAD: dossier(status="nazorg")}, op="2026-11-01T12:00:00")
        assert by_sporen(tmp_path) == by_git(tmp_path)
        assert kept(tmp_path) != before


def test_few_new_commits_are_not_worth_writing_for(tmp_path):
    write(tmp_path, *(dossier(status=status) for status in ("aangemeld", "nazorg", "afgesloten")))
    with patch.object(spoorvragen, "MEESTE_LOS", 1):
        by_sporen(tmp_path)
        before = kept(tmp_path)
        commit(tmp_path, {PAD: dossier(status="nazorg")}, op="2026-11-01T12:00:00")
        assert by_sporen(tmp_path) == by_git(tmp_path)
        assert kept(tmp_path) == before


def test_what_a_force_update_took_away_is_in_no_byte_of_the_file(tmp_path):
    write(tmp_path, dossier(status="aangemeld"))
    with patch.object(spoorvragen, "MEESTE_LOS", 0):
        secret = "dossiers/2026/NZ-2026-g3h31m.yaml"
        commit(tmp_path, {secret: dossier()}, door="Tijdelijke Collega")
        by_sporen(tmp_path)
        assert b"g3h31m" in kept(tmp_path)
        assert b"Tijdelijke Collega" in kept(tmp_path)
        git(tmp_path, "reset", "--quiet", "--hard", "HEAD~1")
        commit(tmp_path, {PAD: dossier(status="nazorg")}, op="2026-11-01T12:00:00")
        assert by_sporen(tmp_path) == by_git(tmp_path)
        assert b"g3h31m" not in kept(tmp_path)
        assert b"Tijdelijke Collega" not in kept(tmp_path)


def test_history_of_which_git_threw_the_objects_away_is_read_anew(tmp_path):
    first = write(tmp_path, dossier(status="aangemeld"), dossier(status="nazorg"))[0]
    with patch.object(spoorvragen, "MEESTE_LOS", 0):
        by_sporen(tmp_path)
        git(tmp_path, "reset", "--quiet", "--hard", first)
        commit(tmp_path, {PAD: dossier(status="afgesloten")}, op="2026-11-01T12:00:00")
        git(tmp_path, "reflog", "expire", "--expire=now", "--all")
        git(tmp_path, "gc", "--quiet", "--prune=now")
        assert by_sporen(tmp_path) == by_git(tmp_path)


def test_small_repository_gets_no_file_and_git_is_asked(tmp_path):
    write(tmp_path, dossier())
    with patch.object(sporen, "VANAF", 2):
        assert opened(tmp_path) is None
    assert not (tmp_path / ".git/nazorg").exists()


def test_shallow_copy_and_folder_without_commits_are_git_s_to_answer(tmp_path):
    write(tmp_path / "a", dossier(status="aangemeld"), dossier(status="nazorg"))
    git(tmp_path, "clone", "--quiet", "--depth=1", (tmp_path / "a").as_uri(), "b")
    assert opened(tmp_path / "b") is None
    (tmp_path / "c").mkdir()
    git(tmp_path / "c", "init", "--quiet")
    assert opened(tmp_path / "c") is None


def test_file_that_came_with_a_folder_is_not_believed(tmp_path):
    write(tmp_path / "a", dossier(status="aangemeld"), dossier(status="nazorg"))
    with patch.object(spoorvragen, "MEESTE_LOS", 0):
        by_sporen(tmp_path / "a")
        shutil.copytree(tmp_path / "a", tmp_path / "b", symlinks=True)
        with patch.object(spoorvragen, "read_every", side_effect=OSError("read anew")) as read:
            assert opened(tmp_path / "b") is None
        assert read.called


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links")
@pytest.mark.parametrize("what", [".git", ".git/nazorg", "file", "mark"])
def test_link_in_a_received_folder_is_not_followed(tmp_path, what):
    folder, outside = tmp_path / "regio", tmp_path / "buiten"
    write(folder, dossier(status="aangemeld"), dossier(status="nazorg"))
    with patch.object(spoorvragen, "MEESTE_LOS", 0):
        by_sporen(folder)
        path = spoor_path(folder)
        assert path is not None
        place = {"file": path, "mark": path.with_suffix(".merk")}.get(what, folder / what)
        place.rename(outside)
        place.symlink_to(outside)
        before = sorted((one.name, one.stat().st_mtime_ns) for one in tmp_path.glob("buiten*/**/*"))
        commit(folder, {PAD: dossier(status="afgesloten")}, op="2026-11-01T12:00:00")
        known = opened(folder)
        repository = find_repository(folder)
        assert list(Historie(repository, repository.head, known).of_file(PAD)) == by_git(folder)
        if what == ".git/nazorg":
            assert sorted((one.name, one.stat().st_mtime_ns) for one in tmp_path.glob("buiten*/**/*")) == before
        if what == ".git":
            assert known is None


def test_file_is_for_its_owner_alone(tmp_path):
    write(tmp_path, dossier(), dossier(status="nazorg"))
    with patch.object(spoorvragen, "MEESTE_LOS", 0):
        by_sporen(tmp_path)
    assert {oct(one.stat().st_mode & 0o777) for one in (tmp_path / ".git/nazorg").iterdir()} == {"0o600"}


def test_folder_that_cannot_be_written_gets_the_answer_all_the_same(tmp_path):
    write(tmp_path, dossier(), dossier(status="nazorg"))
    with patch.object(spoorvragen, "save", side_effect=PermissionError), patch.object(spoorvragen, "MEESTE_LOS", 0):
        assert by_sporen(tmp_path) == by_git(tmp_path)


def test_merge_of_lines_that_hold_the_same_joins_nothing():
    ketens = {1: (), 2: (Schakel(1, 0),), 3: (Schakel(1, 0),), 4: (Schakel(2, 0), Schakel(3, 0))}
    start, first = Schakel(4, 1), Schakel(1, 0)
    assert lines_of(ketens, start, [first, start]) == {first: (), start: (first,)}
    joined = lines_of(ketens, start, [first, Schakel(2, 0), start])
    assert joined[start] == (Schakel(4, 0),)
    assert joined[Schakel(4, 0)] == (Schakel(2, 0), first)
