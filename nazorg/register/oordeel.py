"""What the rules say of one file by itself: of a dossier, and for how long that holds; of the settings."""

from collections.abc import Iterator
from datetime import date

from nazorg.begrippen.indeling import INSTELLINGEN
from nazorg.controles import Dag, Zaak, check_dossier, check_instellingen, check_peildatum, check_tekst
from nazorg.diagnostics import Diagnostic
from nazorg.diagnostics.bevinding import FILE_START
from nazorg.diagnostics.codes import severity_of
from nazorg.dossier import Dossier
from nazorg.index import Keuring
from nazorg.instellingen import Instellingen
from nazorg.reading import Gelezen
from nazorg.register.inzicht import Register
from nazorg.register.proefdag import Proefdag


def judge(register: Register, gelezen: Gelezen[Dossier], peildatum: date) -> Keuring:
    """All findings about one dossier on ``peildatum``, with the days between which they are the same."""
    settings, dossier, day = _settings_of(register), gelezen.waarde, Proefdag(peildatum)
    on_day = tuple(findings_on(gelezen, settings, Dag(day, register.kalender)))
    return Keuring(
        tuple(lasting_findings(gelezen, settings)),
        day.vanaf,
        day.tot,
        on_day,
        dossier.dossier if dossier else "",
        dossier.betrokkene if dossier and dossier.loopt else "",
    )


def lasting_findings(gelezen: Gelezen[Dossier], settings: Instellingen | None) -> Iterator[Diagnostic]:
    """What there is to say of one dossier on any day."""
    yield from gelezen.diagnostics
    yield from check_tekst(gelezen.document, Dossier)
    if gelezen.waarde is not None:
        yield from check_dossier(Zaak(gelezen.document, gelezen.waarde, settings))


def findings_on(gelezen: Gelezen[Dossier], settings: Instellingen | None, dag: Dag) -> Iterator[Diagnostic]:
    """What there is to say of it on that day."""
    if gelezen.waarde is not None:
        yield from check_peildatum(Zaak(gelezen.document, gelezen.waarde, settings), dag)


def judge_settings(register: Register) -> tuple[Instellingen | None, tuple[Diagnostic, ...]]:
    """The settings to hold dossiers against, and what is wrong with them."""
    gelezen = register.gelezen_instellingen
    if gelezen is None:
        message = f"In deze map staat geen {INSTELLINGEN}: gemeenten, partners en regisseurs zijn niet na te kijken."
        remedy = "Maak een werkmap met 'nazorg init', of ga naar de goede map."
        return None, (Diagnostic(INSTELLINGEN, FILE_START, "NZ606", severity_of("NZ606"), message, remedy),)
    found = gelezen.diagnostics
    if gelezen.waarde is not None:
        found = (*found, *check_instellingen(gelezen.document, gelezen.waarde))
    return gelezen.waarde, found


def _settings_of(register: Register) -> Instellingen | None:
    gelezen = register.gelezen_instellingen
    return gelezen.waarde if gelezen else None
