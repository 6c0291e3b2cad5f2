"""The commands about what was written by hand, and about taking back: bewerk, bewaar, ongedaan."""

import sys
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING, Annotated

from nazorg.begrippen.indeling import id_of
from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Argument, Option
from nazorg.cli.wijziging import GOED, Dossiernummer, Droog, Reden, need_dossier, report, telling
from nazorg.errors import ConcurrentChangeError, UsageError

if TYPE_CHECKING:
    from nazorg.werkmap.kladblad import Kladblad

GEWEIGERD = 1
_VERDER = "Terug naar die plek, later verder, of uw tekst weggooien?"


def bewerk(globaal: Globaal, dossier: Dossiernummer = "", reden: Reden = "") -> int:
    """Een dossier openen in uw editor, en het daarna nakijken en bewaren.

    Staat er een fout in, dan gaat u terug naar die plek; wat u typte, blijft staan. Welke editor dat is, zegt de
    omgevingsvariabele EDITOR.
    """
    from nazorg.werkmap.kladblad import open_kladblad

    register = globaal.register
    if globaal.versie:
        raise UsageError("Wat er in git stond, verandert niet meer.", "Laat --versie weg.")
    pad = register.find_dossier(need_dossier(globaal, dossier))
    bestand = register.bron.read(pad)
    if bestand.data is None:
        raise UsageError(f"{pad} is niet te lezen.", f"Kijk het na met: nazorg controleer {pad}")
    klad = open_kladblad(globaal.werkmap.root, pad, bestand.data)
    if klad.van_toen is not None:
        print(f"Er stond nog een tekst van een vorige keer; u gaat daarin verder ({klad.path}).")
    if klad.opzij:
        print(f"Uw tekst van een vorige keer staat in {klad.opzij}; het dossier is sindsdien veranderd.")
    return _edit(globaal, pad, klad, reden)


def _edit(globaal: Globaal, pad: str, klad: "Kladblad", reden: str) -> int:
    """The editor, until what comes out of it can be kept, or the person leaves it for later."""
    from nazorg.output.vragen import ask, can_ask
    from nazorg.register.wijziging import GeweigerdError, replace_text
    from nazorg.werkmap.editor import run_editor

    line = 1
    while True:
        run_editor(klad.path, line)
        data = klad.read()
        if data == klad.begin:
            klad.remove()
            print("Er is niets gewijzigd.")
            return GOED
        if data == klad.van_toen and not _is_wanted(klad):
            return GEWEIGERD
        try:
            made = replace_text(globaal.register, pad, klad.digest, data, reden, SystemRandom(), "bewerk")
        except GeweigerdError as refused:
            line = refused.bevindingen[0].span.line
            print("\n".join((refused.message, *(f"  {one}" for one in refused.details))))
            if not can_ask() or (answer := ask(_VERDER, "terug", ("terug", "later", "weg"))) == "later":
                print(f"Uw tekst staat in {klad.path}. Daarin verder gaan: nazorg bewerk {id_of(pad)}")
                return GEWEIGERD
            if answer == "weg":
                klad.remove()
                print("Uw tekst is weggegooid; het dossier is zoals het was.")
                return GEWEIGERD
            continue
        except ConcurrentChangeError as error:
            remedy = f"Uw tekst staat in {klad.path}. Geef de opdracht opnieuw; die zegt wat ermee gebeurt."
            raise ConcurrentChangeError(error.message, remedy) from None
        klad.remove()
        return report(globaal, made)


def _is_wanted(klad: "Kladblad") -> bool:
    """Whether a text of an earlier time, at which nothing was done now, goes into the dossier after all.

    A folder that was received may hold one that the person at the keyboard never wrote.
    """
    from nazorg.output.vragen import ask, can_ask

    if not can_ask():
        print(f"De tekst van een vorige keer is niet veranderd, en daarom niet bewaard. Hij staat in {klad.path}.")
        return False
    answer = ask("U hebt niets veranderd aan de tekst van een vorige keer. Toch bewaren?", "nee", ("ja", "nee", "weg"))
    if answer == "weg":
        klad.remove()
        print("Die tekst is weggegooid; het dossier is zoals het was.")
    return answer == "ja"


def bewaar(
    globaal: Globaal,
    paden: Annotated[
        list[str] | None,
        Argument(metavar="[PAD …]", help="Bestanden, mappen of dossiernummers; anders alles wat gewijzigd is."),
    ] = None,
    verwijderd: Annotated[bool, Option("--verwijderd", help="Leg ook vast dat een bestand weg is.")] = False,
    droog: Droog = False,
) -> int:
    """Nakijken en vastleggen wat u met de hand in de bestanden gewijzigd hebt, als één wijziging in git."""
    from nazorg.output.wijziging import print_saved
    from nazorg.register.wijziging import save

    chosen = [_inside(globaal, Path(pad)) for pad in paden] if paden else None
    done = save(globaal.register, chosen, verwijderd=verwijderd, droog=droog)
    with telling(done.vastgelegd, "nazorg geschiedenis"):
        print_saved(sys.stdout, done, stil=globaal.stil)
    return GOED


def ongedaan(
    globaal: Globaal,
    commit: Annotated[
        str, Argument(metavar="[COMMIT]", help="De commit die weg moet; anders uw laatste wijziging.")
    ] = "",
    droog: Droog = False,
) -> int:
    """Uw laatste wijziging terugdraaien, zolang zij nog niet gedeeld is.

    Dat wordt een nieuwe wijziging in de geschiedenis. Wat al gedeeld is, of van een ander, blijft staan; dan ziet u met
    welke opdracht u het zelf rechtzet.
    """
    from nazorg.output.wijziging import print_undone
    from nazorg.register.wijziging import undo

    done = undo(globaal.register, commit, droog=droog)
    with telling(done.vastgelegd, "nazorg geschiedenis"):
        print_undone(sys.stdout, done, stil=globaal.stil)
    return GOED


def _inside(globaal: Globaal, pad: Path) -> str:
    """The path in the werkmap of a file, a folder or a dossier that a person named. Raises ``UsageError``."""
    file = pad if pad.exists() else globaal.werkmap.root / pad
    inside = globaal.werkmap.path_of(file)
    if inside is None:
        raise UsageError(f"{pad} ligt niet in de werkmap.", "Noem een bestand of map daarin, of een dossiernummer.")
    if file.exists() or "/" in inside or "." in inside:
        return inside
    return globaal.register.find_dossier(str(pad))
