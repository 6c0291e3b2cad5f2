"""Kill changing commands at random moments, and look what is left after the next start.

python -m tests.campagnes.doden [--aantal N] [--seed N]

Exits with 1 when a change that was confirmed is not there, a file is torn, or a work tree is not clean.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median

from nazorg.werkmap.eigen import own_folder

from .dochter import Afloop, run, warm_up
from .werkplaats import (
    NUMMERS,
    PEILDATUM,
    SOORTEN,
    Werkplaats,
    at_home,
    broken_objects,
    faults,
    finish,
    make,
    wait_for_children,
)
from .wijzigingen import Opdracht, any_change, log_entry, where

_PER_PLAATS = 50
"""So many kills in one werkmap; then comes a fresh one of the next kind."""
_HOEVEEL_SCHRIJVEN = 0.5
"""Of the time of a command it writes about so much: from its journal on."""


@dataclass
class Telling:
    """What was done, and what came of it."""

    aantal: Counter[str] = field(default_factory=Counter)
    mislukt: list[str] = field(default_factory=list)

    def summary(self, seed: int, seconds: float) -> str:
        kinds = ", ".join(f"{self.aantal[soort]} {soort}" for soort in SOORTEN)
        return (
            f"seed {seed}: {self.aantal['doden']} kills in {seconds:.0f} s ({kinds}; {self.aantal['groep']} with their "
            f"git): {self.aantal['journaal']} half written, of which {self.aantal['commit']} with a commit, "
            f"{self.aantal['hersteld gedood']} killed again while being put right, {self.aantal['erin']} in, "
            f"{self.aantal['eruit']} out, {self.aantal['voltooid']} changes not killed; {len(self.mislukt)} failures"
        )


class Campagne:
    """Kills in one werkmap after the other. ``random`` decides on everything."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.telling = Telling()
        self._random = Random(seed)
        self._folder = folder
        self._said = folder / "gezegd"
        self._long: defaultdict[str, deque[float]] = defaultdict(lambda: deque(maxlen=9))
        self._nummer = 0

    def run(self, aantal: int) -> None:
        """Kill ``aantal`` times."""
        while self.telling.aantal["doden"] < aantal and len(self.telling.mislukt) < 20:
            for soort in SOORTEN:
                here = min(_PER_PLAATS, -(-aantal // 4), aantal - self.telling.aantal["doden"])
                self._in_one_place(make(self._folder / f"{soort}-{self._nummer}", soort), soort, here)

    def _in_one_place(self, plaats: Werkplaats, soort: str, aantal: int) -> None:
        if not self._nummer:
            warm_up(plaats)
        last = self.telling.aantal["doden"] + aantal
        kept: list[str] = []
        lost: list[str] = []
        while self.telling.aantal["doden"] < last and len(self.telling.mislukt) < 20:
            self._nummer += 1
            opdracht = any_change(self._random, plaats, self._nummer)
            before = len(self.telling.mislukt)
            inside = self._once(plaats, soort, opdracht)
            (kept if inside else lost).append(opdracht.merk)
            if len(self.telling.mislukt) > before:
                return
        wrong = [merk for merk in kept if where(plaats, merk) != (True, True)]
        wrong += [merk for merk in lost if where(plaats, merk)[1]]
        self.telling.mislukt += [f"{merk}: in the end it is not as it was" for merk in wrong]
        self.telling.mislukt += broken_objects(plaats)

    def _once(self, plaats: Werkplaats, soort: str, opdracht: Opdracht) -> bool:
        """One command, most often killed; whether its change is in afterwards."""
        if opdracht.hand:
            file = plaats.dossiers[opdracht.hand[0]]
            file.write_bytes(file.read_bytes() + opdracht.hand[1])
        group = self._random.random() < 0.5
        known = self._long[f"{bool(plaats.common)} {opdracht.arguments[4]}"]
        moment = self._random.uniform(0.0, 1.05 * median(known)) if len(known) > 1 else None
        journal = own_folder(plaats.root) / "journaal.json"
        if moment is None or self._random.random() < 0.5:  # anywhere, or while it is being written
            afloop = run(opdracht.arguments, self._said, moment, group=group)
        else:
            afloop = run(opdracht.arguments, self._said, moment * _HOEVEEL_SCHRIJVEN, group=group, counted_from=journal)
        if afloop.code is None:
            self.telling.aantal.update(["doden", soort, *(["groep"] if group else [])])
            if journal.exists():
                self.telling.aantal.update(
                    ["journaal", *(["commit"] if b'"naar": ""' not in journal.read_bytes() else [])]
                )
        else:
            self.telling.aantal["voltooid"] += 1
            known.append(afloop.seconden)
            if not afloop.bevestigd:
                self._fail(opdracht, f"exit {afloop.code}: {self._said.read_text(encoding='utf-8')}", plaats)
        self._next_start(plaats, opdracht)
        return self._judge(plaats, opdracht, afloop)

    def _next_start(self, plaats: Werkplaats, opdracht: Opdracht) -> None:
        """A command that reads or one that writes; now and then it is killed too, and another comes."""
        reading = ("--peildatum", PEILDATUM, "-C", str(plaats.root), "lijst")
        if self._random.random() < 0.2:
            again = run(reading, self._said, self._random.uniform(0.002, 0.06), group=True)
            self.telling.aantal["hersteld gedood"] += again.code is None
        if self._random.random() < 0.5:
            if not wait_for_children(plaats):
                self._fail(opdracht, "a git goes on and on", plaats)
            afloop = run(reading, self._said)
        else:
            merk = f"volg{self._nummer:06}"
            hand = opdracht.hand[0] if opdracht.hand else ""  # that one would be saved along
            other = self._random.choice([f"NZ-2026-{nummer}" for nummer in NUMMERS if not hand.endswith(nummer)])
            afloop = run(log_entry(plaats, other, merk).arguments, self._said)
            if where(plaats, merk) != (True, True):
                self._fail(opdracht, "the next change is lost", plaats)
        if afloop.code != 0:
            self._fail(opdracht, f"next start: exit {afloop.code}: {self._said.read_text(encoding='utf-8')}", plaats)

    def _judge(self, plaats: Werkplaats, opdracht: Opdracht, afloop: Afloop) -> bool:
        here, committed = where(plaats, opdracht.merk)
        if afloop.bevestigd and not (here and committed):
            self._fail(opdracht, f"confirmed and lost: in the file {here}, in git {committed}", plaats)
        if opdracht.hand and here and not committed:  # still what it was: unsaved work of a person
            file = plaats.dossiers[opdracht.hand[0]]
            file.write_bytes(file.read_bytes().removesuffix(opdracht.hand[1]))
        elif here != committed or (opdracht.hand and not here):
            self._fail(opdracht, f"half: in the file {here}, in git {committed}", plaats)
        for fault in faults(plaats):
            self._fail(opdracht, fault, plaats)
        self.telling.aantal["erin" if committed else "eruit"] += 1
        return committed

    def _fail(self, opdracht: Opdracht, what: str, plaats: Werkplaats) -> None:
        self.telling.mislukt.append(f"{' '.join(opdracht.arguments[4:])}: {what} ({plaats.root})")


def main() -> int:
    """Run the campaign that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.campagnes.doden", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--aantal", type=int, default=2000, help="how many kills (2000)")
    parser.add_argument("--seed", type=int, default=1, help="which campaign (1)")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="nazorg-doden-"))
    at_home(folder)
    started = time.monotonic()
    campagne = Campagne(chosen.seed, folder)
    campagne.run(chosen.aantal)
    print("\n".join(campagne.telling.mislukt))
    print(campagne.telling.summary(chosen.seed, time.monotonic() - started), file=sys.stderr)
    return finish(folder, failed=bool(campagne.telling.mislukt))


if __name__ == "__main__":
    raise SystemExit(main())
