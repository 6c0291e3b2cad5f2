"""Reads for the index what it does not hold: the settings, and a dossier in a region with those settings."""

from collections.abc import Iterator
from datetime import date

from nazorg.begrippen.bron import Bestand
from nazorg.begrippen.indeling import INSTELLINGEN
from nazorg.diagnostics import Diagnostic
from nazorg.dossier import Dossier
from nazorg.index import Inhoud, Keuring, Regio
from nazorg.reading import Gelezen
from nazorg.register.dossierstand import lasting_stand
from nazorg.register.feestdagen import Feestdagenbron
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
    """A ``Lezer`` that reads as the register does.

    With a ``peildatum`` it judges what it reads as well, for that day and those on which the answer is the same.
    Nothing else depends on a day.
    """

    def __init__(self, peildatum: date | None, feestdagen: Feestdagenbron) -> None:
        self._peildatum = peildatum
        self._feestdagen = feestdagen
        self._register: tuple[Bestand, Register] | None = None

    def regio(self, instellingen: Bestand) -> Regio:
        """What the settings come to."""
        return self._in(instellingen).regio

    def inhoud(self, instellingen: Bestand, dossier: Bestand) -> Inhoud:
        """What a dossier comes to in a region with these settings."""
        register = self._in(instellingen)
        read = register.read(dossier)
        keuring = self._judged(register, read) if self._peildatum is not None else None
        gelezen = register.listed(read)
        if isinstance(gelezen, Onleesbaar):
            return Inhoud(bevindingen=gelezen.bevindingen, keuring=keuring)
        found = gelezen.waarde
        assert found is not None  # it can stand in a list
        stand = lasting_stand(dossier.path, found)
        return Inhoud(
            dossier=stand.dossier,
            gemeente=stand.gemeente,
            regisseur=stand.regisseur,
            inrichting=stand.inrichting,
            status=stand.status,
            kader=stand.kader,
            loopt=stand.loopt,
            is_binnen=stand.is_binnen,
            ontslag=stand.ontslag.toordinal() if stand.ontslag else None,
            buiten=stand.buiten[0].toordinal() if stand.buiten else None,
            buiten_in_woorden=stand.buiten[1] if stand.buiten else "",
            niet_op_orde=",".join(stand.niet_op_orde),
            acties=tuple(dossier_standen(register, gelezen, found)),
            keuring=keuring,
        )

    def keuring(self, instellingen: Bestand, dossier: Bestand) -> Keuring:
        """What the rules say of it."""
        register = self._in(instellingen)
        return self._judged(register, register.read(dossier))

    def keuring_van_regio(self, instellingen: Bestand) -> tuple[Diagnostic, ...]:
        """What the rules say of the settings."""
        from nazorg.register.oordeel import judge_settings

        return judge_settings(self._in(instellingen))[1]

    def _judged(self, register: Register, read: Gelezen[Dossier]) -> Keuring:
        from nazorg.register.oordeel import judge  # only who checks needs the rules

        assert self._peildatum is not None
        return judge(register, read, self._peildatum)

    def _in(self, instellingen: Bestand) -> Register:
        if self._register is None or self._register[0] is not instellingen:
            self._register = (instellingen, Register(_Alleen(instellingen), date.min, self._feestdagen))
        return self._register[1]
