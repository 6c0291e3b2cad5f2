"""Where to look for what changed: at every file, or, where git knows the work tree, at those that it names."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from nazorg.begrippen.indeling import DOSSIERS, in_order
from nazorg.index import ingangen, tabellen
from nazorg.index.gitvraag import Gitvraag
from nazorg.index.ingangen import Ingang
from nazorg.index.mappen import Ongewoon, read_folder, walk
from nazorg.index.stand import blob_of
from nazorg.index.stempel import Mapstempel, folder_stamp
from nazorg.werkmap import Werkmap

VANAF = 2000
"""So many files take as long to look at one by one as git takes to start and tell."""

_MEESTE = 500
"""More files that git does not tell about, or that its record holds otherwise than the last commit, and all of them are
asked about again."""

_GEEN: Mapping[str, Any] = {}
_RECORD, _BOOM, _KLAARGEZET = "git_record", "git_boom", "git_klaargezet"


class Kijk(NamedTuple):
    """The files to look at, in order, with what they were; those that are gone; what to keep for the next time.

    ``in_git``: the id of what git's record holds of a file that did not change since.
    """

    paden: Sequence[str]
    before: Mapping[str, Ingang]
    gone: Collection[str] = ()
    in_git: Mapping[str, str] = _GEEN
    mappen: Mapping[str, Mapstempel | None] = _GEEN
    mappen_gone: Collection[str] = ()
    gegevens: Mapping[str, str] = _GEEN

    def seen(self, pad: str, ingang: Ingang) -> Ingang:
        """``ingang`` with whether git can tell when it changes."""
        return ingang._replace(in_git=self.in_git.get(pad) == blob_of(ingang.sleutel))


def look_everywhere(connection: sqlite3.Connection, werkmap: Werkmap, nu: int, git: Gitvraag | None) -> Kijk:
    """Every file there is."""
    before = ingangen.read_ingangen(connection)
    known_folders = ingangen.read_mappen(connection)
    forgotten = {naam: "" for naam in (_RECORD, _BOOM, _KLAARGEZET) if tabellen.read_gegeven(connection, naam)}
    try:
        found = list(walk(werkmap.name, nu))
    except Ongewoon:
        paden = list(werkmap.paths(DOSSIERS))
        return Kijk(paden, before, before.keys() - paden, mappen_gone=known_folders, gegevens=forgotten)
    paden = sorted((pad for one in found for pad in one.bestanden), key=in_order)
    folders = {one.pad: one.stempel for one in found}
    plain = Kijk(
        paden,
        before,
        before.keys() - paden,
        mappen={pad: stempel for pad, stempel in folders.items() if known_folders.get(pad, folders) != stempel},
        mappen_gone=known_folders.keys() - folders,
        gegevens=forgotten,
    )
    if git is None:
        return plain
    record, boom, vuil = git.record, git.boom(), git.vuil()
    if len(paden) < VANAF or boom is None or vuil is None or not record:
        return plain
    held, verschil = git.inhoud(), git.klaargezet(boom)
    if verschil is None or git.record != record:
        return plain
    return Kijk(
        paden,
        before,
        before.keys() - paden,
        in_git={pad: blob for pad, blob in held.items() if pad not in vuil},
        mappen=folders,
        mappen_gone=plain.mappen_gone,
        gegevens={_RECORD: record, _BOOM: boom, _KLAARGEZET: _joined(verschil)},
    )


def look_where_git_says(connection: sqlite3.Connection, werkmap: Werkmap, nu: int, git: Gitvraag) -> Kijk | None:
    """The files that may have changed since the last time; ``None`` where only a look at all of them can tell.

    That is: what git says now is not as its record has it, what it said so the last time, what its record holds
    otherwise than then, and what it keeps no eye on. Names that came and went show in the folders.
    """
    boom, known_record = tabellen.read_gegeven(connection, _BOOM), tabellen.read_gegeven(connection, _RECORD)
    if not boom:
        return None
    folders = _changed_folders(connection, werkmap.name, nu)
    if folders is None:
        return None
    before = ingangen.read_losse(connection)
    vuil, record = git.vuil(), git.record
    if vuil is None:
        return None
    suspect = {*before, *vuil, *folders.came}
    in_git: dict[str, str] = {}
    gegevens: dict[str, str] = {}
    if not record or record != known_record:
        verschil = git.klaargezet(boom)
        if verschil is None or max(len(verschil[0]), len(before)) > _MEESTE:
            return None
        held, unwatched = verschil
        suspect |= {*_split(tabellen.read_gegeven(connection, _KLAARGEZET)), *held, *unwatched}
        if record and git.record == record:
            in_git = {pad: blob for pad, blob in held.items() if pad not in vuil and pad not in unwatched}
            gegevens = {_RECORD: record, _KLAARGEZET: _joined(verschil)}
        else:  # it moves, and of none of these git can tell: the next time it is asked again
            gegevens = {_RECORD: "", _KLAARGEZET: ""}
    before |= ingangen.read_some(connection, suspect - before.keys())
    known = {pad for pad in suspect if pad in before or pad in folders.came} - folders.went
    return Kijk(
        sorted(known, key=in_order),
        before,
        folders.went,
        in_git=in_git,
        mappen=folders.stempels,
        mappen_gone=folders.gone,
        gegevens=gegevens,
    )


class _Mappen:
    """What came and went in the folders since the last time."""

    def __init__(self) -> None:
        self.came: set[str] = set()
        self.went: set[str] = set()
        self.stempels: dict[str, Mapstempel | None] = {}
        self.gone: set[str] = set()


def _changed_folders(connection: sqlite3.Connection, root: str, nu: int) -> _Mappen | None:
    """``None`` where not all is plain."""
    known = ingangen.read_mappen(connection)
    if DOSSIERS not in known:
        return None
    found = _Mappen()
    try:
        for pad, before in known.items():
            if pad in found.gone:
                continue
            if before is not None and folder_stamp(f"{root}/{pad}", nu) == before:
                continue
            now = read_folder(root, pad, nu)
            below = {one for one in known if one.rpartition("/")[0] == pad}
            for gone in below - now.mappen:
                found.gone |= {one for one in known if one == gone or one.startswith(f"{gone}/")}
                found.went |= ingangen.paden_below(connection, gone)
            here = {one for one in ingangen.paden_below(connection, pad) if one.rpartition("/")[0] == pad}
            found.came |= now.bestanden - here
            found.went |= here - now.bestanden
            if now.stempel != before:
                found.stempels[pad] = now.stempel
            for fresh in now.mappen - known.keys():
                for one in walk(root, nu, fresh):
                    found.came |= one.bestanden
                    found.stempels[one.pad] = one.stempel
    except Ongewoon:
        return None
    found.went -= found.came
    return found


def _joined(verschil: tuple[Mapping[str, str], Collection[str]]) -> str:
    return "\0".join({*verschil[0], *verschil[1]})


def _split(text: str) -> set[str]:
    return set(text.split("\0")) - {""}
