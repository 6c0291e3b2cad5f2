"""The grammar of the command line as data, for completion without typer.

Written to ``grammatica.json`` when it changes.

``python -m nazorg.cli.grammatica`` writes the file; a test holds it against the commands themselves.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nazorg.begrippen.keuzes import Kader, Status
from nazorg.cli.opdrachten import OPDRACHTEN, load
from nazorg.cli.overal import FILTERS, OVERAL
from nazorg.cli.signatuur import Argument, Option, Parameter, parameters
from nazorg.cli.wortel import nazorg

BESTAND = Path(__file__).with_name("grammatica.json")

_CHOICES: dict[str, list[str]] = {"--status": [str(one) for one in Status], "--kader": [str(one) for one in Kader]}


def build() -> dict[str, Any]:
    """The grammar out of the signatures: per command its line of help, its options and what its arguments are."""
    commands = {}
    for group in OPDRACHTEN.values():
        for opdracht in group:
            own = parameters(load(opdracht))
            filters = [one.option for one in FILTERS] if opdracht.is_lijst else []
            commands[opdracht.naam] = {
                "kort": opdracht.kort,
                "ook": opdracht.english,
                "opties": _options([*_marks(own), *filters]),
                "argumenten": [_value(one.mark.metavar, "") for one in own if isinstance(one.mark, Argument)],
            }
    return {"opties": _options([*_marks(parameters(nazorg)), *(one.option for one in OVERAL)]), "opdrachten": commands}


def _marks(own: Iterable[Parameter]) -> list[Option]:
    return [one.mark for one in own if isinstance(one.mark, Option)]


def _options(options: Iterable[Option]) -> dict[str, Any]:
    """Each name of an option with what it takes: nothing, a list of choices, or the word of its kind."""
    return {
        name: {"hulp": one.help, "waarde": None if one.is_switch else _value(one.metavar, one.names[-1])}
        for one in options
        for name in one.names
    }


def _value(metavar: str, name: str) -> Any:
    if name in _CHOICES:
        return _CHOICES[name]
    if "|" in metavar:  # a word in capitals stands for a kind of value
        return [choice for choice in metavar.strip("[]").split("|") if choice.islower()]
    return name.removeprefix("--") if metavar == "NAAM" and name else metavar.strip("[] …").lower()


if __name__ == "__main__":
    BESTAND.write_text(json.dumps(build(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
