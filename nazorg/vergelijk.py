"""The difference between two states of a werkmap, file by file; only what differs in bytes is read."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.bron import Bron
from nazorg.begrippen.indeling import (
    DOSSIERS,
    INSTELLINGEN,
    OVERLEGGEN,
    Bestandsoort,
    id_of,
    in_order,
    is_ours,
    kind_of,
)
from nazorg.gitrepo import Revisie
from nazorg.historie import Wijziging, changes_of
from nazorg.register import Onleesbaar
from nazorg.yamltext import as_boom, read_document

WERKMAP = "werkmap"
"""What the files are called as they stand in the folder now."""


@dataclass(frozen=True)
class Bestandsverschil:
    """What differs in one file; ``dossier`` is its number, empty for another file."""

    pad: str
    soort: Bestandsoort
    dossier: str
    wijzigingen: tuple[Wijziging, ...]


@dataclass(frozen=True)
class Vergelijking:
    """What differs from ``van`` to ``tot`` (a commit, or ``werkmap``), and what could not be read on either side."""

    van: str
    tot: str
    bestanden: tuple[Bestandsverschil, ...]
    onleesbaar: tuple[Onleesbaar, ...]


def compare(van: Bron, tot: Bron, only: str | None = None) -> Vergelijking:
    """What differs from ``van`` to ``tot``: in settings, consultations and dossiers, or in the file ``only``."""
    files: list[Bestandsverschil] = []
    unreadable: list[Onleesbaar] = []
    for path in [only] if only is not None else _paths(van, tot):
        if _is_same(van, tot, path):
            continue
        trees = [_tree(bron, path, unreadable) for bron in (van, tot)]
        before, after = trees
        changes = changes_of(before, after) if before is not None and after is not None else []
        if changes:
            kind = kind_of(path)
            number = id_of(path) if kind is Bestandsoort.DOSSIER else ""
            files.append(Bestandsverschil(path, kind, number, tuple(changes)))
    return Vergelijking(name_of(van), name_of(tot), tuple(files), tuple(unreadable))


def name_of(bron: Bron) -> str:
    """What a state is called: ``werkmap``, or its commit."""
    return bron.name if isinstance(bron, Revisie) else WERKMAP


def _paths(*bronnen: Bron) -> Iterator[str]:
    yield INSTELLINGEN
    for folder in (OVERLEGGEN, DOSSIERS):
        found = {path for bron in bronnen for path in bron.paths(folder) if is_ours(path)}
        yield from sorted(found, key=in_order)


def _is_same(van: Bron, tot: Bron, path: str) -> bool:
    """Whether both sides have the same bytes at ``path``, or no file at all."""
    one, other = (bron.blob(path) if isinstance(bron, Revisie) else None for bron in (van, tot))
    if isinstance(van, Revisie) and isinstance(tot, Revisie):
        return one == other
    known = one or other
    if known is None:
        return False
    data = next(bron for bron in (van, tot) if not isinstance(bron, Revisie)).read(path).data
    return data is not None and _blob_id(data, len(known)) == known


def _blob_id(data: bytes, length: int) -> str:
    """The name that git gives these bytes, in a repository whose names have ``length`` signs."""
    whole = b"blob %d\0" % len(data) + data
    return (hashlib.sha1(whole, usedforsecurity=False) if length == 40 else hashlib.sha256(whole)).hexdigest()


def _tree(bron: Bron, path: str, unreadable: list[Onleesbaar]) -> Boom | None:
    """The tree of a file: nothing where there is none, ``None`` where it cannot be read; ``unreadable`` then has it."""
    bestand = bron.read(path)
    if bestand.problem == "niet_gevonden":
        return ""
    document = read_document(bestand)
    if document.root is None:
        where = f"{bron.name}:{path}" if isinstance(bron, Revisie) else path
        unreadable.append(Onleesbaar(where, document.diagnostics))
        return None
    return as_boom(document.root)
