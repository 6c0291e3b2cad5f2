"""Let every system call of a write fail, once and from then on, and kill the process at it.

python -m tests.campagnes.weigeren [--aantal N] [--seed N]

Without ``--aantal`` all of them. Exits with 1 when the command neither succeeded nor said what is wrong (exit 4), or
when afterwards a change is half in, lost, or in although it was refused.
"""

import argparse
import multiprocessing
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from random import Random

from . import dochter
from .storing import Plek, Storing, places, run, why_not
from .werkplaats import NUMMERS, PEILDATUM, Werkplaats, at_home, broken_objects, faults, finish, make, wait_for_children
from .wijzigingen import Opdracht, log_entry, where

_SOORTEN = ("git", "los")
_STARTEN = ("vfork", "fork", "clone", "clone3", "pipe2")
MERK = "merk000001"


def all_faults(folder: Path, soort: str) -> list[Storing]:
    """Everything that can go wrong in the one change that is tried, in a werkmap of this kind."""
    folder = folder / f"{soort}-spoor"
    plaats = make(folder, soort)
    code, said, _ = run(_change(plaats).arguments, folder, None)
    assert code == 0, said
    return [storing for plek in places(folder, plaats.top) for storing in faults_of(plek)]


def faults_of(plek: Plek) -> Iterable[Storing]:
    for error in ("EAGAIN", "ENOMEM") if plek.call in _STARTEN else ("EIO", "ENOSPC"):
        yield Storing(plek, error, blijvend=False)
        yield Storing(plek, error, blijvend=True)
    yield Storing(plek, "KILL", blijvend=False)


def _change(plaats: Werkplaats) -> Opdracht:
    return log_entry(plaats, f"NZ-2026-{NUMMERS[0]}", MERK)


def judge(folder: Path, number: int, soort: str, storing: Storing) -> tuple[str, list[str]]:
    """What came of one fault (``in``, ``uit``, ``gedood``, ``niet geraakt``), and what is wrong with that."""
    here = folder / f"{soort}-{number}"
    plaats = make(here, soort)
    code, said, hit = run(_change(plaats).arguments, here, storing)
    wait_for_children(plaats)
    reading = ("--peildatum", PEILDATUM, "-C", str(plaats.root), "lijst")
    again = dochter.run(reading, here / "gezegd")
    here_and_committed = where(plaats, MERK)
    try:
        wrong = [*faults(plaats), *broken_objects(plaats)]
    except subprocess.CalledProcessError as error:
        wrong = [f"git cannot read it: {error.stderr}"]
    if storing.plek.proces and "unlink" in storing.plek.call:  # of its own lock: the next command names it
        wrong = [one for one in wrong if not one.endswith(".lock")]
    if len(set(here_and_committed)) > 1:
        wrong.append(f"half: {here_and_committed}")
    if again.code != 0:
        wrong.append(f"next start: exit {again.code}: {(here / 'gezegd').read_text(encoding='utf-8')}")
    inside = here_and_committed[0]
    wrong += _wrong_answer(code, said, storing, inside=inside)
    if not wrong:
        shutil.rmtree(here)
    outcome = "niet geraakt" if not hit else "in" if inside else "uit"
    return outcome, [f"{soort} {' '.join(map(str, storing[1:]))} {storing.plek}: {one} ({here})" for one in wrong]


def _wrong_answer(code: int, said: str, storing: Storing, *, inside: bool) -> list[str]:
    """What is wrong with the exit code and the words, when the change turned out to be in or not."""
    if storing.hoe == "KILL" and not storing.plek.proces:
        return []
    if code == 0:
        return [] if inside else ["confirmed and lost"]
    muted = storing.plek.call == "write" and storing.blijvend  # not a word can be said any more
    unread = code == 1 and "is niet te lezen" in said  # the dossier itself: nothing was begun
    told = muted or "is bewaard" in said or (storing.blijvend and "half geschreven" in said)
    wrong = [] if code == 4 or unread else [f"exit {code}"]
    if not muted and (not said.startswith("nazorg: ") or "Traceback" in said):
        wrong.append("no words for a person")
    if inside and not told:
        wrong.append("refused, and in all the same")
    return [f"{one}: {said}" for one in wrong]


def _judged(folder: Path, job: tuple[int, str, Storing]) -> tuple[str, str, list[str]]:
    outcome, wrong = judge(folder, *job)
    return job[2].hoe, outcome, wrong


def main() -> int:
    """Run the campaign that the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.campagnes.weigeren", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--aantal", type=int, default=0, help="how many faults, by chance (all)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (1)")
    chosen = parser.parse_args()
    if reason := why_not():
        print(f"skipped: {reason}", file=sys.stderr)
        return 77
    started = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="nazorg-weigeren-"))
    at_home(folder)
    dochter.warm_up(make(folder / "warm", "git"))
    jobs = [(soort, storing) for soort in _SOORTEN for storing in all_faults(folder, soort)]
    total = len(jobs)
    if chosen.aantal:
        jobs = Random(chosen.seed).sample(jobs, min(chosen.aantal, total))
    telling: Counter[str] = Counter()
    mislukt: list[str] = []
    with multiprocessing.get_context("fork").Pool(2) as pool:
        numbered = [(number, *job) for number, job in enumerate(jobs)]
        for hoe, outcome, wrong in pool.imap_unordered(partial(_judged, folder), numbered):
            telling.update([outcome, hoe])
            mislukt += wrong
    print("\n".join(mislukt))
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(telling.items()))
    print(
        f"{telling.total() // 2} of {total} faults in {time.monotonic() - started:.0f} s: {kinds}; "
        f"{len(mislukt)} failures",
        file=sys.stderr,
    )
    return finish(folder, failed=bool(mislukt))


if __name__ == "__main__":
    raise SystemExit(main())
