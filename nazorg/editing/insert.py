"""Put a key in front of the others in items of a list, without touching another byte."""

from collections.abc import Mapping as MappingOf

from nazorg.begrippen.bron import Bestand
from nazorg.diagnostics import Route
from nazorg.yamltext import Document, Mapping, Node, Scalar, node_at, read_document

Plain = str | dict[str, "Plain"] | list["Plain"]


class EditError(Exception):
    """The text cannot be edited so that only the intended field changes; nothing was changed."""


def insert_first_key(document: Document, key: str, values: MappingOf[Route, str]) -> bytes:
    """The bytes of ``document`` with ``key`` as first key of the mapping at each route in ``values``.

    Where that key stands already, empty, it gets the value.

    The result is read again and must differ in nothing but these keys, else ``EditError`` is raised. Values
    must be plain:
    ids and dates, nothing that needs quotes.
    """
    if document.root is None:
        raise EditError("a document that cannot be read")
    newline = "\r\n" if "\r\n" in document.text else "\n"
    text = document.text
    inserts = [_splice(document, document.root, route, key, value, newline) for route, value in values.items()]
    for offset, piece in sorted(inserts, reverse=True):
        text = text[:offset] + piece + text[offset:]
    data = (b"\xef\xbb\xbf" if document.bom else b"") + text.encode("utf-8")
    _prove(document, data, key, values)
    return data


def _splice(document: Document, root: Mapping, route: Route, key: str, value: str, newline: str) -> tuple[int, str]:
    node = node_at(root, route)
    if not isinstance(node, Mapping) or not node.entries:
        raise EditError("not a mapping with other keys")
    if key in node.entries:
        return _fill(document.text, *node.entries[key], value)
    first, _ = next(iter(node.entries.values()))
    if node.flow:
        return first.span.start, f"{key}: {value}, "
    return first.span.start, f"{key}: {value}{newline}{' ' * (first.span.column - 1)}"


def _fill(text: str, key: Scalar, empty: Node, value: str) -> tuple[int, str]:
    """A key that stands there without a value gets it behind its colon."""
    colon = text.find(":", key.span.end)
    if not isinstance(empty, Scalar) or not empty.is_empty or colon < 0:
        raise EditError("a key that has a value")
    return colon + 1, f" {value}"


def _prove(document: Document, data: bytes, key: str, values: MappingOf[Route, str]) -> None:
    after = read_document(Bestand(document.path, data))
    if document.root is None or after.root is None:
        raise EditError("the result cannot be read")
    intended = to_plain(document.root)
    for route, value in values.items():
        item = intended
        for step in route:
            item = item[step]  # type: ignore[index]
        assert isinstance(item, dict)  # _splice has refused everything else
        item[key] = value
    if to_plain(after.root) != intended:
        raise EditError("the result is not what was meant")


def to_plain(node: Node) -> Plain:
    """The tree of ``node`` as text, dictionaries and lists: what two texts are compared by."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {name: to_plain(value) for name, (_, value) in node.entries.items()}
    return [to_plain(item) for item in node.items]
