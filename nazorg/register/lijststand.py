"""``Dossierstand``: what a list of dossiers tells of one."""

from datetime import date
from typing import NamedTuple


class Open(NamedTuple):
    """An unfinished action of a running dossier; ``uiterlijk`` is ``None`` where it has no day on the peildatum."""

    leefgebied: str
    eigenaar: str | None
    uiterlijk: date | None


class Dossierstand(NamedTuple):
    """How a dossier stands, as lists tell it.

    ``ontslag``: the day of release as far as known. ``buiten``: the first day on which who is inside may be outside,
    and what day that is in words. ``is_binnen``: in detention. ``niet_op_orde``: the basisvoorwaarden that are not.
    """

    pad: str
    dossier: str
    status: str
    kader: str
    gemeente: str
    regisseur: str
    inrichting: str | None
    loopt: bool
    is_binnen: bool
    ontslag: date | None
    buiten: tuple[date, str] | None
    niet_op_orde: tuple[str, ...]
    acties: tuple[Open, ...]
