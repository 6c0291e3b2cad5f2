"""A werkmap in git with two sides, in which git merges as a person's does: with the driver on its path, or without."""

import os
import subprocess
import sys
from pathlib import Path

from nazorg.gitrepo.registratie import ATTRIBUTEN, register

REGIO = """\
nazorg: 1
regio: Voorbeeld
gemeenten: {Leiden: , Katwijk: , Gouda: }
regisseurs:
  m.bakker: {naam: M. Bakker, gemeenten: [Leiden]}
partners:
  pi-alphen: {soort: pi}
"""
NUMMER = "NZ-2026-k7f3mq"
PAD = f"dossiers/2026/{NUMMER}.yaml"
DOSSIER = f"""\
dossier: {NUMMER}
betrokkene: p-4q9x2m
aanmelding: 2026-04-20
status: aangemeld
gemeente: Leiden
regisseur: m.bakker
kader: vrijwillig
leefgebieden:
  onderdak:
    hulpvraag: ja
    stand: loopt
    acties:
      - id: w4hn
        wat: Urgentieverklaring aanvragen
        uiterlijk: 2026-12-01
logboek:
  - {{id: g9pq, op: 2026-05-02, kort: Kennisgemaakt}}
"""
SANNE, YUSUF = "Sanne de Wit", "Yusuf Demir"
WORTEL = Path(__file__).parents[2]


def program(folder: Path, text: str = "") -> Path:
    """A folder with a program ``nazorg``: ours, or the one that ``text`` says."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "nazorg"
    file.write_text(text or f'#!/bin/sh\nPYTHONPATH={WORTEL} exec {sys.executable} -m nazorg "$@"\n', encoding="utf-8")
    file.chmod(0o755)
    return folder


def vcs(folder: Path, bin_: Path | None, *arguments: str, door: str = SANNE, op: str = "2026-11-24T12:00:00"):
    """Run git as ``door``; ``bin_`` is where it finds ``nazorg``, if anywhere. Gives how it ended and all it said."""
    path = os.pathsep.join(one for one in os.environ["PATH"].split(os.pathsep) if not (Path(one) / "nazorg").exists())
    mail = door.partition(" ")[0].lower() + "@example.org"
    environment = {
        "PATH": f"{bin_}{os.pathsep}{path}" if bin_ else path,
        "HOME": str(folder.parent),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_NAME": door for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": mail for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_DATE": op for who in ("AUTHOR", "COMMITTER")},
        "GIT_EDITOR": "true",
    }
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def two_sides(folder: Path, hier: str, daar: str, basis: str = DOSSIER, pad: str = PAD) -> Path:
    """A repository on ``main`` with ``hier`` by Sanne, and ``daar`` by Yusuf on the branch ``zij``."""
    folder.mkdir(parents=True)
    vcs(folder, None, "-c", "init.defaultBranch=main", "init", "--quiet")
    _commit(folder, {"nazorg.yaml": REGIO, ".gitattributes": "\n".join([*ATTRIBUTEN, ""]), pad: basis})
    register(folder)
    run = ("checkout", "--quiet")
    vcs(folder, None, *run, "-b", "zij")
    _commit(folder, {pad: daar}, door=YUSUF, op="2026-11-25T09:00:00")
    vcs(folder, None, *run, "main")
    _commit(folder, {pad: hier}, door=SANNE, op="2026-11-24T09:00:00")
    return folder


def _commit(folder: Path, files: dict[str, str], **who: str) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    vcs(folder, None, "add", "--all")
    code, said = vcs(folder, None, "commit", "--quiet", "--allow-empty", "--message", "x", **who)
    assert code == 0, said
