"""``Terugblik``: the consultation of the same kind before this one, and what the dossiers said when it was over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from nazorg.agenda.model import Vergeleken, Vorig
from nazorg.begrippen.boom import Boom
from nazorg.begrippen.indeling import id_of
from nazorg.errors import RepositoryError, UsageError
from nazorg.overleg import Overleg
from nazorg.register import Register

if TYPE_CHECKING:
    from nazorg.historie import Historie


@dataclass(frozen=True)
class Terugblik:
    """What is known of the time since the consultation before this one."""

    vorig: Vorig | None = None
    vergeleken: Vergeleken = Vergeleken.GEEN_VORIG
    _toen: "Historie | None" = field(default=None, repr=False)

    def tree(self, path: str) -> Boom | None:
        """What the dossier at ``path`` said then, nothing where it was not there yet; ``None``: that cannot be told."""
        return self._toen.tree(path) if self._toen is not None else None


def look_back(register: Register, overleg: Overleg, root: Path, start: str | None = None) -> Terugblik:
    """What went before ``overleg`` in the werkmap at ``root``; up to the commit ``start`` where one is asked for.

    A consultation is over when its minutes were recorded, and else at the end of its day. Starts git a few times,
    however many dossiers are asked after.
    """
    previous = next(held_before(register, overleg), None)
    if previous is None:
        return Terugblik()
    path, found = previous
    from nazorg.gitrepo import find_repository, open_revisie
    from nazorg.historie import Historie

    vorig = Vorig(found.overleg, found.datum)
    try:
        repository = find_repository(root)
    except RepositoryError:
        return Terugblik(vorig, Vergeleken.GEEN_GIT)
    commit = _minutes_in(Historie(repository, start or repository.head), path) if found.verslag else None
    if commit is None:
        try:
            commit = open_revisie(root, found.datum + timedelta(days=1)).commit
        except UsageError:
            return Terugblik(vorig, Vergeleken.TE_VER)
    return Terugblik(vorig, Vergeleken.JA, Historie(repository, commit))


def held_before(register: Register, overleg: Overleg) -> Iterator[tuple[str, Overleg]]:
    """The consultations of this kind, about one of these gemeenten, that were held before ``overleg``; newest first."""
    for path, one in same_kind(register, overleg, reversed(register.overleg_paths)):
        if one.datum < overleg.datum and one.datum <= register.peildatum:
            yield path, one


def next_day(register: Register, overleg: Overleg) -> date | None:
    """The day of the next consultation: as it was agreed, or else the first one of this kind that has a file."""
    if overleg.volgende is not None:
        return overleg.volgende
    later = (one.datum for _, one in same_kind(register, overleg, register.overleg_paths) if one.datum > overleg.datum)
    return min(later, default=None)


def same_kind(register: Register, overleg: Overleg, paths: Iterable[str]) -> Iterator[tuple[str, Overleg]]:
    """Those at ``paths`` that are of the same kind and about one of the same gemeenten, as far as they can be read."""
    places = {one.casefold() for one in overleg.gemeenten}
    for path in paths:
        found = register.overleg(path).waarde if id_of(path) != overleg.overleg else None
        if found is not None and found.soort is overleg.soort:
            own = {one.casefold() for one in found.gemeenten}
            if own & places or not (own or places):
                yield path, found


def _minutes_in(historie: "Historie", path: str) -> str | None:
    """The last commit that recorded minutes of the consultation at ``path``; ``None`` where no commit did."""
    for event in historie.of_file(path):
        if event.wijziging.weg[:1] == ("verslag",) and event.wijziging.nieuw:
            return event.herkomst.commit
        if not event.wijziging.weg and isinstance(event.wijziging.nieuw, dict) and event.wijziging.nieuw.get("verslag"):
            return event.herkomst.commit
    return None
