"""Which rules there are: those of the law, and those that the region agreed on; and which version of one holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from nazorg.begrippen.datums import datum_in_woorden
from nazorg.begrippen.keuzes import JaNee
from nazorg.instellingen import Instellingen, Termijnregel
from nazorg.termijnen.regel import Regel
from nazorg.termijnen.wettelijk import STATUTORY, statutory_versions

GEEN_AWT_AFSPRAAK = "een afspraak is geen termijn van de wet"


class Onbepaald(NamedTuple):
    """Why something cannot be computed, in words that continue a sentence, and what to do about it."""

    reden: str
    remedie: str


def known_rules(instellingen: Instellingen) -> tuple[str, ...]:
    """The names of all rules: the law's, then the region's own."""
    return (*STATUTORY, *(naam for naam in instellingen.termijnen if naam not in STATUTORY))


def versions_of(naam: str, instellingen: Instellingen) -> tuple[Regel, ...]:
    """Every version of the rule ``naam``; empty when there is no such rule. The law's wins from the region's."""
    return statutory_versions(naam) or tuple(_agreed(naam, instellingen))


def find_rule(naam: str, start: date, instellingen: Instellingen) -> Regel | Onbepaald:
    """The version of the rule ``naam`` by which a term that begins on ``start`` is judged, or why there is none."""
    versions = versions_of(naam, instellingen)
    if not versions:
        return Onbepaald(
            f"de termijn '{naam}' staat niet in nazorg.yaml",
            "Schrijf hier een termijnregel die bestaat (zie 'termijnen' in nazorg.yaml), of een datum.",
        )
    regel = next((one for one in versions if one.holds_on(start)), None)
    if regel is None:
        return Onbepaald(
            f"de termijn '{naam}' gold niet op {datum_in_woorden(start)}",
            "Schrijf hier een datum, of zet in nazorg.yaml wat toen gold.",
        )
    return regel


def _agreed(naam: str, instellingen: Instellingen) -> Iterator[Regel]:
    own = instellingen.termijnen.get(naam)
    if own is None:
        return
    if not own.versies:
        yield _agreement(naam, own)
    for versie in own.versies:
        yield replace(
            _agreement(naam, own),
            termijn=versie.termijn,
            geldig_van=versie.geldig_van,
            geldig_tot=versie.geldig_tot,
            bron=versie.bron or own.bron or "nazorg.yaml",
        )


def _agreement(naam: str, own: Termijnregel) -> Regel:
    return Regel(
        id=naam,
        naam=own.naam or naam,
        termijn=own.termijn,
        bron=own.bron or "nazorg.yaml",
        bindt=own.bindt,
        soort=own.soort,
        richting=own.richting,
        opschortbaar=own.opschortbaar is JaNee.JA,
        per_gemeente=own.per_gemeente is JaNee.JA,
        hooguit=own.hooguit,
        geen_awt=GEEN_AWT_AFSPRAAK,
    )
