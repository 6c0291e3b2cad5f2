"""The commands about the release: vrij, ontslagdatum."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated

from nazorg.begrippen.datums import read_datum
from nazorg.begrippen.keuzes import Zekerheid
from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Argument, Option
from nazorg.cli.waarden import read_choice, read_value
from nazorg.cli.wijziging import Dossiernummer, Droog, Reden, carry_out, need, need_dossier, need_read

if TYPE_CHECKING:
    from nazorg.wijzigen import Ontslagdatum

Dag = Annotated[str, Argument(metavar="[DATUM]", help="De dag, zoals 2026-12-18.")]


def vrij(
    globaal: Globaal, dossier: Dossiernummer = "", datum: Dag = "", reden: Reden = "", droog: Droog = False
) -> int:
    """De betrokkene is vrijgekomen. Toont welke termijnen daardoor verschuiven."""
    from nazorg.wijzigen import release

    nummer = need_dossier(globaal, dossier)
    day = need_read(datum, "DATUM", "Op welke dag?", _day, standaard=str(globaal.peildatum))
    return carry_out(globaal, "vrij", nummer, release(day), reden, droog=droog)


def ontslagdatum(
    globaal: Globaal,
    dossier: Dossiernummer = "",
    datum: Dag = "",
    reden: Annotated[
        str, Option("--reden", metavar="TEKST", help="Waarom; komt in de historie en in het logboek.")
    ] = "",
    vroegst: Annotated[
        str, Option("--vroegst", metavar="DATUM|weg", help="De nieuwe vroegste dag, of weg als die vervalt.")
    ] = "",
    uiterst: Annotated[
        str, Option("--uiterst", metavar="DATUM|weg", help="De nieuwe laatste dag, of weg als die vervalt.")
    ] = "",
    zekerheid: Annotated[str, Option("--zekerheid", metavar="verwacht|vast", help="Hoe zeker de nieuwe dag is.")] = "",
    droog: Droog = False,
) -> int:
    """De verwachte dag van vrijlating verandert.

    Toont van elke termijn die daaraan vastzit wat zij was en wat zij wordt, en wat nu te laat of niet meer mogelijk is.
    Een vroegste of laatste dag die er al staat, hoorde bij de oude datum: zeg wat daarmee gebeurt.
    """
    from nazorg.wijzigen import Ontslagdatum, move_release

    nummer = need_dossier(globaal, dossier)
    day = need_read(datum, "DATUM", "Wat is de nieuwe dag?", _day)
    why = need(reden, "--reden", "Waarom verandert de datum?")
    sure = Zekerheid(read_choice("--zekerheid", zekerheid, ("verwacht", "vast"))) if zekerheid else None
    new = Ontslagdatum(day, _bound("--vroegst", vroegst), _bound("--uiterst", uiterst), sure)
    new = _asked(globaal, nummer, new)
    return carry_out(globaal, "ontslagdatum", nummer, move_release(new, why), why, droog=droog)


def _day(text: str) -> date:
    return read_value("DATUM", text, read_datum)


def _bound(option: str, value: str) -> "date | str | None":
    """A date, ``weg``, or ``None`` where nothing was said."""
    from nazorg.wijzigen import WEG

    if not value:
        return None
    return WEG if value == WEG else read_value(option, value, read_datum)


def _asked(globaal: Globaal, nummer: str, new: "Ontslagdatum") -> "Ontslagdatum":
    """``new`` with what a person says of the earliest and latest day that stand in the dossier; unasked in a pipe."""
    from nazorg.dossier import Ontslag
    from nazorg.output.vragen import can_ask
    from nazorg.wijzigen import Ontslagdatum, open_questions

    if not can_ask():
        return new
    register = globaal.register
    dossier = register.dossier(register.find_dossier(nummer)).waarde
    ontslag = (dossier.detentie.ontslag if dossier and dossier.detentie else None) or Ontslag()
    answers = {}
    for name in open_questions(ontslag, new):
        question = f"In het dossier staat {name} {getattr(ontslag, name)}. Wat wordt dat? (een datum, of weg)"
        answers[name] = need_read("", f"--{name}", question, partial(_bound, f"--{name}"))
    return Ontslagdatum(
        new.verwacht, answers.get("vroegst", new.vroegst), answers.get("uiterst", new.uiterst), new.zekerheid
    )
