"""What can still be done before someone leaves, where there is little time."""

from datetime import date, timedelta

from nazorg.dossier import Dossier
from nazorg.instellingen import Instellingen
from nazorg.termijnen import Werkkalender, compute_deadline, compute_niet_voor
from nazorg.uitstroom.blokkades import Plek, Volgorde

KORT = timedelta(weeks=4)
"""A stay of at most this long, or so little time left, is short: this group drops out most. A local agreement."""


def is_short_stay(dossier: Dossier, eerste_dag: date, peildatum: date) -> bool:
    """Whether someone who may leave on ``eerste_dag`` stays at most four weeks, in all or from ``peildatum`` on."""
    ingesloten = dossier.detentie.ingesloten if dossier.detentie else None
    return eerste_dag - peildatum <= KORT or (ingesloten is not None and eerste_dag - ingesloten <= KORT)


def can_begin(
    plek: Plek,
    dossier: Dossier,
    volgorde: Volgorde,
    instellingen: Instellingen,
    kalender: Werkkalender,
    peildatum: date,
) -> bool:
    """Whether the unfinished action at ``plek`` can be done on ``peildatum``.

    Nothing has to come first, its ``niet_voor`` has come, and its clock does not stand still. A ``niet_voor`` that
    cannot be computed has not come.
    """
    naam, place = plek
    actie = dossier.leefgebieden[naam].acties[place]
    if volgorde.wacht_op[plek] or volgorde.kan_niet[plek]:
        return False
    deadline = compute_deadline(actie, dossier, instellingen, kalender, peildatum)
    if deadline is not None and deadline.opgeschort is not None:
        return False
    if actie.niet_voor is None:
        return True
    first = compute_niet_voor(actie, dossier, instellingen, kalender)
    return first is not None and first.datum is not None and first.datum <= peildatum
