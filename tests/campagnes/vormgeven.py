"""The same dossier written in other ways: other line ends, braces, quotes, blocks, and comments everywhere."""

import re
from collections.abc import Callable, Iterator

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.bron import Bestand
from nazorg.editing.bewerking import same
from nazorg.editing.schrijfwijze import as_flow, as_key
from nazorg.yamltext import Document, Mapping, Scalar, Sequence, as_boom, read_document
from nazorg.yamltext.routes import walk_entries


def lees(data: bytes) -> Document:
    return read_document(Bestand("x.yaml", data))


def write_as(vorm: str, data: bytes) -> Document | None:
    """The document ``data`` in the form ``vorm``; ``None`` where it cannot be written so."""
    document = lees(data)
    for step in vorm.split("+"):
        document = lees(VORMEN[step](document))
    return document if document.root is not None and same(as_boom(document.root), as_boom(lees(data).root)) else None


def _as_it_is(document: Document) -> bytes:
    return document.data


def _crlf(document: Document) -> bytes:
    return re.sub(rb"\r?\n", b"\r\n", document.data)


def _bom(document: Document) -> bytes:
    return b"\xef\xbb\xbf" + document.data


def _no_last_line_end(document: Document) -> bytes:
    return document.data.rstrip(b"\r\n")


def _flow(document: Document) -> bytes:
    """Every field between braces and brackets, on a line of its own."""
    return "".join(f"{as_key(name)}: {as_flow(value)}\n" for name, value in _fields(document)).encode()


def _flow_lines(document: Document) -> bytes:
    """Between braces too, but over many lines, with comments in between."""
    return "".join(f"{as_key(name)}: {_spread(value, 2)}  # {name}\n" for name, value in _fields(document)).encode()


def _spread(boom: Boom, indent: int) -> str:
    pad = " " * indent
    if isinstance(boom, dict) and boom:
        inner = [f"{as_key(name)}: {_spread(value, indent + 2)}" for name, value in boom.items()]
    elif isinstance(boom, list) and boom:
        inner = [_spread(item, indent + 2) for item in boom]
    else:
        return as_flow(boom)
    lines = "".join(f"{pad}{one},  # nog iets\n" for one in inner)
    first, last = ("{", "}") if isinstance(boom, dict) else ("[", "]")
    return f"{first}  # open\n{lines}{pad}# dicht\n{pad}{last}"


def _fields(document: Document) -> Iterator[tuple[str, Boom]]:
    boom = as_boom(document.root)
    assert isinstance(boom, dict)
    yield from boom.items()


def _quoted(document: Document) -> bytes:
    """Every plain value in double quotes."""
    return _cut(document, lambda scalar, _: '"' + scalar.text.replace("\\", "\\\\").replace('"', '\\"') + '"')


def _literal(document: Document) -> bytes:
    return _cut(document, lambda scalar, pad: f"|-\n{pad}{scalar.text}", in_flow=False)


def _folded(document: Document) -> bytes:
    """Every value folded, a line for each word where that reads the same."""
    return _cut(
        document, lambda scalar, pad: ">-\n" + "\n".join(pad + word for word in scalar.text.split(" ")), in_flow=False
    )


def _cut(document: Document, write: Callable[[Scalar, str], str], *, in_flow: bool = True) -> bytes:
    """Plain values of fields give way to what ``write`` makes of them; a comment behind one stays on its line."""
    pieces, end, text = [], 0, document.text
    for scalar, column, flow in _plain_values(document):
        if (flow and not in_flow) or scalar.text != scalar.text.strip() or "  " in scalar.text:
            continue
        head, _, below = write(scalar, " " * (column + 2)).partition("\n")
        line_end = text.find("\n", scalar.end.index)
        line_end = len(text) if line_end < 0 else line_end
        rest = text[scalar.end.index : line_end]
        pieces += [text[end : scalar.start.index], head]
        end = scalar.end.index
        if below:
            pieces += [rest, "\n", below]
            end = line_end
    return ("".join([*pieces, text[end:]])).encode()


def _plain_values(document: Document) -> Iterator[tuple[Scalar, int, bool]]:
    for _, _, node in walk_entries(document.root):
        if isinstance(node, Mapping):
            for key, value in node.entries.values():
                one_line = isinstance(value, Scalar) and value.start.line == value.end.line
                if one_line and value.text and not value.style:
                    yield value, key.start.column, node.flow


def _comments(document: Document) -> bytes:
    """A comment behind every line and a line of comment above it, but not within a value."""
    inside: set[int] = set()
    for _, _, node in walk_entries(document.root):
        if isinstance(node, Scalar) and node.end.line > node.start.line:
            inside.update(range(node.start.line, node.end.line + 1))
    lines = document.text.split("\n")
    made = []
    for number, line in enumerate(lines):
        if number in inside or not line.strip():
            made.append(line)
            continue
        pad = " " * (len(line) - len(line.lstrip()))
        made.append(f"{pad}# voor {number}")
        made.append(line if "#" in line else f"{line}  # bij {number}")
    return "\n".join(made).encode()


def sequences(document: Document) -> Iterator[tuple[tuple[str | int, ...], Sequence]]:
    for route, _, node in walk_entries(document.root):
        if isinstance(node, Sequence):
            yield route, node


_STAPPEN = {
    "zo": _as_it_is,
    "flow": _flow,
    "flowregels": _flow_lines,
    "aanhaling": _quoted,
    "letterlijk": _literal,
    "gevouwen": _folded,
    "commentaar": _comments,
    "zonder_eind": _no_last_line_end,
    "crlf": _crlf,
    "bom": _bom,
}
VORMEN: dict[str, Callable[[Document], bytes]] = _STAPPEN
ALLE = (
    *_STAPPEN,
    *("commentaar+crlf", "letterlijk+commentaar", "gevouwen+commentaar+crlf", "flow+commentaar", "crlf+bom"),
    *("letterlijk+zonder_eind", "gevouwen+zonder_eind", "commentaar+zonder_eind", "flowregels+crlf+bom"),
)
"""Every form that is tried; in what has ``+`` the ones come after the others."""
