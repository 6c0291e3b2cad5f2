"""The options that every command takes, and those that every list takes: what each writes into ``Globaal``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from nazorg.begrippen.datums import read_datum
from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Option
from nazorg.cli.waarden import read_choice, read_value

KLEUREN = ("auto", "altijd", "nooit")


class Overal(NamedTuple):
    """An option, and what its value does; with ``many`` that is a list. A value may raise ``UsageError``."""

    option: Option
    store: Callable[[Globaal, Any], None]
    many: bool = False


def _set_map(globaal: Globaal, value: str) -> None:
    globaal.map = Path(value)


def _set_peildatum(globaal: Globaal, value: str) -> None:
    globaal.gevraagde_peildatum = read_value("--peildatum", value, read_datum)


def _set_versie(globaal: Globaal, value: str) -> None:
    globaal.versie = value


def _set_kleur(globaal: Globaal, value: str) -> None:
    globaal.kleur = read_choice("--kleur", value, KLEUREN)


def _set_stil(globaal: Globaal, value: bool) -> None:
    globaal.stil = value


def _set_uitgebreid(globaal: Globaal, value: bool) -> None:
    globaal.uitgebreid = value


def _set_mijn(globaal: Globaal, value: bool) -> None:
    globaal.mijn = value


def _filter(name: str, text: str) -> Overal:
    def store(globaal: Globaal, values: list[str]) -> None:
        globaal.keuze[name] = values

    return Overal(Option(f"--{name}", metavar="NAAM", help=text), store, many=True)


OVERAL = (
    Overal(Option("-C", "--map", metavar="MAP", help="De werkmap; anders deze map of een map erboven."), _set_map),
    Overal(Option("--peildatum", metavar="DATUM", help="Doe alsof het deze dag is."), _set_peildatum),
    Overal(
        Option(
            "--versie",
            metavar="VERSIE|DATUM",
            help="Wat er toen in git stond: een commit, of de avond voor een datum.",
        ),
        _set_versie,
    ),
    Overal(Option("--kleur", metavar="auto|altijd|nooit", help="Kleuren; anders auto."), _set_kleur),
    Overal(Option("-q", "--stil", help="Zeg alleen wat nodig is."), _set_stil),
    Overal(
        Option("-v", "--uitgebreid", help="Zeg bij een fout in het programma ook de weg ernaartoe."), _set_uitgebreid
    ),
)
"""Before or after the name of the command."""

FILTERS = (
    Overal(Option("--mijn", help="Alleen uw eigen dossiers."), _set_mijn),
    _filter("gemeente", "Alleen deze gemeente."),
    _filter("regisseur", "Alleen deze regisseur."),
    _filter("eigenaar", "Alleen acties van deze eigenaar."),
    _filter("leefgebied", "Alleen dit leefgebied."),
    _filter("inrichting", "Alleen deze inrichting."),
    _filter("status", "Alleen dossiers met deze status."),
    _filter("kader", "Alleen vrijwillig of justitieel."),
)
"""Those of a list; each but the first may be given more than once."""
