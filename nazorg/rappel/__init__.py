"""Chase what is overdue: what each owner is told, for the how manyth time, and what changed since the last."""

from nazorg.rappel.model import Rappel, Rappellijst, Rappelpunt, Rappelsoort, Rol
from nazorg.rappel.opbouw import DERDE, list_reminders

__all__ = ["DERDE", "Rappel", "Rappellijst", "Rappelpunt", "Rappelsoort", "Rol", "list_reminders"]
