"""A region's own template in a process of its own: what it does there, it cannot do to the program."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from nazorg.begrippen.bron import Bestand
from nazorg.errors import UsageError
from nazorg.output.sjabloon.grenzen import LANGSTE, set_limits
from nazorg.output.sjabloon.omgeving import render_here
from nazorg.output.sjabloon.vindplaats import Sjablonen

WACHTTIJD = 10.0
"""Seconds by the clock, for a machine that has other work too; the child itself counts its own time."""

_START = "import sys; sys.path[:] = sys.argv[1:]; from nazorg.output.sjabloon.kind import main; main()"
_VOL = 2


def render_apart(sjablonen: Sjablonen, file: str, variabelen: Mapping[str, Any]) -> str:
    """The text of the template ``file``, rendered by a child that has the region's own templates and nothing else.

    Raises ``UsageError`` as ``render`` does, and when the template takes too long or asks for too much memory.
    """
    own = [[one.path, _latin(one.data), one.problem] for one in sjablonen.own_files()]
    asked = {"eigen": own, "achtervoegsel": sjablonen.achtervoegsel, "file": file, "variabelen": variabelen}
    command = [sys.executable, "-I", "-c", _START, *(place for place in sys.path if place)]
    try:
        done = subprocess.run(
            command, input=json.dumps(asked).encode(), capture_output=True, timeout=WACHTTIJD, check=False
        )
    except subprocess.TimeoutExpired:
        raise _stopped(file, "duurt te lang; kijk of een lus wel ophoudt") from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        full = done.returncode == _VOL
        raise _stopped(file, f"{'' if full else 'duurt te lang of '}vraagt te veel geheugen") from None
    if "tekst" in answer:
        return str(answer["tekst"])
    message, remedy = answer["fout"]
    raise UsageError(str(message), str(remedy))


def main() -> None:
    """The child: one question on standard input, one answer on standard output, and nothing else."""
    asked = json.load(sys.stdin.buffer)
    own = [
        Bestand(path, data.encode("latin-1") if data is not None else None, why) for path, data, why in asked["eigen"]
    ]
    sjablonen = Sjablonen(_Opgegeven(own), achtervoegsel=asked["achtervoegsel"])
    _load_languages()
    try:
        set_limits()
        answer = json.dumps(_answer(sjablonen, asked["file"], asked["variabelen"]))
    except MemoryError:
        sys.exit(_VOL)
    sys.stdout.write(answer)


def _answer(sjablonen: Sjablonen, file: str, variabelen: Mapping[str, Any]) -> dict[str, object]:
    try:
        text = render_here(sjablonen, file, variabelen)
    except UsageError as error:
        return {"fout": [error.message, error.remedy]}
    if len(text) > LANGSTE:
        many = _stopped(file, "geeft te veel tekst")
        return {"fout": [many.message, many.remedy]}
    return {"tekst": text}


def _stopped(file: str, reason: str) -> UsageError:
    return UsageError(f"Sjabloon templates/{file} {reason}.", "Pas het aan, of kies een ander met --sjabloon.")


def _latin(data: bytes | None) -> str | None:
    """Any bytes as a text that JSON can hold."""
    return None if data is None else data.decode("latin-1")


def _load_languages() -> None:
    """Load what the filters need before there is a limit: that is not the template's to pay for."""
    from nazorg.output.sjabloon.filters import datum

    datum("2026-01-01")


class _Opgegeven:
    """The region's own templates as they were handed over: a ``Bron``."""

    name = "templates"

    def __init__(self, files: list[Bestand]) -> None:
        self._files = {one.path: one for one in files}

    def paths(self, folder: str, suffix: str = ".yaml") -> Iterator[str]:
        return (path for path in sorted(self._files) if path.startswith(f"{folder}/") and path.endswith(suffix))

    def read(self, path: str) -> Bestand:
        return self._files.get(path, Bestand(path, None, "niet_gevonden"))
