"""``docs/snelheid.md``: every figure with what it is held against, gathered from runs of a few measurements each."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from metingen import METINGEN, Meting, Ratio

UITKOMSTEN = "uitkomsten.json"
"""What was measured on this machine, each measurement as it was last."""

GRENZEN = Path(__file__).with_name("grenzen.yaml")
GROEI = ("te-laat-10000", "te-laat-100000")
"""The two whose difference is what ten times as many dossiers cost."""

_KOP = """\
# Snelheid

Every figure is measured by `python benchmarks/meet.py` ([how](../benchmarks/README.md)): product and peer as whole
processes, in turn, on the same data; the median of the ratios of the pairs, and their range. *processor* is the same
ratio of user and system time, which what else runs on a machine disturbs less. A ratio holds elsewhere, a time does
not.

"""

Gegeven = dict[str, Any]


def write_report(path: Path, cache: Path, measured: Gegeven | None) -> None:
    """Put ``measured`` (as ``as_json`` tells it) with what was measured before in the report at ``path``."""
    kept = cache / UITKOMSTEN
    known: dict[str, Gegeven] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    if measured is not None:
        where = {name: measured[name] for name in ("machine", "cores", "system", "datum", "product", "peer")}
        known |= {one["name"]: {**_short(one), "where": where} for one in measured["metingen"]}
        kept.write_text(json.dumps(known, indent=1), encoding="utf-8")
    path.write_text(as_markdown(known), encoding="utf-8")


def _short(one: Gegeven) -> Gegeven:
    """A measurement without its separate runs, but with how far they lay apart."""
    ratios = [_pair_ratio(one["ratio"], run) for run in one["runs"]]
    return {name: value for name, value in one.items() if name != "runs"} | {
        "range": [min(ratios), max(ratios)],
        "pairs": len(ratios),
    }


def _pair_ratio(which: str, run: Gegeven) -> float:
    ratio: float = run["product"]["wall"] / run["peer"]["wall"]
    return 1 / ratio if which == Ratio.FASTER else ratio


def as_markdown(known: dict[str, Gegeven]) -> str:
    """The report of what is known, by name of its measurement."""
    bounds: dict[str, str] = yaml.safe_load(GRENZEN.read_text(encoding="utf-8")) or {}
    return _KOP + "\n".join([*_where(known), *_asked(known), *_growth(known), *_others(known), *_bounds(known, bounds)])


def _where(known: dict[str, Gegeven]) -> Iterator[str]:
    places = [one["where"] for one in known.values()]
    if not places:
        yield "Nothing was measured yet.\n"
        return
    last = max(places, key=lambda one: str(one["datum"]))
    days = sorted({str(one["datum"])[:16] for one in places})
    yield f"- Machine: {last['machine']}, {last['cores']} cores, {last['system']}"
    yield f"- Measured: {days[0]} to {days[-1]}"
    product = {name: version for one in places for name, version in one["product"].items()}
    yield f"- Product: {_versions(product)}"
    peers = {name: version for one in places for name, version in one["peer"].items() if name != "python"}
    yield f"- Peers: {_versions(peers)}\n"


def _versions(found: dict[str, str]) -> str:
    return ", ".join(version if name in version else f"{name} {version}" for name, version in found.items())


def _asked(known: dict[str, Gegeven]) -> Iterator[str]:
    yield "## What was asked\n"
    yield "| measurement | against | reach | stretch | measured (pairs) | product | peer | reached |"
    yield "|---|---|---|---|---|---|---|---|"
    for meting in METINGEN:
        if meting.asked is not None:
            yield _row(meting, known.get(meting.name))
    yield ""


def _row(meting: Meting, found: Gegeven | None) -> str:
    what = f"`{meting.name}` {_sized(meting)}"
    bounds = [_bound(meting, meting.asked), _bound(meting, meting.stretch)]
    if found is None:
        return f"| {what} | {meting.peer_name} | {' | '.join(bounds)} | not measured | | | |"
    verdict = "no" if not found["met"] else "yes, stretch too" if found["stretched"] else "yes"
    cells = [what, meting.peer_name, *bounds, *_measured(meting, found), verdict]
    return "| " + " | ".join(cells) + " |"


def _sized(meting: Meting) -> str:
    return meting.what.replace("{dossiers}", f"{meting.dossiers:,}").replace("{commits}", f"{meting.commits:,}")


def _bound(meting: Meting, bound: float | None) -> str:
    if bound is None:
        return ""
    return f"{bound:g} times faster" if meting.ratio is Ratio.FASTER else f"≤ {bound:g}"


def _measured(meting: Meting, found: Gegeven) -> list[str]:
    low, high = found["range"]
    word = " times faster" if meting.ratio is Ratio.FASTER else ""
    cpu = f"processor {found['cpu_ratio']:.2f}"
    ratio = f"**{found['wall_ratio']:.2f}{word}** ({low:.2f}-{high:.2f}, n={found['pairs']}; {cpu})"
    return [ratio, *(_cost(found[side]) for side in ("product_median", "peer_median"))]


def _cost(median: Gegeven) -> str:
    wall = median["wall"]
    return (f"{wall * 1000:.0f} ms" if wall < 10 else f"{wall:.1f} s") + f", {median['peak'] / 1e6:.0f} MB"


def _growth(known: dict[str, Gegeven]) -> Iterator[str]:
    small, large = (known.get(name) for name in GROEI)
    yield "## From 10,000 to 100,000 dossiers\n"
    if small is None or large is None:
        yield "Not measured.\n"
        return
    grown = [large[side]["wall"] / small[side]["wall"] for side in ("product_median", "peer_median")]
    peaks = [one["product_median"]["peak"] / 1e6 for one in (small, large)]
    verdict = "yes" if grown[0] <= grown[1] else "no"
    yield (
        f"The warm list takes {grown[0]:.1f} times as long, `git status` {grown[1]:.1f} times: at most linear in "
        f"`git status`: **{verdict}**. Its peak memory goes from {peaks[0]:.0f} to {peaks[1]:.0f} MB.\n"
    )


def _others(known: dict[str, Gegeven]) -> Iterator[str]:
    yield "## Worth knowing\n"
    yield "| measurement | beside | measured (pairs) | product | peer |"
    yield "|---|---|---|---|---|"
    for meting in METINGEN:
        found = known.get(meting.name)
        if meting.asked is None and found is not None:
            cells = [f"`{meting.name}` {_sized(meting)}", meting.peer_name, *_measured(meting, found)]
            yield "| " + " | ".join(cells) + " |"
    yield ""


def _bounds(known: dict[str, Gegeven], bounds: dict[str, str]) -> Iterator[str]:
    short = [
        one for one in METINGEN if one.name in known and not (known[one.name]["met"] and _is_stretched(one, known))
    ]
    told = [one for one in short if one.name in bounds]
    if told:
        yield "## What bounds what was not reached\n"
        yield from (f"- `{one.name}`: {' '.join(bounds[one.name].split())}" for one in told)
        yield ""
    if "algemeen" in bounds:
        yield "## Remarks\n"
        yield bounds["algemeen"].strip() + "\n"


def _is_stretched(meting: Meting, known: dict[str, Gegeven]) -> bool:
    return meting.stretch is None or bool(known[meting.name]["stretched"])
