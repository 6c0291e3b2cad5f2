"""``Onleesbaar``: a file that a list had to leave out."""

from typing import NamedTuple

from nazorg.diagnostics import Diagnostic, by_place


class Onleesbaar(NamedTuple):
    """A file that a list had to leave out, and why."""

    pad: str
    bevindingen: tuple[Diagnostic, ...]

    @property
    def reden(self) -> Diagnostic:
        """The finding that weighs most: what a list says in one line."""
        return min(self.bevindingen, key=lambda found: (found.severity.rank, by_place(found)))
