"""Changes by chance, each with a mark of its own by which it is found again."""

import re
import subprocess
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .werkplaats import PEILDATUM, Werkplaats

_OPEN = re.compile(r"- id: (\w{4})\n +wat: [^\n]*\n(?: +(?!status|- )\w+: [^\n]*\n)*(?! +status)(?= *- id|\w|  \w|\Z)")


@dataclass(frozen=True)
class Opdracht:
    """A command that changes something. ``hand``: a file and a line that a person had put into it before."""

    merk: str
    arguments: tuple[str, ...]
    hand: tuple[str, bytes] | None = None


def any_change(random: Random, plaats: Werkplaats, nummer: int) -> Opdracht:
    """A change of some dossier in ``plaats``; ``nummer`` makes its mark."""
    merk = f"merk{nummer:06}"
    dossier, path = random.choice(list(plaats.dossiers.items()))
    kind = random.choice(("logboek", "zet", "actie", "gedaan", "ontslagdatum", "nieuw", "stel-uit", "bewaar"))
    if kind == "bewaar" and not plaats.common:
        kind = "logboek"
    day = date(2027, 2, 1) + timedelta(days=nummer % 900)  # never the day that stands there
    open_ones = _OPEN.findall(path.read_text(encoding="utf-8")) if kind in ("gedaan", "stel-uit") else []
    if kind in ("gedaan", "stel-uit") and not open_ones:
        kind = "actie"
    rest: tuple[str, ...] = {
        "logboek": (dossier, f"Gebeld {merk}"),
        "zet": (dossier, f"onderdak.situatie=Bij familie {merk}", "--reden", merk),
        "actie": (dossier, "onderdak", f"Bellen {merk}", "--eigenaar", "pi-alphen", "--uiterlijk", str(day)),
        "gedaan": (dossier, *random.sample(open_ones, min(1, len(open_ones))), "--resultaat", f"Klaar {merk}"),
        "stel-uit": (dossier, *random.sample(open_ones, min(1, len(open_ones))), str(day), "--reden", merk),
        "ontslagdatum": (dossier, str(day), "--reden", merk),
        "nieuw": ("--gemeente", "Leiden", "--regisseur", "m.bakker", "--reden", merk),
        "bewaar": (),
    }[kind]
    hand = (dossier, f"# met de hand {merk}\n".encode()) if kind == "bewaar" else None
    return Opdracht(merk, ("--peildatum", PEILDATUM, "-C", str(plaats.root), kind, *rest), hand)


def log_entry(plaats: Werkplaats, dossier: str, merk: str) -> Opdracht:
    """A line in the logboek: the smallest change there is."""
    return Opdracht(merk, ("--peildatum", PEILDATUM, "-C", str(plaats.root), "logboek", dossier, f"Gebeld {merk}"))


def where(plaats: Werkplaats, merk: str) -> tuple[bool, bool]:
    """Whether the change with ``merk`` stands in a file, and in the last commit (a plain folder: the same)."""
    sign = merk.encode()
    here = [path for path in plaats.dossiers.values() if sign in path.read_bytes()]
    if not plaats.common:
        return bool(here), bool(here)
    return bool(here), _grep(plaats, merk)


def _grep(plaats: Werkplaats, merk: str) -> bool:
    found = subprocess.run(["git", "grep", "-q", "-F", merk, "HEAD"], cwd=plaats.top, check=False, capture_output=True)
    return found.returncode == 0
