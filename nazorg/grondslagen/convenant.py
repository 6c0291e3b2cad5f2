"""What a region's convenanten leave of a ground: they take away, and never add."""

from collections.abc import Iterable, Iterator
from datetime import date

from nazorg.begrippen.keuzes import Gegevenssoort, Grondslag
from nazorg.grondslagen.gronden import versions_of
from nazorg.instellingen import Convenant, Instellingen


def convenanten_for(instellingen: Instellingen, grondslag: Grondslag, partner: str) -> list[tuple[str, Convenant]]:
    """The convenanten about what ``partner`` is told on ``grondslag``, on whatever day, with their names."""
    return [
        (naam, one)
        for naam, one in instellingen.convenanten.items()
        if one.grondslag is grondslag and (not one.partners or partner in one.partners)
    ]


def holds_on(convenant: Convenant, day: date) -> bool:
    """Whether ``convenant`` holds on ``day``."""
    return (convenant.geldig_van or date.min) <= day <= (convenant.geldig_tot or date.max)


def narrowed(
    leefgebieden: frozenset[str], soorten: frozenset[Gegevenssoort], convenanten: Iterable[Convenant]
) -> tuple[frozenset[str], frozenset[Gegevenssoort]]:
    """What ``convenanten`` leave of these leefgebieden and kinds of data; a list that is empty takes nothing away."""
    for one in convenanten:
        if one.leefgebieden:
            leefgebieden &= frozenset(one.leefgebieden)
        if one.soorten:
            soorten &= frozenset(one.soorten)
    return leefgebieden, soorten


def beyond_ground(convenant: Convenant) -> Iterator[tuple[str, int]]:
    """The field and place of everything that ``convenant`` names and its ground never gave.

    A toestemming has no leefgebieden of its own: a convenant may name any.
    """
    versions = versions_of(convenant.grondslag)
    domains = frozenset[str]().union(*(one.leefgebieden for one in versions))
    kinds = frozenset[Gegevenssoort]().union(*(one.soorten for one in versions))
    if convenant.grondslag is not Grondslag.TOESTEMMING:
        yield from (("leefgebieden", place) for place, one in enumerate(convenant.leefgebieden) if one not in domains)
    yield from (("soorten", place) for place, one in enumerate(convenant.soorten) if one not in kinds)
