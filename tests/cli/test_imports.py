"""What each command may import: a heavy library costs every start that does not need it."""

import shutil
import subprocess
import sys

import pytest
from fabriek_git import commit

from .conftest import PEILDATUM, environment

HEAVY = {"typer", "pydantic", "yaml", "rich", "jinja2", "holidays", "babel", "git", "sqlite3", "email", "icalendar"}
READING = {"yaml"}
COUNTING = READING | {"holidays", "sqlite3", "email"}  # holidays brings email
MAY_IMPORT = {
    "--version": set(),
    "--help": {"typer"},
    "te-laat --help": {"typer"},
    "--aanvulling bash": set(),
    "controleer --uitleg NZ103": {"yaml"},
    "schema": {"yaml"},
    "te-laat --vorm tsv": COUNTING,
    "te-laat --vorm tabel": COUNTING | {"rich"},
    "toon k7f3mq": COUNTING | {"rich"},
    "waarom k7f3mq": COUNTING | {"rich"},
    "waarom k7f3mq --vorm json": COUNTING,
    "zoek k7f3mq": READING,
    "controleer --vorm kort": COUNTING,
    "controleer --vorm tekst": COUNTING | {"rich"},
    "agenda --datum 2026-11-26 --gemeente Leiden --soort casusoverleg": COUNTING | {"jinja2", "babel"},
    "overleg": READING,
    "overleg nieuw 2026-12-10 --gemeente Leiden --droog": COUNTING,
    "geschiedenis k7f3mq": {"yaml", "sqlite3"},
    "geschiedenis k7f3mq --vorm json": {"yaml", "sqlite3"},
    "geschiedenis k7f3mq --vorm tabel": {"yaml", "rich", "sqlite3"},
    "verschil --vorm tsv": {"yaml"},
    "verschil --vorm tabel": {"yaml", "rich"},
    "uitstroom": COUNTING,
    "uitstroom --vorm json": COUNTING,
    "uitstroom --vorm tabel": COUNTING | {"rich"},
    "uitstroom --sluitend": COUNTING,
    "agenda --datum 2026-11-26 --gemeente Leiden --voor corporatie-rijnland": COUNTING | {"jinja2", "babel"},
    "rappel": COUNTING | {"jinja2", "babel"},
    "rappel --vorm json": COUNTING,
    "kalender": COUNTING | {"icalendar"},
    "plan k7f3mq": COUNTING | {"jinja2", "babel"},
    "los-op": {"yaml"},
    "traject": READING,
    "traject toon kort-gestraft --vorm tabel": READING | {"rich"},
    "haak pre-commit": set(),
    "bijwerken": COUNTING,
    "lijst": COUNTING,
    "": COUNTING | {"rich"},
}
PROGRAM = f"""
import sys
from nazorg.cli import run
try:
    run()
except SystemExit as stop:
    print(stop.code or 0, *({HEAVY!r} & set(sys.modules)), file=sys.stderr)
"""


@pytest.fixture(autouse=True)
def in_git(klein):
    """Commands that look back need a past."""
    commit(klein, {})


def imported(klein, *arguments, **env):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=klein,
        env=environment(env),
        capture_output=True,
        text=True,
        check=True,
    )
    code, *modules = done.stderr.splitlines()[-1].split()
    assert code == "0", done.stderr
    return set(modules)


@pytest.mark.parametrize("command", MAY_IMPORT)
def test_command_imports_no_more_than_it_needs(klein, command):
    assert imported(klein, "--peildatum", PEILDATUM, *command.split()) <= MAY_IMPORT[command]


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        ("te-laat", set()),
        ("te-laat --vorm json --per gemeente --binnen 2w --gemeente Leiden --leefgebied onderdak", set()),
        ("te-laat --mijn --vorm tsv", set()),
        ("te-laat --eigenaar betrokkene --vorm tabel", {"rich"}),
        ("lijst --vorm tsv", set()),
        ("lijst --alles --gemeente Leiden --vorm json", set()),
        ("lijst --eigenaar betrokkene --vorm tabel", {"rich"}),
        ("", {"rich"}),
    ],
)
def test_list_that_was_asked_before_reads_nothing_anew(klein, words, allowed):
    imported(klein, "--peildatum", PEILDATUM, "te-laat")
    assert imported(klein, "--peildatum", "2026-12-24", *words.split()) <= {"sqlite3"} | allowed


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        ("toon k7f3mq", {"rich"}),
        ("waarom k7f3mq --vorm json", set()),
        ("uitstroom", set()),
        ("rappel --vorm json", {"email"}),
        ("agenda --datum 2026-11-26 --gemeente Leiden --soort casusoverleg", {"jinja2", "babel"}),
        ("gedaan k7f3mq w4hn --droog", set()),
    ],
)
def test_calendar_that_was_worked_out_once_is_not_worked_out_again(klein, words, allowed):
    imported(klein, "--peildatum", PEILDATUM, "te-laat")
    imported(klein, "--peildatum", PEILDATUM, *words.split())
    assert imported(klein, "--peildatum", PEILDATUM, *words.split()) <= {"sqlite3", "yaml"} | allowed


@pytest.mark.parametrize("words", ["te-laat", "lijst"])
def test_list_of_a_version_that_was_asked_before_reads_nothing_anew(klein, words):
    asked = ("--peildatum", PEILDATUM, words, "--versie", "HEAD")
    imported(klein, *asked)
    assert imported(klein, *asked) <= {"sqlite3"}


def test_history_that_was_told_before_reads_nothing_anew(klein):
    for words in (["geschiedenis", "k7f3mq"], ["geschiedenis"]):
        imported(klein, *words)
        assert imported(klein, *words) <= {"sqlite3"}


@pytest.mark.parametrize(
    ("words", "allowed"), [("--vorm kort", set()), ("--vorm json", set()), ("--vorm tekst", {"rich"})]
)
def test_check_of_what_was_checked_before_reads_nothing_anew(klein, words, allowed):
    shutil.rmtree(klein / "overleggen", ignore_errors=True)
    imported(klein, "--peildatum", PEILDATUM, "controleer")
    assert imported(klein, "--peildatum", PEILDATUM, "controleer", *words.split()) <= {"sqlite3"} | allowed


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (["te-laat", "--per", ""], set()),
        (["toon", "NZ-2026-k"], {"sqlite3"}),
        (["lijst", "--gemeente", "L"], {"yaml"}),
    ],
)
def test_completion_is_answered_without_typer(klein, words, allowed):
    assert imported(klein, *words, _NAZORG_COMPLETE="1") <= allowed


def test_importing_the_entry_imports_nothing_at_all():
    program = "import sys; import nazorg.cli; print(*sorted(set(sys.modules)))"
    bare = subprocess.run(
        [sys.executable, "-c", program], env=environment({}), capture_output=True, text=True, check=True
    )
    assert not HEAVY & set(bare.stdout.split())


def test_merge_driver_imports_what_reads_and_nothing_of_the_terminal(klein, tmp_path):
    text = (klein / "dossiers/2026/NZ-2026-k7f3mq.yaml").read_text(encoding="utf-8")
    for name, other in {"basis": text, "hier": text.replace("Leiden", "Gouda", 1), "daar": f"{text}# klaar\n"}.items():
        (tmp_path / name).write_text(other, encoding="utf-8")
    files = [str(tmp_path / name) for name in ("basis", "hier", "daar")]
    assert imported(klein, "merge-driver", *files, "dossiers/2026/NZ-2026-k7f3mq.yaml") <= {"yaml", "pydantic", "email"}
