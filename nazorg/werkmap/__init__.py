"""The work tree.

A folder with ``nazorg.yaml`` and the dossiers, as a ``Bron``, and where else on this machine to look.
"""

from nazorg.werkmap.bestanden import check_inside, replace_file
from nazorg.werkmap.ingebouwd import builtin_folder
from nazorg.werkmap.map import Werkmap, find_werkmap
from nazorg.werkmap.omgeving import is_shared, personen_path
from nazorg.werkmap.vinden import find_dossier

__all__ = [
    "Werkmap",
    "builtin_folder",
    "check_inside",
    "find_dossier",
    "find_werkmap",
    "is_shared",
    "personen_path",
    "replace_file",
]
