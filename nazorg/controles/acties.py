"""The actions: each has an owner, and says truthfully whether and when it was done."""

from collections.abc import Iterator

from nazorg.begrippen.keuzes import Actiestatus
from nazorg.controles.regel import Zaak
from nazorg.controles.woorden import actie_in_words
from nazorg.diagnostics import Finding


def check_eigenaar(zaak: Zaak) -> Iterator[Finding]:
    """NZ304: an unfinished action that nobody has taken on."""
    if not zaak.dossier.loopt:
        return
    for naam, place, actie in zaak.dossier.acties():
        if actie.eigenaar is None and actie.is_onaf:
            yield Finding(
                "NZ304",
                ("leefgebieden", naam, "acties", place, "eigenaar"),
                f"{actie_in_words(actie)} is nog niet toegedeeld.",
                "Vul bij 'eigenaar' in wie dit doet: een partner, een regisseur of betrokkene.",
            )


def check_gedaan_op(zaak: Zaak) -> Iterator[Finding]:
    """NZ307: done, but not on which day."""
    for naam, place, actie in zaak.dossier.acties():
        if actie.status is Actiestatus.GEDAAN and actie.gedaan_op is None:
            yield Finding(
                "NZ307",
                ("leefgebieden", naam, "acties", place, "status"),
                f"{actie_in_words(actie)} is gedaan, maar de dag waarop ontbreekt.",
                "Vul 'gedaan_op' in.",
            )


def check_gedaan(zaak: Zaak) -> Iterator[Finding]:
    """NZ309: a day on which it was done, while its status says otherwise.

    An action that comes back (``herhaal``) keeps the day of last time while it is open again.
    """
    for naam, place, actie in zaak.dossier.acties():
        if actie.gedaan_op is not None and actie.status is not Actiestatus.GEDAAN and actie.herhaal is None:
            route = ("leefgebieden", naam, "acties", place)
            yield Finding(
                "NZ309",
                (*route, "gedaan_op"),
                f"{actie_in_words(actie)} is volgens 'gedaan_op' gedaan, maar de status is {actie.status}.",
                "Zet de status op gedaan, of haal de datum weg.",
                ook=((((*route, "status"), "dit is de status"),) if actie.status is not Actiestatus.OPEN else ()),
            )


def check_wacht_op(zaak: Zaak) -> Iterator[Finding]:
    """NZ310: waiting, but not known for whom or what."""
    if not zaak.dossier.loopt:
        return
    for naam, place, actie in zaak.dossier.acties():
        if actie.status is Actiestatus.WACHT and actie.wacht_op is None:
            yield Finding(
                "NZ310",
                ("leefgebieden", naam, "acties", place, "status"),
                f"{actie_in_words(actie)} wacht, maar op wie of wat staat er niet.",
                "Vul 'wacht_op' in; dan weet iedereen wie te bellen.",
            )
