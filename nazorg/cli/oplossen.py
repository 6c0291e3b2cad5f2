"""The command with which two people's differences are decided: los-op."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import SystemRandom
from typing import TYPE_CHECKING, Annotated

from nazorg.cli.globaal import Globaal
from nazorg.cli.signatuur import Argument, Option
from nazorg.cli.waarden import read_choice
from nazorg.cli.wijziging import GOED, Droog, Reden, need, telling
from nazorg.errors import UsageError

if TYPE_CHECKING:
    from nazorg.gitrepo.samenkomst import Samenkomst
    from nazorg.register.conflicten import Geschil
    from nazorg.wijzigen import Keus

NIET_AF = 1
MIJN, HUN = "mijn", "hun"
BLIJFT, WEG = "blijft", "weg"
LEEG = "leeg"


@dataclass
class _Antwoorden:
    """What was given on the command line: for single fields, and for all the others."""

    kies: dict[str, str] = field(default_factory=dict)
    waarde: dict[str, str] = field(default_factory=dict)
    rest: str = ""

    def unused(self, geschillen: "Sequence[Geschil]") -> list[str]:
        """Fields that were named and about which there is no conflict."""
        known = {name for one in geschillen for name in _names(one)}
        return [name for name in (*self.kies, *self.waarde) if name not in known]


def los_op(
    globaal: Globaal,
    dossier: Annotated[
        str, Argument(metavar="[DOSSIER]", help="Nummer van het dossier; anders alles wat open staat.")
    ] = "",
    kies: Annotated[
        list[str] | None,
        Option("--kies", metavar="VELD=KANT", help="Welke kant: mijn of hun; bij VELD mag het id."),
    ] = None,
    waarde: Annotated[
        list[str] | None, Option("--waarde", metavar="VELD=WAARDE", help="Iets anders dan beide kanten.")
    ] = None,
    alles: Annotated[str, Option("--alles", metavar="mijn|hun", help="Al het andere van deze kant.")] = "",
    opnieuw: Annotated[
        bool, Option("--opnieuw", help="Voeg per veld samen waar git zijn tekens (<<<<<<<) in het dossier zette.")
    ] = False,
    reden: Reden = "",
    droog: Droog = False,
) -> int:
    """Kiezen wat er moet staan waar u en een collega hetzelfde veld verschillend invulden.

    Per veld: mijn, hun, of een andere waarde. Vraagt het op een terminal. Is er niets meer te kiezen, dan wordt de
    samenvoeging afgemaakt.
    """
    from nazorg.output.oplossen import print_state
    from nazorg.register.wijziging.oplossen import finish, under_way

    given = _Antwoorden(_pairs("--kies", kies), _pairs("--waarde", waarde), alles)
    for name, side in given.kies.items():
        given.kies[name] = read_choice("--kies", side, (MIJN, HUN))
    if alles:
        read_choice("--alles", alles, (MIJN, HUN))
    before = under_way(globaal.register)
    paths = _paths(globaal, dossier, before)
    left: list[Geschil] = []
    if opnieuw:
        _again(globaal, paths)
    elif before is not None and not droog:
        _merge_untouched(globaal, before, paths)
    for path in paths:
        left += _decide(globaal, path, before, given, reden, droog=droog)
    if left:
        _say_left(left)
        return NIET_AF
    if not paths and before is None:
        print("Er is niets op te lossen.")
        return GOED
    if droog:
        return GOED
    done = finish(globaal.fresh_register())
    print_state(sys.stdout, done, before, _prefix(globaal))
    return NIET_AF if done.open or done.fouten else GOED


def _paths(globaal: Globaal, dossier: str, before: "Samenkomst | None") -> list[str]:
    """The dossiers to decide about: the one that was named, else all that git or a conflict leaves open."""
    from nazorg.register.conflicten import conflict_paths, open_in

    register = globaal.register
    if dossier:
        return [register.find_dossier(dossier)]
    return list(dict.fromkeys([*open_in(before, _prefix(globaal)), *conflict_paths(register)]))


def _again(globaal: Globaal, paths: Sequence[str]) -> None:
    """Merge by field what cannot be read for git's markers."""
    from nazorg.register.wijziging.oplossen import merge_anew

    for path in paths:
        data = globaal.register.bron.read(path).data
        if data is not None and globaal.register.document(path).root is None:
            merge_anew(globaal.register, path)


def _merge_untouched(globaal: Globaal, before: "Samenkomst", paths: Sequence[str]) -> None:
    """Merge by field what git left as it was here, where the other side is not to be seen."""
    from nazorg.register.wijziging.oplossen import merge_if_untouched

    for path in paths:
        if _prefix(globaal) + path in before.open:
            merge_if_untouched(globaal.register, path)


def _decide(
    globaal: Globaal, path: str, before: "Samenkomst | None", given: _Antwoorden, reden: str, *, droog: bool
) -> "list[Geschil]":
    """Decide about one dossier, as far as that is known or can be asked; gives what nobody decided."""
    from nazorg.output.wijziging import print_change
    from nazorg.register.conflicten import conflicts_of
    from nazorg.register.wijziging.dossier import read_readable
    from nazorg.register.wijziging.oplossen import resolve
    from nazorg.wijzigen import settle

    register = globaal.register
    _refuse_markers(globaal, path, before)
    geschillen = conflicts_of(register, read_readable(register, path), before)
    if unused := given.unused(geschillen):
        known = ", ".join(str(one.conflict.id) for one in geschillen) or "geen"
        raise UsageError(f"Over '{unused[0]}' is niets te kiezen.", f"Wel over: {known}.")
    chosen, left = _choose(geschillen, given, mijn_is_daar=before is not None and before.mijn_is_daar)
    if geschillen and not chosen:
        return left
    plan, random = settle(chosen), SystemRandom()
    made = resolve(register, path, plan, reden, random, is_klaar=not left, droog=droog)
    told = replace(made, wijzigingen=tuple(one for one in made.wijzigingen if one.weg[:1] != ("conflicten",)))
    if chosen:
        with telling(made.vastgelegd, f"nazorg toon {made.nummer}"):
            print_change(sys.stdout, told, stil=globaal.stil)
    return left


