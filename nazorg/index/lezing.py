"""Read what the index does not hold, and keep it there."""

import sqlite3
from collections import deque
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from nazorg.begrippen.bron import Bestand, Bron
from nazorg.begrippen.indeling import INSTELLINGEN
from nazorg.index import inhouden, tabellen
from nazorg.index.bundel import Bundel
from nazorg.index.inhoud import Lezer
from nazorg.index.stand import Blik, key_of
from nazorg.index.vertaling import regio_as_json


class Gewijzigd(Exception):
    """The settings, or the index itself, are no longer what they were a moment ago."""


def insist(still_so: bool) -> None:
    """Raises ``Gewijzigd`` where something else came first."""
    if not still_so:
        raise Gewijzigd


class Lezing:
    """Reads what the index does not hold, in a region with the settings that were looked at."""

    def __init__(
        self, connection: sqlite3.Connection, bron: Bron, lezer: Lezer, settings: Blik, regio: int | None
    ) -> None:
        self._connection = connection
        self._bron = bron
        self._lezer = lezer
        self._settings = settings
        self.regio_nummer = self._new_regio() if regio is None else regio

    @cached_property
    def instellingen(self) -> Bestand:
        """The settings' bytes, the same as those that the index is about. Raises ``Gewijzigd``."""
        return self._bytes(self._settings)

    def learn(self, blikken: Iterator[Blik], hooguit: int) -> Iterator[None]:
        """Keep what is in each file that was not read before, here or elsewhere; one step for each that had to be."""
        unknown: deque[tuple[str, str]] = deque()

        def files() -> Iterator[Bestand]:
            for blik in blikken:
                sleutel = blik.ingang.sleutel
                if not inhouden.find_inhouden(self._connection, self.regio_nummer, [sleutel]):
                    unknown.append((sleutel, blik.pad))
                    yield self._bytes(blik)

        first = next(source := files(), None)
        if first is None:
            return
        read = self._lezer.inhouden(self.instellingen, chain([first], source), hooguit)
        with Bundel(self._connection) as bundel:
            for inhoud in read:
                bundel.begin()
                inhouden.write_inhoud(self._connection, self.regio_nummer, *unknown.popleft(), inhoud)
                yield

    def _new_regio(self) -> int:
        value = regio_as_json(self._lezer.regio(self.instellingen), INSTELLINGEN)
        key = self._settings.ingang.sleutel
        self._connection.execute("INSERT OR IGNORE INTO regio VALUES (NULL, ?, ?)", (key, value))
        found = tabellen.find_regio(self._connection, key)
        assert found is not None
        return found[0]

    def _bytes(self, blik: Blik) -> Bestand:
        found = blik.bestand or self._bron.read(blik.pad)
        insist(key_of(found) == blik.ingang.sleutel)
        return found
