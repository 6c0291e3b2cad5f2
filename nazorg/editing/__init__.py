"""Surgical edits: splice the original text at the span of a node, and prove that nothing else changed."""

from nazorg.editing.bewerking import Bewerking, Boom, EditError, Verwijder, VoegToe, Zet, as_boom
from nazorg.editing.edit import edit
from nazorg.editing.schrijfwijze import as_scalar

__all__ = ["Bewerking", "Boom", "EditError", "Verwijder", "VoegToe", "Zet", "as_boom", "as_scalar", "edit"]
