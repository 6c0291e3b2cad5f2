"""Surgical edits: splice the original text at the span of a node, and prove that nothing else changed."""

from nazorg.editing.insert import EditError, insert_first_key
from nazorg.editing.scalars import as_scalar

__all__ = ["EditError", "as_scalar", "insert_first_key"]
