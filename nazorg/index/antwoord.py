"""Bring the index up to date with the files, and ask it."""

import sqlite3
import weakref
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from nazorg.diagnostics import Diagnostic
from nazorg.errors import RepositoryError
from nazorg.index import ingangen
from nazorg.index.bestand import discard_index, open_or_make
from nazorg.index.bijwerken import Bijgewerkt, bring_up_to_date
from nazorg.index.gitvraag import Gitvraag, ask_git
from nazorg.index.inhoud import Inhoud, Lezer, Progress
from nazorg.index.kijken import VANAF
from nazorg.index.lezing import Gewijzigd
from nazorg.index.tabellen import pad_of, told_gegeven
from nazorg.index.vertaling import from_json
from nazorg.werkmap import Werkmap

_BEZIG = "FROM actie a CROSS JOIN bestand b ON b.inhoud = a.inhoud CROSS JOIN inhoud i ON i.nummer = a.inhoud"
_OP_VOLGORDE = "ORDER BY a.uiterlijk, b.plek, a.regel, a.rowid"


class Gevonden(NamedTuple):
    """An action as it stands on the day that was asked about, in which file and of which dossier; days are ordinals."""

    pad: str
    dossier: str
    gemeente: str
    regisseur: str
    inrichting: str | None
    dossierstatus: str
    kader: str
    leefgebied: str
    actie: str | None
    wat: str
    eigenaar: str | None
    status: str
    wacht_op: str | None
    uiterlijk: int | None
    geteld_vanaf: int | None
    regel: int
    plaats: int
    snel_succes: int
    opmerking: str
    niet_voor: int | None


_VELDEN = {"pad": "b.plek", "dossierstatus": "i.status"}
_VELDEN |= {name: f"i.{name}" for name in ("dossier", "gemeente", "regisseur", "inrichting", "kader")}
_GEVONDEN = ", ".join(_VELDEN.get(name, f"a.{name}") for name in Gevonden._fields)


class Stuk(NamedTuple):
    """Actions of one ``soort`` (empty: with a day) that are due from ``vanaf`` up to, not including, ``tot``."""

    soort: str = ""
    vanaf: int = 0
    tot: int = date.max.toordinal() + 1


