"""The agenda of a consultation: which dossiers in which order, and of each what the table needs."""

from typing import TYPE_CHECKING

from nazorg.begrippen.deur import lazy_door

if TYPE_CHECKING:
    from nazorg.agenda.besproken import Besproken, look_at_minutes
    from nazorg.agenda.model import (
        Actiepunt,
        Agenda,
        Agendadossier,
        Besluitactie,
        Besluitpunt,
        Dag,
        Deelnemer,
        Leefgebiedpunt,
        Moment,
        Ontbrekend,
        Tafelpartner,
        ToeTeDelen,
        Veranderd,
        Verandering,
        Vergeleken,
        Vorig,
    )
    from nazorg.agenda.notulen import Notulen, Notulenpunt, make_notulen
    from nazorg.agenda.opbouw import make_agenda
    from nazorg.agenda.terugblik import Terugblik, look_back
    from nazorg.agenda.voorstel import Reden, Voorstel, points_for, propose_overleg

__getattr__ = lazy_door(
    __name__,
    {
        "besproken": ("Besproken", "look_at_minutes"),
        "model": (
            "Actiepunt",
            "Agenda",
            "Agendadossier",
            "Besluitactie",
            "Besluitpunt",
            "Dag",
            "Deelnemer",
            "Leefgebiedpunt",
            "Moment",
            "Ontbrekend",
            "Tafelpartner",
            "ToeTeDelen",
            "Veranderd",
            "Verandering",
            "Vergeleken",
            "Vorig",
        ),
        "notulen": ("Notulen", "Notulenpunt", "make_notulen"),
        "opbouw": ("make_agenda",),
        "terugblik": ("Terugblik", "look_back"),
        "voorstel": ("Reden", "Voorstel", "points_for", "propose_overleg"),
    },
)

__all__ = [
    "Actiepunt",
    "Agenda",
    "Agendadossier",
    "Besluitactie",
    "Besluitpunt",
    "Besproken",
    "Dag",
    "Deelnemer",
    "Leefgebiedpunt",
    "Moment",
    "Notulen",
    "Notulenpunt",
    "Ontbrekend",
    "Reden",
    "Tafelpartner",
    "Terugblik",
    "ToeTeDelen",
    "Veranderd",
    "Verandering",
    "Vergeleken",
    "Voorstel",
    "Vorig",
    "look_at_minutes",
    "look_back",
    "make_agenda",
    "make_notulen",
    "points_for",
    "propose_overleg",
]
