"""Measure nazorg beside its peers.

python benchmarks/meet.py [--dossiers N] [--runs N] [--nazorg PATH] [--ruamel-clib] [--json] [name …]
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from metingen import COMMITS, METINGEN, VAN_DOSSIERS, Meting
from peers import make_check_jsonschema, python_beside, versions
from timing import CommandError, Cost, environment, run_once, run_pairs
from verslag import Omstandigheden, Uitkomst, as_json, as_text, describe_machine, now

SEED = 1
PRODUCT_PACKAGES = ("nazorg", "typer", "PyYAML", "pydantic")
PEER_PACKAGES = ("check-jsonschema", "jsonschema", "ruamel.yaml", "ruamel.yaml.clib", "regress")
DERIVED = (".nazorg", ".git/nazorg")
"""What the product derives in a werkmap, and may be deleted."""


@dataclass(frozen=True)
class Opstelling:
    """What the commands of a measurement are filled in with."""

    nazorg: Path
    python: Path
    werkmap: Path
    schema: Path
    check_jsonschema: Path
    log: Path
    geschiedenis: Path
    pad: str

    def fill(self, command: tuple[str, ...]) -> list[str]:
        """``command`` with every placeholder filled in."""
        values = {
            "{nazorg}": str(self.nazorg),
            "{python}": str(self.python),
            "{map}": str(self.werkmap),
            "{schema}": str(self.schema),
            "{check-jsonschema}": str(self.check_jsonschema),
            "{git}": shutil.which("git") or "git",
            "{geschiedenis}": str(self.geschiedenis),
            "{pad}": self.pad,
            "{nummer}": Path(self.pad).stem,
        }
        filled: list[str] = []
        for word in command:
            filled += self.dossiers() if word == "{bestanden}" else [values.get(word, word)]
        return filled

    def dossiers(self) -> list[str]:
        """Every dossier, relative to the werkmap."""
        found = sorted(self.werkmap.glob("dossiers/*/*.yaml"))
        return [str(path.relative_to(self.werkmap)) for path in found]

    def forget(self) -> None:
        """Remove what the product derived."""
        for name in DERIVED:
            shutil.rmtree(self.werkmap / name, ignore_errors=True)

    def change(self, number: int) -> None:
        """Make ``number`` dossiers other files than they were, with a line that says nothing."""
        for name in self.dossiers()[:number]:
            with (self.werkmap / name).open("a", encoding="utf-8") as file:
                file.write("#\n")


def main() -> int:
    """Measure what the command line names. 0: all that was asked is met; 1: not so; 2: a command failed."""
    arguments = read_arguments()
    chosen = [meting for meting in METINGEN if not arguments.names or meting.name in arguments.names]
    try:
        setup = prepare(arguments, chosen)
        outcomes = [measure(meting, setup, arguments) for meting in chosen]
    except (CommandError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 2
    where = circumstances(setup, chosen, arguments.dossiers)
    print(json.dumps(as_json(where, outcomes), indent=1) if arguments.json else as_text(where, outcomes))
    return 0 if all(outcome.is_met for outcome in outcomes) else 1


def read_arguments() -> argparse.Namespace:
    """The command line."""
    names = [meting.name for meting in METINGEN]
    parser = argparse.ArgumentParser(description="Measure nazorg beside its peers.")
    parser.add_argument("names", nargs="*", metavar="name", help=f"what to measure (all): {', '.join(names)}")
    parser.add_argument("--dossiers", type=int, default=1200, metavar="N", help="size of the werkmap (1200)")
    parser.add_argument("--runs", type=int, metavar="N", help="pairs of runs, instead of each measurement's own number")
    parser.add_argument("--nazorg", type=Path, metavar="PATH", help="the product (default: beside this Python)")
    parser.add_argument("--schema", type=Path, metavar="PATH", help="a JSON Schema, instead of 'nazorg schema dossier'")
    parser.add_argument("--ruamel-clib", action="store_true", help="give check-jsonschema the C parser of ruamel.yaml")
    parser.add_argument(
        "--cache", type=Path, default=default_cache(), metavar="MAP", help="where peers and files are kept"
    )
    parser.add_argument("--json", action="store_true", help="every run, as JSON")
    arguments = parser.parse_intermixed_args()
    unknown = [name for name in arguments.names if name not in names]
    if unknown:
        parser.error(f"no such measurement: {', '.join(unknown)}; there are: {', '.join(names)}")
    arguments.nazorg = (arguments.nazorg or Path(sys.executable).with_name("nazorg")).absolute()
    if not arguments.nazorg.exists():
        parser.error(f"{arguments.nazorg} does not exist; install nazorg beside this Python or give --nazorg PATH")
    if min(arguments.dossiers, arguments.runs or 1) < 1:
        parser.error("--dossiers and --runs are at least 1")
    return arguments


def default_cache() -> Path:
    """Outside any repository, as the werkmap must be a plain folder."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "nazorg-benchmarks"


