"""``nazorg`` by itself: the version, the script for a shell, or the day in short."""

from typing import Annotated

from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Option


def nazorg(
    globaal: Globaal,
    version: Annotated[bool, Option("--version", help="Toon de versie.")] = False,
    aanvulling: Annotated[
        str,
        Option(
            "--aanvulling",
            metavar="bash|zsh|fish|powershell",
            help="Toon het script waarmee een shell opdrachten aanvult.",
        ),
    ] = "",
) -> int:
    """Nazorg voor ex-gedetineerden: dossiers nakijken, acties bewaken, overleggen voorbereiden.

    Zonder opdracht: uw dag in het kort.
    """
    if version:
        from nazorg import __version__

        print(f"nazorg {__version__}")
        return 0
    if aanvulling:
        from nazorg.cli.aanvulling import SHELLS, script
        from nazorg.cli.waarden import read_choice

        print(script(read_choice("--aanvulling", aanvulling, SHELLS)), end="")
        return 0
    from nazorg.cli.lijsten import overzicht

    return overzicht(globaal)
