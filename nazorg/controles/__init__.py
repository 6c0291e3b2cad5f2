"""Rules across fields and files, one room per subject. Every rule there is stands in a tuple here."""

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter

from nazorg.controles import (
    acties,
    conflicten,
    datums,
    eigen_termijnen,
    grondslagen,
    leefgebieden,
    nummers,
    ontslagdatum,
    overleggen,
    privacy,
    status,
    termijnen,
    trajecten,
    verwijzingen,
    volgorde,
    waarneming,
    werkmap,
)
from nazorg.controles.regel import (
    Dag,
    DossierCheck,
    InstellingenCheck,
    OverlegCheck,
    Overlegzaak,
    PeildatumCheck,
    Regel,
    Samenhang,
    Scope,
    TekstCheck,
    TrajectCheck,
    Trajectzaak,
    WerkmapCheck,
    Zaak,
)
from nazorg.diagnostics import Diagnostic
from nazorg.instellingen import Instellingen
from nazorg.yamltext import Document, place

TEKST_REGELS: tuple[Regel[TekstCheck], ...] = (Regel(("NZ701", "NZ702", "NZ703", "NZ704"), privacy.check_privacy),)
"""What depends on the text of one file, even where it cannot be read as a dossier or an overleg."""

DOSSIER_REGELS: tuple[Regel[DossierCheck], ...] = (
    Regel(("NZ201",), nummers.check_dossiernummer, Scope.PAD),
    Regel(("NZ202", "NZ203"), nummers.check_ids),
    Regel(("NZ204",), volgorde.check_na),
    Regel(("NZ205",), volgorde.check_kring),
    Regel(("NZ206",), conflicten.check_conflicten),
    Regel(("NZ207",), volgorde.check_besluiten),
    Regel(("NZ302",), leefgebieden.check_stand),
    Regel(("NZ303",), leefgebieden.check_actie),
    Regel(("NZ304",), acties.check_eigenaar),
    Regel(("NZ305",), leefgebieden.check_bewijs),
    Regel(("NZ307",), acties.check_gedaan_op),
    Regel(("NZ309",), acties.check_gedaan),
    Regel(("NZ310",), acties.check_wacht_op),
    Regel(("NZ401",), datums.check_volgorde),
    Regel(("NZ402",), ontslagdatum.check_zekerheid),
    Regel(("NZ406",), termijnen.check_wachttijd, Scope.REGIO),
    Regel(("NZ408",), termijnen.check_opschorting),
    Regel(("NZ501",), status.check_onafgemaakt),
    Regel(("NZ502",), status.check_afsluiting),
    Regel(("NZ503",), status.check_beoordeling),
    Regel(("NZ504",), status.check_overdracht),
    Regel(("NZ505",), status.check_toezicht),
    Regel(("NZ506",), status.check_detentie),
    Regel(("NZ601",), verwijzingen.check_eigenaren, Scope.REGIO),
    Regel(("NZ602",), verwijzingen.check_partners, Scope.REGIO),
    Regel(("NZ603",), verwijzingen.check_regisseurs, Scope.REGIO),
    Regel(("NZ604",), verwijzingen.check_gemeente, Scope.REGIO),
    Regel(("NZ605",), verwijzingen.check_leefgebieden, Scope.REGIO),
    Regel(("NZ608",), termijnen.check_regel, Scope.REGIO),
    Regel(("NZ705", "NZ706"), grondslagen.check_verstrekkingen, Scope.REGIO),
)
"""What depends on one dossier and the region's settings."""

PEILDATUM_REGELS: tuple[Regel[PeildatumCheck], ...] = (
    Regel(("NZ301",), leefgebieden.check_gevraagd, Scope.PEILDATUM),
    Regel(("NZ306",), leefgebieden.check_geldigheid, Scope.PEILDATUM),
    Regel(("NZ308",), datums.check_toekomst, Scope.PEILDATUM),
    Regel(("NZ403",), ontslagdatum.check_voorbij, Scope.PEILDATUM),
    Regel(("NZ404",), ontslagdatum.check_dag, Scope.PEILDATUM),
    Regel(("NZ405",), termijnen.check_deadline, Scope.PEILDATUM),
    Regel(("NZ407",), termijnen.check_niet_voor, Scope.PEILDATUM),
    Regel(("NZ706",), grondslagen.check_eigenaren, Scope.PEILDATUM),
)
"""What depends on the day as well."""

