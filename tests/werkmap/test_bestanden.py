"""Replacing a file: wholly or not at all, with its rights, and never over the work of someone else."""

import os
import stat

import pytest

from nazorg.errors import WriteError
from nazorg.werkmap import bestanden, replace_file


@pytest.fixture
def target(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"oud\n")
    return file


def test_file_holds_the_new_bytes_and_nothing_is_left_beside_it(target):
    replace_file(target, b"nieuw\r\n\xff")
    assert target.read_bytes() == b"nieuw\r\n\xff"
    assert list(target.parent.iterdir()) == [target]


def test_file_that_was_not_there_is_made(tmp_path):
    replace_file(tmp_path / "nieuw.yaml", b"a")
    assert (tmp_path / "nieuw.yaml").read_bytes() == b"a"


@pytest.mark.skipif(os.name == "nt", reason="no such rights here")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444])
def test_rights_of_the_file_are_kept(target, mode):
    target.chmod(mode)
    replace_file(target, b"nieuw")
    assert stat.S_IMODE(target.stat().st_mode) == mode


@pytest.mark.skipif(os.name == "nt", reason="no such rights here")
def test_new_file_has_the_rights_that_any_new_file_gets(tmp_path):
    (tmp_path / "gewoon").write_bytes(b"")
    replace_file(tmp_path / "nieuw", b"")
    assert (tmp_path / "nieuw").stat().st_mode == (tmp_path / "gewoon").stat().st_mode


def test_link_stays_a_link_and_its_target_is_replaced(target):
    link = target.with_name("link.yaml")
    link.symlink_to(target.name)
    replace_file(link, b"nieuw")
    assert link.is_symlink()
    assert target.read_bytes() == b"nieuw"


@pytest.mark.parametrize("step", ["replace", "fsync", "chmod"])
@pytest.mark.parametrize("error", [OSError(28, "vol"), KeyboardInterrupt()])
def test_failure_at_any_step_leaves_the_old_file_and_nothing_else(target, monkeypatch, step, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(bestanden.os, step, fail)
    with pytest.raises(WriteError if isinstance(error, OSError) else KeyboardInterrupt):
        replace_file(target, b"nieuw")
    monkeypatch.undo()
    assert target.read_bytes() == b"oud\n"
    assert list(target.parent.iterdir()) == [target]


def test_reader_sees_old_or_new_and_never_half(target, monkeypatch):
    seen = []
    replace = os.replace

    def look(source, destination):
        seen.append(target.read_bytes())
        replace(source, destination)
        seen.append(target.read_bytes())

    monkeypatch.setattr(bestanden.os, "replace", look)
    replace_file(target, b"nieuw" * 10_000)
    assert seen == [b"oud\n", b"nieuw" * 10_000]


def test_new_bytes_are_on_disk_before_they_get_the_name(target, monkeypatch):
    steps = []
    for step in ("fsync", "replace"):
        real = getattr(os, step)
        monkeypatch.setattr(
            bestanden.os, step, lambda *args, _step=step, _real=real: (steps.append(_step), _real(*args))[1]
        )
    replace_file(target, b"nieuw")
    assert steps == (["fsync", "replace"] if os.name == "nt" else ["fsync", "replace", "fsync"])


def test_folder_that_is_not_there_is_a_failure_in_dutch(tmp_path):
    with pytest.raises(WriteError, match="kon niet geschreven worden"):
        replace_file(tmp_path / "nergens" / "a.yaml", b"nieuw")


@pytest.mark.parametrize("place", ["agendas/a.md", "map/a.md", ".git/config"])
def test_nothing_is_written_through_a_link_out_of_the_werkmap_or_into_git(tmp_path, place):
    regio, secret = tmp_path / "regio", tmp_path / "geheim"
    (regio / "agendas").mkdir(parents=True)
    (regio / ".git").mkdir()
    secret.mkdir()
    (secret / "a.md").write_text("blijft")
    (regio / "agendas" / "a.md").symlink_to(secret / "a.md")
    (regio / "map").symlink_to(secret, target_is_directory=True)
    with pytest.raises(WriteError):
        replace_file(regio / place, b"weg", within=regio)
    assert (secret / "a.md").read_text() == "blijft"


def test_what_is_no_file_is_not_replaced_by_one(tmp_path):
    (tmp_path / "map").mkdir()
    with pytest.raises(WriteError):
        replace_file(tmp_path / "map", b"x")
    assert (tmp_path / "map").is_dir()
