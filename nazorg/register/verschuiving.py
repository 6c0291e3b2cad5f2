"""What a change does to the deadlines of a dossier: each that moved, from when to when, and what that means."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nazorg.begrippen.termen import Term
from nazorg.dossier import Actie
from nazorg.register.werkblad import Werkblad
from nazorg.termijnen import Deadline, compute_deadline


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """An unfinished action whose deadline moved.

    ``door`` is the moment in the dossier that it counts from now, in words; empty for a plain date. ``te_laat``: it is
    overdue now and was not. ``onmogelijk``: the day before which nothing can be done lies after the deadline, or the
    deadline lies before the day on which the action was agreed.
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
                now.stappen[0].omschrijving if now and now.stappen and now.geteld_vanaf else "",
                _remark(now),
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
        start = deadline_of(_as_deadline(actie), werkblad)
        if start is not None and start.datum is not None and start.datum > naar:
            return True
    return actie.afgesproken is not None and naar < actie.afgesproken and isinstance(actie.uiterlijk, Term)


def _as_deadline(actie: Actie) -> Actie:
    """The day before which nothing can be done, counted as if it were the deadline."""
    return Actie(wat=actie.wat, uiterlijk=actie.niet_voor)


def _remark(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    if deadline.opgeschort:
        return "opgeschort"
    if deadline.onbepaald:
        return deadline.onbepaald
    parts = ["ingekort"] if deadline.ingekort else []
    return ", ".join([*parts, f"valt op {deadline.valt_op}"] if deadline.valt_op else parts)
