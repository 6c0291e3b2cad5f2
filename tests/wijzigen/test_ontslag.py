"""The release moves, or has been: what becomes of the dates, and of every deadline that is tied to them."""

from datetime import date

import pytest

from nazorg.errors import UsageError
from nazorg.wijzigen import WEG, Ontslagdatum, move_release, release

from .fabriek import added, change, removed

VAST = """\
detentie:
  soort: gevangenisstraf
  ontslag:
    verwacht: 2027-01-19        # volgens de PI
    vroegst: 2027-01-05
    zekerheid: verwacht
"""
DRIE = (
    VAST
    + """\
leefgebieden:
  onderdak:
    acties:
      - {id: a2bc, wat: Vier weken voor, uiterlijk: ontslag - 4w}
      - {id: b2bc, wat: Een week na, uiterlijk: ontslag + 1w}
      - {id: c2bc, wat: Op een dag, uiterlijk: 2026-12-01}
      - {id: d2bc, wat: Af, uiterlijk: ontslag - 1w, status: vervallen}
"""
)


def test_old_date_goes_to_the_history_with_its_reason(tmp_path):
    gewijzigd = change(tmp_path, move_release(Ontslagdatum(date(2027, 2, 2), WEG), "Korting vervallen"), VAST)
    assert removed(gewijzigd) == ["    verwacht: 2027-01-19        # volgens de PI", "    vroegst: 2027-01-05"]
    assert added(gewijzigd)[:2] == ["    verwacht: 2027-02-02        # volgens de PI", "    vroegst:"]
    (entry,) = gewijzigd.dossier.detentie.ontslag_historie
    assert (entry.op, entry.van, entry.naar) == (date(2026, 11, 23), date(2027, 1, 19), date(2027, 2, 2))
    assert entry.reden == "Korting vervallen"


def test_earliest_day_that_stands_there_must_be_given_anew_or_dropped(tmp_path):
    with pytest.raises(UsageError, match=r"'vroegst' \(2027-01-05\)"):
        change(tmp_path, move_release(Ontslagdatum(date(2027, 2, 2)), "x"), VAST)
    gewijzigd = change(tmp_path, move_release(Ontslagdatum(date(2027, 2, 2), date(2027, 1, 20)), "x"), VAST)
    assert gewijzigd.dossier.detentie.ontslag.vroegst == date(2027, 1, 20)


def test_every_deadline_that_is_tied_to_the_release_is_shown_before_and_after(tmp_path):
    gewijzigd = change(tmp_path, move_release(Ontslagdatum(date(2026, 12, 8), WEG), "x"), DRIE)
    assert [(one.actie.id, one.van, one.naar, one.te_laat) for one in gewijzigd.verschoven] == [
        ("a2bc", date(2026, 12, 8), date(2026, 11, 10), True),
        ("b2bc", date(2027, 1, 26), date(2026, 12, 15), False),
    ]
    assert gewijzigd.verschoven[0].door == "verwachte ontslagdatum"


def test_nine_anchored_actions_give_nine_lines(tmp_path):
    lines = "".join(f"      - {{id: a{n}bc, wat: Nummer {n}, uiterlijk: ontslag - {n}d}}\n" for n in range(1, 10))
    rest = VAST + "leefgebieden:\n  onderdak:\n    acties:\n" + lines
    gewijzigd = change(tmp_path, move_release(Ontslagdatum(date(2027, 2, 2), WEG), "x"), rest)
    assert [one.actie.id for one in gewijzigd.verschoven] == [f"a{n}bc" for n in range(1, 10)]
    assert all(one.van and one.naar and one.door for one in gewijzigd.verschoven)


def test_action_that_may_not_begin_before_its_deadline_cannot_be_done_any_more(tmp_path):
    actie = "      - {id: a2bc, wat: Aanvragen, uiterlijk: ontslag - 1w, niet_voor: 2026-12-15}\n"
    rest = VAST + "leefgebieden:\n  onderdak:\n    acties:\n" + actie
    later = change(tmp_path / "a", move_release(Ontslagdatum(date(2027, 2, 2), WEG), "x"), rest)
    earlier = change(tmp_path / "b", move_release(Ontslagdatum(date(2026, 12, 18), WEG), "x"), rest)
    assert [one.pas_vanaf for one in (*later.verschoven, *earlier.verschoven)] == [None, date(2026, 12, 15)]


