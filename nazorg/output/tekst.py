"""Numbers and days in words."""

from datetime import date

_MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def count(number: int, one: str, many: str) -> str:
    """``1 dossier``, ``2 dossiers``."""
    return f"{number} {one if number == 1 else many}"


def day_in_words(day: date) -> str:
    """``19 november 2026``."""
    return f"{day.day} {_MAANDEN[day.month - 1]} {day.year}"


def weekday_in_words(day: date) -> str:
    """``donderdag 19 november 2026``."""
    return f"{_DAGEN[day.weekday()]} {day_in_words(day)}"
