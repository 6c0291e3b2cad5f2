"""The command ``plan``: one page for the person."""

import sys
from typing import Annotated

from nazorg.cli.globaal import Globaal
from nazorg.cli.lijstvorm import GOED, ONVOLLEDIG
from nazorg.cli.signatuur import Option
from nazorg.cli.uitvoer import write_output
from nazorg.cli.vormen import Tekstvorm, choose_tekstvorm
from nazorg.cli.wijziging import Dossiernummer, need_dossier
from nazorg.output.onvolledig import warn_unreadable


def plan(
    globaal: Globaal,
    dossier: Dossiernummer = "",
    sjabloon: Annotated[
        str, Option("--sjabloon", metavar="NAAM", help="Een ander sjabloon dan plan uit de map templates.")
    ] = "",
    vorm: Tekstvorm = "",
    uitvoer: Annotated[
        str, Option("-o", "--uitvoer", metavar="BESTAND", help="Schrijf naar dit bestand; anders op het scherm.")
    ] = "",
) -> int:
    """Het plan voor de betrokkene: wat u wilt, wat u zelf doet, wie u helpt, en wanneer. In markdown, HTML of Word.

    Er staat geen delict, geen soort detentie en geen aantekening in, en niets over een gebied waarop iemand hulp
    weigerde. Een actie met 'in_plan: nee' blijft erbuiten. Lees het na voor u het geeft.
    """
    from nazorg.output.plan import render_plan
    from nazorg.output.vorm import in_form
    from nazorg.plan import make_plan
    from nazorg.register import Onleesbaar

    form = choose_tekstvorm(globaal, vorm, uitvoer, voorbeeld="plan.docx")
    register = globaal.register
    made = make_plan(register, register.find_dossier(need_dossier(globaal, dossier)))
    if isinstance(made, Onleesbaar):
        found = made.reden
        print(f"nazorg: {made.pad}:{found.span.line}: {found.code} {found.message}", file=sys.stderr)
        return ONVOLLEDIG
    text = render_plan(made, register.bron, sjabloon)
    write_output(globaal, uitvoer, in_form(text, form, register.bron, sjabloon), "het plan")
    settings = register.gelezen_instellingen
    if settings is not None and not settings.is_leesbaar:
        warn_unreadable(sys.stderr, (Onleesbaar(settings.path, settings.diagnostics),))
        return ONVOLLEDIG
    return GOED
