"""What happened to the dossiers, told from git in the words of the field: by id, and never by position."""

from nazorg.historie.gebeurtenis import Gebeurtenis, Herkomst, Samenvoeging
from nazorg.historie.verloop import Historie
from nazorg.historie.wijziging import Soort, Wijziging, changes_of, narrowed

__all__ = [
    "Gebeurtenis",
    "Herkomst",
    "Historie",
    "Samenvoeging",
    "Soort",
    "Wijziging",
    "changes_of",
    "narrowed",
]
