"""In order is what was seen and is still valid on the day of release."""

from datetime import date

import pytest

from nazorg.dossier import Bewijs
from nazorg.uitstroom import GOED, Oordeel, evidence_day, judge

from .fabriek import leefgebied

DAG = date(2026, 12, 18)


@pytest.mark.parametrize(
    ("bewijs", "oordeel"),
    [
        ({"wat": "ID-kaart", "gezien": "2026-11-01"}, "op_orde"),
        ({"wat": "ID-kaart", "gezien": "2026-11-01", "geldig_tot": "2026-12-18"}, "op_orde"),
        ({"wat": "ID-kaart", "gezien": "2026-11-01", "geldig_tot": "2026-12-17"}, "zonder_bewijs"),
        ({"wat": "ID-kaart"}, "zonder_bewijs"),
        ({"gezien": "2026-11-01"}, "zonder_bewijs"),
        ({}, "zonder_bewijs"),
    ],
)
def test_in_order_needs_evidence_that_holds_on_the_day(bewijs, oordeel):
    assert judge(leefgebied(stand="op_orde", **bewijs), DAG) == oordeel


def test_empty_evidence_is_none():
    assert Bewijs() is not None
    assert judge(leefgebied(stand="op_orde", wat=None), DAG) is Oordeel.ZONDER_BEWIJS


@pytest.mark.parametrize(
    ("stand", "hulpvraag", "oordeel"),
    [
        ("nvt", "nee", "nvt"),
        ("nvt", None, "nvt"),
        ("loopt", "ja", "niet_op_orde"),
        ("acuut", None, "niet_op_orde"),
        (None, None, "niet_op_orde"),
        ("onbekend", "nee", "niet_op_orde"),
        ("niet_op_orde", "geweigerd", "geweigerd"),
        (None, "geweigerd", "geweigerd"),
    ],
)
def test_what_is_not_in_order_says_so(stand, hulpvraag, oordeel):
    found = judge(leefgebied(stand=stand, hulpvraag=hulpvraag), DAG)
    assert found == oordeel
    assert (found in GOED) is (oordeel == "nvt")


def test_evidence_must_hold_on_the_last_day_on_which_someone_may_leave():
    assert evidence_day((date(2026, 12, 4), DAG), date(2026, 11, 23)) == DAG
    assert evidence_day((date(2026, 11, 1),), date(2026, 11, 23)) == date(2026, 11, 23)
    assert evidence_day((), date(2026, 11, 23)) == date(2026, 11, 23)
