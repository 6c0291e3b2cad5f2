"""``los-op``: deciding field by field, in whatever way git was bringing two sides together."""

import shutil
import subprocess

import pytest
from fabriek_git import commit
from merging.klonen import DOSSIER, NUMMER, PAD, program, two_sides, vcs

HIER = DOSSIER.replace("2026-12-01", "2026-12-24").replace("gemeente: Leiden", "gemeente: Katwijk")
HIER += "  - {id: a2aa, op: 2026-11-24, kort: De corporatie had het druk}\n"
DAAR = DOSSIER.replace("2026-12-01", "2026-11-27").replace("gemeente: Leiden", "gemeente: Gouda")
DAAR += "  - {id: b2bb, op: 2026-11-25, kort: De corporatie belde}\n"
PEILDATUM = "2026-11-26"


@pytest.fixture
def ons(tmp_path):
    return program(tmp_path / "bin")


@pytest.fixture
def root(tmp_path, ons):
    """A merge that stopped at two fields of one dossier."""
    folder = two_sides(tmp_path / "w", HIER, DAAR)
    assert vcs(folder, ons, "merge", "zij")[0] == 1
    return folder


@pytest.fixture
def los_op(nazorg, root):
    return lambda *words, where=root: nazorg("-C", where, "los-op", *words, peildatum=PEILDATUM)


def text(root):
    return (root / PAD).read_text(encoding="utf-8")


def said(root, *arguments):
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


def test_both_sides_are_shown_with_who_when_and_why(los_op):
    done = los_op()
    assert done.code == 1
    assert "mijn  Katwijk\n" in done.out
    assert "Sanne de Wit, 24 november 2026:\n         De corporatie had het druk" in done.out
    assert "hun   27 november 2026\n" in done.out
    assert "Yusuf Demir, 25 november 2026:\n         De corporatie belde" in done.out
    assert "2 velden nog te kiezen" in done.out


def test_merge_is_finished_when_everything_is_decided(los_op, root):
    done = los_op("k7f3", "--kies", "gemeente=hun", "--waarde", "w4hn.uiterlijk=2026-12-15")
    assert done.code == 0, done
    assert "De samenvoeging is af" in done.out
    assert "gemeente: Gouda" in text(root)
    assert "uiterlijk: 2026-12-15" in text(root)
    assert "conflicten" not in text(root)
    assert said(root, "status", "--porcelain") == ""
    assert len(said(root, "log", "-1", "--format=%P").split()) == 2


def test_everything_can_be_decided_at_once(los_op, root):
    assert los_op("--alles", "mijn", "--reden", "Afgesproken met Yusuf").code == 0
    assert "gemeente: Katwijk" in text(root)
    assert "uiterlijk: 2026-12-24" in text(root)
    assert "kort: '2 velden gekozen: Afgesproken met Yusuf'" in text(root)


def test_what_is_decided_first_stays_decided_and_git_waits_for_the_rest(los_op, root):
    done = los_op("--kies", "gemeente=mijn")
    assert done.code == 1
    assert "1 veld nog te kiezen" in done.out
    assert "gemeente: Katwijk" in text(root)
    assert said(root, "diff", "--name-only", "--diff-filter=U").split() == [PAD]
    assert los_op("--alles", "hun").code == 0
    assert "uiterlijk: 2026-11-27" in text(root)


def test_nothing_is_written_with_droog(los_op, root):
    before = text(root)
    assert los_op("--alles", "hun", "--droog").code == 0
    assert text(root) == before


@pytest.mark.parametrize("words", [["--kies", "gemeente=ons"], ["--kies", "gemeente"], ["--alles", "beide"]])
def test_choice_that_is_none_is_refused(los_op, root, words):
    before = text(root)
    assert los_op(*words).code == 2
    assert text(root) == before


def test_field_about_which_there_is_nothing_to_decide_is_named(los_op):
    done = los_op("--kies", "status=mijn")
    assert done.code == 2
    assert "Over 'status' is niets te kiezen" in done.err


def test_value_that_does_not_fit_is_refused_and_nothing_is_written(los_op, root):
    before = text(root)
    done = los_op("--waarde", "gemeente=Leiden", "--waarde", "w4hn.uiterlijk=morgen")
    assert done.code == 1
    assert text(root) == before


