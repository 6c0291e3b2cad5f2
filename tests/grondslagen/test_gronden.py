"""The grounds as data: each there is, with its source, and none gives what its law does not."""

from datetime import date
from importlib.resources import files

import pytest

from nazorg.begrippen.keuzes import LEEFGEBIEDEN, Gegevenssoort, Grondslag, Nagegaan, Partnersoort
from nazorg.grondslagen import VOLGORDE, grond_on, versions_of

DAG = date(2026, 11, 23)


def test_every_ground_that_a_dossier_can_name_has_a_file_and_a_place_in_the_order():
    names = {entry.name for entry in files("nazorg.grondslagen").joinpath("gronden").iterdir()}
    assert names == {f"{one}.yaml" for one in Grondslag}
    assert set(VOLGORDE) == set(Grondslag)
    assert len(VOLGORDE) == len(Grondslag)


@pytest.mark.parametrize("grondslag", Grondslag)
def test_every_ground_tells_its_law_article_and_source(grondslag):
    for grond in versions_of(grondslag):
        assert grond.grondslag is grondslag
        assert all((grond.wet, grond.artikel, grond.bron, grond.toelichting, grond.soorten))


def test_the_closed_list_is_for_institution_municipality_and_probation_alone():
    grond = grond_on(Grondslag.PM_20D, DAG)
    assert grond is not None
    assert grond.kring == {Partnersoort.PI, Partnersoort.GEMEENTE, Partnersoort.RECLASSERING}
    assert grond.leefgebieden == {*LEEFGEBIEDEN, "scholing"}
    assert not grond.is_afspraak


def test_what_was_not_read_in_the_law_says_that_it_is_an_agreement():
    for grondslag in (Grondslag.PBW_18B, Grondslag.WJSG_51C, Grondslag.WGS_8A, Grondslag.WGSV_ZVH):
        for grond in versions_of(grondslag):
            assert grond.nagegaan is Nagegaan.NIET
            assert grond.is_afspraak
            assert "nagegaan" in grond.toelichting + grond.bron


def test_debts_are_all_that_the_law_on_debts_gives():
    assert {naam for grond in versions_of(Grondslag.WGS_8A) for naam in grond.leefgebieden} == {"schulden"}


def test_no_ground_but_the_closed_list_and_consent_opens_care_to_others_than_its_circle():
    for grondslag in Grondslag:
        for grond in versions_of(grondslag):
            if "zorg" in grond.leefgebieden:
                assert grond.kring == {Partnersoort.PI, Partnersoort.GEMEENTE, Partnersoort.RECLASSERING}


def test_consent_gives_no_dates_of_detention():
    for grond in versions_of(Grondslag.TOESTEMMING):
        assert not grond.soorten & {Gegevenssoort.DETENTIE, Gegevenssoort.TOEZICHT}
