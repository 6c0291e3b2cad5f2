"""The one dossier that a person means with the beginning of its number."""

from collections.abc import Iterable

from nazorg.begrippen.bron import Bron
from nazorg.begrippen.indeling import DOSSIERS, id_of, in_order
from nazorg.errors import UsageError
from nazorg.werkmap.map import Werkmap


def find_dossier_in(bron: Bron, prefix: str) -> str:
    """The one dossier of ``bron`` that ``find_dossier`` finds; in a folder no other is looked at than could be meant.

    Raises as ``find_dossier`` does.
    """
    wanted = prefix.strip()
    if not wanted or not isinstance(bron, Werkmap):
        return find_dossier(bron.paths(DOSSIERS), prefix)
    return find_dossier(sorted(bron.paths_with(DOSSIERS, wanted), key=in_order), prefix)


def find_dossier(paths: Iterable[str], prefix: str) -> str:
    """The one of ``paths`` whose number starts with ``prefix`` (``NZ-2026-k7``, or just ``k7``).

    Raises ``UsageError`` when there is none or more than one.
    """
    wanted = prefix.strip()
    names = {id_of(path): path for path in paths}
    if wanted in names:
        return names[wanted]
    found = [name for name in names if _starts(name, wanted)] if wanted else []
    if len(found) == 1:
        return names[found[0]]
    if not found:
        raise UsageError(f"Er is geen dossier '{prefix}'.", "Alle dossiers: nazorg lijst")
    some = ", ".join(found[:5]) + (" …" if len(found) > 5 else "")
    raise UsageError(f"'{prefix}' past op {len(found)} dossiers: {some}.", "Geef meer van het nummer.")


def _starts(name: str, wanted: str) -> bool:
    """``NZ-2026-k7f3mq`` starts with ``NZ-2026-k7``, ``2026-k7`` and ``k7``."""
    folded, wanted = name.casefold(), wanted.casefold()
    parts = folded.split("-")
    return any("-".join(parts[place:]).startswith(wanted) for place in range(len(parts)))