class Antwoord:
    """The index as it was at one moment, that in which it knew every file. It is read as the answer is gone through."""

    def __init__(self, bijgewerkt: Bijgewerkt, root: Path) -> None:
        connection, self.regio, _ = bijgewerkt
        self._connection = connection
        self._root = root
        connection.execute("BEGIN")
        weakref.finalize(self, connection.close)  # it lies in a circle of its own, and would stay open till the end

    def gegeven(self, naam: str) -> str:
        """The value under ``naam``; empty when there is none."""
        return told_gegeven(self.ask, naam)

    def close(self) -> None:
        """Nothing more is asked."""
        self._connection.close()

    def ask(self, question: str, values: Mapping[str, object]) -> Iterator[tuple[Any, ...]]:
        """Raises ``RepositoryError`` where the index was harmed: what was told already cannot be taken back."""
        try:
            yield from self._connection.execute(question, values)
        except sqlite3.Error:
            discard_index(self._root)
            raise RepositoryError(
                "De index van deze werkmap is beschadigd en daarom weggehaald.",
                "Vraag het nog een keer: hij wordt dan opnieuw gemaakt.",
            ) from None

    def acties(self, stuk: Stuk, peildatum: date, leefgebied: str | None = None) -> Iterator[Gevonden]:
        """The unfinished actions of ``stuk`` on ``peildatum``: the earliest first, then in the order of the files.

        With ``leefgebied`` only of that one.
        """
        for plek, *rest in self._of_stuk(f"SELECT {_GEVONDEN}", stuk, peildatum, leefgebied, _OP_VOLGORDE):
            yield Gevonden(pad_of(plek), *rest)

    def aantal_acties(self, stuk: Stuk, peildatum: date, leefgebied: str | None = None) -> int:
        """How many ``acties`` gives."""
        ((found,),) = self._of_stuk("SELECT count(*)", stuk, peildatum, leefgebied)
        return int(found)

    def _of_stuk(
        self, what: str, stuk: Stuk, peildatum: date, leefgebied: str | None, order: str = ""
    ) -> Iterator[tuple[Any, ...]]:
        where = ["a.soort = :soort", "a.vanaf <= :dag", "a.tot > :dag"]
        where += ["a.leefgebied = :leefgebied"] if leefgebied is not None else []
        where += [] if stuk.soort else ["a.uiterlijk >= :vanaf", "a.uiterlijk < :tot"]
        values = {**stuk._asdict(), "dag": peildatum.toordinal(), "leefgebied": leefgebied}
        return self.ask(f"{what} {_BEZIG} WHERE {' AND '.join(where)} {order}", values)

    def dossiers(self, peildatum: date) -> Iterator[tuple[str, Inhoud, list[tuple[str, str | None, int | None]]]]:
        """Every dossier that can stand in a list, in the order of the files.

        With the leefgebied, the eigenaar and the day of each of its unfinished actions on ``peildatum``.
        """
        names = [name for name in Inhoud._fields if name not in ("acties", "bevindingen", "keuring")]
        rows = self.ask(
            f"SELECT b.plek, i.nummer, {', '.join(f'i.{name}' for name in names)}"  # noqa: S608 - names of our own
            " FROM bestand b CROSS JOIN inhoud i ON i.nummer = b.inhoud WHERE i.bevindingen = '' ORDER BY b.plek",
            {},
        )
        acties = "SELECT leefgebied, eigenaar, uiterlijk FROM actie"
        acties += " WHERE inhoud = :nummer AND vanaf <= :dag AND tot > :dag ORDER BY rowid"
        dag = peildatum.toordinal()
        for plek, nummer, *velden in rows:
            found = list(self.ask(acties, {"nummer": nummer, "dag": dag})) if velden[names.index("loopt")] else []
            yield pad_of(plek), Inhoud(*velden), found

    def leefgebieden(self) -> list[str]:
        """Every leefgebied of which there is an unfinished action, or was in what the index still holds."""
        found: list[str] = []
        question = "SELECT min(leefgebied) FROM actie WHERE leefgebied > :last"
        while row := [one for (one,) in self.ask(question, {"last": found[-1] if found else ""}) if one is not None]:
            found += row  # one look for each, where a DISTINCT would go through all
        return found

    def onleesbaar(self) -> list[tuple[str, tuple[Diagnostic, ...]]]:
        """The files that cannot stand in a list, in their order, and why."""
        rows = self.ask(
            "SELECT b.plek, i.bevindingen FROM inhoud i CROSS JOIN bestand b ON b.inhoud = i.nummer"
            " WHERE i.bevindingen <> '' ORDER BY b.plek",
            {},
        )
        return [(pad, from_json(text, pad)) for pad, text in ((pad_of(plek), text) for plek, text in rows)]


class Opening(NamedTuple):
    """An index that was opened, and the question to git on which its answer waits."""

    connection: sqlite3.Connection
    git: Gitvraag | None


def open_for(werkmap: Werkmap) -> Opening:
    """Open the index of ``werkmap``, and set git to work where that is faster.

    Raises ``OSError`` or ``sqlite3.Error``.
    """
    connection = open_or_make(werkmap.root)
    known = ingangen.count(connection)
    return Opening(connection, None if 0 < known < VANAF else ask_git(werkmap.root))


Voorbereiding = Callable[[Bijgewerkt], None]
"""What else the index must know before it is asked."""


def ask(
    werkmap: Werkmap,
    lezer: Lezer,
    opening: Opening | None = None,
    also: Voorbereiding | None = None,
    progress: Progress | None = None,
) -> Antwoord | None:
    """The index of ``werkmap``, knowing every file as it is now; ``opening``: what was begun with already.

    ``None`` when the index cannot answer, whatever the cause: then the files must be asked themselves.
    """
    connection = None
    try:
        connection, git = opening or open_for(werkmap)
        try:
            bijgewerkt = bring_up_to_date(connection, werkmap, lezer, git, progress)
            if also is not None:
                also(bijgewerkt)
            lezer.done()
            return Antwoord(bijgewerkt, werkmap.root)
        finally:
            if git is not None:
                git.drop()
    except (sqlite3.Error, OSError, MemoryError, UnicodeError, Gewijzigd) as error:
        # UnicodeError: a file name that is no text
        if connection is not None:
            connection.close()
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            discard_index(werkmap.root)  # not busy or full, but harmed
        return None
