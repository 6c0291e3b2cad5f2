"""What belongs to the machine and its user: git itself, who signs, the window, the persons file."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from nazorg.errors import NazorgError
from nazorg.gitrepo.opdracht import git
from nazorg.register import Register
from nazorg.werkmap import is_shared, personen_path
from nazorg.zelftest.punt import Machine, Oordeel, Punt, good

_UTF8 = ("utf8", "cp65001")
_VERSIES = Path(__file__).with_name("gitversies.json")


def check_git(root: Path) -> Iterator[Punt]:
    """Which git there is, and what is known of that version."""
    try:
        said = git(root, "--version").stdout
    except NazorgError as error:
        doe = "Zonder git werkt alles behalve de geschiedenis en het samenwerken. Vraag uw beheerder om git."
        yield Punt("git", Oordeel.LET_OP, error.message, doe)
        return
    version = _number(said)
    known = json.loads(_VERSIES.read_text(encoding="utf-8"))
    name = ".".join(map(str, version))
    if version < _number(known["bijwerken"]):
        doe = f"Vraag uw beheerder om git {known['bijwerken']} of nieuwer."
        yield Punt("git", Oordeel.MIS, f"git {name} is te oud voor nazorg bijwerken.", doe)
        return
    open_holes = [hole for hole in known["gaten"] if not _is_mended(version, hole["hersteld_in"])]
    for hole in open_holes:
        doe = (
            "Kloon geen mappen van vreemden. Uw leverancier kan het al hersteld hebben; vraag anders een nieuwere git."
        )
        yield Punt("git", Oordeel.LET_OP, f"git {name} heeft een bekend lek ({hole['cve']}): {hole['wat']}.", doe)
    if not open_holes:
        yield good("git", f"git {name}")


def check_identity(root: Path, register: Register) -> Iterator[Punt]:
    """In whose name changes are committed, and whether the region knows them."""
    try:
        mail = git(root, "config", "--get", "user.email").stdout.strip()
        naam = git(root, "config", "--get", "user.name").stdout.strip()
    except NazorgError:
        return
    if not mail:
        doe = "git config --global user.email U@GEMEENTE.NL"
        yield Punt("wie u bent", Oordeel.MIS, "git weet niet wie u bent; zo kan er niets vastgelegd worden.", doe)
        return
    regisseur = register.regisseur_met(mail)
    if regisseur is None:
        doe = "Zet het in nazorg.yaml bij uw naam onder 'mail', dan werkt --mijn ook."
        yield Punt("wie u bent", Oordeel.LET_OP, f"Uw adres {mail} hoort bij geen regisseur in nazorg.yaml.", doe)
    elif not naam:
        doe = "Wijzigt u ook met git zelf: git config --global user.name 'UW NAAM'"
        yield Punt("wie u bent", Oordeel.LET_OP, f"{regisseur} ({mail}); git kent uw naam niet.", doe)
    else:
        yield good("wie u bent", f"{naam} ({mail}), regisseur {regisseur}")


def check_window(machine: Machine) -> Iterator[Punt]:
    """Whether the window shows the letters that we write."""
    if machine.codering.lower().replace("-", "").replace("_", "") in _UTF8:
        yield good("venster", "letters als UTF-8")
    else:
        doe = "Windows: geef eerst 'chcp 65001'. Elders: zet LANG op een naam die op UTF-8 eindigt."
        yield Punt(
            "venster", Oordeel.LET_OP, f"Het venster verwacht {machine.codering}; sommige letters vallen weg.", doe
        )


def check_persons() -> Iterator[Punt]:
    """Where the names behind the pseudonyms are."""
    try:
        place = personen_path()
    except NazorgError as error:
        yield Punt("personenbestand", Oordeel.MIS, error.message, error.remedy)
        return
    if place is None:
        yield good("personenbestand", "niet ingesteld; dossiers tonen alleen pseudoniemen")
    elif is_shared(place):
        doe = "Zet het buiten elke werkmap en git-map. Is het al gedeeld, overleg dan met uw privacy officer."
        yield Punt(
            "personenbestand", Oordeel.MIS, f"{place} ligt in een werkmap of git-map, en kan gedeeld worden.", doe
        )
    elif not place.is_file():
        yield Punt("personenbestand", Oordeel.LET_OP, f"{place} bestaat niet.", "Kijk NAZORG_PERSONEN na.")
    else:
        yield good("personenbestand", str(place))


def _number(said: str) -> tuple[int, ...]:
    found = re.search(r"\d+(?:\.\d+)+", said)
    return tuple(int(part) for part in found[0].split(".")) if found else (0,)


def _is_mended(version: tuple[int, ...], mended: list[str]) -> bool:
    """Whether ``version`` is one of those of its line that has the repair, or of a line that began with it."""
    fixes = [_number(one) for one in mended]
    return version > max(fixes) or any(version[:2] == fix[:2] and version >= fix for fix in fixes)
