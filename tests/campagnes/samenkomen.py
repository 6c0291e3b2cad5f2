"""Let every system call fail while the work of two people comes together, and kill the process at it.

python -m tests.campagnes.samenkomen [--aantal N] [--seed N]

``bijwerken`` that merges one dossier of two people, and ``los-op`` that finishes such a merge. Without ``--aantal`` all
of them. Exits with 1 when the command neither succeeded nor said what is wrong, or when, after the same command was
given again, a change of either is lost, or the work tree is not clean.
"""

import argparse
import multiprocessing
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path
from random import Random

from tests.fabriek_git import git

from . import dochter
from .storing import Storing, places, run, why_not
from .weigeren import faults_of
from .werkplaats import NUMMERS, PEILDATUM, Werkplaats, at_home, broken_objects, faults, finish, make, wait_for_children
from .wijzigingen import where

HIER, DAAR = "merkhier01", "merkdaar01"
_DOSSIER = f"NZ-2026-{NUMMERS[0]}"
OPDRACHTEN = {"bijwerken": ("bijwerken",), "los-op": ("los-op", "--alles", "mijn")}
_BLIJFT = {"bijwerken": (HIER, DAAR), "los-op": (HIER,)}
"""Of two values of one field the one that is chosen stays."""


def prepare(folder: Path, soort: str) -> None:
    """Two clones and what they share, one step before the command: the other one's work is shared, one's own is not."""
    first = make(folder / "eerste", "git")
    git(folder, "clone", "--quiet", "--bare", str(first.top), "centraal.git")
    words = {"bijwerken": ("logboek", _DOSSIER, "Gebeld {}"), "los-op": ("zet", _DOSSIER, "onderdak.situatie=Bij {}")}
    for name, merk in (("daar", DAAR), ("hier", HIER)):
        git(folder, "clone", "--quiet", "centraal.git", name)
        git(folder / name, "remote", "set-url", "origin", "../centraal.git")
        git(folder / name, "config", "gc.auto", "0")
        _command(folder, name, *(word.format(merk) for word in words[soort]))
    git(folder / "hier", "reset", "--quiet", "--hard")
    assert _command(folder, "daar", "bijwerken").code == 0
    if soort == "los-op":
        assert _command(folder, "hier", "bijwerken").code == 4
        assert (folder / "hier/.git/MERGE_HEAD").exists()


def _command(folder: Path, name: str, *words: str) -> dochter.Afloop:
    return dochter.run(("--peildatum", PEILDATUM, "-C", str(folder / name), *words), folder / "gezegd")


def _arguments(folder: Path, soort: str) -> tuple[str, ...]:
    return ("--peildatum", PEILDATUM, "-C", str(folder / "hier"), *OPDRACHTEN[soort])


def all_faults(folder: Path, soort: str) -> list[Storing]:
    """Everything that can go wrong in the command."""
    here = folder / f"{soort}-spoor"
    shutil.copytree(folder / soort, here)
    code, said, _ = run(_arguments(here, soort), here, None)
    assert code == 0, said
    found = [storing for plek in places(here, here / "hier") for storing in faults_of(plek)]
    # What is made to fail does not close; git would wait for ever for the end of a pipe that it holds itself.
    return [one for one in found if not (one.plek.proces and one.plek.call == "close" and one.blijvend)]


def judge(folder: Path, number: int, soort: str, storing: Storing) -> tuple[str, list[str]]:
    """What came of one fault (``af``, ``niet af``, ``niet geraakt``), and what is wrong with that."""
    here = folder / f"{soort}-{number}"
    shutil.copytree(folder / soort, here)
    plaats = Werkplaats(here / "hier", here / "hier", here / "hier/.git")
    code, said, hit = run(_arguments(here, soort), here, storing)
    wait_for_children(plaats)
    wait_for_children(plaats, naam="net.bezig")
    is_af = _is_done(here, soort)
    wrong = _wrong_answer(code, said, storing, is_af=is_af)
    if _command(here, "hier", "lijst").code not in (0, 3):  # a dossier in which there is something to choose
        wrong.append(f"next start: {(here / 'gezegd').read_text(encoding='utf-8')}")
    # A git that is killed, or may not take its own lock away, leaves it: the next command says that it cannot go on.
    locked = storing.plek.proces and ("unlink" in storing.plek.call or storing.hoe == "KILL")
    again = _command(here, "hier", *OPDRACHTEN[soort])
    stays = locked and again.code == 4 and any((here / "hier/.git").rglob("*.lock"))
    if not stays:
        if again.code != 0 or not _is_done(here, soort):
            wrong.append(f"again: exit {again.code}: {(here / 'gezegd').read_text(encoding='utf-8')}")
        wrong += _state(plaats, soort)
    if not wrong:
        shutil.rmtree(here)
    outcome = "niet geraakt" if not hit else "af" if is_af else "niet af"
    return outcome, [f"{soort} {' '.join(map(str, storing[1:]))} {storing.plek}: {one} ({here})" for one in wrong]


