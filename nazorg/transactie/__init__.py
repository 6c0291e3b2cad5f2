"""Writing: lock, journal, replace, commit, and at the next start recovery. The only door through which files change."""

from nazorg.transactie.herstel import Hersteld, recover_left_behind
from nazorg.transactie.operatie import Bestandswijziging, Operatie, Vastgelegd, digest_of
from nazorg.transactie.schrijver import Schrijver, transactie

__all__ = [
    "Bestandswijziging",
    "Hersteld",
    "Operatie",
    "Schrijver",
    "Vastgelegd",
    "digest_of",
    "recover_left_behind",
    "transactie",
]
