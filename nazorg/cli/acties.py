"""The commands that change actions: actie, gedaan, stel-uit, deel-toe."""

from collections.abc import Callable
from typing import Annotated

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.datums import read_datum
from nazorg.begrippen.termen import read_herhaling, read_uiterlijk
from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Argument, Option
from nazorg.cli.waarden import read_value
from nazorg.cli.wijziging import (
    ActieId,
    Dossiernummer,
    Droog,
    Reden,
    carry_out,
    need,
    need_actie,
    need_dossier,
    need_eigenaar,
    need_known,
    need_read,
)
from nazorg.errors import UsageError


def actie(
    globaal: Globaal,
    dossier: Dossiernummer = "",
    leefgebied: Annotated[str, Argument(metavar="[LEEFGEBIED]", help="Waar de actie bij hoort.")] = "",
    wat: Annotated[list[str] | None, Argument(metavar="[WAT …]", help="Wat er gebeurt, in een korte zin.")] = None,
    eigenaar: Annotated[
        str, Option("--eigenaar", metavar="NAAM", help="Wie het doet; leeg is: nog toe te delen.")
    ] = "",
    uiterlijk: Annotated[
        str, Option("--uiterlijk", metavar="DATUM|TERMIJN", help="Bijvoorbeeld 2026-12-01 of 'ontslag - 3w'.")
    ] = "",
    na: Annotated[
        list[str] | None, Option("--na", metavar="ACTIE", help="Id van een actie die eerst moet; mag vaker.")
    ] = None,
    snel_succes: Annotated[bool, Option("--snel-succes", help="Dit levert de betrokkene snel iets op.")] = False,
    niet_voor: Annotated[str, Option("--niet-voor", metavar="DATUM|TERMIJN", help="Niet voor deze dag.")] = "",
    herhaal: Annotated[
        str, Option("--herhaal", metavar="DUUR", help="Na hoe lang de actie terugkomt, bijvoorbeeld 6m.")
    ] = "",
    reden: Reden = "",
    droog: Droog = False,
) -> int:
    """Een actie afspreken: wat, wie, en uiterlijk wanneer.

    Vraagt op een terminal wat ontbreekt. De actie krijgt zelf een id.
    """
    from nazorg.wijzigen import add_actie

    nummer = need_dossier(globaal, dossier)
    region = globaal.register.instellingen
    asking = not wat
    domain = need_known(leefgebied, "LEEFGEBIED", "Welk leefgebied?", region.alle_leefgebieden)
    what = need(" ".join(wat or ()), "WAT", "Wat gebeurt er?")
    who = _optional(
        eigenaar,
        "Wie doet het? (leeg: nog toe te delen)",
        lambda text: need_eigenaar(globaal, text, "--eigenaar"),
        asking=asking,
    )
    when = _optional(
        uiterlijk,
        "Uiterlijk wanneer? (een datum of termijn; leeg: later)",
        lambda text: str(read_value("--uiterlijk", text, read_uiterlijk)),
        asking=asking,
    )
    if niet_voor:
        read_value("--niet-voor", niet_voor, read_uiterlijk)
    if herhaal:
        read_value("--herhaal", herhaal, read_herhaling)
    fields: dict[str, Boom] = {
        "wat": what,
        "eigenaar": who,
        "uiterlijk": when,
        "na": list(na or ()),
        "snel_succes": "ja" if snel_succes else "",
        "niet_voor": niet_voor,
        "herhaal": herhaal,
    }
    return carry_out(globaal, "actie", nummer, add_actie(domain, fields), reden, droog=droog)


def gedaan(
    globaal: Globaal,
    dossier: Dossiernummer = "",
    actie: ActieId = "",
    resultaat: Annotated[str, Option("--resultaat", metavar="TEKST", help="Wat het opleverde.")] = "",
    op: Annotated[str, Option("--op", metavar="DATUM", help="Wanneer het klaar was; anders vandaag.")] = "",
    reden: Reden = "",
    droog: Droog = False,
) -> int:
    """Een actie is klaar. Een actie die terugkomt, staat er daarna weer, met een nieuwe termijn."""
    from nazorg.wijzigen import finish

    nummer = need_dossier(globaal, dossier)
    which = need_actie(globaal, nummer, actie)
    day = read_value("--op", op, read_datum) if op else None
    return carry_out(globaal, "gedaan", nummer, finish(which, day, resultaat), reden, droog=droog)


def stel_uit(
    globaal: Globaal,
    dossier: Dossiernummer = "",
    actie: ActieId = "",
    tot: Annotated[
        list[str] | None, Argument(metavar="[DATUM|TERMIJN]", help="De nieuwe termijn, zoals 2026-12-10.")
    ] = None,
    reden: Reden = "",
    droog: Droog = False,
) -> int:
    """Een actie krijgt een andere termijn: een datum, of bijvoorbeeld ontslag - 2w."""
    from nazorg.wijzigen import defer

    nummer = need_dossier(globaal, dossier)
    which = need_actie(globaal, nummer, actie)
    typed = " ".join(tot or ())
    when = need_read(
        typed, "DATUM of TERMIJN", "Uiterlijk wanneer?", lambda text: read_value("TERMIJN", text, read_uiterlijk)
    )
    return carry_out(globaal, "stel-uit", nummer, defer(which, str(when)), reden, droog=droog)


def deel_toe(
    globaal: Globaal,
    dossier: Dossiernummer = "",
    actie: ActieId = "",
    eigenaar: Annotated[
        str, Argument(metavar="[EIGENAAR]", help="Een partner of regisseur uit nazorg.yaml, of betrokkene.")
    ] = "",
    reden: Reden = "",
    droog: Droog = False,
) -> int:
    """Een actie toedelen aan wie haar doet."""
    from nazorg.wijzigen import allot

    nummer = need_dossier(globaal, dossier)
    which = need_actie(globaal, nummer, actie)
    who = need_read(eigenaar, "EIGENAAR", "Wie doet het?", lambda text: need_eigenaar(globaal, text, "EIGENAAR"))
    return carry_out(globaal, "deel-toe", nummer, allot(which, who), reden, droog=droog)


def _optional(value: str, vraag: str, read: Callable[[str], str], *, asking: bool) -> str:
    """``value`` as ``read`` has it, or what is answered where the rest was asked for as well; may stay empty."""
    from nazorg.output.vragen import ask, can_ask

    if value or not (asking and can_ask()):
        return read(value) if value else ""
    while answer := ask(vraag):
        try:
            return read(answer)
        except UsageError as error:
            print(f"{error.message} {error.remedy}")
    return ""