OVERLEG_REGELS: tuple[Regel[OverlegCheck], ...] = (
    Regel(("NZ201",), nummers.check_overlegnaam),
    Regel(("NZ602",), verwijzingen.check_partners_overleg),
    Regel(("NZ602",), verwijzingen.check_aanwezig),
    Regel(("NZ603",), verwijzingen.check_voorzitter),
    Regel(("NZ604",), verwijzingen.check_gemeenten_overleg),
    Regel(("NZ804",), overleggen.check_dubbel_op_agenda),
    Regel(("NZ806",), overleggen.check_past),
    Regel(("NZ807",), overleggen.check_volgorde),
)
"""What depends on one overleg and the region's settings."""

INSTELLINGEN_REGELS: tuple[Regel[InstellingenCheck], ...] = (
    Regel(("NZ602",), verwijzingen.check_partners_instellingen),
    Regel(("NZ604",), verwijzingen.check_gemeenten_instellingen),
    Regel(("NZ603", "NZ401"), waarneming.check_waarneming),
    Regel(("NZ609",), eigen_termijnen.check_wettelijk),
    Regel(("NZ610", "NZ611"), eigen_termijnen.check_gemeenten),
    Regel(("NZ612",), eigen_termijnen.check_bruikbaar),
    Regel(("NZ613",), grondslagen.check_convenanten),
)
"""What depends on the region's settings alone."""

TRAJECT_REGELS: tuple[Regel[TrajectCheck], ...] = (
    Regel(("NZ201",), nummers.check_trajectnaam, Scope.PAD),
    Regel(("NZ601",), verwijzingen.check_eigenaren_traject, Scope.REGIO),
    Regel(("NZ605",), verwijzingen.check_leefgebieden_traject, Scope.REGIO),
    Regel(("NZ901",), trajecten.check_na),
    Regel(("NZ902",), trajecten.check_kring),
)
"""What depends on one traject and the region's settings."""

WERKMAP_REGELS: tuple[Regel[WerkmapCheck], ...] = (
    Regel(("NZ801",), werkmap.check_dubbel_nummer, Scope.WERKMAP),
    Regel(("NZ802",), werkmap.check_dubbele_betrokkene, Scope.WERKMAP),
    Regel(("NZ803",), overleggen.check_dossiers, Scope.WERKMAP),
    Regel(("NZ805",), grondslagen.check_tafel, Scope.WERKMAP),
    Regel(("NZ903",), trajecten.check_dubbel, Scope.WERKMAP),
)
"""What depends on all files together."""


def check_tekst(document: Document, model: type) -> Iterator[Diagnostic]:
    """What the rules say of the text of a file that is meant to be a ``model``."""
    for regel in TEKST_REGELS:
        for finding in regel.check(document, model):
            yield place(document, finding)


def check_dossier(zaak: Zaak) -> Iterator[Diagnostic]:
    """What the rules say of one dossier, on any day."""
    for regel in DOSSIER_REGELS:
        for finding in regel.check(zaak):
            yield place(zaak.document, finding)


def check_peildatum(zaak: Zaak, dag: Dag) -> Iterator[Diagnostic]:
    """What the rules say of one dossier on the day that the question is asked."""
    for regel in PEILDATUM_REGELS:
        for finding in regel.check(zaak, dag):
            yield place(zaak.document, finding)


def check_overleg(overlegzaak: Overlegzaak) -> Iterator[Diagnostic]:
    """What the rules say of one overleg."""
    for regel in OVERLEG_REGELS:
        for finding in regel.check(overlegzaak):
            yield place(overlegzaak.document, finding)


def check_traject(trajectzaak: Trajectzaak) -> Iterator[Diagnostic]:
    """What the rules say of one traject."""
    for regel in TRAJECT_REGELS:
        for finding in regel.check(trajectzaak):
            yield place(trajectzaak.document, finding)


def check_instellingen(document: Document, instellingen: Instellingen) -> Iterator[Diagnostic]:
    """What the rules say of the region's settings."""
    for regel in INSTELLINGEN_REGELS:
        for finding in regel.check(instellingen):
            yield place(document, finding)


def check_werkmap(samenhang: Samenhang, document_of: Callable[[str], Document]) -> Iterator[Diagnostic]:
    """What the rules say of the werkmap as a whole; ``document_of`` gives the text at a path."""
    found = [pair for regel in WERKMAP_REGELS for pair in regel.check(samenhang)]
    for path, group in groupby(sorted(found, key=itemgetter(0)), key=itemgetter(0)):
        document = document_of(path)
        for _, finding in group:
            yield place(document, finding)


__all__ = [
    "Dag",
    "Overlegzaak",
    "Samenhang",
    "Scope",
    "Trajectzaak",
    "Zaak",
    "check_dossier",
    "check_instellingen",
    "check_overleg",
    "check_peildatum",
    "check_tekst",
    "check_traject",
    "check_werkmap",
]
