"""Read a command line that is written in the plain way, without importing typer.

Plain are the name of a command, whole names of options with their values, and arguments. Anything else, and anything
that is wrong, is left to typer: it knows the other ways to write a line, the help, and what to say of a mistake. Both
read the same signatures, and a law holds them equal.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from nazorg.cli.globaal import Globaal
from nazorg.cli.opdrachten import INGANGEN, PER_NAAM, Opdracht, load
from nazorg.cli.overal import FILTERS, OVERAL, Overal
from nazorg.cli.signatuur import REQUIRED, Option, Parameter, parameters
from nazorg.cli.wortel import nazorg
from nazorg.errors import UsageError


class Aanroep(NamedTuple):
    """A command line that was read: the function to call, and with what. ``naam`` is empty for ``nazorg`` alone."""

    naam: str
    globaal: Globaal
    function: Callable[..., int]
    values: dict[str, Any]

    def run(self) -> int:
        """Carry it out, and give the exit code. Raises ``NazorgError``."""
        return self.function(self.globaal, **self.values)


def read(arguments: Sequence[str]) -> Aanroep | None:
    """The call that ``arguments`` ask for, or ``None`` where typer has to read them."""
    globaal = Globaal()
    words = list(reversed(arguments))
    try:
        root = _Deel(parameters(nazorg), OVERAL)
        if not root.take_until_argument(words):
            root.store(globaal)
            return Aanroep("", globaal, nazorg, root.values())
        opdracht = _opdracht(words.pop(), root)
        function = load(opdracht)
        deel = _Deel(parameters(function), (*FILTERS, *OVERAL) if opdracht.is_lijst else OVERAL)
        while deel.take_until_argument(words):
            deel.arguments.append(words.pop())
        root.store(globaal)
        deel.store(globaal)
        return Aanroep(opdracht.naam, globaal, function, deel.values())
    except (_NotPlain, UsageError):
        return None


class _NotPlain(Exception):
    """This line is typer's to read."""


def _opdracht(name: str, root: "_Deel") -> Opdracht:
    opdracht = PER_NAAM.get(name) or INGANGEN.get(name)
    if opdracht is None or any(isinstance(one.mark, Option) and one.mark in root.given for one in root.own):
        raise _NotPlain
    return opdracht


class _Deel:
    """What was given to one command: ``nazorg`` itself, or the command behind it."""

    def __init__(self, own: tuple[Parameter, ...], everywhere: tuple[Overal, ...]) -> None:
        self.own = own
        self.everywhere = everywhere
        self.given: dict[Option, list[Any]] = {}
        self.arguments: list[str] = []
        marks = [*(one.mark for one in own if isinstance(one.mark, Option)), *(one.option for one in everywhere)]
        self._options = {name: mark for mark in marks for name in mark.names}

    def take_until_argument(self, words: list[str]) -> bool:
        """Take the options off ``words``, which stand in reverse; whether an argument is next."""
        while words and words[-1].startswith("-"):
            name, has_value, value = words.pop().partition("=")
            option = self._options.get(name)
            if option is None or (has_value and (option.is_switch or not name.startswith("--"))):
                raise _NotPlain
            self.given.setdefault(option, []).append(option.is_switch or (value if has_value else _next(words)))
        if words and not words[-1]:
            raise _NotPlain
        return bool(words)

    def store(self, globaal: Globaal) -> None:
        """Write into ``globaal`` what holds everywhere; of two values the last. Raises ``UsageError``."""
        for one in self.everywhere:
            given = self.given.get(one.option)
            if given:
                one.store(globaal, given if one.many else given[-1])

    def values(self) -> dict[str, Any]:
        """What the function takes, by name."""
        left = self.arguments
        found: dict[str, Any] = {}
        for one in self.own:
            if isinstance(one.mark, Option):
                given = self.given.get(one.mark, [])
            else:
                given, left = (left, []) if one.many else (left[:1], left[1:])
            if not given and one.default is REQUIRED:
                raise _NotPlain
            found[one.name] = one.default if not given else given if one.many else given[-1]
        if left:
            raise _NotPlain
        return found


def _next(words: list[str]) -> str:
    """The value of an option: the word behind it."""
    if not words or not words[-1] or words[-1].startswith("-"):
        raise _NotPlain
    return words.pop()
