"""The one door to the dossiers: load them, ask of them, change them."""

from nazorg.register.acties import Actieregel, Soort, action_rows, dossier_rows, line_of, soort_of
from nazorg.register.bewaren import Bewaard, save
from nazorg.register.controle import Controle, below, check
from nazorg.register.filter import Filter
from nazorg.register.gewijzigd import Gewijzigd
from nazorg.register.inzicht import Onleesbaar, Register
from nazorg.register.ongedaan import NietOngedaanError, Ongedaan, undo
from nazorg.register.personen import load_personen
from nazorg.register.toets import GeweigerdError
from nazorg.register.trajecten import Trajectbron, find_traject, list_trajecten
from nazorg.register.verschuiving import Verschuiving
from nazorg.register.vul_aan import Aanvulling, fill_in_ids, write_ids
from nazorg.register.werkblad import Plaats, Plan, Voornemen, Werkblad
from nazorg.register.wijziging import change, create, propose, replace_text

__all__ = [
    "Aanvulling",
    "Actieregel",
    "Bewaard",
    "Controle",
    "Filter",
    "GeweigerdError",
    "Gewijzigd",
    "NietOngedaanError",
    "Ongedaan",
    "Onleesbaar",
    "Plaats",
    "Plan",
    "Register",
    "Soort",
    "Trajectbron",
    "Verschuiving",
    "Voornemen",
    "Werkblad",
    "action_rows",
    "below",
    "change",
    "check",
    "create",
    "dossier_rows",
    "fill_in_ids",
    "find_traject",
    "line_of",
    "list_trajecten",
    "load_personen",
    "propose",
    "replace_text",
    "save",
    "soort_of",
    "undo",
    "write_ids",
]
