"""The actions of a generated dossier: drawn from the texts, with terms, statuses and dates that agree."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from random import Random
from typing import Any

from levensloop import LAATSTE_FEIT, PEILDATUM, Levensloop, days, draw

from nazorg.begrippen.ids import new_id
from nazorg.begrippen.termen import Term, read_uiterlijk

LATE = 0.185
"""How much of what should be finished by now is not: gives about a tenth of all actions overdue."""

AANTALLEN = {5: 19, 6: 21, 7: 18, 8: 14, 9: 10, 10: 7, 11: 4, 12: 3, 13: 2, 14: 1, 15: 1}
"""How often a dossier has so many actions, in hundredths."""

_ONAF = {"open": 45, "bezig": 30, "wacht": 25}


@dataclass(slots=True)
class Actie:
    """One action: its keys in the order of the file, and what other lines need to know of it."""

    id: str
    velden: dict[str, str] = field(default_factory=dict)
    na: str = ""
    opschorting: tuple[str, date, date | None, str] | None = None
    needs_afgesproken: bool = False

    @property
    def status(self) -> str:
        """``open`` where nothing is written."""
        return self.velden.get("status", "open")


class Ids:
    """Hands out ids that are new within one dossier."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._taken: set[str] = set()

    def new(self) -> str:
        """An id of four characters that this dossier does not have yet."""
        found = new_id(self._random, self._taken)
        self._taken.add(found)
        return found


@dataclass(frozen=True, slots=True)
class Rollen:
    """Who plays which part in this dossier."""

    regisseur: str
    pi: str

    def key(self, role: str) -> str:
        """The key of an owner: ``pi`` and ``regisseur`` become those of this dossier."""
        return {"pi": self.pi, "regisseur": self.regisseur}.get(role, role)


