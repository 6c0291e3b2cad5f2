"""What an ordinary commit changed in a file, also where a version of it cannot be read."""

from collections.abc import Iterator

from nazorg.begrippen.boom import Boom
from nazorg.gitrepo import Commit, FileChange
from nazorg.historie.graaf import Graaf
from nazorg.historie.versies import Versies
from nazorg.historie.wijziging import Soort, Wijziging, changes_of


def step_changes(commit: Commit, wissel: FileChange, graaf: Graaf, versies: Versies) -> Iterator[Wijziging]:
    """The changes that ``commit`` made to one file.

    A version that cannot be read is told as such, and the next that can be is held against the last that could.
    """
    before, after = versies.of_blob(wissel.old), versies.of_blob(wissel.new)
    if after is None:
        yield Wijziging(Soort.ONLEESBAAR)
        return
    if before is None:
        before = _last_readable(commit, wissel, graaf, versies)
        if after:
            yield Wijziging(Soort.WEER_LEESBAAR)
    yield from changes_of(before, after)


def _last_readable(commit: Commit, wissel: FileChange, graaf: Graaf, versies: Versies) -> Boom:
    """What the file said before it could not be read; nothing where it never could."""
    blob = wissel.old
    for earlier in graaf.after(commit):
        for one in (one for group in earlier.against for one in group if (one.path, one.new) == (wissel.path, blob)):
            blob = one.old
            tree = versies.of_blob(blob)
            if tree is not None:
                return tree
            break
    return ""
