"""The command about standard plans: traject, with toon, toepassen and voorstel."""

import sys
from random import SystemRandom
from typing import TYPE_CHECKING, Annotated

from nazorg.cli.globaal import Globaal
from nazorg.cli.lijstvorm import ONVOLLEDIG
from nazorg.cli.signatuur import Argument
from nazorg.cli.vormen import Vorm, choose_vorm
from nazorg.cli.waarden import read_choice
from nazorg.cli.wijziging import GOED, Droog, Reden, need, need_dossier, telling
from nazorg.errors import UsageError
from nazorg.output.onvolledig import warn_unreadable

if TYPE_CHECKING:
    from nazorg.dossier import Dossier

DOEN = ("toon", "toepassen", "voorstel")


def traject(
    globaal: Globaal,
    doen: Annotated[
        str, Argument(metavar="[toon|toepassen|voorstel]", help="Zonder iets: welke trajecten er zijn.")
    ] = "",
    waarvan: Annotated[
        str,
        Argument(metavar="[VAN]", help="Bij toon: het traject; bij toepassen en voorstel: het dossier."),
    ] = "",
    naam: Annotated[
        str, Argument(metavar="[TRAJECT]", help="Bij toepassen: het traject, of een uniek begin ervan.")
    ] = "",
    reden: Reden = "",
    droog: Droog = False,
    vorm: Vorm = "",
) -> int:
    """Trajecten: vaste stappen voor een soort zaak, ingebouwd of van uw eigen regio (map trajecten).

    'toon' laat de stappen zien, met waarom; 'voorstel' zegt welk traject bij een dossier past; 'toepassen' zet als
    acties in een dossier wat daar nog niet in staat. Nog eens toepassen voegt niets toe.
    """
    if doen and doen not in DOEN:
        read_choice("traject", doen, DOEN)
    if (reden or droog) and doen != "toepassen":
        raise UsageError(
            "--reden en --droog horen bij toepassen.", "Bijvoorbeeld: nazorg traject toepassen DOSSIER NAAM"
        )
    if naam and doen != "toepassen":
        raise UsageError(f"Er staat te veel: {naam}.", "Zie nazorg traject --help.")
    if doen == "toepassen":
        return _apply(globaal, waarvan, naam, reden, droog=droog)
    if doen == "voorstel":
        return _suggest(globaal, waarvan)
    form = choose_vorm(globaal, vorm)
    return _show(globaal, waarvan, form) if doen == "toon" else _list(globaal, form)


def _list(globaal: Globaal, form: str) -> int:
    from nazorg.output import trajecten
    from nazorg.register import list_trajecten

    found, left_out = list_trajecten(globaal.register)
    if form == "json":
        trajecten.write_trajecten_json(sys.stdout, found, left_out)
    elif form == "tsv":
        trajecten.write_trajecten_tsv(sys.stdout, found)
        warn_unreadable(sys.stderr, left_out)
    else:
        from nazorg.output.scherm import make_console

        trajecten.print_trajecten(make_console(globaal.kleur), found, left_out)
    return ONVOLLEDIG if left_out else GOED


def _show(globaal: Globaal, naam: str, form: str) -> int:
    from nazorg.output import trajecten
    from nazorg.register import find_traject

    chosen = find_traject(globaal.register, need(naam, "TRAJECT", "Welk traject?"))
    if form == "json":
        trajecten.write_traject_json(sys.stdout, chosen)
    elif form == "tsv":
        trajecten.write_traject_tsv(sys.stdout, chosen)
    else:
        from nazorg.output.scherm import make_console

        trajecten.print_traject(make_console(globaal.kleur), chosen)
    return GOED


def _suggest(globaal: Globaal, dossier: str) -> int:
    from nazorg.wijzigen import suggest

    for naam, why in suggest(_dossier(globaal, need_dossier(globaal, dossier))):
        print(f"{naam}: {why}.")
    return GOED


def _apply(globaal: Globaal, dossier: str, naam: str, reden: str, *, droog: bool) -> int:
    from nazorg.output.trajecten import applied_lines, skipped_lines
    from nazorg.output.wijziging import print_change
    from nazorg.register import find_traject
    from nazorg.register.wijziging import change, propose
    from nazorg.wijzigen import apply_traject, passed_over, suggest

    register = globaal.register
    nummer = need_dossier(globaal, dossier)
    best = "" if naam else suggest(_dossier(globaal, nummer))[0][0]
    chosen = find_traject(register, need(naam, "TRAJECT", "Welk traject?", standaard=best)).traject
    pad = register.find_dossier(nummer)
    plan = apply_traject(chosen)
    made = (
        propose(register, pad, plan, reden, SystemRandom())
        if droog
        else change(register, pad, plan, reden, SystemRandom(), "traject")
    )
    lines = [*applied_lines(made), *skipped_lines(passed_over(chosen, made.dossier))]
    with telling(made.vastgelegd, f"nazorg toon {made.nummer}"):
        print_change(sys.stdout, made, stil=globaal.stil, regels=lines)
    return GOED


def _dossier(globaal: Globaal, nummer: str) -> "Dossier":
    """The dossier that ``nummer`` names. Raises ``UsageError`` when it cannot be read."""
    register = globaal.register
    gelezen = register.dossier(register.find_dossier(nummer))
    if gelezen.waarde is None:
        raise UsageError(f"{gelezen.path} is niet te lezen.", f"Kijk het na met: nazorg controleer {gelezen.path}")
    return gelezen.waarde
