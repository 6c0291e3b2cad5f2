"""Three clones and the place that they share: edits and ``bijwerken`` in random order, some of them killed.

python -m tests.campagnes.bijwerken [--aantal N] [--seed N]

Exits with 1 when the heads do not end the same, an edit that was confirmed is lost, a file does not check, or a clone
is not clean.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from statistics import median
from zlib import crc32

from tests.fabriek_git import git

from .dochter import Afloop, run
from .werkplaats import PEILDATUM, Werkplaats, at_home, broken_objects, faults, finish, make, wait_for_children
from .wijzigingen import where

_KLONEN = ("a", "b", "c")
_DODEN = 0.15
"""Of the commands so many are killed."""


class Campagne:
    """Edits and exchanges in three clones. ``random`` decides on everything."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.aantal: Counter[str] = Counter()
        self.mislukt: list[str] = []
        self._random = Random(seed)
        self._said = folder / "gezegd"
        first = make(folder / "eerste", "git")
        git(folder, "clone", "--quiet", "--bare", str(first.top), "centraal.git")
        self._klonen = [self._clone(folder, name) for name in _KLONEN]
        self._confirmed: list[str] = []
        self._long: dict[str, list[float]] = {"bijwerken": [], "wijzigen": []}

    def run(self, aantal: int) -> None:
        """Make ``aantal`` edits, and bring all clones to the same end."""
        for nummer in range(aantal):
            kloon = self._random.randrange(len(self._klonen))
            self._edit(kloon, nummer)
            if self._random.random() < 0.6:
                self._exchange(self._klonen[self._random.randrange(len(self._klonen))])
            if len(self.mislukt) > 10:
                return
        for _ in range(3):
            for plaats in self._klonen:
                self._exchange(plaats, may_die=False)
        self._judge()

    def _clone(self, folder: Path, name: str) -> Werkplaats:
        git(folder, "clone", "--quiet", "centraal.git", name)
        top = folder / name
        git(top, "config", "gc.auto", "0")
        git(top, "config", "user.name", f"Kloon {name}")
        return Werkplaats(top, top, top / ".git")

    def _edit(self, kloon: int, nummer: int) -> None:
        plaats, merk = self._klonen[kloon], f"merk{nummer:06}"
        names = sorted(plaats.dossiers)
        kind = self._random.choice(("logboek", "logboek", "actie", "zet", "nieuw"))
        # A field that two people change to two values is not what this is about: each has dossiers for that.
        own = [name for name in names if crc32(name.encode()) % len(_KLONEN) == kloon]
        dossier = self._random.choice(own if kind == "zet" else names)
        rest = {
            "logboek": (dossier, f"Gebeld {merk}"),
            "actie": (dossier, "onderdak", f"Bellen {merk}", "--eigenaar", "pi-alphen", "--uiterlijk", "2027-02-01"),
            "zet": (dossier, f"zorg.situatie=Bij familie {merk}", "--reden", merk),
            "nieuw": ("--gemeente", "Leiden", "--regisseur", "m.bakker", "--reden", merk),
        }[kind]
        afloop = self._command(plaats, kind, *rest, kind="wijzigen")
        self.aantal["wijzigingen"] += 1
        if afloop.bevestigd:
            self._confirmed.append(merk)
        elif afloop.code is not None and not self._waits(plaats):
            self.mislukt.append(f"{kind} {merk}: exit {afloop.code}: {self._said.read_text(encoding='utf-8')}")

    def _exchange(self, plaats: Werkplaats, *, may_die: bool = True) -> None:
        afloop = self._command(plaats, "bijwerken", kind="bijwerken", may_die=may_die)
        self.aantal["keer bijgewerkt"] += 1
        if self._waits(plaats):
            self.aantal["keuzes"] += 1
            self._choose(plaats)
            return
        if afloop.code not in (0, None):
            self.mislukt.append(f"bijwerken {plaats.top.name}: {self._said.read_text(encoding='utf-8')}")

    def _command(self, plaats: Werkplaats, *words: str, kind: str, may_die: bool = True) -> Afloop:
        known = self._long[kind]
        dies = may_die and len(known) > 2 and self._random.random() < _DODEN
        moment = self._random.uniform(0, 1.05 * median(known)) if dies else None
        group = self._random.random() < 0.5
        if not wait_for_children(plaats) or not _is_quiet(plaats):
            self.mislukt.append("a git goes on and on")
        afloop = run(("--peildatum", PEILDATUM, "-C", str(plaats.root), *words), self._said, moment, group=group)
        if afloop.code is None:
            self.aantal.update(["doden", f"{kind} gedood"])
        elif afloop.bevestigd:
            known.append(afloop.seconden)
        return afloop

    def _waits(self, plaats: Werkplaats) -> bool:
        return (plaats.top / ".git/MERGE_HEAD").exists()

    def _choose(self, plaats: Werkplaats) -> None:
        """Two people who keep what both wrote."""
        listed = git(plaats.top, "ls-files", "--unmerged")
        for path in dict.fromkeys(line.partition("\t")[2] for line in listed.splitlines()):
            for stage, name in (("1", "basis"), ("2", "wij"), ("3", "zij")):
                blob = subprocess.run(
                    ["git", "cat-file", "blob", f":{stage}:{path}"], cwd=plaats.top, capture_output=True, check=False
                )
                (plaats.top / f".git/{name}").write_bytes(blob.stdout)
            both = git(plaats.top / ".git", "merge-file", "--union", "-p", "wij", "basis", "zij")
            (plaats.top / path).write_text(both, encoding="utf-8")
            git(plaats.top, "add", path)
        git(plaats.top, "commit", "--quiet", "--no-edit")

    def _judge(self) -> None:
        heads = {git(plaats.top, "rev-parse", "HEAD") for plaats in self._klonen}
        heads.add(git(self._klonen[0].top.parent / "centraal.git", "rev-parse", "main"))
        if len(heads) != 1:
            self.mislukt.append(f"{len(heads)} different heads")
        for plaats in self._klonen:
            lost = [merk for merk in self._confirmed if where(plaats, merk) != (True, True)]
            self.mislukt += [f"lost in {plaats.top.name}: {merk}" for merk in lost]
            self.mislukt += [f"{plaats.top.name}: {fault}" for fault in (*faults(plaats), *broken_objects(plaats))]
            if self._command(plaats, "controleer", "--vorm", "kort", kind="bijwerken", may_die=False).code != 0:
                self.mislukt.append(f"{plaats.top.name}: {self._said.read_text(encoding='utf-8')}")

    def summary(self, seed: int, seconds: float) -> str:
        told = ", ".join(f"{number} {what}" for what, number in sorted(self.aantal.items()))
        return (
            f"seed {seed}: {told}, {len(self._confirmed)} confirmed, in {seconds:.0f} s; {len(self.mislukt)} failures"
        )


def _is_quiet(plaats: Werkplaats) -> bool:
    """Whether no git is exchanging any more that a killed command had started."""
    return wait_for_children(plaats, naam="net.bezig")


def main() -> int:
    """Run the campaign that the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.campagnes.bijwerken", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--aantal", type=int, default=500, help="how many edits (500)")
    parser.add_argument("--seed", type=int, default=1, help="which campaign (1)")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="nazorg-bijwerken-"))
    at_home(folder)
    started = time.monotonic()
    campagne = Campagne(chosen.seed, folder)
    campagne.run(chosen.aantal)
    print("\n".join(campagne.mislukt))
    print(campagne.summary(chosen.seed, time.monotonic() - started), file=sys.stderr)
    return finish(folder, failed=bool(campagne.mislukt))


if __name__ == "__main__":
    raise SystemExit(main())
