"""The commands that change a dossier as a whole: nieuw, zet, logboek, sluit-af, draag-over."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import SystemRandom
from typing import Annotated

from nazorg.begrippen.datums import read_datum
from nazorg.begrippen.ids import read_pseudoniem
from nazorg.begrippen.keuzes import DetentieSoort, JaNee, Kader, Partnersoort, Status
from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Argument, Option
from nazorg.cli.uitvoer import write_made
from nazorg.cli.waarden import read_choice, read_value
from nazorg.cli.wijziging import (
    GOED,
    Dossiernummer,
    Droog,
    Reden,
    carry_out,
    known_as,
    need,
    need_dossier,
    need_known,
    report,
)
from nazorg.errors import UsageError


def nieuw(
    globaal: Globaal,
    gemeente: Annotated[str, Option("--gemeente", metavar="NAAM", help="Gemeente die verantwoordelijk is.")] = "",
    regisseur: Annotated[
        str, Option("--regisseur", metavar="NAAM", help="Regisseur uit nazorg.yaml; anders uzelf.")
    ] = "",
    kader: Annotated[
        str,
        Option("--kader", metavar="vrijwillig|justitieel", help="Anders wat bij het traject hoort, of vrijwillig."),
    ] = "",
    status: Annotated[str, Option("--status", metavar="STATUS", help="Anders aangemeld.")] = str(Status.AANGEMELD),
    aanmelding: Annotated[str, Option("--aanmelding", metavar="DATUM", help="Anders vandaag.")] = "",
    betrokkene: Annotated[
        str, Option("--betrokkene", metavar="PSEUDONIEM", help="Een bestaand pseudoniem; anders een nieuw.")
    ] = "",
    soort: Annotated[str, Option("--soort", metavar="SOORT", help="Soort detentie.")] = "",
    inrichting: Annotated[str, Option("--inrichting", metavar="NAAM", help="Bijvoorbeeld PI Alphen.")] = "",
    ingesloten: Annotated[str, Option("--ingesloten", metavar="DATUM", help="Eerste dag van de detentie.")] = "",
    ontslag: Annotated[str, Option("--ontslag", metavar="DATUM", help="Verwachte dag van vrijlating.")] = "",
    traject: Annotated[
        str, Option("--traject", metavar="TRAJECT", help="Begin met de stappen hiervan; zie nazorg traject.")
    ] = "",
    reden: Reden = "",
    droog: Droog = False,
) -> int:
    """Een nieuw dossier, met een eigen nummer en pseudoniem.

    Vraagt op een terminal wat ontbreekt. Wie het pseudoniem is, schrijft u in uw eigen personenbestand.
    """
    from nazorg.register import find_traject
    from nazorg.register.wijziging import create
    from nazorg.wijzigen import Aanmelding, new_dossier, only_partner, with_traject

    region = globaal.register.instellingen
    chosen = find_traject(globaal.register, traject).traject if traject else None
    own = chosen.kader if chosen and chosen.kader else Kader.VRIJWILLIG
    only = next(iter(region.gemeenten)) if len(region.gemeenten) == 1 else ""
    place = need_known(gemeente, "--gemeente", "Welke gemeente?", region.gemeenten, standaard=only)
    found = Aanmelding(
        gemeente=place,
        regisseur=known_as("--regisseur", regisseur or _self(globaal), region.regisseurs),
        kader=Kader(read_choice("--kader", kader, [str(one) for one in Kader])) if kader else own,
        status=Status(read_choice("--status", status, [str(one) for one in Status])),
        aanmelding=read_value("--aanmelding", aanmelding, read_datum) if aanmelding else None,
        betrokkene=read_value("--betrokkene", betrokkene, read_pseudoniem) if betrokkene else "",
        soort=read_choice("--soort", soort, [str(one) for one in DetentieSoort]) if soort else "",
        inrichting=inrichting,
        ingesloten=read_value("--ingesloten", ingesloten, read_datum) if ingesloten else None,
        ontslag=read_value("--ontslag", ontslag, read_datum) if ontslag else None,
    )
    if chosen and found.kader is Kader.JUSTITIEEL:
        found = replace(found, toezicht=only_partner(Partnersoort.RECLASSERING, region))
    pad, data = new_dossier(globaal.register, found, reden, SystemRandom())
    if chosen:
        data = with_traject(globaal.register, pad, data, chosen, SystemRandom())
    if droog:
        print(data.decode(), end="")
        print("nazorg: er is niets geschreven.", file=sys.stderr)
        return GOED
    made = create(globaal.register, pad, data, "nieuw")
    report(globaal, made)
    if not globaal.stil:
        print(f"Het dossier staat in {pad}.")
        print(f"Het pseudoniem is {made.dossier.betrokkene}; zet dat met de naam in uw eigen personenbestand.")
    return GOED


def zet(
    globaal: Globaal,
    dossier: Dossiernummer = "",
    toewijzingen: Annotated[
        list[str] | None,
        Argument(metavar="[VELD=WAARDE …]", help="Bijvoorbeeld onderdak.stand=loopt of w4hn.status=bezig."),
    ] = None,
    reden: Reden = "",
    droog: Droog = False,
) -> int:
    """Een of meer velden een waarde geven; met niets achter = wordt een veld leeg.

    Een veld wijst u aan met de namen ervoor en punten ertussen: detentie.ontslag.vroegst. Een actie met haar id:
    w4hn.status. In een lijst als 'na' staan komma's: w4hn.na=h8sb,k3ym.
    """
    from nazorg.register.wijziging import GeweigerdError
    from nazorg.wijzigen import read_toewijzing, set_fields

    nummer = need_dossier(globaal, dossier)
    given = toewijzingen or [need("", "VELD=WAARDE", "Welk veld, met welke waarde? (zoals onderdak.stand=loopt)")]
    asked = [read_toewijzing(one) for one in given]
    try:
        return carry_out(globaal, "zet", nummer, set_fields(asked), reden, droog=droog)
    except GeweigerdError as refused:
        if not any(one.startswith("detentie.ontslag.") for one in given):
            raise
        remedy = f"Verandert de dag van vrijlating, gebruik dan: nazorg ontslagdatum {nummer} DATUM"
        raise GeweigerdError(refused.message, remedy, refused.bevindingen) from None


def logboek(
    globaal: Globaal,
    dossier: Dossiernummer = "",
    kort: Annotated[list[str] | None, Argument(metavar="[TEKST …]", help="Wat er was, in een korte zin.")] = None,
    met: Annotated[str, Option("--met", metavar="NAAM", help="Met wie: een partner, regisseur of betrokkene.")] = "",
    droog: Droog = False,
) -> int:
    """Een regel in het logboek van een dossier, met de dag van vandaag."""
    from nazorg.wijzigen import log

    nummer = need_dossier(globaal, dossier)
    text = need(" ".join(kort or ()), "TEKST", "Wat was er?")
    return carry_out(globaal, "logboek", nummer, log(text, met), "", droog=droog)


def sluit_af(
    globaal: Globaal,
    dossier: Dossiernummer = "",
    reden: Annotated[
        str, Option("--reden", metavar="TEKST", help="Waarom; komt ook in het logboek van het dossier.")
    ] = "",
    op: Annotated[str, Option("--op", metavar="DATUM", help="Dag van afsluiting; anders vandaag.")] = "",
    terug_in_detentie: Annotated[
        str, Option("--terug-in-detentie", metavar="ja|nee", help="Of de betrokkene weer vastzit.")
    ] = "",
    vervallen: Annotated[bool, Option("--vervallen", help="Acties die niet af zijn, vervallen.")] = False,
    droog: Droog = False,
) -> int:
    """Een dossier afsluiten. Acties die niet af zijn, houden dat tegen, tenzij u ze laat vervallen."""
    from nazorg.wijzigen import close

    nummer = need_dossier(globaal, dossier)
    why = need(reden, "--reden", "Waarom wordt het afgesloten?")
    day = read_value("--op", op, read_datum) if op else None
    back = JaNee(read_choice("--terug-in-detentie", terug_in_detentie, list(JaNee))) if terug_in_detentie else None
    plan = close(why, day, back, vervallen=vervallen)
    return carry_out(globaal, "sluit-af", nummer, plan, why, droog=droog)


def draag_over(
    globaal: Globaal,
    dossier: Dossiernummer = "",
    naar: Annotated[str, Option("--naar", metavar="GEMEENTE", help="Gemeente die het dossier krijgt.")] = "",
    op: Annotated[str, Option("--op", metavar="DATUM", help="Dag van de overdracht; anders vandaag.")] = "",
    bevestigd: Annotated[
        str, Option("--bevestigd", metavar="DATUM", help="De andere gemeente heeft het bevestigd.")
    ] = "",
    brief: Annotated[bool, Option("--brief", help="Schrijf alleen de brief nog eens.")] = False,
    uitvoer: Annotated[
        str, Option("-o", "--uitvoer", metavar="BESTAND", help="Waar de brief komt; anders in de map agendas.")
    ] = "",
    reden: Reden = "",
    droog: Droog = False,
) -> int:
    """Een dossier overdragen aan een andere gemeente, met een brief voor wie het daar overneemt. In markdown.

    Het blijft in de lijsten tot de andere gemeente het bevestigt (--bevestigd). In de brief staat wat dringend is, wat
    op wie wacht en wat de betrokkene is toegezegd; geen logboek. Lees hem na voor u hem stuurt.
    """
    from nazorg.wijzigen import confirm, hand_over

    nummer = need_dossier(globaal, dossier)
    if brief:
        return _write_note(globaal, nummer, _note(globaal, nummer, naar, None), uitvoer)
    if bevestigd and not naar:
        plan = confirm(read_value("--bevestigd", bevestigd, read_datum))
    elif bevestigd:
        raise UsageError("--naar en --bevestigd gaan niet samen.", "Bevestigen doet u later, met --bevestigd alleen.")
    else:
        place = need(naar, "--naar", "Naar welke gemeente?")
        day = read_value("--op", op, read_datum) if op else None
        text = "" if droog else _note(globaal, nummer, place, day)  # before anything changes: a template may be faulty
        code = carry_out(globaal, "draag-over", nummer, hand_over(place, day), reden, droog=droog)
        return code or (GOED if droog else _write_note(globaal, nummer, text, uitvoer))
    return carry_out(globaal, "draag-over", nummer, plan, reden, droog=droog)


def _note(globaal: Globaal, nummer: str, naar: str, op: date | None) -> str:
    """The note for who takes the dossier over; nothing where the dossier cannot be read, which the change says."""
    from nazorg.output.overdracht import render_note
    from nazorg.overdracht import make_note
    from nazorg.register import Onleesbaar

    register = globaal.register
    made = make_note(register, register.find_dossier(nummer), naar, op)
    return "" if isinstance(made, Onleesbaar) else render_note(made, register.bron)


def _write_note(globaal: Globaal, nummer: str, text: str, uitvoer: str) -> int:
    from nazorg.begrippen.indeling import id_of

    register = globaal.register
    whole = id_of(register.find_dossier(nummer))
    if not text:
        raise UsageError(
            f"{whole} is niet te lezen, dus er is geen brief van te maken.", "Kijk het na: nazorg controleer"
        )
    target = Path(uitvoer) if uitvoer else globaal.werkmap.root / "agendas" / f"overdracht-{whole}.md"
    write_made(globaal, target, text.encode("utf-8"))
    if not globaal.stil:
        print(f"De brief staat in {target}. Lees hem na voor u hem stuurt.")
    return GOED


def _self(globaal: Globaal) -> str:
    """The regisseur at the keyboard, else whom the person names."""
    region = globaal.register.instellingen
    try:
        return globaal.regisseur
    except UsageError:
        only = next(iter(region.regisseurs)) if len(region.regisseurs) == 1 else ""
        return only or need_known("", "--regisseur", "Welke regisseur?", region.regisseurs)
