"""Undo the last operation of the person at the keyboard, while it is theirs alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import DOSSIERS, id_of, is_ours, public_name
from nazorg.errors import NazorgError, RepositoryError, UsageError
from nazorg.gitrepo import Objectlezer
from nazorg.gitrepo.operaties import Vastgelegde, changed_in, is_shared, operation_of, operations
from nazorg.gitrepo.werkboom import Werkboom
from nazorg.historie import Wijziging
from nazorg.reading import read_dossier
from nazorg.register.inzicht import Register
from nazorg.register.wijziging.dossier import schrijver_of
from nazorg.register.wijziging.gewijzigd import subject_of
from nazorg.register.wijziging.rechtzetten import commands
from nazorg.register.wijziging.toets import refuse_fouten
from nazorg.register.wijziging.uitwerking import changed
from nazorg.transactie import Bestandswijziging, Hersteld, Operatie, Schrijver, Vastgelegd, digest_of
from nazorg.yamltext import read_document


@dataclass(frozen=True)
class Terugweg:
    """One file of an operation: what its undoing changes, from what the operation made of it to what was before.

    ``bovenop``: something was changed in it since, so the way back is closed.
    """

    wijziging: Bestandswijziging
    wijzigingen: tuple[Wijziging, ...]
    bovenop: bool

    @property
    def pad(self) -> str:
        return self.wijziging.pad


@dataclass(frozen=True)
class Ongedaan:
    """The operation that was undone, file by file. ``vastgelegd`` is ``None`` when it was only to be shown."""

    operatie: Vastgelegde
    bestanden: tuple[Terugweg, ...]
    vastgelegd: Vastgelegd | None
    hersteld: Hersteld | None


class NietOngedaanError(NazorgError):
    """An operation that is not undone: it is shared, or someone else's, or something came on top (exit code 4).

    ``details`` are the commands that would set it right.
    """


def undo(register: Register, versie: str = "", *, droog: bool = False) -> Ongedaan:
    """Undo the own last operation that is not undone yet, or the one of commit ``versie``, as a new commit.

    Raises ``NietOngedaanError`` for one that is pushed, is not one's own, or has something on top of it;
    ``UsageError`` when there is none; ``GeweigerdError`` when what stood there before holds a ``fout``; and what
    ``transactie`` raises.
    """
    with schrijver_of(register) as schrijver:
        werkboom = schrijver.werkboom
        if werkboom is None:
            raise RepositoryError("Deze werkmap ligt niet in git, dus er is niets om ongedaan te maken.", "")
        operatie = _chosen(werkboom, schrijver.mail, versie)
        ways = tuple(_way_back(schrijver, werkboom, *change) for change in _changes(werkboom, operatie))
        _refuse(werkboom, schrijver.mail, operatie, ways)
        for way in ways:
            if way.wijziging.nieuw is not None and _is_dossier(way.pad):
                refuse_fouten(register, read_dossier(Bestand(way.pad, way.wijziging.nieuw)))
        vastgelegd = None if droog else schrijver.write(_operation(operatie, ways))
        return Ongedaan(operatie, ways, vastgelegd, schrijver.hersteld)


def _chosen(werkboom: Werkboom, mail: str, versie: str) -> Vastgelegde:
    """The operation to undo. Raises ``UsageError``."""
    if versie:
        found = operation_of(werkboom, versie)
        if found is None or not _changes(werkboom, found):
            raise UsageError(
                f"'{versie}' is geen wijziging van nazorg in deze werkmap.", "Kijk welke er zijn: nazorg geschiedenis"
            )
        return found
    own = (one for one in _standing(operations(werkboom)) if one.mail.casefold() == mail.casefold())
    last = next((one for one in own if _changes(werkboom, one)), None)
    if last is None:
        raise UsageError("U hebt hier nog niets gewijzigd dat ongedaan te maken is.", "Kijk: nazorg geschiedenis")
    return last


def _standing(operaties: Iterable[Vastgelegde]) -> Iterator[Vastgelegde]:
    """Those of ``operaties`` (the newest first) that still count: not undone, or undone and done again."""
    undone: set[str] = set()
    for one in operaties:
        if one.commit in undone:
            continue
        if one.ongedaan:
            undone.add(one.ongedaan)
        else:
            yield one


def _changes(werkboom: Werkboom, operatie: Vastgelegde) -> list[tuple[str, str, str]]:
    """Path from the werkmap, and the ids of the content before and after, of its files that ``operatie`` changed."""
    own = werkboom.prefix
    changes = changed_in(werkboom, operatie.commit)
    return [(path.removeprefix(own), old, new) for path, old, new in changes if path.startswith(own)]


def _way_back(schrijver: Schrijver, werkboom: Werkboom, pad: str, old: str, new: str) -> Terugweg:
    lezer = Objectlezer(werkboom.top)
    before, after = (lezer.read(one, geheel=True) if one.strip("0") else None for one in (old, new))
    here = schrijver.read(pad)
    change = Bestandswijziging(pad, digest_of(here), _line_ends(before, here, after))
    texts = [read_document(Bestand(pad, one or b"")) for one in (after, before)]
    untouched = not schrijver.is_unsaved(pad) and schrijver.committed(pad) == after
    return Terugweg(change, changed(*texts), not untouched)


def _line_ends(before: bytes | None, here: bytes | None, after: bytes | None) -> bytes | None:
    """What stood there before, with the line ends that the work tree has."""
    if before is None or here is None or here == after or b"\r\n" not in here:
        return before
    return before.replace(b"\n", b"\r\n")


def _refuse(werkboom: Werkboom, mail: str, operatie: Vastgelegde, ways: tuple[Terugweg, ...]) -> None:
    """Raises ``NietOngedaanError`` with the first reason not to undo ``operatie``."""
    what = f"'{operatie.onderwerp}'"
    on_top = [id_of(way.pad) for way in ways if way.bovenop]
    if operatie.mail.casefold() != mail.casefold():
        reason = f"{what} is van {operatie.naam}, niet van u."
    elif is_shared(werkboom, operatie.commit):
        reason = f"{what} is al gedeeld; anderen kunnen ermee verder zijn gegaan."
    elif on_top:
        reason = f"Na {what} is er nog iets veranderd in {', '.join(on_top)}."
    else:
        return
    lines = [line for way in ways for line in commands(way.pad, way.wijzigingen, operatie.commit)]
    message = f"{reason} Dat wordt niet ongedaan gemaakt. Zo zet u het zelf recht:"
    raise NietOngedaanError(message, details=tuple(dict.fromkeys(lines)))


def _operation(operatie: Vastgelegde, ways: tuple[Terugweg, ...]) -> Operatie:
    return Operatie(
        tuple(way.wijziging for way in ways),
        subject_of(f"ongedaan {operatie.commit[:10]}", [public_name(way.pad) for way in ways]),
        operatie.dossiers,
        ongedaan=operatie.commit,
    )


def _is_dossier(pad: str) -> bool:
    return pad.startswith(f"{DOSSIERS}/") and is_ours(pad)