def _is_done(folder: Path, soort: str) -> bool:
    """Whether both sides are in one commit, and what is to be shared is."""
    if (folder / "hier/.git/MERGE_HEAD").exists():
        return False
    theirs = git(folder / "daar", "rev-parse", "HEAD").strip()
    held = subprocess.run(["git", "merge-base", "--is-ancestor", theirs, "HEAD"], cwd=folder / "hier", check=False)
    shared = git(folder / "centraal.git", "rev-parse", "main") == git(folder / "hier", "rev-parse", "HEAD")
    return held.returncode == 0 and (shared or soort == "los-op")


def _state(plaats: Werkplaats, soort: str) -> list[str]:
    try:
        wrong = [*faults(plaats), *broken_objects(plaats)]
    except subprocess.CalledProcessError as error:
        return [f"git cannot read it: {error.stderr}"]
    wrong += [f"lost: {merk}" for merk in _BLIJFT[soort] if where(plaats, merk) != (True, True)]
    if git(plaats.top, "status", "--porcelain"):
        wrong.append("not clean")
    return wrong


def _wrong_answer(code: int, said: str, storing: Storing, *, is_af: bool) -> list[str]:
    if storing.hoe == "KILL" and not storing.plek.proces:
        return []
    if code == 0:
        return [] if is_af else [f"said that it was done: {said}"]
    muted = storing.plek.call == "write" and storing.blijvend
    wrong = [] if code in (1, 4) else [f"exit {code}: {said}"]
    if not muted and "Traceback" in said:
        wrong.append(f"no words for a person: {said}")
    return wrong


def _judged(folder: Path, job: tuple[int, str, Storing]) -> tuple[str, str, list[str]]:
    outcome, wrong = judge(folder, *job)
    return job[2].hoe, outcome, wrong


def main() -> int:
    """Run the campaign that the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.campagnes.samenkomen", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--aantal", type=int, default=0, help="how many faults, by chance (all)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (1)")
    chosen = parser.parse_args()
    if reason := why_not():
        print(f"skipped: {reason}", file=sys.stderr)
        return 77
    started = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="nazorg-samenkomen-"))
    at_home(folder)
    dochter.warm_up(make(folder / "warm", "git"))
    for soort in OPDRACHTEN:
        (folder / soort).mkdir()
        prepare(folder / soort, soort)
    jobs = [(soort, storing) for soort in OPDRACHTEN for storing in all_faults(folder, soort)]
    total = len(jobs)
    if chosen.aantal:
        jobs = Random(chosen.seed).sample(jobs, min(chosen.aantal, total))
    telling: Counter[str] = Counter()
    mislukt: list[str] = []
    with multiprocessing.get_context("fork").Pool(2) as pool:
        numbered = [(number, *job) for number, job in enumerate(jobs)]
        for hoe, outcome, wrong in pool.imap_unordered(partial(_judged, folder), numbered):
            telling.update([outcome, hoe, "tried"])
            mislukt += wrong
    print("\n".join(mislukt))
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(telling.items()) if kind != "tried")
    print(
        f"{telling['tried']} of {total} faults in {time.monotonic() - started:.0f} s: {kinds}; {len(mislukt)} failures",
        file=sys.stderr,
    )
    return finish(folder, failed=bool(mislukt))


if __name__ == "__main__":
    raise SystemExit(main())
