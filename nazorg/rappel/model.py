"""What is told to whom, as frozen values. A field is a variable of a template, under the same name.

Nothing here names a person. ``wat`` is the only text of a dossier, and is filled where the one who is told may know it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nazorg.register import Onleesbaar


class Rappelsoort(StrEnum):
    """Why something is told: it is overdue, it is due soon, or its day moved since it was told."""

    TE_LAAT = "te_laat"
    BINNENKORT = "binnenkort"
    VERSCHOVEN = "verschoven"


class Rol(StrEnum):
    """As what someone is told: who should do it, the manager of that one, or who directs the case."""

    EIGENAAR = "eigenaar"
    MANAGER = "manager"
    REGISSEUR = "regisseur"


@dataclass(frozen=True, slots=True)
class Rappelpunt:
    """One action that someone is told of.

    ``verwijzing`` is that one's own reference for the case, else the number of the dossier. ``keer``: the how manyth
    rappel this is; 0 is an announcement. ``eerder`` is the day that was told last, where it is another one now.
    ``eigenaar_naam`` is filled for a regisseur who is told of what is another's. ``onthouden``: it has an id, so that
    it can be remembered.
    """

    soort: Rappelsoort
    verwijzing: str
    actie: str | None
    wat: str | None
    uiterlijk: date
    dagen_te_laat: int
    keer: int
    eerder: date | None
    vervroegd: bool
    wacht_op_betrokkene: bool
    eigenaar_naam: str | None
    onthouden: bool
    dossier: str
    pad: str


@dataclass(frozen=True, slots=True)
class Rappel:
    """All that one is told. ``voor`` is the key of the owner whose actions they are, ``voor_naam`` its name.

    ``naam`` and ``mail`` are those of who gets it; ``mail`` is ``None`` where the settings know no address.
    """

    rol: Rol
    voor: str
    voor_naam: str
    naam: str
    mail: str | None
    regio: str
    peildatum: date
    hoogste: int
    punten: tuple[Rappelpunt, ...]


@dataclass(frozen=True, slots=True)
class Rappellijst:
    """Every rappel of ``peildatum``. ``al_verteld`` counts what was told so shortly ago that it is left at that."""

    peildatum: date
    tot: date
    rappels: tuple[Rappel, ...]
    al_verteld: int
    onleesbaar: tuple[Onleesbaar, ...]
