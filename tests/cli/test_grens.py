"""The one error boundary: exit codes, Dutch words, and never a word of a dossier."""

import os
import subprocess
import sys

import pytest

from nazorg.cli import lijsten

from .conftest import environment


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["lijst"], 0),
        (["te-laat"], 0),
        (["controleer"], 0),
        (["te-laat", "--exitcode"], 1),
        (["te-laat", "--exitcode", "--gemeente", "Noordwijk"], 0),
        (["lijst", "--exitcode"], 1),
        (["controleer", "--streng"], 1),
        (["zoek", "niemand-met-deze-naam"], 1),
        (["lijst", "--gemeente", "Nergens"], 2),
        (["onzin"], 2),
        (["toon", "x9"], 2),
        (["-C", "nergens", "lijst"], 4),
        (["--help"], 0),
        (["--version"], 0),
    ],
)
def test_exit_code_tells_a_script_what_came_of_it(nazorg, regio, arguments, code):
    assert nazorg(*arguments, cwd=regio).code == code


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["lijst"], 3),
        (["te-laat"], 3),
        (["te-laat", "--exitcode"], 3),
        (["te-laat", "--vorm", "json"], 3),
        (["zoek", "b4wn7d"], 3),
        (["toon", "k7f3mq"], 3),
        (["toon", "b4wn7d"], 0),
        ([], 3),
        (["controleer"], 1),
    ],
)
def test_dossier_that_cannot_be_read_shows_in_the_exit_code(nazorg, regio, kapot, arguments, code):
    assert (regio / kapot).exists()
    assert nazorg(*arguments, cwd=regio).code == code


def test_folder_without_a_werkmap_says_how_to_make_one(nazorg, tmp_path):
    outcome = nazorg("lijst", cwd=tmp_path / "thuis")
    assert outcome.code == 4
    assert outcome.out == ""
    assert outcome.err.startswith("nazorg: Hier is geen werkmap: ")
    assert "nazorg init MAP" in outcome.err


USAGE = [
    (["te-laatt"], "De opdracht 'te-laatt' bestaat niet.", "Bedoelt u 'te-laat'?"),
    (["te-laat", "--binen", "3d"], "De optie '--binen' bestaat hier niet.", "Bedoelt u '--binnen'?"),
    (["te-laat", "--foo"], "De optie '--foo' bestaat hier niet.", "nazorg te-laat --help"),
    (["te-laat", "--vorm", "tabbel"], "--vorm: 'tabbel' is geen geldige keuze.", "Bedoelt u 'tabel'? Kies uit:"),
    (["te-laat", "--per", "gemente"], "--per: 'gemente' is geen geldige keuze.", "Bedoelt u 'gemeente'?"),
    (["te-laat", "--binnen", "veertien"], "--binnen: 'veertien' is geen duur.", "Schrijf een getal met d, w, m of wd"),
    (["te-laat", "--binnen", "2m"], "--binnen: '2m' is niet in dagen of weken.", "14d of 2w"),
    (["lijst", "--gemeente", "Laiden"], "--gemeente: 'Laiden' is geen geldige keuze.", "Bedoelt u 'Leiden'?"),
    (
        ["lijst", "--status", "in detentie"],
        "--status: 'in detentie' is geen geldige keuze.",
        "Bedoelt u 'in_detentie'?",
    ),
    (["--kleur", "rood", "lijst"], "--kleur: 'rood' is geen geldige keuze.", "Kies uit: auto, altijd, nooit."),
    (["--peildatum", "5-1-2026", "lijst"], "'5-1-2026' is geen datum zoals die hier hoort.", "Bedoelt u 2026-01-05?"),
    (["lijst", "--peildatum", "2026-02-30"], "--peildatum: '2026-02-30' is een dag die niet bestaat.", "Kijk de dag"),
    (["toon"], "Er ontbreekt iets: 'DOSSIER'.", "nazorg toon --help"),
    (["toon", "a", "b"], "Er staat te veel: 'b'.", "nazorg toon --help"),
    (["lijst", "a", "b"], "Er staat te veel: 'a b'.", "nazorg lijst --help"),
    (["te-laat", "--vorm"], "Achter '--vorm' ontbreekt een waarde.", "Schrijf '--vorm' en dan de waarde"),
    (["te-laat", "--exitcode=ja"], "Achter '--exitcode' hoort geen waarde.", "Laat de waarde weg"),
    (["controleer", "--uitleg", "NZ1033"], "'NZ1033' bestaat niet.", "NZ103"),
    (["controleer", "nergens.yaml"], "nergens.yaml bestaat niet.", "Kijk de naam na."),
    (["schema", "dosier"], "SOORT: 'dosier' is geen geldige keuze.", "Bedoelt u 'dossier'?"),
    (["--aanvulling", "sh"], "--aanvulling: 'sh' is geen geldige keuze.", "Kies uit: bash, zsh, fish, powershell."),
]


