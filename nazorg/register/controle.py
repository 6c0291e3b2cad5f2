"""Check a werkmap: every rule over every file that was asked for, all findings in one run."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from nazorg.begrippen.indeling import INSTELLINGEN, id_of
from nazorg.controles import (
    Dag,
    Overlegzaak,
    Samenhang,
    Trajectzaak,
    check_overleg,
    check_tekst,
    check_traject,
    check_werkmap,
)
from nazorg.diagnostics import Diagnostic, by_place
from nazorg.dossier import Dossier
from nazorg.index import Progress
from nazorg.instellingen import Instellingen
from nazorg.overleg import Overleg
from nazorg.reading import Gelezen
from nazorg.register.bevonden import Controle
from nazorg.register.inzicht import Register
from nazorg.register.oordeel import findings_on, judge_settings, lasting_findings
from nazorg.traject import Traject


def check(register: Register, paths: Collection[str] | None = None, progress: Progress | None = None) -> Controle:
    """Check the whole werkmap, or only the files and folders in ``paths`` (relative to it, with ``/``).

    A file elsewhere in the werkmap that is named by itself is checked as a dossier. What only shows over
    several files is
    looked for among the files that are checked.
    """
    dossiers, overleggen, trajecten, settings_too = _chosen(register, paths)
    settings, about_settings = judge_settings(register)
    found: list[Diagnostic] = list(about_settings) if settings_too else []
    dag = Dag(register.peildatum, register.kalender)
    readable: dict[str, Dossier] = {}
    for done, path in enumerate(dossiers, 1):
        gelezen = register.dossier(path)
        found += lasting_findings(gelezen, settings)
        found += findings_on(gelezen, settings, dag)
        if gelezen.waarde is not None:
            readable[path] = gelezen.waarde
        if progress:
            progress(done, len(dossiers))
    meetings = _check_overleggen(register, overleggen, settings, found)
    plans = _check_trajecten(register, trajecten, settings, found)
    known: dict[str, list[str]] = {}
    for path in register.dossier_paths:
        known.setdefault(id_of(path), []).append(path)
    together = Samenhang(readable, meetings, known, plans, settings, register.peildatum)
    found += check_werkmap(together, register.document)
    return Controle(len(dossiers), len(overleggen), len(trajecten), tuple(sorted(found, key=by_place)))


def _chosen(register: Register, paths: Collection[str] | None) -> tuple[list[str], list[str], list[str], bool]:
    """The dossiers, consultations and trajecten that ``paths`` names, and whether the settings are among them."""
    if paths is None or "." in paths:
        return list(register.dossier_paths), list(register.overleg_paths), list(register.traject_paths), True
    dossiers = [path for path in register.dossier_paths if below(path, paths)]
    overleggen = [path for path in register.overleg_paths if below(path, paths)]
    trajecten = [path for path in register.traject_paths if below(path, paths)]
    known = {*dossiers, *overleggen, *trajecten, INSTELLINGEN}
    loose = [path for path in paths if path not in known and path.lower().endswith((".yaml", ".yml"))]
    return [*dossiers, *loose], overleggen, trajecten, INSTELLINGEN in paths


def below(path: str, chosen: Collection[str]) -> bool:
    """Whether ``path`` is one of ``chosen``, or lies in a folder that is."""
    return "." in chosen or any(path == one or path.startswith(one.rstrip("/") + "/") for one in chosen)


def _check_overleggen(
    register: Register, paths: Iterable[str], settings: Instellingen | None, found: list[Diagnostic]
) -> dict[str, Overleg]:
    readable = {}
    for path in paths:
        gelezen = register.overleg(path)
        found += gelezen.diagnostics
        found += check_tekst(gelezen.document, Overleg)
        if gelezen.waarde is not None:
            readable[path] = gelezen.waarde
            found += check_overleg(Overlegzaak(gelezen.document, gelezen.waarde, settings))
    return readable


def _check_trajecten(
    register: Register, paths: Iterable[str], settings: Instellingen | None, found: list[Diagnostic]
) -> dict[str, Traject]:
    readable = {}
    for path in paths:
        gelezen = register.traject(path)
        found += findings_of_traject(gelezen, settings)
        if gelezen.waarde is not None:
            readable[path] = gelezen.waarde
    return readable


def findings_of_traject(gelezen: Gelezen[Traject], settings: Instellingen | None) -> Iterator[Diagnostic]:
    """What there is to say of one traject by itself."""
    yield from gelezen.diagnostics
    yield from check_tekst(gelezen.document, Traject)
    if gelezen.waarde is not None:
        yield from check_traject(Trajectzaak(gelezen.document, gelezen.waarde, settings))


def check_together(
    register: Register,
    overleggen: Collection[str],
    trajecten: Collection[str],
    samen: Callable[[set[str]], tuple[Collection[str], Mapping[str, Sequence[str]]]],
) -> list[Diagnostic]:
    """What there is to say of overleggen and trajecten, and of those files that have to do with each other.

    ``samen`` gives, for the numbers that the overleggen name, the paths of the dossiers that share a number or a
    person, and where each of those numbers is known.
    """
    settings, found = judge_settings(register)[0], list[Diagnostic]()
    meetings = _check_overleggen(register, overleggen, settings, found)
    plans = _check_trajecten(register, trajecten, settings, found)
    paths, known = samen({punt.dossier for overleg in meetings.values() for punt in overleg.dossiers})
    to_come = [overleg for overleg in meetings.values() if overleg.datum >= register.peildatum]
    discussed = [path for overleg in to_come for punt in overleg.dossiers for path in known.get(punt.dossier, ())]
    read = {path: register.dossier(path).waarde for path in dict.fromkeys((*paths, *discussed))}
    readable = {path: dossier for path, dossier in read.items() if dossier is not None}
    together = Samenhang(readable, meetings, known, plans, settings, register.peildatum)
    return [*found, *check_werkmap(together, register.document)]
