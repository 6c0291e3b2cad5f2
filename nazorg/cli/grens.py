"""The one error boundary: every failure ends in Dutch words on stderr and an exit code."""

import gc
import os
import sys
from collections.abc import Sequence

from nazorg.cli.gewoon import read
from nazorg.cli.globaal import Globaal
from nazorg.cli.opdrachten import PER_NAAM
from nazorg.cli.vooruit import begin
from nazorg.diagnostics.taal import phrase_typed
from nazorg.diagnostics.tekst import visible
from nazorg.errors import NazorgError, in_words

BREEDTE = 80
INSPRONG = " " * len("nazorg: ")
INTERRUPTED = 130
USAGE = 2
UNEXPECTED = 70
"""EX_SOFTWARE of sysexits.h: a fault of the program, never of the input."""


def main(arguments: Sequence[str]) -> int:
    """Run the command in ``arguments`` and return its exit code."""
    gc.disable()  # a command is over before garbage counts; collecting took ten times as long as reading 1,200 dossiers
    _speak_utf8()
    globaal = Globaal()
    try:
        aanroep = read(arguments)
        if aanroep is not None:
            globaal = aanroep.globaal
            begin(aanroep)
            outcome = aanroep.run()
        else:
            outcome = _through_typer(arguments, globaal)
        sys.stdout.flush()
        gc.freeze()  # nor does it pay to look through everything once more at the end
    except NazorgError as error:
        _say(error.message, error.remedy, error.details)
        return error.exit_code
    except KeyboardInterrupt:
        return _interrupted()
    except BrokenPipeError:
        return _reader_gone()
    except OSError as error:
        _say(f"Er kon niet gelezen of geschreven worden: {in_words(error)}.", "")
        return NazorgError.exit_code
    except Exception as error:  # noqa: BLE001 - no traceback reaches a person
        return _other(error, arguments, with_way=globaal.uitgebreid)
    return outcome


def _through_typer(arguments: Sequence[str], globaal: Globaal) -> int:
    """Let typer read ``arguments``, and carry out what they ask. Raises what typer raises, and ``NazorgError``."""
    from nazorg.cli.app import make_app

    # Not the command's own main(): it would answer an interrupt and a closed pipe with words and codes of its own.
    with make_app().make_context("nazorg", list(arguments), obj=globaal) as ctx:
        outcome = ctx.command.invoke(ctx)
    return outcome if isinstance(outcome, int) else 0


def _other(error: Exception, arguments: Sequence[str], *, with_way: bool) -> int:
    import typer
    from typer.exceptions import TyperException

    if isinstance(error, typer.Exit):
        return error.exit_code
    if isinstance(error, typer.Abort):
        return _interrupted()
    if isinstance(error, TyperException):
        _say(*_in_dutch(error, arguments))
        return USAGE
    _say(*_unexpected(error))
    if with_way:
        import traceback

        for frame in traceback.extract_tb(error.__traceback__):
            print(f"{INSPRONG}{frame.filename}, regel {frame.lineno}, in {frame.name}", file=sys.stderr)
    return UNEXPECTED


def _in_dutch(error: Exception, arguments: Sequence[str]) -> tuple[str, str]:
    """Typer's own usage errors, by type, in the words of the catalogue."""
    ctx = getattr(error, "ctx", None)
    named = next((f"nazorg {PER_NAAM[word].naam}" for word in arguments if word in PER_NAAM), "nazorg")
    facts = {"opdracht": ctx.command_path if ctx else named}
    message = str(getattr(error, "message", ""))
    kind = type(error).__name__
    if kind == "NoSuchOption":
        options = [name for param in ctx.command.get_params(ctx) for name in param.opts] if ctx else []
        facts |= {"waarde": str(getattr(error, "option_name", "")), "keuzes": ", ".join(options)}
        zin = phrase_typed("optie_onbekend", **facts)
    elif kind == "BadOptionUsage":
        soort = "optie_met_waarde" if "does not take a value" in message else "optie_zonder_waarde"
        zin = phrase_typed(soort, waarde=str(getattr(error, "option_name", "")), **facts)
    elif kind == "MissingParameter":
        param = getattr(error, "param", None)
        zin = phrase_typed("argument_ontbreekt", waarde=param.make_metavar(ctx) if param else "", **facts)
    elif "unexpected extra argument" in message:
        zin = phrase_typed("argument_te_veel", waarde=message.rpartition("(")[2].rstrip(")"), **facts)
    else:
        zin = phrase_typed("gebruik", **facts)
    return zin.message, zin.remedy


def _unexpected(error: Exception) -> tuple[str, str]:
    """A fault of the program: where it happened, and no value that could come from a dossier."""
    import traceback

    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "nazorg" in frame.filename]
    place = f"{frames[-1].filename.rpartition('nazorg/')[2]}, regel {frames[-1].lineno}" if frames else "onbekende plek"
    return (
        f"Dit is een fout in het programma ({type(error).__name__} in {place}).",
        "Meld deze regel met de opdracht die u gaf; er staat niets uit een dossier in.",
    )


def _say(message: str, remedy: str, details: Sequence[str] = ()) -> None:
    """Say it on stderr: wrapped for a person, on one line each for a program. Where nobody listens, the code tells."""
    width = BREEDTE if sys.stderr.isatty() else sys.maxsize
    try:
        sys.stdout.flush()
    except OSError:
        _write_nowhere("stdout")
    try:
        print(_filled(message, width, "nazorg: ", INSPRONG), file=sys.stderr)
        for line in details:  # a command stays on one line, to be copied
            room = sys.maxsize if line.startswith("nazorg ") else width
            print(_filled(line, room, f"{INSPRONG}  ", f"{INSPRONG}    "), file=sys.stderr)
        if remedy:
            print(_filled(remedy, width, INSPRONG, INSPRONG), file=sys.stderr)
    except OSError:
        _write_nowhere("stderr")


def _filled(text: str, width: int, first: str, next_lines: str) -> str:
    from textwrap import fill

    return fill(
        visible(text),
        width,
        initial_indent=first,
        subsequent_indent=next_lines,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _interrupted() -> int:
    print("\nnazorg: onderbroken.", file=sys.stderr)
    return INTERRUPTED


def _reader_gone() -> int:
    """The program that read our output stopped reading (``| head``): that is no error."""
    _write_nowhere("stdout")
    return 0


def _write_nowhere(name: str) -> None:
    """What is still to be written there cannot be: nor at the end, where Python would say so with a code of its own."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), getattr(sys, name).fileno())
    setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - what the other holds is not its own


def _speak_utf8() -> None:
    """A console of cp1252 gets the same bytes as every other; what it cannot show comes out as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
