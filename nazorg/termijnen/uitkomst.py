"""``Deadline``: what came of counting a term, and how."""

from dataclasses import dataclass
from datetime import date

from nazorg.begrippen.termen import Duur
from nazorg.dossier import Opschorting
from nazorg.termijnen.regel import Regel
from nazorg.termijnen.regelboek import Onbepaald
from nazorg.termijnen.stap import Stap


@dataclass(frozen=True, slots=True)
class Deadline:
    """When an action must be done, or before which day it cannot be.

    ``datum`` is ``None`` when there is none: because it cannot be computed (``onbepaald`` says why, ``remedie`` what
    to do), because its clock stands still (``opgeschort``), or because it lapsed at the release on ``vervallen``.
    ``geteld_vanaf`` is the day that a term counts from, ``duur`` how long it is; a plain date has neither. ``regel`` is
    the rule that set it, ``None`` where the dossier itself does. ``valt_op`` names the weekend day or holiday on which
    it falls: it stays there, and ``geen_awt`` says why. ``opschortbaar``: whether suspensions count.
    """

    datum: date | None
    geteld_vanaf: date | None = None
    duur: Duur | None = None
    onbepaald: str = ""
    remedie: str = ""
    opgeschort: Opschorting | None = None
    vervallen: date | None = None
    ingekort: bool = False
    opschortbaar: bool = False
    regel: Regel | None = None
    valt_op: str = ""
    geen_awt: str = ""
    stappen: tuple[Stap, ...] = ()

    @property
    def vervalt_bij_vrijlating(self) -> bool:
        """Whether it will lapse at release, and has not yet."""
        return self.vervallen is None and self.regel is not None and self.regel.vervalt_bij_vrijlating


def undetermined(why: Onbepaald, start: date | None = None, regel: Regel | None = None) -> Deadline:
    """A deadline that cannot be computed, and what to do about it."""
    return Deadline(None, start, onbepaald=why.reden, remedie=why.remedie, regel=regel)
