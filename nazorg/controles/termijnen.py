"""The terms of actions: a deadline that was agreed can be computed."""

from collections.abc import Iterator

from nazorg.begrippen.keuzes import Anker
from nazorg.begrippen.termen import Regelterm, Term, Uiterlijk
from nazorg.controles.regel import Dag, Zaak
from nazorg.controles.woorden import actie_in_words
from nazorg.diagnostics import Finding
from nazorg.instellingen import ZONDER_REGIO
from nazorg.termijnen import compute_deadline

_VUL_IN = {
    Anker.AANMELDING: "'aanmelding'",
    Anker.INGESLOTEN: "'ingesloten' onder 'detentie'",
    Anker.BINNENKOMST: "'binnenkomst' onder 'detentie'",
    Anker.ONTSLAG: "een ontslagdatum onder 'detentie'",
    Anker.BUITEN: "een ontslagdatum of een fasering onder 'detentie'",
}


def check_deadline(zaak: Zaak, dag: Dag) -> Iterator[Finding]:
    """NZ405: an unfinished action whose deadline cannot be computed: it would never be overdue."""
    dossier, instellingen = zaak.dossier, zaak.instellingen or ZONDER_REGIO
    if not dossier.loopt:
        return
    for naam, place, actie in dossier.acties():
        if actie.uiterlijk is None or not actie.is_onaf:
            continue
        if zaak.instellingen is None and isinstance(actie.uiterlijk, Regelterm):
            continue  # whether the region has this rule is not known
        deadline = compute_deadline(actie, dossier, instellingen, dag.kalender, dag.peildatum)
        if deadline is not None and deadline.onbepaald:
            yield Finding(
                "NZ405",
                ("leefgebieden", naam, "acties", place, "uiterlijk"),
                f"{actie_in_words(actie)} heeft een termijn die niet te berekenen is.",
                _remedy(actie.uiterlijk),
            )


def _remedy(uiterlijk: Uiterlijk) -> str:
    if isinstance(uiterlijk, Term):
        return f"Vul {_VUL_IN[uiterlijk.anker]} in, of schrijf hier een datum."
    return "Schrijf hier een termijnregel die bestaat (zie 'termijnen' in nazorg.yaml), of een datum."
