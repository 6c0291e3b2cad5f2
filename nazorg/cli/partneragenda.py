"""The agenda for partners: each sees what it may see, and what it was told is recorded."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from nazorg.cli.globaal import Globaal
from nazorg.cli.uitvoer import say_written, write_made, write_output
from nazorg.cli.waarden import read_choice
from nazorg.errors import UsageError

if TYPE_CHECKING:
    from nazorg.agenda import Agenda
    from nazorg.agenda.partner import Partneragenda

UITGANGEN = {"markdown": "md", "html": "html", "docx": "docx"}


class Partnervraag(NamedTuple):
    """Whose agendas are asked for, and what is to be done besides."""

    voor: str = ""
    alle: bool = False
    verantwoording: bool = False
    vastleggen: bool = False
    door: str = ""

    def __bool__(self) -> bool:
        return bool(self.voor or self.alle)

    def refuse_alone(self) -> None:
        """Raises ``UsageError`` for what only means something with a partner."""
        alone = [
            option
            for option, given in (
                ("--verantwoording", self.verantwoording),
                ("--vastleggen", self.vastleggen),
                ("--door", bool(self.door)),
            )
            if given and not self
        ]
        if alone:
            raise UsageError(f"{alone[0]} hoort bij de agenda van een partner.", "Geef ook --voor PARTNER.")


def write_for_partners(
    globaal: Globaal, made: "Agenda", vraag: Partnervraag, sjabloon: str, form: str, uit: str
) -> None:
    """Write the agenda for one partner, or for every one at the table. Raises ``NazorgError``.

    What is told is recorded before anything is written: what cannot be recorded is not told.
    """
    from nazorg.agenda.verstrekken import agendas_for

    if vraag.voor and vraag.alle:
        raise UsageError("--voor en --alle-partners gaan niet samen.", "Laat een van de twee weg.")
    if vraag.alle and not uit:
        raise UsageError("Bij --alle-partners hoort een map.", "Noem haar: --alle-partners -o agendas")
    register = globaal.register
    known = list(register.instellingen.partners)
    wanted = [one.partner for one in made.deelnemers if one.partner in known]
    if vraag.voor:
        wanted = [read_choice("--voor", vraag.voor, known)]
    agendas = agendas_for(register, made, wanted)
    rendered = [(one, _render(globaal, one, sjabloon, form)) for one in agendas]
    if vraag.vastleggen:
        _record(globaal, agendas, vraag.door)
    if vraag.alle:
        _write_all(globaal, rendered, Path(uit), form, with_account=vraag.verantwoording)
    else:
        _write_one(globaal, *rendered[0], uit, with_account=vraag.verantwoording)
    if not globaal.stil:
        _say_what_is_missing(agendas)


def _render(globaal: Globaal, one: "Partneragenda", sjabloon: str, form: str) -> str | bytes:
    from nazorg.output.agenda import render_agenda
    from nazorg.output.vorm import in_form

    bron = globaal.register.bron
    return in_form(render_agenda(one.agenda, bron, sjabloon), form, bron, sjabloon)


def _record(globaal: Globaal, agendas: "list[Partneragenda]", door: str) -> None:
    from nazorg.agenda.verstrekken import plans_to_record
    from nazorg.output.tekst import count
    from nazorg.register.wijziging import change_together

    register = globaal.register
    if door:
        read_choice("--door", door, register.instellingen.regisseurs)
    try:
        who = door or globaal.regisseur
    except UsageError as error:
        raise UsageError(
            f"{error.message} In het register hoort te staan wie verstrekt.", "Noem u met --door."
        ) from None
    plans = plans_to_record(register, agendas, who)
    from random import SystemRandom

    made = change_together(register, plans, SystemRandom(), "verstrek") if plans else None
    if globaal.stil:
        return
    if made is None or not made.gewijzigd:
        why = "dit staat al in het register van vandaag" if plans else "er is niets verstrekt, en dus niets vastgelegd"
        print(f"nazorg: {why}.", file=sys.stderr)
        return
    where = f" als {made.vastgelegd.commit[:8]}" if made.vastgelegd and made.vastgelegd.commit else ""
    changed = count(len(made.gewijzigd), "dossier", "dossiers")
    print(f"nazorg: vastgelegd{where} in het register van {changed}.", file=sys.stderr)


def _write_one(globaal: Globaal, one: "Partneragenda", text: str | bytes, uit: str, *, with_account: bool) -> None:
    from nazorg.output.verantwoording import render_verantwoording

    write_output(globaal, uit, text, f"de agenda voor {one.naam}")
    if not with_account:
        return
    account = render_verantwoording(one)
    if uit:
        write_output(globaal, f"{Path(uit).with_suffix('')}.verantwoording.md", account, "de verantwoording")
    else:
        print(f"\n{account}", end="")


def _write_all(
    globaal: Globaal,
    rendered: "list[tuple[Partneragenda, str | bytes]]",
    folder: Path,
    form: str,
    *,
    with_account: bool,
) -> None:
    from nazorg.output.tekst import count
    from nazorg.output.verantwoording import render_verantwoording

    written = 0
    for one, text in rendered:
        if not one.agenda.punten:
            continue
        name = f"{one.agenda.overleg}-{one.partner}"
        data = text.encode("utf-8") if isinstance(text, str) else text
        write_made(globaal, folder / f"{name}.{UITGANGEN[form]}", data)
        written += 1
        if with_account:
            account = render_verantwoording(one).encode("utf-8")
            write_made(globaal, folder / f"{name}.verantwoording.md", account)
    say_written(globaal, count(written, "agenda staat", "agenda's staan"), folder)


def _say_what_is_missing(agendas: "list[Partneragenda]") -> None:
    """Who is at the table and gets no agenda; which dossiers are not on one, in a number."""
    from nazorg.diagnostics.tekst import visible
    from nazorg.output.tekst import count

    for one in agendas:
        hidden = len({left.dossier for left in one.weggelaten if left.wat == "het hele dossier"})
        if not one.agenda.punten:
            print(visible(f"nazorg: {one.naam} krijgt geen agenda: geen dossier met een grondslag."), file=sys.stderr)
        elif hidden and len(agendas) == 1:
            line = (
                f"{count(hidden, 'dossier staat', 'dossiers staan')} niet op deze agenda; --verantwoording zegt waarom."
            )
            print(f"nazorg: {line}", file=sys.stderr)
