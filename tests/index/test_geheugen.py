"""The law of what was kept of the past: a history that is told by it is the history that git tells."""

import gc
import shutil
from contextlib import AbstractContextManager
from pathlib import Path
from unittest.mock import patch

import pytest
from fabriek_git import commit, git
from historie.fabriek import PAD, dossier, write
from hypothesis import given
from hypothesis import strategies as st
from register.fabriek import PEILDATUM, REGIO, onderdak
from register.fabriek import dossier as in_full

from nazorg.gitrepo import find_repository, open_revisie
from nazorg.historie import Gebeurtenis, Historie, versies
from nazorg.historie.geheugen import Deel, Verteld, recall_verhaal, remember_verhaal
from nazorg.index.bestand import open_index
from nazorg.index.geheugen import open_geheugen
from nazorg.index.versie import program_version
from nazorg.register import acties_from_index
from nazorg.werkmap import Werkmap

from .verleden import GEBEURTENISSEN, PADEN, Verleden, wet

DRIE = ("aangemeld", "nazorg", "afgesloten")


def historie(folder: Path, start: str | None = None, *, with_geheugen: bool = True) -> Historie:
    repository = find_repository(folder)
    start = start or repository.head
    kept = open_geheugen(folder, repository, start) if with_geheugen else None
    assert with_geheugen == (kept is not None)
    return Historie(repository, start, geheugen=kept)


def by_git(folder: Path, path: str | None = PAD, start: str | None = None) -> list[Gebeurtenis]:
    return told(historie(folder, start, with_geheugen=False), path)


def by_geheugen(folder: Path, path: str | None = PAD, start: str | None = None) -> list[Gebeurtenis]:
    return told(historie(folder, start), path)


def told(one: Historie, path: str | None) -> list[Gebeurtenis]:
    return list(one.of_werkmap() if path is None else one.of_file(path))


def reading_nothing() -> AbstractContextManager[object]:
    return patch("nazorg.historie.versies._tree", side_effect=AssertionError("a version was read"))


def kept(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in sorted((folder / ".git/nazorg").iterdir()))


@wet
@given(data=st.data())
def test_history_by_what_was_kept_is_the_history_by_git_whatever_happened(tmp_path_factory, data):
    verleden = Verleden(tmp_path_factory.mktemp("wet") / "regio", data.draw)
    for name in data.draw(st.lists(st.sampled_from(GEBEURTENISSEN), max_size=14)):
        verleden.happen(name)
        if data.draw(st.booleans()):
            start = data.draw(st.sampled_from([*verleden.starts[-3:], verleden.starts[0]]))
            path = data.draw(st.sampled_from((*PADEN, None)))
            assert by_geheugen(verleden.folder, path, start) == by_git(verleden.folder, path, start)
    for path in (*PADEN, None):
        for _ in range(2):
            assert by_geheugen(verleden.folder, path) == by_git(verleden.folder, path)


@pytest.mark.parametrize("path", [PAD, None])
def test_what_was_told_once_is_told_again_without_reading_a_version(tmp_path, path):
    write(tmp_path, *(dossier(status=status) for status in DRIE))
    first = by_geheugen(tmp_path, path)
    with reading_nothing():
        assert by_geheugen(tmp_path, path) == first


def test_history_of_a_dossier_that_was_told_up_to_here_asks_git_for_no_commit(tmp_path):
    write(tmp_path, *(dossier(status=status) for status in DRIE))
    first = by_geheugen(tmp_path)
    with patch("nazorg.historie.verloop.read_commits", side_effect=AssertionError("git was asked")):
        assert by_geheugen(tmp_path) == first


def test_of_what_came_since_only_the_new_versions_are_read(tmp_path):
    write(tmp_path, *(dossier(status=status) for status in DRIE))
    by_geheugen(tmp_path)
    commit(tmp_path, {PAD: dossier(status="nazorg", kader="vrijwillig")}, op="2026-11-01T12:00:00")
    with patch("nazorg.historie.versies._tree", wraps=versies._tree) as read:
        found = by_geheugen(tmp_path)
    assert read.call_count == 2  # the new one, and the one before it
    assert found == by_git(tmp_path)


def test_history_that_was_not_told_to_its_end_is_not_kept(tmp_path):
    write(tmp_path, *(dossier(status=status) for status in DRIE))
    next(historie(tmp_path).of_file(PAD))
    list(historie(tmp_path).of_file(PAD, lambda commit: commit.at.day == 2))
    assert by_geheugen(tmp_path) == by_git(tmp_path)


def test_commits_of_the_werkmap_are_kept_as_far_as_they_were_told(tmp_path):
    write(tmp_path, *(dossier(status=status) for status in DRIE))
    events = historie(tmp_path).of_werkmap()
    first = next(events)
    events.close()
    with reading_nothing():
        assert next(historie(tmp_path).of_werkmap()) == first


def test_what_no_branch_holds_any_more_is_in_no_byte_of_the_index(tmp_path):
    write(tmp_path, dossier())
    secret = "dossiers/2026/NZ-2026-g3h31m.yaml"
    commit(tmp_path, {secret: dossier(status="Geheime status")}, door="Tijdelijke Collega")
    by_geheugen(tmp_path, secret)
    by_geheugen(tmp_path, None)
    assert b"Geheime status" in kept(tmp_path)
    git(tmp_path, "reset", "--quiet", "--hard", "HEAD~1")
    by_geheugen(tmp_path)
    gc.collect()  # whoever closes the index last empties its log
    assert b"Geheime status" not in kept(tmp_path)
    assert b"Tijdelijke Collega" not in kept(tmp_path)


