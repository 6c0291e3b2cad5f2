"""Days as iCalendar (RFC 5545) through its library, and what has no place in it in words."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from nazorg.begrippen.keuzes import LEEFGEBIEDEN
from nazorg.diagnostics.tekst import visible
from nazorg.kalender import Dagsoort, Kalender, Kalenderdag, Zonder
from nazorg.output.tekst import count

if TYPE_CHECKING:
    from icalendar import Event

DOMEIN = "nazorg"
"""What stands behind the ``@`` of a UID."""

_DAG = timedelta(days=1)
_VRIJ = {
    Dagsoort.KAN_NAAR_BUITEN: "Kan naar buiten",
    Dagsoort.KAN_VRIJ: "Kan vrij",
    Dagsoort.VERWACHT_VRIJ: "Verwacht vrij",
    Dagsoort.VAST_VRIJ: "Vrij, staat vast:",
}
_ZONDER = {
    Zonder.TERMIJN: ("actie zonder termijn", "acties zonder termijn"),
    Zonder.BEREKENING: (
        "actie met een termijn die niet te berekenen is",
        "acties met een termijn die niet te berekenen is",
    ),
    Zonder.OPGESCHORT: ("opgeschorte actie", "opgeschorte acties"),
    Zonder.VERVALLEN: (
        "actie waarvan de termijn bij de vrijlating verviel",
        "acties waarvan de termijn bij de vrijlating verviel",
    ),
    Zonder.EIGEN_ID: (
        "actie zonder eigen id (zie nazorg controleer)",
        "acties zonder eigen id (zie nazorg controleer)",
    ),
    Zonder.ONTSLAGDATUM: ("vrijlating zonder datum", "vrijlatingen zonder datum"),
}


def write_ics(dagen: Iterable[Kalenderdag], peildatum: date, *, met_tekst: bool) -> bytes:
    """An iCalendar file of whole days; the same days on the same ``peildatum`` give the same bytes.

    No name and no free text stands in it. ``met_tekst`` adds what is to be done, and marks the day as private.
    """
    from icalendar import Calendar

    from nazorg import __version__

    calendar = Calendar()
    calendar.add("prodid", f"-//nazorg//nazorg {__version__}//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for day in dagen:
        calendar.add_component(_event(day, peildatum, met_tekst=met_tekst))
    written: bytes = calendar.to_ical()
    return written


def summary_of(day: Kalenderdag, *, met_tekst: bool) -> str:
    """``Termijn onderdak NZ-2026-k7f3mq w4hn``; with text also what is to be done, on one line."""
    if day.soort is not Dagsoort.TERMIJN:
        return f"{_VRIJ[day.soort]} {day.dossier}"
    leefgebied = LEEFGEBIEDEN.get(day.leefgebied, day.leefgebied.replace("_", " "))
    text = f": {day.wat}" if met_tekst else ""
    return visible(f"Termijn {leefgebied} {day.dossier} {day.actie}{text}")


def left_out(kalender: Kalender) -> str:
    """What has no day, in words (``2 acties zonder termijn, 1 opgeschorte actie``); empty when all has one."""
    return ", ".join(count(number, *_ZONDER[why]) for why, number in kalender.zonder.items())


def _event(day: Kalenderdag, peildatum: date, *, met_tekst: bool) -> "Event":
    """One day: it takes no time (TRANSP), and ends, exclusive, on the next.

    A file made on a later peildatum wins: its stamp is later and its SEQUENCE, the number of that day, is higher.
    """
    from icalendar import Event

    made = datetime.combine(peildatum, time(), UTC)
    event = Event()
    event.add("uid", f"{day.naam}@{DOMEIN}")
    event.add("dtstamp", made)
    event.add("last-modified", made)
    event.add("sequence", peildatum.toordinal())
    event.add("dtstart", day.datum)
    event.add("dtend", day.datum + _DAG)
    event.add("summary", summary_of(day, met_tekst=met_tekst))
    event.add("transp", "TRANSPARENT")
    if met_tekst:
        event.add("class", "PRIVATE")
    return event
