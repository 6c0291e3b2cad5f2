"""The release date: how sure it is, whether it has passed, and on what day of the week it falls."""

from collections.abc import Iterator

from nazorg.begrippen.keuzes import BINNEN, DetentieSoort, Zekerheid
from nazorg.controles.regel import Dag, Zaak
from nazorg.diagnostics import Finding
from nazorg.dossier import Detentie, Ontslag

_VRIJDAG = 4
_BINNEN = BINNEN


def check_zekerheid(zaak: Zaak) -> Iterator[Finding]:
    """NZ402: a certainty that the dates do not bear out. Who has left makes the question moot."""
    detentie = zaak.dossier.detentie
    if detentie is None or detentie.ontslag is None or detentie.ontslag.feitelijk is not None:
        return
    trouble = _trouble(detentie, detentie.ontslag)
    if trouble is not None:
        message, remedy = trouble
        yield Finding("NZ402", ("detentie", "ontslag", "zekerheid"), message, remedy)


def check_voorbij(zaak: Zaak, dag: Dag) -> Iterator[Finding]:
    """NZ403: a release date that has passed, and nobody wrote down that the person left."""
    ontslag = _coming(zaak)
    if ontslag is None or zaak.dossier.status not in _BINNEN:
        return
    today = dag.peildatum
    if ontslag.verwacht is not None and ontslag.verwacht < today:
        field, what, remedy = "verwacht", "verwachte", "vul dan de nieuwe datum in"
    elif ontslag.vroegst is not None and ontslag.vroegst < today:
        field, what, remedy = "vroegst", "vroegst mogelijke", "vul dan de nieuwe datum in of haal deze weg"
    else:
        return
    yield Finding(
        "NZ403",
        ("detentie", "ontslag", field),
        f"De {what} dag van vrijlating is voorbij. Nog binnen? Bel de PI.",
        f"Is de betrokkene vrij, vul dan 'feitelijk' in; nog binnen, {remedy}.",
    )


def check_dag(zaak: Zaak, dag: Dag) -> Iterator[Finding]:
    """NZ404: a release after which the counters stay closed: on a Friday, in a weekend, on a holiday."""
    ontslag = _coming(zaak)
    if ontslag is None or ontslag.verwacht is None or ontslag.verwacht < dag.peildatum:
        return
    closed = dag.kalender.closed(ontslag.verwacht)
    if closed is None and ontslag.verwacht.weekday() != _VRIJDAG:
        return
    why = f"{closed}: loketten zijn dan dicht" if closed else "vrijdag: wat die dag niet lukt, wacht tot na het weekend"
    yield Finding(
        "NZ404",
        ("detentie", "ontslag", "verwacht"),
        f"De verwachte dag van vrijlating valt op {why}.",
        "Regel vooraf wat er de eerste dagen nodig is: een slaapplek, leefgeld, medicijnen en een afspraak daarna.",
    )


def _coming(zaak: Zaak) -> Ontslag | None:
    """The release of a running dossier that still has to come."""
    detentie = zaak.dossier.detentie
    if detentie is None or detentie.ontslag is None or detentie.ontslag.feitelijk is not None:
        return None
    return detentie.ontslag if zaak.dossier.loopt else None


def _trouble(detentie: Detentie, ontslag: Ontslag) -> tuple[str, str] | None:
    if ontslag.zekerheid is Zekerheid.VAST and ontslag.verwacht is None:
        return (
            "De ontslagdatum staat volgens 'zekerheid' vast, maar onder 'verwacht' staat geen datum.",
            "Vul de datum in bij 'verwacht', of zet de zekerheid op onbekend.",
        )
    if ontslag.zekerheid is Zekerheid.ONBEKEND and ontslag.verwacht is not None:
        return (
            "Volgens 'zekerheid' is er nog geen ontslagdatum, maar onder 'verwacht' staat er een.",
            "Zet de zekerheid op verwacht of vast, of haal de datum weg.",
        )
    if ontslag.zekerheid is Zekerheid.VERWACHT and not _has_date(detentie, ontslag):
        return (
            "Volgens 'zekerheid' wordt er een ontslagdatum verwacht, maar er staat geen datum.",
            "Vul 'verwacht' of 'vroegst' in, of zet de zekerheid op onbekend.",
        )
    return None


def _has_date(detentie: Detentie, ontslag: Ontslag) -> bool:
    """In voorlopige hechtenis the hearing stands in for the earliest day, as it does when a term is counted."""
    hearing = detentie.zitting if detentie.soort is DetentieSoort.VOORLOPIGE_HECHTENIS else None
    return (ontslag.verwacht or ontslag.vroegst or hearing) is not None
