"""Edit a document: cut, read again, and prove that it says what was meant and nothing else."""

from collections.abc import Iterable

from nazorg.begrippen.bron import Bestand
from nazorg.editing.bewerking import Bewerking, EditError, as_boom, intended, same
from nazorg.editing.snede import Volgorde, cuts
from nazorg.yamltext import Document, read_document


def edit(document: Document, bewerkingen: Iterable[Bewerking], volgorde: Volgorde) -> Document:
    """``document`` after ``bewerkingen``, one after the other; every byte outside the cuts is as it was.

    Each result is read again and must say exactly what was meant; else ``EditError`` is raised, and nothing is changed.
    """
    for bewerking in bewerkingen:
        document = _edit_one(document, bewerking, volgorde)
    return document


def _edit_one(document: Document, bewerking: Bewerking, volgorde: Volgorde) -> Document:
    text = document.text
    for cut in sorted(cuts(document, bewerking, volgorde), reverse=True):
        text = text[: cut.start] + cut.text + text[cut.end :]
    data = (b"\xef\xbb\xbf" if document.bom else b"") + text.encode("utf-8")
    after = read_document(Bestand(document.path, data))
    if document.root is None or after.root is None:
        raise EditError("the result cannot be read")
    if not same(as_boom(after.root), intended(as_boom(document.root), bewerking)):
        raise EditError("the result is not what was meant")
    return after
