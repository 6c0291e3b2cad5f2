"""The laws of a merge: what holds of every result, whatever three texts it came from."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.bron import Bestand
from nazorg.controles import Zaak, check_dossier
from nazorg.diagnostics import Severity
from nazorg.gitrepo.regelgewijs import merge_lines
from nazorg.merging import Samengevoegd
from nazorg.merging.opmerkingen import comments
from nazorg.reading import read_dossier
from nazorg.register.samenvoegen import merge_file
from nazorg.verschil import Onderdeel, Verschil, Weg, differences, items_of, sleutel_of, veld_of
from nazorg.yamltext import as_boom, read_document

PAD = "dossiers/2026/NZ-2026-k7f3mq.yaml"
LEEG_IS = {"status": "open", "snel_succes": "nee", "in_plan": "ja"}


@dataclass(frozen=True)
class Proef:
    """Three texts and what came of merging them."""

    basis: bytes
    hier: bytes
    daar: bytes
    uit: Samengevoegd

    @property
    def bomen(self) -> tuple[Boom, Boom, Boom, Boom]:
        return tuple(boom_of(data) for data in (self.basis, self.hier, self.daar, self.uit.data))


def merged(basis: bytes, hier: bytes, daar: bytes, door: tuple[str, str] = ("", "")) -> Samengevoegd:
    found = merge_file(PAD, basis, hier, daar, merge_lines, lambda: door)
    assert found is not None, "no merge"
    return found


def boom_of(data: bytes) -> dict[str, Boom]:
    root = read_document(Bestand(PAD, data)).root
    assert root is not None
    boom = as_boom(root)
    assert isinstance(boom, dict)
    return boom


def broken_laws(basis: bytes, hier: bytes, daar: bytes) -> list[str]:
    """Each law that does not hold, in a few words."""
    proef = Proef(basis, hier, daar, merged(basis, hier, daar))
    return [
        *(f"identity: {one}" for one in _identity(proef)),
        *_symmetry(proef),
        *(f"lost: {one}" for one in lost(proef)),
        *(f"invented or revived: {one}" for one in invented(proef)),
        *_ids(proef),
        *(f"place: {one}" for one in _places(proef)),
        *(f"leads nowhere: {one}" for one in _led_astray(proef)),
        *_comments(proef),
        *(f"comment lost: {one}" for one in _comments_of_both(proef)),
        *_sound(proef),
    ]


def same(one: bytes, other: bytes) -> bool:
    return not list(differences(boom_of(one), boom_of(other)))


def _identity(proef: Proef) -> Iterator[str]:
    basis, hier, daar = proef.basis, proef.hier, proef.daar
    for what, one, other in (("one side", basis, daar), ("the other side", hier, basis), ("both alike", hier, hier)):
        changed = one if other == basis else other
        found = merge_file(PAD, basis, one, other, lambda *_: None, lambda: ("", ""))
        if found is None or not same(found.data, changed):
            yield what


def _symmetry(proef: Proef) -> Iterator[str]:
    there = merged(proef.basis, proef.daar, proef.hier)
    mine, theirs = boom_of(proef.uit.data), boom_of(there.data)
    theirs["conflicten"] = [_turned(one) for one in items(theirs.get("conflicten", ""))]
    mine["conflicten"] = items(mine.get("conflicten", ""))
    if json.dumps(mine) != json.dumps(theirs):
        yield "symmetry: the sides turned round say something else, or in another order"


def _turned(conflict: Boom) -> Boom:
    other = {"hier": "daar", "daar": "hier", "verwijderd": "verwijderd"}
    assert isinstance(conflict, dict)
    found = {other.get(name, name): value for name, value in conflict.items()}
    if "verwijderd" in found:
        found["verwijderd"] = other[str(found["verwijderd"])]
    order = ("id", "veld", "basis", "hier", "daar", "verwijderd")
    return {name: found[name] for name in order if name in found}


def items(boom: Boom) -> list[Boom]:
    return boom if isinstance(boom, list) else []


def conflicts(boom: Boom) -> list[dict[str, str]]:
    return items(boom.get("conflicten", "")) if isinstance(boom, dict) else []  # type: ignore[return-value]


def lost(proef: Proef) -> Iterator[str]:
    """Every change of a side that is neither in the result nor in a conflict."""
    basis, hier, daar, uit = proef.bomen
    known = conflicts(uit)
    for side in (hier, daar):
        changes = list(differences(basis, side))
        confused = [one.weg[:-1] for one in changes if one.weg and one.weg[-1] == "id" and not one.nieuw]
        for change in changes:
            if any(change.weg[: len(weg)] == weg for weg in confused):
                continue  # held against something that it never was
            if not _is_kept(change, proef, side, uit) and not _is_told(change, known):
                yield f"{veld_of(change.weg)} {change.oud!r} -> {change.nieuw!r}"


def _is_kept(change: Verschil, proef: Proef, side: Boom, uit: Boom) -> bool:
    weg = change.weg
    if weg and weg[-1] == "id":
        return True  # which of two ids stays, is the law of ids
    if isinstance(change.nieuw, dict):
        if str(weg[-1]).startswith("#") and any(
            _without_ids(one) == _without_ids(change.nieuw) for _, one in every_dict(boom_of(proef.basis))
        ):
            return True  # it was there already, and only its place is new
        return _is_there(change.nieuw, boom_of(proef.basis), uit)
    if isinstance(change.oud, dict):
        return not any(one == weg for one, _ in every_dict(uit)) or _is_elsewhere(weg, side)
    if LEEG_IS.get(str(weg[-1])) in (change.oud, change.nieuw) and "" in (change.oud, change.nieuw):
        return True
    known = {sleutel_of(one) for _, one in every_dict(boom_of(proef.basis))}
    if any(
        isinstance(step, Onderdeel) and step.id not in known for step in weg
    ):  # told by place, or by a new id: what stands there may be another thing
        where = [
            value for boom in (uit, boom_of(proef.basis)) for one, value in fields(boom) if _name(one) == _name(weg)
        ]
        return not change.nieuw or change.nieuw in where
    values = [value for one, value in fields(uit) if one == weg] or [
        value for one, value in fields(uit) if _alike(one, weg)
    ]
    return change.nieuw in values if change.nieuw else change.oud not in values or weg not in dict(fields(uit))


def _is_elsewhere(weg: Weg, side: Boom) -> bool:
    """Whether the thing only moved, or was taken away and another like it came."""
    own = str(weg[-1])
    return own.startswith("#") or any(sleutel_of(value) == own for _, value in every_dict(side))


def _is_there(item: dict[str, Boom], basis: Boom, uit: Boom) -> bool:
    """Whether something in the result says all that ``item`` does, or leaves it to a conflict.

    Of one that only moved, what the side did not change is not its own to keep.
    """
    told = {one["veld"].rpartition(".")[2] for one in conflicts(uit)}
    own = item.get("id", "")
    before = next((one for _, one in every_dict(basis) if own and isinstance(one, dict) and one.get("id") == own), {})
    wanted = {
        name: value
        for name, value in item.items()
        if name not in ("id", "na", *told) and value and value not in (before.get(name, ""), LEEG_IS.get(name))
    }
    return any(
        isinstance(one, dict) and all(_is_part(value, one.get(name, ""), told) for name, value in wanted.items())
        for _, one in every_dict(uit)
    )


def _is_part(value: Boom, whole: Boom, told: set[str]) -> bool:
    if isinstance(value, list) and isinstance(whole, list):
        return all(
            any(_without_ids(one) == _without_ids(other) or _grew(one, other, told) for other in whole) for one in value
        )
    if isinstance(value, dict) and isinstance(whole, dict):
        return all(name in told or _is_part(one, whole.get(name, ""), told) for name, one in value.items())
    return not value or value == whole


def _grew(one: Boom, other: Boom, told: set[str]) -> bool:
    """Whether a thing is the same that only came to say more: it moved, and the other side went on with it.

    Of fields that a conflict tells of, it need not say anything.
    """
    if not isinstance(one, dict) or not isinstance(other, dict) or not sleutel_of(one):
        return False
    return sleutel_of(one) == sleutel_of(other) and _is_part(one, other, told)


def _without_ids(boom: Boom) -> Boom:
    if isinstance(boom, dict):
        return {name: _without_ids(value) for name, value in boom.items() if name not in ("id", "na")}
    return [_without_ids(item) for item in boom] if isinstance(boom, list) else boom


def _is_told(change: Verschil, known: list[dict[str, str]]) -> bool:
    veld = veld_of(change.weg)
    for one in known:
        if one.get("verwijderd") and (f"{veld}.".startswith(f"{one['veld']}.") or _same_item(change.weg, one["veld"])):
            return True
        sides = [one.get("hier", ""), one.get("daar", "")]
        own, _, last = veld.rpartition(".")
        same_field = _alike(tuple(change.weg), one["veld"].split("."))
        if same_field and change.nieuw in sides:
            return True
        is_text = isinstance(change.nieuw or change.oud, str) and not one.get("verwijderd")
        if is_text and _alike(own.split("."), one["veld"].split(".")):
            return any((last in side.split(", ")) == bool(change.nieuw) for side in sides)
    return False


def _same_item(weg: Weg, veld: str) -> bool:
    """Whether a conflict about a thing that moved is about this one."""
    return any(isinstance(step, Onderdeel) and step.id == veld.rpartition(".")[2] for step in weg)


def _alike(one: Weg | list[str], other: Weg | list[str]) -> bool:
    """Whether two ways may lead to the same thing: a thing without an id may have got one, and an action may move."""
    first, second = [str(step) for step in one], [str(step) for step in other]
    if len(first) != len(second):
        return False
    for place, (mine, theirs) in enumerate(zip(first, second, strict=True)):
        loose = mine.startswith("#") or theirs.startswith("#")
        moved = place == 1 and first[0] == "leefgebieden" and len(first) > 3 and first[3] == second[3]
        if mine != theirs and not loose and not moved:
            return False
    return True


def fields(boom: Boom, weg: Weg = ()) -> Iterator[tuple[Weg, str]]:
    if isinstance(boom, str):
        if boom:
            yield weg, boom
    elif isinstance(boom, dict):
        for name, value in boom.items():
            if weg or name != "conflicten":
                yield from fields(value, (*weg, name))
    else:
        for item, value in items_of(boom).items():
            yield from fields(value, (*weg, item))


def every_dict(boom: Boom, weg: Weg = ()) -> Iterator[tuple[Weg, Boom]]:
    if isinstance(boom, dict):
        yield weg, boom
        for name, value in boom.items():
            if weg or name != "conflicten":
                yield from every_dict(value, (*weg, name))
    elif isinstance(boom, list):
        for item, value in items_of(boom).items():
            yield from every_dict(value, (*weg, item))


def invented(proef: Proef) -> Iterator[str]:
    """Values that no side has, or that a side took away, and of which no conflict speaks."""
    _, hier, daar, uit = proef.bomen
    known = [one["veld"].split(".") for one in conflicts(uit)]
    sides = [{_name(weg): [] for weg, _ in fields(side)} for side in (hier, daar)]
    for found, side in zip(sides, (hier, daar), strict=True):
        for weg, value in fields(side):
            found[_name(weg)].append(value)
    for weg, value in fields(uit):
        name = _name(weg)
        if weg[-1] == "id" or "na" in weg or any(_alike(list(map(str, weg))[: len(one)], one) for one in known):
            continue
        if not any(value in found.get(name, ()) for found in sides):
            yield f"{veld_of(weg)} {value!r}"


def _name(weg: Weg) -> tuple[str, ...]:
    """The keys of a way without which thing it is: ids may change."""
    return tuple(
        "*" if isinstance(step, Onderdeel) else step
        for step in (("leefgebieden", *weg[2:]) if weg[:1] == ("leefgebieden",) and len(weg) > 3 else weg)
    )


def _ids(proef: Proef) -> Iterator[str]:
    if any(_double(data) for data in (proef.hier, proef.daar)):
        return
    for name in _double(proef.uit.data):
        yield f"ids: {name} is there twice"


def _places(proef: Proef) -> Iterator[str]:
    """An action that a side put under another leefgebied is there, and there alone, or a conflict says where."""
    basis, hier, daar, uit = proef.bomen
    if any(_double(data) for data in (proef.basis, proef.hier, proef.daar)):
        return
    was, now = _areas(basis), _areas(uit)
    told = [step for one in conflicts(uit) for step in one["veld"].split(".")]
    for side in map(_areas, (hier, daar)):
        for name, area in side.items():
            if name in was and area != was[name] and now.get(name) != area and name not in told:
                yield f"{name} was put under {area} and is under {now.get(name)}"


def _areas(boom: Boom) -> dict[str, str]:
    """The leefgebied of each action that has an id."""
    acties = ((sleutel_of(item), str(weg[1])) for weg, item in every_dict(boom) if len(weg) == 4 and weg[2] == "acties")
    return {name: area for name, area in acties if name}


def _led_astray(proef: Proef) -> Iterator[str]:
    """Fields of conflicts that are not in the file: nobody could decide about them."""
    *_, uit = proef.bomen
    for one in conflicts(uit):
        *above, last = one["veld"].split(".")
        there = uit
        for step in above if not one.get("verwijderd") else [*above, last]:
            there = _under(there, step)
        if not there and above:
            yield one["veld"]


def _under(boom: Boom, step: str) -> Boom:
    if isinstance(boom, dict):
        return boom.get(step, "")
    return next((item for item in items(boom) if sleutel_of(item) == step), "")


def _double(data: bytes) -> list[str]:
    found = Counter(
        sleutel_of(value) for weg, value in every_dict(boom_of(data)) if isinstance(weg[-1:] and weg[-1], Onderdeel)
    )
    return [name for name, times in found.items() if name and times > 1]


def _comments(proef: Proef) -> Iterator[str]:
    """What no side touched is there to the byte."""
    basis, hier, daar = (_parts(data) for data in (proef.basis, proef.hier, proef.daar))
    for name, text in basis.items():
        if hier.get(name) == text and daar.get(name) == text and text not in proef.uit.data.decode():
            yield f"comments: {name} changed"


def _comments_of_both(proef: Proef) -> Iterator[str]:
    """A comment that either wrote is there."""
    basis, hier, daar, uit = (
        {one.tekst for one in comments(read_document(Bestand(PAD, data)))}
        for data in (proef.basis, proef.hier, proef.daar, proef.uit.data)
    )
    yield from (hier | daar) - basis - uit


def _parts(data: bytes) -> dict[str, str]:
    """The text of each field at the top, and of each leefgebied, from its key up to the next key or comment."""
    document = read_document(Bestand(PAD, data))
    assert document.root is not None
    found = {}
    for name, (key, value) in document.root.entries.items():
        if name != "conflicten":
            found[name] = document.text[key.start.index : value.end.index]
    _, areas = document.root.entries.get("leefgebieden", (None, None))
    for name, (key, value) in getattr(areas, "entries", {}).items():
        found[f"leefgebieden.{name}"] = document.text[key.start.index : value.end.index].rstrip()
    return {name: text.rstrip() for name, text in found.items()}


def _sound(proef: Proef) -> Iterator[str]:
    if any(_fouten(data) for data in (proef.hier, proef.daar)):
        return
    found = _fouten(proef.uit.data)
    if found and not conflicts(boom_of(proef.uit.data)):
        yield f"sound: {', '.join(sorted(found))}"


def _fouten(data: bytes) -> set[str]:
    gelezen = read_dossier(Bestand(PAD, data))
    if gelezen.waarde is None:
        return {f"unreadable {gelezen.reden.message}"}
    found = check_dossier(Zaak(gelezen.document, gelezen.waarde, None))
    return {one.code for one in found if one.severity is Severity.FOUT and one.code != "NZ206"}
