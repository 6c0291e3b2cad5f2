"""The outcome of a measurement as text for people, and as JSON."""

import os
import platform
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from metingen import Meting, Ratio
from timing import Cost, Pair, middle

SCHEMA = "nazorg.meting/1"
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """One measurement with its runs."""

    meting: Meting
    what: str
    pairs: tuple[Pair, ...]

    @property
    def ratios(self) -> list[float]:
        """The ratio of wall times within each pair."""
        return self._ratios(lambda cost: cost.wall)

    @property
    def ratio(self) -> float:
        """The median of the pairwise ratios."""
        return middle(self.pairs, self._ratio(lambda cost: cost.wall))

    @property
    def cpu_ratio(self) -> float:
        """The same for processor time."""
        return middle(self.pairs, self._ratio(lambda cost: cost.cpu))

    @property
    def is_met(self) -> bool:
        """Whether what was asked is met."""
        return self.meting.is_met(self.ratio)

    def _ratio(self, value: Callable[[Cost], float]) -> Callable[[Pair], float]:
        if self.meting.ratio is Ratio.FASTER:
            return lambda pair: value(pair.peer) / value(pair.product)
        return lambda pair: value(pair.product) / value(pair.peer)

    def _ratios(self, value: Callable[[Cost], float]) -> list[float]:
        return [self._ratio(value)(pair) for pair in self.pairs]


@dataclass(frozen=True, slots=True)
class Omstandigheden:
    """On what was measured, with which versions, and when."""

    machine: str
    cores: int
    system: str
    datum: str
    product: dict[str, str]
    peer: dict[str, str]


def describe_machine() -> tuple[str, int, str]:
    """The processor's model, the cores that this process may use, and the system."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return _cpu_model(), cores, f"{platform.system()} {platform.release()}"


def now() -> str:
    """Date and time, to the minute."""
    return datetime.now().astimezone().isoformat(sep=" ", timespec="minutes")


def _cpu_model() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def as_text(where: Omstandigheden, outcomes: Sequence[Uitkomst]) -> str:
    """A header, a table of costs, and what is asked with what came out."""
    lines = [
        f"machine   {where.machine}, {where.cores} cores, {where.system}",
        f"date      {where.datum}",
        f"product   {_versions(where.product)}",
    ]
    if where.peer:
        lines.append(f"peer      {_versions(where.peer)}")
    lines += ["", f"{'':22} {'':24} {'runs':>4} {'wall s':>9} {'min':>9} {'max':>9} {'user+sys':>9} {'peak MB':>8}"]
    for outcome in outcomes:
        lines += _costs(outcome)
    lines.append("")
    for outcome in outcomes:
        lines += _verdict(outcome)
    return "\n".join(lines)


def _versions(found: dict[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in found.items())


def _costs(outcome: Uitkomst) -> Iterable[str]:
    sides: tuple[tuple[str, str, Callable[[Pair], Cost]], ...] = (
        (outcome.meting.name, "nazorg", lambda pair: pair.product),
        ("", outcome.meting.peer_name, lambda pair: pair.peer),
    )
    for name, who, side in sides:
        costs = [side(pair) for pair in outcome.pairs]
        wall = [cost.wall for cost in costs]
        medians = summary(costs)
        yield (
            f"{name:22} {who:24} {len(costs):4} {medians['wall']:9.3f} {min(wall):9.3f} {max(wall):9.3f} "
            f"{medians['cpu']:9.3f} {medians['peak'] / _MEGABYTE:8.1f}"
        )


def _verdict(outcome: Uitkomst) -> Iterable[str]:
    meting = outcome.meting
    yield f"{meting.name}: {outcome.what}"
    verdict = "" if meting.asked is None else " met" if outcome.is_met else " NOT MET"
    bound = "at least" if meting.ratio is Ratio.FASTER else "at most"
    asked = "" if meting.asked is None else f"; asked: {bound} {meting.asked:g}:{verdict}"
    if meting.stretch is not None:
        asked += f"; stretch {meting.stretch:g}:{' met' if meting.is_stretched(outcome.ratio) else ' not met'}"
    ratios = outcome.ratios
    yield (
        f"    {meting.ratio}: {outcome.ratio:.2f} (pairs {min(ratios):.2f} to {max(ratios):.2f}; "
        f"user+sys {outcome.cpu_ratio:.2f}){asked}"
    )


def summary(costs: Sequence[Cost]) -> dict[str, float]:
    """The medians of wall and processor time (seconds) and of peak memory (bytes)."""
    pairs = [Pair(cost, cost) for cost in costs]
    return {
        "wall": middle(pairs, lambda pair: pair.product.wall),
        "cpu": middle(pairs, lambda pair: pair.product.cpu),
        "peak": middle(pairs, lambda pair: pair.product.peak),
    }


def as_json(where: Omstandigheden, outcomes: Sequence[Uitkomst]) -> dict[str, Any]:
    """Everything, every run included; times in seconds, memory in bytes."""
    return {
        "schema": SCHEMA,
        **asdict(where),
        "runner": sys.version.split()[0],
        "metingen": [
            {
                "name": outcome.meting.name,
                "what": outcome.what,
                "product": list(outcome.meting.product),
                "peer": list(outcome.meting.peer),
                "ratio": outcome.meting.ratio,
                "asked": outcome.meting.asked,
                "stretch": outcome.meting.stretch,
                "met": outcome.is_met,
                "stretched": outcome.meting.is_stretched(outcome.ratio),
                "wall_ratio": outcome.ratio,
                "cpu_ratio": outcome.cpu_ratio,
                "product_median": summary([pair.product for pair in outcome.pairs]),
                "peer_median": summary([pair.peer for pair in outcome.pairs]),
                "runs": [asdict(pair) for pair in outcome.pairs],
            }
            for outcome in outcomes
        ],
    }
