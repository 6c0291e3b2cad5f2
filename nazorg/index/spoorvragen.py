"""``Sporen``: which commits touched a dossier, known without going through all of them again."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from nazorg.begrippen.indeling import DOSSIERS
from nazorg.errors import RepositoryError
from nazorg.gitrepo import Commit, FileChange, Repository, count_commits, read_every, unreachable
from nazorg.index import spoortabellen as tabellen
from nazorg.index.ketens import Schakel, lines_of, reached_from
from nazorg.index.spoorbestand import connect, open_file, save
from nazorg.index.spoorplek import VANAF, Voortgang

MEESTE_LOS = 200
"""So many new commits are read again at each question before the file is written anew."""

MEESTE_TIPS = 16
"""So many ends of lines that were asked about are remembered."""


class Sporen:
    """What the commits of a repository touched, in the folder of the dossiers."""

    def __init__(self, connection: sqlite3.Connection, folder: str) -> None:
        self._connection = connection
        self._folder = folder

    def commits_of(self, path: str, start: str) -> list[Commit] | None:
        """The commits up to ``start`` that touched ``path`` (from the top), and the merges that join them.

        As ``read_commits`` gives them, but each with what it builds on among these, and in no order. ``None`` where
        that is not known here.
        """
        if not path.startswith(self._folder):
            return None
        try:
            return list(self._commits_of(path, start))
        except (sqlite3.Error, LookupError, ValueError, TypeError):  # whatever is wrong with it: git knows as well
            return None

    def removed(self, start: str) -> set[str] | None:
        """The paths (from the top) of dossiers that a commit up to ``start`` took away; ``None`` as ``commits_of``."""
        try:
            begin = tabellen.find_schakel(self._connection, start)
            if begin is None:
                return None
            reached = reached_from(tabellen.read_ketens(self._connection), begin)
            gone = tabellen.read_removals(self._connection)
            return {path for path, place in gone if place.plaats <= reached.get(place.keten, -1)}
        except (sqlite3.Error, LookupError, ValueError, TypeError):
            return None

    def _commits_of(self, path: str, start: str) -> Iterator[Commit]:
        begin = tabellen.find_schakel(self._connection, start)
        if begin is None or tabellen.is_folder(self._connection, path):
            raise KeyError(start)
        touches = tabellen.read_touches(self._connection, path)
        found = {place: (number, one) for number, place, one in tabellen.read_commits_of(self._connection, touches)}
        ketens = tabellen.read_ketens(self._connection)
        lines = lines_of(ketens, begin, found)
        merges = [tabellen.first_of(self._connection, place.keten) for place in lines.keys() - found.keys()]
        found |= {place: (number, one) for number, place, one in tabellen.read_commits_of(self._connection, merges)}
        holds: dict[Schakel, str | None] = {}
        for place, below in lines.items():
            number, one = found[place]
            changes = touches.get(number, [])
            holds[place] = changes[0].new if changes else holds[below[0]]
            against = [(change,) for change in changes]
            if not place.plaats and len(ketens[place.keten]) > 1:
                since = (_since(holds, parent, changes) for parent in below or [None])
                against = [(change,) for change in since if change]
            yield one._replace(parents=tuple(found[parent][1].id for parent in below), against=tuple(against))


def _since(holds: dict[Schakel, str | None], parent: Schakel | None, changes: list[FileChange]) -> FileChange | None:
    """What a merge changed of what one line had. Git leaves a line out that never had the file, and joins what is one.

    Where none had it, the merge is the beginning of it.
    """
    old = holds[parent] if parent is not None else None
    return next((change for change in changes if change.old == old), None)


def read_sporen(path: Path, repository: Repository, start: str, voortgang: Voortgang) -> Sporen | None:
    """What the commits up to ``start`` touched, from the file at ``path`` and from git; ``None`` where it cannot be."""
    folder = f"{repository.prefix}{DOSSIERS}/"
    try:
        known = open_file(path)
        if known is not None and tabellen.is_ours(known) and tabellen.find_schakel(known, start):
            return Sporen(known, folder)
        return Sporen(_brought_up_to_date(known, path, repository, start, voortgang), folder)
    except (sqlite3.Error, OSError, UnicodeError, LookupError, ValueError, RepositoryError):
        return None


def _brought_up_to_date(
    known: sqlite3.Connection | None, path: Path, repository: Repository, start: str, voortgang: Voortgang
) -> sqlite3.Connection:
    """What is known, in memory, with what came since and without what no branch holds any more."""
    connection = connect()
    if known is not None:
        with closing(known):
            if tabellen.is_ours(known):
                known.backup(connection)
    if not tabellen.is_ours(connection):
        tabellen.create(connection)
    folder = f"{repository.prefix}{DOSSIERS}/"
    connection.execute("BEGIN")
    tips = tabellen.read_tips(connection)
    found = unreachable(repository, tips, start)
    if found is None:  # not even there any more
        connection.close()
        return _brought_up_to_date(None, path, repository, start, voortgang)
    gone, edge = found
    if gone:
        tabellen.drop(connection, gone)
    tips = list(dict.fromkeys([*edge, *(tip for tip in tips if tip not in gone)]))[-MEESTE_TIPS:]
    fresh = count_commits(repository, start, tips)
    if fresh > VANAF:
        with voortgang() as told:
            tabellen.add(connection, _counted(read_every(repository, start, tips), fresh, told), folder)
    else:
        tabellen.add(connection, read_every(repository, start, tips), folder)
    tabellen.write_tips(connection, [*tips, start])
    connection.execute("COMMIT")
    if gone or fresh > MEESTE_LOS:
        with suppress(OSError, sqlite3.Error):  # this answer is good, the next costs as much
            save(connection, path)
    return connection


def _counted(commits: Iterator[Commit], many: int, told: Callable[[int, int], None]) -> Iterator[Commit]:
    for number, commit in enumerate(commits, 1):
        told(number, many)
        yield commit
