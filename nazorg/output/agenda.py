"""An agenda as text: its values into a template, the region's own where there is one."""

from typing import TYPE_CHECKING, Any, TextIO

from nazorg.agenda import Agenda
from nazorg.diagnostics.tekst import visible
from nazorg.output.gegevens import write_json

if TYPE_CHECKING:
    from nazorg.begrippen.bron import Bron


def render_agenda(agenda: Agenda, bron: "Bron", sjabloon: str = "") -> str:
    """The agenda as markdown, by the template ``sjabloon`` (default: the one of its kind of consultation).

    Raises ``UsageError`` when there is no such template, or when it is faulty.
    """
    from nazorg.output.sjabloon import Sjablonen, render

    sjablonen = Sjablonen(bron)
    return render(sjablonen, sjablonen.choose(sjabloon or agenda.soort), agenda_variables(agenda))


def agenda_variables(agenda: Agenda) -> dict[str, Any]:
    """What a template of an agenda gets: the fields of ``Agenda`` as plain data."""
    from nazorg.output.sjabloon import plain

    variables: dict[str, Any] = plain(agenda)
    return variables


def write_context(out: TextIO, agenda: Agenda) -> None:
    """What a template of this agenda gets, as JSON of the form ``nazorg.agenda/1``."""
    write_json(out, "nazorg.agenda/1", agenda_variables(agenda))


def missing_lines(agenda: Agenda) -> list[str]:
    """A line for each file that the agenda had to do without; carries no text of the file."""
    lines = []
    for one in agenda.ontbrekend:
        place = f"{one.pad}:{one.regel}: " if one.pad else ""
        lines.append(visible(f"{one.naam} ontbreekt op deze agenda: {place}{one.code} {one.reden}"))
    return lines
