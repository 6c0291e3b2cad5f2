"""What the lists have in common: how far they look ahead, and how they end."""

from typing import Annotated

from nazorg.cli.signatuur import Option
from nazorg.cli.waarden import read_value
from nazorg.errors import UsageError

_DAGEN = {"d": 1, "w": 7}
GOED, BEVINDINGEN, ONVOLLEDIG = 0, 1, 3

Exitcode = Annotated[bool, Option("--exitcode", help="Eindig met 1 als er iets in de lijst staat.")]


def read_dagen(text: str, option: str = "--binnen") -> int:
    """A duration in calendar days: days or weeks, since a list looks ahead from today and not from a deadline."""
    number, unit = text[:-1].rstrip(), text[-1:]
    if unit in _DAGEN and len(number) <= 4 and number.isascii() and number.isdecimal():
        return int(number) * _DAGEN[unit]  # as a duration reads, and the terms with their anchors are not imported
    from nazorg.begrippen.termen import read_duur

    read_value(option, text, read_duur)
    raise UsageError(f"{option}: '{text}' is niet in dagen of weken.", "Schrijf bijvoorbeeld 14d of 2w.")


def outcome(unreadable: bool, found: bool) -> int:
    """The exit code of a list: a dossier left out weighs more than what was found."""
    return ONVOLLEDIG if unreadable else BEVINDINGEN if found else GOED
