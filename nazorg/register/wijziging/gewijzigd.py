"""``Gewijzigd``: a change of one dossier with what came of it, and what its commit says."""

from dataclasses import dataclass

from nazorg.begrippen.indeling import id_of
from nazorg.diagnostics import Diagnostic
from nazorg.dossier import Dossier
from nazorg.historie import Wijziging
from nazorg.register.wijziging.verschuiving import Verschuiving
from nazorg.transactie import Bestandswijziging, Hersteld, Operatie, Vastgelegd
from nazorg.yamltext import Document

_LANGSTE_ONDERWERP = 72

_MEESTE_ACTIES = 5
"""More ids than this are no help in a line; the commit names them all below it."""


@dataclass(frozen=True)
class Gewijzigd:
    """A change and what came of it.

    ``vastgelegd`` is ``None`` when nothing was written, because it was only to be shown or there was nothing to change.
    ``eerst_bewaard``: what had been changed by hand was committed first. ``bevindingen`` are those that were not there
    before.
    """

    pad: str
    kort: str
    voor: Document
    na: Document
    dossier: Dossier
    acties: tuple[str, ...] = ()
    wijzigingen: tuple[Wijziging, ...] = ()
    verschoven: tuple[Verschuiving, ...] = ()
    bevindingen: tuple[Diagnostic, ...] = ()
    vastgelegd: Vastgelegd | None = None
    eerst_bewaard: bool = False
    hersteld: Hersteld | None = None

    @property
    def nummer(self) -> str:
        """The number of the dossier."""
        return id_of(self.pad)

    @property
    def is_niets(self) -> bool:
        """Whether the text stays as it is."""
        return self.voor.data == self.na.data

    def operation(self, opdracht: str) -> Operatie:
        """The operation that writes it; ``opdracht`` is the verb that its commit begins with."""
        few = self.acties if len(self.acties) <= _MEESTE_ACTIES else ()
        about = " ".join([opdracht, self.nummer, *few])
        bestand = Bestandswijziging(self.pad, self.voor.digest, self.na.data)
        subject = subject_of(about, [_field(one) for one in self.wijzigingen])
        return Operatie((bestand,), subject, (self.nummer,), self.acties)


def subject_of(about: str, names: list[str]) -> str:
    """A line of at most 72 characters: ``about``, and ``names`` as far as they fit."""
    every = list(dict.fromkeys(names))
    shown = list(every)
    while shown and len(f"{about}: {', '.join(shown)} …") > _LANGSTE_ONDERWERP:
        shown.pop()
    if not shown:
        return about
    return f"{about}: {', '.join(shown)}" + (" …" if len(shown) < len(every) else "")


def _field(wijziging: Wijziging) -> str:
    """The name of the field that changed: no text of the dossier."""
    names = [step for step in wijziging.weg if isinstance(step, str)]
    return names[-1] if names else "dossier"
