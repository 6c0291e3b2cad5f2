"""What every changing command does: ask for what is missing, carry the plan out, and say what came of it."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from random import SystemRandom
from textwrap import fill
from typing import TYPE_CHECKING, Annotated, TypeVar

from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Argument, Option
from nazorg.cli.waarden import read_choice
from nazorg.errors import UsageError, WriteError, in_words

if TYPE_CHECKING:
    from nazorg.register.wijziging import Gewijzigd, Plan
    from nazorg.transactie import Vastgelegd

GOED = 0
BREEDTE = 80
Read = TypeVar("Read")

Dossiernummer = Annotated[str, Argument(metavar="[DOSSIER]", help="Nummer van het dossier, of een uniek begin ervan.")]
ActieId = Annotated[str, Argument(metavar="[ACTIE]", help="Id van de actie, zoals w4hn.")]
Reden = Annotated[str, Option("--reden", metavar="TEKST", help="Waarom; komt in het logboek van het dossier.")]
Droog = Annotated[bool, Option("--droog", help="Toon alleen wat er zou veranderen; schrijf niets.")]


def carry_out(globaal: Globaal, opdracht: str, dossier: str, plan: "Plan", reden: str, *, droog: bool) -> int:
    """Change the dossier that ``dossier`` names by ``plan``, or only show it."""
    import nazorg.output.wijziging  # noqa: F401 - before anything changes: what cannot be loaded is no failed change
    from nazorg.register.wijziging import change, propose

    register = globaal.register
    pad = register.find_dossier(dossier)
    if droog:
        return report(globaal, propose(register, pad, plan, reden, SystemRandom()))
    return report(globaal, change(register, pad, plan, reden, SystemRandom(), opdracht))


def report(globaal: Globaal, gewijzigd: "Gewijzigd") -> int:
    """Say what a change came to."""
    from nazorg.output.wijziging import print_change

    with telling(gewijzigd.vastgelegd, f"nazorg toon {gewijzigd.nummer}"):
        print_change(sys.stdout, gewijzigd, stil=globaal.stil)
    return GOED


@contextmanager
def telling(vastgelegd: "Vastgelegd | None", look: str) -> Iterator[None]:
    """Say within what was written: an answer that does not come across is no failed change.

    Raises ``WriteError`` that says so, and that ``look`` shows what stands there now.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        if vastgelegd is None:
            raise
        raise WriteError(
            f"De wijziging is bewaard, maar het antwoord kon niet geschreven worden: {in_words(error)}.",
            f"Geef haar niet nog eens. Wat er nu staat: {look}",
        ) from error


def need(value: str, what: str, vraag: str, keuzes: Sequence[str] = (), standaard: str = "") -> str:
    """``value``, or on a terminal the answer to ``vraag``. Raises ``UsageError`` in a pipe."""
    from nazorg.output.vragen import ask, can_ask

    if value:
        return value
    if not can_ask():
        raise UsageError(f"{what} ontbreekt.", "Geef het mee; in een pijp wordt niets gevraagd.")
    while not (answer := ask(vraag, standaard, keuzes)):
        pass
    return answer


def need_known(value: str, what: str, vraag: str, known: Iterable[str], standaard: str = "") -> str:
    """``value`` as the region writes it; asked for, with the choices, until it is one of ``known``.

    Raises ``UsageError`` for a value that was given and is none, and in a pipe.
    """
    names = list(known)
    if value:
        return known_as(what, value, names)
    if names:
        _offer(names)
    return need_read(value, what, vraag, lambda text: known_as(what, text, names), standaard)


def need_read(value: str, what: str, vraag: str, read: Callable[[str], Read], standaard: str = "") -> Read:
    """What ``read`` makes of ``value``, or of the answer to ``vraag``; asked again while it makes nothing of it.

    Raises ``UsageError`` for a value that was given, and in a pipe.
    """
    while True:
        answer = need(value, what, vraag, standaard=standaard)
        try:
            return read(answer)
        except UsageError as error:
            if value:
                raise
            print(f"{error.message} {error.remedy}")


def _offer(names: Sequence[str]) -> None:
    """The choices below each other in a few lines, when a person is there to read them."""
    from nazorg.output.vragen import can_ask

    if can_ask():
        print(fill(", ".join(names), BREEDTE, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False))


def need_dossier(globaal: Globaal, dossier: str) -> str:
    """The number of the dossier, asked for when it is missing."""
    if dossier:
        return dossier
    known = [path.rpartition("/")[2].rpartition(".")[0] for path in globaal.register.dossier_paths]
    return need("", "DOSSIER", "Welk dossier?", standaard=known[0] if len(known) == 1 else "")


def need_actie(globaal: Globaal, dossier: str, actie: str) -> str:
    """The id of the action, asked for from those of the dossier that are not finished."""
    from nazorg.diagnostics.tekst import visible
    from nazorg.output.vragen import can_ask

    if actie:
        return actie
    if can_ask():
        register = globaal.register
        gelezen = register.dossier(register.find_dossier(dossier))
        for naam, _, one in gelezen.waarde.acties() if gelezen.waarde else ():
            if one.is_onaf and one.id:
                print(f"  {one.id}  {visible(one.wat)} ({naam})")
    return need("", "ACTIE", "Welke actie?")


def need_eigenaar(globaal: Globaal, eigenaar: str, what: str) -> str:
    """An owner whom the region knows; ``what`` is the argument or option. Raises ``UsageError``."""
    from nazorg.instellingen import BETROKKENE

    region = globaal.register.instellingen
    known = (*region.partners, *region.regisseurs, BETROKKENE)
    return known_as(what, eigenaar, known if len(known) > 1 else ())


def known_as(what: str, typed: str, known: Iterable[str]) -> str:
    """``typed`` as the region writes it. Raises ``UsageError`` with did-you-mean; a region without any knows all."""
    names = {name.casefold(): name for name in known}
    found = names.get(typed.casefold(), typed)
    return read_choice(what, found, names.values()) if names else found
