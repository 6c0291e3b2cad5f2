"""Time product and peer as whole processes, in turn, so that a drift of the machine hits both alike."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

STOPWATCH = Path(__file__).with_name("stopwatch.py")
_BYTES = 1 if sys.platform == "darwin" else 1024
"""The unit of ``ru_maxrss``."""


class CommandError(Exception):
    """A measured command did not end as it must; its time means nothing."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds of wall clock and of processor (user and system), and peak memory in bytes."""

    wall: float
    cpu: float
    peak: int


@dataclass(frozen=True, slots=True)
class Pair:
    """One run of the product, and the run of the peer that came right after it."""

    product: Cost
    peer: Cost


def environment() -> dict[str, str]:
    """The environment of a measured command: no settings of the person who measures, and compiled modules are kept."""
    dropped = ("NAZORG_", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPROFILEIMPORTTIME")
    return {key: value for key, value in os.environ.items() if not key.startswith(dropped)} | {"NO_COLOR": "1"}


def run_once(command: Sequence[str], folder: Path, log: Path, extra: Mapping[str, str] | None = None) -> Cost:
    """Run ``command`` in ``folder``, with ``extra`` in its environment.

    Raises ``CommandError`` when it does not exit with 0.
    """
    watched = [sys.executable, "-I", "-S", str(STOPWATCH), str(log), *command]
    done = subprocess.run(
        watched, cwd=folder, env=environment() | dict(extra or {}), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CommandError(f"{command[0]}: {done.stderr.strip()}")
    wall, user, system, peak, code = done.stdout.split()
    if code != "0":
        tail = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])
        raise CommandError(f"exit {code} from {' '.join(command[:6])} …\n{tail}")
    return Cost(float(wall), float(user) + float(system), int(peak) * _BYTES)


def run_pairs(
    product: Callable[[], Cost], peer: Callable[[], Cost], runs: int, tell: Callable[[str], None]
) -> tuple[Pair, ...]:
    """``runs`` pairs, product first (A B A B …), after one of each that does not count, unless one pair is enough."""
    pairs = []
    for number in range(runs + 1) if runs > 1 else (1,):
        pair = Pair(product(), peer())
        tell(f"{number or 'warm-up'}: {pair.product.wall:.3f} s, peer {pair.peer.wall:.3f} s")
        if number:
            pairs.append(pair)
    return tuple(pairs)


def middle(pairs: Sequence[Pair], value: Callable[[Pair], float]) -> float:
    """The median of ``value`` over the pairs."""
    return median(value(pair) for pair in pairs)