def prepare(arguments: argparse.Namespace, chosen: list[Meting]) -> Opstelling:
    """Write the werkmap and the schema and install the peer, as far as they are needed."""
    cache: Path = arguments.cache.absolute()
    werkmap = cache / f"werkmap-{arguments.dossiers}-{SEED}"
    shutil.rmtree(werkmap, ignore_errors=True)
    werkmap.mkdir(parents=True)
    # In a process of its own: the generator's memory is not the runner's.
    maker = [sys.executable, str(Path(__file__).with_name("werkmap.py")), str(werkmap)]
    subprocess.run([*maker, "--dossiers", str(arguments.dossiers), "--seed", str(SEED)], check=True)
    schema = (arguments.schema or cache / "dossier.schema.json").absolute()
    peer = Path()
    if needs_check_jsonschema(chosen):
        peer = make_check_jsonschema(cache, arguments.ruamel_clib)
        if not arguments.schema:
            export = [str(arguments.nazorg), "schema", "dossier"]
            schema.write_bytes(subprocess.run(export, check=True, stdout=subprocess.PIPE, env=environment()).stdout)
    history, path = cache / f"geschiedenis-{COMMITS}-{VAN_DOSSIERS}-{SEED}", ""
    if any("{geschiedenis}" in meting.product for meting in chosen):
        shutil.rmtree(history, ignore_errors=True)
        sizes = ["--commits", str(COMMITS), "--dossiers", str(VAN_DOSSIERS), "--seed", str(SEED)]
        maker = [sys.executable, str(Path(__file__).with_name("geschiedenis.py")), str(history), *sizes]
        path = subprocess.run(maker, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    python = python_beside(arguments.nazorg)
    return Opstelling(arguments.nazorg, python, werkmap, schema, peer, cache / "last-run.log", history, path)


def needs_check_jsonschema(chosen: list[Meting]) -> bool:
    """Whether one of the measurements has check-jsonschema for a peer."""
    return any("{check-jsonschema}" in meting.peer for meting in chosen)


def measure(meting: Meting, setup: Opstelling, arguments: argparse.Namespace) -> Uitkomst:
    """Run one measurement."""
    product, peer = setup.fill(meting.product), setup.fill(meting.peer)
    print(meting.name, file=sys.stderr)

    def run_product() -> Cost:
        if meting.cold:
            setup.forget()
        setup.change(meting.changed)
        return run_once(product, setup.werkmap, setup.log)

    setup.forget()
    pairs = run_pairs(
        run_product,
        partial(run_once, peer, setup.werkmap, setup.log),
        arguments.runs or meting.runs,
        lambda line: print(f"  {line}", file=sys.stderr, flush=True),
    )
    what = meting.what.replace("{dossiers}", f"{arguments.dossiers:,}")
    return Uitkomst(meting, what, pairs)


def circumstances(setup: Opstelling, chosen: list[Meting], dossiers: int) -> Omstandigheden:
    """What a reader must know to judge the figures."""
    size = sum((setup.werkmap / name).stat().st_size for name in setup.dossiers())
    product = versions(setup.python, PRODUCT_PACKAGES)
    peer = {}
    if needs_check_jsonschema(chosen):
        peer = versions(setup.check_jsonschema.with_name("python"), PEER_PACKAGES)
    werkmap = f"{dossiers:,} dossiers, {size / 1_000_000:.1f} MB, seed {SEED}, in a plain folder"
    return Omstandigheden(*describe_machine(), now(), werkmap, product, peer)


if __name__ == "__main__":
    sys.exit(main())
