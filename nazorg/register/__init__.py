"""The one door to the dossiers: load them, ask of them, change them."""

from nazorg.register.acties import Actieregel, Soort, action_rows, dossier_rows, line_of
from nazorg.register.controle import Controle, below, check
from nazorg.register.filter import Filter
from nazorg.register.inzicht import Onleesbaar, Register
from nazorg.register.personen import load_personen
from nazorg.register.vul_aan import Aanvulling, fill_in_ids

__all__ = [
    "Aanvulling",
    "Actieregel",
    "Controle",
    "Filter",
    "Onleesbaar",
    "Register",
    "Soort",
    "action_rows",
    "below",
    "check",
    "dossier_rows",
    "fill_in_ids",
    "line_of",
    "load_personen",
]
