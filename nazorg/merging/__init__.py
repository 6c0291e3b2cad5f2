"""Three versions of one file into one: field by field and item by item, and what two people must decide together."""

from nazorg.merging.samenvoegen import BEIDE, EEN, SCHOON, Door, Regelgewijs, Samengevoegd, Toets, merge

__all__ = ["BEIDE", "EEN", "SCHOON", "Door", "Regelgewijs", "Samengevoegd", "Toets", "merge"]
