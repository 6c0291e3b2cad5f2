"""Try the exported schema in the real yaml-language-server: does an editor say what ``controleer`` says?

    python tests/editor/taalserver.py [--map DIR] [--keer N]

Needs node and npm. The server comes into DIR (by default a folder among the temporary files) with npm, unless it is
there already; nothing else is installed, and no test runs this by itself. Prints what was tried, and exits 1 when the
editor and ``controleer`` disagree in a way that is not explained here.
"""

import argparse
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from editor import Editor, files_in, kind  # noqa: E402
from mutaties import Mutant, mutants  # noqa: E402

from nazorg.begrippen.bron import Bestand  # noqa: E402
from nazorg.begrippen.keuzes import LEEFGEBIEDEN, Actiestatus, Keuze, Status  # noqa: E402
from nazorg.diagnostics import Diagnostic, Route, Severity  # noqa: E402
from nazorg.dossier import Actie  # noqa: E402
from nazorg.reading import Gelezen, read_dossier, read_instellingen, read_overleg, read_traject  # noqa: E402
from nazorg.reading.schema import MODELLEN  # noqa: E402
from nazorg.reading.shape import Fields, Shape, shape_at, shape_of  # noqa: E402

VERSIE = "1.25.0"
VOORBEELD = ROOT / "cases-example"
BEVINDINGEN = ROOT / "tests" / "bevindingen"
GENOEMD = [f"NZ{number}" for number in range(101, 111)]
"""What the reader finds: a value, a key or a shape that the model does not know."""

_LEZERS: dict[str, Callable[[Bestand], Gelezen[Any]]] = {
    "dossier": read_dossier,
    "overleg": read_overleg,
    "instellingen": read_instellingen,
    "traject": read_traject,
}
_SAMEN = 300
"""How many documents a server is given; it keeps something of each."""

# Where the two may differ. Each: what it is called, and whether it is this.
_UITLEG: dict[str, Callable[["Oordeel"], bool]] = {
    "~ en null zijn voor YAML 1.2 gewoon leeg": lambda oordeel: (
        {fout.code for fout in oordeel.fouten} == {"NZ110"} and not oordeel.editor
    ),
    "29 februari bestaat voor een patroon elk jaar": lambda oordeel: (
        oordeel.mutant.naam == "29 februari" and not oordeel.editor
    ),
    "een veld zonder dubbele punt ziet de taalserver niet": lambda oordeel: (
        oordeel.mutant.naam == "komma" and not oordeel.editor
    ),
    "true is voor YAML 1.2 geen tekst, en zo geen sleutel": lambda oordeel: (
        oordeel.mutant.naam == "waar" and not oordeel.fouten
    ),
    "een getal tussen aanhalingstekens is voor YAML 1.2 tekst": lambda oordeel: (
        oordeel.mutant.naam == "getal met aanhalingstekens" and not oordeel.fouten
    ),
}


class Oordeel(NamedTuple):
    """What both say of a text."""

    mutant: Mutant
    fouten: tuple[Diagnostic, ...]
    editor: list[dict[str, Any]]

    @property
    def regels(self) -> list[int]:
        return sorted({fout.span.line for fout in self.fouten})

    @property
    def regels_editor(self) -> list[int]:
        return sorted({found["range"]["start"]["line"] + 1 for found in self.editor})


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--map", type=Path, default=Path(tempfile.gettempdir()) / f"nazorg-taalserver-{VERSIE}")
    parser.add_argument("--keer", type=int, default=1, help="how often to make each mistake at each key")
    chosen = parser.parse_args(arguments)
    command = installed(chosen.map)
    print(f"yaml-language-server {VERSIE}")
    with tempfile.TemporaryDirectory() as name:
        werkmap = Path(name).resolve() / "werkmap"
        initial = [sys.executable, "-m", "nazorg", "init", str(werkmap)]
        subprocess.run(initial, cwd=ROOT, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        faults = 0
        for modeline in (True, False):
            print("schema in de eerste regel" if modeline else "schema in de instellingen van de editor")
            for check in (check_good, check_named, check_help):
                with Editor(command, werkmap, modeline=modeline) as editor:
                    faults += check(editor)
        print("goede bestanden met één wijziging")
        faults += check_mutants(command, werkmap, chosen.keer)
    print(f"{faults} keer oneens" if faults else "eens")
    return 1 if faults else 0


def installed(folder: Path) -> list[str]:
    """The command that starts the server, which npm puts into ``folder`` when it is not there."""
    server = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not server.exists():
        package = f"yaml-language-server@{VERSIE}"
        install = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder), package]
        subprocess.run(install, check=True)
    return ["node", str(server), "--stdio"]


def check_good(editor: Editor) -> int:
    """Files that are in order: nothing is said."""
    files = [*files_in(VOORBEELD, editor.text), *files_in(BEVINDINGEN / "goed", editor.text)]
    faults = 0
    for (path, _), found in zip(files, editor.diagnostics(files), strict=True):
        for one in found:
            faults += _fault(path, one["range"]["start"]["line"] + 1, one["message"])
    kinds = Counter(kind(path) for path, _ in files)
    print(f"  goed: {', '.join(f'{number} {name}' for name, number in sorted(kinds.items()))}")
    return faults


