"""Questions to the person at the terminal."""

import sys
from collections.abc import Sequence

from nazorg.diagnostics.tekst import visible


def can_ask() -> bool:
    """Whether a person sits at both ends: a pipe is never asked anything."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(vraag: str, standaard: str = "", keuzes: Sequence[str] = ()) -> str:
    """The answer to ``vraag``; an empty one is ``standaard``, which is shown. Only one of ``keuzes``, if there are any.

    Raises ``KeyboardInterrupt`` when the person goes away instead.
    """
    from rich.prompt import Prompt
    from rich.text import Text

    class Vraag(Prompt):
        prompt_suffix = " "
        illegal_choice_message = "Dat is geen van de mogelijkheden."

    try:
        answer: str = Vraag.ask(
            Text(visible(vraag)),
            choices=list(keuzes) or None,
            show_choices=bool(keuzes),
            default=standaard,
            show_default=bool(standaard),
        )
    except EOFError:
        raise KeyboardInterrupt from None
    return answer.strip()
