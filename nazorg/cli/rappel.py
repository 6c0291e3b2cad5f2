"""The command that chases: rappel."""

import sys
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING, Annotated

from nazorg.cli.globaal import Globaal
from nazorg.cli.lijstvorm import Exitcode, outcome, read_dagen
from nazorg.cli.signatuur import Option
from nazorg.cli.uitvoer import say_written, write_made
from nazorg.cli.waarden import read_choice
from nazorg.errors import UsageError
from nazorg.output.onvolledig import warn_unreadable

if TYPE_CHECKING:
    from nazorg.output.rappel import Brief
    from nazorg.rappel import Rappel, Rappellijst


def rappel(
    globaal: Globaal,
    binnen: Annotated[
        str, Option("--binnen", metavar="DUUR", help="Ook wat binnen zoveel tijd moet; anders 7d.")
    ] = "7d",
    opnieuw_na: Annotated[
        str,
        Option("--opnieuw-na", metavar="DUUR", help="Wat korter geleden verteld is, niet nog eens; anders 7d."),
    ] = "7d",
    uitvoer: Annotated[
        str,
        Option("-o", "--uitvoer", metavar="MAP", help="Zet de rappels als conceptmails (.eml) in deze map."),
    ] = "",
    vastleggen: Annotated[
        bool, Option("--vastleggen", help="Onthoud in elk dossier wat er aan wie verteld is.")
    ] = False,
    sjabloon: Annotated[
        str, Option("--sjabloon", metavar="NAAM", help="Een ander sjabloon dan rappel uit de map templates.")
    ] = "",
    vorm: Annotated[str, Option("--vorm", metavar="tekst|json", help="Voor mensen of voor programma's.")] = "tekst",
    exitcode: Exitcode = False,
) -> int:
    """Per eigenaar wat te laat is en wat binnen een week moet, als tekst of als conceptmail.

    Een partner leest zijn eigen kenmerk of het dossiernummer, de termijn, en wat hij zou doen als hij dat mag weten;
    geen namen en geen andere tekst. Wat op de betrokkene wacht of nog van niemand is, gaat naar de regisseur.

    Met --vastleggen komt in het logboek wat er verteld is. Een tweede rappel heet dan zo, de derde gaat naar de
    'manager' uit nazorg.yaml, en een termijn die sindsdien verschoof, wordt genoemd. Er wordt niets verstuurd.
    """
    from nazorg.output.rappel import render_rappel, write_rappel_json
    from nazorg.rappel import list_reminders

    form = read_choice("--vorm", vorm, ("tekst", "json"))
    if form == "json" and uitvoer:
        raise UsageError("--vorm json en -o gaan niet samen.", "Laat een van de twee weg.")
    register = globaal.register
    days, again = read_dagen(binnen, "--binnen"), read_dagen(opnieuw_na, "--opnieuw-na")
    found = list_reminders(register, globaal.filter, days, again)
    letters = [] if form == "json" else [(one, render_rappel(one, register.bron, sjabloon)) for one in found.rappels]
    if vastleggen:
        _remember(globaal, found)
    if form == "json":
        write_rappel_json(sys.stdout, found)
    elif uitvoer:
        _write_drafts(globaal, Path(uitvoer), letters)
    else:
        _print(globaal, letters)
    if form != "json":
        _report(globaal, found)
    return outcome(bool(found.onleesbaar), exitcode and bool(found.rappels))


def _remember(globaal: Globaal, found: "Rappellijst") -> None:
    """Before anything goes out: what cannot be remembered is not told."""
    from nazorg.output.tekst import count
    from nazorg.rappel.vastleggen import plans_to_remember
    from nazorg.register.wijziging import change_together

    plans = plans_to_remember(found.rappels, found.peildatum)
    if not plans:
        return
    made = change_together(globaal.register, plans, SystemRandom(), "rappel")
    if not globaal.stil:
        where = f" als {made.vastgelegd.commit[:8]}" if made.vastgelegd and made.vastgelegd.commit else ""
        print(f"nazorg: vastgelegd{where} in {count(len(made.gewijzigd), 'dossier', 'dossiers')}.", file=sys.stderr)


def _write_drafts(globaal: Globaal, folder: Path, letters: "list[tuple[Rappel, Brief]]") -> None:
    from nazorg.output.rappel import draft, draft_name
    from nazorg.output.tekst import count

    for one, brief in letters:
        write_made(globaal, folder / draft_name(one), draft(one, brief))
    if letters:
        say_written(globaal, count(len(letters), "conceptmail staat", "conceptmails staan"), folder)


def _print(globaal: Globaal, letters: "list[tuple[Rappel, Brief]]") -> None:
    from nazorg.diagnostics.tekst import visible
    from nazorg.output.rappel import address_of

    for nth, (one, brief) in enumerate(letters):
        if nth:
            print("\n" + "-" * 72 + "\n")
        print(f"Aan:       {visible(address_of(one) or one.naam)}")
        print(f"Onderwerp: {brief.onderwerp}\n")
        sys.stdout.write(brief.tekst)


def _report(globaal: Globaal, found: "Rappellijst") -> None:
    """What a person should know besides: nothing to tell, what was told already, who has no address, who no manager."""
    from nazorg.output.rappel import notes

    warn_unreadable(sys.stderr, found.onleesbaar)
    if not globaal.stil:
        for line in notes(found):
            print(f"nazorg: {line}", file=sys.stderr)
