"""Check a whole werkmap out of its index."""

from datetime import date
from typing import TYPE_CHECKING

from nazorg.begrippen.indeling import OVERLEGGEN, TRAJECTEN
from nazorg.diagnostics import by_place
from nazorg.register.bevonden import Controle

if TYPE_CHECKING:
    from nazorg.index import Progress
    from nazorg.index.antwoord import Opening
    from nazorg.werkmap import Werkmap


def check_from_index(
    werkmap: "Werkmap", peildatum: date, opening: "Opening | None" = None, progress: "Progress | None" = None
) -> Controle | None:
    """Check the whole werkmap: what the rules say of a dossier out of its index. ``None`` when that cannot tell.

    Nothing that reads a file is imported where every dossier is known, no two have to do with each other, and there
    are no overleggen and trajecten of the region's own.
    """
    from nazorg.index.keuren import judge
    from nazorg.register.indexlezer import IndexLezer

    oordeel = judge(werkmap, IndexLezer(werkmap.root, peildatum), peildatum, opening, progress)
    if oordeel is None:
        return None
    overleggen, trajecten = list(werkmap.paths(OVERLEGGEN)), list(werkmap.paths(TRAJECTEN))
    found = [*oordeel.bevindingen()]
    if overleggen or trajecten or oordeel.samen(()).paden:
        from nazorg.register.controle import check_together
        from nazorg.register.inzicht import Register

        found += check_together(Register(werkmap, peildatum), overleggen, trajecten, oordeel.samen)
    return Controle(oordeel.aantal, len(overleggen), len(trajecten), tuple(sorted(found, key=by_place)))
