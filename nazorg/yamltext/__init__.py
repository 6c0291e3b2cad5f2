"""YAML as text: nodes with their place, and the way from a route of keys to a span. Knows no domain."""

from nazorg.yamltext.boom import as_boom
from nazorg.yamltext.document import Document, is_allowed, read_document
from nazorg.yamltext.gegevens import read_data, read_versions
from nazorg.yamltext.nodes import Mapping, Node, Scalar, Sequence
from nazorg.yamltext.placing import place
from nazorg.yamltext.routes import locate, node_at, walk_entries, walk_scalars

__all__ = [
    "Document",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "as_boom",
    "is_allowed",
    "locate",
    "node_at",
    "place",
    "read_data",
    "read_document",
    "read_versions",
    "walk_entries",
    "walk_scalars",
]
