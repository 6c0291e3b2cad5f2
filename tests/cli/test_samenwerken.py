"""Two coordinators with a clone each and a place to share: what comes in is told, and nothing is lost."""

import os
import shutil
import subprocess
import sys

import pytest
from fabriek_git import git

from nazorg.gitrepo.padfilters import BITS, filter_bits

PAD = "dossiers/2026/NZ-2026-k7f3mq.yaml"
ANDER = "dossiers/2026/NZ-2026-b4wn7d.yaml"
ONZIN = ("status: in_detentie", "status: onzin")


@pytest.fixture
def twee(klein, tmp_path):
    """The clones of m.bakker and s.dewit; both have everything."""
    git(tmp_path, "init", "--quiet", "--bare", "centraal.git")
    git(klein, "init", "--quiet")
    git(klein, "add", "--all")
    git(klein, "commit", "--quiet", "--message", "x")
    git(klein, "remote", "add", "origin", "../centraal.git")
    git(klein, "push", "--quiet", "--set-upstream", "origin", "main")
    git(tmp_path, "clone", "--quiet", "centraal.git", "ander")
    ander = tmp_path / "ander"
    for root, mail, naam in ((klein, "m.bakker@example.org", "M. Bakker"), (ander, "s.dewit@example.org", "S. de Wit")):
        git(root, "config", "user.email", mail)
        git(root, "config", "user.name", naam)
    return klein, ander


def change(root, old, new, path=PAD):
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def head(root, ref="HEAD"):
    return git(root, "rev-parse", ref).strip()


def is_clean(root):
    return git(root, "status", "--porcelain") == ""


def test_change_of_a_colleague_comes_in_and_is_told_of_ones_own_dossier_in_full(twee, nazorg):
    mine, theirs = twee
    assert nazorg("gedaan", "k7f3", "h8sb", cwd=theirs).code == 0
    assert nazorg("logboek", "b4wn", "Gebeld", cwd=theirs).code == 0
    sent = nazorg("bijwerken", cwd=theirs)
    assert (sent.code, sent.err) == (0, "")
    assert sent.out == "Er is niets nieuws binnengekomen.\n\nGedeeld: NZ-2026-b4wn7d en NZ-2026-k7f3mq.\n"
    got = nazorg("bijwerken", cwd=mine)
    assert (got.code, got.err) == (0, "")
    assert got.out.startswith("Binnengekomen van S. de Wit:\n\nUw dossiers\n")
    assert "  NZ-2026-k7f3mq  S. de Wit\n    - Actie h8sb *" in got.out
    assert got.out.endswith("U had zelf niets te delen.\n")
    assert head(mine) == head(theirs)
    assert is_clean(mine)


def test_dossier_of_another_regisseur_is_counted_and_its_text_is_not_told(twee, nazorg):
    mine, theirs = twee
    change(theirs, "regisseur: m.bakker", "regisseur: s.yilmaz", ANDER)
    git(theirs, "commit", "--quiet", "--all", "--message", "x")
    nazorg("bijwerken", cwd=theirs)
    nazorg("bijwerken", cwd=mine)
    nazorg("logboek", "b4wn", "Gebeld", cwd=theirs)
    nazorg("bijwerken", cwd=theirs)
    assert "\nGewijzigd: 1 dossier van collega's.\n" in nazorg("bijwerken", cwd=mine).out


def test_lines_that_parted_come_together_and_both_sides_end_the_same(twee, nazorg):
    mine, theirs = twee
    nazorg("logboek", "b4wn", "Gebeld", cwd=theirs)
    nazorg("bijwerken", cwd=theirs)
    nazorg("gedaan", "k7f3", "h8sb", cwd=mine)
    done = nazorg("bijwerken", cwd=mine)
    assert done.code == 0
    assert "Gedeeld: NZ-2026-k7f3mq." in done.out
    nazorg("bijwerken", cwd=theirs)
    assert head(mine) == head(theirs)
    assert is_clean(mine)
    assert is_clean(theirs)
    assert nazorg("geschiedenis", "k7f3", cwd=theirs).code == 0


