"""Give every item of a list that has none an id."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from nazorg.begrippen.ids import new_id
from nazorg.begrippen.indeling import id_of
from nazorg.dossier import Dossier
from nazorg.editing import EditError, Zet, edit
from nazorg.reading import Gelezen, items_without_id, key_order
from nazorg.register.inzicht import Register
from nazorg.register.wijziging.dossier import schrijver_of
from nazorg.register.wijziging.gewijzigd import subject_of
from nazorg.transactie import Bestandswijziging, Operatie


@dataclass(frozen=True)
class Aanvulling:
    """A dossier that gets ids: the new bytes, the SHA-256 of the old ones, and how many ids.

    ``data`` is ``None`` when the text is written in a way that cannot be edited safely.
    """

    pad: str
    digest: str
    aantal: int
    data: bytes | None


def write_ids(register: Register, paths: Iterable[str], random: Random) -> list[Aanvulling]:
    """Give ids in every dossier of ``paths``, and commit that. Raises what ``transactie`` does.

    A dossier in which something else is not saved yet stays unsaved: its ids are saved together with the rest.
    """
    with schrijver_of(register) as schrijver:
        found = [one for path in paths if (one := fill_in_ids(register.dossier(path), random)) is not None]
        files = [Bestandswijziging(one.pad, one.digest, one.data) for one in found if one.data is not None]
        unsaved = {one.pad for one in files if schrijver.is_unsaved(one.pad)}
        by_hand = tuple(one for one in files if one.pad in unsaved)
        saved = tuple(one for one in files if one.pad not in unsaved)
        if by_hand:
            schrijver.write(Operatie(by_hand, "", vastleggen=False))
        if saved:
            numbers = tuple(id_of(one.pad) for one in saved)
            schrijver.write(Operatie(saved, subject_of("vul-aan", list(numbers)), numbers))
        return found


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
