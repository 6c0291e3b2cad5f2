"""A template with its values, in this process or in one of its own."""

from collections.abc import Mapping
from typing import Any

from nazorg.output.sjabloon.omgeving import render_here
from nazorg.output.sjabloon.vindplaats import Sjablonen


def render(sjablonen: Sjablonen, file: str, variabelen: Mapping[str, Any]) -> str:
    """The text of the template ``file`` with ``variabelen`` (plain data), tidied.

    A region's own template, or a built-in one that uses a part of the region's own, runs in a process of its own with
    limits on time and memory. Raises ``UsageError`` that names the template, the line and what is wrong with it.
    """
    if sjablonen.uses_own(file):
        from nazorg.output.sjabloon.kind import render_apart

        return render_apart(sjablonen, file, variabelen)
    return render_here(sjablonen, file, variabelen)
