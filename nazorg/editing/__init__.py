"""Surgical edits: splice the original text at the span of a node, and prove that nothing else changed."""

from nazorg.editing.bewerking import Bewerking, EditError, Verwijder, VoegToe, Zet
from nazorg.editing.edit import edit
from nazorg.editing.schrijfwijze import as_block, as_scalar

__all__ = ["Bewerking", "EditError", "Verwijder", "VoegToe", "Zet", "as_block", "as_scalar", "edit"]
