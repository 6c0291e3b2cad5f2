"""Every edit of every field in every form of a dossier: no byte changes outside the field's own node.

python -m tests.campagnes.bewerken [--aantal N] [--seed N]

Without ``--aantal`` all of them. Exits with 1 when an edit changed more, or was refused where it may not be.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from nazorg.begrippen.boom import Boom
from nazorg.diagnostics import Route
from nazorg.editing import Bewerking, EditError, Verwijder, VoegToe, Zet, edit
from nazorg.editing.bewerking import same
from nazorg.reading import key_order
from nazorg.yamltext import Document, Mapping, Node, Scalar, Sequence, as_boom, node_at
from nazorg.yamltext.routes import walk_entries

from .vormgeven import ALLE, write_as

VOORBEELDEN = sorted((Path(__file__).parents[2] / "cases-example" / "dossiers").rglob("*.yaml"))
_STUK: dict[str, Boom] = {"id": "a2bc", "op": "2026-11-23", "kort": "Anders: 12"}


def edits(document: Document) -> Iterator[Bewerking]:
    """Every edit of ``document`` of each kind: set, clear, a new key, append, remove."""
    for route, _, node in walk_entries(document.root):
        if not route:
            continue
        yield Verwijder(route)
        if isinstance(node, Scalar):
            yield Zet(route, "anders 12")
            yield Zet(route, "Anders: 'x', \"y\" # 12")
            if isinstance(route[-1], str):
                yield Zet(route, "")
        elif isinstance(node, Mapping):
            yield Zet((*route, "zz_nieuw"), "anders 12")
        else:
            yield VoegToe(route, _STUK if node.items and isinstance(node.items[0], Mapping) else "anders")
    yield Zet(("zz_nieuw",), "anders 12")
    yield VoegToe(("zz_lijst",), _STUK)


def wrong_with(document: Document, bewerking: Bewerking) -> str | None:
    """What an edit did that it may not do; empty for nothing, ``None`` when it was refused."""
    try:
        after = edit(document, [bewerking], key_order)
    except EditError:
        return None
    if after.bom != document.bom:
        return "the BOM"
    start, end = _own(document, bewerking)
    before = document.text
    if not (after.text.startswith(before[:start]) and after.text.endswith(before[end:])):
        return "a byte outside the field"
    if len(after.text) < start + len(before) - end:
        return "a byte outside the field is gone"
    if "\r\n" in before and after.text.count("\n") != after.text.count("\r\n"):
        return "a line end of another kind"
    return ""


def may_refuse(document: Document, bewerking: Bewerking) -> bool:
    """Whether an edit may be refused: it takes the only field away, or fills an item with nothing in it."""
    node = node_at(document.root, bewerking.route)
    parent = node_at(document.root, bewerking.route[:-1])
    if isinstance(bewerking, Verwijder):
        return isinstance(parent, Mapping) and len(parent.entries) == 1
    above = node_at(document.root, bewerking.route[:-2])
    return (isinstance(parent, Sequence) and _is_nothing(node)) or (isinstance(above, Sequence) and _is_nothing(parent))


def _own(document: Document, bewerking: Bewerking) -> tuple[int, int]:
    """From where to where the edit may change the text."""
    text, route = document.text, bewerking.route
    node = node_at(document.root, route)
    parent = node_at(document.root, route[:-1])
    if node is None:
        assert isinstance(parent, Mapping)
        return _line_start(text, parent.start.index if len(route) > 1 else 0), _line_end(text, parent.end.index)
    if isinstance(bewerking, Zet) and isinstance(node, Scalar) and bewerking.waarde and not node.is_empty:
        return node.start.index, node.end.index
    if isinstance(bewerking, Zet) and isinstance(node, Scalar):
        return _key_end(parent, route), node.end.index
    if isinstance(bewerking, VoegToe) and not _is_nothing(node):
        return node.start.index, _line_end(text, node.end.index)
    if isinstance(bewerking, VoegToe):
        return _key_end(parent, route), _line_end(text, node.end.index)
    return _gone(text, parent, route)


def _gone(text: str, parent: Node | None, route: Route) -> tuple[int, int]:
    """The lines of what is taken away; between braces to the comma of a neighbour."""
    if isinstance(parent, Mapping):
        bounds = [(key.start.index, value.end.index) for key, value in parent.entries.values()]
        place = list(parent.entries).index(str(route[-1]))
    else:
        assert isinstance(parent, Sequence)
        bounds = [(item.start.index, item.end.index) for item in parent.items]
        place = int(route[-1])
    start, end = bounds[place]
    if parent.flow:
        if place and "\n" not in text[bounds[place - 1][1] : start]:
            start = bounds[place - 1][1]
        elif not text[_line_start(text, start) : start].strip():
            start = _line_start(text, start)
        following = bounds[place + 1][0] if place + 1 < len(bounds) else parent.end.index
        return start, min(following, _line_end(text, end)) if "\n" in text[end:following] else following
    if place + 1 < len(bounds):
        return _line_start(text, start), max(_line_end(text, end), bounds[place + 1][0])
    return _line_start(text, start), _line_end(text, end)


def _key_end(parent: Node | None, route: Route) -> int:
    assert isinstance(parent, Mapping)
    return parent.entries[str(route[-1])][0].end.index


def _is_nothing(node: Node | None) -> bool:
    return node is None or same(as_boom(node), "")


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    found = text.find("\n", offset)
    return len(text) if found < 0 else found + 1


def main() -> int:
    """Run the campaign that the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.campagnes.bewerken", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--aantal", type=int, default=0, help="how many edits, by chance (all)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (1)")
    chosen = parser.parse_args()
    started = time.monotonic()
    random = Random(chosen.seed)
    written = [(path.stem, vorm, write_as(vorm, path.read_bytes())) for path in VOORBEELDEN for vorm in ALLE]
    documents = [(name, vorm, document) for name, vorm, document in written if document is not None]
    telling: Counter[str] = Counter()
    mislukt: list[str] = []
    share = chosen.aantal / len(documents) if chosen.aantal else 0.0
    for name, vorm, document in documents:
        every = list(edits(document))
        tried = every if not share else random.sample(every, min(len(every), int(share + random.random())))
        for bewerking in tried:
            outcome = wrong_with(document, bewerking)
            telling.update([type(bewerking).__name__, "refused" if outcome is None else "done"])
            if outcome or (outcome is None and not may_refuse(document, bewerking)):
                mislukt.append(f"{name} {vorm} {bewerking}: {outcome or 'refused'}")
    print("\n".join(mislukt))
    kinds = ", ".join(f"{telling[kind]} {kind}" for kind in ("Zet", "VoegToe", "Verwijder", "refused"))
    print(
        f"{telling['done'] + telling['refused']} edits of {len(documents)} documents in {len(ALLE)} forms "
        f"in {time.monotonic() - started:.0f} s: {kinds}; {len(mislukt)} failures",
        file=sys.stderr,
    )
    return int(bool(mislukt))


if __name__ == "__main__":
    raise SystemExit(main())
