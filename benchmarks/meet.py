"""Measure nazorg beside its peers.

python benchmarks/meet.py [--dossiers N] [--runs N] [--nazorg PATH] [--ruamel-clib] [--json] [name …]
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from mappen import NoRoomError, Plaats, make_plaats
from metingen import KLEIN, METINGEN, Meting
from peers import make_check_jsonschema, make_yamllint, python_beside, version_of, versions
from snelheid import write_report
from taken import write_tasks
from timing import CommandError, Cost, environment, run_once, run_pairs
from verslag import Omstandigheden, Uitkomst, as_json, as_text, describe_machine, now

PRODUCT_PACKAGES = ("nazorg", "typer", "PyYAML", "pydantic")
PEER_PACKAGES = ("check-jsonschema", "jsonschema", "ruamel.yaml", "ruamel.yaml.clib", "regress", "yamllint")
_NAME = re.compile(r"\{\w+\}")
PROGRAMS = ("git", "rg", "task")


@dataclass
class Opstelling:
    """What the commands of a measurement are filled in with; a peer is installed when it is first asked for."""

    nazorg: Path
    python: Path
    cache: Path
    schema: Path | None = None
    peers: dict[str, Path] = field(default_factory=dict)
    plaatsen: dict[str, Plaats] = field(default_factory=dict)

    @property
    def log(self) -> Path:
        """What the last command said."""
        return self.cache / "last-run.log"

    def plaats(self, meting: Meting) -> Plaats:
        """Where ``meting`` is measured."""
        return make_plaats(self.cache, meting)

    def fill(self, command: tuple[str, ...], plaats: Plaats, beurt: int = 0) -> list[str]:
        """``command`` with every placeholder filled in."""
        values = {
            "{nazorg}": str(self.nazorg),
            "{python}": str(self.python),
            "{map}": str(plaats.folder),
            "{pad}": plaats.pad,
            "{ander}": plaats.ander,
            "{nummer}": Path(plaats.pad).stem,
            "{beurt}": str(beurt),
            **{f"{{{name}}}": shutil.which(name) or name for name in ("git", "sh", "env", "rg", "task")},
        }
        filled: list[str] = []
        for word in command:
            if word == "{bestanden}":
                filled += plaats.dossiers()
            elif word == "{schema}":
                filled.append(str(self.export()))
            elif word in ("{check-jsonschema}", "{check-jsonschema-clib}", "{yamllint}"):
                filled.append(str(self.peer(word[1:-1])))
            else:
                filled.append(_NAME.sub(lambda found: values.get(found[0], found[0]), word))
        return filled

    def peer(self, name: str) -> Path:
        """A peer that pip installs. Raises ``CalledProcessError``."""
        if name not in self.peers:
            made = make_yamllint(self.cache) if name == "yamllint" else None
            self.peers[name] = made or make_check_jsonschema(self.cache, name.endswith("-clib"))
        return self.peers[name]

    def export(self) -> Path:
        """The schema of a dossier, as the product exports it, or that of the command line."""
        if self.schema is None:
            self.schema = self.cache / "dossier.schema.json"
            export = [str(self.nazorg), "schema", "dossier"]
            said = subprocess.run(export, check=True, stdout=subprocess.PIPE, env=environment())
            self.schema.write_bytes(said.stdout)
        return self.schema


def main() -> int:
    """Measure what the command line names. 0: all that was asked is met; 1: not so; 2: a command failed."""
    arguments = read_arguments()
    cache: Path = arguments.cache.absolute()
    cache.mkdir(parents=True, exist_ok=True)
    schema = arguments.schema.absolute() if arguments.schema else None
    setup = Opstelling(arguments.nazorg, python_beside(arguments.nazorg), cache, schema)
    outcomes, where = [], circumstances(setup)
    try:
        for meting in chosen(arguments):
            outcomes.append(measure(meting, setup, arguments.runs))
            where = circumstances(setup)
            if arguments.verslag:  # each as it comes: what was measured before an interruption is kept
                write_report(arguments.verslag, cache, as_json(where, outcomes[-1:]))
    except (CommandError, NoRoomError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 2
    if not outcomes and arguments.verslag:
        write_report(arguments.verslag, cache, None)
    print(json.dumps(as_json(where, outcomes), indent=1) if arguments.json else as_text(where, outcomes))
    return 0 if all(outcome.is_met for outcome in outcomes) else 1


def chosen(arguments: argparse.Namespace) -> list[Meting]:
    """The measurements that the command line names, at the size that it names."""
    if arguments.names == ["geen"]:
        return []
    found = [meting for meting in METINGEN if not arguments.names or meting.name in arguments.names]
    small = [meting.dossiers == KLEIN and arguments.dossiers for meting in found]
    return [
        replace(one, dossiers=arguments.dossiers) if is_small else one
        for one, is_small in zip(found, small, strict=True)
    ]


def read_arguments() -> argparse.Namespace:
    """The command line."""
    names = [meting.name for meting in METINGEN]
    parser = argparse.ArgumentParser(description="Measure nazorg beside its peers.")
    parser.add_argument(
        "names",
        nargs="*",
        metavar="name",
        help=f"what to measure (all; geen: nothing, only the report): {', '.join(names)}",
    )
    parser.add_argument("--dossiers", type=int, metavar="N", help=f"size of the small folder, instead of {KLEIN}")
    parser.add_argument("--runs", type=int, metavar="N", help="pairs of runs, instead of each measurement's own number")
    parser.add_argument("--nazorg", type=Path, metavar="PATH", help="the product (default: beside this Python)")
    parser.add_argument("--schema", type=Path, metavar="PATH", help="a JSON Schema, instead of 'nazorg schema dossier'")
    parser.add_argument("--verslag", type=Path, metavar="FILE", help="put what comes out in this report as well")
    parser.add_argument(
        "--cache", type=Path, default=default_cache(), metavar="MAP", help="where peers and files are kept"
    )
    parser.add_argument("--json", action="store_true", help="every run, as JSON")
    arguments = parser.parse_intermixed_args()
    unknown = [name for name in arguments.names if name not in names and arguments.names != ["geen"]]
    if unknown:
        parser.error(f"no such measurement: {', '.join(unknown)}; there are: {', '.join(names)}")
    arguments.nazorg = (arguments.nazorg or Path(sys.executable).with_name("nazorg")).absolute()
    if not arguments.nazorg.exists():
        parser.error(f"{arguments.nazorg} does not exist; install nazorg beside this Python or give --nazorg PATH")
    if min(arguments.dossiers or 1, arguments.runs or 1) < 1:
        parser.error("--dossiers and --runs are at least 1")
    return arguments


def default_cache() -> Path:
    """Outside any repository, as the werkmap must be a plain folder."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "nazorg-benchmarks"


