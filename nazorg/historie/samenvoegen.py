"""What a merge did to a file beyond taking over both sides: changes of its own, and changes that it overrode."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nazorg.begrippen.boom import Boom
from nazorg.gitrepo import Commit
from nazorg.historie.gebeurtenis import Herkomst, Samenvoeging, origin_of
from nazorg.historie.graaf import Graaf
from nazorg.historie.versies import Versies
from nazorg.historie.wijziging import Wijziging, as_change
from nazorg.verschil import Onderdeel, Verschil, Weg, at, differences


@dataclass(frozen=True)
class Samenvoegsel:
    """One file in a merge: its tree after it, and its trees on the sides that it differs from.

    ``is_new``: it differs from every side. ``bases`` are the commits where the sides last had everything in common,
    ``own`` what happened on the sides since, newest first.
    """

    path: str
    result: Boom
    sides: tuple[Boom, ...]
    is_new: bool
    bases: tuple[str, ...]
    own: tuple[Commit, ...]


def merge_changes(
    merged: Samenvoegsel, graaf: Graaf, versies: Versies
) -> Iterator[tuple[Wijziging, Samenvoeging, Herkomst | None]]:
    """What the merge made of its own, then each change of a side since the sides parted that is not in the result."""
    made = _made(merged) if merged.is_new else []
    for one in made:
        if not _is_id(one):
            yield as_change(one, merged.sides[0], merged.result), Samenvoeging.GEMAAKT, None
    told: list[Verschil] = []
    for side in merged.sides:
        for one in differences(side, merged.result):
            if _is_id(one) or one in told or any(_overlap(one.weg, own.weg) for own in made):
                continue
            if _same(_base(merged.path, merged.bases, one.weg, graaf, versies), one.oud):
                continue  # this side left it as it was: the change is another side's, and told there
            told.append(one)
            yield as_change(one, side, merged.result), Samenvoeging.OVERSCHREVEN, _maker(merged, one, versies)


def _made(merged: Samenvoegsel) -> list[Verschil]:
    """What is in the result in no side's way, as changes from the first side."""
    first, *others = merged.sides
    made = list(differences(first, merged.result))
    for side in others:
        made = [part for one in made for part in differences(at(side, one.weg), one.nieuw, one.weg)]
    return [Verschil(one.weg, at(first, one.weg), one.nieuw) for one in made]


def _base(path: str, bases: Sequence[str], weg: Weg, graaf: Graaf, versies: Versies) -> Boom:
    """What stood at ``weg`` when the sides parted.

    Sides that met crosswise parted in several places at once: what stood there then is what merging those places would
    give, and so on down.
    """
    if not bases:
        return ""
    first, *others = bases
    found = at(versies.of_commit(first, path) or "", weg)
    for other in others:
        also = at(versies.of_commit(other, path) or "", weg)
        if not _same(found, also):
            older, _ = graaf.meeting((first, other), 2)
            if _same(_base(path, older, weg, graaf, versies), found):
                found = also
    return found


def _maker(merged: Samenvoegsel, lost: Verschil, versies: Versies) -> Herkomst | None:
    """Who made of it what was lost, and when; ``None`` where no commit of the sides did."""
    for commit in merged.own:
        for group in commit.against[:1]:
            for wissel in group:
                if wissel.path == merged.path:
                    before, after = versies.of_blob(wissel.old), versies.of_blob(wissel.new)
                    if before is None or after is None:
                        continue
                    if _same(at(after, lost.weg), lost.oud) and not _same(at(before, lost.weg), lost.oud):
                        return origin_of(commit)
    return None


def _same(one: Boom, other: Boom) -> bool:
    return next(differences(one, other), None) is None


def _overlap(one: Weg, other: Weg) -> bool:
    return all(step == also for step, also in zip(one, other, strict=False))


def _is_id(verschil: Verschil) -> bool:
    weg = verschil.weg
    return len(weg) > 1 and weg[-1] == "id" and isinstance(weg[-2], Onderdeel)
