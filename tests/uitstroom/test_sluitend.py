"""Where someone may fall between two stools: not asked, not agreed, not taken on, no term."""

import pytest

from nazorg.begrippen.keuzes import BASISVOORWAARDEN, Status
from nazorg.uitstroom import Gat, gaps_of

from .fabriek import actie, dossier, leefgebied

GEVRAAGD = {naam: leefgebied(hulpvraag="nee", stand="nvt") for naam in BASISVOORWAARDEN}


def gaps(zonder_dag=(), status=None, **leefgebieden):
    found = dossier(GEVRAAGD | leefgebieden, status=status)
    return [(gat.soort, gat.leefgebied, gat.plaats) for gat in gaps_of(found, set(zonder_dag))]


def test_dossier_in_which_all_was_asked_has_no_gaps():
    assert gaps() == []


@pytest.mark.parametrize("hulpvraag", [None, "onbekend"])
def test_basisvoorwaarde_that_was_not_asked_about_is_a_gap(hulpvraag):
    assert gaps(zorg=leefgebied(hulpvraag=hulpvraag)) == [("hulpvraag", "zorg", None)]
    assert gaps(netwerk=leefgebied(hulpvraag=hulpvraag)) == []


def test_basisvoorwaarde_that_the_file_does_not_name_is_a_gap():
    assert list(gaps_of(dossier(), set())) == [Gat("hulpvraag", naam) for naam in BASISVOORWAARDEN]


@pytest.mark.parametrize(
    ("hulpvraag", "stand", "gap"),
    [
        ("ja", "loopt", True),
        ("ja", None, True),
        ("ja", "op_orde", False),
        ("ja", "nvt", False),
        ("nee", "acuut", True),
        ("nee", "niet_op_orde", True),
        ("nee", "loopt", True),
        ("nee", None, False),
        ("geweigerd", "acuut", False),
    ],
)
def test_problem_without_unfinished_action_is_a_gap(hulpvraag, stand, gap):
    for naam in ("zorg", "netwerk", "scholing"):
        found = leefgebied(actie(status="gedaan"), hulpvraag=hulpvraag, stand=stand)
        assert gaps(**{naam: found}) == ([("actie", naam, None)] if gap else [])


def test_problem_that_needs_no_action_is_no_gap():
    assert gaps(zorg=leefgebied(hulpvraag="ja", stand="loopt", geen_actie="loopt al")) == []


def test_action_without_owner_is_a_gap_and_its_term_is_not_asked_for():
    found = leefgebied(actie(eigenaar="pi-alphen"), actie(), actie(status="vervallen"), hulpvraag="ja")
    assert gaps(zonder_dag={("zorg", 1)}, zorg=found) == [("eigenaar", "zorg", 1)]


def test_owner_without_term_is_a_gap():
    found = leefgebied(actie(eigenaar="pi-alphen"), actie(eigenaar="betrokkene"), hulpvraag="ja")
    assert gaps(zonder_dag={("zorg", 1)}, zorg=found) == [("termijn", "zorg", 1)]


@pytest.mark.parametrize("status", [Status.AFGESLOTEN, Status.GEEN_NAZORG])
def test_dossier_that_does_not_run_has_no_gaps(status):
    assert gaps(status=status, zorg=leefgebied(actie(), hulpvraag="ja")) == []
