"""Up to which commits the past was asked about; what no branch holds of it any more is forgotten."""

import sqlite3

from nazorg.gitrepo import Repository, ends_of, unreachable
from nazorg.index import inhouden, tabellen

_EINDEN = "einden"


def follow(connection: sqlite3.Connection, repository: Repository, start: str) -> None:
    """The past up to ``start`` is asked about, and kept with what was asked before.

    Where a commit that was asked about lies on no branch any more, be it for a person who had a right to be forgotten,
    all that is kept of the past is forgotten, and each text that no file holds. Raises ``sqlite3.Error``.
    """
    einden = tabellen.read_gegeven(connection, _EINDEN).split()
    if einden == [start]:
        return
    found = unreachable(repository, einden, start)
    if found is None or found[0]:
        _forget(connection)
        einden = []
    if start not in einden:
        tabellen.write_gegeven(connection, _EINDEN, " ".join(ends_of(repository, [*einden, start])))


def _forget(connection: sqlite3.Connection) -> None:
    with connection:  # all of it, or nothing
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM verhaal")
        connection.execute("DELETE FROM voorval")
        inhouden.drop_unused(connection, at_once=True)
