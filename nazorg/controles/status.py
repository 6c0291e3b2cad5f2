"""The status of a dossier: what it says is borne out by the rest."""

from collections.abc import Iterator

from nazorg.begrippen.keuzes import FASERING_BUITEN, Kader, Status, Uitkomst
from nazorg.controles.regel import Zaak
from nazorg.controles.woorden import actie_in_words
from nazorg.diagnostics import Finding, Route
from nazorg.dossier import Dossier

_FEITELIJK: Route = ("detentie", "ontslag", "feitelijk")


def check_onafgemaakt(zaak: Zaak) -> Iterator[Finding]:
    """NZ501: closed, with an action that still has to be done."""
    if zaak.dossier.status is not Status.AFGESLOTEN:
        return
    for naam, place, actie in zaak.dossier.acties():
        if actie.is_onaf:
            yield Finding(
                "NZ501",
                ("leefgebieden", naam, "acties", place, "status"),
                f"{actie_in_words(actie)} is niet af, terwijl het dossier is afgesloten.",
                "Zet de status op gedaan, vervallen of niet_mogelijk, of heropen het dossier.",
            )


def check_afsluiting(zaak: Zaak) -> Iterator[Finding]:
    """NZ502: closed, but not on which day."""
    dossier = zaak.dossier
    if dossier.status is Status.AFGESLOTEN and (dossier.afsluiting is None or dossier.afsluiting.op is None):
        yield Finding(
            "NZ502",
            ("status",) if dossier.afsluiting is None else ("afsluiting", "op"),
            "Het dossier is afgesloten, maar de dag van afsluiting ontbreekt.",
            "Vul 'afsluiting' in: op welke dag ('op') en waarom ('reden').",
        )


def check_beoordeling(zaak: Zaak) -> Iterator[Finding]:
    """NZ503: no aftercare, without an assessment that says so."""
    beoordeling = zaak.dossier.beoordeling
    if zaak.dossier.status is not Status.GEEN_NAZORG:
        return
    if beoordeling is None or beoordeling.uitkomst is None:
        yield Finding(
            "NZ503",
            ("status",) if beoordeling is None else ("beoordeling", "uitkomst"),
            "Er komt geen nazorg, maar de uitkomst van een beoordeling ontbreekt.",
            "Vul 'beoordeling' in: op welke dag ('op'), de uitkomst en de reden.",
        )
    elif beoordeling.uitkomst is not Uitkomst.GEEN_NAZORG:
        yield Finding(
            "NZ503",
            ("beoordeling", "uitkomst"),
            "Volgens de status komt er geen nazorg, maar de uitkomst van de beoordeling is nazorg.",
            "Pas de status aan, of vul de nieuwe beoordeling in.",
            ook=((("status",), "dit is de status"),),
        )


def check_overdracht(zaak: Zaak) -> Iterator[Finding]:
    """NZ504: handed over, but not to whom."""
    dossier = zaak.dossier
    if dossier.status is Status.OVERGEDRAGEN and (dossier.overdracht is None or dossier.overdracht.naar is None):
        yield Finding(
            "NZ504",
            ("status",) if dossier.overdracht is None else ("overdracht", "naar"),
            "Het dossier is overgedragen, maar aan welke gemeente staat er niet.",
            "Vul 'overdracht' in: de gemeente ('naar') en de dag ('op').",
        )


def check_toezicht(zaak: Zaak) -> Iterator[Finding]:
    """NZ505: mandatory supervision, but not by whom."""
    dossier = zaak.dossier
    if not dossier.loopt or dossier.kader is not Kader.JUSTITIEEL:
        return
    if dossier.toezicht is None or dossier.toezicht.door is None:
        yield Finding(
            "NZ505",
            ("kader",) if dossier.toezicht is None else ("toezicht", "door"),
            "Het kader is justitieel, maar wie toezicht houdt staat er niet.",
            "Vul bij 'toezicht' in welke partner dat doet ('door') en tot wanneer ('tot').",
        )


def check_detentie(zaak: Zaak) -> Iterator[Finding]:
    """NZ506: a status that says something else than the detention does."""
    trouble = _trouble(zaak.dossier)
    if trouble is not None:
        message, remedy, other = trouble
        ook: tuple[tuple[Route, str], ...] = ((other, "hier staat iets anders"),) if other else ()
        yield Finding("NZ506", ("status",), message, remedy, ook=ook)


def _trouble(dossier: Dossier) -> tuple[str, str, Route | None] | None:
    """What is wrong, what to do, and where the detention says otherwise."""
    status, detentie = dossier.status, dossier.detentie
    released = detentie is not None and detentie.ontslag is not None and detentie.ontslag.feitelijk is not None
    if status is Status.IN_DETENTIE and detentie is None:
        return (
            "De status is in_detentie, maar over de detentie staat er niets.",
            "Vul 'detentie' in: ten minste de soort, de inrichting en de dag van insluiting.",
            None,
        )
    if status is Status.IN_DETENTIE and released:
        return (
            "De status is in_detentie, maar volgens 'feitelijk' is de betrokkene vrij.",
            "Zet de status op nazorg, of haal de datum bij 'feitelijk' weg.",
            _FEITELIJK,
        )
    if status is Status.NAZORG and detentie is not None and not released:
        return (
            "De status is nazorg, maar de dag van vrijlating ontbreekt.",
            "Vul onder 'detentie', 'ontslag' de dag in waarop de betrokkene vrijkwam ('feitelijk').",
            ("detentie",),
        )
    if status is Status.EXTRAMURAAL and not _lives_outside(dossier):
        return (
            "De status is extramuraal, maar er staat geen fasering waarmee iemand buiten de inrichting woont.",
            "Vul bij 'fasering' in wat het is: pp, eindverlof, isd_laatste_fase of proefverlof.",
            None,
        )
    return None


def _lives_outside(dossier: Dossier) -> bool:
    detentie = dossier.detentie
    return detentie is not None and any(step.soort in FASERING_BUITEN for step in detentie.fasering)