def test_fout_is_not_shared_and_what_came_in_stays(twee, nazorg):
    mine, theirs = twee
    nazorg("logboek", "b4wn", "Gebeld", cwd=theirs)
    nazorg("bijwerken", cwd=theirs)
    change(mine, *ONZIN)
    git(mine, "commit", "--quiet", "--all", "--message", "x")
    refused = nazorg("bijwerken", cwd=mine)
    assert refused.code == 1
    assert "Binnengekomen van S. de Wit" in refused.out
    assert f"{PAD}:" in refused.err
    assert head(mine, "origin/main") == head(theirs)
    assert "Gebeld" in (mine / ANDER).read_text(encoding="utf-8")
    change(mine, *reversed(ONZIN))
    git(mine, "commit", "--quiet", "--all", "--message", "x")
    assert nazorg("bijwerken", cwd=mine).code == 0


def test_somebody_who_is_first_makes_us_begin_anew(twee, nazorg, monkeypatch):
    mine, theirs = twee
    from nazorg.bijwerken import verloop

    nazorg("logboek", "b4wn", "Gebeld", cwd=theirs)
    real, calls = verloop.push, []

    def late(*arguments):
        if not calls:
            git(theirs, "push", "--quiet", "origin", "main")
        calls.append(1)
        return real(*arguments)

    monkeypatch.setattr(verloop, "push", late)
    nazorg("gedaan", "k7f3", "h8sb", cwd=mine)
    done = nazorg("bijwerken", cwd=mine)
    assert (done.code, len(calls)) == (0, 2)
    assert "Binnengekomen van S. de Wit" in done.out
    assert head(mine, "origin/main") == head(mine)


def test_others_who_are_always_first_are_no_reason_to_go_on_for_ever(twee, nazorg, monkeypatch):
    from nazorg.bijwerken import verloop

    monkeypatch.setattr(verloop, "push", lambda *_: False)
    nazorg("gedaan", "k7f3", "h8sb", cwd=twee[0])
    done = nazorg("bijwerken", cwd=twee[0])
    assert done.code == 4
    assert "steeds net iets eerder" in done.err


def test_server_that_does_not_allow_it_is_told_and_nothing_is_lost(twee, nazorg):
    mine, _ = twee
    nazorg("gedaan", "k7f3", "h8sb", cwd=mine)
    git(mine.parent / "centraal.git", "config", "receive.denyNonFastForwards", "true")
    git(mine.parent / "centraal.git", "config", "transfer.hideRefs", "refs/heads")
    done = nazorg("bijwerken", cwd=mine)
    assert done.code == 4
    assert "Delen lukt niet" in done.err
    assert is_clean(mine)


def test_place_that_is_not_there_is_told_and_nothing_is_lost(twee, nazorg):
    mine, _ = twee
    shutil.rmtree(mine.parent / "centraal.git")
    done = nazorg("bijwerken", cwd=mine)
    assert done.code == 4
    assert "Ophalen lukt niet: op dat adres is geen git-map." in done.err
    assert "Traceback" not in done.err


def test_hooks_and_programs_of_a_shared_folder_do_not_run(twee, nazorg, tmp_path):
    mine, _ = twee
    for name in ("pre-receive", "update", "post-receive", "post-update", "reference-transaction"):
        hook = mine.parent / "centraal.git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/kanarie\n")
        hook.chmod(0o755)
    nazorg("gedaan", "k7f3", "h8sb", cwd=mine)
    assert nazorg("bijwerken", cwd=mine).code == 0
    assert head(mine, "origin/main") == head(mine)
    assert not (tmp_path / "kanarie").exists()


def test_what_both_changed_waits_for_a_choice_and_the_rest_is_here(twee, nazorg):
    mine, theirs = twee
    nazorg("zet", "k7f3", "onderdak.situatie=Bij zijn moeder", cwd=theirs)
    nazorg("logboek", "b4wn", "Gebeld", cwd=theirs)
    nazorg("bijwerken", cwd=theirs)
    nazorg("zet", "k7f3", "onderdak.situatie=Bij zijn zus", cwd=mine)
    done = nazorg("bijwerken", cwd=mine)
    assert done.code == 4
    assert "NZ-2026-k7f3mq" in done.err
    assert "los-op" in done.err
    assert "moeder" not in done.err
    assert "NZ-2026-k7f3mq (wacht op een keuze)" in done.out
    assert "Gebeld" in (mine / ANDER).read_text(encoding="utf-8")
    assert "conflicten:" in (mine / PAD).read_text(encoding="utf-8")
    assert head(mine, "origin/main") == head(theirs)
    assert nazorg("bijwerken", cwd=mine).code == 4
    git(mine, "merge", "--abort")
    assert is_clean(mine)


