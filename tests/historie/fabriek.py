"""Writes small histories and tells them."""

from pathlib import Path

from fabriek_git import commit

from nazorg.gitrepo import find_repository
from nazorg.historie import Gebeurtenis, Historie

PAD = "dossiers/2026/NZ-2026-k7f3mq.yaml"


def dossier(*acties: str, leefgebied: str = "onderdak", **velden: str) -> str:
    """The text of a dossier with these fields and, under one leefgebied, actions in flow style."""
    head = {"dossier": "NZ-2026-k7f3mq", "status": "aangemeld", **velden}
    text = "".join(f"{name}: {value}\n" for name, value in head.items())
    if not acties:
        return text
    return f"{text}leefgebieden:\n  {leefgebied}:\n    acties:\n" + "".join(f"      - {{{one}}}\n" for one in acties)


def actie(status: str = "open", naam: str = "w4hn", wat: str = "Bellen") -> str:
    return f"id: {naam}, wat: {wat}, status: {status}"


def historie(folder: Path) -> Historie:
    repository = find_repository(folder)
    return Historie(repository, repository.head)


def told(folder: Path, path: str = PAD) -> list[Gebeurtenis]:
    """Every event of the dossier at ``path``, newest first."""
    return list(historie(folder).of_file(path))


def short(event: Gebeurtenis) -> tuple[str, ...]:
    """Who, what kind, where, and what stood and stands there."""
    change = event.wijziging
    way = "/".join(map(str, change.weg))
    return (event.herkomst.door, str(change.soort), way, *(str(one) for one in (change.oud, change.nieuw)))


def write(folder: Path, *texts: str, path: str = PAD) -> list[str]:
    """A commit for each text of the dossier, a day apart."""
    return [commit(folder, {path: text}, op=f"2026-10-{day:02}T12:00:00") for day, text in enumerate(texts, 1)]
