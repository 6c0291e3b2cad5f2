"""What is left of a write that was killed at any step, a next start finishes or undoes; no journal leads elsewhere."""

import json
import os
import time

import pytest
from fabriek_git import git

from nazorg.errors import NazorgError, RepositoryError, WriteError
from nazorg.transactie import recover_left_behind, transactie
from nazorg.werkmap import is_left_behind

from .fabriek import ANDER, NIEUW, OUD, PAD, alles, in_head, los, operatie, schrijf, status, werkmap

FRESH = "dossiers/2026/NZ-2026-x7qm5t.yaml"
FILES = {PAD: NIEUW, ANDER: None, FRESH: NIEUW}

ALTIJD = (
    "journaal.write_journaal",
    "wissel._keep",
    "wissel.write_beside",
    "wissel.Wissel.prepare",
    "wissel.Wissel.swap",
)
IN_GIT = (
    "gitslot.take",
    "vastlegging.Vastlegging.write_blobs",
    "vastlegging.Vastlegging.write_commit",
    "vastlegging.Vastlegging.move",
    "gitslot.refresh",
    "gitslot.release",
)
ERNA = ("wissel.Wissel.clear", "schrijver.remove_journaal")


class GedoodError(BaseException):
    """Ends a write as a kill does: nothing is cleared up."""


def kill_at(monkeypatch, step: str, when: str, turn: int = 1) -> None:
    """Die before or after the ``turn``-th call of ``step``, and let nobody clear up."""
    module, _, name = step.partition(".")
    if step == "journaal.write_journaal":
        module = "schrijver"
    holder, _, attribute = f"nazorg.transactie.{module}.{name}".rpartition(".")
    calls = iter(range(1, 99))
    real = _resolve(holder, attribute)

    def dying(*arguments, **named):
        hit = next(calls) == turn
        if hit and when == "before":
            raise GedoodError
        outcome = real(*arguments, **named)
        if hit:
            raise GedoodError
        return outcome

    def nothing(*_, **__):
        raise GedoodError

    monkeypatch.setattr(f"{holder}.{attribute}", dying)
    monkeypatch.setattr("nazorg.transactie.schrijver.recover", lambda *_, **named: nothing() if named else None)


def _resolve(holder: str, attribute: str):
    import pkgutil

    return getattr(pkgutil.resolve_name(holder), attribute)


def left_behind(root, monkeypatch, step: str, when: str, turn: int = 1, files=FILES) -> None:
    with monkeypatch.context() as patched:
        kill_at(patched, step, when, turn)
        with pytest.raises(GedoodError), transactie(root) as schrijver:
            schrijver.write(operatie(root, files))


def by_reading(root):
    return recover_left_behind(root)


def by_writing(root):
    with transactie(root, wachten=0) as schrijver:
        return schrijver.hersteld


@pytest.mark.parametrize("next_start", [by_reading, by_writing])
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", [*ALTIJD, *IN_GIT, *ERNA])
def test_write_that_was_killed_is_wholly_in_or_wholly_out_after_the_next_start(
    tmp_path, monkeypatch, step, when, next_start
):
    root = werkmap(tmp_path / "w")
    before = alles(root / "dossiers")
    left_behind(root, monkeypatch, step, when)
    inside = git(root, "rev-list", "--count", "HEAD").strip() == "2"
    next_start(root)
    assert ((root / PAD).read_bytes(), (root / ANDER).exists(), (root / FRESH).exists()) == (
        (NIEUW, False, True) if inside else (OUD, True, False)
    )
    assert inside or alles(root / "dossiers") == before
    assert (status(root), is_left_behind(root)) == ([], False)
    assert {path.name for path in (root / ".git" / "nazorg").iterdir()} <= {"slot", "bezig", "journaal.json.nieuw"}
    assert not list((root / ".git").rglob("*.lock"))
    schrijf(root, {FRESH: b"a: 9\n"})
    assert status(root) == []


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(
    ("step", "turn"),
    [
        *((step, turn) for step in ALTIJD[3:] for turn in (1, 2, 3)),
        *((step, turn) for step in ALTIJD[1:3] for turn in (1, 2)),
        *(("wissel.Wissel.clear", turn) for turn in (1, 2, 3)),
        ("schrijver.remove_journaal", 1),
    ],
)
def test_write_in_a_plain_folder_that_was_killed_is_wholly_in_or_wholly_out(tmp_path, monkeypatch, step, turn, when):
    root = los(tmp_path / "w")
    before = alles(root)
    left_behind(root, monkeypatch, step, when, turn)
    recover_left_behind(root)
    inside = (root / PAD).read_bytes() == NIEUW
    assert ((root / ANDER).exists(), (root / FRESH).exists()) == ((False, True) if inside else (True, False))
    assert inside or alles(root) == before
    assert not list((root / "dossiers").rglob(".*"))


