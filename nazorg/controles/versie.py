"""The version of the files: this program reads one."""

from collections.abc import Iterator

from nazorg.diagnostics import Finding
from nazorg.instellingen import Instellingen

VERSIE = 1
"""The version of the format that this program reads and writes."""


def check_versie(instellingen: Instellingen) -> Iterator[Finding]:
    """NZ607: files of another version than this program knows."""
    if instellingen.nazorg != VERSIE:
        yield Finding(
            "NZ607",
            ("nazorg",),
            f"Dit programma kent alleen versie {VERSIE} van de bestanden.",
            f"Schrijf 'nazorg: {VERSIE}', of gebruik een nieuwere versie van het programma.",
        )
