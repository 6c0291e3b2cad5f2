"""``Voornemen``: what is to be done to a dossier, and the plan that decides it when its turn comes."""

from collections.abc import Callable
from dataclasses import dataclass

from nazorg.editing import Bewerking
from nazorg.register.werkblad import Werkblad


@dataclass(frozen=True)
class Voornemen:
    """What is to be done to a dossier.

    ``kort`` says it in a few words, without text of the dossier; a reason is put behind it in the logboek. ``acties``
    are the ids of the actions that it is about.
    """

    kort: str
    bewerkingen: tuple[Bewerking, ...]
    acties: tuple[str, ...] = ()


Plan = Callable[[Werkblad], Voornemen]
"""What to do to a dossier as it stands now. Raises ``UsageError`` where that cannot be asked of it."""
