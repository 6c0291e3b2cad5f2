"""From a route of keys to the place in the text."""

from collections.abc import Iterator

from nazorg.diagnostics import Route, Span
from nazorg.yamltext.nodes import Mapping, Node, Scalar, Sequence


def node_at(root: Node, route: Route) -> Node | None:
    """The node at ``route``, or ``None`` where there is none."""
    node = root
    for step in route:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            node = node.entries[step][1]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def locate(root: Node, route: Route, *, at_key: bool = False) -> Span:
    """The span of the value at ``route``, or of its key.

    A value that is empty is shown at its key, and a route that leads further than the file does is shown at the last
    key that is there: a missing field has no place of its own. A collection is shown by its first line.
    """
    node: Node = root
    key: Scalar | None = None
    for position, step in enumerate(route):
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            key, node = node.entries[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            key, node = None, node.items[step]
        else:
            at_key = at_key or position > 0
            break
    if isinstance(node, Scalar):
        return key.span if key is not None and (at_key or node.is_empty) else node.span
    if key is not None:
        return key.span
    return _first_key(node)


def _first_key(node: Mapping | Sequence) -> Span:
    """A collection in one word: the first key of an item, and else its first character."""
    if isinstance(node, Mapping) and node.entries:
        return next(iter(node.entries.values()))[0].span
    start = node.span
    return Span(start.start, start.start + 1, start.line, start.column, start.line, start.column + 1)


def walk_entries(root: Node, route: Route = ()) -> Iterator[tuple[Route, Scalar | None, Node]]:
    """Every node below ``root`` with its route and, in a mapping, its key; in the order of the file."""
    stack: list[tuple[Route, Scalar | None, Node]] = [(route, None, root)]
    while stack:
        here, key, node = stack.pop()
        yield here, key, node
        if isinstance(node, Mapping):
            stack.extend(reversed([((*here, name), own, value) for name, (own, value) in node.entries.items()]))
        elif isinstance(node, Sequence):
            stack.extend(reversed([((*here, place), None, item) for place, item in enumerate(node.items)]))


def walk_scalars(root: Node, route: Route = ()) -> Iterator[tuple[Route, Scalar]]:
    """Every value below ``root`` with its route, in the order of the file."""
    return ((here, node) for here, _, node in walk_entries(root, route) if isinstance(node, Scalar))
