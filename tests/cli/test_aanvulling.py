"""Completion: commands, options, choices, the numbers of dossiers and the words of the region."""

import io
import os
import shutil
import subprocess
import sys

import pytest

from nazorg.cli.aanvulling import candidates, complete
from nazorg.cli.opdrachten import OPDRACHTEN

from .conftest import environment


@pytest.fixture(autouse=True)
def hier(regio, monkeypatch):
    monkeypatch.chdir(regio)


def offered(*words):
    return [value for value, _ in candidates(list(words))]


def test_first_word_is_a_command_with_its_help():
    found = dict(candidates([""]))
    assert set(found) == {opdracht.naam for group in OPDRACHTEN.values() for opdracht in group}
    assert found["te-laat"] == "Acties die te laat zijn, per leefgebied."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["te"], ["te-laat"]),
        (["L"], ["lijst", "logboek", "los-op"]),
        (["overd"], []),  # English names work and are not offered
        (["te-laat", "--bi"], ["--binnen"]),
        (["overdue", "--bi"], ["--binnen"]),
        (["--peildatum", "2026-11-23", "te"], ["te-laat"]),
        (["te-laat", "--per", ""], ["leefgebied", "gemeente", "eigenaar", "regisseur", "dossier"]),
        (["te-laat", "--per", "le"], ["leefgebied"]),
        (["te-laat", "--vorm", ""], ["tabel", "tsv", "csv", "json"]),
        (["controleer", "--vorm", "k"], ["kort"]),
        (["--kleur", ""], ["auto", "altijd", "nooit"]),
        (["lijst", "--kader", ""], ["vrijwillig", "justitieel"]),
        (["lijst", "--status", "af"], ["afgesloten"]),
        (["schema", "o"], ["overleg"]),
        (["traject", "to"], ["toon", "toepassen"]),
        (["traject", "toon", "k"], ["kort-gestraft"]),
        (["traject", "toepassen", "NZ-2026-k7"], ["NZ-2026-k7f3mq"]),
        (["traject", "toepassen", "NZ-2026-k7f3mq", "s"], ["standaard-vrijwillig"]),
        (["nieuw", "--traject", "isd"], ["isd-laatste-fase"]),
        (["plan", "NZ-2026-k7"], ["NZ-2026-k7f3mq"]),
        (["toon", "NZ-2026-k7"], ["NZ-2026-k7f3mq"]),
        (["show", "nz-2026-K7"], ["NZ-2026-k7f3mq"]),
        (["toon", "--namen", "NZ-2026-k7"], ["NZ-2026-k7f3mq"]),
        (["toon", "--vorm", "json", "NZ-2026-k7"], ["NZ-2026-k7f3mq"]),
        (["agenda", "2026-11-26"], ["2026-11-26-leiden"]),
        (["lijst", "--gemeente", "L"], ["Leiden", "Leiderdorp"]),
        (["lijst", "--gemeente", "Leiden", "--gemeente", "Alp"], ["Alphen aan den Rijn"]),
        (["lijst", "--regisseur", "m"], ["m.bakker"]),
        (["lijst", "--eigenaar", "b"], ["betrokkene", "burgerzaken-leiden", "bewind-duinstreek"]),
        (["lijst", "--leefgebied", "s"], ["schulden", "scholing"]),
        (["lijst", "--exitcode", "--vorm", "t"], ["tabel", "tsv"]),
        (["lijst", "--peildatum", ""], []),
        (["lijst", ""], []),
        (["gedaan", "k7f3", ""], ["w4hn", "h8sb", "k3ym", "g9tz", "v2qe"]),
        (["gedaan", "k7f3", "h"], ["h8sb"]),
        (["deel-toe", "k7f3", "w4hn", "pi"], ["pi-alphen", "pi-haaglanden"]),
        (["actie", "k7f3", "s"], ["schulden", "scholing"]),
        (["actie", "k7f3", "zorg", "--na", "g"], ["g9tz"]),
        (["draag-over", "k7f3", "--naar", "K"], ["Katwijk"]),
    ],
)
def test_word_is_completed_by_what_comes_before_it(words, found):
    assert offered(*words) == found


def test_options_are_those_of_the_command_and_the_global_ones():
    found = offered("te-laat", "-")
    assert {"--per", "--binnen", "--exitcode", "--gemeente", "--mijn", "-C", "--peildatum"} <= set(found)
    assert "--vul-aan" not in found
    assert "--per" not in offered("-")


@pytest.mark.parametrize("option", ["-C", "--map"])
def test_werkmap_that_was_pointed_at_is_looked_into(regio, thuis, monkeypatch, option):
    monkeypatch.chdir(thuis)
    assert offered(option, str(regio), "toon", "NZ-2026-k7") == ["NZ-2026-k7f3mq"]
    assert offered("toon", option, str(regio), "NZ-2026-k7") == ["NZ-2026-k7f3mq"]


@pytest.mark.parametrize("words", [["toon", ""], ["lijst", "--gemeente", ""], ["agenda", ""]])
def test_outside_a_werkmap_there_is_nothing_to_offer(thuis, monkeypatch, words):
    monkeypatch.chdir(thuis)
    assert offered(*words) == []
    assert offered("-C", "/nergens", *words) == []


def test_broken_settings_offer_nothing_and_break_nothing(regio):
    (regio / "nazorg.yaml").write_text("gemeenten: [\n", encoding="utf-8")
    assert offered("lijst", "--gemeente", "") == []
    assert offered("toon", "NZ-2026-k7") == ["NZ-2026-k7f3mq"]


def test_answer_is_a_line_for_each_with_help_behind_a_tab():
    out = io.StringIO()
    assert complete(["te-laat", "--binn"], out) == 0
    value, _, words = out.getvalue().partition("\t")
    assert value == "--binnen"
    assert words.endswith("\n")
    assert words.count("\n") == 1


def test_word_that_bash_split_at_an_equals_sign_is_put_together():
    out = io.StringIO()
    assert complete(["te-laat", "--per", "=", "le"], out) == 0
    assert out.getvalue() == "leefgebied\n"


def test_no_words_at_all_are_the_commands():
    out = io.StringIO()
    assert complete([], out) == 0
    assert "te-laat\t" in out.getvalue()


def test_shell_that_asks_is_answered_and_nothing_is_run(proces, regio):
    outcome = proces("controleer", "--vul", cwd=regio, env={"_NAZORG_COMPLETE": "1"})
    assert outcome.code == 0
    assert outcome.out.startswith("--vul-aan\t")
    assert outcome.err == ""


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@pytest.mark.parametrize(
    ("words", "reply"),
    [
        (["nazorg", "te"], ["te-laat"]),
        (["nazorg", "toon", "NZ-2026-k7"], ["NZ-2026-k7f3mq"]),
        (["nazorg", "lijst", "--gemeente", "Alp"], [r"Alphen\ aan\ den\ Rijn"]),
        (["nazorg", "te-laat", "--per", "=", "le"], ["leefgebied"]),
    ],
)
def test_bash_completes_with_the_script_that_is_printed(regio, tmp_path, words, reply):
    program = tmp_path / "bin" / "nazorg"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m nazorg "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    quoted = " ".join(f"'{word}'" for word in words)
    script = f"source <(nazorg --aanvulling bash); COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; "
    script += "_nazorg_aanvullen; printf '%s\\n' \"${COMPREPLY[@]}\""
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script], cwd=regio, env=environment({"PATH": path}), capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == reply
