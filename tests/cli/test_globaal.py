"""What every command takes: the werkmap, the day, the colours, and who is at the keyboard."""

import re

import pytest

from .conftest import PEILDATUM


@pytest.mark.parametrize(
    "arguments",
    [
        ["--peildatum", "2026-11-24", "te-laat"],
        ["te-laat", "--peildatum", "2026-11-24"],
        ["te-laat", "--peildatum=2026-11-24"],
        ["--peildatum", "2026-01-01", "te-laat", "--peildatum", "2026-11-24"],
    ],
)
def test_peildatum_stands_before_or_after_the_command(nazorg, regio, arguments):
    outcome = nazorg(*arguments, "--vorm", "json", cwd=regio, peildatum=None)
    assert '"peildatum": "2026-11-24"' in outcome.out


def test_peildatum_decides_what_is_late(nazorg, regio):
    early = nazorg("te-laat", "--vorm", "tsv", cwd=regio, peildatum="2026-10-01").out
    late = nazorg("te-laat", "--vorm", "tsv", cwd=regio, peildatum="2027-01-01").out
    assert early.count("\nacties\t") < late.count("\nacties\t")


@pytest.mark.parametrize(
    "form", [["-C", "{}", "lijst"], ["lijst", "-C", "{}"], ["--map", "{}", "lijst"], ["lijst", "--map={}"]]
)
def test_werkmap_is_pointed_at_before_or_after_the_command(nazorg, regio, thuis, form):
    outcome = nazorg(*(part.format(regio) for part in form), cwd=thuis)
    assert outcome == nazorg("lijst", cwd=regio)
    assert outcome.code == 0


def test_werkmap_is_found_from_a_folder_inside_it(nazorg, regio):
    assert nazorg("lijst", cwd=regio / "dossiers" / "2026") == nazorg("lijst", cwd=regio)


@pytest.mark.parametrize(
    ("mail", "numbers"), [("m.bakker@example.org", {"m.bakker"}), ("S.YILMAZ@example.org", {"s.yilmaz"})]
)
def test_own_dossiers_are_those_of_the_address_that_git_knows(nazorg, regio, thuis, mail, numbers):
    (thuis / ".gitconfig").write_text(f"[user]\n  email = {mail}\n", encoding="utf-8")
    rows = [line.split("\t") for line in nazorg("lijst", "--mijn", cwd=regio).out.splitlines()[1:]]
    assert {row[4] for row in rows} == numbers


def test_address_that_is_nobodys_says_what_to_do(nazorg, regio, thuis):
    (thuis / ".gitconfig").write_text("[user]\n  email = iemand@example.org\n", encoding="utf-8")
    outcome = nazorg("lijst", "--mijn", cwd=regio)
    assert outcome.code == 2
    assert "Uw adres iemand@example.org hoort bij geen regisseur" in outcome.err
    assert "--regisseur" in outcome.err


def test_without_git_own_dossiers_are_asked_for_by_name(nazorg, regio, thuis, monkeypatch):
    monkeypatch.setenv("PATH", str(thuis))
    assert "git weet niet wie u bent" in nazorg("lijst", "--mijn", cwd=regio).err
    assert nazorg(cwd=regio).out.startswith("Nazorg op 2026-11-23: ")


def test_filters_add_up_and_a_filter_may_be_given_twice(nazorg, regio):
    def numbers(*arguments):
        return [line.split("\t")[0] for line in nazorg("lijst", *arguments, cwd=regio).out.splitlines()[1:]]

    leiden, katwijk = numbers("--gemeente", "Leiden"), numbers("--gemeente", "katwijk")
    both = numbers("--gemeente", "Leiden", "--gemeente", "Katwijk")
    assert sorted(both) == sorted(leiden + katwijk)
    assert set(numbers("--gemeente", "Leiden", "--regisseur", "m.bakker")) < set(leiden)
    assert numbers("--gemeente", "Leiden", "--gemeente", "Katwijk", "--status", "afgesloten")


@pytest.mark.parametrize("option", [["--kleur", "altijd"], ["--kleur=altijd"]])
def test_colours_are_forced_on_request(nazorg, regio, option):
    assert "\x1b[" in nazorg(*option, "lijst", "--vorm", "tabel", cwd=regio).out


@pytest.mark.parametrize(
    "arguments", [["lijst", "--vorm", "tabel"], ["te-laat", "--vorm", "tabel"], ["toon", "k7f3mq"], ["controleer"], []]
)
def test_pipe_has_no_colours(nazorg, regio, arguments):
    assert "\x1b" not in nazorg(*arguments, cwd=regio).out


WITHOUT = [({"NO_COLOR": "1"}, []), ({}, ["--kleur", "nooit"])]
COLOUR = re.compile(r"\x1b\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[\d;]*)?m")


@pytest.mark.parametrize(("env", "option"), WITHOUT, ids=["NO_COLOR", "--kleur nooit"])
def test_terminal_without_colours_has_none(terminal, klein, env, option):
    outcome = terminal("--peildatum", PEILDATUM, *option, "te-laat", cwd=klein, env=env)
    assert outcome.out
    assert not COLOUR.search(outcome.out)


@pytest.mark.parametrize(("env", "option"), WITHOUT, ids=["NO_COLOR", "--kleur nooit"])
def test_terminal_without_colours_has_no_codes_at_all(terminal, klein, env, option):
    outcome = terminal("--peildatum", PEILDATUM, *option, "te-laat", cwd=klein, env=env)
    assert "\x1b" not in outcome.out


def test_terminal_has_colours(terminal, klein):
    assert COLOUR.search(terminal("--peildatum", PEILDATUM, "te-laat", cwd=klein).out)
