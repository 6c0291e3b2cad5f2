"""The minutes of a consultation: read from the text that someone filled in, and worked out for each dossier."""

from nazorg.wijzigen.verslag.kader import Kader, kader_of
from nazorg.wijzigen.verslag.lezen import Leesfout, decode_minutes, read_minutes
from nazorg.wijzigen.verslag.model import Punt, Verslag
from nazorg.wijzigen.verslag.plannen import minutes_edits, minutes_plan

__all__ = [
    "Kader",
    "Leesfout",
    "Punt",
    "Verslag",
    "decode_minutes",
    "kader_of",
    "minutes_edits",
    "minutes_plan",
    "read_minutes",
]
