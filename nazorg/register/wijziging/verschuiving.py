"""What a change does to the deadlines of a dossier: each that moved, from when to when, and what that means."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nazorg.begrippen.termen import Term
from nazorg.dossier import Actie
from nazorg.register.opmerking import remark
from nazorg.register.werkblad import Werkblad
from nazorg.termijnen import Deadline, compute_deadline, compute_niet_voor


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """An unfinished action whose deadline moved.

    ``door`` is the moment that it counts from now, in words; empty for a plain date, and for one that lapsed.
    ``te_laat``: it is overdue now and was not. ``onmogelijk``: the day before which nothing can be done lies after the
    deadline, or the deadline lies before the day on which the action was agreed.
    """

    leefgebied: str
    actie: Actie
    van: date | None
    naar: date | None
    door: str
    opmerking: str
    te_laat: bool
    onmogelijk: bool


def shifts(voor: Werkblad, na: Werkblad) -> Iterator[Verschuiving]:
    """Every unfinished action of ``na`` whose deadline is another than in ``voor``; new actions are none."""
    before = {actie.id: actie for _, _, actie in voor.dossier.acties() if actie.id}
    for naam, _, actie in na.dossier.acties():
        old = before.get(actie.id or "")
        if old is None or not actie.is_onaf:
            continue
        was, now = deadline_of(old, voor), deadline_of(actie, na)
        van, naar = (one.datum if one else None for one in (was, now))
        if van != naar:
            yield Verschuiving(
                naam,
                actie,
                van,
                naar,
                now.stappen[0].omschrijving if now and now.stappen and now.geteld_vanaf and naar else "",
                remark(now, None, actie, na.vandaag),
                naar is not None and naar < na.vandaag and not (van is not None and van < na.vandaag),
                _is_impossible(actie, naar, na),
            )


def deadline_of(actie: Actie, werkblad: Werkblad) -> Deadline | None:
    """The deadline of ``actie`` on the day of ``werkblad``."""
    return compute_deadline(actie, werkblad.dossier, werkblad.instellingen, werkblad.kalender, werkblad.vandaag)


def _is_impossible(actie: Actie, naar: date | None, werkblad: Werkblad) -> bool:
    if naar is None:
        return False
    if actie.niet_voor is not None:
        start = compute_niet_voor(actie, werkblad.dossier, werkblad.instellingen, werkblad.kalender)
        if start is not None and start.datum is not None and start.datum > naar:
            return True
    return actie.afgesproken is not None and naar < actie.afgesproken and isinstance(actie.uiterlijk, Term)
