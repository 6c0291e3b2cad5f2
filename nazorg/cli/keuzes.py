"""The filters that every list takes, and what they come down to."""

from collections.abc import Callable, Iterable

from nazorg.begrippen.keuzes import Kader, Status
from nazorg.cli.globaal import Globaal
from nazorg.cli.waarden import read_choice
from nazorg.errors import UsageError
from nazorg.instellingen import BETROKKENE, Instellingen
from nazorg.register import Filter

FILTERS = {
    "gemeente": "Alleen deze gemeente.",
    "regisseur": "Alleen deze regisseur.",
    "eigenaar": "Alleen acties van deze eigenaar.",
    "leefgebied": "Alleen dit leefgebied.",
    "inrichting": "Alleen deze inrichting.",
    "status": "Alleen dossiers met deze status.",
    "kader": "Alleen vrijwillig of justitieel.",
}
"""Each may be given more than once; the help of each."""

_CHOICES: dict[str, Callable[[Instellingen], Iterable[str]]] = {
    "gemeente": lambda region: region.gemeenten,
    "regisseur": lambda region: region.regisseurs,
    "eigenaar": lambda region: (*region.partners, *region.regisseurs, BETROKKENE),
    "leefgebied": lambda region: region.alle_leefgebieden,
    "status": lambda _: [str(value) for value in Status],
    "kader": lambda _: [str(value) for value in Kader],
}


def make_filter(globaal: Globaal) -> Filter:
    """The filter that the options ask for. Raises ``UsageError`` for a value that nobody has."""
    region = globaal.register.instellingen
    chosen: dict[str, frozenset[str]] = {}
    for name, values in globaal.keuze.items():
        known = [choice.casefold() for choice in _CHOICES[name](region)] if name in _CHOICES else []
        chosen[name] = frozenset(
            read_choice(f"--{name}", value.casefold(), known) if known else value.casefold() for value in values
        )
    keuze = Filter(**chosen)
    return keuze.with_regisseur(own_regisseur(globaal)) if globaal.mijn else keuze


def own_regisseur(globaal: Globaal) -> str:
    """The regisseur at the keyboard, by the e-mail address that git commits with. Raises ``UsageError``."""
    from nazorg.gitrepo import user_email

    mail = user_email(globaal.werkmap.root)
    if mail is None:
        raise UsageError(
            "git weet niet wie u bent.", "Vertel het: git config user.email U@GEMEENTE.NL, of gebruik --regisseur."
        )
    naam = globaal.register.regisseur_met(mail)
    if naam is None:
        raise UsageError(
            f"Uw adres {mail} hoort bij geen regisseur in nazorg.yaml.",
            "Zet het bij uw naam onder 'mail', of gebruik --regisseur.",
        )
    return naam
