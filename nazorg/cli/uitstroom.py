"""The command about who leaves and who may fall between two stools: uitstroom."""

import sys
from typing import Annotated

from nazorg.begrippen.keuzes import BASISVOORWAARDEN
from nazorg.cli.globaal import Globaal
from nazorg.cli.lijstvorm import outcome, read_dagen
from nazorg.cli.signatuur import Option
from nazorg.cli.uitvoer import write_rows
from nazorg.cli.vormen import Csvbestand, Lijstvorm, choose_lijstvorm
from nazorg.errors import UsageError
from nazorg.output.onvolledig import warn_unreadable

ZES_WEKEN = "6w"


def uitstroom(
    globaal: Globaal,
    binnen: Annotated[
        str,
        Option("--binnen", metavar="DUUR", help="Hoe ver vooruit, bijvoorbeeld 14d of 2w; anders 6w."),
    ] = "",
    sluitend: Annotated[
        bool, Option("--sluitend", help="In plaats daarvan: wat in de regio nog bij niemand ligt.")
    ] = False,
    vorm: Lijstvorm = "",
    uitvoer: Csvbestand = "",
    exitcode: Annotated[
        bool, Option("--exitcode", help="Eindig met 1 als iemand vrijkomt zonder dat alles op orde is.")
    ] = False,
) -> int:
    """Wie er vrijkomt of dat kan, en per basisvoorwaarde of die dan op orde is: wat eerst moet, wie, en wanneer.

    Op orde is wat met bewijs op orde is, geldig op de dag van vrijlating. Wie weinig tijd heeft (vier weken of minder),
    krijgt bovenaan wat nu nog kan. Wie binnen zit zonder datum, staat in een eigen groep.

    Met --sluitend de sluitende aanpak: niet gevraagd of er hulp nodig is, een probleem zonder actie, een actie zonder
    eigenaar, een eigenaar zonder datum; met --exitcode eindigt dat met 1 als er zo iets is.
    """
    form = choose_lijstvorm(globaal, vorm, uitvoer)
    if sluitend:
        if binnen:
            raise UsageError("--sluitend en --binnen gaan niet samen.", "Laat een van de twee weg.")
        return _sluitend(globaal, form, uitvoer, exitcode=exitcode)
    return _vrijkomen(globaal, form, uitvoer, read_dagen(binnen or ZES_WEKEN), exitcode=exitcode)


def _vrijkomen(globaal: Globaal, form: str, uitvoer: str, dagen: int, *, exitcode: bool) -> int:
    from nazorg.vrijkomen import list_releases

    keuze = globaal.filter
    if keuze.leefgebied and not keuze.leefgebied & set(BASISVOORWAARDEN):
        raise UsageError(
            "uitstroom gaat over de basisvoorwaarden.", f"Kies bij --leefgebied uit: {', '.join(BASISVOORWAARDEN)}."
        )
    lijst = list_releases(globaal.register, keuze, dagen)
    if form == "tabel":
        from nazorg.output.scherm import make_console
        from nazorg.output.uitstroom import print_uitstroom

        print_uitstroom(make_console(globaal.kleur), lijst)
    elif form == "json":
        from nazorg.output.uitstroomgegevens import write_uitstroom_json

        write_uitstroom_json(sys.stdout, lijst)
    else:
        from nazorg.output.uitstroomgegevens import KOLOMMEN, uitstroom_rows

        write_rows(globaal, form, uitvoer, KOLOMMEN, uitstroom_rows(lijst))
        warn_unreadable(sys.stderr, lijst.onleesbaar)
    return outcome(bool(lijst.onleesbaar), exitcode and lijst.has_gaps)


def _sluitend(globaal: Globaal, form: str, uitvoer: str, *, exitcode: bool) -> int:
    from nazorg.output.sluitend import KOLOMMEN, print_sluitend, sluitend_rows, write_sluitend_json
    from nazorg.sluitend import list_gaps

    lijst = list_gaps(globaal.register, globaal.filter)
    if form == "tabel":
        from nazorg.output.scherm import make_console

        print_sluitend(make_console(globaal.kleur), lijst)
    elif form == "json":
        write_sluitend_json(sys.stdout, lijst)
    else:
        write_rows(globaal, form, uitvoer, KOLOMMEN, sluitend_rows(lijst))
        warn_unreadable(sys.stderr, lijst.onleesbaar)
    return outcome(bool(lijst.onleesbaar), exitcode and bool(lijst.gaten))
