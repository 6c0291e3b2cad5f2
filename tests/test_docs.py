"""The documentation is true: every example runs and gives what is shown, and every command is there."""

import difflib
import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

import nazorg
from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.termen import read_uiterlijk
from nazorg.cli.grens import main
from nazorg.cli.opdrachten import INGANGEN, OPDRACHTEN, PER_NAAM, Opdracht
from nazorg.diagnostics.codes import CODES
from nazorg.dossier import Actie
from nazorg.instellingen import Instellingen
from nazorg.reading import read_dossier
from nazorg.termijnen import Werkkalender, compute_deadline

WORTEL = Path(__file__).parents[1]
README = WORTEL / "README.md"
HANDLEIDING = WORTEL / "docs" / "handleiding.md"
BEIDE = (README, HANDLEIDING)
BLADZIJDEN = (*BEIDE, WORTEL / "docs" / "sjablonen.md")
ALLE = [opdracht for groep in OPDRACHTEN.values() for opdracht in groep]
PEILDATUM = date(2026, 11, 23)
"""The day on which the examples stand."""

_BLOCK = re.compile(
    r"(?:^<!-- (?P<wat>bestand|invoegen|vervangen): (?P<waar>\S+?)(?:: (?P<rest>[^\n]+))? -->\n)?"
    r"(?:^(?P<in>[ ]*)```(?P<taal>\w*)(?: exit=(?P<exit>\d+))?\n(?P<tekst>.*?)^(?P=in)```$)?",
    re.MULTILINE | re.DOTALL,
)
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_ASKED = re.compile(r"^[^\n]+\?(?: \([^)\n]+\))* (?P<antwoord>[^\n(][^\n]*)\n", re.MULTILINE)
_WIDTH = 80

_SCHIL = r"""
import contextlib, io, json, os, pty, re, select, sys
from nazorg.cli.grens import main

ASKS = re.compile(rb"\?(?: \([^)]+\))* $")
COLOURS = re.compile(rb"\x1b\[[0-9;]*m")
LANGST = 60.0  # seconds without a word: it waits for an answer to what was not seen to be a question

def run(order):
    pid, screen = pty.fork()
    if pid:
        return pid, screen
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w", buffering=1)
    code = 1
    try:
        os.chdir(order["map"])
        os.environ.clear()
        os.environ.update(order["omgeving"])
        code = main(order["woorden"])
        sys.stdout.flush()
    finally:
        os._exit(code)

def watch(screen, answers):
    seen = b""
    while True:
        try:
            part = os.read(screen, 65536) if select.select([screen], [], [], LANGST)[0] else b""
        except OSError:  # Linux says so when the other side closes
            part = b""
        if not part:
            os.close(screen)
            return seen.decode().replace("\r\n", "\n")
        seen += part
        if ASKS.search(COLOURS.sub(b"", seen)):
            os.write(screen, f"{answers.pop(0)}\n".encode() if answers else b"\x04")

with contextlib.redirect_stdout(io.StringIO()):
    for words in (["agenda", "2026-11-26-leiden"], ["lijst", "--vorm", "tabel"], ["controleer"]):
        main(["-C", sys.argv[1], *words])
for line in sys.stdin:
    order = json.loads(line)
    pid, screen = run(order)
    shown = watch(screen, order["antwoorden"])
    print(json.dumps([os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown]), flush=True)
"""
"""A program that has used ``nazorg`` once, and gives each command a process and a terminal of its own.

To load and prepare everything anew for each took most of the time.
"""


@dataclass(frozen=True)
class Stap:
    """A command of the documentation: what is typed, what is shown below it, and how it ends."""

    regel: str
    getoond: str
    exit: int

    @property
    def antwoorden(self) -> list[str]:
        """What the reader types at the questions on the screen."""
        return [asked["antwoord"] for asked in _ASKED.finditer(f"{self.getoond}\n")]


