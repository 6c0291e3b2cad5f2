"""The commands and their help: Dutch, within 80 columns, and English names that work without being shown."""

import re

import pytest

from nazorg.cli.opdrachten import OPDRACHTEN, PER_NAAM
from nazorg.cli.overal import FILTERS

ALLE = [opdracht for group in OPDRACHTEN.values() for opdracht in group]
ENGLISH = "Usage Options Commands Arguments Show this message exit required default TEXT PATH INTEGER COMMAND ARGS for"


def words_of(text):
    return set(re.findall(r"[\w-]+", text))


@pytest.mark.parametrize("naam", ["", *(opdracht.naam for opdracht in ALLE)])
def test_help_is_dutch_and_fits_80_columns(nazorg, naam):
    outcome = nazorg(*naam.split(), "--help", peildatum=None)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"Gebruik: nazorg {naam}".rstrip())
    assert max(len(line) for line in outcome.out.splitlines()) <= 80
    assert not words_of(outcome.out) & words_of(ENGLISH)
    assert "\x1b" not in outcome.out


@pytest.mark.parametrize("naam", ["", "te-laat", "lijst", "controleer", "demo", "schema"])
def test_help_in_full(nazorg, snapshot, naam):
    assert nazorg(*naam.split(), "--help", peildatum=None).out == snapshot


@pytest.mark.parametrize("columns", ["40", "60", "200"])
def test_help_follows_a_narrow_terminal_and_never_gets_wider_than_80(nazorg, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    outcome = nazorg("te-laat", "--help", peildatum=None)
    assert outcome.code == 0
    assert max(len(line) for line in outcome.out.splitlines()) <= 80


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_needs_no_werkmap(nazorg, tmp_path, flag):
    assert nazorg("toon", flag, cwd=tmp_path / "thuis").code == 0


def test_every_command_is_listed_and_no_english_name(nazorg):
    shown = words_of(nazorg("--help", peildatum=None).out)
    assert {opdracht.naam for opdracht in ALLE} <= shown
    assert not {opdracht.english for opdracht in ALLE if opdracht.english != opdracht.naam} & shown


@pytest.mark.parametrize("opdracht", ALLE, ids=lambda opdracht: opdracht.english)
def test_english_name_is_the_same_command(nazorg, opdracht):
    assert PER_NAAM[opdracht.english] is PER_NAAM[opdracht.naam] is opdracht
    english = nazorg(opdracht.english, "--help", peildatum=None)
    assert english.code == 0
    assert english.out.partition("\n")[2] == nazorg(opdracht.naam, "--help", peildatum=None).out.partition("\n")[2]


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        (["overdue", "--vorm", "tsv"], ["te-laat", "--vorm", "tsv"]),
        (["list"], ["lijst"]),
        (["show", "k7f3mq"], ["toon", "k7f3mq"]),
        (["find", "k7f3mq"], ["zoek", "k7f3mq"]),
        (["validate", "--vorm", "kort"], ["controleer", "--vorm", "kort"]),
    ],
)
def test_english_name_gives_the_same_answer(nazorg, regio, english, dutch):
    assert nazorg(*english, cwd=regio) == nazorg(*dutch, cwd=regio)


def test_lists_take_every_filter_of_the_design(nazorg):
    names = [name for one in FILTERS for name in one.option.names]
    wanted = ["mijn", "gemeente", "regisseur", "eigenaar", "leefgebied", "inrichting", "status", "kader"]
    assert names == [f"--{name}" for name in wanted]
    for opdracht in ALLE:
        shown = words_of(nazorg(opdracht.naam, "--help", peildatum=None).out)
        if opdracht.is_lijst:
            assert set(names) <= shown


def test_version_is_one_line(nazorg):
    outcome = nazorg("--version", peildatum=None)
    assert re.fullmatch(r"nazorg \d+\.\d+\.\d+\n", outcome.out)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_is_printed_and_never_installed(nazorg, thuis, shell):
    before = sorted(thuis.rglob("*"))
    outcome = nazorg("--aanvulling", shell, peildatum=None)
    assert outcome.code == 0
    assert "_NAZORG_COMPLETE" in outcome.out
    assert sorted(thuis.rglob("*")) == before


def test_installing_completion_is_no_option(nazorg):
    assert nazorg("--install-completion", peildatum=None).code == 2
    assert nazorg("--show-completion", peildatum=None).code == 2
