"""The one door to the dossiers: load them, ask of them; ``register.wijziging`` changes them."""

from nazorg.register.acties import Actieregel, Soort, action_rows, dossier_rows, line_of, soort_of
from nazorg.register.controle import Controle, below, check
from nazorg.register.filter import Filter
from nazorg.register.inzicht import Onleesbaar, Register
from nazorg.register.personen import load_personen
from nazorg.register.trajecten import Trajectbron, find_traject, list_trajecten
from nazorg.register.werkblad import Plaats, Werkblad

__all__ = [
    "Actieregel",
    "Controle",
    "Filter",
    "Onleesbaar",
    "Plaats",
    "Register",
    "Soort",
    "Trajectbron",
    "Werkblad",
    "action_rows",
    "below",
    "check",
    "dossier_rows",
    "find_traject",
    "line_of",
    "list_trajecten",
    "load_personen",
    "soort_of",
]
