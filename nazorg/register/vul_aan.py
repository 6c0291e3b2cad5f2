"""Give every item of a list that has none an id."""

from dataclasses import dataclass
from random import Random

from nazorg.begrippen.ids import new_id
from nazorg.dossier import Dossier
from nazorg.editing import EditError, Zet, edit
from nazorg.reading import Gelezen, items_without_id, key_order


@dataclass(frozen=True)
class Aanvulling:
    """A dossier that gets ids: the new bytes, the SHA-256 of the old ones, and how many ids.

    ``data`` is ``None`` when the text is written in a way that cannot be edited safely.
    """

    pad: str
    digest: str
    aantal: int
    data: bytes | None


def fill_in_ids(gelezen: Gelezen[Dossier], random: Random) -> Aanvulling | None:
    """What it takes to give every item of ``gelezen`` an id; ``None`` when all have one or the file cannot be read."""
    document = gelezen.document
    if document.root is None or gelezen.waarde is None:
        return None
    missing, taken = items_without_id(document.root)
    if not missing:
        return None
    edits = []
    for route in missing:
        fresh = new_id(random, taken)
        taken.add(fresh)
        edits.append(Zet((*route, "id"), fresh))
    try:
        data = edit(document, edits, key_order).data
    except EditError:
        return Aanvulling(gelezen.path, document.digest, len(missing), None)
    return Aanvulling(gelezen.path, document.digest, len(missing), data)
