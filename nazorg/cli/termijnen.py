"""The commands about terms: waarom."""

import sys
from typing import Annotated

from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Argument, Option
from nazorg.cli.waarden import read_choice

GOED, ONVOLLEDIG = 0, 3


def waarom(
    globaal: Globaal,
    dossier: Annotated[str, Argument(metavar="DOSSIER", help="Nummer van het dossier, of het begin ervan.")],
    actie: Annotated[
        str, Argument(metavar="[ACTIE]", help="Id van een actie; anders alle acties die nog moeten.")
    ] = "",
    vorm: Annotated[str, Option("--vorm", metavar="tekst|json", help="Voor mensen of voor programma's.")] = "tekst",
) -> int:
    """Hoe een termijn tot stand komt: regel, artikel, begin, telling, en wat hem verschoof."""
    from nazorg.output.scherm import make_console
    from nazorg.output.waarom import print_waarom, write_onleesbaar_json, write_waarom_json
    from nazorg.register import Onleesbaar
    from nazorg.waarom import explain

    form = read_choice("--vorm", vorm, ("tekst", "json"))
    register = globaal.register
    found = explain(register, register.find_dossier(dossier), actie)
    if isinstance(found, Onleesbaar):
        from nazorg.output.bevindingen import print_unreadable

        if form == "json":
            write_onleesbaar_json(sys.stdout, found, register.peildatum)
        else:
            print_unreadable(make_console(globaal.kleur), (found,))
        return ONVOLLEDIG
    if form == "json":
        write_waarom_json(sys.stdout, found)
    else:
        print_waarom(make_console(globaal.kleur), found)
    return GOED