def _refuse_markers(globaal: Globaal, path: str, before: "Samenkomst | None") -> None:
    """Raises ``UsageError`` for a dossier in which git left its markers: it can be merged by field after all."""
    from nazorg.begrippen.indeling import id_of

    if before is not None and _prefix(globaal) + path in before.open and globaal.register.document(path).root is None:
        raise UsageError(
            f"{path} is niet te lezen; staan er tekens van git in (<<<<<<<)?",
            f"Voeg het per veld samen, dan vervalt wat er nu staat: nazorg los-op {id_of(path)} --opnieuw. "
            "Of maak het met de hand af in uw editor.",
        )


def _choose(
    geschillen: "Sequence[Geschil]", given: _Antwoorden, *, mijn_is_daar: bool
) -> "tuple[list[Keus], list[Geschil]]":
    """What becomes of each conflict, and those about which nothing was said and nobody is there to ask."""
    from nazorg.output.oplossen import print_conflict
    from nazorg.output.vragen import can_ask

    chosen: list[Keus] = []
    left: list[Geschil] = []
    last: tuple[object, str] = ((), "")
    for number, one in enumerate(geschillen, 1):
        answer = _given(one, given)
        if answer is None:
            print_conflict(sys.stdout, one, number, len(geschillen), mijn_is_daar=mijn_is_daar)
        if answer is None and can_ask():
            own = one.weg[:4]
            answer = _asked(one, last[1] if last[0] == own else "", mijn_is_daar=mijn_is_daar)
            last = (own, answer if answer in (MIJN, HUN) else "")
            print()
        if answer is None:
            left.append(one)
        else:
            chosen.append(_keus(one, answer, mijn_is_daar=mijn_is_daar))
    return chosen, left


def _given(geschil: "Geschil", given: _Antwoorden) -> str | None:
    """What the command line says of it: a side, or ``=`` and a value."""
    for name in _names(geschil):
        if name in given.kies:
            return given.kies[name]
        if name in given.waarde:
            return f"={given.waarde[name]}"
    return given.rest or None


def _asked(geschil: "Geschil", standaard: str, *, mijn_is_daar: bool) -> str:
    """What a person at the terminal says of it, in the form of ``_given``."""
    if geschil.conflict.verwijderd:
        answer = need("", "keus", "Blijft het staan, of gaat het weg?", (BLIJFT, WEG))
        gone_here = (geschil.conflict.verwijderd == "daar") == mijn_is_daar
        return MIJN if (answer == WEG) == gone_here else HUN
    answer = need("", "keus", "Wat wordt het: mijn, hun, leeg, of iets anders?", standaard=standaard)
    if answer in (MIJN, HUN):
        return answer
    return "=" if answer == LEEG else f"={answer}"


def _keus(geschil: "Geschil", answer: str, *, mijn_is_daar: bool) -> "Keus":
    from nazorg.wijzigen import Keus

    conflict = geschil.conflict
    own = conflict.id or ""
    if answer.startswith("="):
        if conflict.verwijderd:
            raise UsageError(f"{conflict.veld}: dit blijft, of gaat weg.", f"Geef --kies {own}=mijn of {own}=hun.")
        return Keus(own, answer[1:])
    is_daar = (answer == MIJN) == mijn_is_daar
    if conflict.verwijderd:
        return Keus(own, weg=(conflict.verwijderd == "daar") == is_daar)
    return Keus(own, (conflict.daar if is_daar else conflict.hier) or "")


def _names(geschil: "Geschil") -> tuple[str, ...]:
    """What a conflict may be called: its id, or its field, whole or from the action on."""
    veld = geschil.conflict.veld
    steps = veld.split(".")
    short = ".".join(steps[3:]) if steps[0] == "leefgebieden" and len(steps) > 3 and steps[2] == "acties" else veld
    return tuple(name for name in (geschil.conflict.id, veld, short) if name)


def _pairs(option: str, given: Sequence[str] | None) -> dict[str, str]:
    found = {}
    for one in given or ():
        name, sign, value = one.partition("=")
        if not sign or not name.strip():
            raise UsageError(f"{option}: hier hoort VELD=… te staan.", f"Bijvoorbeeld: {option} w4hn.uiterlijk=mijn")
        found[name.strip()] = value.strip()
    return found


def _prefix(globaal: Globaal) -> str:
    """Where the werkmap lies in its repository; empty outside git."""
    from nazorg.gitrepo.werkboom import open_werkboom
    from nazorg.werkmap import find_git

    root = globaal.werkmap.root
    return open_werkboom(root).prefix if find_git(root) is not None else ""


def _say_left(left: "Sequence[Geschil]") -> None:
    from nazorg.output.oplossen import left_in_words
    from nazorg.output.wijziging import say

    say(
        sys.stdout, [left_in_words(left), "Kies op een terminal, of geef --kies VELD=mijn, --waarde VELD=… of --alles."]
    )
