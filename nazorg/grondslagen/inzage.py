"""``Inzage``: what a partner may know of a dossier on a day, on which ground, and why not more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nazorg.begrippen.datums import datum_in_woorden
from nazorg.begrippen.keuzes import Gegevenssoort, Grondslag
from nazorg.dossier import Dossier
from nazorg.grondslagen.convenant import convenanten_for, holds_on, narrowed
from nazorg.grondslagen.grond import Grond
from nazorg.grondslagen.gronden import VOLGORDE, grond_on
from nazorg.grondslagen.toestemming import valid_toestemmingen, why_none
from nazorg.instellingen import Instellingen, Partner


@dataclass(frozen=True, slots=True)
class Recht:
    """One ground that holds, with what it gives here. ``afspraak``: its contents were not verified in the law."""

    grondslag: Grondslag
    leefgebieden: frozenset[str]
    soorten: frozenset[Gegevenssoort]
    afspraak: bool

    def gives(self, soort: Gegevenssoort, leefgebied: str | None) -> bool:
        """Whether it gives data of ``soort``, of ``leefgebied`` where they are of one."""
        return soort in self.soorten and (leefgebied is None or leefgebied in self.leefgebieden)


@dataclass(frozen=True, slots=True)
class Afwijzing:
    """A ground that a partner could have and that gives nothing here, and why: a half sentence in Dutch."""

    grondslag: Grondslag
    reden: str


@dataclass(frozen=True, slots=True)
class Inzage:
    """What ``partner`` may know of one dossier. Without ``rechten``: not even that the dossier is there."""

    partner: str
    rechten: tuple[Recht, ...]
    afgewezen: tuple[Afwijzing, ...]

    def __bool__(self) -> bool:
        return bool(self.rechten)

    def may(self, soort: Gegevenssoort, leefgebied: str | None = None) -> bool:
        """Whether the partner may know data of ``soort``, of ``leefgebied`` where they are of one."""
        return self.ground_for(soort, leefgebied) is not None

    def ground_for(self, soort: Gegevenssoort, leefgebied: str | None = None) -> Grondslag | None:
        """The ground on which it may: the weightiest one. ``None``: it may not."""
        return next((one.grondslag for one in self.rechten if one.gives(soort, leefgebied)), None)

    @property
    def leefgebieden(self) -> frozenset[str]:
        """Every leefgebied of which it may know something."""
        return frozenset[str]().union(*(one.leefgebieden for one in self.rechten))

    @property
    def reden(self) -> str:
        """Why the partner may know nothing, or not more: half sentences, each with its ground."""
        return "; ".join(f"{one.grondslag}: {one.reden}" for one in self.afgewezen)


def inzage_of(dossier: Dossier, partner: str, instellingen: Instellingen, day: date) -> Inzage:
    """What ``partner`` may know of ``dossier`` on ``day``.

    The grounds of the partner in the settings are the ceiling; which of them hold is decided here, by the law's list,
    by what was consented to, and by the region's convenanten. A partner that the settings do not know may know nothing.
    """
    known = instellingen.partners.get(partner)
    found = list(_judge(dossier, partner, known, instellingen, day)) if known else []
    return Inzage(
        partner,
        tuple(one for one in found if isinstance(one, Recht)),
        tuple(one for one in found if isinstance(one, Afwijzing)),
    )


def _judge(
    dossier: Dossier, partner: str, known: Partner, instellingen: Instellingen, day: date
) -> Iterator[Recht | Afwijzing]:
    for grondslag in VOLGORDE:
        if grondslag in known.grondslagen:
            yield _one(grondslag, dossier, partner, known, instellingen, day)


def _one(
    grondslag: Grondslag, dossier: Dossier, partner: str, known: Partner, instellingen: Instellingen, day: date
) -> Recht | Afwijzing:
    grond = grond_on(grondslag, day)
    if grond is None:
        return Afwijzing(grondslag, f"deze grondslag gold niet op {datum_in_woorden(day)}")
    if not grond.is_for(known.soort):
        return Afwijzing(grondslag, f"deze grondslag is er niet voor deze soort partner ({known.soort.kort})")
    domains = _domains(grond, dossier, partner, day)
    if domains is None:
        return Afwijzing(grondslag, why_none(dossier.toestemmingen, partner, day))
    agreed = convenanten_for(instellingen, grondslag, partner)
    valid = [one for _, one in agreed if holds_on(one, day)]
    if agreed and not valid:
        return Afwijzing(grondslag, f"het convenant '{agreed[-1][0]}' geldt niet op {datum_in_woorden(day)}")
    domains, kinds = narrowed(domains, grond.soorten, valid)
    # Without a leefgebied only what is of none is left, such as the day of release.
    kinds = kinds if domains else kinds & ZONDER_LEEFGEBIED
    if not kinds:
        return Afwijzing(grondslag, "het convenant laat er niets van over")
    return Recht(grondslag, domains, kinds, grond.is_afspraak)


ZONDER_LEEFGEBIED = frozenset({Gegevenssoort.DETENTIE, Gegevenssoort.TOEZICHT})
"""The kinds of data that are of the dossier as a whole."""


def _domains(grond: Grond, dossier: Dossier, partner: str, day: date) -> frozenset[str] | None:
    """The leefgebieden that the ground gives; ``None`` when it takes a toestemming and there is none."""
    if grond.grondslag is not Grondslag.TOESTEMMING:
        return grond.leefgebieden
    valid = valid_toestemmingen(dossier.toestemmingen, partner, day)
    return frozenset(naam for one in valid for naam in one.leefgebieden) if valid else None
