"""What came in, from whom, dossier by dossier: the difference that it made here."""

from collections.abc import Callable
from dataclasses import dataclass

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.indeling import Bestandsoort, id_of, is_checked, kind_of
from nazorg.gitrepo import Repository
from nazorg.gitrepo.auteurs import authors_of
from nazorg.gitrepo.wissels import between
from nazorg.historie import Historie, Wijziging, changes_of


@dataclass(frozen=True)
class Binnen:
    """A file at ``pad`` in the werkmap that others changed: what that made of it, and who they are.

    ``dossier`` is its number, empty for another file. ``is_eigen``: a dossier of the person at the keyboard.
    """

    pad: str
    soort: Bestandsoort
    dossier: str
    wijzigingen: tuple[Wijziging, ...]
    door: tuple[str, ...]
    is_eigen: bool
    is_nieuw: bool
    is_weg: bool


@dataclass(frozen=True)
class Binnengekomen:
    """Everything that came in: the files of the werkmap, and how many others."""

    bestanden: tuple[Binnen, ...]
    overig: int
    door: tuple[str, ...]


def tell_incoming(
    repository: Repository, voor: str, boom: str, ander: str, is_eigen: Callable[[str], bool]
) -> Binnengekomen:
    """What the commit ``ander`` of others changed in the werkmap, which was ``voor`` and became ``boom``.

    ``is_eigen`` says of a regisseur whether it is the person at the keyboard. Raises ``RepositoryError``.
    """
    makers = authors_of(repository.top, voor, ander)
    before, after = Historie(repository, voor), Historie(repository, boom)
    found, others = [], 0
    for path, one in between(repository.top, voor, boom).bestanden.items():
        inside = path.removeprefix(repository.prefix)
        if not path.startswith(repository.prefix) or not is_checked(inside):
            others += 1
            continue
        old, new = before.tree(inside), after.tree(inside)
        kind = kind_of(inside)
        found.append(
            Binnen(
                pad=inside,
                soort=kind,
                dossier=id_of(inside) if kind is Bestandsoort.DOSSIER else "",
                wijzigingen=() if old is None or new is None else tuple(changes_of(old, new)),
                door=tuple(makers.get(path, ())),
                is_eigen=kind is Bestandsoort.DOSSIER and any(is_eigen(_regisseur(tree)) for tree in (old, new)),
                is_nieuw=old == "",
                is_weg=one is None,
            )
        )
    everyone = dict.fromkeys(naam for names in makers.values() for naam in names)
    return Binnengekomen(tuple(found), others, tuple(everyone))


def _regisseur(tree: Boom | None) -> str:
    found = tree.get("regisseur", "") if isinstance(tree, dict) else ""
    return found if isinstance(found, str) else ""