def test_first_date_has_no_history_and_takes_away_the_uncertainty(tmp_path):
    rest = "detentie:\n  soort: gevangenisstraf\n  ontslag: {zekerheid: onbekend}\n"
    gewijzigd = change(tmp_path, move_release(Ontslagdatum(date(2027, 2, 2)), "Bericht van de PI"), rest)
    detentie = gewijzigd.dossier.detentie
    assert (detentie.ontslag.verwacht, detentie.ontslag.zekerheid) == (date(2027, 2, 2), "verwacht")
    (entry,) = detentie.ontslag_historie
    assert (entry.van, entry.naar) == (None, date(2027, 2, 2))


def test_who_has_left_gets_no_other_date(tmp_path):
    rest = VAST + "    feitelijk: 2026-11-20\n"
    with pytest.raises(UsageError, match="al vrij, sinds 2026-11-20"):
        change(tmp_path, move_release(Ontslagdatum(date(2027, 2, 2), WEG), "x"), rest, status="nazorg")


def test_who_is_released_is_in_aftercare_from_then_on(tmp_path):
    gewijzigd = change(tmp_path, release(date(2026, 11, 20)), DRIE, status="in_detentie")
    assert (gewijzigd.dossier.status, gewijzigd.dossier.detentie.ontslag.feitelijk) == ("nazorg", date(2026, 11, 20))
    assert [one.actie.id for one in gewijzigd.verschoven] == ["a2bc", "b2bc"]
    assert gewijzigd.verschoven[0].te_laat


def test_release_without_a_detention_in_the_file_makes_the_fields(tmp_path):
    gewijzigd = change(tmp_path, release(date(2026, 11, 23)))
    assert added(gewijzigd)[1:] == ["detentie:", "  ontslag:", "    feitelijk: 2026-11-23"]


def test_day_that_has_not_been_is_no_release(tmp_path):
    with pytest.raises(UsageError, match="nog niet geweest"):
        change(tmp_path, release(date(2026, 11, 24)), VAST)


def test_deadline_that_is_tied_to_the_release_and_stays_is_shown_as_well(tmp_path):
    rest = VAST + (
        "leefgebieden:\n  onderdak:\n    acties:\n"
        "      - {id: a2bc, wat: Ingekort, uiterlijk: ontslag - 20w, afgesproken: 2026-11-20}\n"
        "      - {id: b2bc, wat: Los, uiterlijk: 2026-12-01}\n"
    )
    gewijzigd = change(tmp_path, move_release(Ontslagdatum(date(2027, 2, 2), WEG), "x"), rest)
    assert [(one.actie.id, one.blijft) for one in gewijzigd.verschoven] == [("a2bc", True)]


def test_deadline_that_was_overdue_already_is_not_called_newly_so(tmp_path):
    actie = "      - {id: a2bc, wat: Lang geleden, uiterlijk: ontslag - 5w}\n"
    rest = VAST + "leefgebieden:\n  onderdak:\n    acties:\n" + actie
    (one,) = change(tmp_path, move_release(Ontslagdatum(date(2026, 12, 18), WEG), "x"), rest).verschoven
    assert (one.te_laat, one.was_te_laat) == (True, False)
    rest = rest.replace("2027-01-05", "2026-12-26")
    (one,) = change(tmp_path / "b", move_release(Ontslagdatum(date(2026, 12, 18), WEG), "x"), rest).verschoven
    assert (one.te_laat, one.was_te_laat) == (True, True)


def test_day_of_release_can_be_mended(tmp_path):
    rest = VAST + "    feitelijk: 2026-11-20\n"
    assert "was 2026-11-20" in change(tmp_path, release(date(2026, 11, 19)), rest, status="nazorg").kort