@pytest.mark.parametrize(("arguments", "wrong", "remedy"), USAGE, ids=[" ".join(row[0]) for row in USAGE])
def test_wrong_use_is_told_in_dutch_with_what_was_meant(nazorg, regio, arguments, wrong, remedy):
    outcome = nazorg(*arguments, cwd=regio)
    assert outcome.code == 2
    assert outcome.out == ""
    first, *rest = outcome.err.splitlines()
    assert first.startswith("nazorg: ")
    assert wrong in first
    assert remedy in "\n".join(rest)


@pytest.mark.parametrize("arguments", [["te-laat", "--vorm"], ["te-laat", "--exitcode=ja"]])
def test_option_without_its_value_points_at_the_help_of_its_command(nazorg, regio, arguments):
    assert "nazorg te-laat --help" in nazorg(*arguments, cwd=regio).err


@pytest.mark.parametrize("sign", ["\x1b[31m", "\u202e", "\x00"])
def test_what_was_typed_is_shown_without_controls(nazorg, regio, sign):
    outcome = nazorg("te-laat", "--per", f"a{sign}b", cwd=regio)
    assert outcome.code == 2
    assert sign not in outcome.err.splitlines()[0]
    assert "·" in outcome.err


def test_fault_of_the_program_says_where_and_no_word_of_a_dossier(nazorg, regio, monkeypatch):
    def broken(*_):
        raise ValueError("Huur opgezegd door Voorbeeld Persoon")

    monkeypatch.setattr(lijsten, "group_overdue", broken)
    outcome = nazorg("te-laat", cwd=regio)
    assert outcome.code == 70
    assert outcome.out == ""
    assert "Dit is een fout in het programma (ValueError in " in outcome.err
    assert "Voorbeeld" not in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("moment", ["group_overdue", "read_choice"])
def test_interrupt_is_no_fault(nazorg, regio, monkeypatch, moment):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(lijsten, moment, interrupted)
    outcome = nazorg("te-laat", cwd=regio)
    assert (outcome.code, outcome.out) == (130, "")
    assert "Traceback" not in outcome.err


def test_interrupt_says_so(nazorg, regio, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(lijsten, "group_overdue", interrupted)
    assert nazorg("te-laat", cwd=regio).err == "\nnazorg: onderbroken.\n"


@pytest.mark.skipif(os.name == "nt", reason="no such pipe here")
@pytest.mark.parametrize("arguments", [["te-laat", "--vorm", "json"], ["lijst"]])
def test_reader_that_stops_reading_hears_nothing_more(regio, arguments):
    command = f"{sys.executable} -m nazorg --peildatum 2026-11-23 {' '.join(arguments)} | head -1"
    done = subprocess.run(
        ["bash", "-c", command], cwd=regio, env=environment({}), capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["lijst", "--vorm", "tsv"],
        ["lijst", "--vorm", "tabel"],
    ],
    ids=" ".join,
)
def test_reader_that_is_gone_is_no_fault(klein, arguments):
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "nazorg", "--peildatum", "2026-11-23", *arguments],
        cwd=klein,
        env=environment({}),
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full disk at hand")
def test_full_disk_is_said_and_is_no_fault_of_the_program(klein):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "nazorg", "--peildatum", "2026-11-23", "lijst"],
            cwd=klein,
            env=environment({}),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode not in (0, 70)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["toon", "k7f3mq"], ["lijst", "--vorm", "tabel"]])
def test_console_of_cp1252_gets_utf8(klein, proces, nazorg, arguments):
    file = klein / "dossiers/2026/NZ-2026-k7f3mq.yaml"
    text = file.read_text(encoding="utf-8").replace("Urgentieverklaring", "Łódź 😀 →")
    file.write_text(text.replace("gemeente: Leiden", "gemeente: Łódź"), encoding="utf-8")
    old = proces("--peildatum", "2026-11-23", *arguments, cwd=klein, env={"PYTHONIOENCODING": "cp1252"})
    assert old == nazorg(*arguments, cwd=klein)
    assert "Łódź" in old.out


def test_error_on_a_console_of_ascii_is_said(regio, proces):
    outcome = proces("toon", "é€😀", cwd=regio, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert outcome.code == 2
    assert "é€😀" in outcome.err


def test_python_dash_m_and_the_script_are_the_same(proces):
    assert proces("--version").out.startswith("nazorg 0.")