def test_clone_that_was_told_of_no_merge_of_dossiers_merges_them_all_the_same(twee, nazorg):
    mine, theirs = twee
    assert "merge.nazorg" not in git(mine, "config", "--list")
    nazorg("logboek", "k7f3", "Gebeld", cwd=theirs)
    nazorg("bijwerken", cwd=theirs)
    nazorg("logboek", "k7f3", "Gemaild", cwd=mine)
    done = nazorg("bijwerken", cwd=mine)
    assert (done.code, done.err) == (0, "")
    text = (mine / PAD).read_text(encoding="utf-8")
    assert ("Gebeld" in text, "Gemaild" in text, "<<<<" in text) == (True, True, False)


def test_history_of_which_much_came_in_is_fast_to_search_and_a_little_is_not_worth_it(twee, nazorg, monkeypatch):
    mine, theirs = twee
    monkeypatch.setattr("nazorg.gitrepo.padfilters.VEEL", 2)
    for number, words in enumerate(("Gebeld", "Gemaild", "Gesproken", "Bezocht")):
        nazorg("logboek", "k7f3", words, cwd=theirs)
        if number in (0, 3):
            nazorg("bijwerken", cwd=theirs)
            assert nazorg("bijwerken", cwd=mine).code == 0
            assert (filter_bits(mine) == BITS) is (number == 3)


KAPOT = ["exit 1", "kill -9 $$", "exit 139"]


@pytest.fixture(params=["missing", *KAPOT])
def kapot(request, tmp_path, monkeypatch):
    """Without the program that merges dossiers, or with one that breaks off."""
    stand_in = tmp_path / "kapot"
    if request.param != "missing":
        stand_in.write_text(f"#!/bin/sh\n{request.param}\n")
        stand_in.chmod(0o755)
    monkeypatch.setattr("nazorg.gitrepo.bestuurd._python", lambda: str(stand_in))


@pytest.mark.usefixtures("kapot")
def test_program_that_breaks_off_while_sides_come_together_loses_nothing(twee, nazorg, monkeypatch):
    mine, theirs = twee
    nazorg("zet", "k7f3", "onderdak.situatie=Bij zijn moeder", cwd=theirs)
    nazorg("zet", "b4wn", "onderdak.situatie=Bij zijn oom", cwd=theirs)
    nazorg("bijwerken", cwd=theirs)
    nazorg("zet", "k7f3", "onderdak.situatie=Bij zijn zus", cwd=mine)
    done = nazorg("bijwerken", cwd=mine)
    assert (done.code, "NZ-2026-k7f3mq" in done.err, "los-op" in done.err) == (4, True, True)
    text = (mine / PAD).read_text(encoding="utf-8")
    assert ("moeder" in text, "zus" in text) == (True, True)
    assert "Bij zijn oom" in (mine / ANDER).read_text(encoding="utf-8")
    assert head(mine, "origin/main") == head(theirs)
    assert nazorg("controleer", cwd=mine).code == 1
    assert nazorg("bijwerken", cwd=mine).code == 4
    monkeypatch.undo()
    monkeypatch.chdir(mine)
    assert nazorg("los-op", "k7f3", "--opnieuw", "--kies", "leefgebieden.onderdak.situatie=hun", cwd=mine).code == 0
    assert "moeder" in (mine / PAD).read_text(encoding="utf-8")
    assert is_clean(mine)


@pytest.mark.usefixtures("kapot")
def test_lines_that_merge_to_nonsense_for_want_of_the_program_are_not_shared(twee, nazorg):
    mine, theirs = twee
    change(theirs, "status: in_detentie", "status: in_detentie\nnazorg_tot: 2027-02-01")
    text = (mine / PAD).read_text(encoding="utf-8")
    (mine / PAD).write_text(f"{text.rstrip()}\nnazorg_tot: 2027-03-01\n", encoding="utf-8")
    for root in (theirs, mine):
        git(root, "commit", "--quiet", "--all", "--message", "x")
    assert nazorg("bijwerken", cwd=theirs).code == 0
    done = nazorg("bijwerken", cwd=mine)
    assert done.code != 0
    assert PAD in done.out + done.err
    assert head(mine, "origin/main") == head(theirs)
    assert git(mine, "rev-list", "--count", "HEAD", "--not", "origin/main").strip() != "0"


