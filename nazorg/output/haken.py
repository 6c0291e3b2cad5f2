"""Why git may not go on: every ``fout``, in a few lines."""

from collections.abc import Sequence
from textwrap import fill
from typing import TextIO

from nazorg.diagnostics import Diagnostic
from nazorg.diagnostics.tekst import visible
from nazorg.output.bevindingen import place_of
from nazorg.output.tekst import count

BREEDTE = 80
MEESTE = 20


def print_refusal(out: TextIO, fouten: Sequence[Diagnostic], *, deelt: bool) -> None:
    """What is wrong in what git was about to commit, or (``deelt``) to share, and what to do."""
    what = "delen" if deelt else "vastleggen"
    head = f"nazorg: in wat u wilt {what} {'staat' if len(fouten) == 1 else 'staan'}"
    out.write(f"{head} {count(len(fouten), 'fout', 'fouten')}; daarom gaat het niet door.\n\n")
    out.writelines(_told(one) for one in fouten[:MEESTE])
    if len(fouten) > MEESTE:
        out.write(f"en nog {len(fouten) - MEESTE}.\n")
    out.write(f"\n{_filled(_HISTORIE if deelt else _KLAAR, '')}\n")


def _told(found: Diagnostic) -> str:
    return f"{place_of(found)}  fout {found.code}\n{_filled(found.message, '  ')}\n{_filled(found.remedy, '  → ')}\n"


_KLAAR = (
    "Nagekeken is wat er klaarstaat (git add), niet wat er nu in de map staat. Herstel het, zet het opnieuw klaar met "
    "git add, en probeer het nog eens. 'nazorg bewaar' doet dat alles in een keer."
)
_HISTORIE = (
    "Nagekeken is wat er al vastgelegd is, niet wat er nu in de map staat. Herstel het, leg het vast met 'nazorg "
    "bewaar', en probeer het nog eens. Staat het alleen in een eerdere versie, dan gaat die toch mee: maak van alles "
    "wat nog niet gedeeld is eerst een wijziging, met 'git reset --soft @{upstream}' en daarna 'nazorg bewaar'."
)


def _filled(text: str, lead: str) -> str:
    return fill(visible(text), BREEDTE, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False)
