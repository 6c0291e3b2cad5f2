"""What git calls before it commits or pushes: the hidden command ``haak``."""

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Argument
from nazorg.cli.waarden import read_choice

if TYPE_CHECKING:
    from nazorg.diagnostics import Diagnostic

GOED, GEWEIGERD = 0, 1


def haak(
    globaal: Globaal,
    naam: Annotated[str, Argument(metavar="pre-commit|pre-merge-commit|pre-push", help="Welke haak van git.")],
    meer: Annotated[list[str] | None, Argument(metavar="[…]", help="Wat git erbij geeft.")] = None,
) -> int:
    """Nakijken wat git op het punt staat vast te leggen of te delen. Deze opdracht is voor git zelf.

    Eindigt met 1 als er een fout in staat; git gaat dan niet door.
    """
    from nazorg.gitrepo.haken import HAKEN

    chosen = read_choice("de haak", naam, HAKEN)
    found = _pushed(globaal) if chosen == "pre-push" else _staged(globaal)
    if not found:
        return GOED
    from nazorg.output.haken import print_refusal

    print_refusal(sys.stderr, found, deelt=chosen == "pre-push")
    return GEWEIGERD


def _staged(globaal: Globaal) -> "list[Diagnostic]":
    from nazorg.gitrepo.wissels import staged
    from nazorg.register.poort import fouten_of

    return fouten_of(staged(globaal.map), globaal.peildatum)


def _pushed(globaal: Globaal) -> "list[Diagnostic]":
    from nazorg.gitrepo.gedeeld import read_aanbod
    from nazorg.gitrepo.wissels import top_of
    from nazorg.register.poort import fouten_of_aanbod

    top = top_of(globaal.map)
    found: dict[Diagnostic, None] = {}
    for na, voor in _told():
        aanbod = read_aanbod(top, na, voor)
        if aanbod is not None:
            found |= dict.fromkeys(fouten_of_aanbod(top, aanbod, globaal.peildatum))
    return list(found)


def _told() -> Iterator[tuple[str, str]]:
    """From where to where each branch goes: git tells it on standard input, pre-commit in the environment.

    That one names no commit when the other side has nothing yet.
    """
    if os.environ.get("PRE_COMMIT"):
        to = os.environ.get("PRE_COMMIT_TO_REF") or os.environ.get("PRE_COMMIT_LOCAL_BRANCH") or "HEAD"
        yield to, os.environ.get("PRE_COMMIT_FROM_REF") or "0"
        return
    for line in sys.stdin:
        parts = line.split()
        if len(parts) == 4:
            yield parts[1], parts[3]
