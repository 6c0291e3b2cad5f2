"""What happened: to a dossier, an action or a leefgebied, by a colleague, or in the whole werkmap."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from nazorg.gitrepo import Commit
from nazorg.historie import Gebeurtenis, Historie, narrowed


class Vraag(NamedTuple):
    """What a history is asked of.

    ``pad`` is a dossier's file; ``None`` asks after the whole werkmap. ``door`` holds the names and addresses of one
    person, in lower case. ``sinds`` and ``tot`` are days on the clock of who made a change; both are in it.
    ``aantal`` is the most events to give.
    """

    pad: str | None = None
    actie: str | None = None
    leefgebied: str | None = None
    door: frozenset[str] = frozenset()
    sinds: date | None = None
    tot: date | None = None
    aantal: int | None = None


class Verhaal(NamedTuple):
    """The events, newest first.

    ``meer``: there are more than were asked for. ``is_ondiep``: what came first is not in this copy.
    """

    gebeurtenissen: tuple[Gebeurtenis, ...]
    meer: bool
    is_ondiep: bool


def tell_history(historie: Historie, vraag: Vraag) -> Verhaal:
    """The events that ``vraag`` asks for, newest first; git is read no further than that takes."""

    def skip(commit: Commit) -> bool:
        return not _in_time(commit.at.date(), vraag) or not (
            _is_merge(commit) or _is_by(commit.author, commit.mail, vraag)
        )

    some = skip if vraag.sinds or vraag.tot or vraag.door else None
    events = historie.of_werkmap(some) if vraag.pad is None else historie.of_file(vraag.pad, some)
    asked = (one for one in events if _in_time(one.herkomst.op.date(), vraag) and _is_whose(one, vraag))
    chosen = (part for event in asked for part in _narrow(event, vraag))
    if vraag.aantal is None:
        return Verhaal(tuple(chosen), False, historie.repository.is_shallow)
    found = tuple(islice(chosen, vraag.aantal + 1))
    return Verhaal(found[: vraag.aantal], len(found) > vraag.aantal, historie.repository.is_shallow)


def removed_dossiers(historie: Historie) -> list[str]:
    """The paths in the werkmap of dossiers that were taken away."""
    return sorted(historie.removed_dossiers())


def _narrow(event: Gebeurtenis, vraag: Vraag) -> Iterator[Gebeurtenis]:
    for part in narrowed(event.wijziging, vraag.leefgebied, vraag.actie):
        yield event if part is event.wijziging else event._replace(wijziging=part)


def _in_time(day: date, vraag: Vraag) -> bool:
    return (vraag.sinds is None or day >= vraag.sinds) and (vraag.tot is None or day <= vraag.tot)


def _is_whose(event: Gebeurtenis, vraag: Vraag) -> bool:
    """Whether it is the person's own, or the person's own change that was overridden."""
    makers = [event.herkomst, *([event.eerder] if event.eerder else [])]
    return any(_is_by(one.door, one.mail, vraag) for one in makers)


def _is_by(name: str, mail: str, vraag: Vraag) -> bool:
    return not vraag.door or name.casefold() in vraag.door or mail.casefold() in vraag.door


def _is_merge(commit: Commit) -> bool:
    return len(commit.parents) > 1 or len(commit.against) > 1
