"""Merge three texts of one file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.bron import Bestand
from nazorg.diagnostics import Route
from nazorg.dossier import Dossier
from nazorg.editing import EditError
from nazorg.merging.benoemen import with_ids
from nazorg.merging.bomen import MagId, OnverenigbaarError, Samenvoeger
from nazorg.merging.conflict import Veldconflict, as_items
from nazorg.merging.gelijk import canon
from nazorg.merging.naamgeving import Bomen, each_once, ids_in, unambiguous
from nazorg.merging.onrust import unsettled, with_base
from nazorg.merging.opmerkingen import with_comments
from nazorg.merging.tekst import towards
from nazorg.merging.verhuizing import follow_moves
from nazorg.reading import has_shape, key_order
from nazorg.verschil import Onderdeel, Weg, sleutel_of, weg_of
from nazorg.yamltext import Document, as_boom, read_document

SCHOON, BEIDE, EEN = "schoon", "beide", "een"
"""How texts may be merged line by line: only if no lines clash, with both where they do, or with the first there."""

Regelgewijs = Callable[[str, bytes, bytes, bytes], bytes | None]
"""Merges one side, the base and the other side line by line; ``None`` where that cannot be done in the way asked."""

Toets = Callable[[bytes], Iterable[Route]]
"""Gives where the rules find a ``fout`` in a merged dossier that neither side has."""

Door = tuple[str, str]
"""Who, and when: here and there."""

_RONDEN = 5


@dataclass(frozen=True)
class Samengevoegd:
    """A merged file, and how many conflicts it holds that were not there before."""

    data: bytes
    conflicten: int


def merge(
    basis: bytes,
    hier: bytes,
    daar: bytes,
    model: type,
    regelgewijs: Regelgewijs,
    *,
    toets: Toets = lambda _: (),
    door: Callable[[], Door] = lambda: ("", ""),
) -> Samengevoegd | None:
    """``hier`` and ``daar``, that both began as ``basis`` (empty: they did not), as one text.

    Whichever side merges, the bytes are the same but for what is here and what is there. What cannot be settled stands
    under ``conflicten`` of a dossier. ``None`` where that cannot be: a text that cannot be read, a conflict in another
    kind of file, or things that cannot be held against each other.
    """
    een, ander = sorted((hier, daar), key=lambda data: (-len(data), data))
    texts = [read_document(Bestand("", data)) for data in (basis, een, ander)]
    if any(one.root is None and data.strip() for one, data in zip(texts, (basis, een, ander), strict=True)):
        return None
    if texts[1].root is None or texts[2].root is None:
        return None
    whole = Bomen(*(as_boom(one.root) if one.root else {} for one in texts))
    try:
        merging = _Samenvoeging(whole, model)
    except OnverenigbaarError:
        return None
    if merging.conflicten and model is not Dossier:
        return None
    hier_is_een = hier == een
    for _ in range(_RONDEN):
        doel = merging.doel(hier_is_een=hier_is_een, door=door)
        data = _as_text(texts[1], (een, basis, ander), doel, regelgewijs, model)
        fouten = [weg_of(doel, route) for route in toets(data)]
        if not fouten or not merging.unsettle(fouten):
            break
    whole_text = with_comments(read_document(Bestand("", data)), *texts)
    return Samengevoegd(whole_text.data, len(merging.conflicten))


class _Samenvoeging:
    """Three trees merged, and what is left to decide."""

    def __init__(self, bomen: Bomen, model: type) -> None:
        self._bomen, self._moved = follow_moves(unambiguous(bomen))
        self._taken = ids_in(self._bomen.basis) | ids_in(self._bomen.een) | ids_in(self._bomen.ander)
        self._mag_id: MagId = partial(_may_have_id, model)
        self._has_names = False
        self._merge()

    def _merge(self) -> None:
        merger = Samenvoeger(self._mag_id, self._taken)
        merged = merger.merge(self._bomen.basis, self._bomen.een, self._bomen.ander)
        self._result = each_once(merged, self._bomen, self._taken)
        known = {one.weg for one in merger.conflicten}
        self.conflicten = [*merger.conflicten, *(one for one in self._moved if one.weg not in known)]

    def doel(self, *, hier_is_een: bool, door: Callable[[], Door]) -> dict[str, Boom]:
        """What the merged text must say."""
        result = self._result
        assert isinstance(result, dict)
        if not self.conflicten:
            return result
        old = result.get("conflicten", "")
        kept = list(old) if isinstance(old, list) else []
        taken = self._taken | {sleutel_of(one) for one in kept}
        return {
            **result,
            "conflicten": [*kept, *as_items(self.conflicten, hier_is_een=hier_is_een, door=door(), taken=taken)],
        }

    def unsettle(self, fouten: Iterable[Weg]) -> bool:
        """Take back what makes ``fouten``; whether there was anything to take back.

        From then on all that changed has an id: a change is found by its way, and one by place would lead elsewhere.
        """
        if not self._has_names:
            self._has_names = True
            named = with_ids(self._bomen, self._mag_id, self._taken)
            if named != self._bomen:
                self._bomen = named
                self._merge()
                return True
        more: list[Veldconflict] = unsettled(self._bomen, fouten, self.conflicten)
        self._result = with_base(self._result, self._bomen, more)
        self.conflicten += more
        return bool(more)


def _as_text(
    fallback: Document, three: tuple[bytes, bytes, bytes], doel: dict[str, Boom], regelgewijs: Regelgewijs, model: type
) -> bytes:
    """The text that says ``doel``: the lines of both sides as they are, as far as they can be kept."""

    def volgorde(route: Route) -> tuple[str, ...]:
        return key_order(route, model)

    for how in (SCHOON, BEIDE, EEN):
        proposed = regelgewijs(how, *three)
        text = None if proposed is None else read_document(Bestand("", proposed))
        if text is None or text.root is None:
            continue
        if canon(as_boom(text.root)) == canon(doel):
            return text.data
        try:
            return towards(text, doel, volgorde).data
        except EditError:
            continue
    return towards(fallback, doel, volgorde).data


def _may_have_id(model: type, weg: Weg) -> bool:
    route: Route = tuple(0 if isinstance(step, Onderdeel) else step for step in weg)
    return has_shape(model, (*route, 0, "id"))
