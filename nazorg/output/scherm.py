"""The terminal: one way to make a console, and tables that fit it."""

import sys
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from nazorg.diagnostics.tekst import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text


GEMEENTE = 14
"""Width of a column of municipalities."""

BREEDTE = 80
"""Width of a paragraph."""


def make_console(kleur: str = "auto") -> "Console":
    """A console on standard output. Nothing in the text is markup, an emoji name or something to highlight."""
    from rich.console import Console as Rich

    class Console(Rich):
        """A reader that stops reading is for the error boundary; rich would end the program with 1: findings."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    plain: Any = {"file": sys.stdout, "markup": False, "emoji": False, "highlight": False}
    if kleur == "altijd":
        return Console(**plain, force_terminal=True, no_color=False)
    console = Console(**plain)
    if kleur == "nooit" or console.no_color:  # NO_COLOR: rich leaves out colours only, and bold is a code as well
        return Console(**plain, color_system=None)
    return console


def cell(text: str, style: str = "") -> "Text":
    """A piece of text from a dossier, as text."""
    from rich.text import Text

    return Text(visible(text), style=style)


def wrapped_cell(text: str, width: int, style: str = "") -> "Text":
    """A piece of text broken at spaces and hyphens, where rich itself breaks in the middle of a word."""
    from rich.text import Text

    return Text("\n".join(wrap(visible(text), width)), style=style)


def paragraph(console: "Console", lead: str, text: str, style: str = "") -> None:
    """``text`` behind ``lead``, wrapped under itself."""
    for place, line in enumerate(wrap(visible(text), BREEDTE - len(lead)) or [""]):
        console.print(cell((lead if place == 0 else " " * len(lead)) + line, style), soft_wrap=True)


def make_table(*columns: tuple[str, dict[str, object]]) -> "Table":
    """A table without lines but one below its head; each column is its title and rich's settings for it."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
    for title, settings in columns:
        table.add_column(title, **settings)  # type: ignore[arg-type]
    return table
