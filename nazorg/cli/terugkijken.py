"""The commands that look back: geschiedenis, verschil."""

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

from nazorg.begrippen.datums import read_datum
from nazorg.begrippen.indeling import DOSSIERS, id_of
from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Argument, Option
from nazorg.cli.vormen import Vorm, choose_vorm
from nazorg.cli.waarden import read_value
from nazorg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nazorg.begrippen.bron import Bron
    from nazorg.geschiedenis import Verhaal
    from nazorg.historie import Historie
    from nazorg.index.spoorplek import Voortgang

GOED, BEVINDINGEN, ONVOLLEDIG = 0, 1, 3
VAN_DE_WERKMAP = 50
"""So many events of the whole werkmap are given, unless more are asked for."""


def geschiedenis(
    globaal: Globaal,
    dossier: Annotated[
        str, Argument(metavar="[DOSSIER]", help="Nummer van het dossier, of het begin ervan; anders alles.")
    ] = "",
    actie: Annotated[str, Argument(metavar="[ACTIE]", help="Alleen deze actie (het id).")] = "",
    leefgebied: Annotated[str, Option("--leefgebied", metavar="NAAM", help="Alleen dit leefgebied.")] = "",
    door: Annotated[
        str, Option("--door", metavar="WIE", help="Alleen van deze collega: regisseur, naam of mailadres.")
    ] = "",
    sinds: Annotated[str, Option("--sinds", metavar="DATUM", help="Vanaf deze dag.")] = "",
    tot: Annotated[str, Option("--tot", metavar="DATUM", help="Tot en met deze dag.")] = "",
    aantal: Annotated[
        str,
        Option(
            "-n", "--aantal", metavar="AANTAL", help="Hooguit zoveel; anders 50 van de map, of alles van een dossier."
        ),
    ] = "",
    vorm: Vorm = "",
) -> int:
    """Wat er gebeurd is, van nieuw naar oud: met een dossier, een actie of leefgebied, of in de hele map.

    Ook wat bij het samenvoegen van twee kanten veranderde of verloren ging.
    """
    from nazorg.geschiedenis import Vraag, tell_history

    form = choose_vorm(globaal, vorm)
    historie = open_historie(globaal, with_sporen=bool(dossier))
    path = _find(globaal, historie, dossier) if dossier else None
    vraag = Vraag(
        pad=path,
        actie=actie or None,
        leefgebied=leefgebied or None,
        door=_names(globaal, door) if door else frozenset(),
        sinds=read_value("--sinds", sinds, read_datum) if sinds else None,
        tot=read_value("--tot", tot, read_datum) if tot else None,
        aantal=_number(aantal) if aantal else None if path else VAN_DE_WERKMAP,
    )
    verhaal = tell_history(historie, vraag)
    number = id_of(path) if path else None
    if form == "json":
        from nazorg.output.geschiedenis import write_history_json

        write_history_json(sys.stdout, verhaal, number)
        return GOED
    if form == "tsv":
        from nazorg.output.geschiedenis import write_history_tsv

        write_history_tsv(sys.stdout, verhaal)
    else:
        from nazorg.output.geschiedenis import print_history
        from nazorg.output.scherm import make_console

        whose = f"van {number}" if number else "van de werkmap"
        about = f", actie {actie}" if actie else ""
        print_history(make_console(globaal.kleur), verhaal, f"Geschiedenis {whose}{about}", with_dossier=number is None)
    _add_remarks(globaal, verhaal)
    if not verhaal.gebeurtenissen and not globaal.stil:
        _hint(leefgebied, globaal.register.instellingen.alle_leefgebieden)
        _hint(door, globaal.register.instellingen.regisseurs)
    return GOED


def verschil(
    globaal: Globaal,
    versies: Annotated[
        str,
        Argument(
            metavar="[VAN..TOT]", help="Twee versies of datums; zonder TOT de map zelf, zonder VAN de laatste versie."
        ),
    ] = "",
    dossier: Annotated[
        str, Option("--dossier", metavar="DOSSIER", help="Alleen dit dossier, of het begin van het nummer.")
    ] = "",
    vorm: Vorm = "",
    exitcode: Annotated[bool, Option("--exitcode", help="Eindig met 1 als er verschil is.")] = False,
) -> int:
    """Het verschil tussen twee versies, in woorden van het vak; zonder VAN..TOT wat er nog niet bewaard is.

    Een datum betekent wat er de avond ervoor in git stond.
    """
    from nazorg.vergelijk import compare

    form = choose_vorm(globaal, vorm)
    van, tot = _states(globaal, versies)
    only = _find_in(van, tot, dossier) if dossier else None
    found = compare(van, tot, only)
    if form == "json":
        from nazorg.output.verschillen import write_difference_json

        write_difference_json(sys.stdout, found)
    elif form == "tsv":
        from nazorg.output.onvolledig import warn_unreadable
        from nazorg.output.verschillen import write_difference_tsv

        write_difference_tsv(sys.stdout, found)
        warn_unreadable(sys.stderr, found.onleesbaar)
    else:
        from nazorg.output.scherm import make_console
        from nazorg.output.verschillen import print_difference

        print_difference(make_console(globaal.kleur), found)
    return ONVOLLEDIG if found.onleesbaar else BEVINDINGEN if exitcode and found.bestanden else GOED


