"""The agenda of a consultation: which dossiers in which order, and of each what the table needs."""

from nazorg.agenda.model import (
    Actiepunt,
    Agenda,
    Agendadossier,
    Dag,
    Deelnemer,
    Leefgebiedpunt,
    Moment,
    Ontbrekend,
    Tafelpartner,
    ToeTeDelen,
)
from nazorg.agenda.opbouw import make_agenda
from nazorg.agenda.voorstel import propose_overleg

__all__ = [
    "Actiepunt",
    "Agenda",
    "Agendadossier",
    "Dag",
    "Deelnemer",
    "Leefgebiedpunt",
    "Moment",
    "Ontbrekend",
    "Tafelpartner",
    "ToeTeDelen",
    "make_agenda",
    "propose_overleg",
]
