"""Merge three texts of a file of the werkmap, and hold a merged dossier against the rules."""

from collections.abc import Callable, Iterator

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import DOSSIERS, INSTELLINGEN, OVERLEGGEN, TRAJECTEN
from nazorg.controles import DOSSIER_REGELS, Zaak
from nazorg.diagnostics import Route, Severity, Span
from nazorg.diagnostics.codes import severity_of
from nazorg.dossier import Dossier
from nazorg.instellingen import Instellingen
from nazorg.merging import Door, Regelgewijs, Samengevoegd, merge
from nazorg.overleg import Overleg
from nazorg.reading import read_dossier
from nazorg.traject import Traject

_CONFLICT = "NZ206"
_MODELLEN = {DOSSIERS: Dossier, OVERLEGGEN: Overleg, TRAJECTEN: Traject}


def merge_file(
    pad: str, basis: bytes, hier: bytes, daar: bytes, regelgewijs: Regelgewijs, door: Callable[[], Door]
) -> Samengevoegd | None:
    """The file at ``pad`` (from anywhere above the werkmap) out of three texts, as ``merging.merge`` has it.

    A dossier is sound when both sides were: what no field by itself shows becomes a conflict. ``None`` for a file that
    is none of ours as well.
    """
    model = model_of(pad)
    if model is None:
        return None
    if model is not Dossier:
        return merge(basis, hier, daar, model, regelgewijs)

    def toets(data: bytes) -> Iterator[Route]:
        here, there = _fouten(pad, hier), _fouten(pad, daar)
        if here is None or there is None:
            return
        found = _fouten(pad, data)
        if found is None:
            yield ()
            return
        for said, routes in found.items():
            if said not in here and said not in there:
                yield from routes

    return merge(basis, hier, daar, model, regelgewijs, toets=toets, door=door)


def model_of(pad: str) -> type | None:
    """What the file at ``pad`` holds, by the folder that it lies in; ``None`` for what is none of ours."""
    *folders, name = pad.split("/")
    if name == INSTELLINGEN:
        return Instellingen
    return next((_MODELLEN[folder] for folder in reversed(folders) if folder in _MODELLEN), None)


def _fouten(pad: str, data: bytes) -> dict[tuple[str, str], tuple[Route, ...]] | None:
    """Every ``fout`` that the rules find in a dossier, with all places that it speaks of.

    ``None`` when it cannot be read.
    """
    gelezen = read_dossier(Bestand(pad, data))
    if gelezen.waarde is None:
        return None
    zaak = Zaak(gelezen.document, gelezen.waarde, None)
    found = [one for regel in DOSSIER_REGELS for one in regel.check(zaak)]
    return {
        (one.code, one.message): tuple(
            where for where in (one.where, *(place for place, _ in one.ook)) if not isinstance(where, Span)
        )
        for one in found
        if severity_of(one.code) is Severity.FOUT and one.code != _CONFLICT
    }
