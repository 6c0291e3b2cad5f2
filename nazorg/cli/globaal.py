"""What every command takes, and what follows from it: the werkmap, the day, the colours."""

import re
import sys
from collections.abc import Collection
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from nazorg.begrippen.datums import read_datum
from nazorg.cli.waarden import read_value
from nazorg.errors import UsageError

if TYPE_CHECKING:
    from nazorg.begrippen.bron import Bron
    from nazorg.gitrepo import Revisie
    from nazorg.index import Progress, Regio
    from nazorg.index.antwoord import Opening
    from nazorg.register import Actielijst, Controle, Dossierlijst, Filter, Register
    from nazorg.werkmap import Werkmap

_JAAR_EERST = re.compile(r"\d{4}-\d")


class Globaal:
    """The options that hold for every command; filled while the command line is read."""

    def __init__(self) -> None:
        self.map = Path()
        self.gevraagde_peildatum: date | None = None
        self.versie = ""
        self.kleur = "auto"
        self.stil = False
        self.uitgebreid = False
        self.keuze: dict[str, list[str]] = {}
        self.mijn = False
        self.begonnen: tuple[str, Opening] | None = None
        """The name of a werkmap, and its index that was opened before the command was carried out."""

    @cached_property
    def peildatum(self) -> date:
        """Today, or the day that was asked for. The only place that looks at the clock."""
        return self.gevraagde_peildatum or date.today()  # noqa: DTZ011 - the day where the user is

    @cached_property
    def werkmap(self) -> "Werkmap":
        """The werkmap here or above, put right where an earlier command was broken off half way.

        Raises ``RepositoryError`` when there is none.
        """
        from nazorg.werkmap import find_werkmap, is_left_behind

        found = find_werkmap(self.map)
        if is_left_behind(found.root):
            from nazorg.transactie import recover_left_behind

            hersteld = recover_left_behind(found.root)
            if hersteld is not None:
                print(f"nazorg: {hersteld.in_words()}", file=sys.stderr)
        return found

    @cached_property
    def bron(self) -> "Bron":
        """The files that are asked about: the werkmap's own, or what stood in git. Raises ``NazorgError``."""
        return self.revisie or self.werkmap

    @cached_property
    def revisie(self) -> "Revisie | None":
        """What stood in git, where that is asked about. Raises ``NazorgError``."""
        return self.open_versie("--versie", self.versie) if self.versie else None

    def open_versie(self, option: str, text: str) -> "Revisie":
        """What stood in git at ``text``: a revision, or the evening before a date. Raises ``NazorgError``."""
        from nazorg.gitrepo import open_revisie

        day = read_value(option, text, read_datum) if _JAAR_EERST.match(text) else text
        return open_revisie(self.werkmap.root, day)

    @cached_property
    def register(self) -> "Register":
        """The register of those files on the peildatum."""
        from nazorg.register import Register

        return Register(self.bron, self.peildatum)

    def fresh_register(self) -> "Register":
        """The register read anew, after files have changed."""
        self.__dict__.pop("register", None)
        return self.register

    def list_acties(self, progress: "Progress | None" = None) -> "Actielijst":
        """The unfinished actions: out of the index where it can tell, else out of the files. Raises ``NazorgError``."""
        from nazorg.register import acties_from_files, acties_from_index

        found = acties_from_index(self.werkmap, self.peildatum, self._take_begonnen(), progress, self.revisie)
        return found or acties_from_files(self.register)

    def list_dossiers(self, progress: "Progress | None" = None) -> "Dossierlijst":
        """The dossiers, as ``list_acties``."""
        from nazorg.register import dossiers_from_files, dossiers_from_index

        found = dossiers_from_index(self.werkmap, self.peildatum, self._take_begonnen(), progress, self.revisie)
        return found or dossiers_from_files(self.register)

    def _take_begonnen(self) -> "Opening | None":
        """What was begun with for the werkmap; once."""
        begonnen, self.begonnen = self.begonnen, None
        return begonnen[1] if begonnen is not None and begonnen[0] == self.werkmap.name else None

    def check(self, chosen: "Collection[str] | None", progress: "Progress | None" = None) -> "Controle":
        """Check the files in ``chosen``, or the whole werkmap, as ``list_acties`` out of the index where it can."""
        from nazorg.register import check_from_index

        if not self.versie and (chosen is None or "." in chosen):
            found = check_from_index(self.werkmap, self.peildatum, self._take_begonnen(), progress)
            if found is not None:
                return found
        from nazorg.register import check

        return check(self.register, chosen, progress)

    @cached_property
    def filter(self) -> "Filter":
        """What ``filter_in`` gives, in the region of the register."""
        return self.filter_in(self.register.regio)

    def filter_in(self, regio: "Regio") -> "Filter":
        """The filter of ``--gemeente`` and its like; ``--mijn`` is the regisseur with the address that git knows.

        Raises ``UsageError`` when git's address is nobody's, or a value is not one of the choices.
        """
        from nazorg.cli.keuzes import make_filter, own_regisseur

        keuze = make_filter(regio, self.keuze)
        if self.mijn and self.keuze.get("regisseur"):
            raise UsageError("--mijn en --regisseur gaan niet samen.", "Laat een van de twee weg.")
        if not self.mijn:
            return keuze
        own = own_regisseur(regio, self.werkmap.root)
        return keuze.with_regisseur(own, *regio.waargenomen(own, self.peildatum.toordinal()))

    @property
    def regisseur(self) -> str:
        """The regisseur at the keyboard. Raises ``UsageError`` when git's address is nobody's."""
        return self.regisseur_in(self.register.regio)

    def regisseur_in(self, regio: "Regio") -> str:
        """The same, in a region that is known already."""
        from nazorg.cli.keuzes import own_regisseur

        return own_regisseur(regio, self.werkmap.root)

    @property
    def is_terminal(self) -> bool:
        """Whether a person reads standard output."""
        return sys.stdout.isatty()
