"""The commands that ask: te-laat, lijst, toon, zoek, and the bare ``nazorg``."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

from nazorg.cli.globaal import Globaal
from nazorg.cli.lijstvorm import BEVINDINGEN, GOED, ONVOLLEDIG, Exitcode, outcome, read_dagen
from nazorg.cli.signatuur import Argument, Option
from nazorg.cli.uitvoer import write_rows
from nazorg.cli.vormen import Csvbestand, Lijstvorm, choose_lijstvorm
from nazorg.cli.waarden import read_choice
from nazorg.errors import RepositoryError, UsageError
from nazorg.output.onvolledig import warn_unreadable
from nazorg.te_laat import Groepering, group_overdue

if TYPE_CHECKING:
    from nazorg.herkomst import Veldherkomst
    from nazorg.index import Progress
    from nazorg.personen import Persoon

Namen = Annotated[bool, Option("--namen", help="Met namen uit het personenbestand; alleen op uw eigen scherm.")]


def te_laat(
    globaal: Globaal,
    per: Annotated[
        str,
        Option(
            "--per",
            metavar="leefgebied|gemeente|eigenaar|regisseur|dossier",
            help="Waarop de lijst gegroepeerd is; anders op leefgebied.",
        ),
    ] = "leefgebied",
    binnen: Annotated[
        str,
        Option("--binnen", metavar="DUUR", help="Ook wat binnen zoveel tijd moet, bijvoorbeeld 14d of 2w; anders 7d."),
    ] = "7d",
    vorm: Lijstvorm = "",
    uitvoer: Csvbestand = "",
    exitcode: Exitcode = False,
) -> int:
    """Acties die te laat zijn, per leefgebied; en wat vandaag of binnenkort moet, geen datum heeft of stilligt."""
    from nazorg.output import acties

    groepering = Groepering(read_choice("--per", per, [str(one) for one in Groepering]))
    dagen = read_dagen(binnen)
    form = choose_lijstvorm(globaal, vorm, uitvoer)
    with _progress(globaal) as progress:
        gevonden = globaal.list_acties(progress)
    lijst = group_overdue(gevonden, globaal.filter_in(gevonden.regio), dagen)
    leefgebieden = gevonden.regio.alle_leefgebieden
    if form == "json":
        acties.write_te_laat_json(sys.stdout, lijst)
    elif form != "tabel":
        rows = acties.te_laat_rows(lijst, groepering, leefgebieden)
        write_rows(globaal, form, uitvoer, acties.RIJKOLOMMEN, rows)
        warn_unreadable(sys.stderr, lijst.onleesbaar)
    else:
        from nazorg.output.scherm import make_console

        acties.print_te_laat(make_console(globaal.kleur), lijst, groepering, leefgebieden, dagen)
    return outcome(bool(lijst.onleesbaar), exitcode and bool(lijst.acties))


@contextmanager
def _progress(globaal: Globaal) -> Iterator["Progress | None"]:
    """How far the reading is, for a person who waits."""
    if globaal.stil or not sys.stderr.isatty():
        yield None
        return
    from nazorg.output.voortgang import progress_bar

    with progress_bar("Inlezen") as progress:
        yield progress


def lijst(
    globaal: Globaal,
    alles: Annotated[bool, Option("--alles", help="Ook dossiers die niet meer lopen.")] = False,
    namen: Namen = False,
    vorm: Lijstvorm = "",
    uitvoer: Csvbestand = "",
    exitcode: Exitcode = False,
) -> int:
    """Dossiers in een lijst: status, gemeente, wanneer vrij, wat op orde is en wat nog moet."""
    from nazorg.lijst import list_dossiers
    from nazorg.output import dossiers

    if namen and (uitvoer or vorm not in ("", "tabel")):
        raise UsageError("--namen toont namen alleen op uw eigen scherm.", "Laat --namen weg, of --vorm en -o.")
    form = "tabel" if namen else choose_lijstvorm(globaal, vorm, uitvoer)
    with _progress(globaal) as progress:
        gevonden = globaal.list_dossiers(progress)
    everything = alles or bool(globaal.keuze.get("status"))
    rows = list(list_dossiers(gevonden, globaal.filter_in(gevonden.regio), alles=everything))
    onleesbaar = gevonden.onleesbaar()
    if form == "json":
        dossiers.write_lijst_json(sys.stdout, rows, gevonden.peildatum, onleesbaar)
    elif form != "tabel":
        write_rows(globaal, form, uitvoer, dossiers.KOLOMMEN, dossiers.lijst_rows(rows))
        warn_unreadable(sys.stderr, onleesbaar)
    else:
        from nazorg.output.scherm import make_console

        dossiers.print_lijst(make_console(globaal.kleur), rows, _names(globaal) if namen else {}, onleesbaar)
    return outcome(bool(onleesbaar), exitcode and bool(rows))


def toon(
    globaal: Globaal,
    dossier: Annotated[str, Argument(metavar="DOSSIER", help="Nummer van het dossier, of het begin ervan.")],
    namen: Namen = False,
    vorm: Annotated[str, Option("--vorm", metavar="tekst|json", help="Voor mensen of voor programma's.")] = "tekst",
    herkomst: Annotated[
        bool, Option("--herkomst", help="Van elk veld wie het het laatst wijzigde, en wanneer.")
    ] = False,
) -> int:
    """Eén dossier: hoe elk leefgebied ervoor staat, en van elke actie de termijn en de plek in het bestand."""
    from nazorg.output.dossier import print_dossier, write_dossier_json
    from nazorg.output.scherm import make_console
    from nazorg.register import Onleesbaar
    from nazorg.toon import show_dossier

    form = read_choice("--vorm", vorm, ("tekst", "json"))
    register = globaal.register
    getoond = show_dossier(register, register.find_dossier(dossier))
    if isinstance(getoond, Onleesbaar):
        from nazorg.output.bevindingen import print_unreadable
        from nazorg.output.dossier import write_onleesbaar_json

        if form == "json":
            write_onleesbaar_json(sys.stdout, getoond, register.peildatum)
            return ONVOLLEDIG
        print_unreadable(make_console(globaal.kleur), (getoond,))
        return ONVOLLEDIG
    origins = _origins(globaal, getoond.pad) if herkomst else None
    if form == "json":
        write_dossier_json(sys.stdout, getoond, register.peildatum, origins)
    elif origins is not None:
        from nazorg.output.herkomst import print_origins

        print_origins(make_console(globaal.kleur), getoond.dossier.dossier, getoond.pad, origins)
    else:
        persoon = _personen(globaal).get(getoond.dossier.betrokkene) if namen else None
        print_dossier(make_console(globaal.kleur), getoond, persoon.naam if persoon else None)
    return GOED


def _origins(globaal: Globaal, path: str) -> "list[Veldherkomst]":
    """Who last changed each field of the dossier at ``path``. Raises ``RepositoryError`` outside git."""
    from nazorg.cli.terugkijken import open_historie
    from nazorg.herkomst import field_origins
    from nazorg.yamltext import as_boom

    root = globaal.register.document(path).root
    assert root is not None  # it was shown
    found = field_origins(open_historie(globaal), path, None if globaal.versie else as_boom(root))
    if found is None:
        raise RepositoryError(
            f"De laatste versie van {path} in git is niet te lezen.", "Bewaar eerst wat er nu staat, en vraag het weer."
        )
    return found


def zoek(
    globaal: Globaal,
    woorden: Annotated[list[str], Argument(metavar="WOORDEN", help="Naam, pseudoniem, dossiernummer of kenmerk.")],
) -> int:
    """Een dossier zoeken op naam (uit uw personenbestand), pseudoniem, nummer of kenmerk van een partner."""
    from nazorg.output.dossier import print_treffers, write_treffers_tsv
    from nazorg.output.scherm import make_console
    from nazorg.register import load_personen
    from nazorg.zoek import find

    register = globaal.register
    personen = load_personen()
    found = list(find(register, " ".join(woorden), personen or {}))
    if found and globaal.is_terminal:
        print_treffers(make_console(globaal.kleur), found)
    elif found:
        write_treffers_tsv(sys.stdout, found)
    else:
        print("nazorg: niets gevonden.", file=sys.stderr)
    if personen is None and not globaal.stil:
        print("nazorg: er is geen personenbestand (NAZORG_PERSONEN); namen zijn niet doorzocht.", file=sys.stderr)
    warn_unreadable(sys.stderr, register.onleesbaar)
    return ONVOLLEDIG if register.onleesbaar else GOED if found else BEVINDINGEN


def _names(globaal: Globaal) -> dict[str, str]:
    """The names from the persons file by dossier."""
    personen = _personen(globaal)
    found = {dossier.dossier: personen.get(dossier.betrokkene) for _, dossier in globaal.register.leesbare()}
    return {number: persoon.naam for number, persoon in found.items() if persoon}


def _personen(globaal: Globaal) -> "Mapping[str, Persoon]":
    """The persons file, for the user's own terminal only. Raises ``UsageError`` in a pipe, or where there is none."""
    from nazorg.register import load_personen

    if not globaal.is_terminal:
        raise UsageError(
            "--namen toont namen alleen op uw eigen scherm.", "Laat --namen weg, of stuur de uitvoer niet door."
        )
    personen = load_personen()
    if personen is None:
        raise UsageError("Er is geen personenbestand.", "Wijs het aan met NAZORG_PERSONEN; zie docs/handleiding.md.")
    return personen


def overzicht(globaal: Globaal) -> int:
    """The bare ``nazorg``: the day of the regisseur at the keyboard, or of everyone when git knows none."""
    from nazorg.output.dossiers import print_overzicht
    from nazorg.output.scherm import make_console
    from nazorg.overzicht import make_overview

    with _progress(globaal) as progress:
        gevonden = globaal.list_dossiers(progress)
    try:
        regisseur: str | None = globaal.regisseur_in(gevonden.regio)
    except UsageError:
        regisseur = None
    result = make_overview(gevonden, regisseur)
    print_overzicht(make_console(globaal.kleur), result)
    return outcome(bool(result.onleesbaar), False)
