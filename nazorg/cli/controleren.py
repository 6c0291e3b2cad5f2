"""The command ``controleer``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Argument, Option
from nazorg.cli.waarden import read_choice
from nazorg.diagnostics.tekst import visible
from nazorg.errors import UsageError

if TYPE_CHECKING:
    from nazorg.register import Controle

GOED, BEVINDINGEN = 0, 1
VORMEN = ("tekst", "kort", "json")


def controleer(
    globaal: Globaal,
    paden: Annotated[
        list[str] | None, Argument(metavar="[PAD …]", help="Bestanden of mappen; anders de hele werkmap.")
    ] = None,
    vorm: Annotated[
        str, Option("--vorm", metavar="tekst|kort|json", help="kort is één regel per bevinding.")
    ] = "tekst",
    streng: Annotated[bool, Option("--streng", help="Ook waarschuwingen tellen mee: eindig dan met 1.")] = False,
    vul_aan: Annotated[
        bool, Option("--vul-aan", help="Geef onderdelen zonder id er een; verder verandert er niets.")
    ] = False,
    uitleg: Annotated[str, Option("--uitleg", metavar="CODE", help="Leg een bevinding uit, bijvoorbeeld NZ103.")] = "",
) -> int:
    """Dossiers, overleggen en instellingen nakijken: wat is er mis, waar, en wat doet u eraan.

    Eindigt met 1 als er een fout is (met --streng ook bij een waarschuwing).
    """
    from nazorg.output import bevindingen

    if uitleg:
        from nazorg.output.uitleg import explain

        print(explain(uitleg), end="")
        return GOED
    form = read_choice("--vorm", vorm, VORMEN)
    if paden and globaal.map == Path():
        globaal.map = _werkmap_around(Path(paden[0]))
    chosen = _inside(globaal, paden) if paden else None
    if vul_aan and globaal.versie:
        raise UsageError("Wat er in git stond, verandert niet meer.", "Laat --versie of --vul-aan weg.")
    if vul_aan:
        _fill_in(globaal, chosen)
        globaal.fresh_register()
    controle = _check(globaal, chosen)
    if form == "json":
        bevindingen.write_controle_json(sys.stdout, controle, globaal.peildatum)
    elif form == "kort":
        bevindingen.write_kort(sys.stdout, controle)
    else:
        _print_tekst(globaal, controle)
    return _outcome(controle, streng)


def _print_tekst(globaal: Globaal, controle: "Controle") -> None:
    """On a terminal with the place in the file and a summary; in a pipe nothing when all is well."""
    from nazorg.output import bevindingen
    from nazorg.output.scherm import make_console

    if controle.bevindingen:
        document_of = globaal.register.document if globaal.is_terminal else None
        bevindingen.print_findings(make_console(globaal.kleur), controle, document_of)
    if globaal.is_terminal and not globaal.stil:
        print(bevindingen.summary(controle))
        if controle.bevindingen:
            print(f"Uitleg bij een bevinding: nazorg controleer --uitleg {controle.bevindingen[0].code}")


def _check(globaal: Globaal, chosen: list[str] | None) -> "Controle":
    if not sys.stderr.isatty() or globaal.stil:
        return globaal.check(chosen)
    from nazorg.output.voortgang import progress_bar

    with progress_bar("Nakijken") as progress:
        return globaal.check(chosen, progress)


def _fill_in(globaal: Globaal, chosen: list[str] | None) -> None:
    """Give ids where they are missing, a file at a time; what was written by someone else meanwhile is left alone."""
    from random import SystemRandom

    from nazorg.register import below
    from nazorg.register.wijziging import write_ids

    register = globaal.register
    paths = [path for path in register.dossier_paths if chosen is None or below(path, chosen)]
    total = 0
    for aanvulling in write_ids(register, paths, SystemRandom()):
        where = visible(aanvulling.pad)
        if aanvulling.data is None:
            print(
                f"nazorg: {where} is te bijzonder opgemaakt om ids in te zetten; doe het met de hand.", file=sys.stderr
            )
            continue
        total += aanvulling.aantal
        print(f"{where}: {aanvulling.aantal} {'id' if aanvulling.aantal == 1 else 'ids'} ingevuld", file=sys.stderr)
    if not total and not globaal.stil:
        print("nazorg: alle onderdelen hadden al een id.", file=sys.stderr)


def _werkmap_around(pad: Path) -> Path:
    """Where to look for the werkmap: around what is pointed at, else here."""
    from nazorg.errors import RepositoryError
    from nazorg.werkmap import find_werkmap

    folder = pad if pad.is_dir() else pad.parent
    try:
        find_werkmap(folder)
    except RepositoryError:
        return Path()
    return folder


def _inside(globaal: Globaal, paden: list[str]) -> list[str]:
    """The paths relative to the werkmap. Raises ``UsageError`` for one that is not there or lies elsewhere."""
    found = []
    for pad in map(Path, paden):
        file = pad if pad.exists() or pad.is_symlink() else globaal.werkmap.root / pad
        if not (file.exists() or file.is_symlink()):
            raise UsageError(f"{pad} bestaat niet.", "Kijk de naam na.")
        if file.is_file() and file.suffix.lower() not in (".yaml", ".yml"):
            raise UsageError(f"{pad} is geen YAML-bestand.", "Noem een dossier, een overleg, nazorg.yaml of een map.")
        inside = globaal.werkmap.path_of(file)
        if inside is None:
            raise UsageError(
                f"{pad} ligt niet in de werkmap {globaal.werkmap.name}.", "Wijs de goede werkmap aan met -C MAP."
            )
        found.append(inside)
    return found


def _outcome(controle: "Controle", streng: bool) -> int:
    from nazorg.diagnostics import Severity

    counted = {Severity.FOUT, Severity.WAARSCHUWING} if streng else {Severity.FOUT}
    return BEVINDINGEN if any(found.severity in counted for found in controle.bevindingen) else GOED