def test_person_at_the_terminal_is_asked_field_by_field(root, terminal):
    done = terminal("--peildatum", PEILDATUM, "-C", root, "los-op", stdin="mijn\n\n2026-12-15\n")
    assert done.code == 0, done.out
    assert "1 van 2. Gemeente" in done.out
    assert "2 van 2. Onderdak, actie w4hn: uiterlijk (Urgentieverklaring aanvragen)" in done.out
    assert "gemeente: Katwijk" in text(root)
    assert "uiterlijk: 2026-12-15" in text(root)


@pytest.mark.parametrize(
    ("way", "way_on"),
    [
        (["rebase", "zij"], ["rebase", "--continue"]),
        (["rebase", "--apply", "zij"], ["rebase", "--continue"]),
        (["cherry-pick", "zij"], ["cherry-pick", "--continue"]),
    ],
    ids=["rebase", "rebase-apply", "cherry-pick"],
)
def test_what_git_continues_is_told_and_then_goes_well(nazorg, tmp_path, ons, way, way_on):
    root = two_sides(tmp_path / "w", HIER, DAAR)
    vcs(root, ons, *way)
    done = nazorg("-C", root, "los-op", "--alles", "mijn", peildatum=PEILDATUM)
    assert done.code == 0, done
    assert f"git {' '.join(way_on)}" in done.out
    assert "gemeente: Katwijk" in text(root), "mine is what I wrote, wherever git puts it"
    code, told = vcs(root, ons, *way_on)
    assert code == 0, told
    assert said(root, "status", "--porcelain") == ""
    assert "gemeente: Katwijk" in said(root, "show", f"HEAD:{PAD}")


def test_stash_that_came_back_is_decided_and_then_saved(nazorg, tmp_path, ons):
    root = two_sides(tmp_path / "w", DOSSIER, DAAR)
    (root / PAD).write_text(HIER, encoding="utf-8")
    vcs(root, ons, "stash")
    vcs(root, ons, "merge", "--no-edit", "zij")
    vcs(root, ons, "stash", "pop")
    done = nazorg("-C", root, "los-op", "--alles", "mijn", peildatum=PEILDATUM)
    assert done.code == 0, done
    assert "nazorg bewaar" in done.out
    assert "gemeente: Katwijk" in text(root)
    assert nazorg("-C", root, "bewaar", peildatum=PEILDATUM).code == 0
    assert "gemeente: Katwijk" in said(root, "show", f"HEAD:{PAD}")


def test_conflict_that_was_committed_is_decided_as_a_change_of_its_own(los_op, root):
    vcs(root, None, "add", PAD)
    vcs(root, None, "commit", "--no-verify", "--no-edit")
    done = los_op("--alles", "hun")
    assert done.code == 0, done
    assert said(root, "log", "-1", "--format=%s").startswith(f"los-op {NUMMER} w4hn: ")
    assert "conflicten" not in said(root, "show", f"HEAD:{PAD}")


@pytest.mark.parametrize(("choice", "there"), [("mijn", False), ("hun", True)])
def test_thing_that_one_took_away_goes_or_stays(nazorg, tmp_path, ons, choice, there):
    gone = DOSSIER.replace(DOSSIER[DOSSIER.index("    acties:") : DOSSIER.index("logboek:")], "")
    root = two_sides(tmp_path / "w", gone, DOSSIER.replace("2026-12-01", "2026-12-08"))
    assert vcs(root, ons, "merge", "zij")[0] == 1
    shown = " ".join(nazorg("-C", root, "los-op", peildatum=PEILDATUM).out.split())
    assert "mijn haalde dit weg" in shown
    assert "hun wijzigde dit: wat Urgentieverklaring aanvragen, uiterlijk 8 december 2026" in shown
    done = nazorg("-C", root, "los-op", "--kies", f"w4hn={choice}", peildatum=PEILDATUM)
    assert done.code == 0, done
    assert ("2026-12-08" in text(root)) is there


