"""Who may know what: the grounds of the law as data, consent, and a region's convenanten. No file, no clock."""

from nazorg.grondslagen.convenant import beyond_ground
from nazorg.grondslagen.grond import Grond
from nazorg.grondslagen.gronden import VOLGORDE, grond_on, versions_of
from nazorg.grondslagen.inzage import ZONDER_LEEFGEBIED, Afwijzing, Inzage, Recht, inzage_of
from nazorg.grondslagen.toestemming import valid_toestemmingen, why_not

__all__ = [
    "VOLGORDE",
    "ZONDER_LEEFGEBIED",
    "Afwijzing",
    "Grond",
    "Inzage",
    "Recht",
    "beyond_ground",
    "grond_on",
    "inzage_of",
    "valid_toestemmingen",
    "versions_of",
    "why_not",
]
