"""Conflicts that a merge left in a dossier: two people have to decide together."""

from collections.abc import Iterator

from nazorg.controles.regel import Zaak
from nazorg.diagnostics import Finding


def check_conflicten(zaak: Zaak) -> Iterator[Finding]:
    """NZ206: a conflict that nobody has settled yet."""
    for place in range(len(zaak.dossier.conflicten)):
        yield Finding(
            "NZ206",
            ("conflicten", place),
            "Twee mensen veranderden hetzelfde veld; wat er moet staan is nog niet gekozen.",
            f"Kies met 'nazorg los-op {zaak.dossier.dossier}'.",
        )
