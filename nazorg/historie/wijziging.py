"""One change in the words of the field: what it is about, and what stood and stands there."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from nazorg.begrippen.boom import Boom
from nazorg.verschil import Onderdeel, Verschil, Weg, differences, items_of

LEEFGEBIEDEN, ACTIES = "leefgebieden", "acties"
_TOT_ACTIE = 4
"""A way to an action: leefgebieden, the leefgebied, acties, the action."""

_LEEG_IS = {"status": "open", "snel_succes": "nee"}
"""What an action says with a key that is left out: to write it out changes nothing."""


class Soort(StrEnum):
    """What kind of change it is."""

    TOEGEVOEGD = "toegevoegd"
    GEWIJZIGD = "gewijzigd"
    VERWIJDERD = "verwijderd"
    VERPLAATST = "verplaatst"
    ONLEESBAAR = "onleesbaar"
    WEER_LEESBAAR = "weer_leesbaar"


class Wijziging(NamedTuple):
    """A change at ``weg``; ``oud`` is empty where something came, ``nieuw`` where something went.

    ``leefgebied``, ``actie`` (its id) and ``wat`` say what it is about, where it is about one. Of an action that moved,
    ``weg`` is its new way, and ``oud`` and ``nieuw`` are the leefgebieden; of a file that got another name (``weg`` is
    empty) they are its paths.
    """

    soort: Soort
    weg: Weg = ()
    oud: Boom = ""
    nieuw: Boom = ""
    leefgebied: str | None = None
    actie: str | None = None
    wat: str | None = None


def changes_of(oud: Boom, nieuw: Boom) -> list[Wijziging]:
    """Every change from one text of a file to another, in the order of the new one; ids that were filled in are none.

    An action that is under another leefgebied than it was has moved, and is told as such with what else changed in it.
    """
    found = [one for one in differences(oud, nieuw) if not _says_nothing(one)]
    before, after = actions_of(oud), actions_of(nieuw)
    moved = _moved(found)
    if moved:
        found = [part for one in found for part in _opened(one, moved)]
    changes: list[Wijziging] = []
    for one in found:
        item = one.weg[-1] if len(one.weg) == _TOT_ACTIE else None
        if item not in moved:
            changes.append(as_change(one, before, after))
        elif one.nieuw:  # told where it went to
            old, _ = moved[item]
            move = Wijziging(Soort.VERPLAATST, one.weg, str(old[1]), str(one.weg[1]))
            changes.append(_named(move, "", one.nieuw))
            inside = differences(before.get(old, ""), one.nieuw, one.weg)
            changes += [as_change(part, before, after) for part in inside if not _says_nothing(part)]
    return changes


def as_change(verschil: Verschil, before: Mapping[Weg, Boom], after: Mapping[Weg, Boom]) -> Wijziging:
    """A difference as a change; ``before`` and ``after`` are the actions of both texts."""
    weg = verschil.weg[:_TOT_ACTIE]
    change = Wijziging(_soort(verschil), verschil.weg, verschil.oud, verschil.nieuw)
    return _named(change, before.get(weg, ""), after.get(weg, ""))


def actions_of(boom: Boom) -> dict[Weg, Boom]:
    """Every action in the text of a dossier, by its way."""
    found: dict[Weg, Boom] = {}
    for naam, leefgebied in _fields(_fields(boom).get(LEEFGEBIEDEN, "")).items():
        acties = items_of(_fields(leefgebied).get(ACTIES, ""))
        found |= {(LEEFGEBIEDEN, naam, ACTIES, item): actie for item, actie in acties.items()}
    return found


def narrowed(wijziging: Wijziging, leefgebied: str | None, actie: str | None) -> Iterator[Wijziging]:
    """What ``wijziging`` changed of one leefgebied, one action or both: itself, parts of it, or nothing.

    A dossier or a leefgebied that came as a whole brought its actions along.
    """
    if leefgebied is None and actie is None:
        yield wijziging
        return
    if _is_about(wijziging, leefgebied, actie):
        yield wijziging
        return
    if wijziging.soort not in (Soort.TOEGEVOEGD, Soort.VERWIJDERD, Soort.GEWIJZIGD):
        return
    if len(wijziging.weg) < _TOT_ACTIE and not isinstance(wijziging.oud or wijziging.nieuw, str):
        for part in _parts(Verschil(wijziging.weg, wijziging.oud, wijziging.nieuw)):
            one = Wijziging(_soort(part), part.weg, part.oud, part.nieuw)
            filled = _named(one, part.oud, part.nieuw) if len(part.weg) >= _TOT_ACTIE else _named(one, "", "")
            yield from narrowed(filled, leefgebied, actie)


def _is_about(wijziging: Wijziging, leefgebied: str | None, actie: str | None) -> bool:
    here = {wijziging.leefgebied}
    if wijziging.soort is Soort.VERPLAATST and wijziging.weg:
        here |= {str(wijziging.oud), str(wijziging.nieuw)}
    return (leefgebied is None or leefgebied in here) and (actie is None or wijziging.actie == actie)


def _soort(verschil: Verschil) -> Soort:
    if verschil.oud and verschil.nieuw:
        return Soort.GEWIJZIGD
    return Soort.TOEGEVOEGD if verschil.nieuw else Soort.VERWIJDERD


def _fields(boom: Boom) -> dict[str, Boom]:
    return boom if isinstance(boom, dict) else {}


def is_id(verschil: Verschil) -> bool:
    """Whether only the id of an item was filled in, or went."""
    weg = verschil.weg
    return len(weg) > 1 and weg[-1] == "id" and isinstance(weg[-2], Onderdeel)


def _says_nothing(verschil: Verschil) -> bool:
    """Whether only an id was filled in, or a key was written out that says what leaving it out says."""
    if is_id(verschil):
        return True
    meant = _LEEG_IS.get(str(verschil.weg[-1])) if verschil.weg and _is_actie(verschil.weg[:-1]) else None
    return meant is not None and [verschil.oud, verschil.nieuw] in (["", meant], [meant, ""])


def _is_actie(weg: Weg) -> bool:
    return len(weg) == _TOT_ACTIE and weg[0] == LEEFGEBIEDEN and weg[2] == ACTIES


def _named(wijziging: Wijziging, before: Boom, after: Boom) -> Wijziging:
    """``wijziging`` with what it is about; ``before`` and ``after`` are its action."""
    weg = wijziging.weg
    leefgebied = str(weg[1]) if len(weg) > 1 and weg[0] == LEEFGEBIEDEN else None
    actie, wat = None, None
    if _is_actie(weg[:_TOT_ACTIE]):
        actie = str(weg[3])
        item = after or before
        words = item.get("wat", "") if isinstance(item, dict) else ""
        wat = words if isinstance(words, str) and words else None
    return Wijziging(wijziging.soort, weg, wijziging.oud, wijziging.nieuw, leefgebied, actie, wat)


def _moved(found: Iterable[Verschil]) -> dict[object, tuple[Weg, Weg]]:
    """The actions that went from one leefgebied and came under another, each with both its ways."""
    gone: dict[object, Weg] = {}
    come: dict[object, Weg] = {}
    for one in found:
        where = come if one.nieuw and not one.oud else gone if one.oud and not one.nieuw else None
        if where is not None:
            where |= {part.weg[-1]: part.weg for part in _down_to_actions(one) if _is_actie(part.weg)}
    return {
        item: (gone[item], come[item])
        for item in gone.keys() & come.keys()
        if isinstance(item, Onderdeel) and not item.id.startswith("#")
    }


def _opened(verschil: Verschil, moved: dict[object, tuple[Weg, Weg]]) -> list[Verschil]:
    """``verschil`` in parts where an action moved out of or into what it is about."""
    parts = list(_down_to_actions(verschil))
    return parts if any(part.weg[-1:] and part.weg[-1] in moved for part in parts) else [verschil]


def _down_to_actions(verschil: Verschil) -> Iterator[Verschil]:
    """A difference above the actions as differences of what is in it, down to whole actions and no further."""
    weg = verschil.weg
    above = len(weg) < _TOT_ACTIE and weg[:1] in ((), (LEEFGEBIEDEN,)) and weg[2:3] in ((), (ACTIES,))
    if above and not isinstance(verschil.oud or verschil.nieuw, str):
        for part in _parts(verschil):
            yield from _down_to_actions(part)
    else:
        yield verschil


def _parts(verschil: Verschil) -> Iterator[Verschil]:
    """One step further down: what came or went as a whole, as what is in it."""
    nothing: Boom = {} if isinstance(verschil.oud or verschil.nieuw, dict) else []
    yield from differences(verschil.oud or nothing, verschil.nieuw or nothing, verschil.weg)
