"""What goes wrong in a template, in Dutch, with the file and the line."""

import re
import traceback
from collections.abc import Collection, Mapping
from typing import NoReturn

from jinja2 import TemplateNotFound, TemplateSyntaxError, Undefined
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import StrictUndefined
from jinja2.utils import missing

from nazorg.diagnostics.taal import meant
from nazorg.errors import UsageError


class Sjabloonfout(TemplateRuntimeError):
    """A fault of a template in our own Dutch words (half a sentence, without a full stop)."""


class Verboden(Sjabloonfout, SecurityError):
    """A template reached for what it may not have."""


class OnbekendeNaam(Sjabloonfout):
    """A template uses a name that does not exist. ``bekend`` are the names that do, where that can be told."""

    def __init__(self, naam: str, bekend: Collection[str] | None) -> None:
        super().__init__(f"de naam '{naam}' bestaat hier niet")
        self.naam = naam
        self.bekend = bekend


class Onbekend(StrictUndefined):
    """An unknown name: only ``is defined`` and ``default`` may touch it."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = Sjabloonfout,
    ) -> None:
        del hint, exc  # English words, and jinja2's own kinds of exception
        known = None if obj is missing else sorted(str(key) for key in obj) if isinstance(obj, dict) else ()

        def fail(message: object) -> TemplateRuntimeError:
            del message
            return OnbekendeNaam(str(name), known)

        super().__init__(None, obj, name, fail)  # type: ignore[arg-type]  # called with the message, as a class would be


def raise_undefined(value: Undefined) -> NoReturn:
    """Raise what touching ``value`` raises."""
    str(value)
    raise AssertionError("a strict undefined value cannot be text")


def in_dutch(error: Exception, files: Mapping[str, str], names: Collection[str]) -> UsageError:
    """``error`` as a person is told: the template and line, what is wrong, and what to do.

    ``files`` are the texts of the templates that took part, ``names`` the variables that every template has. No value
    of a dossier is in it: only words of the template and of this program.
    """
    file, line = _place(error, files)
    where = f"{file}, regel {line}: " if file else ""
    if isinstance(error, OnbekendeNaam) and error.naam not in files.get(file, ""):
        return UsageError(
            f"Sjabloon {where}een naam uit de gegevens bestaat hier niet.", _remedy(error, names, meaning=False)
        )
    return UsageError(f"Sjabloon {where}{_what(error)}.", _remedy(error, names))


def _place(error: Exception, files: Collection[str]) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return error.filename, error.lineno
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in files]
    return (frames[-1].filename, frames[-1].lineno or 1) if frames else ("", 0)


_SYNTAX = (
    (r"Encountered unknown tag '(\w+)'.*", "de opdracht '{0}' bestaat niet, of staat op een plek waar zij niet kan"),
    (r"No filter named '(\w+)'.*", "het filter '{0}' bestaat niet"),
    (r"No test named '(\w+)'.*", "de toets '{0}' bestaat niet"),
    (r"Unexpected end of template.*", "er staat nog iets open waar het sjabloon ophoudt (een 'if', 'for' of 'block')"),
    (r"unexpected char '(.)'.*", "het teken '{0}' kan hier niet staan"),
    (r"unexpected '(.+)'", "'{0}' staat hier niet op zijn plek"),
    (r"expected token '(.+)', got '(.+)'", "hier staat '{1}' waar iets anders hoort"),
)


def _what(error: Exception) -> str:
    if isinstance(error, Sjabloonfout):
        return str(error)
    if isinstance(error, TemplateNotFound):
        return "het sjabloon dat hier gevraagd wordt bestaat niet"
    if isinstance(error, TemplateSyntaxError):
        for pattern, words in _SYNTAX:
            if match := re.fullmatch(pattern, error.message or "", re.DOTALL):
                return words.format(*match.groups())
        return "de schrijfwijze klopt hier niet"
    if isinstance(error, SecurityError):
        return "dit mag een sjabloon niet"
    if isinstance(error, RecursionError):
        return "het sjabloon roept zichzelf steeds weer aan"
    return f"hier kan niet mee gewerkt worden ({type(error).__name__})"


def _remedy(error: Exception, names: Collection[str], *, meaning: bool = True) -> str:
    if isinstance(error, OnbekendeNaam):
        known = names if error.bekend is None else error.bekend
        choice = f"Hier bestaan: {', '.join(sorted(known))}." if known else "Kijk de naam na."
        return (meant(error.naam, known) if meaning else "") + choice
    return "Pas het sjabloon aan, of kies een ander met --sjabloon."
