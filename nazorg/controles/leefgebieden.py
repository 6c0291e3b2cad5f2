"""The leefgebieden: what the person asks, how it stands, and what that is based on."""

from collections.abc import Iterator
from datetime import timedelta

from nazorg.begrippen.keuzes import BASISVOORWAARDEN, IN_ORDE, LEEFGEBIEDEN, Hulpvraag, Stand
from nazorg.controles.regel import Dag, Zaak
from nazorg.controles.woorden import leefgebied_in_words
from nazorg.diagnostics import Finding
from nazorg.dossier import Leefgebied

VRAAGTERMIJN = 14
"""Days after aanmelding within which every basisvoorwaarde has been asked about. A local agreement, no law."""

_NIETS_TE_DOEN = IN_ORDE


def check_gevraagd(zaak: Zaak, dag: Dag) -> Iterator[Finding]:
    """NZ301: a basisvoorwaarde that nobody has asked about in time."""
    dossier = zaak.dossier
    if not dossier.loopt or dag.peildatum <= dossier.aanmelding + timedelta(days=VRAAGTERMIJN):
        return
    for naam in BASISVOORWAARDEN:
        leefgebied = dossier.leefgebieden.get(naam)
        if leefgebied is None or leefgebied.hulpvraag in (None, Hulpvraag.ONBEKEND):
            yield Finding(
                "NZ301",
                ("leefgebieden", naam, "hulpvraag"),
                f"De hulpvraag bij {LEEFGEBIEDEN[naam]} is {VRAAGTERMIJN} dagen na de aanmelding nog niet bekend.",
                f"Vraag het na en vul onder '{naam}' de hulpvraag in: ja, nee of geweigerd.",
            )


def check_stand(zaak: Zaak) -> Iterator[Finding]:
    """NZ302: the person asks for help, and nobody wrote down how it stands."""
    for naam, leefgebied in _with_hulpvraag(zaak):
        if leefgebied.stand in (None, Stand.ONBEKEND):
            yield Finding(
                "NZ302",
                ("leefgebieden", naam, "stand"),
                f"De betrokkene vraagt hulp bij {leefgebied_in_words(naam)}, maar hoe het ervoor staat is niet bekend.",
                "Vul 'stand' in: acuut, niet_op_orde, loopt, op_orde of nvt.",
            )


def check_actie(zaak: Zaak) -> Iterator[Finding]:
    """NZ303: the person asks for help, and nothing was agreed, nor why not.

    What is in order, or does not apply, needs no action.
    """
    for naam, leefgebied in _with_hulpvraag(zaak):
        if not leefgebied.acties and leefgebied.geen_actie is None and leefgebied.stand not in _NIETS_TE_DOEN:
            yield Finding(
                "NZ303",
                ("leefgebieden", naam, "acties"),
                f"De betrokkene vraagt hulp bij {leefgebied_in_words(naam)}, maar er is geen actie afgesproken.",
                "Spreek een actie af, of schrijf bij 'geen_actie' waarom er niets hoeft te gebeuren.",
            )


def check_bewijs(zaak: Zaak) -> Iterator[Finding]:
    """NZ305: in order, without evidence of what was seen and when."""
    if not zaak.dossier.loopt:
        return
    for naam, leefgebied in zaak.dossier.leefgebieden.items():
        bewijs = leefgebied.bewijs
        if leefgebied.stand is not Stand.OP_ORDE or (bewijs is not None and bewijs.wat and bewijs.gezien):
            continue
        missing = "wat" if bewijs is None or not bewijs.wat else "gezien"
        yield Finding(
            "NZ305",
            ("leefgebieden", naam, "stand") if bewijs is None else ("leefgebieden", naam, "bewijs", missing),
            f"De stand van {leefgebied_in_words(naam)} is op_orde, maar waaruit dat blijkt staat er niet volledig.",
            "Vul bij 'bewijs' in wat u zag ('wat') en op welke dag ('gezien').",
        )


def check_geldigheid(zaak: Zaak, dag: Dag) -> Iterator[Finding]:
    """NZ306: in order, by evidence that is no longer valid."""
    if not zaak.dossier.loopt:
        return
    for naam, leefgebied in zaak.dossier.leefgebieden.items():
        bewijs = leefgebied.bewijs
        if leefgebied.stand is not Stand.OP_ORDE or bewijs is None or bewijs.geldig_tot is None:
            continue
        if bewijs.geldig_tot < dag.peildatum:
            yield Finding(
                "NZ306",
                ("leefgebieden", naam, "bewijs", "geldig_tot"),
                f"Het bewijs bij {leefgebied_in_words(naam)} is verlopen, en de stand is nog op_orde.",
                "Laat het vernieuwen en vul het nieuwe bewijs in, of pas de stand aan.",
            )


def _with_hulpvraag(zaak: Zaak) -> Iterator[tuple[str, Leefgebied]]:
    """The leefgebieden of a running dossier with which the person wants help."""
    if zaak.dossier.loopt:
        for naam, leefgebied in zaak.dossier.leefgebieden.items():
            if leefgebied.hulpvraag is Hulpvraag.JA:
                yield naam, leefgebied
