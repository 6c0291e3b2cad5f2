"""What a command takes, as its function's signature says it: options and arguments, without importing typer."""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

REQUIRED: Any = object()
"""The default of what has to be given."""


class Option:
    """Marks a parameter that is given by name; without ``metavar`` it is a switch."""

    def __init__(self, *names: str, help: str, metavar: str = "") -> None:  # noqa: A002 - as everyone calls it
        self.names = names
        self.help = help
        self.metavar = metavar

    @property
    def is_switch(self) -> bool:
        """Whether it takes no value."""
        return not self.metavar


class Argument:
    """Marks a parameter that is given by its place."""

    def __init__(self, *, help: str, metavar: str) -> None:  # noqa: A002
        self.help = help
        self.metavar = metavar


class Parameter(NamedTuple):
    """One parameter of a command. ``many``: any number of values, as a list."""

    name: str
    mark: Option | Argument
    default: Any
    many: bool


@cache
def parameters(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    """What ``function`` takes behind its first parameter, which holds what every command takes.

    Each is ``Annotated`` with its mark: ``str`` is one value, ``bool`` a switch, ``list[str]`` any number of values.
    """
    names = function.__code__.co_varnames[1 : function.__code__.co_argcount]
    given = function.__defaults__ or ()
    defaults = (*[REQUIRED] * (len(names) - len(given)), *given)
    return tuple(
        _parameter(name, function.__annotations__[name], default) for name, default in zip(names, defaults, strict=True)
    )


def _parameter(name: str, annotation: Any, default: Any) -> Parameter:
    (mark,) = annotation.__metadata__
    return Parameter(name, mark, default, many=annotation.__origin__ not in (str, bool))
