"""From nodes to plain values in the shape of a model.

Unknown keys, wrong shapes and written emptiness come out here.
"""

from nazorg.diagnostics import Finding, Route
from nazorg.diagnostics.taal import phrase
from nazorg.reading.shape import Fields, Items, Leaf, Named, Shape
from nazorg.yamltext import Mapping, Node, Scalar

Plain = str | None | dict[str, "Plain"] | list["Plain"]

_WRITTEN_EMPTY = frozenset({"~", "null", "Null", "NULL"})


def plain_values(root: Mapping, shape: Fields) -> tuple[dict[str, Plain], list[Finding]]:
    """The values of ``root`` as text, lists and dictionaries, and what does not fit ``shape``.

    A key without a value is left out, so that the model's default holds. What does not fit is left out as well.
    """
    found: list[Finding] = []
    return _fields(root, shape, (), found), found


def _plain(node: Node, shape: Shape, route: Route, found: list[Finding]) -> Plain:
    """The value of ``node``, or ``None`` when nothing is written or nothing fits."""
    if isinstance(shape, Leaf):
        return _leaf(node, route, found)
    if type(node) is Scalar and not node.text and not node.style:
        return None
    if isinstance(shape, Items):
        if type(node) is Scalar or type(node) is Mapping:
            found.append(_finding("geen_lijst", route))
            return None
        items = node.items  # type: ignore[union-attr]
        return [_plain(item, shape.item, (*route, place), found) for place, item in enumerate(items)]
    if type(node) is not Mapping:
        found.append(_finding("geen_velden", route))
        return None
    return _named(node, shape, route, found) if isinstance(shape, Named) else _fields(node, shape, route, found)


def _leaf(node: Node, route: Route, found: list[Finding]) -> Plain:
    if type(node) is not Scalar:
        found.append(_finding("geen_enkele_waarde", route))
        return None
    if not node.style:
        if not node.text:
            return None
        if node.text in _WRITTEN_EMPTY:
            found.append(_finding("leeg_geschreven", route))
            return None
    return node.text


def _fields(node: Mapping, shape: Fields, route: Route, found: list[Finding]) -> dict[str, Plain]:
    values: dict[str, Plain] = {}
    for name, (_, child) in node.entries.items():
        expected = shape.fields.get(name)
        here = (*route, name)
        if expected is None:
            zin = phrase("unknown_key", waarde=name, keuzes=", ".join(shape.fields))
            found.append(Finding(zin.code, here, zin.message, zin.remedy, at_key=True))
        else:
            value = _plain(child, expected, here, found)
            if value is not None:
                values[name] = value
    return values


def _named(node: Mapping, shape: Named, route: Route, found: list[Finding]) -> dict[str, Plain]:
    values: dict[str, Plain] = {}
    for name, (_, child) in node.entries.items():
        if type(child) is Scalar and child.is_empty:
            if not isinstance(shape.item, Leaf):
                values[name] = {}
        else:
            values[name] = _plain(child, shape.item, (*route, name), found)
    return values


def _finding(soort: str, route: Route) -> Finding:
    zin = phrase(soort)
    return Finding(zin.code, route, zin.message, zin.remedy)
