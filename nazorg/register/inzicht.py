"""``Register``: a ``Bron`` opened on a day; reads a file when it is asked for."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from nazorg.begrippen.bron import Bestand, Bron
from nazorg.begrippen.indeling import DOSSIERS, INSTELLINGEN, OVERLEGGEN, TRAJECTEN, id_of
from nazorg.diagnostics import Finding
from nazorg.dossier import Dossier
from nazorg.errors import UsageError
from nazorg.index import Regio
from nazorg.instellingen import ZONDER_REGIO, Instellingen
from nazorg.overleg import Overleg
from nazorg.reading import Gelezen, read_dossier, read_instellingen, read_overleg, read_traject
from nazorg.register.feestdagen import Feestdagenbron, feestdagen_of
from nazorg.register.onleesbaar import Onleesbaar
from nazorg.register.regio import regio_of
from nazorg.termijnen import Werkkalender
from nazorg.traject import Traject
from nazorg.werkmap import find_dossier_in
from nazorg.yamltext import Document, place, read_document


class Register:
    """The dossiers of a ``Bron`` as they stand on ``peildatum``."""

    def __init__(self, bron: Bron, peildatum: date, feestdagen: Feestdagenbron | None = None) -> None:
        self.bron = bron
        self.peildatum = peildatum
        self._feestdagen = feestdagen
        self._gelezen: dict[str, Onleesbaar | None] = {}

    @cached_property
    def gelezen_instellingen(self) -> Gelezen[Instellingen] | None:
        """``nazorg.yaml`` as read; ``None`` when there is none."""
        bestand = self.bron.read(INSTELLINGEN)
        return None if bestand.problem == "niet_gevonden" else read_instellingen(bestand)

    @property
    def instellingen(self) -> Instellingen:
        """The region's settings, or the defaults where they cannot be read."""
        gelezen = self.gelezen_instellingen
        return gelezen.waarde if gelezen and gelezen.waarde else ZONDER_REGIO

    @cached_property
    def regio(self) -> Regio:
        """What the filters of a list need of those settings, and why they could not be read where that is so."""
        gelezen = self.gelezen_instellingen
        return regio_of(self.instellingen, gelezen.diagnostics if gelezen and not gelezen.is_leesbaar else ())

    @cached_property
    def kalender(self) -> Werkkalender:
        """The calendar of working days, with the region's own equalised days."""
        return Werkkalender(
            self.instellingen.kalender.gelijkgestelde_dagen, self._feestdagen or feestdagen_of(self.bron)
        )

    @cached_property
    def dossier_paths(self) -> tuple[str, ...]:
        """The paths of all dossiers, sorted."""
        return tuple(self.bron.paths(DOSSIERS))

    @cached_property
    def overleg_paths(self) -> tuple[str, ...]:
        """The paths of all consultations, sorted: the oldest first."""
        return tuple(self.bron.paths(OVERLEGGEN))

    @cached_property
    def traject_paths(self) -> tuple[str, ...]:
        """The paths of the region's own trajecten, sorted."""
        return tuple(self.bron.paths(TRAJECTEN))

    def dossier(self, path: str) -> Gelezen[Dossier]:
        """The dossier at ``path``, read anew: dossiers do not stay in memory, only whether each can be listed.

        One whose number is not the name of its file is not listed: it may be a copy, with a person under another's
        number.
        """
        return self.read(self.bron.read(path))

    def read(self, bestand: Bestand) -> Gelezen[Dossier]:
        """The dossier in these bytes, as ``dossier`` has it."""
        gelezen, path = read_dossier(bestand), bestand.path
        found = gelezen.diagnostics
        if gelezen.waarde is not None and gelezen.waarde.dossier != id_of(path):
            finding = Finding("NZ201", ("dossier",), "Het nummer is niet de naam van het bestand.", "")
            found = (*found, place(gelezen.document, finding))
        listed = gelezen.is_leesbaar and len(found) == len(gelezen.diagnostics)
        self._gelezen[path] = None if listed else Onleesbaar(path, found)
        return gelezen

    def lijstdossier(self, path: str) -> Gelezen[Dossier] | Onleesbaar:
        """The dossier at ``path`` where it can stand in a list, else why not."""
        return self.listed(self.dossier(path))

    def listed(self, gelezen: Gelezen[Dossier]) -> Gelezen[Dossier] | Onleesbaar:
        """A dossier that was read, where it can stand in a list, else why not."""
        return self._gelezen[gelezen.path] or gelezen

    def dossiers(self) -> Iterator[Gelezen[Dossier]]:
        """Every dossier, those that cannot be read included."""
        return (self.dossier(path) for path in self.dossier_paths)

    def overleg(self, path: str) -> Gelezen[Overleg]:
        """The consultation at ``path``."""
        return read_overleg(self.bron.read(path))

    def traject(self, path: str) -> Gelezen[Traject]:
        """The region's own traject at ``path``."""
        return read_traject(self.bron.read(path))

    def document(self, path: str) -> Document:
        """The text of any file of the werkmap, for showing a place in it."""
        return read_document(self.bron.read(path))

    def leesbare(self) -> Iterator[tuple[Gelezen[Dossier], Dossier]]:
        """Every dossier that can be read, with its value."""
        for path in self.dossier_paths:
            gelezen = self.lijstdossier(path)
            if not isinstance(gelezen, Onleesbaar) and gelezen.waarde is not None:
                yield gelezen, gelezen.waarde

    @cached_property
    def onleesbaar(self) -> tuple[Onleesbaar, ...]:
        """What every list names first: settings and dossiers that cannot be read. Reads what was not read yet."""
        for path in self.dossier_paths:
            if path not in self._gelezen:
                self.dossier(path)
        found = [one for path in self.dossier_paths if (one := self._gelezen[path]) is not None]
        settings = self.gelezen_instellingen
        if settings is not None and not settings.is_leesbaar:
            found.insert(0, Onleesbaar(settings.path, settings.diagnostics))
        return tuple(found)

    def find_dossier(self, prefix: str) -> str:
        """The path of the one dossier whose number starts with ``prefix`` (``NZ-2026-k7``, or just ``k7``).

        Raises ``UsageError`` when there is none or more than one.
        """
        return find_dossier_in(self.bron, prefix)

    def find_overleg(self, name: str) -> str:
        """The path of the overleg ``name``, or of the one whose name starts so.

        Raises ``UsageError`` as ``find_dossier``.
        """
        names = {id_of(path): path for path in self.overleg_paths}
        wanted = PurePosixPath(name).stem if name.endswith((".yaml", ".yml")) else name
        if wanted in names:
            return names[wanted]
        found = [one for one in names if one.startswith(wanted)] if wanted else []
        if len(found) == 1:
            return names[found[0]]
        if not found:
            choice = f"Er zijn: {', '.join(list(names)[-5:])}." if names else "Maak er een in de map overleggen."
            raise UsageError(f"Er is geen overleg '{name}'.", choice)
        raise UsageError(f"'{name}' past op {len(found)} overleggen: {', '.join(found[:5])}.", "Geef meer van de naam.")

    def regisseur_met(self, mail: str) -> str | None:
        """The regisseur with this e-mail address (``None`` when ``nazorg.yaml`` knows none)."""
        return self.regio.regisseur_met(mail)

    def naam_met(self, mail: str) -> str | None:
        """The name of the regisseur with this e-mail address, as it stands on paper; ``None`` when there is none."""
        sleutel = self.regisseur_met(mail)
        return self.instellingen.regisseurs[sleutel].naam if sleutel else None
