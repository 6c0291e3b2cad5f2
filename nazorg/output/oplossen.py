"""The conflicts of a dossier: each field with both sides and who made them so, and what is left to do in git."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.datums import datum_in_woorden
from nazorg.begrippen.indeling import DOSSIERS, id_of, is_ours
from nazorg.begrippen.keuzes import Kant
from nazorg.gitrepo.samenkomst import Samenkomst, Soort
from nazorg.output.gebeurtenissen import field_name, value_in_words
from nazorg.output.tekst import count
from nazorg.output.wijziging import say
from nazorg.register.conflicten import Geschil, Kantlijn
from nazorg.register.wijziging.oplossen import Afgerond

MIJN, HUN = "mijn", "hun"
_BREED = 6

_VERDER = {
    Soort.REBASE: "Alles is gekozen. Ga verder met: git rebase --continue",
    Soort.CHERRY_PICK: "Alles is gekozen. Ga verder met: git cherry-pick --continue",
    Soort.REVERT: "Alles is gekozen. Ga verder met: git revert --continue",
    Soort.LOS: (
        "Alles is gekozen. Bewaar het met: nazorg bewaar. Kwam het uit git stash, dan staat daar nog een kopie: "
        "git stash drop haalt die weg."
    ),
}


def print_conflict(out: TextIO, geschil: Geschil, nummer: int, totaal: int, *, mijn_is_daar: bool) -> None:
    """One conflict with its two sides."""
    wat = f" ({geschil.wat})" if geschil.wat else ""
    say(out, [f"{nummer} van {totaal}. {_title(geschil)}{wat}"])
    if not geschil.conflict.verwijderd:
        say(out, [f"   {'eerst':<{_BREED}}{_shown(geschil.conflict.basis)}"])
    for name, kant in (
        (MIJN, Kant.DAAR if mijn_is_daar else Kant.HIER),
        (HUN, Kant.HIER if mijn_is_daar else Kant.DAAR),
    ):
        say(
            out,
            [
                f"   {name:<{_BREED}}{value_of(geschil, kant)}",
                *_who(geschil.hier if kant is Kant.HIER else geschil.daar),
            ],
        )


def value_of(geschil: Geschil, kant: Kant) -> str:
    """What a side made of it, in words."""
    conflict = geschil.conflict
    if conflict.verwijderd:
        return "haalde dit weg" if conflict.verwijderd is kant else f"wijzigde dit{_contents(geschil.nu)}"
    return _shown(conflict.hier if kant is Kant.HIER else conflict.daar)


def print_state(out: TextIO, afgerond: Afgerond, before: Samenkomst | None, prefix: str) -> None:
    """How it stands in git now that everything that was asked is decided."""
    say(out, _state(afgerond, before, prefix))


def _state(afgerond: Afgerond, before: Samenkomst | None, prefix: str) -> Iterator[str]:
    if afgerond.commit:
        yield f"De samenvoeging is af, en vastgelegd als {afgerond.commit[:10]}."
    elif afgerond.open:
        yield "Nog niet af:"
        for path in afgerond.open:
            own = path.removeprefix(prefix)
            if path.startswith(prefix) and own.startswith(f"{DOSSIERS}/") and is_ours(own):
                yield f"- {own}: nazorg los-op {id_of(own)}"
            else:
                yield f"- {path}: maak het zelf af in uw editor, en daarna: git add {path}"
    elif afgerond.fouten:
        yield "Alles is gekozen, maar samen klopt het nog niet. Herstel dit, en daarna: git add, en nazorg los-op"
        for found in afgerond.fouten:
            yield f"- {found.path}:{found.span.line}:{found.span.column} {found.code}: {found.message}"
    elif (under_way := afgerond.samenkomst or before) is not None:
        yield _VERDER[under_way.soort]


def left_in_words(geschillen: Iterable[Geschil]) -> str:
    """Which fields nobody has decided yet."""
    names = [f"{one.conflict.id} ({_title(one)})" for one in geschillen]
    return f"{count(len(names), 'veld', 'velden')} nog te kiezen: {', '.join(names)}."


def _title(geschil: Geschil) -> str:
    name = field_name(geschil.weg) if geschil.weg else geschil.conflict.veld
    return name[:1].upper() + name[1:]


def _shown(value: str | None) -> str:
    return value_in_words(value) if value else "(leeg)"


def _who(kant: Kantlijn) -> Iterator[str]:
    pad = " " * (3 + _BREED)
    if kant.door:
        yield f"{pad}{kant.door}{f', {datum_in_woorden(kant.op)}' if kant.op else ''}{':' if kant.reden else ''}"
    if kant.reden:
        yield f"{pad}{kant.reden}"


def _contents(boom: Boom) -> str:
    if not isinstance(boom, dict):
        return ""
    shown = [
        f"{name} {value_in_words(value)}"
        for name, value in boom.items()
        if isinstance(value, str) and value and name != "id"
    ]
    return f": {', '.join(shown)}" if shown else ""
