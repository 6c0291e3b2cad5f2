"""Many processes change one werkmap at the same time, some of them the same dossier.

python -m tests.campagnes.samen [--processen N] [--aantal N] [--seed N]

Exits with 1 when a change is lost, shares a commit with another, or the work tree is not clean.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.fabriek_git import git

from . import dochter
from .werkplaats import NUMMERS, Werkplaats, at_home, broken_objects, faults, finish, make
from .wijzigingen import log_entry, where


def main() -> int:
    """Run the campaign that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.campagnes.samen", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--processen", type=int, default=8, help="how many processes (8)")
    parser.add_argument("--aantal", type=int, default=50, help="how many changes each (50)")
    parser.add_argument("--seed", type=int, default=1, help="which dossiers (1)")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="nazorg-samen-"))
    at_home(folder)
    plaats = make(folder / "g", "git")
    dochter.warm_up(plaats)
    before = plaats.count()
    started = time.monotonic()
    together(plaats, folder, chosen.seed, chosen.processen, chosen.aantal)
    seconds = time.monotonic() - started
    marks = [f"merk{proces:02}x{number:04}" for proces in range(chosen.processen) for number in range(chosen.aantal)]
    refused = sorted(folder.glob("geweigerd-*"))
    wrong = [file.read_text(encoding="utf-8") for file in refused]
    kept = [merk for merk in marks if where(plaats, merk) == (True, True)]
    alone = commits_of_their_own(plaats, marks)
    wrong += [f"lost: {merk}" for merk in marks if merk not in kept]
    wrong += [f"not in one commit of its own: {merk}" for merk in marks if merk not in alone]
    wrong += [*faults(plaats), *broken_objects(plaats)]
    if plaats.count() - before != len(marks):
        wrong.append(f"{plaats.count() - before} commits")
    print("\n".join(wrong))
    print(
        f"{chosen.processen} processes: {len(kept)} of {len(marks)} changes kept, {len(alone)} in a commit of their "
        f"own, in {seconds:.0f} s; {len(wrong)} failures",
        file=sys.stderr,
    )
    return finish(folder, failed=bool(wrong))


def together(plaats: Werkplaats, folder: Path, seed: int, processen: int, aantal: int) -> None:
    """Let ``processen`` processes make ``aantal`` changes each, every change by a command in a process of its own."""
    children = []
    for proces in range(processen):
        child = os.fork()
        if child == 0:
            _one_by_one(plaats, folder, seed, proces, aantal)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)


def _one_by_one(plaats: Werkplaats, folder: Path, seed: int, proces: int, aantal: int) -> None:
    random = Random(seed * 1000 + proces)
    try:
        for number in range(aantal):
            opdracht = log_entry(plaats, f"NZ-2026-{random.choice(NUMMERS)}", f"merk{proces:02}x{number:04}")
            afloop = dochter.run(opdracht.arguments, folder / f"gezegd-{proces}")
            if not afloop.bevestigd:
                said = (folder / f"gezegd-{proces}").read_text(encoding="utf-8")
                (folder / f"geweigerd-{proces}-{number}").write_text(f"{afloop}: {said}", encoding="utf-8")
    finally:
        os._exit(0)


def commits_of_their_own(plaats: Werkplaats, marks: list[str]) -> set[str]:
    """Those of ``marks`` that some commit adds, and no other mark with it."""
    log = git(plaats.top, "log", "-p", "--unified=0", "--no-renames", "--format=commit %H")
    alone: dict[str, int] = {}
    for one in log.split("commit ")[1:]:
        added = [merk for line in one.splitlines() if line.startswith("+") for merk in _marks_in(line)]
        if len(added) == 1:
            alone[added[0]] = alone.get(added[0], 0) + 1
    return {merk for merk in marks if alone.get(merk) == 1}


def _marks_in(line: str) -> list[str]:
    _, *rest = line.split("merk")
    return [f"merk{part[:7]}" for part in rest]


if __name__ == "__main__":
    raise SystemExit(main())