@dataclass(frozen=True, slots=True)
class Acties:
    """Draws the actions of one dossier."""

    random: Random
    loop: Levensloop
    texts: dict[str, Any]
    ids: Ids
    who: Rollen

    def draw(self) -> dict[str, list[Actie]]:
        """Five to fifteen actions per leefgebied, in the order of ``texts["leefgebieden"]``."""
        random = self.random
        count = draw(random, AANTALLEN)
        own = random.random() < 0.2
        pool = [
            (name, actie)
            for name, leefgebied in self.texts["leefgebieden"].items()
            if own or name not in ("scholing", "verslaving")
            for actie in leefgebied["acties"]
        ]
        drawn: dict[str, list[Actie]] = {}
        for place in sorted(random.sample(range(len(pool)), count)):
            name, text = pool[place]
            before = drawn.setdefault(name, [])
            before.append(self._actie(text, before))
        # Who has much to write down is brief: a dossier with many actions is not that much longer.
        for actie in (actie for acties in drawn.values() for actie in acties):
            if random.random() > 4 / count:
                actie.velden.pop("resultaat", None)
            if random.random() > 4 / count and not actie.needs_afgesproken:
                del actie.velden["afgesproken"]
        return drawn

    def _actie(self, text: dict[str, Any], before: list[Actie]) -> Actie:
        random, loop = self.random, self.loop
        actie = Actie(self.ids.new(), {"wat": text["wat"]})
        velden = actie.velden
        uiterlijk, deadline, afgesproken = self._term(text["term"])
        after_release = text["term"].startswith("ontslag +")
        status = self._status(deadline, after_release and loop.feitelijk is None)
        unassigned = status in _ONAF and random.random() < 0.06
        velden["eigenaar"] = "" if unassigned else self.who.key(random.choice(text["wie"]))
        velden["uiterlijk"] = uiterlijk
        velden["afgesproken"] = str(afgesproken)
        actie.needs_afgesproken = deadline is not None and deadline <= afgesproken + days(3)
        if status != "open" or random.random() < 0.5:
            velden["status"] = status
        if status == "wacht":
            velden["wacht_op"] = random.choice(self.texts["wacht_op"])
        if text.get("snel"):
            velden["snel_succes"] = "ja"
        if status in _ONAF:
            self._add_rarities(actie, deadline, afgesproken, before)
        elif status == "gedaan":
            latest = min(loop.laatste_dag, (deadline or LAATSTE_FEIT) + days(6))
            velden["gedaan_op"] = str(_between(random, afgesproken, latest))
            velden["resultaat"] = text["resultaat"]
        return actie

    def _status(self, deadline: date | None, too_early: bool) -> str:
        """A status that fits the deadline; ``too_early`` is what cannot be done before the release."""
        random = self.random
        chance = random.random()
        if self.loop.status in ("afgesloten", "geen_nazorg"):
            return "gedaan" if chance < 0.85 and not too_early else random.choice(("vervallen", "niet_mogelijk"))
        if chance < 0.05:
            return random.choice(("vervallen", "vervallen", "niet_mogelijk"))
        past = deadline is not None and deadline < PEILDATUM
        if too_early or random.random() < (LATE if past else 0.8):
            return draw(random, _ONAF)
        return "gedaan"

    def _term(self, usual: str) -> tuple[str, date | None, date]:
        """What stands under ``uiterlijk``, about which day that is, and the day on which it was agreed."""
        random, loop = self.random, self.loop
        last = loop.laatste_dag
        start = loop.beoordeling or loop.aanmelding
        agreed = min(last, start + days(random.choice((0, 0, 1, 3, 7, 14, 30, 45))))
        if random.random() < 0.03:
            return "", None, agreed
        if " " not in usual:
            return f"{usual} vanaf {agreed}", agreed + days(28), agreed
        term = _read(usual)
        anchor = loop.anker(term.anker, term.terug)
        after_release = term.anker == "ontslag" and not term.terug
        if not after_release and (random.random() < 0.35 or (anchor is None and random.random() < 0.8)):
            deadline = agreed + days(random.randint(7, 75))
            return str(deadline), deadline, agreed
        if anchor is None:
            return usual, None, agreed
        deadline = _count(anchor, term)
        if term.terug or after_release:
            agreed = min(agreed, anchor)
        elif anchor <= last:
            agreed = min(max(anchor, loop.aanmelding), last)
        if term.terug:
            deadline = max(deadline, min(anchor, agreed + days(3)))
        return usual, deadline, agreed

    def _add_rarities(self, actie: Actie, deadline: date | None, agreed: date, before: list[Actie]) -> None:
        """Now and then: what comes first, a first day, a repetition, a suspension."""
        random = self.random
        if before and random.random() < 0.25:
            actie.na = before[-1].id
        chance = random.random()
        if chance < 0.04 and deadline is not None and deadline > agreed + days(14):
            actie.velden["niet_voor"] = str(agreed + days(7))
        elif chance < 0.08:
            actie.velden["herhaal"] = random.choice(("4w", "3m", "6m"))
        elif chance < 0.16 and actie.velden["uiterlijk"][:1].isdigit() and agreed < LAATSTE_FEIT - days(3):
            van = _between(random, agreed, min(LAATSTE_FEIT - days(3), agreed + days(6)))
            hervat = van + days(random.randint(3, 15))
            known = hervat if hervat <= LAATSTE_FEIT else None
            actie.opschorting = (self.ids.new(), van, known, random.choice(self.texts["opschorting"]))


def _between(random: Random, first: date, last: date) -> date:
    return first + days(random.randint(0, max(0, (last - first).days)))


@cache
def _read(text: str) -> Term:
    term = read_uiterlijk(text)
    assert isinstance(term, Term), text
    return term


def _count(anchor: date, term: Term) -> date:
    """About the day that ``term`` names: working days are counted without holidays."""
    number = -term.duur.aantal if term.terug else term.duur.aantal
    unit = str(term.duur.eenheid)
    if unit == "m":
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + number, 12)
        return date(year, month + 1, min(anchor.day, monthrange(year, month + 1)[1]))
    if unit == "wd":
        return anchor + days(number * 7 // 5)
    return anchor + days(number * (7 if unit == "w" else 1))
