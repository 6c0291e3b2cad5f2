"""The legal bases there are: one file each in ``gronden/``, read when someone asks for it."""

from datetime import date
from functools import cache
from pathlib import Path

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.keuzes import Gegevenssoort, Grondslag, Nagegaan, Partnersoort
from nazorg.grondslagen.grond import Grond
from nazorg.yamltext import read_versions

VOLGORDE = (
    Grondslag.PM_20D,
    Grondslag.PBW_18B,
    Grondslag.WGS_8A,
    Grondslag.WGSV_ZVH,
    Grondslag.WJSG_51C,
    Grondslag.TOESTEMMING,
)
"""Which one is named when more than one would do: the law before consent, and what was verified first."""

_GRONDEN = Path(__file__).with_name("gronden")


@cache
def versions_of(grondslag: Grondslag) -> tuple[Grond, ...]:
    """Every version of ``grondslag``."""
    return tuple(map(_grond, read_versions(_GRONDEN / f"{grondslag}.yaml")))


def grond_on(grondslag: Grondslag, day: date) -> Grond | None:
    """The version of ``grondslag`` that holds on ``day``; ``None`` when it did not exist then."""
    return next((one for one in versions_of(grondslag) if one.holds_on(day)), None)


def _grond(velden: dict[str, Boom]) -> Grond:
    """A version: what stands above all versions, and its own on top. A field of no ground raises ``TypeError``."""
    text = {name: value for name, value in velden.items() if isinstance(value, str)}
    return Grond(
        grondslag=Grondslag(text.pop("grondslag")),
        kring=frozenset(Partnersoort(one) for one in _list(velden["kring"])),
        leefgebieden=frozenset(_list(velden["leefgebieden"])),
        soorten=frozenset(Gegevenssoort(one) for one in _list(velden["soorten"])),
        nagegaan=Nagegaan(text.pop("nagegaan")),
        geldig_van=_day(text.pop("geldig_van")),
        geldig_tot=_day(text.pop("geldig_tot")),
        **text,  # the rest is text
    )


def _list(value: Boom) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
