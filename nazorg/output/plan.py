"""The page for the person as text: its values into a template, the region's own where there is one."""

from typing import TYPE_CHECKING

from nazorg.plan import Plan

if TYPE_CHECKING:
    from nazorg.begrippen.bron import Bron

SJABLOON = "plan"


def render_plan(plan: Plan, bron: "Bron", sjabloon: str = "") -> str:
    """The page as markdown, by the template ``sjabloon`` (default: ``plan``).

    Raises ``UsageError`` when there is no such template, or when it is faulty.
    """
    from nazorg.output.sjabloon import Sjablonen, plain, render

    sjablonen = Sjablonen(bron, SJABLOON)
    return render(sjablonen, sjablonen.choose(sjabloon or SJABLOON), plain(plan))
