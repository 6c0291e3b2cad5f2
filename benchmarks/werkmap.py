"""Write a large, invented werkmap: the same bytes for the same seed.

python benchmarks/werkmap.py MAP --dossiers 1200 --seed 1
"""

import argparse
from pathlib import Path
from random import Random

from schrijver import HIER, IDS_FROM_NUMBER, Schrijver


def write_werkmap(folder: Path, dossiers: int, seed: int) -> None:
    """Write ``nazorg.yaml`` and that many dossiers below ``folder``.

    Dossier n is the same whatever the number of dossiers. Files of the same name are replaced, others stay.
    Raises ``ValueError`` when there are more dossiers than ids.
    """
    if dossiers > IDS_FROM_NUMBER:
        raise ValueError(f"at most {IDS_FROM_NUMBER} dossiers")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "nazorg.yaml").write_bytes((HIER / "regio.yaml").read_bytes())
    for number in range(dossiers):
        dossier, text = dossier_text(Random(f"{seed}/{number}"), number)
        year = folder / "dossiers" / dossier[3:7]
        year.mkdir(parents=True, exist_ok=True)
        (year / f"{dossier}.yaml").write_bytes(text.encode())


def dossier_text(random: Random, number: int) -> tuple[str, str]:
    """Id and text of dossier ``number``; different numbers never give the same id."""
    return Schrijver(random, number).write()


def main() -> None:
    """Read the command line and write the werkmap."""
    parser = argparse.ArgumentParser(description="Write a large, invented werkmap.")
    parser.add_argument("map", type=Path)
    parser.add_argument("--dossiers", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write_werkmap(arguments.map, arguments.dossiers, arguments.seed)


if __name__ == "__main__":
    main()
