"""The one door to the dossiers: load them, ask of them; ``register.wijziging`` changes them.

Each name is imported when it is first asked for: a list that the index can answer needs neither the model nor a rule.
"""

from typing import TYPE_CHECKING

from nazorg.begrippen.deur import lazy_door

if TYPE_CHECKING:
    from nazorg.register.actielijst import Actielijst, Rijen, Stroom, acties_from_files, acties_from_index
    from nazorg.register.actieregel import Actieregel, Soort
    from nazorg.register.acties import action_rows, dossier_rows, line_of, soort_of
    from nazorg.register.bevonden import Controle
    from nazorg.register.controle import below, check
    from nazorg.register.dossierlijst import Dossierlijst, dossiers_from_files, dossiers_from_index
    from nazorg.register.filter import Filter
    from nazorg.register.gekeurd import check_from_index
    from nazorg.register.inzicht import Register
    from nazorg.register.onleesbaar import Onleesbaar
    from nazorg.register.personen import load_personen
    from nazorg.register.trajecten import Trajectbron, find_traject, list_trajecten
    from nazorg.register.werkblad import Plaats, Werkblad

_PLEKKEN = {
    "actielijst": ("Actielijst", "Rijen", "Stroom", "acties_from_files", "acties_from_index"),
    "actieregel": ("Actieregel", "Soort"),
    "acties": ("action_rows", "dossier_rows", "line_of", "soort_of"),
    "bevonden": ("Controle",),
    "controle": ("below", "check"),
    "dossierlijst": ("Dossierlijst", "dossiers_from_files", "dossiers_from_index"),
    "filter": ("Filter",),
    "gekeurd": ("check_from_index",),
    "inzicht": ("Register",),
    "onleesbaar": ("Onleesbaar",),
    "personen": ("load_personen",),
    "trajecten": ("Trajectbron", "find_traject", "list_trajecten"),
    "werkblad": ("Plaats", "Werkblad"),
}
__getattr__ = lazy_door(__name__, _PLEKKEN)

__all__ = [
    "Actielijst",
    "Actieregel",
    "Controle",
    "Dossierlijst",
    "Filter",
    "Onleesbaar",
    "Plaats",
    "Register",
    "Rijen",
    "Soort",
    "Stroom",
    "Trajectbron",
    "Werkblad",
    "acties_from_files",
    "acties_from_index",
    "action_rows",
    "below",
    "check",
    "check_from_index",
    "dossier_rows",
    "dossiers_from_files",
    "dossiers_from_index",
    "find_traject",
    "line_of",
    "list_trajecten",
    "load_personen",
    "soort_of",
]