def test_person_is_told_what_became_of_it(tmp_path, monkeypatch):
    root = werkmap(tmp_path / "w")
    left_behind(root, monkeypatch, "vastlegging.Vastlegging.move", "before")
    undone = recover_left_behind(root)
    left_behind(root, monkeypatch, "vastlegging.Vastlegging.move", "after")
    finished = recover_left_behind(root)
    assert undone is not None
    assert finished is not None
    assert "(NZ-2026-k7f3mq). Die is teruggedraaid" in undone.in_words()
    assert "(NZ-2026-k7f3mq). Die is afgemaakt" in finished.in_words()


@pytest.mark.parametrize("left", ["kopie", "kopie.lock"])
def test_index_that_a_killed_git_left_half_written_does_not_stand_in_the_way(tmp_path, monkeypatch, left):
    root = werkmap(tmp_path / "w")
    left_behind(root, monkeypatch, "gitslot.refresh", "before")
    journal = json.loads((root / ".git" / "nazorg" / "journaal.json").read_bytes())
    (root / ".git" / "nazorg" / f"index.{journal['teken']}.{left}").write_bytes(b"DIRC")
    assert by_writing(root).afgemaakt
    assert (status(root), in_head(root)) == ([], NIEUW)


@pytest.mark.parametrize("written", [0, 7, 40, 41])
@pytest.mark.parametrize("name", ["refs/heads/main.lock", "HEAD.lock"])
def test_lock_of_the_branch_that_our_killed_git_left_goes(tmp_path, monkeypatch, name, written):
    root = werkmap(tmp_path / "w")
    left_behind(root, monkeypatch, "vastlegging.Vastlegging.move", "before")
    commit = json.loads((root / ".git" / "nazorg" / "journaal.json").read_bytes())["naar"]
    (root / ".git" / name).write_text(f"{commit}\n"[:written], encoding="ascii")
    assert not by_writing(root).afgemaakt
    assert not (root / ".git" / name).exists()
    schrijf(root)


@pytest.mark.parametrize("step", ["wissel.Wissel.swap", "vastlegging.Vastlegging.write_commit"])
def test_empty_lock_of_the_branch_stays_when_our_git_had_not_come_so_far(tmp_path, monkeypatch, step):
    root = werkmap(tmp_path / "w")
    left_behind(root, monkeypatch, step, "before")
    lock = root / ".git" / "refs" / "heads" / "main.lock"
    lock.write_bytes(b"")
    recover_left_behind(root)
    assert (lock.exists(), is_left_behind(root)) == (True, False)


def test_lock_of_the_branch_with_something_else_in_it_stays(tmp_path, monkeypatch):
    root = werkmap(tmp_path / "w")
    left_behind(root, monkeypatch, "vastlegging.Vastlegging.move", "before")
    lock = root / ".git" / "refs" / "heads" / "main.lock"
    lock.write_text("f" * 40, encoding="ascii")
    recover_left_behind(root)
    assert lock.read_text(encoding="ascii") == "f" * 40


def test_change_of_a_person_to_a_file_that_was_half_written_is_kept(tmp_path, monkeypatch):
    root = werkmap(tmp_path / "w")
    left_behind(root, monkeypatch, "vastlegging.Vastlegging.move", "before")
    (root / PAD).write_bytes(b"a: 7 # met de hand\n")
    assert not by_writing(root).afgemaakt
    assert ((root / PAD).read_bytes(), (root / ANDER).read_bytes()) == (b"a: 7 # met de hand\n", OUD)


def test_branch_on_which_others_went_on_keeps_what_was_finished(tmp_path, monkeypatch):
    root = werkmap(tmp_path / "w")
    left_behind(root, monkeypatch, "vastlegging.Vastlegging.move", "after")
    tree = git(root, "rev-parse", "HEAD^{tree}").strip()
    git(root, "update-ref", "HEAD", git(root, "commit-tree", tree, "-p", "HEAD", "-m", "verder").strip())
    assert by_writing(root).afgemaakt
    assert status(root) == []


def test_user_who_went_to_another_branch_finds_its_index_untouched(tmp_path, monkeypatch):
    root = werkmap(tmp_path / "w")
    git(root, "branch", "zij")
    left_behind(root, monkeypatch, "schrijver.remove_journaal", "before")
    git(root, "switch", "--quiet", "zij")
    assert by_writing(root).afgemaakt
    assert (status(root), (root / PAD).read_bytes()) == ([], OUD)


def test_git_that_has_no_answer_is_no_reason_to_undo(tmp_path, monkeypatch):
    root = werkmap(tmp_path / "w")
    left_behind(root, monkeypatch, "vastlegging.Vastlegging.move", "after")
    head = git(root, "rev-parse", "HEAD").strip()
    place = root / ".git" / "objects" / head[:2] / head[2:]
    aside = place.rename(tmp_path / "weg")
    with pytest.raises(RepositoryError):
        by_writing(root)
    assert ((root / PAD).read_bytes(), is_left_behind(root)) == (NIEUW, True)
    aside.rename(place)
    assert by_writing(root).afgemaakt


