"""Which of some places comes first in a file; the order of the model need not be the order of the text."""

from collections.abc import Iterable

from nazorg.diagnostics import Route
from nazorg.yamltext import Document, locate


def in_file_order(document: Document, routes: Iterable[Route]) -> list[Route]:
    """``routes`` in the order in which they stand in the text of ``document``."""
    root = document.root
    return list(routes) if root is None else sorted(routes, key=lambda route: locate(root, route).start)
