"""Conflicts that a merge left in a dossier: two people have to decide together."""

from collections.abc import Iterator

from nazorg.controles.regel import Zaak
from nazorg.diagnostics import Finding
from nazorg.verschil import route_of
from nazorg.yamltext import as_boom


def check_conflicten(zaak: Zaak) -> Iterator[Finding]:
    """NZ206: a field about which two people do not agree yet, said at the field itself."""
    root = zaak.document.root
    boom = "" if root is None else as_boom(root)
    for place, conflict in enumerate(zaak.dossier.conflicten):
        here = ("conflicten", place)
        there = route_of(boom, conflict.veld)
        if there and there[0] not in boom:
            there = None
        message = (
            "De een haalde dit weg en de ander wijzigde het; of het blijft, is nog niet gekozen."
            if conflict.verwijderd
            else "Twee mensen vulden dit verschillend in; wat er moet staan, is nog niet gekozen."
        )
        yield Finding(
            "NZ206",
            there or here,
            message,
            f"Kies met 'nazorg los-op {zaak.dossier.dossier}'.",
            ook=((here, "dit zijn de twee kanten"),) if there else (),
        )
