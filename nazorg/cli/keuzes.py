"""What the filters of a list come down to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from nazorg.begrippen.keuzes import Kader, Status
from nazorg.cli.waarden import read_choice
from nazorg.errors import UsageError
from nazorg.index import Regio
from nazorg.register import Filter


def _owners(region: Regio) -> tuple[str, ...]:
    from nazorg.instellingen import BETROKKENE

    return (*region.partners, *region.regisseurs, BETROKKENE)


_CHOICES: dict[str, Callable[[Regio], Iterable[str]]] = {
    "gemeente": lambda region: region.gemeenten,
    "regisseur": lambda region: region.regisseurs,
    "eigenaar": _owners,
    "leefgebied": lambda region: region.alle_leefgebieden,
    "status": lambda _: [str(value) for value in Status],
    "kader": lambda _: [str(value) for value in Kader],
}


def make_filter(region: Regio, asked: Mapping[str, Sequence[str]]) -> Filter:
    """The filter that the options ask for. Raises ``UsageError`` for a value that nobody in the region has."""
    chosen: dict[str, frozenset[str]] = {}
    for name, values in asked.items():
        known = {choice.casefold(): choice for choice in _CHOICES[name](region)} if name in _CHOICES else {}
        for value in values:
            if known and value.casefold() not in known:
                read_choice(f"--{name}", value, known.values())
        chosen[name] = frozenset(value.casefold() for value in values)
    return Filter(**chosen)


def own_regisseur(region: Regio, folder: Path) -> str:
    """The regisseur at the keyboard, by the address that git commits with in ``folder``. Raises ``UsageError``."""
    from nazorg.gitrepo import user_email

    mail = user_email(folder)
    if mail is None:
        remedy = "Vertel het: git config user.email U@GEMEENTE.NL, of gebruik --regisseur."
        raise UsageError("git weet niet wie u bent.", remedy)
    naam = region.regisseur_met(mail)
    if naam is None:
        remedy = "Zet het bij uw naam onder 'mail', of gebruik --regisseur."
        raise UsageError(f"Uw adres {mail} hoort bij geen regisseur in nazorg.yaml.", remedy)
    return naam
