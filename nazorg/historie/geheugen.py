"""Events that were worked out before, kept as text: what a commit made of a file never changes."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, NamedTuple, Protocol, TypeVar

from nazorg.historie.gebeurtenis import Gebeurtenis, Herkomst, Samenvoeging, number_of
from nazorg.historie.wijziging import Soort, Wijziging
from nazorg.verschil import Onderdeel

Iets = TypeVar("Iets")
_SAMEN = 200
"""So many commits are kept at once: each time costs as much as working out one of them."""


class Geheugen(Protocol):
    """Keeps texts from one question to the next; it may forget any of them, and never gives another."""

    def verhaal(self, pad: str) -> str | None:
        """The history of the file at ``pad`` in the werkmap, as it was kept last."""
        ...

    def keep_verhaal(self, pad: str, tekst: str) -> None:
        """Keep what ``verhaal`` gives."""
        ...

    def voorval(self, commit: str) -> str | None:
        """What ``commit`` did in the whole werkmap."""
        ...

    def keep_voorvallen(self, voorvallen: Mapping[str, str]) -> None:
        """Keep what ``voorval`` gives, by commit."""
        ...


class Deel(NamedTuple):
    """What one commit made of the file that was then at ``pad`` in the werkmap."""

    pad: str
    commit: str
    gebeurtenissen: Sequence[Gebeurtenis]


class Verteld(NamedTuple):
    """The history of a file up to the commit ``tot``, newest first."""

    tot: str = ""
    delen: Sequence[Deel] = ()


def recall_verhaal(geheugen: Geheugen, pad: str) -> Verteld:
    """The history of the file at ``pad`` as it was told before; empty where it was not, or cannot be understood."""

    def read(plain: Any) -> Verteld:
        tot, delen = plain
        return Verteld(str(tot), tuple(Deel(where, commit, _from_plain(found)) for where, commit, found in delen))

    return _read(geheugen.verhaal(pad), read) or Verteld()


def remember_verhaal(geheugen: Geheugen, pad: str, verhaal: Verteld) -> None:
    """Keep the history of the file at ``pad``."""
    delen = [(one.pad, one.commit, _as_plain(one.gebeurtenissen)) for one in verhaal.delen]
    geheugen.keep_verhaal(pad, json.dumps((verhaal.tot, delen)))


class Voorvallen:
    """What commits did in the whole werkmap: out of ``geheugen``, or worked out and kept there by the hundred."""

    def __init__(self, geheugen: Geheugen) -> None:
        self._geheugen = geheugen
        self._fresh: dict[str, str] = {}

    def get(self, commit: str, work_out: Callable[[], Iterable[Gebeurtenis]]) -> Sequence[Gebeurtenis]:
        """What ``commit`` did."""
        found = _read(self._geheugen.voorval(commit), _from_plain)
        if found is None:
            found = tuple(work_out())
            self._fresh[commit] = json.dumps(_as_plain(found))
            if len(self._fresh) == _SAMEN:
                self.keep()
        return found

    def keep(self) -> None:
        """What was worked out so far stays, whatever comes next."""
        if self._fresh:
            self._geheugen.keep_voorvallen(self._fresh)
            self._fresh = {}


def _read(tekst: str | None, read: Callable[[Any], Iets]) -> Iets | None:
    if tekst is not None:
        with suppress(ValueError, TypeError, LookupError, AttributeError):  # harmed: git knows as well
            return read(json.loads(tekst))
    return None


def _as_plain(gebeurtenissen: Sequence[Gebeurtenis]) -> list[Any]:
    """Events of one commit; a step to an item of a list stands in a list of its own."""
    if not gebeurtenissen:
        return []
    plain = []
    for wijziging, _, _, pad, samenvoeging, eerder in gebeurtenissen:
        soort, weg, *rest = wijziging
        steps = [[step.id] if isinstance(step, Onderdeel) else step for step in weg]
        plain.append((pad, samenvoeging, eerder and _herkomst_as_plain(eerder), soort, steps, *rest))
    return [_herkomst_as_plain(gebeurtenissen[0].herkomst), plain]


def _from_plain(plain: Any) -> Sequence[Gebeurtenis]:
    if not plain:
        return ()
    herkomst, events = _herkomst_from_plain(plain[0]), []
    for pad, samenvoeging, eerder, soort, steps, *rest in plain[1]:
        weg = tuple(step if isinstance(step, str) else Onderdeel(*step) for step in steps)
        wijziging = Wijziging(Soort(soort), weg, *rest)
        earlier = _herkomst_from_plain(eerder) if eerder else None
        events.append(Gebeurtenis(wijziging, herkomst, number_of(pad), pad, Samenvoeging(samenvoeging), earlier))
    return events


def _herkomst_as_plain(herkomst: Herkomst) -> tuple[str, ...]:
    return (herkomst.op.isoformat(), *herkomst[1:])


def _herkomst_from_plain(plain: Any) -> Herkomst:
    op, *rest = plain
    return Herkomst(datetime.fromisoformat(op), *rest)
