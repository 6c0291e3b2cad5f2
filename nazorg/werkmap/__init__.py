"""The work tree.

A folder with ``nazorg.yaml`` and the dossiers, as a ``Bron``, and where else on this machine to look.
"""

from nazorg.werkmap.bestanden import check_inside, read_whole, replace_file, sync_folder, write_beside
from nazorg.werkmap.eigen import AFGELEID, JOURNAAL, NAAM, OVERGANG, find_git, is_left_behind, make_folder, own_folder
from nazorg.werkmap.ingebouwd import builtin_folder
from nazorg.werkmap.map import Werkmap, find_werkmap
from nazorg.werkmap.omgeving import is_shared, personen_path
from nazorg.werkmap.vinden import find_dossier, find_dossier_in

__all__ = [
    "AFGELEID",
    "JOURNAAL",
    "NAAM",
    "OVERGANG",
    "Werkmap",
    "builtin_folder",
    "check_inside",
    "find_dossier",
    "find_dossier_in",
    "find_git",
    "find_werkmap",
    "is_left_behind",
    "is_shared",
    "make_folder",
    "own_folder",
    "personen_path",
    "read_whole",
    "replace_file",
    "sync_folder",
    "write_beside",
]
