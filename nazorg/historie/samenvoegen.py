"""What a merge did to a file beyond taking over both sides: changes of its own, and changes that it overrode."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nazorg.begrippen.boom import Boom
from nazorg.gitrepo import Commit
from nazorg.historie.gebeurtenis import Herkomst, Samenvoeging, origin_of
from nazorg.historie.graaf import Graaf
from nazorg.historie.lijnen import Splitsing
from nazorg.historie.versies import Versies
from nazorg.historie.wijziging import Soort, Wijziging, actions_of, as_change, is_id
from nazorg.verschil import Verschil, Weg, at, differences


class Samenvoegsel(NamedTuple):
    """One file in a merge: its tree after it, and its trees on the sides that it differs from.

    ``is_new``: it differs from every side.
    """

    path: str
    result: Boom
    sides: tuple[Boom, ...]
    is_new: bool
    splitsing: Splitsing


Uitkomst = tuple[Wijziging, Samenvoeging, Herkomst | None]
"""A change, what the merge had to do with it, and whose change it overrode."""


def merge_changes(
    commit: Commit, path: str, many: int, splitsing: Splitsing, graaf: Graaf, versies: Versies
) -> Iterator[Uitkomst]:
    """What the merge ``commit`` of ``many`` lines did to the file at ``path`` (from the top of the repository).

    First what it made of its own, then each change of a side since the sides parted that is not in the result. A side
    that did not change the file since then has lost nothing, and is not read.
    """
    wissels = [one for group in commit.against for one in group if one.path == path]
    is_new = len(wissels) == many or not commit.parents
    if not is_new and len(commit.parents) < many:  # lines that git joined, or left out, are held against it here
        is_new = versies.differs_from_all(commit.id, path)
    if not is_new:
        wissels = [one for one in wissels if (path, one.old) in splitsing.written]
    trees = [versies.of_blob(one.old) for one in wissels]
    readable = tuple(tree for tree in trees if tree is not None)
    if not readable:
        return
    result = versies.of_blob(wissels[0].new)
    if result is not None:
        yield from _changes(Samenvoegsel(path, result, readable, is_new, splitsing), graaf, versies)
    elif is_new:
        yield Wijziging(Soort.ONLEESBAAR), Samenvoeging.GEMAAKT, None


def _changes(merged: Samenvoegsel, graaf: Graaf, versies: Versies) -> Iterator[Uitkomst]:
    after = actions_of(merged.result)
    made = [one for one in (_made(merged) if merged.is_new else []) if not is_id(one)]
    before = actions_of(merged.sides[0])
    for one in made:
        yield as_change(one, before, after), Samenvoeging.GEMAAKT, None
    own = {one.weg for one in made}
    above = {weg[:length] for weg in own for length in range(len(weg) + 1)}
    told: dict[Weg, list[Verschil]] = {}
    for side in merged.sides:
        before = actions_of(side)
        for one in differences(side, merged.result):
            if is_id(one) or one in told.get(one.weg, ()):
                continue
            if one.weg in above or any(one.weg[:length] in own for length in range(len(one.weg))):
                continue  # told as the merge's own
            if _same(_base(merged.path, merged.splitsing.bases, one.weg, graaf, versies), one.oud):
                continue  # this side left it as it was: the change is another side's, and told there
            told.setdefault(one.weg, []).append(one)
            yield as_change(one, before, after), Samenvoeging.OVERSCHREVEN, _maker(merged, one, versies)


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
    for commit in merged.splitsing.own:
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
