"""Templates: values go in as plain data and come out as text. The only user of jinja2."""

from nazorg.output.sjabloon.gegevens import plain
from nazorg.output.sjabloon.markdown import escape_markdown
from nazorg.output.sjabloon.vindplaats import TEKST, Sjablonen
from nazorg.output.sjabloon.weergave import render

__all__ = ["TEKST", "Sjablonen", "escape_markdown", "plain", "render"]
