"""The tables of what every commit touched, and what is put into them and taken out."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone

from nazorg.gitrepo import Commit, FileChange
from nazorg.index.ketens import Ketens, Schakel

VERSIE = 1
"""Of these tables. Of what stands in them nothing depends on this program: it is git's, and does not change."""

_TABELLEN = """
CREATE TABLE tip (commit_ BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE wie (nummer INTEGER PRIMARY KEY, naam BLOB NOT NULL, mail BLOB NOT NULL, UNIQUE (naam, mail));
CREATE TABLE keten (nummer INTEGER PRIMARY KEY, ouders TEXT NOT NULL, lengte INTEGER NOT NULL);
CREATE TABLE schakel (
    nummer INTEGER PRIMARY KEY, commit_ BLOB NOT NULL UNIQUE, keten INTEGER NOT NULL, plaats INTEGER NOT NULL,
    wie INTEGER NOT NULL, seconde INTEGER NOT NULL, zone INTEGER NOT NULL, vastgelegd INTEGER NOT NULL);
CREATE TABLE begin (keten INTEGER PRIMARY KEY, schakel INTEGER NOT NULL);
CREATE TABLE pad (nummer INTEGER PRIMARY KEY, naam BLOB NOT NULL UNIQUE);
CREATE TABLE raak (
    pad INTEGER NOT NULL, schakel INTEGER NOT NULL, groep INTEGER NOT NULL, oud BLOB, nieuw BLOB,
    PRIMARY KEY (pad, schakel, groep)) WITHOUT ROWID;
"""
_SCHAKEL = "SELECT schakel.nummer, commit_, keten, plaats, naam, mail, seconde, zone, vastgelegd"
_TOUCHES = """
SELECT raak.schakel, raak.oud, raak.nieuw FROM pad JOIN raak ON raak.pad = pad.nummer
WHERE pad.naam = ? ORDER BY raak.schakel, raak.groep
"""
_REMOVALS = """
SELECT pad.naam, keten, plaats FROM raak JOIN pad ON pad.nummer = raak.pad JOIN schakel ON schakel.nummer = raak.schakel
WHERE raak.nieuw IS NULL
"""
_WEG = (
    "DELETE FROM raak WHERE schakel IN (SELECT nummer FROM weg)",
    "DELETE FROM begin WHERE schakel IN (SELECT nummer FROM weg)",
    "DELETE FROM schakel WHERE nummer IN (SELECT nummer FROM weg)",
    """
    UPDATE keten SET lengte = (SELECT count(*) FROM schakel WHERE schakel.keten = keten.nummer)
    WHERE nummer IN (SELECT keten FROM weg)
    """,
    "DELETE FROM keten WHERE lengte = 0",
    "DELETE FROM pad WHERE nummer NOT IN (SELECT pad FROM raak)",
    "DELETE FROM wie WHERE nummer NOT IN (SELECT wie FROM schakel)",
    "DROP TABLE weg",
)


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty database."""
    connection.executescript(_TABELLEN)
    connection.execute(f"PRAGMA user_version = {VERSIE}")


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether these are the tables of this version."""
    return bool(connection.execute("PRAGMA user_version").fetchone() == (VERSIE,))


def read_tips(connection: sqlite3.Connection) -> list[str]:
    """The commits up to which everything is known."""
    return [name.hex() for (name,) in connection.execute("SELECT commit_ FROM tip")]


def write_tips(connection: sqlite3.Connection, tips: Iterable[str]) -> None:
    """Put ``tips`` in the place of those that were there."""
    connection.execute("DELETE FROM tip")
    connection.executemany("INSERT OR IGNORE INTO tip VALUES (?)", ((bytes.fromhex(tip),) for tip in tips))


def find_schakel(connection: sqlite3.Connection, commit: str) -> Schakel | None:
    """Where ``commit`` is; ``None`` where it is not known."""
    row = connection.execute("SELECT keten, plaats FROM schakel WHERE commit_ = ?", (bytes.fromhex(commit),)).fetchone()
    return Schakel(*row) if row else None


def read_ketens(connection: sqlite3.Connection) -> Ketens:
    """Every chain."""
    return {nummer: _from_text(ouders) for nummer, ouders in connection.execute("SELECT nummer, ouders FROM keten")}


def add(connection: sqlite3.Connection, commits: Iterable[Commit], folder: str) -> None:
    """Put ``commits`` in, each after those that it builds on, with what they touched in ``folder``.

    Raises ``KeyError`` where one builds on what is not known.
    """
    lengths: dict[int, int] = dict(connection.execute("SELECT nummer, lengte FROM keten").fetchall())
    fresh: dict[str, Schakel] = {}
    for commit in commits:
        if find_schakel(connection, commit.id):  # on a line that was asked about too long ago
            continue
        parents = [fresh.get(parent) or _known(connection, parent) for parent in commit.parents]
        if len(parents) == 1 and lengths[parents[0].keten] == parents[0].plaats + 1:
            keten = parents[0].keten
        else:
            ouders = " ".join(f"{one.keten}:{one.plaats}" for one in parents)
            keten = _number(connection.execute("INSERT INTO keten VALUES (NULL, ?, 0)", (ouders,)))
            lengths[keten] = 0
        fresh[commit.id] = here = Schakel(keten, lengths[keten])
        lengths[keten] += 1
        _write(connection, commit, here, folder)
    connection.executemany(
        "UPDATE keten AS k SET lengte = ? WHERE nummer = ?", ((many, one) for one, many in lengths.items())
    )


