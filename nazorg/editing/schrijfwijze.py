"""How a tree is written: scalars that read back as themselves, block style for what we write ourselves."""

import re

from nazorg.begrippen.boom import Boom

_PLAIN_ANYWHERE = re.compile(r"[^\W_](?:[\w./@()'+ -]*[\w./@()'+-])?")
_NOT_PLAIN = re.compile(r": | #|:$|\s$|[^\S ]")
_VASTE_SPATIE = "\xa0"
"""Comes along when text is pasted; as an escape nobody could read the word around it."""
_YAML_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off"})


def as_scalar(text: str, *, flow: bool = True, style: str = "") -> str:
    """``text`` as a scalar, in the ``style`` of quotes that stood there where that can hold it.

    Plain where that is safe, else in single quotes; in double quotes with escapes when it holds controls or line ends.
    Without ``flow`` it never comes to stand between braces, where fewer texts are safe.
    """
    if not text.replace(_VASTE_SPATIE, "").isprintable():
        return '"' + "".join(_escape(sign) for sign in text) + '"'
    if style == '"':
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if style == "'" or not _is_plain(text, flow=flow):
        return "'" + text.replace("'", "''") + "'"
    return text


def as_block(boom: dict[str, Boom]) -> str:
    """``boom`` as the text of a file, in block style."""
    return "".join(f"{line}\n" for line in as_lines(boom, 0))


def as_flow(boom: Boom) -> str:
    """``boom`` between braces and brackets, on one line."""
    if isinstance(boom, dict):
        pairs = (f"{as_key(name)}: {as_flow(value) if value else ''}" for name, value in boom.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(boom, list):
        return "[" + ", ".join(as_flow(item) for item in boom) + "]"
    return as_scalar(boom)


def as_lines(boom: Boom, indent: int) -> list[str]:
    """The lines of a mapping or a list in block style, ``indent`` spaces in."""
    pad = " " * indent
    if isinstance(boom, dict):
        return [line for name, value in boom.items() for line in field_lines(name, value, indent)]
    lines = []
    for item in boom:
        if isinstance(item, dict) and item:
            first, *rest = as_lines(item, indent + 2)
            lines += [f"{pad}- {first.lstrip()}", *rest]
        else:
            lines.append(f"{pad}- {as_flow(item)}")
    return lines


def field_lines(name: str, value: Boom, indent: int) -> list[str]:
    """The lines of one key with its value."""
    head = " " * indent + as_key(name) + ":"
    if isinstance(value, str):
        return [f"{head} {as_scalar(value, flow=False)}" if value else head]
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return [f"{head} {as_flow(value)}"]
    return [head, *as_lines(value, indent + 2)] if value else [head]


def as_key(name: str) -> str:
    """``name`` as a key."""
    return as_scalar(name)


def _is_plain(text: str, *, flow: bool) -> bool:
    if text.casefold() in _YAML_WORDS:
        return False
    if _PLAIN_ANYWHERE.fullmatch(text):
        return True
    return not flow and text[:1].isalnum() and not _NOT_PLAIN.search(text)


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _escape(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    return sign if sign.isprintable() else f"\\U{ord(sign):08X}"
