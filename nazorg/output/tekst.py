"""Numbers in words."""


def count(number: int, one: str, many: str) -> str:
    """``1 dossier``, ``2 dossiers``."""
    return f"{number} {one if number == 1 else many}"
