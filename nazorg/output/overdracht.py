"""The note with which a dossier goes to another municipality, as text."""

from typing import TYPE_CHECKING

from nazorg.overdracht import Overdrachtsbrief

if TYPE_CHECKING:
    from nazorg.begrippen.bron import Bron

SJABLOON = "overdracht"


def render_note(brief: Overdrachtsbrief, bron: "Bron") -> str:
    """The note as markdown, by the template ``overdracht``, the region's own where there is one.

    Raises ``UsageError`` when that is faulty.
    """
    from nazorg.output.sjabloon import Sjablonen, plain, render

    sjablonen = Sjablonen(bron, SJABLOON)
    return render(sjablonen, sjablonen.choose(SJABLOON), plain(brief))
