"""The command that puts terms and releases in a calendar: kalender."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from nazorg.cli.globaal import Globaal
from nazorg.cli.lijstvorm import outcome
from nazorg.cli.signatuur import Option
from nazorg.cli.uitvoer import say_written, write_bytes, write_made
from nazorg.errors import UsageError
from nazorg.output.onvolledig import warn_unreadable

if TYPE_CHECKING:
    from nazorg.kalender import Kalender


def kalender(
    globaal: Globaal,
    uitvoer: Annotated[
        str,
        Option("-o", "--uitvoer", metavar="BESTAND", help="Schrijf naar dit bestand; anders op het scherm."),
    ] = "",
    los: Annotated[bool, Option("--los", help="Elke dag in een eigen bestand; achter -o staat dan de map.")] = False,
    met_tekst: Annotated[
        bool, Option("--met-tekst", help="Zet erbij wat er moet gebeuren: vrije tekst uit de dossiers.")
    ] = False,
) -> int:
    """Termijnen en vrijlatingen voor in een agenda, als iCalendar (.ics).

    Elke actie die nog moet staat op haar uiterste dag; elke vrijlating op de dag dat het kan en op de dag dat u haar
    verwacht. Er staat geen naam in, en zonder --met-tekst ook geen vrije tekst. Een dag houdt zijn eigen kenmerk: lees
    een nieuw bestand in, en hij schuift mee.

    Outlook leest van een gemaild bestand alleen de eerste dag; gebruik dan --los. Met --eigenaar of --leefgebied komen
    er alleen acties in, geen vrijlatingen.
    """
    from nazorg.kalender import make_calendar

    if los and not uitvoer:
        raise UsageError("Bij --los hoort een map.", "Noem haar: nazorg kalender --los -o MAP")
    made = make_calendar(globaal.register, globaal.filter)
    _report(globaal, made)
    if not made.dagen:
        print("nazorg: er is geen dag voor in de kalender; er is niets geschreven.", file=sys.stderr)
    elif los:
        _write_apart(globaal, Path(uitvoer), made, met_tekst=met_tekst)
    else:
        _write_whole(globaal, uitvoer, made, met_tekst=met_tekst)
    return outcome(bool(made.onleesbaar), False)


def _write_whole(globaal: Globaal, uitvoer: str, made: "Kalender", *, met_tekst: bool) -> None:
    from nazorg.output.kalender import write_ics
    from nazorg.output.tekst import count

    data = write_ics(made.dagen, made.peildatum, met_tekst=met_tekst)
    if not uitvoer:
        write_bytes(data)
        return
    write_made(globaal, Path(uitvoer), data)
    say_written(globaal, count(len(made.dagen), "dag staat", "dagen staan"), Path(uitvoer))


def _write_apart(globaal: Globaal, folder: Path, made: "Kalender", *, met_tekst: bool) -> None:
    from nazorg.output.kalender import write_ics
    from nazorg.output.tekst import count

    for day in made.dagen:
        write_made(globaal, folder / f"{day.naam}.ics", write_ics([day], made.peildatum, met_tekst=met_tekst))
    say_written(globaal, count(len(made.dagen), "bestand staat", "bestanden staan"), folder)


def _report(globaal: Globaal, made: "Kalender") -> None:
    """What is not in it: dossiers that cannot be read, by name, and what has no day, counted."""
    from nazorg.output.kalender import left_out

    warn_unreadable(sys.stderr, made.onleesbaar)
    missing = left_out(made)
    if missing and not globaal.stil:
        print(f"nazorg: niet in de kalender: {missing}.", file=sys.stderr)