def _known(connection: sqlite3.Connection, commit: str) -> Schakel:
    found = find_schakel(connection, commit)
    if found is None:
        raise KeyError(commit)
    return found


def _write(connection: sqlite3.Connection, commit: Commit, here: Schakel, folder: str) -> None:
    who = (_bytes(commit.author), _bytes(commit.mail))
    connection.execute("INSERT OR IGNORE INTO wie VALUES (NULL, ?, ?)", who)
    zone = commit.at.utcoffset() or timedelta()
    nummer = _number(
        connection.execute(
            "INSERT INTO schakel VALUES (NULL, ?, ?, ?, (SELECT nummer FROM wie WHERE naam = ? AND mail = ?), ?, ?, ?)",
            (
                *(bytes.fromhex(commit.id), *here, *who),
                *(int(commit.at.timestamp()), int(zone.total_seconds()), commit.made),
            ),
        )
    )
    if not here.plaats:
        connection.execute("INSERT INTO begin VALUES (?, ?)", (here.keten, nummer))
    for groep, wissels in enumerate(commit.against):
        for one in wissels:
            if one.path.startswith(folder):
                pad = _bytes(one.path)
                connection.execute("INSERT OR IGNORE INTO pad VALUES (NULL, ?)", (pad,))
                connection.execute(
                    "INSERT INTO raak VALUES ((SELECT nummer FROM pad WHERE naam = ?), ?, ?, ?, ?)",
                    (
                        pad,
                        nummer,
                        groep,
                        *(None if blob is None else bytes.fromhex(blob) for blob in (one.old, one.new)),
                    ),
                )


def drop(connection: sqlite3.Connection, commits: Iterable[str]) -> None:
    """Forget ``commits``, and with each all that builds on it."""
    connection.execute("CREATE TEMP TABLE weg AS SELECT nummer, keten FROM schakel WHERE 0")
    for commit in commits:
        connection.execute(
            "INSERT INTO weg SELECT nummer, keten FROM schakel WHERE commit_ = ?", (bytes.fromhex(commit),)
        )
    for step in _WEG:
        connection.execute(step)


def is_folder(connection: sqlite3.Connection, path: str) -> bool:
    """Whether there ever was a file below ``path``."""
    asked = {"onder": _bytes(path) + b"/", "voorbij": _bytes(path) + b"0"}
    return connection.execute("SELECT 1 FROM pad WHERE naam > :onder AND naam < :voorbij", asked).fetchone() is not None


def read_touches(connection: sqlite3.Connection, path: str) -> dict[int, list[FileChange]]:
    """What each commit made of the file at ``path``, from what a parent had, by the commit's number."""
    found: dict[int, list[FileChange]] = {}
    for schakel, oud, nieuw in connection.execute(_TOUCHES, (_bytes(path),)):
        found.setdefault(schakel, []).append(FileChange(path, oud and oud.hex(), nieuw and nieuw.hex()))
    return found


def read_removals(connection: sqlite3.Connection) -> Iterator[tuple[str, Schakel]]:
    """Every file that a commit took away, and where that commit is."""
    for naam, keten, plaats in connection.execute(_REMOVALS):
        yield _text(naam), Schakel(keten, plaats)


def read_commits_of(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[tuple[int, Schakel, Commit]]:
    """The commits with these numbers, with their places; what they build on and touched is for others to say."""
    for number in numbers:
        for row in connection.execute(
            f"{_SCHAKEL} FROM schakel JOIN wie ON wie.nummer = schakel.wie WHERE schakel.nummer = ?", (number,)
        ):
            _, commit, keten, plaats, naam, mail, seconde, zone, made = row
            tz = timezone(timedelta(seconds=zone))
            at = datetime.fromtimestamp(seconde, UTC).astimezone(tz)
            yield number, Schakel(keten, plaats), Commit(commit.hex(), (), _text(naam), _text(mail), at, (), made)


def first_of(connection: sqlite3.Connection, keten: int) -> int:
    """The number of the first commit of a chain."""
    return int(connection.execute("SELECT schakel FROM begin WHERE keten = ?", (keten,)).fetchone()[0])


def _from_text(ouders: str) -> tuple[Schakel, ...]:
    return tuple(Schakel(*map(int, one.split(":"))) for one in ouders.split())


def _number(cursor: sqlite3.Cursor) -> int:
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
