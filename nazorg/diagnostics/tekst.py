"""Text of a file on its way to a person: data, never a control code."""

import unicodedata


def visible(text: str) -> str:
    """``text`` on one line, with controls and bidirectional signs as ``·``: a terminal must not obey a dossier."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_sign(sign) for sign in text)


def _sign(sign: str) -> str:
    if sign in "\n\r\t":
        return " "
    return "·" if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") else sign
