"""Which trajecten there are: the built-in ones, and the region's own, which win over those of the same name."""

from dataclasses import dataclass
from functools import cache

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import TRAJECTEN, id_of
from nazorg.controles import Samenhang, check_werkmap
from nazorg.diagnostics import Severity
from nazorg.diagnostics.taal import meant
from nazorg.diagnostics.tekst import visible
from nazorg.errors import UsageError
from nazorg.reading import read_traject
from nazorg.register.controle import findings_of_traject
from nazorg.register.inzicht import Register
from nazorg.register.onleesbaar import Onleesbaar
from nazorg.traject import Traject
from nazorg.werkmap import builtin_folder


@dataclass(frozen=True)
class Trajectbron:
    """A traject, and the path of the region's own file that it comes from; empty for a built-in one."""

    traject: Traject
    pad: str = ""


def list_trajecten(register: Register) -> tuple[tuple[Trajectbron, ...], tuple[Onleesbaar, ...]]:
    """Every traject that can be applied, by name, and the region's own files that hold a ``fout``.

    One of the region's own that cannot be used does not make room for the built-in one: that would be another plan
    than the region agreed on.
    """
    found = {naam: Trajectbron(traject) for naam, traject in _built_in().items()}
    left_out = []
    for naam, paths in _own(register).items():
        found.pop(naam, None)
        one = _read(register, paths)
        if isinstance(one, Onleesbaar):
            left_out.append(one)
        else:
            found[naam] = one
    return tuple(found[naam] for naam in sorted(found)), tuple(left_out)


def find_traject(register: Register, name: str) -> Trajectbron:
    """The traject ``name``, or the one whose name starts so.

    Raises ``UsageError`` when there is none or more than one, or when the region's own file holds a ``fout``.
    """
    own = _own(register)
    names = sorted({*own, *_built_in()})
    wanted = name.strip().casefold().removesuffix(".yaml")
    matching = [one for one in names if one == wanted] or [one for one in names if wanted and one.startswith(wanted)]
    if not matching:
        choices = ", ".join(visible(one) for one in names)
        raise UsageError(f"Er is geen traject '{name}'.", f"{meant(name, names)}Kies uit: {choices}.")
    if len(matching) > 1:
        choices = ", ".join(visible(one) for one in matching)
        raise UsageError(f"'{name}' past op {len(matching)} trajecten: {choices}.", "Geef meer van de naam.")
    chosen = matching[0]
    if chosen not in own:
        return Trajectbron(_built_in()[chosen])
    one = _read(register, own[chosen])
    if isinstance(one, Onleesbaar):
        reden = one.reden
        raise UsageError(
            f"Het traject {one.pad} is zo niet te gebruiken (regel {reden.span.line}: {reden.message})",
            f"Kijk het na met: nazorg controleer {TRAJECTEN}",
        )
    return one


def _own(register: Register) -> dict[str, list[str]]:
    """The paths of the region's own trajecten by the name of the file."""
    found: dict[str, list[str]] = {}
    for path in register.traject_paths:
        found.setdefault(id_of(path), []).append(path)
    return found


def _read(register: Register, paths: list[str]) -> Trajectbron | Onleesbaar:
    path = paths[0]
    every = {one: register.traject(one) for one in paths}
    settings = register.gelezen_instellingen
    readable = {one: gelezen.waarde for one, gelezen in every.items() if gelezen.waarde is not None}
    twice = check_werkmap(Samenhang({}, {}, {}, readable), lambda one: every[one].document)
    found = (*findings_of_traject(every[path], settings.waarde if settings else None), *twice)
    fouten = tuple(one for one in found if one.severity is Severity.FOUT and one.path == path)
    return Onleesbaar(path, fouten) if fouten or path not in readable else Trajectbron(readable[path], path)


@cache
def _built_in() -> dict[str, Traject]:
    """The trajecten of this installation, by name."""
    found = {}
    for file in sorted(builtin_folder(TRAJECTEN).glob("*.yaml")):
        traject = read_traject(Bestand(file.name, file.read_bytes())).waarde
        assert traject is not None, file.name
        found[traject.traject] = traject
    return found
