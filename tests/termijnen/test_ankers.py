"""The day of an anchor: which of a dossier's dates a term counts from."""

from datetime import date
from itertools import product

import pytest

from nazorg.begrippen.keuzes import Anker
from nazorg.termijnen import anchor_date, release_date

from .fabriek import day, detentie, dossier

FEITELIJK, VROEGST, VERWACHT, UITERST, ZITTING = (date(2026, 12, number) for number in (1, 4, 18, 24, 9))


def counted(anker, *, terug, **days):
    found = anchor_date(Anker(anker), terug, dossier(**days))
    return (str(found.datum), found.omschrijving) if found else None


@pytest.mark.parametrize("terug", [True, False])
def test_aanmelding_is_always_known(terug):
    assert counted("aanmelding", terug=terug) == ("2026-04-20", "aanmelding")


@pytest.mark.parametrize("terug", [True, False])
@pytest.mark.parametrize(
    ("anker", "words"), [("ingesloten", "insluiting"), ("binnenkomst", "binnenkomst in de inrichting")]
)
def test_days_of_detention_are_known_when_they_are_filled_in(anker, words, terug):
    assert counted(anker, terug=terug, **{anker: "2026-04-14"}) == ("2026-04-14", words)
    assert counted(anker, terug=terug, verwacht="2026-12-18") is None
    assert counted(anker, terug=terug) is None


def test_back_from_release_counts_from_the_earliest_day():
    assert counted("ontslag", terug=True, vroegst="2026-12-04", verwacht="2026-12-18") == (
        "2026-12-04",
        "vroegste ontslagdatum",
    )


def test_forward_from_release_counts_from_the_expected_day():
    assert counted("ontslag", terug=False, vroegst="2026-12-04", verwacht="2026-12-18") == (
        "2026-12-18",
        "verwachte ontslagdatum",
    )


def test_date_that_is_certain_wins_from_the_earliest():
    days = {"vroegst": "2026-12-04", "verwacht": "2026-12-18", "zekerheid": "vast"}
    assert counted("ontslag", terug=True, **days) == ("2026-12-18", "verwachte ontslagdatum")


def test_hearing_counts_in_preventive_custody_only_and_only_back():
    days = {"zitting": "2026-12-09", "verwacht": "2026-12-18"}
    assert counted("ontslag", terug=True, soort="voorlopige_hechtenis", **days) == ("2026-12-09", "zitting")
    assert counted("ontslag", terug=True, soort="gevangenisstraf", **days)[0] == "2026-12-18"
    assert counted("ontslag", terug=False, soort="voorlopige_hechtenis", **days)[0] == "2026-12-18"
    assert counted("ontslag", terug=False, soort="voorlopige_hechtenis", zitting="2026-12-09") is None


def expected(terug, feitelijk, vroegst, verwacht, zekerheid, soort, zitting):
    """The words of the design, one after the other."""
    if feitelijk:
        return feitelijk  # feitelijk wins
    if not terug:
        return verwacht or vroegst  # forward: verwacht, else vroegst
    if zekerheid == "vast":
        return verwacht  # vroegst not when zekerheid is vast
    hearing = zitting if soort == "voorlopige_hechtenis" else None
    return vroegst or hearing or verwacht


@pytest.mark.parametrize("terug", [True, False])
def test_every_combination_of_release_dates_counts_from_the_right_day(terug):
    choices = product(
        (None, FEITELIJK),
        (None, VROEGST),
        (None, VERWACHT),
        (None, UITERST),
        (None, "onbekend", "verwacht", "vast"),
        (None, "voorlopige_hechtenis", "gevangenisstraf"),
        (None, ZITTING),
    )
    for feitelijk, vroegst, verwacht, uiterst, zekerheid, soort, zitting in choices:
        inside = detentie(
            feitelijk=feitelijk,
            vroegst=vroegst,
            verwacht=verwacht,
            uiterst=uiterst,
            zekerheid=zekerheid,
            soort=soort,
            zitting=zitting,
        )
        found = release_date(inside, terug)
        asked = (terug, feitelijk, vroegst, verwacht, zekerheid, soort, zitting)
        assert (found.datum if found else None) == expected(*asked), asked


@pytest.mark.parametrize("kind", ["pp", "eindverlof", "isd_laatste_fase", "proefverlof"])
@pytest.mark.parametrize("terug", [True, False])
def test_buiten_is_the_first_day_of_a_step_outside(kind, terug):
    days = {"fasering": [(kind, "2026-11-20")], "verwacht": "2026-12-18", "vroegst": "2026-12-04"}
    datum, words = counted("buiten", terug=terug, **days)
    assert datum == "2026-11-20"
    assert words.startswith("eerste dag buiten (")
    assert counted("ontslag", terug=terug, **days)[0] != "2026-11-20"


def test_buiten_is_the_earliest_of_several_steps():
    fasering = [("eindverlof", "2026-12-04"), ("pp", "2026-10-01"), ("reintegratieverlof", "2026-09-01"), ("pp", None)]
    assert counted("buiten", terug=True, fasering=fasering)[0] == "2026-10-01"


@pytest.mark.parametrize("kind", ["vi", "reintegratieverlof"])
def test_leave_and_vi_are_not_outside_and_buiten_is_then_the_release(kind):
    days = {"fasering": [(kind, "2026-11-20")], "verwacht": "2026-12-18", "vroegst": "2026-12-04"}
    assert counted("buiten", terug=True, **days)[0] == "2026-12-04"
    assert counted("buiten", terug=False, **days)[0] == "2026-12-18"


@pytest.mark.parametrize("anker", ["ontslag", "buiten"])
def test_without_detention_or_dates_there_is_no_release(anker):
    assert counted(anker, terug=True) is None
    assert counted(anker, terug=True, ingesloten="2026-04-14", uiterst="2026-12-24") is None


def test_detention_without_ontslag_has_no_release():
    assert release_date(detentie(ingesloten=day("2026-04-14")), terug=True) is None
