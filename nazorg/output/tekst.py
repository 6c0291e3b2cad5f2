"""Numbers and enumerations in words."""

from collections.abc import Sequence


def count(number: int, one: str, many: str) -> str:
    """``1 dossier``, ``2 dossiers``."""
    return f"{number} {one if number == 1 else many}"


def listed(words: Sequence[str]) -> str:
    """``een``, ``een en twee``, ``een, twee en drie``."""
    return " en ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
