"""The command ``waarneming``: a colleague has the list of a regisseur for a while."""

from datetime import date
from typing import Annotated

from nazorg.begrippen.datums import datum_in_woorden, read_datum
from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Option
from nazorg.cli.waarden import read_value
from nazorg.cli.wijziging import GOED, known_as, need_known, need_read
from nazorg.errors import UsageError


def waarneming(
    globaal: Globaal,
    van: Annotated[str, Option("--van", metavar="REGISSEUR", help="Wie er niet is.")] = "",
    tot: Annotated[str, Option("--tot", metavar="DATUM", help="De laatste dag.")] = "",
    vanaf: Annotated[str, Option("--vanaf", metavar="DATUM", help="De eerste dag; anders vandaag.")] = "",
    door: Annotated[str, Option("--door", metavar="REGISSEUR", help="Wie waarneemt; anders uzelf.")] = "",
    stop: Annotated[bool, Option("--stop", help="Het is voorbij, of gaat niet door.")] = False,
) -> int:
    """Een collega een tijd lang de lijst van een ander geven. Met --mijn ziet die dan ook diens dossiers.

    Staat in nazorg.yaml bij de regisseur die er niet is. In de dossiers verandert niets.
    """
    from nazorg.instellingen import Waarneming
    from nazorg.register.wijziging.waarneming import set_waarneming

    known = globaal.register.instellingen.regisseurs
    away = need_known(van, "--van", "Wie is er niet?", known)
    if stop:
        done = set_waarneming(globaal.register, away, None)
        said = f"{away} heeft de eigen lijst weer alleen." if done.vastgelegd else f"Voor {away} werd niet waargenomen."
    else:
        first = read_value("--vanaf", vanaf, read_datum) if vanaf else globaal.peildatum
        last = need_read(tot, "--tot", "Tot en met welke dag?", _day)
        who = known_as("--door", door, known) if door else globaal.regisseur
        if who == away:
            raise UsageError("Iemand kan niet voor zichzelf waarnemen.", "Noem met --door wie er waarneemt.")
        done = set_waarneming(globaal.register, away, Waarneming(door=who, van=first, tot=last))
        said = f"{who} heeft van {datum_in_woorden(first)} tot en met {datum_in_woorden(last)} ook de lijst van {away}."
    if done.hersteld:
        print(done.hersteld.in_words())
    if not globaal.stil:
        print(said)
        if done.vastgelegd and done.vastgelegd.commit:
            print(f"Vastgelegd als {done.vastgelegd.commit[:10]}. Uw collega ziet het na: nazorg bijwerken")
    return GOED


def _day(text: str) -> date:
    return read_value("--tot", text, read_datum)
