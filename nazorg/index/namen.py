"""The numbers of the dossiers, for a shell that completes one: told without git, or not at all."""

import sqlite3
from contextlib import closing
from time import time_ns

from nazorg.begrippen.indeling import DOSSIERS
from nazorg.index.bestand import open_index
from nazorg.index.ingangen import read_mappen
from nazorg.index.stempel import folder_stamp
from nazorg.index.tabellen import pad_of
from nazorg.werkmap import Werkmap


def known_paths(werkmap: Werkmap, begin: str) -> list[str] | None:
    """The paths of the dossiers whose number begins with ``begin``, in the order of the files.

    ``None`` where only a look at the folders can tell: there is no index, it does not know them, or one changed.
    """
    if not begin.isascii():  # SQLite knows no case of other letters
        return None
    try:
        connection = open_index(werkmap.root, None)  # a name is a name to every program
        if connection is None:
            return None
        with closing(connection):
            mappen = read_mappen(connection)
            nu = time_ns()
            if DOSSIERS not in mappen or not all(
                stempel is not None and folder_stamp(f"{werkmap.name}/{pad}", nu) == stempel
                for pad, stempel in mappen.items()
            ):
                return None
            pattern = "".join(f"\\{sign}" if sign in "\\%_" else sign for sign in begin)
            rows = connection.execute(
                "SELECT plek FROM bestand WHERE naam LIKE ? ESCAPE '\\' ORDER BY plek", (f"{pattern}%",)
            )
            return [pad_of(plek) for (plek,) in rows]
    except (sqlite3.Error, OSError, UnicodeError):
        return None
