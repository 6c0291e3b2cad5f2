"""Record the minutes of a consultation: empty ones, filled in ones, or by asking; and the result as a text."""

import sys
from pathlib import Path
from random import Random, SystemRandom
from typing import TYPE_CHECKING, NamedTuple

from nazorg.begrippen.indeling import id_of
from nazorg.cli.agenda import back_from, read_found
from nazorg.cli.globaal import Globaal
from nazorg.cli.uitvoer import write_output
from nazorg.cli.wijziging import GOED, need_read, telling
from nazorg.errors import UsageError, in_words

if TYPE_CHECKING:
    from nazorg.agenda import Agenda
    from nazorg.overleg import Overleg

GEWEIGERD, ONVOLLEDIG = 1, 3
_GROOTSTE = 1 << 20


class Toonvraag(NamedTuple):
    """How the minutes are wanted: by which template, in which form, in which file."""

    sjabloon: str = ""
    vorm: str = ""
    uitvoer: str = ""


def minutes(
    globaal: Globaal, words: list[str], how: Toonvraag, *, leeg: bool, uit: str, toon: bool, droog: bool
) -> int:
    """What ``overleg verslag`` does; ``words`` name the consultation."""
    if sum((leeg, bool(uit), toon)) > 1:
        raise UsageError("--leeg, --uit en --toon gaan niet samen.", "Kies er een.")
    if len(words) > 1:
        raise UsageError(f"Er staat te veel: {' '.join(words[1:])}.", "Zie nazorg overleg --help.")
    if how.uitvoer and not (leeg or toon):
        raise UsageError("-o hoort bij --leeg of --toon.", "Laat het weg, of zeg erbij wat u wilt.")
    for option, given in (("--sjabloon", how.sjabloon), ("--vorm", how.vorm)):
        if given and not toon:
            raise UsageError(f"{option} hoort bij --toon, het verslag zelf.", "Laat het weg, of zet --toon erbij.")
    register = globaal.register
    name = need_read(words[0] if words else "", "OVERLEG", "Van welk overleg?", register.find_overleg)
    overleg = read_found(register, id_of(name))
    if toon:
        return _show(globaal, overleg, how)
    if leeg:
        from nazorg.output.verslag import empty_minutes

        made = _agenda(globaal, overleg)
        write_output(globaal, how.uitvoer, empty_minutes(made), "het lege verslag")
        return _missing(made)
    if overleg.datum > register.peildatum:
        raise UsageError(f"Dit overleg is pas op {overleg.datum}.", "Leg vast wat er besloten is als het geweest is.")
    return _from_file(globaal, overleg, uit, droog=droog) if uit else _by_asking(globaal, overleg, droog=droog)


def _show(globaal: Globaal, overleg: "Overleg", how: Toonvraag) -> int:
    from nazorg.agenda import look_at_minutes, make_notulen
    from nazorg.cli.vormen import choose_tekstvorm
    from nazorg.output.verslag import render_notulen
    from nazorg.output.vorm import in_form

    form = choose_tekstvorm(globaal, how.vorm, how.uitvoer, voorbeeld="verslag.docx")
    start = globaal.open_versie("--versie", globaal.versie).commit if globaal.versie else None
    made = make_notulen(globaal.register, overleg, look_at_minutes(overleg, globaal.werkmap.root, start))
    text = render_notulen(made, globaal.register.bron, how.sjabloon)
    write_output(globaal, how.uitvoer, in_form(text, form, globaal.register.bron, how.sjabloon), "het verslag")
    return ONVOLLEDIG if made.ontbrekend else GOED


def _from_file(globaal: Globaal, overleg: "Overleg", uit: str, *, droog: bool) -> int:
    from nazorg.wijzigen.verslag import decode_minutes

    try:
        with Path(uit).open("rb") as file:
            data = file.read(_GROOTSTE + 1)
    except OSError as error:
        raise UsageError(f"{uit} kan niet gelezen worden: {in_words(error)}.", "Kijk de naam na.") from None
    if len(data) > _GROOTSTE:
        raise UsageError(f"{uit} is te groot voor een verslag.", "Noem het verslag zelf.")
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise UsageError(
            f"{uit} is een Word-bestand.", "Sla het op als tekst zonder opmaak (.txt), en noem dat bestand."
        )
    from nazorg.output.verslag import empty_minutes, explanations

    known = explanations(empty_minutes(_agenda(globaal, overleg)))
    return record(globaal, overleg, decode_minutes(data), uit, known, droog=droog)