def open_historie(globaal: Globaal, *, with_sporen: bool = False) -> "Historie":
    """The history of the werkmap up to now, or up to ``--versie``. Raises ``RepositoryError`` outside git.

    ``with_sporen``: it is about one dossier.
    """
    from nazorg.gitrepo import find_repository
    from nazorg.historie import Historie
    from nazorg.index.geheugen import open_geheugen
    from nazorg.index.sporen import open_sporen

    root, repository = globaal.werkmap.root, find_repository(globaal.werkmap.root)
    start = globaal.open_versie("--versie", globaal.versie).commit if globaal.versie else repository.head
    geheugen = open_geheugen(root, repository, start)
    sporen = open_sporen(root, repository, start, _voortgang(globaal)) if with_sporen else None
    return Historie(repository, start, sporen, geheugen)


def _voortgang(globaal: Globaal) -> "Voortgang":
    """A bar for a person who waits while what every commit touched is read, once."""
    if not sys.stderr.isatty() or globaal.stil:
        return lambda: nullcontext(lambda _done, _total: None)
    from functools import partial

    from nazorg.output.voortgang import progress_bar

    return partial(progress_bar, "Geschiedenis lezen (eenmalig)")


def _find(globaal: Globaal, historie: "Historie", prefix: str) -> str:
    """The path of the dossier that ``prefix`` means; one that was taken away only where no other is meant."""
    from nazorg.werkmap import find_dossier, find_dossier_in

    try:
        return find_dossier_in(globaal.bron, prefix)
    except UsageError as error:
        from nazorg.geschiedenis import removed_dossiers

        try:
            return find_dossier(removed_dossiers(historie), prefix)
        except UsageError:
            raise error from None


def _find_in(van: "Bron", tot: "Bron", prefix: str) -> str:
    from nazorg.werkmap import find_dossier

    return find_dossier({path for bron in (van, tot) for path in bron.paths(DOSSIERS)}, prefix)


def _states(globaal: Globaal, versies: str) -> "tuple[Bron, Bron]":
    """The two states that are compared; the folder itself (or ``--versie``) where none is named for the second."""
    van, dots, tot = versies.partition("..")
    if dots and globaal.versie:
        raise UsageError("VAN..TOT en --versie gaan niet samen.", "Geef alleen VAN, of laat --versie weg.")
    second = globaal.open_versie("TOT", tot or "HEAD") if dots else globaal.bron
    return globaal.open_versie("VAN", van or "HEAD"), second


def _names(globaal: Globaal, door: str) -> frozenset[str]:
    """The names and addresses of a colleague: what was typed, and what the settings say of a regisseur called so."""
    wanted = door.strip().casefold()
    found = {wanted}
    for sleutel, regisseur in globaal.register.instellingen.regisseurs.items():
        known = {text.casefold() for text in (sleutel, regisseur.naam, regisseur.mail) if text}
        if wanted in known:
            found |= known - {sleutel.casefold()}
    return frozenset(found)


def _number(text: str) -> int:
    from nazorg.begrippen.velden import read_getal

    return read_value("--aantal", text, read_getal)


def _hint(typed: str, known: "Iterable[str]") -> None:
    """What a person may have meant, where nothing was found."""
    from nazorg.diagnostics.taal import meant

    names = list(known)
    if typed and typed not in names and (suggestion := meant(typed, names)):
        print(f"        {suggestion.strip()}", file=sys.stderr)


def _add_remarks(globaal: Globaal, verhaal: "Verhaal") -> None:
    """What the answer leaves out, for a person."""
    if globaal.stil:
        return
    if not verhaal.gebeurtenissen:
        print("nazorg: niets gevonden.", file=sys.stderr)
    if verhaal.meer:
        print(f"nazorg: er is meer; geef -n een groter getal dan {len(verhaal.gebeurtenissen)}.", file=sys.stderr)
    if verhaal.is_ondiep:
        print("nazorg: deze kopie heeft niet de hele geschiedenis; alles: git fetch --unshallow", file=sys.stderr)
