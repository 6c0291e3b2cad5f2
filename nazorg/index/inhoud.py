"""What the index holds: of each file what a list needs, by itself and on any day."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol

from nazorg.begrippen.bron import Bestand
from nazorg.diagnostics import Diagnostic


class Actiestand(NamedTuple):
    """How an unfinished action stands on the days from ``vanaf`` up to, not including, ``tot``.

    Days are ordinals (``date.toordinal``). Within that stretch nothing but the distance to ``uiterlijk`` and
    ``niet_voor`` depends on the day that is asked about. ``soort`` is empty where there is an ``uiterlijk``: then the
    day tells.
    """

    vanaf: int
    tot: int
    soort: str
    leefgebied: str
    actie: str | None
    wat: str
    eigenaar: str | None
    status: str
    wacht_op: str | None
    uiterlijk: int | None
    geteld_vanaf: int | None
    regel: int
    plaats: int
    snel_succes: bool
    opmerking: str
    niet_voor: int | None


class Keuring(NamedTuple):
    """What the rules about one dossier say of a file: on any day, and on the days from ``vanaf`` up to ``tot``.

    ``dossier`` is the number that stands in it, and ``betrokkene`` the person of a running dossier: by those, files
    have to do with each other.
    """

    vast: tuple[Diagnostic, ...]
    vanaf: int
    tot: int
    dag: tuple[Diagnostic, ...]
    dossier: str = ""
    betrokkene: str = ""


class Inhoud(NamedTuple):
    """What was found in one file: a dossier with its ``acties``, or ``bevindingen`` when it cannot stand in a list.

    ``ontslag`` is the day of release as a list has it, ``buiten`` the first day on which who ``is_binnen`` may be
    outside; ``niet_op_orde`` names basisvoorwaarden, with commas. ``keuring`` is ``None`` where nobody asked for it.
    """

    dossier: str = ""
    gemeente: str = ""
    regisseur: str = ""
    inrichting: str | None = None
    status: str = ""
    kader: str = ""
    loopt: bool = False
    is_binnen: bool = False
    ontslag: int | None = None
    buiten: int | None = None
    buiten_in_woorden: str = ""
    niet_op_orde: str = ""
    acties: tuple[Actiestand, ...] = ()
    bevindingen: tuple[Diagnostic, ...] = ()
    keuring: Keuring | None = None


class Regio(NamedTuple):
    """What a list needs of the settings; ``bevindingen`` when they cannot be read, and the rest is the default."""

    gemeenten: tuple[str, ...] = ()
    regisseurs: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    alle_leefgebieden: tuple[str, ...] = ()
    mail: tuple[tuple[str, str], ...] = ()
    waarneming: tuple[tuple[str, str, int, int], ...] = ()
    """Whose lists, who has them, and from which day (its ordinal) to which."""
    bevindingen: tuple[Diagnostic, ...] = ()

    def waargenomen(self, regisseur: str, dag: int) -> tuple[str, ...]:
        """Whose lists ``regisseur`` has on the day with the ordinal ``dag`` beside their own."""
        return tuple(naam for naam, door, van, tot in self.waarneming if door == regisseur and van <= dag <= tot)

    def regisseur_met(self, adres: str) -> str | None:
        """The regisseur with this e-mail address; ``None`` when there is none."""
        folded = adres.casefold()
        return next((naam for naam, mail in self.mail if mail.casefold() == folded), None)


Progress = Callable[[int, int], None]
"""Told after each file that was read: how many were, of how many that may have to be."""


class Lezer(Protocol):
    """Reads a file for the index; asked only for what the index does not hold."""

    def regio(self, instellingen: Bestand) -> Regio:
        """What the settings come to."""
        ...

    def inhouden(self, instellingen: Bestand, dossiers: Iterable[Bestand], hooguit: int) -> Iterator[Inhoud]:
        """What each dossier comes to in a region with these settings, in their order; there are ``hooguit`` of them.

        They are not all taken at once.
        """
        ...

    def keuringen(self, instellingen: Bestand, dossiers: Iterable[Bestand], hooguit: int) -> Iterator[Keuring]:
        """What the rules say of each, as ``inhouden``."""
        ...

    def keuring_van_regio(self, instellingen: Bestand) -> tuple[Diagnostic, ...]:
        """What the rules say of the settings."""
        ...

    def done(self) -> None:
        """No more is asked for now, and nobody is writing: what was worked out on the way may be kept."""
        ...