def record(globaal: Globaal, overleg: "Overleg", text: str, path: str, uitleg: list[str], *, droog: bool) -> int:
    """Show what the minutes in ``text`` come to, and write it where the person agrees; in a pipe it is written."""
    from nazorg.output.verslag import fault_lines, print_minutes
    from nazorg.output.vragen import ask, can_ask
    from nazorg.register.wijziging import propose_minutes, record_minutes
    from nazorg.wijzigen.verslag import kader_of, minutes_edits, minutes_plan, read_minutes

    register = globaal.register
    found, faults = read_minutes(text, kader_of(register, overleg), uitleg)
    if faults:
        print("\n".join(fault_lines(path, faults)))
    if any(one.erg for one in faults):
        print("Er is niets geschreven. Verbeter deze regels, en geef de opdracht opnieuw.")
        return GEWEIGERD
    pad = register.find_overleg(overleg.overleg)
    plans = {
        register.find_dossier(nummer): minutes_plan(overleg.overleg, overleg.datum, punt)
        for nummer, punt in found.punten.items()
    }
    seed = SystemRandom().getrandbits(64)
    today = register.peildatum
    shown = propose_minutes(register, pad, lambda one: minutes_edits(one, found, today), plans, Random(seed))  # noqa: S311
    print_minutes(sys.stdout, shown, stil=False)
    if droog or shown.is_niets:
        if droog:
            print("Er is niets geschreven.")
        return GOED
    if can_ask() and ask("Zo vastleggen? (ja of nee)").casefold() not in ("ja", "j"):
        print(f"Er is niets geschreven. Wat u opgaf, staat nog in {path}.")
        return GEWEIGERD
    done = record_minutes(register, pad, lambda one: minutes_edits(one, found, today), plans, Random(seed), shown)  # noqa: S311
    with telling(done.vastgelegd, f"nazorg overleg verslag {overleg.overleg} --toon"):
        from nazorg.output.wijziging import say_kept

        say_kept(sys.stdout, done.vastgelegd)
        if not globaal.stil:
            print(f"Het verslag zelf: nazorg overleg verslag {overleg.overleg} --toon")
    return GOED


def _by_asking(globaal: Globaal, overleg: "Overleg", *, droog: bool) -> int:
    from nazorg.cli.vraaggesprek import ask_minutes
    from nazorg.output.verslag import explanations
    from nazorg.output.vragen import can_ask
    from nazorg.werkmap.verslagklad import open_verslagklad

    if not can_ask():
        raise UsageError(
            "In een pijp wordt niets gevraagd.",
            f"Maak een leeg verslag: nazorg overleg verslag {overleg.overleg} --leeg -o verslag.txt",
        )
    klad = open_verslagklad(globaal.werkmap.root, overleg.overleg)
    try:
        text = ask_minutes(globaal.register, overleg, _agenda(globaal, overleg), klad)
    except KeyboardInterrupt:
        if klad.path.is_file():
            print(f"\nWat u opgaf, is bewaard. Verder gaan: nazorg overleg verslag {overleg.overleg}", file=sys.stderr)
        raise
    code = record(globaal, overleg, text, str(klad.path), explanations(text), droog=droog)
    if code == GOED and not droog:
        klad.remove()
    return code


def _agenda(globaal: Globaal, overleg: "Overleg") -> "Agenda":
    from nazorg.agenda import make_agenda

    return make_agenda(globaal.register, overleg, terugblik=back_from(globaal, overleg))


def _missing(made: "Agenda") -> int:
    from nazorg.output.agenda import missing_lines

    for line in missing_lines(made):
        print(f"nazorg: {line}", file=sys.stderr)
    return ONVOLLEDIG if made.ontbrekend else GOED
