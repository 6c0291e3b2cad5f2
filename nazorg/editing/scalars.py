"""Write a text as a YAML scalar that reads back as that text."""

import re

_PLAIN = re.compile(r"[^\W_](?:[\w./@()'+ -]*[\w./@()'+-])?")
_YAML_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off"})


def as_scalar(text: str) -> str:
    """``text`` plain where that is safe, else in single quotes; in double quotes when it holds controls."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _YAML_WORDS:
        return text
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    escaped = "".join(_escape(sign) for sign in text)
    return f'"{escaped}"'


def _escape(sign: str) -> str:
    if sign in '"\\':
        return "\\" + sign
    if sign.isprintable():
        return sign
    return f"\\U{ord(sign):08X}"
