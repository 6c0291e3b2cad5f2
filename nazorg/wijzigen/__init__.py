"""The changes that people make to a dossier, each as a plan: what to do to it as it stands when its turn comes."""

from nazorg.wijzigen.acties import add_actie, allot, defer, finish
from nazorg.wijzigen.afsluiten import close, confirm, hand_over
from nazorg.wijzigen.conflicten import Keus, settle
from nazorg.wijzigen.eigenaar import only_partner
from nazorg.wijzigen.logboek import log
from nazorg.wijzigen.nieuw import Aanmelding, new_dossier
from nazorg.wijzigen.ontslag import WEG, Ontslagdatum, move_release, open_questions, release
from nazorg.wijzigen.overleg import Inbreng, involved, name_for, overleg_text, put_on
from nazorg.wijzigen.traject import apply_traject, passed_over, with_traject
from nazorg.wijzigen.velden import Toewijzing, read_toewijzing, set_fields
from nazorg.wijzigen.voorstel import suggest

__all__ = [
    "WEG",
    "Aanmelding",
    "Inbreng",
    "Keus",
    "Ontslagdatum",
    "Toewijzing",
    "add_actie",
    "allot",
    "apply_traject",
    "close",
    "confirm",
    "defer",
    "finish",
    "hand_over",
    "involved",
    "log",
    "move_release",
    "name_for",
    "new_dossier",
    "only_partner",
    "open_questions",
    "overleg_text",
    "passed_over",
    "put_on",
    "read_toewijzing",
    "release",
    "set_fields",
    "settle",
    "suggest",
    "with_traject",
]