def check_named(editor: Editor) -> int:
    """The folders of the findings: the editor points at the same lines."""
    faults = tried = 0
    for code in GENOEMD:
        files = list(files_in(BEVINDINGEN / code, editor.text))
        for (path, text), found in zip(files, editor.diagnostics(files), strict=True):
            oordeel = Oordeel(Mutant(code, (), text), _fouten(path, text), found)
            tried += bool(oordeel.fouten)
            if oordeel.regels != oordeel.regels_editor and not _explained(oordeel):
                faults += _fault(f"{code} {path}", oordeel.regels, oordeel.regels_editor)
    print(f"  tests/bevindingen: {tried} bestanden met een fout uit {GENOEMD[0]}-{GENOEMD[-1]}")
    return faults


def check_help(editor: Editor) -> int:
    """Help beside a word, and what may be written at a place."""
    path = "dossiers/2026/NZ-2026-k7f3mq.yaml"
    text = editor.text(path, (VOORBEELD / path).read_text("utf-8"))
    hovers = {
        "status": "Waar het dossier staat.",
        "in_detentie": Status.IN_DETENTIE.omschrijving,
        "uiterlijk": "Een datum of een termijn.",
        "hulpvraag": "Of de betrokkene hulp vraagt.",
        "onderdak": "Leefgebied onderdak.",
        "situatie": "De situatie, zo kort mogelijk.",
    }
    faults = 0
    for word, words in hovers.items():
        shown = editor.hover(path, text, word)
        if words not in shown or "||" in shown or "####" in shown:
            faults += _fault(f"hulp bij {word}", words, shown)
    lines = editor.text(path, "dossier: NZ-2026-k7f3mq\n")
    actie = f"{lines}leefgebieden:\n  zorg:\n    acties:\n      - wat: Bellen\n        "
    offered = {
        f"{lines}status: |\n": _meanings(Status),
        f"{lines}gemeente: |\n": {},
        f"{lines}nazorg_tot: |\n": {},
        f"{actie}status: |\n": _meanings(Actiestatus),
        f"{actie}|\n": {name: words for name, words in _keys(Actie).items() if name != "wat"},
        f"{lines}leefgebieden:\n  |\n": {naam: f"Leefgebied {words}." for naam, words in LEEFGEBIEDEN.items()},
    }
    for start, expected in offered.items():
        if (found := editor.completion(path, start)) != expected:
            faults += _fault(f"aanvullen bij {start.splitlines()[-1]!r}", expected, found)
    settings = editor.text("nazorg.yaml", (VOORBEELD / "nazorg.yaml").read_text("utf-8"))
    if "Naam van de regio." not in (shown := editor.hover("nazorg.yaml", settings, "regio:")):
        faults += _fault("hulp bij regio", "Naam van de regio.", shown)
    print(f"  hulp: {len(hovers) + 1} woorden, aanvullen: {len(offered)} plekken")
    return faults


def check_mutants(command: Sequence[str], werkmap: Path, times: int) -> int:
    """Good files with one mistake each: both find a fault, at the same lines, or both find none."""
    chosen = list(_chosen(times))
    faults = flagged = 0
    explained: Counter[str] = Counter()
    for first in range(0, len(chosen), _SAMEN):
        some = chosen[first : first + _SAMEN]
        with Editor(command, werkmap) as editor:
            found = editor.diagnostics([(path, mutant.text) for path, mutant in some])
        for (path, mutant), said in zip(some, found, strict=True):
            oordeel = Oordeel(mutant, _fouten(path, mutant.text), said)
            flagged += bool(oordeel.fouten)
            if oordeel.regels == oordeel.regels_editor:
                continue
            if why := _explained(oordeel):
                explained[why] += 1
            else:
                where = f"{path} {'.'.join(map(str, mutant.route))}: {mutant.naam}"
                codes = [fout.code for fout in oordeel.fouten]
                words = [one["message"] for one in said]
                faults += _fault(where, f"{oordeel.regels} {codes}", f"{oordeel.regels_editor} {words}")
    print(f"  {len(chosen)} geprobeerd, {flagged} daarvan fout")
    for why, number in explained.most_common():
        print(f"  {number} anders: {why}")
    return faults


def _chosen(times: int) -> Iterator[tuple[str, Mutant]]:
    """Each mistake at each key of the models, from the files in turn."""
    groups: dict[tuple[object, ...], list[tuple[str, Mutant]]] = defaultdict(list)
    for path, text in files_in(VOORBEELD):
        shape = shape_of(MODELLEN[kind(path)])
        for mutant in mutants(path, text):
            groups[mutant.naam, kind(path), *_keys_of_model(shape, mutant.route)].append((path, mutant))
    for number, group in enumerate(groups.values()):
        for again in range(min(times, len(group))):
            yield group[(number + again) % len(group)]


def _keys_of_model(shape: Shape, route: Route) -> Iterator[str | int]:
    """``route`` with a star for each key that people choose themselves, and each place in a list."""
    for number, step in enumerate(route):
        yield step if isinstance(shape_at(shape, route[:number]), Fields) else "*"


def _fouten(path: str, text: str) -> tuple[Diagnostic, ...]:
    found = _LEZERS[kind(path)](Bestand(path, text.encode())).diagnostics
    return tuple(one for one in found if one.severity is Severity.FOUT)


def _explained(oordeel: Oordeel) -> str:
    return next((why for why, is_it in _UITLEG.items() if is_it(oordeel)), "")


def _meanings(choices: type[Keuze]) -> dict[str, str]:
    return {str(choice): choice.omschrijving for choice in choices}


def _keys(model: Any) -> dict[str, str]:
    return {name: field.metadata["description"] for name, field in model.__dataclass_fields__.items()}


def _fault(where: str, expected: object, found: object) -> int:
    print(f"    ONEENS {where}\n      controleer: {expected}\n      editor: {found}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
