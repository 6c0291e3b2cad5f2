"""The reader of files for the index, imported when it asks for the first one: mostly it asks for none."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property, partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nazorg.begrippen.bron import Bestand
from nazorg.diagnostics import Diagnostic
from nazorg.index import Inhoud, Keuring, Regio

if TYPE_CHECKING:
    from nazorg.gitrepo import Revisie
    from nazorg.index import Progress
    from nazorg.index.antwoord import Antwoord, Opening
    from nazorg.index.feestdagen import Feestdagen
    from nazorg.register.lezer import Registerlezer
    from nazorg.werkmap import Werkmap

_EERST = 100
"""So many are read here before others join in: when there are no more it was not worth it, and else those find what
this process learned."""


def ask_index(
    werkmap: "Werkmap", revisie: "Revisie | None", opening: "Opening | None", progress: "Progress | None"
) -> "Antwoord | None":
    """The index of ``werkmap``, about its files as they are or as they stood in ``revisie``. ``None`` as ``ask``."""
    lezer = IndexLezer(werkmap.root)
    if revisie is not None:
        from nazorg.index.vroeger import ask_revisie

        return ask_revisie(werkmap.root, revisie, lezer, progress)
    from nazorg.index.antwoord import ask

    return ask(werkmap, lezer, opening, progress=progress)


class IndexLezer:
    """A ``Lezer`` for the index of the werkmap in ``root``; with a ``peildatum`` it judges what it reads as well."""

    def __init__(self, root: Path, peildatum: date | None = None) -> None:
        self._root = root
        self._peildatum = peildatum

    def regio(self, instellingen: Bestand) -> Regio:
        return self._lezer.regio(instellingen)

    def inhouden(self, instellingen: Bestand, dossiers: Iterable[Bestand], hooguit: int) -> Iterator[Inhoud]:
        return self._read("inhoud", instellingen, dossiers, hooguit)

    def keuringen(self, instellingen: Bestand, dossiers: Iterable[Bestand], hooguit: int) -> Iterator[Keuring]:
        return self._read("keuring", instellingen, dossiers, hooguit)

    def keuring_van_regio(self, instellingen: Bestand) -> tuple[Diagnostic, ...]:
        return self._lezer.keuring_van_regio(instellingen)

    def done(self) -> None:
        if "_lezer" in self.__dict__:
            self._feestdagen.keep()

    def _read(self, what: str, instellingen: Bestand, dossiers: Iterable[Bestand], hooguit: int) -> Iterator[Any]:
        source, alone = iter(dossiers), self.reader(what, instellingen)
        yield from map(alone, islice(source, _EERST))
        first = next(source, None)
        if first is None:
            return
        rest = chain([first], source)
        from nazorg.register.naast_elkaar import read_beside, worth_it

        if worth_it(hooguit):
            other = IndexLezer(self._root, self._peildatum)  # each process has its own, and its own index open
            yield from read_beside(partial(other.reader, what, instellingen), rest, alone)
        else:
            yield from map(alone, rest)

    def reader(self, what: str, instellingen: Bestand) -> Callable[[Bestand], Any]:
        """What is done with one file: ``what`` is ``inhoud`` or ``keuring``."""
        return partial(getattr(self._lezer, what), instellingen)

    @cached_property
    def _feestdagen(self) -> "Feestdagen":
        from nazorg.index.feestdagen import Feestdagen
        from nazorg.termijnen import awt_feestdagen

        return Feestdagen(self._root, awt_feestdagen)

    @cached_property
    def _lezer(self) -> "Registerlezer":
        from nazorg.register.lezer import Registerlezer

        return Registerlezer(self._peildatum, self._feestdagen)
