"""Reads small files, and says what is wrong where."""

from pathlib import Path

from nazorg.begrippen.bron import Bestand
from nazorg.reading import read_dossier, read_instellingen, read_overleg

ONTWERP = Path(__file__).with_name("ontwerp")
READERS = {"dossier": read_dossier, "nazorg": read_instellingen, "overleg": read_overleg}
"""The readers, by the name of their file in ``ontwerp``."""

KOP = """\
dossier: NZ-2026-k7f3mq
betrokkene: p-4q9x2m
aanmelding: 2026-04-20
status: in_detentie
gemeente: Leiden
regisseur: m.bakker
kader: vrijwillig
"""
"""The seven lines of the smallest dossier."""


def lees(text: str, soort: str = "dossier"):
    """What comes of reading ``text`` as a file of ``soort``."""
    return READERS[soort](Bestand(f"{soort}.yaml", text.encode()))


def ontwerp(soort: str) -> str:
    """The file of the design."""
    return (ONTWERP / f"{soort}.yaml").read_text(encoding="utf-8")


def places(text: str, soort: str = "dossier") -> list[str]:
    """What is wrong with ``text`` and where, as ``code line:column``."""
    return [f"{one.code} {one.span.line}:{one.span.column}" for one in lees(text, soort).diagnostics]


def only(text: str, soort: str = "dossier"):
    """The one finding about ``text``."""
    (found,) = lees(text, soort).diagnostics
    return found
