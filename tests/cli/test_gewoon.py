"""One grammar: what is read without typer is what typer reads of the same line."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from nazorg.cli import app, gewoon
from nazorg.cli.globaal import Globaal
from nazorg.cli.opdrachten import INGANGEN, PER_NAAM, load
from nazorg.cli.overal import FILTERS, OVERAL
from nazorg.cli.signatuur import Option, parameters
from nazorg.cli.wortel import nazorg
from nazorg.errors import UsageError

NAMEN = sorted({*PER_NAAM, *INGANGEN})
GEWOON = ["k7f3mq", "2026-11-26", "auto", "tsv", "Leiden", "a=b", "é ñ", "7d", "."]
VREEMD = ["-", "--", "", "-x", "--onzin", "-Cx", "--map", "-qv"]


@pytest.fixture(scope="module")
def read_by_typer():
    """What typer makes of a line: the function that it calls, with what; ``None`` where it refuses or helps."""
    called = []
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(app, "call", lambda *what: called.append(what) or 0)

        def read(line):
            called.clear()
            with suppress(Exception), app.make_app().make_context("nazorg", list(line), obj=Globaal()) as ctx:
                ctx.command.invoke(ctx)
            return called[0] if called else None

        yield read


def options_of(opdracht):
    own = parameters(load(opdracht)) if opdracht else parameters(nazorg)
    more = (*FILTERS, *OVERAL) if opdracht and opdracht.is_lijst else OVERAL
    return [*(one.mark for one in own if isinstance(one.mark, Option)), *(one.option for one in more)]


def seldom(draw):
    return draw(st.integers(0, 19)) == 19


@st.composite
def pieces(draw, opdracht):
    """Options and arguments of a command, mostly as they should be."""
    line = []
    own = parameters(load(opdracht)) if opdracht else ()
    words = sum(not isinstance(one.mark, Option) for one in own)
    for word in draw(st.permutations(["option"] * draw(st.integers(0, 3)) + ["argument"] * words)):
        value = draw(st.sampled_from(VREEMD if seldom(draw) else GEWOON))
        if word == "argument":
            line += [] if seldom(draw) else [value]
            continue
        option = draw(st.sampled_from(options_of(opdracht)))
        name = draw(st.sampled_from(option.names))
        if option.is_switch != seldom(draw):
            line.append(name)
        elif draw(st.booleans()):
            line += [name, value]
        else:
            line.append(f"{name}={value}")
    return line


@st.composite
def lines(draw):
    naam = draw(st.sampled_from(["", *NAMEN]))
    front = draw(pieces(None)) if draw(st.booleans()) else []
    return [*front, *([naam] if naam else []), *draw(pieces((PER_NAAM | INGANGEN).get(naam)))]


@settings(max_examples=1500, deadline=None)
@given(lines())
@example(["te-laat", "--vorm=tsv", "-C", "x", "--gemeente", "Leiden", "--gemeente", "Katwijk"])
@example(["--peildatum", "2026-01-01", "te-laat", "--peildatum", "2026-11-24"])
@example(["overleg", "nieuw", "2026-12-10", "--gemeente", "Leiden", "--droog"])
@example(["--version"])
@example(["--version", "te-laat"])
@example([])
def test_line_that_is_read_without_typer_is_what_typer_reads(read_by_typer, line):
    mine = gewoon.read(line)
    if mine is None:
        event("left to typer")
        return
    event("read")
    theirs = read_by_typer(line)
    assert theirs is not None, "typer refuses it"
    function, globaal, values = theirs
    assert (mine.function, mine.values, vars(mine.globaal)) == (function, values, vars(globaal))


@pytest.mark.parametrize("naam", NAMEN)
def test_every_command_is_read_without_typer_when_it_is_written_in_the_plain_way(naam):
    opdracht = (PER_NAAM | INGANGEN)[naam]
    own = parameters(load(opdracht))
    words = ["k7f3mq" for one in own if not isinstance(one.mark, Option)]
    read = gewoon.read(["-C", "x", naam, *words, "--peildatum=2026-11-24"])
    assert read is not None
    assert (read.naam, read.function) == (opdracht.naam, load(opdracht))
    assert (read.globaal.map, read.globaal.gevraagde_peildatum) == (Path("x"), date(2026, 11, 24))


@pytest.mark.parametrize(
    "line",
    [
        ["--help"],
        ["te-laat", "-h"],
        ["te-laat", "extra"],
        ["toon"],
        ["onbekend"],
        ["te-laat", "--onbekend"],
        ["te-laat", "--vorm"],
        ["te-laat", "--exitcode=ja"],
        ["te-laat", "--gemeente", ""],
        ["te-laat", "-Cx"],
        ["toon", "--", "k7f3mq"],
        ["te-laat", "--peildatum", "gisteren"],
    ],
)
def test_whatever_is_not_plain_or_not_right_is_left_to_typer(line):
    assert gewoon.read(line) is None


def test_a_value_that_is_refused_is_refused_once_and_in_the_same_words(nazorg, regio):
    outcome = nazorg("te-laat", "--peildatum", "gisteren", cwd=regio, peildatum=None)
    assert outcome.code == UsageError.exit_code
    assert outcome.err.count("--peildatum") == 1
