"""The filters that a template may use: jinja2's harmless ones, and ours for days, words and lists."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from jinja2 import Environment

from nazorg.begrippen.datums import dag_in_woorden
from nazorg.begrippen.keuzes import LEEFGEBIEDEN
from nazorg.output.sjabloon.fouten import Sjabloonfout

_VAN_JINJA = (
    "abs",
    "batch",
    "capitalize",
    "count",
    "d",
    "default",
    "first",
    "float",
    "groupby",
    "int",
    "items",
    "join",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "select",
    "selectattr",
    "slice",
    "sort",
    "string",
    "sum",
    "title",
    "trim",
    "truncate",
    "unique",
    "upper",
)
"""No ``random`` (same inputs, same bytes), nothing that reaches attributes, nothing that makes text of any length."""


def allowed_filters(environment: Environment) -> dict[str, Callable[..., Any]]:
    """The filters of a template, by name."""
    return {name: environment.filters[name] for name in _VAN_JINJA} | {
        "aantal": aantal,
        "datum": datum,
        "datum_kort": datum_kort,
        "datums": datums,
        "hoofdletter": hoofdletter,
        "leefgebied": leefgebied,
        "nummers": nummers,
        "opsomming": opsomming,
        "termijn": termijn,
        "woord": woord,
    }


_DAG = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_LANG = "EEEE d MMMM y"


def datum(waarde: object, taal: str = "nl_NL") -> str:
    """``2026-11-26`` → ``donderdag 26 november 2026``; with a ``taal`` such as ``en_GB`` in that language."""
    return _date_text(waarde, _LANG, taal)


def datum_kort(waarde: object, taal: str = "nl_NL") -> str:
    """``2026-11-26`` → ``26 nov 2026``."""
    return _date_text(waarde, "d MMM y", taal)


def datums(waarde: object, taal: str = "nl_NL") -> str:
    """``opgeschort sinds 2026-11-26`` → ``opgeschort sinds 26 nov 2026``, a remark as people write it."""
    return _DAG.sub(lambda day: termijn(day[0], taal), _text(waarde, "datums"))


def termijn(waarde: object, taal: str = "nl_NL") -> str:
    """``2026-11-26`` → ``26 nov 2026``; a term, such as ``ontslag - 3w``, as it is in every language."""
    text = _text(waarde, "termijn")
    try:
        date.fromisoformat(text)
    except ValueError:
        return text
    return datum_kort(text, taal)


def hoofdletter(waarde: object) -> str:
    """The text with a capital to begin with, and the rest as it is."""
    text = _text(waarde, "hoofdletter")
    return text[:1].upper() + text[1:]


def leefgebied(waarde: object) -> str:
    """``id_bewijs`` → ``identiteitsbewijs``; a region's own leefgebied in plain words."""
    naam = _text(waarde, "leefgebied")
    return LEEFGEBIEDEN.get(naam, naam.replace("_", " "))


def woord(waarde: object) -> str:
    """A choice in plain words: ``niet_op_orde`` → ``niet op orde``, ``nvt`` → ``n.v.t.``."""
    text = _text(waarde, "woord")
    return "n.v.t." if text == "nvt" else text.replace("_", " ")


def opsomming(waarden: object, en: str = "en") -> str:
    """``[a, b, c]`` → ``a, b en c``."""
    if not isinstance(waarden, (list, tuple)):
        raise Sjabloonfout("het filter 'opsomming' wil een lijst")
    return _enumerate([str(one) for one in waarden], en)


def nummers(waarden: object, en: str = "en") -> str:
    """``[1, 2, 3, 5]`` → ``1-3 en 5``, with an en dash."""
    if not isinstance(waarden, (list, tuple)) or not all(isinstance(one, int) for one in waarden):
        raise Sjabloonfout("het filter 'nummers' wil een lijst van getallen")
    runs = [[number for _, number in run] for _, run in groupby(enumerate(waarden), lambda pair: pair[1] - pair[0])]
    return _enumerate([text for run in runs for text in _run(run)], en)


def aantal(getal: object, een: str, meer: str) -> str:
    """``1|aantal("dag", "dagen")`` → ``1 dag``."""
    if not isinstance(getal, int):
        raise Sjabloonfout("het filter 'aantal' wil een getal")
    return f"{getal} {een if getal == 1 else meer}"


_TOT = "\N{EN DASH}"


def _run(run: Sequence[int]) -> list[str]:
    return [f"{run[0]}{_TOT}{run[-1]}"] if len(run) > 2 else [str(number) for number in run]


def _enumerate(words: Sequence[str], en: str) -> str:
    return f"{', '.join(words[:-1])} {en} {words[-1]}" if len(words) > 1 else "".join(words)


_NEDERLANDS = "nl_NL"
_KORTE_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def _date_text(waarde: object, form: str, taal: str) -> str:
    """A date as a library for every language has it; in Dutch without that library, whose import takes a while."""
    try:
        day = date.fromisoformat(_text(waarde, "datum"))
    except ValueError:
        raise Sjabloonfout("het filter 'datum' wil een datum") from None
    if taal == _NEDERLANDS:
        return dag_in_woorden(day) if form == _LANG else f"{day.day} {_KORTE_MAANDEN[day.month - 1]} {day.year}"
    from babel import UnknownLocaleError
    from babel.dates import format_date

    try:
        return format_date(day, form, locale=taal)
    except (UnknownLocaleError, ValueError):
        raise Sjabloonfout("deze taal is niet bekend") from None


def _text(waarde: object, filter_name: str) -> str:
    if not isinstance(waarde, str):
        raise Sjabloonfout(f"het filter '{filter_name}' wil een tekst")
    return str(waarde)
