"""The grammar of the command line as data, for completion without typer.

Written to ``grammatica.json`` when it changes.

``python -m nazorg.cli.grammatica`` writes the file; a test holds it against the commands themselves.
"""

import json
from pathlib import Path
from typing import Any

from nazorg.begrippen.keuzes import Kader, Status

BESTAND = Path(__file__).with_name("grammatica.json")

_CHOICES: dict[str, list[str]] = {"--status": [str(one) for one in Status], "--kader": [str(one) for one in Kader]}


def build() -> dict[str, Any]:
    """The grammar out of the commands: per command its line of help, its options and what its arguments are."""
    from nazorg.cli.app import load_command, make_app
    from nazorg.cli.opdrachten import OPDRACHTEN

    root = make_app()
    commands = {}
    for group in OPDRACHTEN.values():
        for opdracht in group:
            params = load_command(opdracht).params
            arguments = [_value(param.metavar or "", "") for param in params if param.param_type_name == "argument"]
            commands[opdracht.naam] = {
                "kort": opdracht.kort,
                "ook": opdracht.english,
                "opties": _options(param for param in params if not getattr(param, "hidden", False)),
                "argumenten": arguments,
            }
    return {"opties": _options(root.params), "opdrachten": commands}


def _options(params: Any) -> dict[str, Any]:
    """Each name of an option with what it takes: nothing, a list of choices, or the word of its kind."""
    found: dict[str, Any] = {}
    for param in params:
        if param.param_type_name == "option":
            takes = None if param.is_flag else _value(param.metavar or "", param.opts[-1])
            found |= {name: {"hulp": param.help or "", "waarde": takes} for name in param.opts}
    return found


def _value(metavar: str, name: str) -> Any:
    if name in _CHOICES:
        return _CHOICES[name]
    if "|" in metavar:  # a word in capitals stands for a kind of value
        return [choice for choice in metavar.strip("[]").split("|") if choice.islower()]
    return name.removeprefix("--") if metavar == "NAAM" and name else metavar.strip("[] …").lower()


if __name__ == "__main__":
    BESTAND.write_text(json.dumps(build(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
