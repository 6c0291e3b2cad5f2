"""The gate: what git is about to commit or to push is checked as git has it, and never as the work tree has it.

Where no file of a werkmap takes part, no more is imported than this.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import INSTELLINGEN, is_checked, werkmappen_of
from nazorg.diagnostics.bevinding import Diagnostic, by_place
from nazorg.gitrepo import Objectlezer, Revisie
from nazorg.gitrepo.gedeeld import Aanbod, new_blobs
from nazorg.gitrepo.wissels import Wissels, between


def fouten_of(wissels: Wissels, peildatum: date) -> list[Diagnostic]:
    """Every ``fout`` that the files of a werkmap in ``wissels`` bring; the rest of the repository is left alone.

    The paths are from the top of the repository. Raises ``RepositoryError``.
    """
    found: list[Diagnostic] = []
    for prefix, paths in _per_werkmap(wissels.bestanden).items():
        voor, na = wissels.before(prefix), wissels.after(prefix)
        if not any(one.blob(INSTELLINGEN) for one in (na, voor)):
            continue  # a folder that happens to be called so
        from nazorg.register.keuring import Verandering, below, fouten_in

        found += below(prefix, fouten_in(Verandering(voor, na, paths), peildatum))
    return sorted(found, key=by_place)


def fouten_of_aanbod(top: Path, aanbod: Aanbod, peildatum: date) -> list[Diagnostic]:
    """Every ``fout`` that a push would bring to others. Raises ``RepositoryError``.

    Of the versions in between, which go along for good, only what says too much of a person.
    """
    wissels = between(top, aanbod.voor, aanbod.na)
    last = {one[1] for one in wissels.bestanden.values() if one is not None}
    return [*fouten_of(wissels, peildatum), *_in_between(top, aanbod, last)]


def _in_between(top: Path, aanbod: Aanbod, last: set[str]) -> Iterator[Diagnostic]:
    versions: dict[str, list[str]] = defaultdict(list)
    for path, blob in new_blobs(top, aanbod):
        if blob not in last:
            versions[path].append(blob)
    lezer = Objectlezer(top)
    for prefix, paths in _per_werkmap(versions).items():
        if Revisie(top, aanbod.na, prefix).blob(INSTELLINGEN) is None:
            continue
        from nazorg.register.keuring import below, personal_data_in

        bestanden = (Bestand(path, lezer.read(blob)) for path in paths for blob in versions[prefix + path])
        yield from below(prefix, personal_data_in(bestanden))


def _per_werkmap(paths: Iterable[str]) -> dict[str, list[str]]:
    """The ``paths`` that ``controleer`` looks at, from their werkmap, by the folder of what may be one."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        for prefix in werkmappen_of(path):
            if is_checked(path.removeprefix(prefix)):
                found[prefix].append(path.removeprefix(prefix))
    return found
