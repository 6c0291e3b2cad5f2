"""What is left to decide in a dossier after a merge: each field with both sides, who made them so, when and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.indeling import DOSSIERS, is_ours
from nazorg.diagnostics import Route
from nazorg.dossier import Conflict, Dossier
from nazorg.gitrepo import find_repository
from nazorg.gitrepo.samenkomst import Samenkomst
from nazorg.historie import Gebeurtenis, Historie, Samenvoeging
from nazorg.reading import Gelezen
from nazorg.register.inzicht import Register
from nazorg.verschil import Weg, at, route_of, weg_of
from nazorg.werkmap import Werkmap
from nazorg.yamltext import as_boom

_HOE_VER = 200
"""So many changes of a dossier back it is looked for who made one."""


@dataclass(frozen=True)
class Kantlijn:
    """One side: who, on which day, and the line that the same change put in the logboek; empty where not known."""

    door: str = ""
    op: date | None = None
    reden: str = ""


@dataclass(frozen=True)
class Geschil:
    """A conflict in a dossier with what it is about.

    ``route`` is the place of its field (``None`` where it is no longer there) and ``weg`` its name; ``nu`` is what
    stands there, and ``wat`` what the action says that it is in.
    """

    conflict: Conflict
    plaats: int
    route: Route | None
    weg: Weg
    nu: Boom
    wat: str
    hier: Kantlijn
    daar: Kantlijn


def conflict_paths(register: Register) -> list[str]:
    """The paths of the dossiers in which something may be left to decide."""
    found = []
    for path in register.dossier_paths:
        data = register.bron.read(path).data
        if data is not None and b"conflicten:" in data:
            found.append(path)
    return found


def open_in(samenkomst: Samenkomst | None, prefix: str) -> list[str]:
    """The paths (from the werkmap) of the dossiers that git has undecided."""
    paths = samenkomst.open if samenkomst else ()
    own = [path.removeprefix(prefix) for path in paths if path.startswith(prefix)]
    return [path for path in own if path.startswith(f"{DOSSIERS}/") and is_ours(path)]


def conflicts_of(register: Register, gelezen: Gelezen[Dossier], samenkomst: Samenkomst | None) -> list[Geschil]:
    """Every conflict of a dossier that can be read, in the order of the file."""
    assert gelezen.waarde is not None
    assert gelezen.document.root is not None
    if not gelezen.waarde.conflicten:
        return []
    boom = as_boom(gelezen.document.root)
    hier, daar = (_makers(register, gelezen.path, commit) for commit in _commits(samenkomst))
    return [_geschil(boom, place, conflict, hier, daar) for place, conflict in enumerate(gelezen.waarde.conflicten)]


def _commits(samenkomst: Samenkomst | None) -> tuple[str | None, str | None]:
    return (samenkomst.hier, samenkomst.daar) if samenkomst and samenkomst.is_bezig else (None, None)


_Makers = list[tuple[list[Gebeurtenis], str]]
"""The changes of each commit, newest first, with the line that it put in the logboek."""


def _makers(register: Register, path: str, commit: str | None) -> _Makers:
    if commit is None or not isinstance(register.bron, Werkmap):
        return []
    historie = Historie(find_repository(register.bron.root), commit)
    found: _Makers = []
    for _, group in groupby(historie.of_file(path), key=lambda one: one.herkomst.commit):
        events = [one for one in group if one.samenvoeging is Samenvoeging.GEEN]
        found.append((events, next(_reasons(events), "")))
        if len(found) == _HOE_VER:
            break
    return found


def _reasons(events: list[Gebeurtenis]) -> Iterator[str]:
    for one in events:
        line = one.wijziging.nieuw
        if one.wijziging.weg[:1] == ("logboek",) and not one.wijziging.oud and isinstance(line, dict):
            yield str(line.get("kort", ""))


def _geschil(boom: Boom, place: int, conflict: Conflict, hier: _Makers, daar: _Makers) -> Geschil:
    route = route_of(boom, conflict.veld)
    weg = weg_of(boom, route) if route else ()
    actie = at(boom, weg[:4])
    wat = actie.get("wat", "") if len(weg) >= 4 and weg[2] == "acties" and isinstance(actie, dict) else ""
    return Geschil(
        conflict,
        place,
        route,
        weg,
        at(boom, weg) if weg else "",
        wat if isinstance(wat, str) else "",
        _side(weg, conflict.hier_door, hier),
        _side(weg, conflict.daar_door, daar),
    )


def _side(weg: Weg, noted: str | None, makers: _Makers) -> Kantlijn:
    """Who last changed what is at ``weg``: as the history of that side tells, else as was noted at the merge."""
    for events, reason in makers:
        if weg and any(_touches(one.wijziging.weg, weg) for one in events):
            maker = events[0].herkomst
            return Kantlijn(maker.door, maker.op.date(), reason)
    return Kantlijn(noted or "")


def _touches(one: Weg, other: Weg) -> bool:
    length = min(len(one), len(other))
    return bool(one) and one[:length] == other[:length]