def test_work_that_is_not_saved_is_named_and_not_gone_over(twee, nazorg):
    mine, theirs = twee
    nazorg("logboek", "b4wn", "Gebeld", cwd=theirs)
    nazorg("bijwerken", cwd=theirs)
    change(mine, "kader: vrijwillig", "kader: vrijwillig # navragen")
    done = nazorg("bijwerken", cwd=mine)
    assert (done.code, "Nog niet bewaard, dus niet gedeeld: NZ-2026-k7f3mq." in done.out) == (0, True)
    nazorg("logboek", "k7f3", "Gebeld", cwd=theirs)
    nazorg("bijwerken", cwd=theirs)
    refused = nazorg("bijwerken", cwd=mine)
    assert refused.code == 4
    assert PAD in refused.err
    assert "nazorg bewaar" in refused.err
    assert "# navragen" in (mine / PAD).read_text(encoding="utf-8")
    assert nazorg("bewaar", cwd=mine).code == 0


def test_what_was_merged_elsewhere_line_by_line_and_does_not_check_is_told(twee, nazorg):
    mine, theirs = twee
    text = (theirs / PAD).read_text(encoding="utf-8")
    both = text.replace("status: in_detentie", "status: in_detentie\nstatus: extramuraal")
    (theirs / PAD).write_text(both, encoding="utf-8")
    git(theirs, "commit", "--quiet", "--all", "--message", "Merge branch 'main'")
    git(theirs, "push", "--quiet")
    done = nazorg("bijwerken", cwd=mine)
    assert done.code == 0
    assert "Let op: in wat binnenkwam staat een fout:" in done.out
    assert f"{PAD}:" in done.out


def test_werkmap_that_is_shared_with_nobody_says_so(klein, nazorg):
    git(klein, "init", "--quiet")
    git(klein, "add", "--all")
    git(klein, "commit", "--quiet", "--message", "x")
    done = nazorg("bijwerken", cwd=klein)
    assert (done.code, "wordt met niemand gedeeld" in done.out) == (0, True)


def test_plain_folder_says_how_people_work_together(klein, nazorg):
    done = nazorg("bijwerken", cwd=klein)
    assert (done.code, "ligt niet in git" in done.err) == (4, True)


def test_first_one_to_share_makes_the_branch_there(twee, nazorg):
    mine, _ = twee
    shutil.rmtree(mine.parent / "centraal.git")
    git(mine.parent, "init", "--quiet", "--bare", "centraal.git")
    done = nazorg("bijwerken", cwd=mine)
    assert done.code == 0
    assert "Gedeeld: " in done.out
    assert head(mine.parent / "centraal.git", "main") == head(mine)


def test_folder_in_a_larger_repository_is_brought_up_to_date_with_all_of_it(klein, nazorg, tmp_path):
    groot = tmp_path / "groot"
    shutil.copytree(klein, groot / "regio")
    git(groot, "init", "--quiet")
    (groot / "LEES.txt").write_text("1")
    git(groot, "add", "--all")
    git(groot, "commit", "--quiet", "--message", "x")
    git(tmp_path, "clone", "--quiet", "--bare", "groot", "centraal.git")
    git(tmp_path, "clone", "--quiet", "centraal.git", "ander")
    ander = tmp_path / "ander"
    (ander / "LEES.txt").write_text("2")
    git(ander, "commit", "--quiet", "--all", "--message", "x")
    nazorg("logboek", "k7f3", "Gebeld", cwd=ander / "regio")
    git(ander, "push", "--quiet", "origin", "main")
    git(groot, "remote", "add", "origin", "../centraal.git")
    done = nazorg("bijwerken", cwd=groot / "regio")
    assert done.code == 0
    assert "1 ander bestand" in done.out
    assert (groot / "LEES.txt").read_text() == "2"
    assert head(groot) == head(ander)


def test_shares_over_a_transport_of_its_own_without_waiting_for_a_password(twee):
    mine, _ = twee
    git(mine, "remote", "set-url", "origin", "https://localhost:1/regio.git")
    done = subprocess.run(
        [sys.executable, "-m", "nazorg", "bijwerken"],
        cwd=mine,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 4
    assert "Ophalen lukt niet" in done.stderr


def test_english_name_works_too(twee, nazorg):
    assert nazorg("sync", cwd=twee[0]).code == 0
