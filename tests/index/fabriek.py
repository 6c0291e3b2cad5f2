"""The same question to the index and to the files, and dossiers in which every kind of deadline occurs."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import pytest
from register.fabriek import PEILDATUM, REGIO, dossier, onderdak

from nazorg.index import antwoord, kijken, stempel
from nazorg.index.plaats import index_folder, index_name
from nazorg.register import Filter, Register, acties_from_files, acties_from_index
from nazorg.te_laat import TeLaat, group_overdue
from nazorg.werkmap import Werkmap

INGEKORT = "afgesproken: 2026-11-19, uiterlijk: ontslag - 3w"
TERMIJNEN = (
    "uiterlijk: 2026-11-22",
    "uiterlijk: 2026-12-25",
    "uiterlijk: ontslag - 3w",
    INGEKORT,
    "uiterlijk: ontslag + 5wd",
    "uiterlijk: buiten - 1m, niet_voor: 2026-11-25",
    "uiterlijk: 2026-11-24, opschorting: [{van: 2026-11-10}]",
    "uiterlijk: 2026-11-24, opschorting: [{van: 2026-11-02, hervat: 2026-11-09}, {van: 2026-11-28}]",
    "uiterlijk: ontslag - 3w, opschorting: [{van: 2026-11-02}]",
    "uiterlijk: pbw-18a vanaf 2026-10-26",
    "uiterlijk: wgs-4-1 vanaf 2026-11-20, opschorting: [{van: 2026-11-21}]",
    "uiterlijk: wgs-4a-3 vanaf 2026-10-19",
    "uiterlijk: huisbezoek vanaf 2026-11-16",
    "uiterlijk: onbekend vanaf 2026-11-16",
    "niet_voor: ontslag + 2w",
    "niet_voor: pw-41-4 vanaf 2026-11-20, uiterlijk: 2026-12-20",
    "status: gedaan",
)
DETENTIES = (
    "",
    "detentie: {ontslag: {verwacht: 2026-12-10}}\n",
    "detentie: {inrichting: PI Alphen, ontslag: {vroegst: 2026-12-01, verwacht: 2026-12-10}}\n",
    "detentie: {ontslag: {feitelijk: 2026-11-20}}\n",
    "detentie: {ontslag: {verwacht: 2026-12-10}, fasering: [{soort: pp, vanaf: 2026-11-30}]}\n",
)
STATUSSEN = ("in_detentie", "aangemeld", "afgesloten")
KAPOT = "dossier: [\n"
REGIOS: tuple[str | None, ...] = (
    REGIO,
    REGIO.replace("{Leiden: ,", "{Leiden: {termijnen: {wgs-4a-3: 6w}},"),
    REGIO.replace("{Leiden: ,", "{Leiden: {termijnen: {wgs-4a-3: 5w}},"),
    REGIO + "termijnen: {huisbezoek: {termijn: 2w}}\n",
    REGIO + "inkorting: 3wd\n",
    REGIO + "kalender: {gelijkgestelde_dagen: [2026-11-20, 2026-12-11, 2026-12-17]}\n",
    "nazorg: 2\nregio: Later\n",
    "regio: [\n",
    None,
)
FILTERS = (Filter(), Filter(gemeente=frozenset({"leiden"})), Filter(eigenaar=frozenset({"pi-alphen"})))


def count_as_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A werkmap of any size counts as large, and its files and folders as old enough to be known by their stamps."""
    monkeypatch.setattr(kijken, "VANAF", 1)
    monkeypatch.setattr(antwoord, "VANAF", 1)
    monkeypatch.setattr(stempel, "JONG", -(10**18))


def text_of(nummer: str, detentie: str, status: str, termijnen: tuple[str, ...], gemeente: str = "Leiden") -> str:
    """A dossier with an action for each of ``termijnen``, the second of them of an owner."""
    found = [
        f"wat: stap {place}, {'eigenaar: pi-alphen, ' if place == 1 else ''}{term}"
        for place, term in enumerate(termijnen)
    ]
    return dossier(nummer, detentie + (onderdak(*found) if found else ""), status=status, gemeente=gemeente)[1]


def by_index(folder: Path, peildatum: date = PEILDATUM, keuze: Filter = Filter(), binnen: int = 7) -> TeLaat | None:
    """What is overdue, as the index tells it; ``None`` when it cannot."""
    lijst = acties_from_index(Werkmap(folder), peildatum)
    return whole(group_overdue(lijst, keuze, binnen)) if lijst else None


def by_files(folder: Path, peildatum: date = PEILDATUM, keuze: Filter = Filter(), binnen: int = 7) -> TeLaat:
    """What is overdue, read anew."""
    return whole(group_overdue(acties_from_files(Register(Werkmap(folder), peildatum)), keuze, binnen))


def whole(lijst: TeLaat) -> TeLaat:
    """The list with all its rows in memory."""
    rows = {one: getattr(lijst, one) for one in lijst._fields}
    return lijst._replace(**{name: tuple(value) for name, value in rows.items() if isinstance(value, Collection)})


def mark_of(folder: Path) -> Path:
    """The file that says which is the index."""
    own = index_folder(folder)
    assert own is not None
    return own / f"{index_name(folder, own)}.merk"


def index_of(folder: Path) -> Path:
    """The file of the index."""
    mark = mark_of(folder)
    teken = mark.read_text() if mark.exists() else "geen"
    return mark.with_name(f"{mark.stem}.{teken}.sqlite")
