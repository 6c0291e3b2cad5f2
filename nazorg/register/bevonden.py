"""``Controle``: what came of a check, be it out of the files or out of the index."""

from dataclasses import dataclass

from nazorg.diagnostics import Diagnostic, Severity


@dataclass(frozen=True)
class Controle:
    """What a check looked at, and every finding, sorted by path and place."""

    dossiers: int
    overleggen: int
    trajecten: int
    bevindingen: tuple[Diagnostic, ...]

    def count(self, severity: Severity) -> int:
        """How many findings weigh this much."""
        return sum(found.severity is severity for found in self.bevindingen)
