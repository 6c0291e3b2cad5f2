"""From nodes to a ``Boom``: what two texts are compared by."""

from nazorg.begrippen.boom import Boom
from nazorg.yamltext.nodes import Mapping, Node, Scalar


def as_boom(node: Node) -> Boom:
    """The tree of ``node`` without how it is written."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {name: as_boom(value) for name, (_, value) in node.entries.items()}
    return [as_boom(item) for item in node.items]
