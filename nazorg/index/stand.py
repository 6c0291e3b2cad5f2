"""What a file is now, and whether its bytes had to be read to know that."""

from typing import NamedTuple

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import INSTELLINGEN, id_of
from nazorg.index.ingangen import Ingang
from nazorg.index.stempel import stamp
from nazorg.werkmap import Werkmap


class Blik(NamedTuple):
    """A look at a file: what it is, and its bytes where they had to be read to know that."""

    pad: str
    ingang: Ingang
    bestand: Bestand | None


def look(werkmap: Werkmap, pad: str, nu: int, before: Ingang | None) -> Blik:
    """What the file at ``pad`` is at ``nu``; it is read only where its stamp is not that of ``before``."""
    stempel = stamp(f"{werkmap.name}/{pad}", nu)  # before the bytes: a later change shows
    if before is not None and stempel is not None and before.stempel == stempel:
        return Blik(pad, before, None)
    bestand = werkmap.read(pad)
    if bestand.data is None:  # why it cannot be read need not lie in the file itself
        stempel = None
    return Blik(pad, Ingang(key_of(bestand), stempel), bestand)


def key_of(bestand: Bestand) -> str:
    """All that a finding may depend on: the bytes, by the id that git gives them, and the name of the file.

    Where it lies may change; what the system said when it could not be read counts as its bytes.
    """
    return key_of_blob(_blob_id(bestand.data) if bestand.data is not None else f"!{bestand.problem}", bestand.path)


def key_of_blob(blob: str, pad: str) -> str:
    """The same key, where the id of the bytes is known."""
    return f"{blob} {'' if pad == INSTELLINGEN else id_of(pad)}"


def blob_of(sleutel: str) -> str:
    """The id in a key that ``key_of`` made."""
    return sleutel.partition(" ")[0]


def _blob_id(data: bytes) -> str:
    from hashlib import sha1

    return sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()
