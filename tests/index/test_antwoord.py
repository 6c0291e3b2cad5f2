"""The index as a file: found again, never trusted too far, never in the way."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from fabriek_git import commit, git
from register.fabriek import PEILDATUM, REGIO, dossier, onderdak, write

from nazorg.begrippen.bron import Bestand
from nazorg.errors import RepositoryError
from nazorg.index import antwoord, bestand, bijwerken
from nazorg.index import stempel as stempels
from nazorg.register import Filter, Soort, acties_from_index
from nazorg.register.lezer import Registerlezer
from nazorg.werkmap import Werkmap

from .fabriek import KAPOT, by_files, by_index, index_of, mark_of, text_of

EEN = "dossiers/2026/NZ-2026-aaaaa1.yaml"
TWEE = "dossiers/2026/NZ-2026-bbbbb2.yaml"
FILES = {
    "nazorg.yaml": REGIO,
    EEN: text_of("aaaaa1", "", "in_detentie", ("uiterlijk: 2026-11-10",)),
    TWEE: KAPOT,
}


@pytest.fixture
def folder(tmp_path):
    """A werkmap in git with a dossier that can be read and one that cannot."""
    commit(tmp_path / "regio", FILES)
    return tmp_path / "regio"


@pytest.fixture
def plain(tmp_path):
    """The same in a folder without git."""
    return write(tmp_path / "los", *((path, text) for path, text in FILES.items() if path != "nazorg.yaml"))


@contextmanager
def counting():
    """Gives the paths of the dossiers that are read for the index meanwhile."""
    seen: list[str] = []
    real = Registerlezer.inhoud

    def inhoud(self, instellingen, gelezen):
        seen.append(gelezen.path)
        return real(self, instellingen, gelezen)

    with patch.object(Registerlezer, "inhoud", inhoud):
        yield seen


def test_unreadable_dossier_is_named_on_the_second_run_too_and_not_read_again(folder):
    assert [one.pad for one in by_index(folder).onleesbaar] == [TWEE]
    with counting() as seen:
        assert by_index(folder) == by_files(folder)
    assert seen == []


def test_file_that_is_old_enough_is_not_even_opened(folder):
    with patch.object(bijwerken, "time_ns", lambda: 2**62):
        by_index(folder)
        with patch("nazorg.werkmap.map._read", side_effect=AssertionError):
            assert by_index(folder).acties


def test_file_that_changed_just_now_is_read_again_until_its_time_tells(folder):
    now = (folder / EEN).stat().st_ctime_ns
    with patch.object(bijwerken, "time_ns", lambda: now + stempels.JONG - 1):
        by_index(folder)
        text = (folder / EEN).read_text()
        real = os.lstat
        frozen = real(folder / EEN)
        (folder / EEN).write_text(text.replace("2026-11-10", "2026-11-11"))  # the same size, within the same tick
        with patch.object(
            stempels.os, "lstat", lambda file: frozen if str(file).endswith("aaaaa1.yaml") else real(file)
        ):
            assert by_index(folder) == by_files(folder)


@pytest.mark.parametrize("shift", [0, -(10**15), 10**15], ids=["the same", "backwards", "forwards"])
def test_edit_of_the_same_size_is_seen_whatever_time_the_file_says(folder, shift):
    file = folder / EEN
    with patch.object(bijwerken, "time_ns", lambda: 2**62):
        by_index(folder)
        before = file.stat()
        file.write_text(FILES[EEN].replace("2026-11-10", "2026-11-11"))
        while file.stat().st_ctime_ns == before.st_ctime_ns or file.stat().st_mtime_ns != before.st_mtime_ns + shift:
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + shift))
        assert file.stat().st_size == before.st_size
        assert by_index(folder) == by_files(folder)


def test_file_that_could_not_be_read_is_tried_again_though_it_did_not_change(folder):
    real = Werkmap.read

    def closed(self, path):
        return Bestand(path, None, "geen_toegang") if path == EEN else real(self, path)

    with patch.object(bijwerken, "time_ns", lambda: 2**62):
        with patch.object(Werkmap, "read", closed):
            assert [one.pad for one in by_index(folder).onleesbaar] == [EEN, TWEE]
        assert by_index(folder) == by_files(folder)


def test_only_what_changed_is_read_and_a_checkout_finds_what_was_read_before(folder):
    by_index(folder)
    git(folder, "checkout", "--quiet", "-b", "anders")
    with counting() as seen:
        commit(folder, {EEN: FILES[EEN].replace("11-10", "11-12")})
        assert by_index(folder) == by_files(folder)
        assert seen == [EEN]
        git(folder, "checkout", "--quiet", "main")
        assert by_index(folder) == by_files(folder)
        git(folder, "merge", "--quiet", "anders")
        assert by_index(folder) == by_files(folder)
    assert seen == [EEN]


def test_dossier_that_moves_to_another_folder_is_not_read_again(folder):
    by_index(folder)
    (folder / "dossiers/oud").mkdir()
    (folder / EEN).rename(folder / "dossiers/oud/NZ-2026-aaaaa1.yaml")
    with counting() as seen:
        assert by_index(folder) == by_files(folder)
    assert seen == []


@pytest.mark.parametrize("change", ["regio", "programma", "bibliotheek"])
def test_other_settings_program_or_library_read_everything_anew(folder, change, monkeypatch):
    by_index(folder)
    if change == "regio":
        (folder / "nazorg.yaml").write_text(REGIO + "inkorting: 3wd\n")
    elif change == "programma":
        monkeypatch.setattr(bestand, "program_version", lambda: "een ander")
    else:
        monkeypatch.setattr("nazorg.index.versie._ANDERMANS", ("pydantic", "yaml"))
    with counting() as seen:
        assert by_index(folder) == by_files(folder)
    assert seen == [EEN, TWEE]


# Where it lies, and what it keeps


def test_index_lies_in_git_for_its_owner_alone(folder):
    by_index(folder)
    file = index_of(folder)
    assert file.parent == folder / ".git/nazorg"
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert file.stat().st_mode & 0o777 == 0o600
    assert git(folder, "status", "--porcelain") == ""


def test_index_of_a_plain_folder_lies_in_the_folder_and_holds_only_what_is_there(plain):
    by_index(plain)
    assert index_of(plain).parent == plain / ".nazorg"
    (plain / EEN).write_text(FILES[EEN].replace("stap 0", "iets anders"))
    by_index(plain)
    data = index_of(plain).read_bytes()
    assert b"iets anders" in data
    assert b"stap 0" not in data


def test_index_in_git_forgets_when_more_is_gone_than_there_is(folder):
    for number in range(4):
        (folder / EEN).write_text(FILES[EEN].replace("stap 0", f"versie {number}"))
        by_index(folder)
    data = index_of(folder).read_bytes()
    assert b"versie 3" in data
    assert b"versie 0" not in data


def test_two_werkmappen_in_one_repository_have_an_index_each(tmp_path):
    commit(tmp_path, {f"{name}/{path}": text for name in ("noord", "zuid") for path, text in FILES.items()})
    paths = set()
    for name in ("noord", "zuid"):
        assert by_index(tmp_path / name) == by_files(tmp_path / name)
        paths.add(index_of(tmp_path / name))
    assert len(paths) == 2
    assert all(path.exists() for path in paths)


def test_what_a_killed_process_left_is_removed_with_the_index_it_belonged_to(folder):
    by_index(folder)
    first = index_of(folder)
    left = [first.with_name(f"{first.name}{end}") for end in ("-wal", "-journal")]
    left.append(first.with_name(f"{mark_of(folder).stem}.0123456789abcdef.tmp"))
    for file in left:
        file.write_bytes(b"x")
    mark_of(folder).unlink()
    by_index(folder)
    assert sorted((folder / ".git/nazorg").iterdir()) == sorted([mark_of(folder), index_of(folder)])
    assert index_of(folder) != first


# Whatever is wrong with it, there is an answer


@pytest.mark.parametrize(
    "content",
    [b"", b"geen databank", bytes(8192), b"SQLite format 3\0" + bytes(4080)],
    ids=["empty", "text", "0", "head"],
)
def test_file_that_is_no_index_is_replaced(folder, content):
    by_index(folder)
    index_of(folder).write_bytes(content)
    assert by_index(folder) == by_files(folder)
    assert index_of(folder).read_bytes().startswith(b"SQLite format 3\0")
    with counting() as seen:
        by_index(folder)
    assert seen == []


def test_index_that_was_copied_or_received_is_not_taken_at_its_word(folder, tmp_path):
    by_index(folder)
    shutil.copytree(folder / ".git/nazorg", tmp_path / "kopie")
    shutil.rmtree(folder / ".git/nazorg")
    shutil.copytree(tmp_path / "kopie", folder / ".git/nazorg")
    with counting() as seen:
        assert by_index(folder) == by_files(folder)
    assert seen == [EEN, TWEE]


@pytest.mark.parametrize("what", ["file", "link", "index_is_folder"])
def test_folder_that_cannot_be_written_costs_time_and_nothing_else(folder, tmp_path, what):
    own = folder / ".git/nazorg"
    if what == "file":
        own.write_text("x")
    elif what == "link":
        (tmp_path / "elders").mkdir()
        own.symlink_to(tmp_path / "elders")
    else:
        index_of(folder).mkdir(parents=True)
    for _ in range(2):
        assert (by_index(folder) or by_files(folder)) == by_files(folder)
    assert not any((tmp_path / "elders").glob("*")) if what == "link" else True


def test_full_disk_leaves_the_answer_and_no_half_a_file(folder):
    with patch.object(bestand.os, "replace", side_effect=OSError(28, "")):
        assert by_index(folder) == by_files(folder)
    assert [path.name for path in (folder / ".git/nazorg").iterdir()] == []


@pytest.mark.parametrize("error", [sqlite3.DatabaseError("x"), sqlite3.OperationalError("x"), MemoryError()])
def test_trouble_of_sqlite_leaves_the_question_to_the_files(folder, error):
    by_index(folder)
    with patch.object(antwoord, "bring_up_to_date", side_effect=error):
        assert by_index(folder) is None
    assert by_index(folder) == by_files(folder)


def test_index_that_turns_out_harmed_half_way_is_said_and_made_anew(folder):
    lijst = acties_from_index(Werkmap(folder), PEILDATUM)
    with patch.object(antwoord, "_BEZIG", "FROM actie a, bestand b, inhoud i, weg"), pytest.raises(RepositoryError):
        list(lijst.rijen(Filter(), 7)[Soort.TE_LAAT])
    assert not mark_of(folder).exists()
    assert by_index(folder) == by_files(folder)


def test_settings_that_change_while_dossiers_are_read_are_read_again(folder):
    with patch.object(bijwerken, "time_ns", lambda: 2**62):
        by_index(folder)
        (folder / EEN).write_text(FILES[EEN].replace("stap", "slag"))
        real = bijwerken.look

        def look(werkmap, pad, *rest):
            found = real(werkmap, pad, *rest)
            if pad == "nazorg.yaml":
                (folder / pad).write_text(REGIO + "inkorting: 5wd\n")
            return found

        with patch.object(bijwerken, "look", look):
            assert by_index(folder) == by_files(folder)


def test_file_name_that_is_no_text_leaves_the_question_to_the_files(folder):
    odd = os.fsencode(folder / "dossiers") + b"/NZ-2026-\xff.yaml"
    Path(os.fsdecode(odd)).write_text(KAPOT)
    assert (by_index(folder) or by_files(folder)) == by_files(folder)


MANY = """
import sys
from datetime import date, timedelta
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from index.fabriek import by_files, by_index
folder = Path(sys.argv[1])
for turn in range(12):
    day = date(2026, 11, 20) + timedelta(days=turn)
    assert (by_index(folder, day) or by_files(folder, day)) == by_files(folder, day), turn
"""


def test_eight_processes_answer_right_while_the_index_is_deleted_and_harmed(tmp_path):
    found = [
        dossier(f"a{letter}aaa1", onderdak(f"wat: {letter}, uiterlijk: 2026-11-{20 + place}"))
        for place, letter in enumerate("bcdefgh")
    ]
    folder = write(tmp_path / "regio", *found)
    roots = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
    many = [subprocess.Popen([sys.executable, "-c", MANY, str(folder), *roots]) for _ in range(8)]
    turn = 0
    while any(one.poll() is None for one in many):
        turn += 1
        if turn % 3 == 0:
            shutil.rmtree(folder / ".nazorg", ignore_errors=True)
        elif turn % 3 == 1:
            mark_of(folder).unlink(missing_ok=True)
        else:
            index_of(folder).unlink(missing_ok=True)
        with suppress(subprocess.TimeoutExpired):
            many[turn % 8].wait(timeout=0.005)
    assert [one.returncode for one in many] == [0] * 8
    assert by_index(folder, PEILDATUM + timedelta(days=1)) == by_files(folder, PEILDATUM + timedelta(days=1))