def test_foreign_lock_on_the_index_makes_a_reader_leave_it_and_a_writer_say_so(tmp_path, monkeypatch):
    root = werkmap(tmp_path / "w")
    left_behind(root, monkeypatch, "vastlegging.Vastlegging.move", "after")
    lock = root / ".git" / "index.lock"
    lock.unlink()
    lock.write_bytes(b"")
    assert recover_left_behind(root) is None
    with pytest.raises(RepositoryError, match=r"index\.lock"):
        by_writing(root)
    assert lock.read_bytes() == b""


def journal(root, **changed):
    """A journal as a hostile folder may bring it."""
    eigen = root / ".git" / "nazorg"
    eigen.mkdir(exist_ok=True)
    teken = changed.pop("teken", "0123abcd")
    wissel = {"pad": PAD, "oud": None, "nieuw": None, "teken": teken} | changed.pop("wissel", {})
    head = git(root, "rev-parse", "HEAD").strip()
    whole = {"versie": 1, "teken": teken, "wissels": [wissel], "dossiers": []}
    whole |= {"ref": "refs/heads/main", "van": head, "naar": head}
    (eigen / "journaal.json").write_text(json.dumps(whole | changed), encoding="utf-8")


@pytest.mark.parametrize(
    "changed",
    [
        {"wissel": {"pad": "../buiten/x.yaml"}},
        {"wissel": {"pad": "/etc/passwd"}},
        {"wissel": {"pad": ".git/config"}},
        {"wissel": {"pad": "dossiers/naar_buiten/x.yaml"}},
        {"wissel": {"pad": ["dossiers"]}},
        {"wissel": {"teken": "../../x"}},
        {"wissel": {"oud": "kort"}},
        {"wissel": {"extra": 1}},
        {"teken": "../../x"},
        {"teken": 12345678},
        {"teken": ["0123abcd"]},
        {"ref": "refs/heads/../../../buiten/x"},
        {"ref": "HEAD"},
        {"ref": 5},
        {"naar": "--all"},
        {"naar": None},
        {"van": "HEAD"},
        {"dossiers": ["\x1b[2J"]},
        {"dossiers": [1]},
        {"wissels": 3},
        {"wissels": [3]},
        {"versie": 2},
    ],
    ids=str,
)
def test_journal_that_we_did_not_write_is_refused_with_words_and_nothing_is_touched(tmp_path, changed):
    root = werkmap(tmp_path / "w")
    outside = tmp_path / "buiten"
    outside.mkdir()
    (outside / "x.yaml").write_bytes(OUD)
    (outside / "x.lock").write_bytes(b"")
    (root / "dossiers" / "naar_buiten").symlink_to(outside)
    journal(root, **changed)
    before = alles(root, outside)
    with pytest.raises(WriteError, match=r"journaal.* is niet te lezen") as caught:
        by_writing(root)
    assert "git status" in caught.value.remedy
    assert recover_left_behind(root) is None
    assert alles(root, outside) == before


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"versie": 1}'])
def test_journal_that_cannot_be_read_is_refused_with_words(tmp_path, content):
    root = werkmap(tmp_path / "w")
    journal(root)
    (root / ".git" / "nazorg" / "journaal.json").write_bytes(content)
    with pytest.raises(WriteError, match="is niet te lezen"):
        by_writing(root)


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
@pytest.mark.parametrize("kind", ["folder", "fifo", "link"])
def test_journal_that_is_no_file_is_refused_with_words(tmp_path, kind):
    root = werkmap(tmp_path / "w")
    place = root / ".git" / "nazorg" / "journaal.json"
    place.parent.mkdir()
    if kind == "folder":
        place.mkdir()
    elif kind == "fifo":
        os.mkfifo(place)
    else:
        place.symlink_to(tmp_path / "nergens")
    started = time.monotonic()
    with pytest.raises(NazorgError, match="is niet te lezen"):
        by_writing(root)
    assert time.monotonic() - started < 10


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
@pytest.mark.parametrize("name", ["index.0123abcd.kopie", "index.0123abcd.slot", "journaal.json.nieuw"])
def test_link_that_was_put_where_we_write_is_not_written_through(tmp_path, name):
    root = werkmap(tmp_path / "w")
    outside = tmp_path / "buiten.txt"
    outside.write_bytes(OUD)
    schrijf(root, {PAD: NIEUW})
    git(root, "reset", "--quiet", "--mixed", "HEAD~1")
    git(root, "update-ref", "refs/heads/main", "HEAD@{1}")
    journal(root, van=git(root, "rev-parse", "HEAD~1").strip())
    (root / ".git" / "nazorg" / name).symlink_to(outside)
    by_writing(root)
    schrijf(root, {PAD: b"a: 9\n"})
    assert outside.read_bytes() == OUD
