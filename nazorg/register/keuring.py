"""What keeps a change from being committed or shared: every ``fout`` in what git is about to take."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from nazorg.begrippen.bron import Bestand, Bron
from nazorg.begrippen.indeling import INSTELLINGEN, Bestandsoort, kind_of
from nazorg.controles import check_tekst
from nazorg.diagnostics import Diagnostic, Severity
from nazorg.dossier import Dossier
from nazorg.overleg import Overleg
from nazorg.register.controle import check
from nazorg.register.inzicht import Register
from nazorg.yamltext import read_document


@dataclass(frozen=True)
class Verandering:
    """A werkmap before and after, and the ``paden`` in it (from the werkmap) that differ, those that went included."""

    voor: Bron
    na: Bron
    paden: Collection[str]


def fouten_in(verandering: Verandering, peildatum: date) -> tuple[Diagnostic, ...]:
    """Every ``fout`` that stands in a file that changes, or that comes into another because of it.

    Other settings, and a file that goes, may put what refers to them in the wrong: then all is looked at, and what was
    wrong already is left alone.
    """
    register = Register(verandering.na, peildatum)
    known = {INSTELLINGEN, *register.dossier_paths, *register.overleg_paths, *register.traject_paths}
    changed = [path for path in verandering.paden if path in known]
    wide = INSTELLINGEN in verandering.paden or len(changed) < len(verandering.paden)
    if not wide:
        return tuple(_fouten(register, changed))
    if len(known) == 1 and verandering.na.read(INSTELLINGEN).problem:  # the whole werkmap goes
        return ()
    before = {_as_said(one) for one in _fouten(Register(verandering.voor, peildatum), None)}
    return tuple(one for one in _fouten(register, None) if one.path in verandering.paden or _as_said(one) not in before)


def personal_data_in(bestanden: Iterable[Bestand]) -> Iterator[Diagnostic]:
    """What may not stand in a dossier or overleg of ours, whether it can be read as one or not."""
    for bestand in bestanden:
        kind = kind_of(bestand.path)
        model = {Bestandsoort.DOSSIER: Dossier, Bestandsoort.OVERLEG: Overleg}.get(kind)
        if model is not None and bestand.data is not None:
            found = check_tekst(read_document(bestand), model)
            yield from (one for one in found if one.severity is Severity.FOUT)


def below(prefix: str, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """``found`` with its paths from the top of the repository, where the werkmap is at ``prefix``."""
    return [one._replace(path=f"{prefix}{one.path}") for one in found]


def _fouten(register: Register, paths: list[str] | None) -> Iterator[Diagnostic]:
    return (one for one in check(register, paths).bevindingen if one.severity is Severity.FOUT)


def _as_said(found: Diagnostic) -> tuple[str, str, str]:
    return found.path, found.code, found.message
