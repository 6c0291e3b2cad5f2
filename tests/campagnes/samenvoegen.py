"""Days of two people on one dossier, merged by field and by git's lines: how often each stops, and what is lost.

python -m tests.campagnes.samenvoegen [--aantal N] [--git N] [--seed N]

Exits with 1 when a change is lost, when fewer than three quarters of git's conflicts are gone, or when git with the
driver makes something else of it than the driver by itself.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from nazorg.gitrepo.regelgewijs import merge_lines
from tests.merging import ingrepen
from tests.merging.klonen import program, two_sides, vcs
from tests.merging.wetten import PAD, Proef, boom_of, conflicts, invented, lost, merged, same

from .werkplaats import at_home

_WORTEL = Path(__file__).parents[2]
GEWOON = (
    (ingrepen.add_item, 10),
    (ingrepen.change_actie, 6),
    (ingrepen.add_actie, 5),
    (ingrepen.finish, 4),
    (ingrepen.set_leefgebied, 4),
    (ingrepen.set_field, 1),
    (ingrepen.set_status, 1),
    (ingrepen.prove, 1),
    (ingrepen.change_set, 1),
    (ingrepen.remove_item, 1),
    (ingrepen.fill_in_ids, 1),
)
"""What people do to a dossier, and how often: most is a line in the log (each reason is one) or about an action."""

MINDER = 0.75
WEGEN = {
    "merge": ["merge", "--no-edit", "zij"],
    "rebase": ["rebase", "zij"],
    "cherry-pick": ["cherry-pick", "zij"],
}


def main() -> int:
    """Run the campaign that the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.campagnes.samenvoegen", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--aantal", type=int, default=2000, help="how many merges (2000)")
    parser.add_argument("--git", type=int, default=40, help="how many of them through git as well, in four ways (40)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (1)")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="nazorg-samenvoegen-"))
    at_home(folder)
    bin_ = program(folder / "bin")
    bases = [path.read_bytes() for path in sorted((_WORTEL / "cases-example/dossiers").glob("*/*.yaml"))]
    started = time.monotonic()
    telling: Counter[str] = Counter()
    wrong: list[str] = []
    for number in range(chosen.aantal):
        kans = Random(chosen.seed * 1_000_000 + number)
        basis = kans.choice(bases)
        hier, daar = (_day(kans, basis) for _ in range(2))
        wrong += [f"{number} {one}" for one in compare(basis, hier, daar, telling)]
        telling["merges"] += 1
        if number < chosen.git:
            wrong += [f"{number} {one}" for one in through_git(folder / str(number), bin_, basis, hier, daar)]
            telling["through git"] += 4
    fewer = 1 - telling["stops"] / max(1, telling["stops of git"])
    if fewer < MINDER:
        wrong.append(f"only {fewer:.0%} fewer conflicts")
    print("\n".join(wrong))
    print(
        f"{telling['merges']} merges in {time.monotonic() - started:.0f} s: "
        f"git's lines stop at {telling['stops of git']} "
        f"({telling['hunks']} places), the driver at {telling['stops']} ({telling['fields']} fields), "
        f"{fewer:.0%} fewer; "
        f"git's clean results say something else in {telling['wrong of git']}; {telling['through git']} merges through "
        f"git itself; {len(wrong)} failures",
        file=sys.stderr,
    )
    return int(bool(wrong))


def _day(kans: Random, data: bytes) -> bytes:
    """``data`` after one person's day: one to five changes."""
    kinds, weights = zip(*GEWOON, strict=True)
    chosen = kans.choices(kinds, weights, k=kans.randrange(1, 6))
    return ingrepen.apply([(kind, kans.randrange(2**20)) for kind in chosen], data)


def compare(basis: bytes, hier: bytes, daar: bytes, telling: Counter[str]) -> list[str]:
    """What our merge lost or made up; ``telling`` counts where it and git's merge of lines stop."""
    proef = Proef(basis, hier, daar, merged(basis, hier, daar))
    told = len(conflicts(boom_of(proef.uit.data)))
    telling["stops"] += bool(told)
    telling["fields"] += told
    lines = merge_lines("schoon", hier, basis, daar)
    if lines is None:
        telling["stops of git"] += 1
        telling["hunks"] += _hunks(hier, basis, daar)
    else:
        telling["wrong of git"] += not _reads_same(lines, proef.uit.data)
    return [*(f"lost: {one}" for one in lost(proef)), *(f"made up: {one}" for one in invented(proef))]


def _hunks(hier: bytes, basis: bytes, daar: bytes) -> int:
    """In how many places git's merge of lines leaves its markers."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (("a", hier), ("o", basis), ("b", daar)):
            (Path(folder) / name).write_bytes(data)
        done = subprocess.run(
            ["git", "merge-file", "-p", "-q", "a", "o", "b"], cwd=folder, capture_output=True, check=False
        )
    return done.returncode


def _reads_same(lines: bytes, ours: bytes) -> bool:
    try:
        return same(lines, ours)
    except AssertionError:
        return False


def through_git(folder: Path, bin_: Path, basis: bytes, hier: bytes, daar: bytes) -> list[str]:
    """What git with the driver makes of it otherwise than the driver by itself, in each way to bring sides together."""
    sides = [data.decode() for data in (hier, daar, basis)]
    wrong = []
    for way, arguments in WEGEN.items():
        root = two_sides(folder / way, *sides, pad=PAD)
        vcs(root, bin_, *arguments)
        one, other = (daar, hier) if way == "rebase" else (hier, daar)
        wrong += _held_against(way, (root / PAD).read_bytes(), merged(basis, one, other).data)
    root = two_sides(folder / "stash", sides[2], sides[1], sides[2], pad=PAD)
    (root / PAD).write_bytes(hier)
    vcs(root, bin_, "stash")
    vcs(root, bin_, "merge", "--quiet", "--no-edit", "zij")
    vcs(root, bin_, "stash", "pop")
    return wrong + _held_against("stash pop", (root / PAD).read_bytes(), merged(basis, daar, hier).data)


def _held_against(way: str, found: bytes, ours: bytes) -> list[str]:
    mine, theirs = boom_of(found), boom_of(ours)
    for boom in (mine, theirs):
        boom["conflicten"] = [
            {name: value for name, value in one.items() if not name.endswith("_door")} for one in conflicts(boom)
        ]
    return [] if mine == theirs else [f"{way} came to something else"]


if __name__ == "__main__":
    raise SystemExit(main())
