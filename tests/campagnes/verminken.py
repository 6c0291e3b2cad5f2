"""Send many damaged files through everything that reads them.

python -m tests.campagnes.verminken [--aantal N] [--seed N] [--processen N] [--nummer N]

Exits with 1 when a file did not end in findings: an exception, a process that died, or more than a second. Its
files, whole and made small, lie in a temporary folder then; seed and number make it again.
"""

import argparse
import multiprocessing
import sys
import tempfile
import time
from pathlib import Path

from .gevallen import Geval, cases
from .uitvoeren import LANGST, Mislukking, Telling, run, run_case
from .verkleinen import shrink

_SHRINK_SECONDS = 20.0
_SHRINK_CRASH_SECONDS = 120.0
_TELL_EVERY = 5.0


def main() -> int:
    """Run the campaign that the command line asks for, or one case of it again."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.campagnes.verminken", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--aantal", type=int, default=100_000, help="how many damaged dossiers (100000)")
    parser.add_argument("--seed", type=int, default=1, help="which campaign (1)")
    parser.add_argument("--processen", type=int, default=2, help="in how many processes (2)")
    parser.add_argument("--nummer", type=int, help="only this case: write its files and say what comes of them")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="nazorg-verminken-"))
    if chosen.nummer is not None:
        return again(chosen.seed, chosen.nummer, folder)
    started = time.monotonic()
    telling = run(chosen.seed, chosen.aantal, chosen.processen, folder, _tell())
    print(summary(telling, chosen.seed, time.monotonic() - started))
    save_failures(telling, chosen.seed, folder)
    if telling.mislukkingen:
        print(f"\nfiles: {folder}")
    return 1 if telling.mislukkingen else 0


def again(seed: int, nummer: int, folder: Path) -> int:
    """Make one case again, keep its files, and tell what comes of them."""
    failed = False
    for geval in cases(seed, nummer):
        path = folder / f"{_name(seed, geval.nummer, geval.soort)}.yaml"
        path.write_bytes(geval.data)
        verslag = run_case(geval)
        print(f"{path}: {verslag.seconden:.3f} s, {verslag.uitslag}")
        if verslag.mislukking is not None:
            failed = True
            print(verslag.mislukking.verhaal)
    return int(failed)


def summary(telling: Telling, seed: int, seconds: float) -> str:
    """What was tried, what came of it, what took longest, and what failed."""
    kinds = ", ".join(
        f"{count} {kind} ({telling.leesbaar[kind] / count:.0%} readable)" for kind, count in telling.aantal.items()
    )
    lines = [f"seed {seed}: {sum(telling.aantal.values())} files in {seconds:.0f} s: {kinds}"]
    codes = [f"{code} {count}" for code, count in sorted(telling.codes.items())]
    lines.append(f"findings: {sum(telling.codes.values())} of {len(codes)} kinds")
    lines += [
        "  " + "  ".join(f"{code:<14}" for code in codes[start : start + 6]).rstrip()
        for start in range(0, len(codes), 6)
    ]
    slowest = (
        f"{one.seconden:.2f} s (number {one.nummer}, {one.soort}, {one.grootte} bytes)" for one in telling.traagste
    )
    lines.append(f"slowest: {', '.join(slowest)}")
    lines.append(f"failures: {telling.mislukt.total()}")
    lines += [f"  {count:6} {kenmerk}" for kenmerk, count in telling.mislukt.most_common()]
    lines += [f"  seed {seed} number {one.nummer} {one.soort}: {one.kenmerk}" for one in telling.mislukkingen]
    return "\n".join(lines)


def save_failures(telling: Telling, seed: int, folder: Path) -> None:
    """Write of each failure its file and its story, and of each kind of failure one file made small."""
    small: set[str] = set()
    for one in telling.mislukkingen:
        geval = next(geval for geval in cases(seed, one.nummer) if geval.soort == one.soort)
        path = folder / _name(seed, one.nummer, one.soort)
        path.with_suffix(".yaml").write_bytes(geval.data)
        path.with_suffix(".txt").write_text(f"{one.kenmerk}\n\n{one.verhaal}", encoding="utf-8")
        if one.kenmerk not in small:
            small.add(one.kenmerk)
            path.with_suffix(".klein.yaml").write_bytes(_made_small(geval, one))


def _made_small(geval: Geval, mislukking: Mislukking) -> bytes:
    def fails(data: bytes) -> bool:
        found = run_case(geval._replace(data=data)).mislukking
        return found is not None and found.kenmerk == mislukking.kenmerk

    def dies(data: bytes) -> bool:
        process = multiprocessing.get_context("spawn").Process(target=run_case, args=(geval._replace(data=data),))
        process.start()
        process.join(10 * LANGST)
        died = process.exitcode is None or process.exitcode != 0
        process.kill()
        process.join()
        return died

    if mislukking.kenmerk.startswith(("crash", "vastgelopen")):
        return shrink(geval.data, dies, _SHRINK_CRASH_SECONDS)
    return shrink(geval.data, fails, _SHRINK_SECONDS)


def _name(seed: int, nummer: int, soort: str) -> str:
    return f"{seed}-{nummer}-{soort}"


def _tell() -> "_Progress | None":
    return _Progress() if sys.stderr.isatty() else None


class _Progress:
    """Says now and then how far it is, on standard error."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _TELL_EVERY

    def __call__(self, telling: Telling) -> None:
        if time.monotonic() >= self._next:
            self._next += _TELL_EVERY
            print(f"{telling.aantal['dossier']} dossiers, {telling.mislukt.total()} failures", file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
