"""Terms: from ``ontslag - 3w`` or a rule of the law to a day, with every step on the way. No file, no clock."""

from nazorg.termijnen.ankers import Ankerdatum, anchor_date, release_date
from nazorg.termijnen.deadline import compute_deadline, compute_niet_voor
from nazorg.termijnen.gemeente import is_longer
from nazorg.termijnen.regel import Regel
from nazorg.termijnen.regelboek import find_rule, known_rules, versions_of
from nazorg.termijnen.stap import Stap, Stapsoort
from nazorg.termijnen.tellen import add_duration
from nazorg.termijnen.uitkomst import Deadline
from nazorg.termijnen.werkdagen import Werkkalender, awt_feestdagen
from nazorg.termijnen.wettelijk import STATUTORY

__all__ = [
    "STATUTORY",
    "Ankerdatum",
    "Deadline",
    "Regel",
    "Stap",
    "Stapsoort",
    "Werkkalender",
    "add_duration",
    "anchor_date",
    "awt_feestdagen",
    "compute_deadline",
    "compute_niet_voor",
    "find_rule",
    "is_longer",
    "known_rules",
    "release_date",
    "versions_of",
]
