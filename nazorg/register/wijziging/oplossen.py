"""Write what a person decided about a dossier's conflicts, and finish the merge when nothing is left."""

from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from nazorg.diagnostics import Diagnostic
from nazorg.errors import UsageError
from nazorg.gitrepo.regelgewijs import merge_lines
from nazorg.gitrepo.samenkomst import Samenkomst, Soort
from nazorg.gitrepo.wissels import staged
from nazorg.gitrepo.zijden import makers
from nazorg.register.inzicht import Register
from nazorg.register.poort import fouten_of
from nazorg.register.samenvoegen import merge_file
from nazorg.register.wijziging.dossier import change, read_readable, root_of, schrijver_of
from nazorg.register.wijziging.gewijzigd import Gewijzigd
from nazorg.register.wijziging.uitwerking import by_plan
from nazorg.register.wijziging.voornemen import Plan
from nazorg.transactie import Bestandswijziging, Operatie, Vastgelegd, digest_of
from nazorg.transactie.afronden import afronding, read_under_way

_CONFLICT = frozenset({"NZ206"})


@dataclass(frozen=True)
class Afgerond:
    """How it stands with what git has under way.

    ``commit`` is the merge, where it could be finished. ``open`` are the paths that are still undecided, ``fouten``
    what keeps a merge from being finished in which nothing is undecided any more.
    """

    samenkomst: Samenkomst | None
    commit: str | None = None
    open: tuple[str, ...] = ()
    fouten: tuple[Diagnostic, ...] = ()


def under_way(register: Register) -> Samenkomst | None:
    """What git is bringing together around the werkmap; ``None`` where that is nothing. Raises ``NazorgError``."""
    found = read_under_way(root_of(register))
    return found if found and found.is_bezig else None


def resolve(
    register: Register, pad: str, plan: Plan, reden: str, random: Random, *, is_klaar: bool, droog: bool = False
) -> Gewijzigd:
    """Do what ``plan`` decides about the dossier at ``pad``; with ``is_klaar`` no conflict is left in it.

    Under way in git, the file is written and git told that it is decided; else it becomes a commit, once nothing is
    left. Raises as ``change`` does.
    """
    if droog:
        return by_plan(register, read_readable(register, pad), plan, reden, random, _CONFLICT)
    if under_way(register) is None:
        return _by_itself(register, pad, plan, reden, random, is_klaar=is_klaar)
    with afronding(root_of(register)) as afronder:
        made = by_plan(register, read_readable(register, pad), plan, reden, random, _CONFLICT)
        if not made.is_niets:
            afronder.write(made.operation("los-op").bestanden[0])
        if is_klaar:
            afronder.stage(pad)
        return replace(made, vastgelegd=Vastgelegd(None))


def merge_anew(register: Register, pad: str) -> None:
    """Merge the dossier at ``pad`` by field after all, where git merged its lines; what stands there now is replaced.

    Raises ``UsageError`` where git does not have both sides, and ``NazorgError``.
    """
    with afronding(root_of(register)) as afronder:
        sides = afronder.sides(pad)
        path = afronder.prefix + pad
        found = sides and merge_file(path, *sides, merge_lines, lambda: makers(afronder.top, path, *sides[1:]))
        if not found:
            raise UsageError(
                f"{pad} is niet opnieuw samen te voegen: er zijn geen twee kanten, of een is niet te lezen.",
                "Maak het met de hand af in uw editor.",
            )
        afronder.write(Bestandswijziging(pad, digest_of(register.bron.read(pad).data), found.data))


def merge_if_untouched(register: Register, pad: str) -> None:
    """Merge the dossier at ``pad`` by field where git left this side alone there, without a sign of the other.

    That is what attributes of a repository can have git do (``-merge``, ``binary``). Whoever takes such a file for
    decided, loses what the other wrote. Raises as ``merge_anew`` does.
    """
    with afronding(root_of(register)) as afronder:
        sides = afronder.sides(pad)
    data = register.bron.read(pad).data
    if sides and data is not None and _lines(data) == _lines(sides[1]) != _lines(sides[2]):
        merge_anew(register, pad)


def _lines(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def _by_itself(register: Register, pad: str, plan: Plan, reden: str, random: Random, *, is_klaar: bool) -> Gewijzigd:
    """A conflict that was committed with the rest: what is decided of it is an ordinary change."""
    if is_klaar:
        return change(register, pad, plan, reden, random, "los-op", voorbij=_CONFLICT)
    with schrijver_of(register) as schrijver:
        made = by_plan(register, read_readable(register, pad), plan, reden, random, _CONFLICT)
        operatie = Operatie(made.operation("los-op").bestanden, "", vastleggen=False)
        return replace(made, vastgelegd=schrijver.write(operatie), hersteld=schrijver.hersteld)


def finish(register: Register) -> Afgerond:
    """Finish the merge that is under way, where nothing is undecided and no ``fout`` would come of it.

    What git continues by itself (a rebase, a cherry-pick) is left to the person. Raises ``NazorgError``.
    """
    if under_way(register) is None:
        return Afgerond(None)
    with afronding(root_of(register)) as afronder:
        found = afronder.samenkomst
        if found.open:
            return Afgerond(found, open=tuple(found.open))
        fouten = tuple(fouten_of(staged(Path(afronder.top)), register.peildatum))
        if fouten or found.soort is not Soort.MERGE:
            return Afgerond(found, fouten=fouten)
        return Afgerond(found, commit=afronder.complete(register.naam_met))
