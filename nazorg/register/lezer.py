"""Reads for the index what it does not hold: the settings, and a dossier in a region with those settings."""

from collections.abc import Iterator
from datetime import date

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import INSTELLINGEN
from nazorg.index import Inhoud, Regio
from nazorg.register.inzicht import Register
from nazorg.register.onleesbaar import Onleesbaar
from nazorg.register.standen import dossier_standen


class _Alleen:
    """A ``Bron`` of settings alone, as they were read."""

    name = INSTELLINGEN

    def __init__(self, instellingen: Bestand) -> None:
        self.instellingen = instellingen

    def paths(self, folder: str, suffix: str = ".yaml") -> Iterator[str]:  # noqa: ARG002 - a Bron's
        return iter(())

    def read(self, path: str) -> Bestand:
        return self.instellingen if path == INSTELLINGEN else Bestand(path, None, "niet_gevonden")


class Registerlezer:
    """A ``Lezer`` that reads as the register does. No answer of it depends on a day."""

    def __init__(self) -> None:
        self._register: tuple[Bestand, Register] | None = None

    def regio(self, instellingen: Bestand) -> Regio:
        """What the settings come to."""
        return self._in(instellingen).regio

    def inhoud(self, instellingen: Bestand, dossier: Bestand) -> Inhoud:
        """What a dossier comes to in a region with these settings."""
        register = self._in(instellingen)
        gelezen = register.lijstbestand(dossier)
        if isinstance(gelezen, Onleesbaar):
            return Inhoud(bevindingen=gelezen.bevindingen)
        found = gelezen.waarde
        assert found is not None  # it can stand in a list
        return Inhoud(
            dossier=found.dossier,
            gemeente=found.gemeente,
            regisseur=found.regisseur,
            inrichting=found.detentie.inrichting if found.detentie else None,
            status=str(found.status),
            kader=str(found.kader),
            acties=tuple(dossier_standen(register, gelezen, found)),
        )

    def _in(self, instellingen: Bestand) -> Register:
        if self._register is None or self._register[0] is not instellingen:
            self._register = (instellingen, Register(_Alleen(instellingen), date.min))
        return self._register[1]
