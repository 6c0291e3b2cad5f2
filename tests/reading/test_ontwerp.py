"""The files of the design read without a finding, and mean what the design says."""

from datetime import date, time

import pytest

from nazorg.begrippen.keuzes import Actiestatus, Anker, Grondslag, JaNee, Stand, Status, Veiligheidsplan
from nazorg.begrippen.termen import Duur, Eenheid, Term

from .fabriek import lees, ontwerp


@pytest.fixture
def dossier():
    return lees(ontwerp("dossier")).waarde


@pytest.mark.parametrize("soort", ["dossier", "nazorg", "overleg"])
def test_file_of_the_design_reads_without_a_finding(soort):
    gelezen = lees(ontwerp(soort), soort)
    assert gelezen.diagnostics == ()
    assert gelezen.is_leesbaar


@pytest.mark.parametrize("soort", ["dossier", "nazorg", "overleg"])
def test_windows_line_ends_and_a_bom_change_nothing(soort):
    text = ontwerp(soort)
    assert lees("\ufeff" + text.replace("\n", "\r\n"), soort).waarde == lees(text, soort).waarde


def test_dossier_has_its_own_fields(dossier):
    assert (dossier.dossier, dossier.betrokkene) == ("NZ-2026-k7f3mq", "p-4q9x2m")
    assert dossier.aanmelding == date(2026, 4, 20)
    assert dossier.status is Status.IN_DETENTIE
    assert dossier.veiligheidsplan is Veiligheidsplan.NEE
    assert dossier.toezicht is None
    assert [(one.partner, one.rol, one.kenmerk) for one in dossier.betrokken] == [
        ("pi-alphen", "casemanager", None),
        ("ggz-rijnland", "behandelaar", "R-118"),
    ]


def test_dossier_has_its_release_date(dossier):
    ontslag = dossier.detentie.ontslag
    assert (ontslag.vroegst, ontslag.verwacht) == (date(2026, 12, 4), date(2026, 12, 18))
    assert ontslag.uiterst is ontslag.feitelijk is None
    assert dossier.detentie.fasering == dossier.detentie.ontslag_historie == ()


def test_dossier_has_its_leefgebieden_in_the_order_of_the_file(dossier):
    assert list(dossier.leefgebieden) == ["id_bewijs", "onderdak"]
    id_bewijs = dossier.leefgebieden["id_bewijs"]
    assert id_bewijs.bewijs.geldig_tot == date(2036, 5, 19)
    assert id_bewijs.metingen.binnenkomst is Stand.NIET_OP_ORDE
    assert id_bewijs.acties == ()


def test_actie_has_its_term_and_its_defaults(dossier):
    ((leefgebied, place, actie),) = dossier.acties()
    assert (leefgebied, place, actie.id) == ("onderdak", 0, "w4hn")
    assert actie.uiterlijk == Term(Anker.BUITEN, True, Duur(8, Eenheid.WEEK))
    assert (actie.status, actie.wacht_op, actie.is_onaf) == (Actiestatus.WACHT, "betrokkene", True)
    assert actie.snel_succes is JaNee.JA
    assert actie.na == actie.opschorting == ()
    assert actie.niet_voor is actie.herhaal is actie.gedaan_op is actie.resultaat is None


def test_instellingen_have_the_region():
    instellingen = lees(ontwerp("nazorg"), "nazorg").waarde
    assert (instellingen.nazorg, instellingen.regio) == (1, "Hollands Midden")
    assert instellingen.gemeenten["Leiden"].eigen_team is JaNee.NEE
    assert instellingen.gemeenten["Katwijk"].centrumgemeente == "Leiden"
    assert instellingen.partners["corporatie-rijnland"].grondslagen == (Grondslag.TOESTEMMING,)
    assert instellingen.alle_leefgebieden[-2:] == ("netwerk", "scholing")
    assert instellingen.inkorting == Duur(2, Eenheid.WERKDAG)
    assert instellingen.bewaren is None
    assert instellingen.naam_van("corporatie-rijnland") == "Corporatie Rijnland"
    assert instellingen.naam_van("m.bakker") == "M. Bakker"
    assert instellingen.naam_van("betrokkene") == "betrokkene"
    assert instellingen.naam_van(None) == "nog toe te delen"


def test_overleg_has_its_table_and_its_dossiers():
    overleg = lees(ontwerp("overleg"), "overleg").waarde
    assert (overleg.datum, overleg.tijd) == (date(2026, 11, 26), time(10, 0))
    assert overleg.partners == ("corporatie-rijnland", "reclassering-hm")
    (punt,) = overleg.dossiers
    assert (punt.dossier, punt.aanleiding, punt.minuten) == ("NZ-2026-k7f3mq", "te_laat", 10)
