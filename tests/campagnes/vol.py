"""Write on a disk that is full, or becomes so half way.

python -m tests.campagnes.vol [--aantal N] [--seed N]

Needs to mount a small file system of its own, for which one has to be root; else it says so and exits with 77. Exits
with 1 when a refused change is in, an old one is lost, or the werkmap is not clean.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from nazorg.werkmap import is_left_behind

from . import dochter
from .werkplaats import PEILDATUM, SOORTEN, Werkplaats, at_home, broken_objects, faults, finish, make
from .wijzigingen import any_change, where

_GROOT = 4 << 20
_BLOK = 4096


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of a few megabytes. Raises ``PermissionError`` where none may be mounted."""
    disk = folder / "schijf"
    disk.mkdir()
    try:
        command = ["mount", "-t", "tmpfs", "-o", f"size={_GROOT}", "tmpfs", str(disk)]
        subprocess.run(command, check=True, capture_output=True)
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        raise PermissionError(str(error)) from error
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


class Campagne:
    """Changes on one small disk, with less and less room."""

    def __init__(self, plaats: Werkplaats, disk: Path, said: Path, random: Random) -> None:
        self.telling: Counter[str] = Counter()
        self.mislukt: list[str] = []
        self._plaats = plaats
        self._ballast = disk / "ballast"
        self._said = said
        self._random = random

    def once(self, number: int, room: int) -> None:
        """A change while there is room for ``room`` blocks only."""
        opdracht = any_change(self._random, self._plaats, number)
        if opdracht.hand:  # an editor had room
            path = self._plaats.dossiers[opdracht.hand[0]]
            path.write_bytes(path.read_bytes() + opdracht.hand[1])
        self._fill(room)
        afloop = dochter.run(opdracht.arguments, self._said)
        said = self._said.read_text(encoding="utf-8")
        half = is_left_behind(self._plaats.root)
        self._ballast.unlink()
        again = dochter.run(("--peildatum", PEILDATUM, "-C", str(self._plaats.root), "lijst"), self._said)
        here, committed = where(self._plaats, opdracht.merk)
        wrong = [] if again.code == 0 else [f"next start: {again}"]
        if afloop.code == 0:
            wrong += [] if here and committed else ["confirmed and lost"]
        elif afloop.code != 4 or "Traceback" in said:
            wrong.append(f"exit {afloop.code}: {said}")
        elif committed or (here and not opdracht.hand):
            wrong.append("refused, and in all the same")
        if opdracht.hand and not committed:
            path = self._plaats.dossiers[opdracht.hand[0]]
            wrong += [] if here else ["what was written by hand is lost"]
            path.write_bytes(path.read_bytes().removesuffix(opdracht.hand[1]))
        wrong += faults(self._plaats)
        self.telling["in" if committed else "uit"] += 1
        self.telling["vol"] += "vol" in said and afloop.code == 4
        self.telling["half"] += half
        self.mislukt += [f"{' '.join(opdracht.arguments[4:])}, {room} blocks: {one}" for one in wrong]

    def _fill(self, room: int) -> None:
        """Take all room but that of so many blocks."""
        with self._ballast.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * _BLOK)
            except OSError:
                file.truncate(max(0, self._ballast.stat().st_size - room * _BLOK))


def main() -> int:
    """Run the campaign that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.campagnes.vol", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--aantal", type=int, default=400, help="how many changes (400)")
    parser.add_argument("--seed", type=int, default=1, help="which campaign (1)")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="nazorg-vol-"))
    at_home(folder)
    started = time.monotonic()
    telling: Counter[str] = Counter()
    mislukt: list[str] = []
    per_place = 40
    number = 0
    while number < chosen.aantal and len(mislukt) < 20:
        soort = SOORTEN[(number // per_place) % len(SOORTEN)] if chosen.aantal > per_place else "git"
        try:
            with small_disk(folder) as disk:
                plaats = make(disk / "w", soort)
                if not number:
                    dochter.warm_up(plaats)
                campagne = Campagne(plaats, disk, folder / "gezegd", Random(chosen.seed * 1000 + number))
                for step in range(min(per_place, chosen.aantal - number)):
                    campagne.once(number, step % 40)
                    number += 1
                mislukt += [*campagne.mislukt, *broken_objects(plaats)]
                telling += campagne.telling
        except PermissionError as error:
            print(f"skipped: no file system may be mounted here ({error})", file=sys.stderr)
            return 77
        (folder / "schijf").rmdir()
    print("\n".join(mislukt))
    print(
        f"{number} changes on a full disk in {time.monotonic() - started:.0f} s: {telling['in']} in, {telling['uit']} "
        f"out ({telling['vol']} said that it is full, {telling['half']} left work for the next start); "
        f"{len(mislukt)} failures",
        file=sys.stderr,
    )
    return finish(folder, failed=bool(mislukt))


if __name__ == "__main__":
    raise SystemExit(main())
