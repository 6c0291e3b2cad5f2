"""What a rule is: a pure function over values, with its codes and the scope of what it looks at."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from nazorg.diagnostics import Finding
from nazorg.dossier import Dossier
from nazorg.instellingen import Instellingen
from nazorg.overleg import Overleg
from nazorg.termijnen import Werkkalender
from nazorg.traject import Traject
from nazorg.yamltext import Document


class Scope(StrEnum):
    """What an answer depends on. Only one of scope ``DOSSIER`` depends on the bytes of the file alone."""

    DOSSIER = "dossier"
    PAD = "pad"
    REGIO = "regio"
    PEILDATUM = "peildatum"
    WERKMAP = "werkmap"


@dataclass(frozen=True)
class Zaak:
    """One readable dossier as rules see it, with the region's settings (``None`` where there are none)."""

    document: Document
    dossier: Dossier
    instellingen: Instellingen | None


@dataclass(frozen=True)
class Dag:
    """The day on which the question is asked, and the calendar of working days."""

    peildatum: date
    kalender: Werkkalender


@dataclass(frozen=True)
class Overlegzaak:
    """One readable overleg as rules see it."""

    document: Document
    overleg: Overleg
    instellingen: Instellingen | None


@dataclass(frozen=True)
class Trajectzaak:
    """One readable traject of the region's own as rules see it."""

    document: Document
    traject: Traject
    instellingen: Instellingen | None


@dataclass(frozen=True)
class Samenhang:
    """What rules of scope ``WERKMAP`` see: the readable dossiers, overleggen and trajecten that are checked, by path.

    Values alone: the texts of a whole werkmap do not stay in memory. ``bekend`` gives, for the id (file
    name without ending) of every dossier there is, checked or not and readable or not, its paths.
    ``peildatum`` is the day on which the question is asked.
    """

    dossiers: Mapping[str, Dossier]
    overleggen: Mapping[str, Overleg]
    bekend: Mapping[str, Sequence[str]]
    trajecten: Mapping[str, Traject] = field(default_factory=dict)
    instellingen: Instellingen | None = None
    peildatum: date | None = None


TekstCheck = Callable[[Document, type], Iterator[Finding]]
DossierCheck = Callable[[Zaak], Iterator[Finding]]
PeildatumCheck = Callable[[Zaak, Dag], Iterator[Finding]]
OverlegCheck = Callable[[Overlegzaak], Iterator[Finding]]
TrajectCheck = Callable[[Trajectzaak], Iterator[Finding]]
InstellingenCheck = Callable[[Instellingen], Iterator[Finding]]
WerkmapCheck = Callable[[Samenhang], Iterable[tuple[str, Finding]]]
"""Gives the path of the file beside each finding."""

Check = TypeVar("Check")


@dataclass(frozen=True)
class Regel(Generic[Check]):
    """A rule: the codes that it can give, the function that looks, and the scope of what its answer depends on."""

    codes: tuple[str, ...]
    check: Check
    scope: Scope = Scope.DOSSIER