@pytest.mark.parametrize("asked", ["on the branch", "by its name", "of what stood there"])
def test_of_a_branch_that_was_looked_at_and_then_taken_away_nothing_is_in_the_index(tmp_path, asked):
    commit(tmp_path, {"nazorg.yaml": REGIO, PAD: dossier()})
    git(tmp_path, "checkout", "--quiet", "-b", "ander")
    secret, text = in_full("g3h31m", onderdak("wat: Geheime afspraak, uiterlijk: 2026-11-10"))
    start = commit(tmp_path, {secret: text}, door="Tijdelijke Collega")
    if asked == "on the branch":
        by_geheugen(tmp_path, None)
    git(tmp_path, "checkout", "--quiet", "main")
    if asked == "by its name":
        by_geheugen(tmp_path, secret, start)
    if asked == "of what stood there":
        assert acties_from_index(Werkmap(tmp_path), PEILDATUM, revisie=open_revisie(tmp_path, start)) is not None
    by_geheugen(tmp_path)
    gc.collect()
    assert b"Geheime afspraak" in kept(tmp_path)
    git(tmp_path, "branch", "--quiet", "-D", "ander")
    by_geheugen(tmp_path)
    gc.collect()
    assert b"Geheime afspraak" not in kept(tmp_path)
    assert b"Tijdelijke Collega" not in kept(tmp_path)


def test_what_another_branch_holds_is_not_forgotten(tmp_path):
    write(tmp_path, *(dossier(status=status) for status in DRIE))
    first = by_geheugen(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "ander", "HEAD~1")
    by_geheugen(tmp_path, None)
    git(tmp_path, "checkout", "--quiet", "main")
    with patch("nazorg.historie.verloop.read_commits", side_effect=AssertionError("git was asked")):
        assert by_geheugen(tmp_path) == first


def test_history_of_which_git_threw_the_objects_away_is_read_anew(tmp_path):
    first = write(tmp_path, dossier(status="aangemeld"), dossier(status="nazorg"))[0]
    by_geheugen(tmp_path)
    git(tmp_path, "reset", "--quiet", "--hard", first)
    git(tmp_path, "reflog", "expire", "--expire=now", "--all")
    git(tmp_path, "gc", "--quiet", "--prune=now")
    assert by_geheugen(tmp_path) == by_git(tmp_path)


def test_shallow_copy_keeps_nothing(tmp_path):
    write(tmp_path / "a", dossier(status="aangemeld"), dossier(status="nazorg"))
    git(tmp_path, "clone", "--quiet", "--depth=1", (tmp_path / "a").as_uri(), "b")
    repository = find_repository(tmp_path / "b")
    assert open_geheugen(tmp_path / "b", repository, repository.head) is None


def test_index_that_came_with_a_folder_is_not_believed(tmp_path):
    write(tmp_path / "a", dossier())
    by_geheugen(tmp_path / "a")
    shutil.copytree(tmp_path / "a", tmp_path / "b", symlinks=True)
    with patch("nazorg.historie.versies._tree", wraps=versies._tree) as read:
        by_geheugen(tmp_path / "b")
    assert read.called


def test_index_in_which_another_writes_is_not_waited_for(tmp_path):
    write(tmp_path, dossier())
    by_geheugen(tmp_path)
    commit(tmp_path, {PAD: dossier(status="nazorg")}, op="2026-11-01T12:00:00")
    one = historie(tmp_path)
    other = open_index(tmp_path, program_version())
    assert other is not None
    other.execute("BEGIN IMMEDIATE")
    try:
        assert told(one, PAD) == by_git(tmp_path)
    finally:
        other.close()


@pytest.mark.parametrize(
    "tekst",
    ["", "{", "null", "[]", "7", '["x", [["a", "b", [["x"], []]]]]', '["x", 3]', '["x", [["a", "b", [3, 4]]]]'],
)
def test_what_cannot_be_understood_was_never_kept(tekst):
    assert not recall_verhaal(Schriftje({PAD: tekst}), PAD).delen


def test_every_event_comes_back_as_it_was_kept(tmp_path):
    write(tmp_path, *(dossier(status=status) for status in DRIE))
    found = tuple(by_git(tmp_path))
    schrift = Schriftje({})
    remember_verhaal(schrift, PAD, Verteld("x", [Deel(PAD, one.herkomst.commit, (one,)) for one in found]))
    again = recall_verhaal(schrift, PAD)
    assert tuple(event for deel in again.delen for event in deel.gebeurtenissen) == found


class Schriftje:
    """Keeps texts in a dict."""

    def __init__(self, verhalen: dict[str, str]) -> None:
        self.verhalen = verhalen

    def verhaal(self, pad: str) -> str | None:
        return self.verhalen.get(pad)

    def keep_verhaal(self, pad: str, tekst: str) -> None:
        self.verhalen[pad] = tekst

    def voorval(self, _commit: str) -> str | None:
        return None

    def keep_voorvallen(self, _voorvallen: object) -> None:
        raise NotImplementedError
