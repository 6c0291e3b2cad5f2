"""Whether a file that came is one that went: the same dossier under another name, and never another person's."""

from collections.abc import Callable, Iterable, Iterator

from nazorg.begrippen.boom import Boom
from nazorg.gitrepo import FileChange

MEESTE = 400
"""Of more files that came and went in one commit only those that stayed the same to the byte are looked for."""


def same_file(old: Boom | None, new: Boom | None) -> bool:
    """Whether two versions are of one dossier: they name the same one, or the same person."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    return any(old.get(name) == new.get(name) != "" and old.get(name) for name in ("dossier", "betrokkene", "overleg"))


def joined(wissels: Iterable[FileChange], is_same: Callable[[str | None, str | None], bool]) -> Iterator[FileChange]:
    """``wissels`` with each file that went and came under another name as one change of that file."""
    found = list(wissels)
    gone = [one for one in found if one.new is None and one.old is not None]
    come = [one for one in found if one.old is None]
    if not gone or not come:
        yield from found
        return
    names: dict[str, FileChange] = {}
    for one in come:
        alike = [old for old in gone if old.old == one.new]
        if not alike and len(gone) * len(come) <= MEESTE:
            alike = [old for old in gone if is_same(old.old, one.new)]
        if len(alike) == 1:
            names[one.path] = alike[0]
            gone.remove(alike[0])
    taken = {one.path for one in names.values()}
    for one in found:
        if one.path in names:
            old = names[one.path]
            yield one._replace(old=old.old, was=old.path)
        elif one.path not in taken:
            yield one
