"""A region by chance, with a canary in every field of its dossiers, and who of its partners may hear which.

What a ground gives is said here once more and by hand, apart from the program's own files and rules: an oracle.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from tests.agenda_kanarie import DAG, KOMEND, LEEFGEBIEDEN, NUMMERS, PARTNERS, heard, past_of

DE_ZES = frozenset(LEEFGEBIEDEN) - {"verslaving"}
JUSTITIE = frozenset({"pi", "gemeente", "reclassering"})
OVER_EEN_LEEFGEBIED = frozenset({"stand", "situatie", "acties", "besluiten", "veranderingen"})
GRONDEN = {
    "pm-20d": (JUSTITIE, DE_ZES, OVER_EEN_LEEFGEBIED | {"detentie", "toezicht"}),
    "pbw-18b": (JUSTITIE, DE_ZES, {"detentie", "stand", "acties"}),
    "wjsg-51c": (JUSTITIE, frozenset(), {"detentie"}),
    "wgs-8a": ({"schuldhulp", "gemeente"}, {"schulden"}, OVER_EEN_LEEFGEBIED),
    "wgsv-zvh": ({"zvh", "politie", "veilig_thuis"}, DE_ZES - {"zorg"}, {"stand", "acties"}),
    "toestemming": (None, frozenset(LEEFGEBIEDEN), OVER_EEN_LEEFGEBIED),
}
"""For whom each ground is, of which leefgebieden, and which kinds of data."""

SOORTEN = sorted({*JUSTITIE, "schuldhulp", "zvh", "politie", "veilig_thuis", "woningcorporatie", "zorgaanbieder"})
IS_VAN = {"situatie": "situatie", "acties": "acties", "wacht": "acties", "besluiten": "besluiten"}
"""What kind of data a canary is; what is not here nobody hears, but what changed."""


@dataclass(frozen=True)
class Toestemming:
    """A consent of one dossier, as it is written down."""

    nth: int
    partner: str
    leefgebieden: tuple[str, ...]
    richting: str
    gegeven: date | None
    tot: date | None
    ingetrokken: date | None

    @property
    def geldt(self) -> bool:
        """Whether it holds on the day that is asked about."""
        begun = self.gegeven is not None and self.gegeven <= DAG
        over = (self.tot is not None and self.tot < DAG) or (self.ingetrokken is not None and self.ingetrokken <= DAG)
        return begun and not over and self.richting in ("aan", "beide")

    def __str__(self) -> str:
        dates = {"gegeven": self.gegeven, "tot": self.tot, "ingetrokken": self.ingetrokken}
        rest = "".join(f", {name}: {day}" for name, day in dates.items() if day)
        way = f", richting: {self.richting}" if self.richting else ""
        return f"  - {{partner: {self.partner}, leefgebieden: [{', '.join(self.leefgebieden)}]{way}{rest}}}\n"


@dataclass(frozen=True)
class Convenant:
    """What the region agreed to share less of."""

    grondslag: str
    partners: tuple[str, ...]
    leefgebieden: tuple[str, ...]
    soorten: tuple[str, ...]
    tot: date | None

    def __str__(self) -> str:
        lists = {"partners": self.partners, "leefgebieden": self.leefgebieden, "soorten": self.soorten}
        rest = "".join(f", {name}: [{', '.join(one)}]" for name, one in lists.items() if one)
        return f"{{grondslag: {self.grondslag}{rest}{f', geldig_tot: {self.tot}' if self.tot else ''}, bron: x}}"


@dataclass(frozen=True)
class Streek:
    """A region by chance: its partners with their grounds, and what of it is agreed and consented to."""

    soort: str
    partners: dict[str, tuple[str, tuple[str, ...]]]
    toestemmingen: tuple[Toestemming, ...]
    convenanten: tuple[Convenant, ...]
    tafels: tuple[tuple[str, ...], ...]
    """Who is at the table for each dossier; empty: everyone."""

    commits: tuple[tuple[dict[str, str], str], ...]

    @property
    def kanaries(self) -> set[tuple[int, str, str]]:
        """Every canary in what its files say, now or before."""
        return {one for files, _ in self.commits for text in files.values() for one in heard(text)}

    def at_table(self, partner: str, nth: int) -> bool:
        """Whether ``partner`` is there for that dossier."""
        return not self.tafels[nth] or partner in self.tafels[nth]

    def may_hear(self, partner: str, nth: int, naam: str, kanarie: str) -> bool:
        """Whether ``partner`` may hear this canary of dossier ``nth``; of days and status, where ``naam`` is ``-``."""
        if naam == "-":
            return kanarie == "detentie" and self._given(partner, nth, None, "detentie")
        if kanarie == "veranderingen":
            return self._given(partner, nth, naam, "veranderingen")
        return kanarie in IS_VAN and self._given(partner, nth, naam, IS_VAN[kanarie])

    def knows_of(self, partner: str, nth: int) -> bool:
        """Whether any ground gives ``partner`` anything of dossier ``nth``."""
        every = [(naam, soort) for naam in LEEFGEBIEDEN for soort in OVER_EEN_LEEFGEBIED]
        return any(self._given(partner, nth, *one) for one in [*every, (None, "detentie"), (None, "toezicht")])

    def _given(self, partner: str, nth: int, naam: str | None, soort: str) -> bool:
        kind, grounds = self.partners[partner]
        return any(
            (circle is None or kind in circle)
            and soort in self._kinds(ground, partner, kinds)
            and (naam is None or naam in self._domains(ground, partner, nth, set(domains)))
            for ground in grounds
            for circle, domains, kinds in [GRONDEN[ground]]
        )

    def _about(self, ground: str, partner: str) -> list[Convenant]:
        return [
            one for one in self.convenanten if one.grondslag == ground and (not one.partners or partner in one.partners)
        ]

    def _kinds(self, ground: str, partner: str, kinds: frozenset[str] | set[str]) -> set[str]:
        own = self._about(ground, partner)
        left = set(kinds)
        if own and not any(one.tot is None or one.tot >= DAG for one in own):
            return set()
        for one in own:
            if one.soorten and (one.tot is None or one.tot >= DAG):
                left &= set(one.soorten)
        return left

    def _domains(self, ground: str, partner: str, nth: int, left: set[str]) -> set[str]:
        for one in self._about(ground, partner):
            if one.leefgebieden and (one.tot is None or one.tot >= DAG):
                left &= set(one.leefgebieden)
        if ground != "toestemming":
            return left
        valid = [one for one in self.toestemmingen if (one.nth, one.partner) == (nth, partner) and one.geldt]
        return left & {naam for one in valid for naam in one.leefgebieden}


def any_region(random: Random) -> Streek:
    """A region of one or two dossiers with a past."""
    partners = {naam: _partner(random) for naam in PARTNERS}
    several = random.randint(1, len(NUMMERS))
    consents = tuple(_consent(random, nth) for nth in range(several) for _ in range(random.randint(0, 5)))
    agreed = tuple(_agreement(random) for _ in range(random.choice((0, 1, 2, 4))))
    tables = tuple(tuple(random.sample(sorted(PARTNERS), random.choice((0, 0, 4)))) for _ in range(several))
    kind = random.choice(("regieoverleg", "casusoverleg", "ontslagoverleg"))
    region = Streek(kind, partners, consents, agreed, tables, ())
    return Streek(kind, partners, consents, agreed, tables, tuple(_commits(random, region, several)))


def _commits(random: Random, region: Streek, several: int) -> Iterator[tuple[dict[str, str], str]]:
    owners = random.sample([*PARTNERS, "betrokkene", "m.bakker"], random.randint(0, 5))
    ways = ("anders", "weg", "verhuisd")
    cases = [
        ([], [random.choice((None, tuple(random.choice(ways) for _ in LEEFGEBIEDEN))) for _ in range(2)])
        for _ in range(several)
    ]
    for files, moment in past_of(region.soort, owners, cases, random.random() < 0.5):
        yield {path: _own(region, path, text) for path, text in files.items()}, moment


def _own(region: Streek, path: str, text: str) -> str:
    """``text`` of the file at ``path`` as it is in this region."""
    if path == "nazorg.yaml":
        partners = "".join(
            f"  {naam}: {{soort: {kind}, grondslagen: [{', '.join(grounds)}], mail: {naam}@example.org}}\n"
            for naam, (kind, grounds) in region.partners.items()
        )
        agreed = "".join(f"  c{nth}: {one}\n" for nth, one in enumerate(region.convenanten))
        head = text.partition("partners:\n")[0]
        return f"{head}partners:\n{partners}leefgebieden: [verslaving]\n" + (agreed and f"convenanten:\n{agreed}")
    for nth, nummer in enumerate(NUMMERS):
        if path == f"overleggen/{KOMEND}.yaml" and nth < len(region.tafels) and region.tafels[nth]:
            seats = ", ".join(region.tafels[nth])
            text = text.replace(f"{{dossier: {nummer}}}", f"{{dossier: {nummer}, partners: [{seats}]}}")
        if path.endswith(f"{nummer}.yaml"):
            own = "".join(str(one) for one in region.toestemmingen if one.nth == nth)
            text += f"toestemmingen:\n{own}" if own else ""
    return text


def _partner(random: Random) -> tuple[str, tuple[str, ...]]:
    """A kind of partner and its grounds; mostly one of them is for that kind."""
    grounds = tuple(random.sample(sorted(GRONDEN), random.choice((0, 1, 1, 2, 3))))
    fitting = sorted(GRONDEN[grounds[0]][0] or SOORTEN) if grounds and random.random() < 0.7 else SOORTEN
    return random.choice(fitting), grounds


def _consent(random: Random, nth: int) -> Toestemming:
    def day(*, often: bool) -> date | None:
        return (
            random.choice((date(2026, 7, 1), DAG, date(2027, 3, 1)))
            if random.random() < (0.9 if often else 0.2)
            else None
        )

    domains = tuple(random.sample(LEEFGEBIEDEN, random.randint(1, 3)))
    way = random.choice(("aan", "aan", "beide", "van", ""))
    partner = random.choice(sorted(PARTNERS))
    return Toestemming(nth, partner, domains, way, day(often=True), day(often=False), day(often=False))


def _agreement(random: Random) -> Convenant:
    return Convenant(
        random.choice(sorted(GRONDEN)),
        tuple(random.sample(sorted(PARTNERS), random.choice((0, 3)))),
        tuple(random.sample(LEEFGEBIEDEN, random.choice((0, 2)))),
        tuple(random.sample(sorted(OVER_EEN_LEEFGEBIED | {"detentie"}), random.choice((0, 3)))),
        random.choice((None, None, date(2026, 9, 1), date(2027, 9, 1))),
    )
