"""The command that chases, as a person and as cron have it."""

import json

import pytest
from fabriek_git import commit, git


@pytest.fixture
def vast(klein):
    """The small region, all of it committed."""
    commit(klein, {})
    return klein


def test_text_says_to_whom_about_what_and_sends_nothing(nazorg, klein):
    outcome = nazorg("rappel", "--eigenaar", "pi-alphen", cwd=klein)
    assert outcome.code == 0
    assert outcome.out.startswith(
        "Aan:       casemanagers@pi-alphen.example.org\nOnderwerp: Nazorg, rappel: 1 actie te laat\n\nAan PI Alphen,\n"
    )
    assert "p-" not in outcome.out


def test_cron_is_told_by_the_exit_code_and_by_json(nazorg, klein):
    outcome = nazorg("rappel", "--vorm", "json", "--exitcode", cwd=klein)
    found = json.loads(outcome.out)
    assert (outcome.code, found["schema"]) == (1, "nazorg.rappel/1")
    assert {one["rol"] for one in found["rappels"]} == {"eigenaar", "regisseur"}
    assert nazorg("rappel", "--exitcode", "--leefgebied", "verslaving").code == 0


def test_drafts_stand_in_a_folder_and_what_was_told_in_the_dossiers(nazorg, vast):
    outcome = nazorg("rappel", "--eigenaar", "pi-alphen", "--vastleggen", "-o", "agendas", cwd=vast)
    assert outcome.code == 0
    assert [path.name for path in (vast / "agendas").iterdir()] == ["rappel-pi-alphen.eml"]
    assert git(vast, "log", "-1", "--format=%s").strip() == "rappel: NZ-2026-q8dj4s"
    again = nazorg("rappel", "--eigenaar", "pi-alphen")
    assert again.out == ""
    assert "al verteld" in again.err
    assert "tweede rappel" in nazorg("rappel", "--eigenaar", "pi-alphen", peildatum="2026-12-01").out


def test_unreadable_dossier_is_named_and_ends_in_3(nazorg, regio, kapot):
    outcome = nazorg("rappel", cwd=regio)
    assert outcome.code == 3
    assert kapot in outcome.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--vorm", "json", "-o", "x"], "gaan niet samen"),
        (["--opnieuw-na", "2m"], "--opnieuw-na: '2m' is niet in dagen of weken"),
        (["--sjabloon", "regieoverleg"], "Er is geen sjabloon 'regieoverleg'"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(nazorg, klein, arguments, words):
    outcome = nazorg("rappel", *arguments, cwd=klein)
    assert outcome.code == 2
    assert words in outcome.err


def test_region_writes_its_own_letter(nazorg, klein):
    (klein / "templates").mkdir(exist_ok=True)
    letter = "Let op\n\nBeste {{ naam }}, *{{ punten[0].wat }}*\n"
    (klein / "templates" / "rappel.txt.j2").write_text(letter, encoding="utf-8")
    out = nazorg("rappel", "--eigenaar", "pi-alphen", cwd=klein).out
    assert "Onderwerp: Let op\n\nBeste PI Alphen, *ID-kaart" in out
