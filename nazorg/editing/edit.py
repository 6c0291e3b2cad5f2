"""Edit a document: cut, read again, and prove that it says what was meant and nothing else."""

from collections.abc import Iterable
from itertools import pairwise

from nazorg.editing.bewerking import Bewerking, EditError, Zet, intended, same
from nazorg.editing.snede import Snede, Volgorde, cuts
from nazorg.yamltext import Document, as_boom


def edit(document: Document, bewerkingen: Iterable[Bewerking], volgorde: Volgorde) -> Document:
    """``document`` after ``bewerkingen``, one after the other; every byte outside the cuts is as it was.

    The result is read again and must say exactly what was meant; else ``EditError`` is raised, and nothing is changed.
    What can be cut at once is, however much it is.
    """
    asked = list(bewerkingen)
    if all(isinstance(bewerking, Zet) for bewerking in asked):
        found = sorted(cut for bewerking in asked for cut in cuts(document, bewerking, volgorde))
        if all(one.end < other.start for one, other in pairwise(found)):
            return _cut(document, found, asked)
    for bewerking in asked:
        document = _cut(document, sorted(cuts(document, bewerking, volgorde)), [bewerking])
    return document


def _cut(document: Document, found: list[Snede], bewerkingen: list[Bewerking]) -> Document:
    """``document`` with the cuts that do ``bewerkingen`` made, and proven."""
    pieces, end = [], 0
    for cut in found:
        pieces += [document.text[end : cut.start], cut.text]
        end = cut.end
    after = document.with_text("".join([*pieces, document.text[end:]]))
    if document.root is None or after.root is None:
        raise EditError("the result cannot be read")
    meant = as_boom(document.root)
    for bewerking in bewerkingen:
        meant = intended(meant, bewerking)
    if not same(as_boom(after.root), meant):
        raise EditError("the result is not what was meant")
    return after
