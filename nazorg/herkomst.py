"""Who last changed each field of a dossier, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nazorg.begrippen.boom import Boom
from nazorg.historie import Gebeurtenis, Herkomst, Historie, Samenvoeging, Soort, Wijziging
from nazorg.verschil import Onderdeel, Weg, differences, items_of


@dataclass(frozen=True)
class Veldherkomst:
    """A field with its value, and who gave it that; ``None`` where that is not known.

    ``is_bewaard`` is false for what stands in the folder and not yet in git; ``waarde`` is empty where it went.
    """

    weg: Weg
    waarde: str
    herkomst: Herkomst | None
    is_bewaard: bool = True


def field_origins(historie: Historie, path: str, now: Boom | None = None) -> list[Veldherkomst] | None:
    """Each field of the dossier at ``path`` with who last changed it, in the order of the file.

    ``now`` is what stands in the folder, where that is what was asked for: what differs from git is not saved yet.
    ``None`` when the version in git cannot be read.
    """
    saved = historie.tree(path)
    if saved is None:
        return None
    shown = saved if now is None else now
    unsaved = [one.weg for one in differences(saved, shown)]
    gone = [(weg, "") for one in differences(saved, shown) if not one.nieuw for weg, _ in _fields(one.oud, one.weg)]
    fields = [*_fields(shown, ()), *gone]
    fresh = {weg for weg, _ in fields if any(weg[: len(one)] == one for one in unsaved)}
    makers = _makers(historie.of_file(path), [(weg, value) for weg, value in fields if weg not in fresh])
    return [Veldherkomst(weg, value, makers.get(weg), weg not in fresh) for weg, value in fields]


def _makers(events: Iterator[Gebeurtenis], fields: Sequence[tuple[Weg, str]]) -> dict[Weg, Herkomst]:
    """The newest event that gave each field the value that it has; git is read no further than that takes."""
    found: dict[Weg, Herkomst] = {}
    left = {weg: (weg, value) for weg, value in fields}
    while left:
        event = next(events, None)
        if event is None:
            break
        change = event.wijziging
        if event.samenvoeging is Samenvoeging.OVERSCHREVEN:
            continue
        if change.soort is Soort.VERPLAATST:
            left = {weg: (_before_move(then, change), value) for weg, (then, value) in left.items()}
            continue
        made = [weg for weg, (then, value) in left.items() if change.nieuw and _gave(change, then, value)]
        for weg in made:
            found[weg] = event.herkomst
            del left[weg]
    return found


def _before_move(weg: Weg, moved: Wijziging) -> Weg:
    """Where a field stood before its action came under another leefgebied."""
    if not moved.weg or weg[: len(moved.weg)] != moved.weg:
        return weg
    return (weg[0], str(moved.oud), *weg[2:])


def _gave(change: Wijziging, weg: Weg, value: str) -> bool:
    """Whether ``change`` gave the field at ``weg`` its value. An item may have got its id only later."""
    if len(weg) < len(change.weg):
        return False
    alike = all(step == own or _is_nameless(step) for step, own in zip(change.weg, weg, strict=False))
    return alike and _holds(change.nieuw, weg[len(change.weg) :], value)


def _holds(boom: Boom, weg: Weg, value: str) -> bool:
    if not weg:
        return boom == value
    step, rest = weg[0], weg[1:]
    if isinstance(step, Onderdeel):
        items = items_of(boom)
        alike = [items[step]] if step in items else [item for own, item in items.items() if _is_nameless(own)]
        return any(_holds(item, rest, value) for item in alike)
    return isinstance(boom, dict) and _holds(boom.get(step, ""), rest, value)


def _is_nameless(step: str | Onderdeel) -> bool:
    return isinstance(step, Onderdeel) and step.id.startswith("#")


def _fields(boom: Boom, weg: Weg) -> Iterator[tuple[Weg, str]]:
    """Every value below ``weg`` with its own way; the ids of items are no fields."""
    if isinstance(boom, str):
        if boom and not (weg[-1:] == ("id",) and len(weg) > 1 and isinstance(weg[-2], Onderdeel)):
            yield weg, boom
    elif isinstance(boom, dict):
        for name, value in boom.items():
            yield from _fields(value, (*weg, name))
    else:
        for item, value in items_of(boom).items():
            yield from _fields(value, (*weg, item))
