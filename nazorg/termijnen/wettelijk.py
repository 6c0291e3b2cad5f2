"""The rules of the law: one file each in ``regels/``, read when a term names the rule."""

from datetime import date
from functools import cache
from pathlib import Path

from nazorg.begrippen.boom import Boom
from nazorg.begrippen.keuzes import Gebonden, JaNee, Nagegaan, Telrichting, Termijnsoort
from nazorg.begrippen.termen import Duur, read_duur
from nazorg.termijnen.regel import Regel
from nazorg.yamltext import read_versions

STATUTORY = (
    "pbw-18a",
    "pbw-18c",
    "pbw-18e",
    "pw-41-4",
    "pw-52",
    "wgs-4-1",
    "wgs-4-2",
    "wgs-4a-3",
    "wgsv-1-8",
    "wjsg-51c-4",
)
"""The names of the files; written out, so that to ask for a rule that is not there opens no folder."""

_REGELS = Path(__file__).with_name("regels")


@cache
def statutory_versions(naam: str) -> tuple[Regel, ...]:
    """Every version of the rule of the law ``naam``; empty when there is none."""
    if naam not in STATUTORY:
        return ()
    return tuple(map(_regel, read_versions(_REGELS / f"{naam}.yaml")))


def _regel(velden: dict[str, Boom]) -> Regel:
    """A version: what stands above all versions, and its own on top. A field of no rule raises ``TypeError``."""
    text = {name: value for name, value in velden.items() if isinstance(value, str)}
    awt = JaNee(text.pop("awt")) is JaNee.JA
    assert awt != bool(text.get("geen_awt"))  # without the Awt there is a reason
    return Regel(
        bindt=Gebonden(bound) if (bound := text.pop("bindt")) else None,
        soort=Termijnsoort(text.pop("soort")),
        richting=Telrichting(text.pop("richting")),
        opschortbaar=JaNee(text.pop("opschortbaar")) is JaNee.JA,
        per_gemeente=JaNee(text.pop("per_gemeente")) is JaNee.JA,
        nagegaan=Nagegaan(text.pop("nagegaan")),
        geldig_van=_day(text.pop("geldig_van")),
        geldig_tot=_day(text.pop("geldig_tot")),
        termijn=_duur(text.pop("termijn", "")),
        hooguit=_duur(text.pop("hooguit", "")),
        **text,  # the rest is text
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _duur(text: str) -> Duur | None:
    return read_duur(text) if text else None
