"""Check a werkmap: every rule over every file that was asked for, all findings in one run."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from nazorg.begrippen.indeling import INSTELLINGEN, id_of
from nazorg.controles import (
    Dag,
    Overlegzaak,
    Samenhang,
    Trajectzaak,
    Zaak,
    check_dossier,
    check_instellingen,
    check_overleg,
    check_peildatum,
    check_tekst,
    check_traject,
    check_werkmap,
)
from nazorg.diagnostics import Diagnostic, Severity
from nazorg.diagnostics.bevinding import FILE_START
from nazorg.diagnostics.codes import severity_of
from nazorg.dossier import Dossier
from nazorg.instellingen import Instellingen
from nazorg.overleg import Overleg
from nazorg.reading import Gelezen
from nazorg.register.inzicht import Register
from nazorg.traject import Traject

Progress = Callable[[int, int], None]
"""Told after each file: how many are done, of how many."""


@dataclass(frozen=True)
class Controle:
    """What a check looked at, and every finding, sorted by path and place."""

    dossiers: int
    overleggen: int
    trajecten: int
    bevindingen: tuple[Diagnostic, ...]

    def count(self, severity: Severity) -> int:
        """How many findings weigh this much."""
        return sum(found.severity is severity for found in self.bevindingen)


def check(register: Register, paths: Collection[str] | None = None, progress: Progress | None = None) -> Controle:
    """Check the whole werkmap, or only the files and folders in ``paths`` (relative to it, with ``/``).

    A file elsewhere in the werkmap that is named by itself is checked as a dossier. What only shows over
    several files is
    looked for among the files that are checked.
    """
    dossiers, overleggen, trajecten, settings_too = _chosen(register, paths)
    found: list[Diagnostic] = []
    settings = _settings(register, found if settings_too else [])
    dag = Dag(register.peildatum, register.kalender)
    readable: dict[str, Dossier] = {}
    for done, path in enumerate(dossiers, 1):
        gelezen = register.dossier(path)
        _check_one(gelezen, settings, dag, found)
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
    return Controle(len(dossiers), len(overleggen), len(trajecten), tuple(sorted(found, key=lambda one: one.sort_key)))


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


def _check_one(gelezen: Gelezen[Dossier], settings: Instellingen | None, dag: Dag, found: list[Diagnostic]) -> None:
    found += gelezen.diagnostics
    found += check_tekst(gelezen.document, Dossier)
    if gelezen.waarde is not None:
        zaak = Zaak(gelezen.document, gelezen.waarde, settings)
        found += check_dossier(zaak)
        found += check_peildatum(zaak, dag)


def _settings(register: Register, found: list[Diagnostic]) -> Instellingen | None:
    """The settings to hold dossiers against, with what is wrong with them in ``found``."""
    gelezen = register.gelezen_instellingen
    if gelezen is None:
        message = f"In deze map staat geen {INSTELLINGEN}: gemeenten, partners en regisseurs zijn niet na te kijken."
        remedy = "Maak een werkmap met 'nazorg init', of ga naar de goede map."
        found.append(Diagnostic(INSTELLINGEN, FILE_START, "NZ606", severity_of("NZ606"), message, remedy))
        return None
    found += gelezen.diagnostics
    if gelezen.waarde is not None:
        found += check_instellingen(gelezen.document, gelezen.waarde)
    return gelezen.waarde


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
