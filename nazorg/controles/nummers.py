"""Numbers and ids: a file is called what it is, and nothing in a dossier is called the same twice."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Protocol

from nazorg.controles.plaatsen import in_file_order
from nazorg.controles.regel import Overlegzaak, Trajectzaak, Zaak
from nazorg.diagnostics import Finding, Route
from nazorg.dossier import Dossier


class _Item(Protocol):
    """An item of a list that people add to."""

    @property
    def id(self) -> str | None: ...


def check_dossiernummer(zaak: Zaak) -> Iterator[Finding]:
    """NZ201: the number of a dossier is the name of its file."""
    if not _is_named(zaak.document.path, zaak.dossier.dossier):
        yield Finding(
            "NZ201",
            ("dossier",),
            f"Het bestand met dossier {zaak.dossier.dossier} heeft een andere naam.",
            f"Noem het bestand {zaak.dossier.dossier}.yaml, of zet hier het nummer dat de bestandsnaam geeft.",
        )


def check_overlegnaam(overlegzaak: Overlegzaak) -> Iterator[Finding]:
    """NZ201: the name of an overleg is the name of its file."""
    naam = overlegzaak.overleg.overleg
    if not _is_named(overlegzaak.document.path, naam):
        yield Finding(
            "NZ201",
            ("overleg",),
            f"Het bestand met overleg {naam} heeft een andere naam.",
            f"Noem het bestand {naam}.yaml, of zet hier de naam van het bestand zonder .yaml.",
        )


def check_trajectnaam(trajectzaak: Trajectzaak) -> Iterator[Finding]:
    """NZ201: the name of a traject is the name of its file."""
    naam = trajectzaak.traject.traject
    if not _is_named(trajectzaak.document.path, naam):
        yield Finding(
            "NZ201",
            ("traject",),
            f"Het bestand met traject {naam} heeft een andere naam.",
            f"Noem het bestand {naam}.yaml, of zet hier de naam van het bestand zonder .yaml.",
        )


def check_ids(zaak: Zaak) -> Iterator[Finding]:
    """NZ202 and NZ203: every item of a list has an id, and no two have the same one."""
    routes: dict[str, list[Route]] = {}
    for route, item_id in _ids(zaak.dossier):
        if item_id is None:
            yield Finding(
                "NZ203",
                route,
                "Dit onderdeel heeft geen id.",
                "Draai 'nazorg controleer --vul-aan'; die zet er een id bij.",
            )
        else:
            routes.setdefault(item_id, []).append((*route, "id"))
    for item_id, places in routes.items():
        if len(places) > 1:
            yield from _twice(item_id, in_file_order(zaak.document, places))


def _is_named(path: str, name: str) -> bool:
    return PurePosixPath(path).stem == name


def _twice(item_id: str, places: list[Route]) -> Iterator[Finding]:
    first, *later = places
    for place in later:
        yield Finding(
            "NZ202",
            place,
            f"Het id {item_id} hoort al bij een ander onderdeel van dit dossier.",
            "Is het dubbel, haal er dan een weg. Haal anders dit id weg en draai 'nazorg controleer --vul-aan'.",
            ook=((first, "hier staat het ook"),),
        )


def _ids(dossier: Dossier) -> Iterator[tuple[Route, str | None]]:
    """Every item of every list that people add to, with its id.

    ``conflicten`` is not among them: only the merge driver writes those.
    """
    yield from _of(("betrokken",), dossier.betrokken)
    if dossier.detentie is not None:
        yield from _of(("detentie", "fasering"), dossier.detentie.fasering)
        yield from _of(("detentie", "ontslag_historie"), dossier.detentie.ontslag_historie)
    yield from _of(("doelen",), dossier.doelen)
    for naam, place, actie in dossier.acties():
        route = ("leefgebieden", naam, "acties", place)
        yield route, actie.id
        yield from _of((*route, "opschorting"), actie.opschorting)
    yield from _of(("toestemmingen",), dossier.toestemmingen)
    yield from _of(("verstrekkingen",), dossier.verstrekkingen)
    yield from _of(("besluiten",), dossier.besluiten)
    yield from _of(("logboek",), dossier.logboek)


def _of(route: Route, items: Iterable[_Item]) -> Iterator[tuple[Route, str | None]]:
    for place, item in enumerate(items):
        yield (*route, place), item.id
