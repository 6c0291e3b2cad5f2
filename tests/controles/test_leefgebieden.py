"""The leefgebieden."""

from datetime import date

import pytest

from .fabriek import check, dossier, only, places, zaak

ASKED = (
    "leefgebieden:\n"
    "  id_bewijs: {hulpvraag: nee}\n"
    "  onderdak: {hulpvraag: nee}\n"
    "  werk_inkomen: {hulpvraag: nee}\n"
    "  schulden: {hulpvraag: geweigerd}\n"
)


def test_basisvoorwaarde_not_asked_is_reported_after_fourteen_days_and_not_before():
    here = zaak(dossier(ASKED))
    assert places("NZ301", check(here, date(2026, 5, 4))) == []
    assert places("NZ301", check(here, date(2026, 5, 5))) == ["8:1"]


def test_every_basisvoorwaarde_has_a_finding_of_its_own_and_netwerk_has_none():
    found = check(zaak(dossier("leefgebieden: {}\n")), date(2026, 6, 1))
    assert places("NZ301", found) == ["8:1"] * 5
    assert not any("netwerk" in one.remedy for one in found)


@pytest.mark.parametrize(
    ("leefgebied", "place"),
    [("{hulpvraag: onbekend}", "13:21"), ("{hulpvraag: }", "13:10"), ("{stand: loopt}", "13:3"), ("", "13:3")],
)
def test_basisvoorwaarde_not_asked_is_reported_as_near_to_its_hulpvraag_as_the_file_goes(leefgebied, place):
    here = zaak(dossier(f"{ASKED}  zorg: {leefgebied}\n"))
    assert places("NZ301", check(here, date(2026, 6, 1))) == [place]


def test_dossier_without_leefgebieden_is_reported_at_its_first_line():
    assert places("NZ301", check(zaak(dossier()), date(2026, 6, 1))) == ["1:1"] * 5


@pytest.mark.parametrize("answer", ["ja", "nee", "geweigerd"])
def test_basisvoorwaarde_that_was_asked_is_fine_whatever_the_answer(answer):
    here = zaak(dossier(f"{ASKED}  zorg: {{hulpvraag: {answer}}}\n"))
    assert places("NZ301", check(here, date(2026, 6, 1))) == []


@pytest.mark.parametrize(
    ("leefgebied", "places_302"),
    [
        ("{hulpvraag: ja}", ["9:3"]),
        ("{hulpvraag: ja, stand: onbekend}", ["9:32"]),
        ("{hulpvraag: ja, stand: }", ["9:25"]),
        ("{hulpvraag: ja, stand: acuut}", []),
        ("{hulpvraag: nee}", []),
        ("{stand: onbekend}", []),
    ],
)
def test_hulpvraag_without_stand_is_reported_at_the_stand(leefgebied, places_302):
    assert places("NZ302", check(zaak(dossier(f"leefgebieden:\n  zorg: {leefgebied}\n")))) == places_302


@pytest.mark.parametrize(
    ("leefgebied", "places_303"),
    [
        ("{hulpvraag: ja, stand: acuut}", ["9:3"]),
        ("{hulpvraag: ja, stand: acuut, acties: []}", ["9:39"]),
        ("{hulpvraag: ja, stand: acuut, geen_actie: Regelt het zelf}", []),
        ("{hulpvraag: ja, stand: acuut, acties: [{wat: Bellen}]}", []),
        ("{hulpvraag: ja, stand: op_orde}", []),
        ("{hulpvraag: ja, stand: nvt}", []),
        ("{hulpvraag: nee, stand: acuut}", []),
    ],
)
def test_hulpvraag_without_actie_is_reported_at_the_acties(leefgebied, places_303):
    assert places("NZ303", check(zaak(dossier(f"leefgebieden:\n  zorg: {leefgebied}\n")))) == places_303


@pytest.mark.parametrize(
    ("leefgebied", "places_305"),
    [
        ("{stand: op_orde}", ["9:17"]),
        ("{stand: op_orde, bewijs: {gezien: 2026-04-21}}", ["9:26"]),
        ("{stand: op_orde, bewijs: {wat: Pas}}", ["9:26"]),
        ("{stand: op_orde, bewijs: {wat: Pas, gezien: }}", ["9:45"]),
        ("{stand: op_orde, bewijs: {wat: Pas, gezien: 2026-04-21}}", []),
        ("{stand: loopt}", []),
    ],
)
def test_op_orde_without_full_bewijs_is_reported(leefgebied, places_305):
    assert places("NZ305", check(zaak(dossier(f"leefgebieden:\n  zorg: {leefgebied}\n")))) == places_305


def test_bewijs_is_valid_on_its_last_day_and_reported_the_day_after():
    bewijs = "{wat: Pas, gezien: 2026-04-21, geldig_tot: 2026-05-19}"
    here = zaak(dossier(f"leefgebieden:\n  zorg: {{stand: op_orde, bewijs: {bewijs}}}\n"))
    assert places("NZ306", check(here, date(2026, 5, 19))) == []
    assert places("NZ306", check(here, date(2026, 5, 20))) == ["9:77"]


def test_bewijs_that_ran_out_is_fine_where_the_stand_says_so():
    bewijs = "{wat: Pas, gezien: 2026-04-21, geldig_tot: 2026-05-19}"
    here = zaak(dossier(f"leefgebieden:\n  zorg: {{stand: niet_op_orde, bewijs: {bewijs}}}\n"))
    assert places("NZ306", check(here, date(2026, 5, 20))) == []


def test_message_names_a_leefgebied_of_every_region_and_no_other():
    text = dossier("leefgebieden:\n  werk_inkomen: {hulpvraag: ja, acties: [{wat: A}]}\n")
    assert "bij werk en inkomen," in only("NZ302", check(zaak(text))).message
    text = dossier("leefgebieden:\n  jan_jansen: {hulpvraag: ja, acties: [{wat: A}]}\n")
    assert "jansen" not in only("NZ302", check(zaak(text))).message
