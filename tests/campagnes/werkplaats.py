"""Werkmappen to write in, one in each kind of place, and what must hold of them whatever happened."""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nazorg.begrippen.bron import Bestand
from nazorg.reading import read_dossier
from nazorg.werkmap.eigen import own_folder
from tests.fabriek_git import git

SOORTEN = ("git", "submap", "werkboom", "los")
"""A repository, a folder in one, a second work tree of one, and a plain folder."""

NUMMERS = ("k7f3mq", "d3eu9g", "x7qm5t", "b4rt2v", "c5sn3w", "f6yp4x")
PEILDATUM = "2026-11-23"
_STAYS = ("slot", "bezig", "net.slot", "net.bezig", "attributen", "journaal.json.nieuw", ".gitignore")
_AFGELEID = ("index-", "geschiedenis-")
"""What is derived, and may be there or not: what reads writes it too."""
_REGIO = """\
nazorg: 1
regio: Voorbeeld
gemeenten: {Leiden: , Katwijk: }
regisseurs:
  m.bakker: {naam: M. Bakker, mail: m.bakker@example.org, gemeenten: [Leiden]}
partners:
  pi-alphen: {naam: PI Alphen, soort: pi}
"""
_DOSSIER = """\
# Een verzonnen dossier.
dossier: NZ-2026-{nummer}
betrokkene: p-{nummer}
aanmelding: 2026-11-02
status: in_detentie
gemeente: Leiden
regisseur: m.bakker
kader: vrijwillig
detentie:
  soort: gevangenisstraf
  inrichting: PI Alphen
  ingesloten: 2026-10-01
  binnenkomst: 2026-10-02
  ontslag: {{verwacht: 2027-01-19}}  # zodra bekend
leefgebieden:
  onderdak:
    hulpvraag: ja
    stand: loopt
    situatie: Geen adres.
    acties:
      - id: h2ab
        wat: Wonen bespreken
        eigenaar: m.bakker
        uiterlijk: ontslag - 4w
logboek:
  - {{id: j2ab, op: 2026-11-03, kort: Kennis gemaakt.}}
"""


@dataclass(frozen=True)
class Werkplaats:
    """A werkmap at ``root``; ``top`` is that of its work tree, ``common`` the repository (``None``: a plain folder)."""

    root: Path
    top: Path
    common: Path | None

    @property
    def dossiers(self) -> dict[str, Path]:
        """Every dossier by its number."""
        return {path.stem: path for path in sorted((self.root / "dossiers").rglob("*.yaml"))}

    def count(self) -> int:
        """How many commits there are; none in a plain folder."""
        return int(git(self.top, "rev-list", "--count", "HEAD")) if self.common else 0


def make(folder: Path, soort: str) -> Werkplaats:
    """A werkmap of a few small dossiers in ``folder``, which need not exist."""
    top = folder / ("hoofd" if soort == "werkboom" else "map")
    root = top / "regio" if soort == "submap" else top
    (root / "dossiers" / "2026").mkdir(parents=True)
    (root / "nazorg.yaml").write_text(_REGIO, encoding="utf-8")
    for nummer in NUMMERS:
        text = _DOSSIER.format(nummer=nummer)
        (root / "dossiers" / "2026" / f"NZ-2026-{nummer}.yaml").write_text(text, encoding="utf-8")
    if soort == "los":
        return Werkplaats(root, top, None)
    (top / "README").write_text("Nog iets anders.\n", encoding="utf-8")
    git(top, "init", "--quiet")
    git(top, "config", "gc.auto", "0")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "x")
    if soort == "werkboom":
        git(top, "worktree", "add", "--quiet", "-b", "tweede", "../tweede")
        return Werkplaats(folder / "tweede", folder / "tweede", top / ".git")
    return Werkplaats(root, top, top / ".git")


def faults(plaats: Werkplaats) -> list[str]:
    """What is wrong in a werkmap in which nobody writes: torn, dirty, or left behind."""
    found = [f"left behind: {os.path.relpath(path, plaats.top)}" for path in _left(plaats)]
    for nummer, path in plaats.dossiers.items():
        data = path.read_bytes()
        gelezen = read_dossier(Bestand(path.name, data))
        if gelezen.waarde is None or gelezen.waarde.dossier != nummer:
            found.append(f"torn: {nummer}")
    if plaats.common:
        status = git(plaats.top, "status", "--porcelain", "--untracked-files=all")
        found += [f"dirty: {line}" for line in status.splitlines()]
        if git(plaats.top, "diff", "--name-only", "HEAD"):
            found.append("differs from the last commit")
    return found


def broken_objects(plaats: Werkplaats) -> list[str]:
    """What ``git fsck`` finds, beside objects that nothing points at."""
    if not plaats.common:
        return []
    said = git(plaats.top, "fsck", "--full", "--no-dangling", "--no-progress")
    return [f"fsck: {line}" for line in said.splitlines()]


def wait_for_children(plaats: Werkplaats, seconds: float = 20, naam: str = "bezig") -> bool:
    """Wait until no git runs any more that a killed command had started; whether that came to pass."""
    try:
        handle = os.open(own_folder(plaats.root) / naam, os.O_RDWR)
    except FileNotFoundError:
        return True
    try:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(0.001)
            else:
                return True
        return False
    finally:
        os.close(handle)


def _left(plaats: Werkplaats) -> Iterator[Path]:
    """What no finished command leaves: hidden files beside the dossiers, locks of git, our own notes."""
    for path in (plaats.root / "dossiers").rglob(".*"):
        yield path
    for path in own_folder(plaats.root).glob("*"):
        if path.name not in _STAYS and not path.name.startswith(_AFGELEID):
            yield path
    if plaats.common:
        for folder, below, names in os.walk(plaats.common):
            below[:] = [name for name in below if name != "objects"]
            yield from (Path(folder, name) for name in names if name.endswith(".lock"))


def at_home(folder: Path) -> None:
    """A home without anyone's settings, for this process and all that it starts."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "NAZORG_", "XDG_"))]:
        del os.environ[name]
    os.environ |= {"HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    (folder / ".gitconfig").write_text("[user]\n  email = m.bakker@example.org\n", encoding="utf-8")


def finish(folder: Path, *, failed: bool) -> int:
    """The exit code; what failed stays in ``folder`` to be looked at, else it goes."""
    if failed:
        print(f"files: {folder}")
    else:
        shutil.rmtree(folder)
    return int(failed)
