"""Dates: what comes first lies first, and what has happened does not lie in the future."""

from collections.abc import Iterator
from datetime import date

from nazorg.controles.plaatsen import in_file_order
from nazorg.controles.regel import Dag, Zaak
from nazorg.diagnostics import Finding, Route
from nazorg.dossier import Detentie, Dossier, Ontslag

_Moment = tuple[Route, date | None]
_Paar = tuple[_Moment, _Moment]


def check_volgorde(zaak: Zaak) -> Iterator[Finding]:
    """NZ401: two dates that contradict each other; said at the one that was written later."""
    for (early_route, early), (late_route, late) in _pairs(zaak.dossier):
        if early is None or late is None or early <= late:
            continue
        other, here = in_file_order(zaak.document, (early_route, late_route))
        yield Finding(
            "NZ401",
            here,
            f"De datum bij '{early_route[-1]}' ligt na de datum bij '{late_route[-1]}'.",
            f"Kijk beide na: '{early_route[-1]}' hoort eerder te liggen, of op dezelfde dag.",
            ook=((other, "dit is de andere datum"),),
        )


def check_toekomst(zaak: Zaak, dag: Dag) -> Iterator[Finding]:
    """NZ308: something that has happened, on a day that is still to come."""
    today = dag.peildatum
    for route, day in _happened(zaak.dossier):
        if day is not None and day > today:
            yield Finding(
                "NZ308",
                route,
                f"De datum bij '{route[-1]}' ligt in de toekomst, en hier hoort te staan wat al gebeurd is.",
                "Kijk de datum na. Is het nog niet gebeurd, haal de datum dan weg.",
            )


def _pairs(dossier: Dossier) -> Iterator[_Paar]:
    """Every two dates of which the first may not lie after the second."""
    if dossier.detentie is not None:
        yield from _pairs_of_detentie(dossier.detentie)
    for naam, i, actie in dossier.acties():
        if actie.gedaan_op is not None and actie.afgesproken is not None:
            route = ("leefgebieden", naam, "acties", i)
            yield ((*route, "afgesproken"), actie.afgesproken), ((*route, "gedaan_op"), actie.gedaan_op)
        for j, pauze in enumerate(actie.opschorting):
            route_pauze = ("leefgebieden", naam, "acties", i, "opschorting", j)
            yield ((*route_pauze, "van"), pauze.van), ((*route_pauze, "hervat"), pauze.hervat)
    for i, toestemming in enumerate(dossier.toestemmingen):
        yield (("toestemmingen", i, "gegeven"), toestemming.gegeven), (("toestemmingen", i, "tot"), toestemming.tot)


def _pairs_of_detentie(detentie: Detentie) -> Iterator[_Paar]:
    ontslag = detentie.ontslag or Ontslag()
    inside: _Moment = ("detentie", "ingesloten"), detentie.ingesloten
    arrived: _Moment = ("detentie", "binnenkomst"), detentie.binnenkomst
    real: _Moment = ("detentie", "ontslag", "feitelijk"), ontslag.feitelijk
    earliest: _Moment = ("detentie", "ontslag", "vroegst"), ontslag.vroegst
    expected: _Moment = ("detentie", "ontslag", "verwacht"), ontslag.verwacht
    latest: _Moment = ("detentie", "ontslag", "uiterst"), ontslag.uiterst
    yield inside, arrived
    # The last day inside that is known: with both, one mistake would be said twice.
    start = inside if detentie.binnenkomst is None else arrived
    yield start, real
    yield start, earliest
    yield start, expected
    yield start, latest
    yield earliest, expected
    yield (earliest if ontslag.verwacht is None else expected), latest
    for i, step in enumerate(detentie.fasering):
        yield (("detentie", "fasering", i, "vanaf"), step.vanaf), (("detentie", "fasering", i, "tot"), step.tot)


def _happened(dossier: Dossier) -> Iterator[_Moment]:
    """Every date of something that has happened."""
    if dossier.beoordeling is not None:
        yield ("beoordeling", "op"), dossier.beoordeling.op
    if dossier.detentie is not None and dossier.detentie.ontslag is not None:
        yield ("detentie", "ontslag", "feitelijk"), dossier.detentie.ontslag.feitelijk
    yield from _happened_on_leefgebieden(dossier)
    for i, verstrekking in enumerate(dossier.verstrekkingen):
        yield ("verstrekkingen", i, "op"), verstrekking.op
    for i, regel in enumerate(dossier.logboek):
        yield ("logboek", i, "op"), regel.op
    if dossier.overdracht is not None:
        yield ("overdracht", "bevestigd"), dossier.overdracht.bevestigd
    if dossier.afsluiting is not None:
        yield ("afsluiting", "op"), dossier.afsluiting.op


def _happened_on_leefgebieden(dossier: Dossier) -> Iterator[_Moment]:
    for naam, leefgebied in dossier.leefgebieden.items():
        if leefgebied.bewijs is not None:
            yield ("leefgebieden", naam, "bewijs", "gezien"), leefgebied.bewijs.gezien
        for i, actie in enumerate(leefgebied.acties):
            if actie.gedaan_op is not None:
                yield ("leefgebieden", naam, "acties", i, "gedaan_op"), actie.gedaan_op
