"""``Besproken``: what recording the minutes of a consultation changed in its dossiers, told from git."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from nazorg.agenda.model import Veranderd, Verandering
from nazorg.begrippen.keuzes import Actiestatus
from nazorg.errors import RepositoryError
from nazorg.instellingen import Instellingen
from nazorg.overleg import Overleg, minutes_subject

if TYPE_CHECKING:
    from nazorg.historie import Historie


@dataclass(frozen=True)
class Besproken:
    """The times that minutes were recorded: what the dossiers said before each, and after. Nothing without git."""

    _keren: tuple[tuple["Historie", "Historie"], ...] = field(default=(), repr=False)

    def changes(self, path: str, dossier: str, instellingen: Instellingen) -> tuple[Verandering, ...]:
        """What changed in the dossier at ``path`` that no decision, action or day tells: a stand, an owner, a lapse."""
        from nazorg.agenda.veranderingen import changes_since

        found: list[Verandering] = []
        for before, after in self._keren:
            toen, nu = before.tree(path), after.tree(path)
            if toen and nu and toen != nu:
                found += [one for one in changes_since(toen, nu, dossier, instellingen, None) if _is_told_nowhere(one)]
        return tuple(dict.fromkeys(found))


def look_at_minutes(overleg: Overleg, root: Path, start: str | None = None) -> Besproken:
    """The times that minutes of ``overleg`` were recorded in the werkmap at ``root``, up to the commit ``start``."""
    if overleg.verslag is None:
        return Besproken()
    from nazorg.gitrepo import commits_about, find_repository
    from nazorg.historie import Historie

    try:
        repository = find_repository(root)
        head = start or repository.head
        found = commits_about(repository, head, minutes_subject(overleg.overleg)) if head else []
    except RepositoryError:
        return Besproken()
    return Besproken(tuple((Historie(repository, before), Historie(repository, commit)) for commit, before in found))


def _is_told_nowhere(one: Verandering) -> bool:
    lapsed = one.soort is Veranderd.ACTIE_STATUS and one.naar == Actiestatus.VERVALLEN
    return lapsed or one.soort in (Veranderd.STAND, Veranderd.ACTIE_EIGENAAR)
