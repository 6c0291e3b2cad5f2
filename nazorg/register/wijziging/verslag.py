"""Record the minutes of a consultation: its file and all the dossiers that it spoke of, as one commit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from nazorg.begrippen.indeling import id_of
from nazorg.editing import Bewerking
from nazorg.errors import ConcurrentChangeError
from nazorg.overleg import Overleg, minutes_subject
from nazorg.register.inzicht import Register
from nazorg.register.wijziging.dossier import read_readable, save_by_hand, schrijver_of
from nazorg.register.wijziging.gewijzigd import Gewijzigd, subject_of
from nazorg.register.wijziging.overleg import Overlegwijziging, edit_overleg, save_overleg
from nazorg.register.wijziging.toets import refuse_fouten
from nazorg.register.wijziging.uitwerking import by_plan
from nazorg.register.wijziging.voornemen import Plan
from nazorg.transactie import Hersteld, Operatie, Vastgelegd


@dataclass(frozen=True)
class Vastlegging:
    """What minutes come to; ``vastgelegd`` is ``None`` while they are only shown, or where nothing would change."""

    overleg: Overlegwijziging
    gewijzigd: tuple[Gewijzigd, ...]
    vastgelegd: Vastgelegd | None = None
    hersteld: Hersteld | None = None

    @property
    def is_niets(self) -> bool:
        """Whether all of it stands there already."""
        return self.overleg.is_niets and not self.gewijzigd


def propose_minutes(
    register: Register,
    pad: str,
    edits: Callable[[Overleg], list[Bewerking]],
    plannen: Mapping[str, Plan],
    random: Random,
) -> Vastlegging:
    """What the minutes of the consultation at ``pad`` come to: ``plannen`` by the path of a dossier.

    Nothing is written. Raises ``GeweigerdError`` when one of the files would hold a ``fout``, and as plans do.
    """
    made = [by_plan(register, read_readable(register, one), plan, "", random) for one, plan in plannen.items()]
    return Vastlegging(edit_overleg(register, pad, edits), tuple(one for one in made if not one.is_niets))


def record_minutes(
    register: Register,
    pad: str,
    edits: Callable[[Overleg], list[Bewerking]],
    plannen: Mapping[str, Plan],
    random: Random,
    getoond: Vastlegging,
) -> Vastlegging:
    """Write what ``propose_minutes`` showed, as one commit; it is worked out anew when the turn is ours.

    What people had changed in those files by hand is committed first, each by itself. Raises ``ConcurrentChangeError``
    when it is no longer what was shown, and what ``transactie`` raises.
    """
    with schrijver_of(register) as schrijver:
        made = propose_minutes(register, pad, edits, plannen, random)
        if _results(made) != _results(getoond):
            raise ConcurrentChangeError(
                "Intussen is iets in deze dossiers veranderd; er is niets geschreven.",
                "Geef de opdracht opnieuw; u ziet dan wat het nu wordt.",
            )
        if made.is_niets:
            return Vastlegging(made.overleg, (), None, schrijver.hersteld)
        unsaved = [one for one in made.gewijzigd if schrijver.is_unsaved(one.pad)]
        for one in unsaved:
            refuse_fouten(register, read_readable(register, one.pad))
        if not made.overleg.is_niets and schrijver.is_unsaved(pad):
            save_overleg(register, schrijver, pad)
        for one in unsaved:
            save_by_hand(schrijver, one.voor)
        numbers = tuple(one.nummer for one in made.gewijzigd)
        files = [one.operation("verslag").bestanden[0] for one in made.gewijzigd]
        files += [] if made.overleg.is_niets else [made.overleg.bestand]
        subject = subject_of(minutes_subject(id_of(pad)), list(numbers))
        vastgelegd = schrijver.write(Operatie(tuple(files), subject, numbers))
        return Vastlegging(made.overleg, made.gewijzigd, vastgelegd, schrijver.hersteld)


def _results(made: Vastlegging) -> list[bytes]:
    return [made.overleg.na.data, *(one.na.data for one in made.gewijzigd)]
