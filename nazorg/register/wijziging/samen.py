"""Change several dossiers as one commit: all of them, or none."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from nazorg.register.inzicht import Register
from nazorg.register.wijziging.dossier import read_readable, save_by_hand, schrijver_of
from nazorg.register.wijziging.gewijzigd import Gewijzigd, subject_of
from nazorg.register.wijziging.toets import refuse_fouten
from nazorg.register.wijziging.uitwerking import by_plan
from nazorg.register.wijziging.voornemen import Plan
from nazorg.transactie import Hersteld, Operatie, Vastgelegd


@dataclass(frozen=True)
class Samen:
    """The dossiers that changed, and the one commit that holds them (``None``: a plain folder, or nothing to do)."""

    gewijzigd: tuple[Gewijzigd, ...]
    vastgelegd: Vastgelegd | None
    hersteld: Hersteld | None


def change_together(register: Register, plannen: Mapping[str, Plan], random: Random, opdracht: str) -> Samen:
    """Do what each plan says to the dossier at its path, as one commit that ``opdracht`` is the first word of.

    Nothing is written before all of it has been worked out. What people had changed in those dossiers by hand is
    committed first, each by itself. A plan that changes nothing is left out. Raises as ``change`` does.
    """
    with schrijver_of(register) as schrijver:
        worked_out = [
            (gelezen, by_plan(register, gelezen, plan, "", random))
            for pad, plan in plannen.items()
            for gelezen in (read_readable(register, pad),)
        ]
        found = [(gelezen, one) for gelezen, one in worked_out if not one.is_niets]
        unsaved = [gelezen for gelezen, one in found if schrijver.is_unsaved(one.pad)]
        for gelezen in unsaved:
            refuse_fouten(register, gelezen)
        for gelezen in unsaved:
            save_by_hand(schrijver, gelezen.document)
        changed = tuple(one for _, one in found)
        if not changed:
            return Samen((), None, schrijver.hersteld)
        numbers = tuple(one.nummer for one in changed)
        files = tuple(one.operation(opdracht).bestanden[0] for one in changed)
        vastgelegd = schrijver.write(Operatie(files, subject_of(opdracht, list(numbers)), numbers))
        return Samen(changed, vastgelegd, schrijver.hersteld)
