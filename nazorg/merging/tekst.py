"""From what a text must say to the text: as few cuts as can be, each proven; what cannot be cut is written anew."""

from collections.abc import Sequence

from nazorg.begrippen.boom import Boom
from nazorg.diagnostics import Route
from nazorg.editing import Bewerking, EditError, Verwijder, VoegToe, Zet, as_block, edit
from nazorg.editing.snede import Volgorde
from nazorg.merging.gelijk import canon, is_set
from nazorg.merging.paren import threefold
from nazorg.yamltext import Document, Mapping, as_boom, node_at


def towards(document: Document, doel: dict[str, Boom], volgorde: Volgorde) -> Document:
    """``document`` so that it says ``doel``; what says the same already stays to the byte, comments included."""
    for name in _names(document, (), doel):
        document = _reach(document, (name,), doel.get(name), volgorde)
    assert document.root is not None
    if canon(as_boom(document.root)) != canon(doel):
        return _anew(document, doel)
    return document


def _reach(document: Document, route: Route, doel: Boom | None, volgorde: Volgorde) -> Document:
    """The value at ``route`` becomes ``doel`` (``None`` takes it away), as deep down as it can be done."""
    assert document.root is not None
    node = node_at(document.root, route)
    here = None if node is None else as_boom(node)
    if (here is None and doel is None) or (here is not None and doel is not None and canon(here) == canon(doel)):
        return document
    try:
        if here and isinstance(here, dict) and isinstance(doel, dict) and doel:
            for name in _names(document, route, doel):
                document = _reach(document, (*route, name), doel.get(name), volgorde)
            return document
        if here and isinstance(here, list) and isinstance(doel, list) and doel:
            return _reach_items(document, route, here, doel, volgorde)
        if isinstance(here or "", str) and doel is not None:
            return edit(document, [Zet(route, doel)], volgorde)
    except EditError:
        pass
    return _replace(document, route, doel, volgorde)


def _names(document: Document, route: Route, doel: dict[str, Boom]) -> list[str]:
    """The keys that there are or must be: those to take away last, so that something is always left."""
    assert document.root is not None
    node = node_at(document.root, route)
    there = list(node.entries) if isinstance(node, Mapping) else []
    return [*doel, *(name for name in there if name not in doel)]


def _replace(document: Document, route: Route, doel: Boom | None, volgorde: Volgorde) -> Document:
    """Take away what stands at ``route`` and write ``doel`` there. Raises ``EditError``."""
    assert document.root is not None
    steps: list[Bewerking] = [] if node_at(document.root, route) is None else [Verwijder(route)]
    if doel is not None:
        steps.append(VoegToe(route[:-1], doel) if isinstance(route[-1], int) else Zet(route, doel))
    return edit(document, steps, volgorde) if len(route) > 1 else _at_top(document, steps, route, doel, volgorde)


def _at_top(
    document: Document, steps: list[Bewerking], route: Route, doel: Boom | None, volgorde: Volgorde
) -> Document:
    """The same for a key of the file itself: where that cannot be cut, the file is written anew."""
    try:
        return edit(document, steps, volgorde)
    except EditError:
        assert document.root is not None
        whole = as_boom(document.root)
        assert isinstance(whole, dict)
        rest = {name: value for name, value in whole.items() if name != route[0]}
        return _anew(document, rest if doel is None else {**rest, str(route[0]): doel})


def _reach_items(document: Document, route: Route, here: list[Boom], doel: list[Boom], volgorde: Volgorde) -> Document:
    """The items of a list: each changed where it stands, what is not wanted taken out, what is missing put behind."""
    if is_set(here) and is_set(doel):
        gone: Sequence[int] = [place for place, text in enumerate(here) if text not in doel or text in here[:place]]
        come = [text for text in doel if text not in here]
    else:
        pairs = _same_items(here, doel)
        for place, item in pairs.items():
            document = _reach(document, (*route, place), item, volgorde)
        gone = [place for place in range(len(here)) if place not in pairs]
        come = [item for item in doel if not any(item is one for one in pairs.values())]
    if len(gone) == len(here):
        return edit(document, [Verwijder(route), Zet(route, come)], volgorde)
    steps: list[Bewerking] = [Verwijder((*route, place)) for place in reversed(gone)]
    return edit(document, [*steps, *(VoegToe(route, item) for item in come)], volgorde)


def _same_items(here: list[Boom], doel: list[Boom]) -> dict[int, Boom]:
    """For each place in ``here`` the item of ``doel`` that is the same thing; equal ones first, the rest by name."""
    found: dict[int, Boom] = {}
    left = list(doel)
    for place, item in enumerate(here):
        same = next((one for one in left if canon(one) == canon(item)), None)
        if same is not None:
            found[place] = same
            left = [one for one in left if one is not same]
    rest = [place for place in range(len(here)) if place not in found]
    for three in threefold([here[place] for place in rest], left, []):
        own = next((one for one in rest if here[one] is three.basis), None)
        if own is not None and three.een:
            found[own] = three.een
    return found


def _anew(document: Document, doel: dict[str, Boom]) -> Document:
    """The whole file in our own hand, below the comments that it began with."""
    head = []
    for line in document.text.splitlines():
        if line.strip() and not line.startswith("#"):
            break
        head.append(line)
    text = "".join(f"{line}\n" for line in head) + as_block(doel)
    return document.with_text(text.replace("\n", "\r\n") if "\r\n" in document.text else text)