def measure(meting: Meting, setup: Opstelling, runs: int | None) -> Uitkomst:
    """Run one measurement."""
    print(meting.name, file=sys.stderr)
    plaats = setup.plaats(meting)
    peer = setup.fill(meting.peer, plaats)
    beurt = int(time.time())

    def run_product() -> Cost:
        nonlocal beurt
        beurt += 1
        if meting.cold:
            plaats.forget()
        plaats.change(plaats.dossiers()[: meting.changed] if meting.changed else [])
        return run_once(setup.fill(meting.product, plaats, beurt), plaats.folder, setup.log)

    def run_peer(extra: dict[str, str]) -> Cost:
        plaats.change([plaats.ander] if meting.peer_changes else [])
        return run_once(peer, plaats.folder, setup.log, extra)

    extra: dict[str, str] = {}
    if "{task}" in meting.peer:
        folder = setup.cache / "taken"
        write_tasks(setup.nazorg, plaats.folder, folder, time.time())
        extra = {"TASKRC": str(folder / "taskrc"), "TASKDATA": str(folder)}
    pairs = run_pairs(
        run_product,
        partial(run_peer, extra),
        runs or meting.runs,
        lambda line: print(f"  {line}", file=sys.stderr, flush=True),
    )
    sizes = {"{dossiers}": f"{meting.dossiers:,}", "{commits}": f"{meting.commits:,}"}
    what = meting.what
    for name, size in sizes.items():
        what = what.replace(name, size)
    return Uitkomst(meting, what, pairs)


def circumstances(setup: Opstelling) -> Omstandigheden:
    """What a reader must know to judge the figures."""
    product = versions(setup.python, PRODUCT_PACKAGES)
    peer = {name: said for name in PROGRAMS if (said := version_of(name))}
    for executable in setup.peers.values():
        peer |= versions(executable.with_name("python"), PEER_PACKAGES)
    return Omstandigheden(*describe_machine(), now(), product, peer)


if __name__ == "__main__":
    sys.exit(main())
