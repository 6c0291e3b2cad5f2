"""What a change does to the deadlines of a dossier: from when to when each goes, what moved it, and what that means."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nazorg.begrippen.keuzes import Anker
from nazorg.begrippen.termen import Term
from nazorg.dossier import Actie
from nazorg.register.opmerking import remark
from nazorg.register.werkblad import Werkblad
from nazorg.termijnen import Deadline, compute_deadline, compute_niet_voor

_AAN_VRIJLATING = frozenset({Anker.ONTSLAG, Anker.BUITEN})


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """An unfinished action whose deadline moved, or that is tied to a release that moved and stays where it was.

    ``door`` is the moment that it counts from now, in words; empty for a plain date, and for one that lapsed.
    ``te_laat``: it is overdue now; ``was_te_laat``: it was before. ``pas_vanaf`` is the day before which nothing can be
    done, where that lies after the deadline: then it cannot be done in time.
    """

    leefgebied: str
    actie: Actie
    van: date | None
    naar: date | None
    door: str
    opmerking: str
    te_laat: bool
    was_te_laat: bool
    pas_vanaf: date | None

    @property
    def blijft(self) -> bool:
        """Whether the day is the same."""
        return self.van == self.naar


def shifts(voor: Werkblad, na: Werkblad) -> Iterator[Verschuiving]:
    """Every unfinished action of ``na`` whose deadline is another than in ``voor``; new actions are none.

    Where the release itself moved, also those that are tied to it and stay.
    """
    before = {actie.id: actie for _, _, actie in voor.dossier.acties() if actie.id}
    released = _releases(voor) != _releases(na)
    for naam, _, actie in na.dossier.acties():
        old = before.get(actie.id or "")
        if old is None or not actie.is_onaf:
            continue
        was, now = deadline_of(old, voor), deadline_of(actie, na)
        van, naar = (one.datum if one else None for one in (was, now))
        tied = isinstance(actie.uiterlijk, Term) and actie.uiterlijk.anker in _AAN_VRIJLATING
        if van != naar or (released and tied):
            yield Verschuiving(
                naam,
                actie,
                van,
                naar,
                now.stappen[0].omschrijving if now and now.stappen and now.geteld_vanaf and naar else "",
                remark(now, None, actie, na.vandaag),
                naar is not None and naar < na.vandaag,
                van is not None and van < voor.vandaag,
                _only_from(actie, naar, na),
            )


def deadline_of(actie: Actie, werkblad: Werkblad) -> Deadline | None:
    """The deadline of ``actie`` on the day of ``werkblad``."""
    return compute_deadline(actie, werkblad.dossier, werkblad.instellingen, werkblad.kalender, werkblad.vandaag)


def _releases(werkblad: Werkblad) -> tuple[object, ...]:
    """What terms that are tied to the release count from."""
    detentie = werkblad.dossier.detentie
    return (detentie.ontslag, detentie.fasering, detentie.zitting) if detentie else ()


def _only_from(actie: Actie, naar: date | None, werkblad: Werkblad) -> date | None:
    if naar is None or actie.niet_voor is None:
        return None
    start = compute_niet_voor(actie, werkblad.dossier, werkblad.instellingen, werkblad.kalender)
    return start.datum if start is not None and start.datum is not None and start.datum > naar else None
