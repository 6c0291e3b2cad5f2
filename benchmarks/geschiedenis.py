"""Write a git repository with a long, invented history: the same commits for the same numbers.

python benchmarks/geschiedenis.py MAP --commits 20000 --dossiers 400 --seed 1

Each commit changes one value of one dossier, or adds a dossier; one in forty merges a line of one commit back. The
repository is packed, and has a commit graph with changed-path Bloom filters, as wide as the product writes them.
"""

import argparse
import os
import re
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from schrijver import HIER
from werkmap import dossier_text

BEGIN = 1_700_000_000
"""The moment of the first commit, in seconds since 1970."""

_VALUE = re.compile(r"^(?: {4}stand| {8}(?:status|uiterlijk|eigenaar)): .+$", re.MULTILINE)
_STANDEN = ("acuut", "niet_op_orde", "loopt", "op_orde")
_STATUSSEN = ("open", "bezig", "wacht", "gedaan")
_EIGENAREN = ("betrokkene", "wijkteam", "kredietbank-rijnduin", "pi-krimpen")
_WHO = ("M. Bakker <m.bakker@example.org>", "S. Yilmaz <s.yilmaz@example.org>", "A. Wilg <a.wilg@example.org>")


class Verhaal:
    """The commits one after another; holds what every dossier says."""

    def __init__(self, commits: int, dossiers: int, seed: int) -> None:
        self.commits = commits
        self.dossiers = dossiers
        self.random = Random(seed)
        self.texts: dict[str, str] = {}
        self.mark = 0

    def stream(self) -> Iterator[bytes]:
        """What ``git fast-import`` reads."""
        yield self._commit((), {"nazorg.yaml": (HIER / "regio.yaml").read_text(encoding="utf-8")})
        while self.mark < self.commits:
            tip = self.mark
            if self.mark % 40 == 0 and self.mark + 3 <= self.commits and len(self.texts) > 1:
                here, there = self.random.sample(sorted(self.texts), 2)
                yield self._commit((tip,), self._changed(there), branch="zij")
                yield self._commit((tip,), self._changed(here))
                yield self._commit((tip + 2, tip + 1), {there: self.texts[there]})
            elif len(self.texts) < self.dossiers and (self.mark % 3 == 1 or not self.texts):
                yield self._commit((tip,), self._new())
            else:
                yield self._commit((tip,), self._changed(self.random.choice(list(self.texts))))

    def _new(self) -> dict[str, str]:
        number = len(self.texts)
        dossier, text = dossier_text(Random(f"{self.random.random()}/{number}"), number)
        path = f"dossiers/{dossier[3:7]}/{dossier}.yaml"
        self.texts[path] = text
        return {path: text}

    def _changed(self, path: str) -> dict[str, str]:
        """A dossier with one value changed."""
        text = self.texts[path]
        found = self.random.choice(list(_VALUE.finditer(text)))
        key, _, old = found[0].partition(": ")
        value = self.random.choice([one for one in self._values(key.strip()) if one != old])
        self.texts[path] = f"{text[: found.start()]}{key}: {value}{text[found.end() :]}"
        return {path: self.texts[path]}

    def _values(self, key: str) -> tuple[str, ...]:
        day = date(2026, 1, 1) + timedelta(days=self.random.randrange(365))
        choices = {"stand": _STANDEN, "status": _STATUSSEN, "eigenaar": _EIGENAREN}
        return choices.get(key, (str(day), str(day + timedelta(days=1))))

    def _commit(self, parents: tuple[int, ...], files: dict[str, str], branch: str = "main") -> bytes:
        self.mark += 1
        moment = f"{self.random.choice(_WHO)} {BEGIN + 3600 * self.mark} +0100"
        head = f"commit refs/heads/{branch}\nmark :{self.mark}\nauthor {moment}\ncommitter {moment}\ndata 1\nx\n"
        lines = "".join(f"{'merge' if number else 'from'} :{one}\n" for number, one in enumerate(parents))
        written = [f"{head}{lines}".encode()]
        for path, text in files.items():
            data = text.encode()
            written += [f"M 100644 inline {path}\ndata {len(data)}\n".encode(), data, b"\n"]
        return b"".join([*written, b"\n"])


def write_history(folder: Path, commits: int, dossiers: int, seed: int) -> str:
    """Make a repository in ``folder`` with that many commits; gives the path of its first dossier."""
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    verhaal = Verhaal(commits, dossiers, seed)
    with subprocess.Popen(["git", "fast-import", "--quiet"], cwd=folder, stdin=subprocess.PIPE) as importer:
        assert importer.stdin is not None
        importer.stdin.writelines(verhaal.stream())
    if importer.returncode:
        raise subprocess.CalledProcessError(importer.returncode, "git fast-import")
    git(folder, "branch", "--quiet", "-D", "zij")
    git(folder, "reset", "--quiet", "--hard", "main")
    git(folder, "repack", "-a", "-d", "--quiet")
    os.environ["GIT_TEST_BLOOM_SETTINGS_BITS_PER_ENTRY"] = "16"
    git(folder, "commit-graph", "write", "--reachable", "--changed-paths", "--no-progress")
    return next(iter(verhaal.texts))


def git(folder: Path, *arguments: str) -> None:
    """Run git in ``folder``. Raises ``CalledProcessError``."""
    subprocess.run(["git", *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    """Read the command line, write the repository, and say which dossier is the first."""
    parser = argparse.ArgumentParser(description="Write a git repository with a long, invented history.")
    parser.add_argument("map", type=Path)
    parser.add_argument("--commits", type=int, default=20_000)
    parser.add_argument("--dossiers", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print(write_history(arguments.map, arguments.commits, arguments.dossiers, arguments.seed))


if __name__ == "__main__":
    main()