class Schil:
    """The shell in which the commands of the documentation are typed."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(Path(nazorg.__file__).parents[1])}
        command = [sys.executable, "-c", _SCHIL, str(WORTEL / "cases-example")]
        self._process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, **order: object) -> tuple[int, str]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{json.dumps(order)}\n")
        self._process.stdin.flush()
        code, screen = json.loads(self._process.stdout.readline())
        return code, "\n".join(line.rstrip() for line in _ANSI.sub("", screen).splitlines())

    def close(self) -> None:
        self._process.communicate(timeout=60)


@dataclass
class Oefening:
    """One reader who does everything that a page says, in order, in a folder and a home of their own."""

    map: Path
    thuis: Path
    schil: Schil | None = None
    waar: Path = field(init=False)

    def __post_init__(self) -> None:
        self.waar = self.map

    def path(self, name: str) -> Path:
        return self.thuis / name[2:] if name.startswith("~/") else self.waar / name

    def save(self, name: str, text: str) -> None:
        target = self.path(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def insert(self, name: str, below: str, text: str) -> None:
        self.change(name, f"\n{below}\n", f"\n{below}\n{text}")

    def change(self, name: str, old: str, new: str) -> None:
        text = self.path(name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name} has {old!r} {text.count(old)} times"
        self.path(name).write_text(text.replace(old, new), encoding="utf-8")

    def run(self, stap: Stap) -> tuple[int, str]:
        """Type a command on a terminal of 80 columns; gives the exit code and what is on the screen."""
        words = shlex.split(stap.regel)
        if words[0] == "cd":
            self.waar = self.waar / words[1]
            return (0 if self.waar.is_dir() else 1), ""
        if words[0] == "git":
            environment = self._environment()
            done = subprocess.run(words, cwd=self.waar, env=environment, capture_output=True, text=True, check=False)
            return done.returncode, done.stdout
        assert words[0] == "nazorg", stap.regel
        assert self.schil is not None
        return self.schil.run(
            woorden=words[1:], antwoorden=stap.antwoorden, map=str(self.waar), omgeving=self._environment()
        )

    def _environment(self) -> dict[str, str]:
        left_out = ("GIT_", "NAZORG", "_NAZORG", "XDG_", "NO_COLOR", "FORCE_COLOR")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])  # git looks there for our driver
        own = {"HOME": str(self.thuis), "TMPDIR": str(self.map), "PATH": path}
        return kept | own | {"TERM": "xterm", "COLUMNS": str(_WIDTH)}


def follow(page: Path, oefening: Oefening) -> Iterator[tuple[Stap, int, str]]:
    """Everything that ``page`` tells its reader to do; gives each command with how it ended and what it said."""
    for block in _blocks(page):
        text = _dedent(block)
        if block["wat"] == "bestand":
            oefening.save(block["waar"], text)
        elif block["wat"] == "invoegen":
            oefening.insert(block["waar"], block["rest"], text)
        elif block["wat"] == "vervangen":
            oefening.change(block["waar"], *block["rest"].split(" => "))
        if block["taal"] == "console":
            for stap in _steps(text, int(block["exit"] or 0)):
                yield stap, *oefening.run(stap)


def _blocks(page: Path) -> Iterator[re.Match[str]]:
    return (match for match in _BLOCK.finditer(page.read_text(encoding="utf-8")) if match[0])


def _dedent(block: re.Match[str]) -> str:
    return "".join(line.removeprefix(block["in"]) for line in (block["tekst"] or "").splitlines(keepends=True))


def _steps(text: str, last_exit: int) -> Iterator[Stap]:
    commands = re.split(r"^\$ (.+)\n", text, flags=re.MULTILINE)
    assert not commands[0], "a console block begins with a command"
    lines, shown = commands[1::2], commands[2::2]
    for number, (line, output) in enumerate(zip(lines, shown, strict=True), 1):
        yield Stap(line, output.rstrip("\n"), last_exit if number == len(lines) else 0)


def _is_shown(stap: Stap, screen: str) -> bool:
    """Whether ``screen`` is what the page shows: ``…`` on a line of its own stands for lines, else for characters."""
    pattern = ""
    for line in stap.getoond.splitlines():
        pattern += r"(?:[^\n]*\n)*?" if line == "…" else ".*".join(map(re.escape, line.rstrip().split("…"))) + r"\n"
    return re.fullmatch(pattern + r"\n*", f"{screen}\n") is not None


@pytest.fixture(scope="module")
def schil() -> Iterator[Schil]:
    started = Schil()
    yield started
    started.close()


@pytest.mark.skipif(os.name == "nt", reason="shows what a terminal of POSIX shows")
@pytest.mark.parametrize("page", BEIDE, ids=lambda page: page.name)
def test_every_example_gives_what_is_shown(page: Path, tmp_path: Path, schil: Schil):
    for name in ("map", "thuis"):
        (tmp_path / name).mkdir()
    steps = 0
    for stap, code, screen in follow(page, Oefening(tmp_path / "map", tmp_path / "thuis", schil)):
        assert code == stap.exit, f"$ {stap.regel}\n{screen}"
        difference = "\n".join(difflib.ndiff(stap.getoond.splitlines(), screen.splitlines()))
        assert _is_shown(stap, screen), f"$ {stap.regel}\n{difference}"
        steps += 1
    assert steps


@pytest.mark.parametrize("opdracht", ALLE, ids=lambda opdracht: opdracht.naam)
def test_every_command_is_in_the_readme_with_both_names(opdracht: Opdracht):
    assert f"| `{opdracht.naam}` | `{opdracht.english}` | " in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("naam", PER_NAAM)
def test_every_command_has_help_that_fits_80_columns(naam: str, capsys: pytest.CaptureFixture[str]):
    assert main([naam, "--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Gebruik: nazorg ")
    assert lines[2].startswith("  ")
    assert max(map(len, lines)) <= _WIDTH


@pytest.mark.parametrize("page", BEIDE, ids=lambda page: page.name)
def test_a_page_names_no_command_that_does_not_exist(page: Path):
    text = page.read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`|^    [^\n]+$", text, re.DOTALL | re.MULTILINE))
    named = re.findall(r"(?<![\w./-])nazorg(?: (?:-C|--peildatum) \S+)* ([a-z][a-z-]*)", code)
    assert named
    assert set(named) <= {*PER_NAAM, *INGANGEN}


def test_the_table_of_commands_names_no_command_that_does_not_exist():
    rows = re.findall(r"^\| `([a-z-]+)` \| `[a-z-]+` \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [opdracht.naam for opdracht in ALLE]


def test_the_rooms_of_the_readme_are_those_of_the_contract():
    contract = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    floors = [floor.split(" | ") for floor in contract["contracts"][0]["layers"]]
    rows = README.read_text(encoding="utf-8").partition("| rooms | |\n|---|---|\n")[2].partition("\n\n")[0].splitlines()
    assert [re.findall(r"`(\w+)`", row.split(" | ")[0]) for row in rows] == floors


@pytest.mark.parametrize("page", BLADZIJDEN, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path):
    for target, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]+))?\)", page.read_text(encoding="utf-8")):
        linked = page.parent / target if target else page
        assert linked.exists(), target
        if anchor:
            assert anchor in _anchors(linked.read_text(encoding="utf-8")), f"{target}#{anchor}"


def _anchors(text: str) -> set[str]:
    """Where a link into ``text`` can lead: its own marks, and its headings as a forge of git makes anchors of them."""
    prose = re.sub(r"^[ ]*```.*?^[ ]*```$", "", text, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#{1,6} (.+)$", prose, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r'<a id="([^"]+)">', text))


@pytest.mark.parametrize("page", BEIDE, ids=lambda page: page.name)
def test_codes_of_findings_exist(page: Path):
    assert set(re.findall(r"NZ\d{3}", page.read_text(encoding="utf-8"))) <= set(CODES)


def test_the_first_dossier_of_the_manual_has_no_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    blocks = [block for block in _blocks(HANDLEIDING) if block["taal"] == "yaml"]
    partners = next(_dedent(block) for block in blocks if block["wat"] == "invoegen")
    first = next(block for block in blocks if block["wat"] == "bestand" and block["waar"].startswith("dossiers/"))
    monkeypatch.chdir(tmp_path)
    assert main(["init", ".", "--gemeente", "Leiden", "--regisseur", "Sanne de Wit", "--mail", "x@example.org"]) == 0
    oefening = Oefening(tmp_path, tmp_path)
    oefening.insert("nazorg.yaml", "partners:", partners)
    oefening.save(first["waar"], _dedent(first))
    capsys.readouterr()
    assert main(["controleer", "--streng", "--peildatum", str(PEILDATUM)]) == 0
    assert capsys.readouterr().out == ""


def test_the_terms_of_the_manual_come_out_as_it_says():
    first = next(block for block in _blocks(HANDLEIDING) if (block["waar"] or "").startswith("dossiers/"))
    dossier = read_dossier(Bestand(first["waar"], _dedent(first).encode())).waarde
    assert dossier is not None
    settings = Instellingen(nazorg=1, regio="Rijnduin")
    rows = re.findall(
        r"^\| `([^`]+)` \|.*\| (\d{4}-\d\d-\d\d) \|$", HANDLEIDING.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert rows
    for term, day in rows:
        deadline = compute_deadline(
            Actie(wat="tellen", uiterlijk=read_uiterlijk(term)), dossier, settings, Werkkalender(()), PEILDATUM
        )
        assert deadline is not None
        assert (term, str(deadline.datum)) == (term, day)


def test_every_message_of_the_manual_is_one_of_the_program():
    table = HANDLEIDING.read_text(encoding="utf-8").partition("| U ziet | ")[2].partition("\n\n")[0]
    messages = re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((WORTEL / "nazorg").rglob("*.py")))
    assert messages
    assert [message for message in messages if message not in source] == []
