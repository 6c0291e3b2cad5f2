"""Values typed on the command line: read and refused in the same way as values in a file."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from nazorg.begrippen.tekstwaarde import OngeldigeWaarde
from nazorg.diagnostics.taal import phrase_typed
from nazorg.errors import UsageError

Value = TypeVar("Value")


def read_value(option: str, text: str, read: Callable[[str], Value]) -> Value:
    """The value of ``text`` as ``read`` has it. Raises ``UsageError`` that names ``option``."""
    try:
        return read(text)
    except OngeldigeWaarde as error:
        zin = phrase_typed(error.soort, **{"waarde": text, **error.feiten})
        raise UsageError(f"{option}: {zin.message}", zin.remedy) from None


def read_choice(option: str, text: str, choices: Iterable[str]) -> str:
    """``text`` when it is one of ``choices``. Raises ``UsageError`` with did-you-mean."""
    known = list(choices)
    if text in known:
        return text
    zin = phrase_typed("geen_keuze", waarde=text, keuzes=", ".join(known))
    raise UsageError(f"{option}: {zin.message}", zin.remedy)
