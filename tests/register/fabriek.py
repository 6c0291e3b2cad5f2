"""Writes small werkmappen and opens them on a day."""

from datetime import date
from pathlib import Path

from nazorg.register import Register
from nazorg.werkmap import Werkmap

PEILDATUM = date(2026, 11, 23)
REGIO = """\
nazorg: 1
regio: Voorbeeld
gemeenten: {Leiden: , Katwijk: , Gouda: }
regisseurs:
  m.bakker: {naam: M. Bakker, mail: m.bakker@example.org, gemeenten: [Leiden]}
  s.yilmaz: {naam: S. Yilmaz, mail: s.yilmaz@example.org}
partners:
  pi-alphen: {naam: PI Alphen, soort: pi}
  corporatie-rijnland: {naam: Corporatie Rijnland, soort: woningcorporatie}
leefgebieden: [scholing]
"""
_VELDEN = {
    "aanmelding": "2026-11-20",
    "status": "aangemeld",
    "gemeente": "Leiden",
    "regisseur": "m.bakker",
    "kader": "vrijwillig",
}


def dossier(nummer: str, rest: str = "", **velden: str) -> tuple[str, str]:
    """The path and the text of dossier ``NZ-2026-<nummer>``; ``rest`` begins on line 8."""
    name = f"NZ-2026-{nummer}"
    head = {"dossier": name, "betrokkene": f"p-{nummer}"} | _VELDEN | velden
    return f"dossiers/2026/{name}.yaml", "".join(f"{key}: {value}\n" for key, value in head.items()) + rest


def acties(leefgebied: str, *found: str) -> str:
    """A leefgebied with actions in flow style; the first stands two lines further."""
    return f"  {leefgebied}:\n    acties:\n" + "".join(f"      - {{{one}}}\n" for one in found)


def onderdak(*found: str) -> str:
    """A dossier's leefgebied with actions; the first stands on line 11."""
    return "leefgebieden:\n" + acties("onderdak", *found)


def write(folder: Path, *files: tuple[str, str], regio: str | None = REGIO) -> Path:
    """Write a werkmap of these files below ``folder``, with settings unless ``regio`` is ``None``."""
    settings = [] if regio is None else [("nazorg.yaml", regio)]
    for path, text in (*settings, *files):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    return folder


def open_register(
    folder: Path, *files: tuple[str, str], regio: str | None = REGIO, peildatum: date = PEILDATUM
) -> Register:
    """The register of a werkmap with these files."""
    return Register(Werkmap(write(folder, *files, regio=regio)), peildatum)


KAPOT = ("dossiers/2026/NZ-2026-z9zzzz.yaml", "dossier: [\n")
"""A dossier that cannot be read."""
