"""An action on every day there is: how it stands, and on which days that changes by itself."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from nazorg.dossier import Actie, Dossier
from nazorg.index import Actiestand
from nazorg.reading import Gelezen
from nazorg.register.actieregel import Actieregel
from nazorg.register.acties import action_row
from nazorg.register.inzicht import Register
from nazorg.termijnen import compute_niet_voor

_VOORBIJ = date.max.toordinal() + 1


def dossier_standen(register: Register, gelezen: Gelezen[Dossier], dossier: Dossier) -> Iterator[Actiestand]:
    """Of every unfinished action of a running dossier, in the order of the file, how it stands from when until when.

    Together the stretches of one action hold every day once.
    """
    if not dossier.loopt:
        return
    for leefgebied, place, actie in dossier.acties():
        if actie.is_onaf:
            turns = [day.toordinal() for day in _turning_days(register, dossier, actie)]
            for start, end in pairwise([*turns, _VOORBIJ]):
                day = date.fromordinal(start)
                row = action_row(register, gelezen, dossier, leefgebied, place, actie, day)
                yield _stand(row, start, end)


def _turning_days(register: Register, dossier: Dossier, actie: Actie) -> list[date]:
    """The first day there is, and each on which the clock stops, a term lapses, or the action can be done.

    Nothing else in a deadline asks what day it is.
    """
    days = {date.min}
    days |= {one.van for one in actie.opschorting if one.hervat is None}
    ontslag = dossier.detentie.ontslag if dossier.detentie else None
    if actie.uiterlijk is not None and not isinstance(actie.uiterlijk, date) and ontslag and ontslag.feitelijk:
        days.add(ontslag.feitelijk)
    niet_voor = compute_niet_voor(actie, dossier, register.instellingen, register.kalender)
    if niet_voor is not None and niet_voor.datum is not None:
        days.add(niet_voor.datum)
    return sorted(days)


def _stand(row: Actieregel, vanaf: int, tot: int) -> Actiestand:
    return Actiestand(
        vanaf=vanaf,
        tot=tot,
        soort="" if row.uiterlijk else str(row.soort),
        leefgebied=row.leefgebied,
        actie=row.actie,
        wat=row.wat,
        eigenaar=row.eigenaar,
        status=str(row.status),
        wacht_op=row.wacht_op,
        uiterlijk=_ordinal(row.uiterlijk),
        geteld_vanaf=_ordinal(row.geteld_vanaf),
        regel=row.regel,
        plaats=row.plaats,
        snel_succes=row.snel_succes,
        opmerking=row.opmerking,
        niet_voor=_ordinal(row.niet_voor),
    )


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day is not None else None