@pytest.mark.parametrize(
    ("words", "naam"),
    [(["--kies", "w4hn.leefgebied=hun"], "netwerk"), (["--waarde", "w4hn.leefgebied=onderdak"], "onderdak")],
)
def test_actie_that_both_moved_apart_goes_to_the_leefgebied_that_is_chosen(nazorg, tmp_path, ons, words, naam):
    start = DOSSIER.index("    acties:")
    acties = DOSSIER[start : DOSSIER.index("logboek:")]
    areas = "  zorg:\n    stand: loopt\n", "  netwerk:\n    stand: loopt\n"
    basis = DOSSIER.replace(acties, f"{acties}{''.join(areas)}")
    apart = DOSSIER.replace(acties, "".join(areas))
    hier = apart.replace(areas[0], areas[0] + acties)
    daar = apart.replace(areas[1], areas[1] + acties).replace("2026-12-01", "2026-12-08")
    root = two_sides(tmp_path / "w", hier, daar, basis)
    assert vcs(root, ons, "merge", "zij")[0] == 1
    shown = " ".join(nazorg("-C", root, "los-op", peildatum=PEILDATUM).out.split())
    assert "Onderdak, actie w4hn: leefgebied (Urgentieverklaring aanvragen) eerst onderdak mijn zorg" in shown
    assert "NZ206" in nazorg("-C", root, "controleer", "--vorm", "kort", peildatum=PEILDATUM).out
    empty = nazorg("-C", root, "los-op", "--waarde", "w4hn.leefgebied=", peildatum=PEILDATUM)
    assert (empty.code, "kan niet leeg zijn" in empty.err) == (2, True)
    done = nazorg("-C", root, "los-op", *words, peildatum=PEILDATUM)
    assert done.code == 0, done
    found = text(root)
    where = found.index(f"  {naam}:")
    assert found.index("id: w4hn") > where
    assert found.count("w4hn") == 1
    assert "uiterlijk: 2026-12-08" in found
    assert nazorg("-C", root, "controleer", peildatum=PEILDATUM).code == 0


def test_status_and_deadline_of_one_actie_are_decided_together(nazorg, tmp_path, ons):
    done = DOSSIER.replace("2026-12-01", "2026-12-01\n        status: gedaan\n        gedaan_op: 2026-11-20")
    root = two_sides(tmp_path / "w", done, DOSSIER.replace("2026-12-01", "2026-12-08"))
    assert vcs(root, ons, "merge", "zij")[0] == 1
    assert nazorg("-C", root, "los-op", "--alles", "mijn", peildatum=PEILDATUM).code == 0
    assert "status: gedaan" in text(root)
    assert "2026-12-01" in text(root)


def test_other_file_that_git_could_not_merge_is_named_with_what_to_do(nazorg, tmp_path, ons):
    root = two_sides(tmp_path / "w", HIER, DAAR)
    commit(root, {"LEESMIJ.md": "hier\n"})
    vcs(root, ons, "switch", "--quiet", "zij")
    commit(root, {"LEESMIJ.md": "daar\n"})
    vcs(root, ons, "switch", "--quiet", "main")
    vcs(root, ons, "merge", "zij")
    done = nazorg("-C", root, "los-op", "--alles", "mijn", peildatum=PEILDATUM)
    assert done.code == 1
    assert "git add LEESMIJ.md" in done.out
    (root / "LEESMIJ.md").write_text("samen\n", encoding="utf-8")
    vcs(root, ons, "add", "LEESMIJ.md")
    assert "De samenvoeging is af" in nazorg("-C", root, "los-op", peildatum=PEILDATUM).out


def test_merge_that_brings_a_fout_is_not_finished(los_op, root):
    (root / "dossiers/2026/NZ-2026-d3eu9g.yaml").write_text("dossier: [\n", encoding="utf-8")
    vcs(root, None, "add", "dossiers/2026/NZ-2026-d3eu9g.yaml")
    done = los_op("--alles", "mijn", "k7f3")
    assert done.code == 1
    assert "NZ-2026-d3eu9g.yaml:" in done.out
    assert (root / ".git" / "MERGE_HEAD").exists()


def test_dossier_with_markers_of_git_is_merged_by_field_when_asked(nazorg, tmp_path):
    root = two_sides(tmp_path / "w", HIER, DAAR)
    vcs(root, None, "merge", "zij")
    before = text(root)
    assert "<<<<<<<" in before
    done = nazorg("-C", root, "los-op", peildatum=PEILDATUM)
    assert done.code == 2
    assert f"nazorg los-op {NUMMER} --opnieuw" in done.err
    assert text(root) == before
    done = nazorg("-C", root, "los-op", "--opnieuw", "--alles", "hun", peildatum=PEILDATUM)
    assert done.code == 0, done
    assert "gemeente: Gouda" in text(root)
    assert "kort: De corporatie had het druk" in text(root)
    assert said(root, "status", "--porcelain") == ""


