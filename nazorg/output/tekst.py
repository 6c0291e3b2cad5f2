"""Text of a dossier on its way to a screen or a file: data, never markup and never a control code."""

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def visible(text: str) -> str:
    """``text`` on one line, with controls and bidirectional signs shown as ``·``.

    A terminal must not obey a dossier.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_sign(sign) for sign in text)


def _sign(sign: str) -> str:
    if sign in "\n\r\t":
        return " "
    if sign in _BIDI or unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return "·"
    return sign


def count(number: int, one: str, many: str) -> str:
    """``1 dossier``, ``2 dossiers``."""
    return f"{number} {one if number == 1 else many}"
