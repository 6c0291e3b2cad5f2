"""Terms: from ``ontslag - 3w`` to a day, with every step on the way. No file, no clock."""

from nazorg.termijnen.ankers import Ankerdatum, anchor_date, release_date
from nazorg.termijnen.deadline import Deadline, Stap, add_duration, compute_deadline
from nazorg.termijnen.werkdagen import Werkkalender

__all__ = [
    "Ankerdatum",
    "Deadline",
    "Stap",
    "Werkkalender",
    "add_duration",
    "anchor_date",
    "compute_deadline",
    "release_date",
]
