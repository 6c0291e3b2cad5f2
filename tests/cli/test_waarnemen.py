"""A colleague has the list of a regisseur for a while: from the first day to the last, and not after."""

import shutil

import pytest
from fabriek_git import commit, git

PAD = "dossiers/2026/NZ-2026-k7f3mq.yaml"


@pytest.fixture
def root(klein, thuis):
    (thuis / ".gitconfig").write_text("[user]\n  email = s.yilmaz@example.org\n", encoding="utf-8")
    settings = klein / "nazorg.yaml"
    text = settings.read_text(encoding="utf-8")
    assert "s.yilmaz@example.org" in text
    commit(klein, {})
    return klein


def mine(nazorg, root, day):
    return "NZ-2026-k7f3mq" in nazorg("lijst", "--mijn", "--vorm", "tsv", cwd=root, peildatum=day).out


def test_colleague_has_the_list_from_the_first_day_to_the_last(root, nazorg):
    assert not mine(nazorg, root, "2026-11-23")
    done = nazorg("waarneming", "--van", "m.bakker", "--tot", "2026-12-04", cwd=root)
    assert (done.code, done.err) == (0, "")
    assert "s.yilmaz heeft van 23 november 2026 tot en met 4 december 2026 ook de lijst van m.bakker." in done.out
    days = ("2026-11-22", "2026-11-23", "2026-12-04", "2026-12-05")
    assert [mine(nazorg, root, day) for day in days] == [False, True, True, False]
    assert "van s.yilmaz en m.bakker" in " ".join(nazorg(cwd=root).out.split())
    late = nazorg("te-laat", "--mijn", "--vorm", "tsv", cwd=root)
    assert "NZ-2026-k7f3mq" in late.out
    assert nazorg("te-laat", "--mijn", "--vorm", "tsv", cwd=root).out == late.out  # out of the index as well
    assert git(root, "status", "--porcelain") == ""
    assert nazorg("controleer", "nazorg.yaml", cwd=root).code == 0


def test_it_can_be_ended_and_ending_nothing_says_so(root, nazorg):
    nazorg("waarneming", "--van", "m.bakker", "--tot", "2026-12-04", cwd=root)
    assert "weer alleen" in nazorg("waarneming", "--van", "m.bakker", "--stop", cwd=root).out
    assert not mine(nazorg, root, "2026-11-23")
    assert "werd niet waargenomen" in nazorg("waarneming", "--van", "m.bakker", "--stop", cwd=root).out
    assert "waarneming" not in (root / "nazorg.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--van", "niemand", "--tot", "2026-12-04"], 2, "niemand"),
        (["--van", "s.yilmaz", "--tot", "2026-12-04"], 2, "voor zichzelf"),
        (["--van", "m.bakker", "--tot", "2026-11-01"], 1, "voor de eerste"),
        (["--van", "m.bakker"], 2, "--tot ontbreekt"),
    ],
)
def test_what_cannot_be_is_refused_in_words(root, nazorg, words, code, said):
    before = (root / "nazorg.yaml").read_bytes()
    done = nazorg("waarneming", *words, cwd=root)
    assert (done.code, said in done.err) == (code, True), done.err
    assert (root / "nazorg.yaml").read_bytes() == before


def test_colleague_who_is_none_of_the_region_is_a_fout_in_the_settings(root, nazorg):
    settings = root / "nazorg.yaml"
    text = settings.read_text(encoding="utf-8")
    nazorg("waarneming", "--van", "m.bakker", "--tot", "2026-12-04", cwd=root)
    settings.write_text(settings.read_text(encoding="utf-8").replace("door: s.yilmaz", "door: s.yilmas"))
    found = nazorg("controleer", "--vorm", "kort", "nazorg.yaml", cwd=root)
    assert (found.code, "NZ603" in found.out) == (1, True)
    assert text != settings.read_text(encoding="utf-8")


def test_incoming_changes_of_the_list_that_one_has_are_told_in_full(root, nazorg, tmp_path):
    nazorg("waarneming", "--van", "m.bakker", "--tot", "2026-12-04", cwd=root)
    git(tmp_path, "clone", "--quiet", "--bare", str(root), "centraal.git")
    git(tmp_path, "clone", "--quiet", "centraal.git", "ander")
    git(root, "remote", "add", "origin", "../centraal.git")
    nazorg("logboek", "k7f3", "Gebeld", cwd=tmp_path / "ander")
    git(tmp_path / "ander", "push", "--quiet")
    assert "Uw dossiers\n  NZ-2026-k7f3mq" in nazorg("bijwerken", cwd=root).out
    shutil.rmtree(tmp_path / "ander")