def test_dossier_that_was_merged_by_hand_is_taken_as_it_is(nazorg, tmp_path):
    root = two_sides(tmp_path / "w", HIER, DAAR)
    vcs(root, None, "merge", "zij")
    by_hand = HIER.replace("gemeente: Katwijk", "gemeente: Gouda")
    (root / PAD).write_text(by_hand, encoding="utf-8")
    done = nazorg("-C", root, "los-op", peildatum=PEILDATUM)
    assert done.code == 0, done
    assert said(root, "show", f"HEAD:{PAD}") == by_hand
    assert said(root, "status", "--porcelain") == ""


@pytest.mark.parametrize("attribute", ["-merge", "merge=binary", "binary"])
@pytest.mark.parametrize("way", ["merge", "rebase", "cherry-pick"])
def test_dossier_of_which_git_left_one_side_is_merged_by_field_and_not_taken_for_decided(
    nazorg, tmp_path, ons, attribute, way
):
    root = two_sides(tmp_path / "w", HIER, DAAR)
    (root / ".git/info/attributes").write_text(f"dossiers/** {attribute}\n")
    assert vcs(root, ons, way, "zij")[0] != 0
    assert "<<<" not in text(root)
    assert "conflicten" not in text(root)
    done = nazorg("-C", root, "los-op", peildatum=PEILDATUM)
    assert (done.code, "2 velden nog te kiezen" in done.out) == (1, True)
    assert ("De corporatie had het druk" in text(root), "De corporatie belde" in text(root)) == (True, True)
    assert nazorg("-C", root, "los-op", "--alles", "hun", peildatum=PEILDATUM).code == 0
    assert said(root, "ls-files", "--unmerged") == ""
    assert "gemeente: Gouda" in text(root)


def test_dossier_that_one_side_removed_is_not_merged_anew(nazorg, tmp_path, ons):
    root = two_sides(tmp_path / "w", HIER, DAAR)
    vcs(root, ons, "switch", "--quiet", "zij")
    commit(root, {PAD: None})
    vcs(root, ons, "switch", "--quiet", "main")
    vcs(root, ons, "merge", "zij")
    (root / PAD).write_text("a: [", encoding="utf-8")
    assert nazorg("-C", root, "los-op", "k7f3", "--opnieuw", peildatum=PEILDATUM).code == 2


def test_received_repository_runs_nothing_while_a_merge_is_finished(los_op, root, tmp_path):
    trap = tmp_path / "gestart"
    for hook in (
        "pre-commit",
        "commit-msg",
        "post-commit",
        "prepare-commit-msg",
        "pre-merge-commit",
        "post-index-change",
    ):
        file = root / ".git" / "hooks" / hook
        file.write_text(f"#!/bin/sh\ntouch {trap}\n", encoding="utf-8")
        file.chmod(0o755)
    assert los_op("--alles", "mijn").code == 0
    assert not trap.exists()


@pytest.mark.parametrize("setting", ["core.fsmonitor", "filter.x.clean", "core.editor", "merge.nazorg.driver"])
def test_repository_with_a_setting_that_could_start_a_program_is_refused(los_op, root, setting):
    vcs(root, None, "config", setting, "touch /tmp/never")
    before = text(root)
    assert los_op("--alles", "mijn").code == 4
    assert text(root) == before


def test_where_nothing_is_left_to_decide_it_says_so(nazorg, tmp_path):
    root = two_sides(tmp_path / "w", HIER, DOSSIER)
    done = nazorg("-C", root, "los-op", peildatum=PEILDATUM)
    assert (done.code, done.out) == (0, "Er is niets op te lossen.\n")


def test_plain_folder_has_conflicts_decided_as_well(nazorg, root):
    shutil.rmtree(root / ".git")
    done = nazorg("-C", root, "los-op", "--alles", "mijn", peildatum=PEILDATUM)
    assert done.code == 0, done
    assert "conflicten" not in text(root)
