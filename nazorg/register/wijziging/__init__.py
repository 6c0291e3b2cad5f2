"""Change dossiers: work a change out, check it, write it as one commit, or take it back. Reading does not need it."""

from typing import TYPE_CHECKING

from nazorg.begrippen.deur import lazy_door

if TYPE_CHECKING:
    from nazorg.register.wijziging.bewaren import Bewaard, save
    from nazorg.register.wijziging.dossier import change, create, propose, replace_text
    from nazorg.register.wijziging.gewijzigd import Gewijzigd
    from nazorg.register.wijziging.ongedaan import NietOngedaanError, Ongedaan, undo
    from nazorg.register.wijziging.overleg import Overlegwijziging, change_overleg, create_overleg
    from nazorg.register.wijziging.samen import Samen, change_together
    from nazorg.register.wijziging.toets import GeweigerdError
    from nazorg.register.wijziging.verschuiving import Verschuiving
    from nazorg.register.wijziging.verslag import Vastlegging, propose_minutes, record_minutes
    from nazorg.register.wijziging.voornemen import Plan, Voornemen
    from nazorg.register.wijziging.vul_aan import Aanvulling, fill_in_ids, write_ids

__getattr__ = lazy_door(
    __name__,
    {
        "bewaren": ("Bewaard", "save"),
        "dossier": ("change", "create", "propose", "replace_text"),
        "gewijzigd": ("Gewijzigd",),
        "ongedaan": ("NietOngedaanError", "Ongedaan", "undo"),
        "overleg": ("Overlegwijziging", "change_overleg", "create_overleg"),
        "samen": ("Samen", "change_together"),
        "toets": ("GeweigerdError",),
        "verschuiving": ("Verschuiving",),
        "verslag": ("Vastlegging", "propose_minutes", "record_minutes"),
        "voornemen": ("Plan", "Voornemen"),
        "vul_aan": ("Aanvulling", "fill_in_ids", "write_ids"),
    },
)

__all__ = [
    "Aanvulling",
    "Bewaard",
    "GeweigerdError",
    "Gewijzigd",
    "NietOngedaanError",
    "Ongedaan",
    "Overlegwijziging",
    "Plan",
    "Samen",
    "Vastlegging",
    "Verschuiving",
    "Voornemen",
    "change",
    "change_overleg",
    "change_together",
    "create",
    "create_overleg",
    "fill_in_ids",
    "propose",
    "propose_minutes",
    "record_minutes",
    "replace_text",
    "save",
    "undo",
    "write_ids",
]
