"""What can be begun with before the command line is understood: the index is opened, and git set to work.

Only a guess at what will be asked. A wrong one costs a little time, and nothing that was begun is an answer.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nazorg.index.antwoord import Opening
    from nazorg.werkmap import Werkmap

_MET_INDEX = frozenset({"te-laat", "overdue", "controleer", "validate", "lijst", "list"})
_ANDERS = ("-h", "--help", "--versie", "--vul-aan", "--uitleg")

_begonnen: "tuple[str, Opening] | None" = None


def begin(arguments: Sequence[str]) -> None:
    """Begin with what a list in ``arguments`` will need, if that is what they ask for."""
    if (arguments and _MET_INDEX.isdisjoint(arguments)) or any(word.startswith(_ANDERS) for word in arguments):
        return
    global _begonnen  # noqa: PLW0603 - a process begins once
    from nazorg.werkmap import find_werkmap, is_left_behind

    with suppress(Exception):  # whatever is wrong, is said where it is asked
        werkmap = find_werkmap(_map_in(arguments))
        if is_left_behind(werkmap.root):  # its files are put right first
            return
        from nazorg.index.antwoord import open_for

        _begonnen = (werkmap.name, open_for(werkmap))


def take(werkmap: "Werkmap") -> "Opening | None":
    """What was begun with for ``werkmap``; once."""
    global _begonnen
    begonnen, _begonnen = _begonnen, None
    return begonnen[1] if begonnen is not None and begonnen[0] == werkmap.name else None


def _map_in(arguments: Sequence[str]) -> Path:
    """The folder that ``-C`` names, wherever it stands."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if word in ("-C", "--map"):
            return Path(following)
        if word.startswith("--map="):
            return Path(word.removeprefix("--map="))
    return Path()
