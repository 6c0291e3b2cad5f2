"""Every unfinished action of every running dossier, as a row on the peildatum."""

from datetime import date

import pytest

from nazorg.register import Soort, action_rows

from .fabriek import acties, dossier, onderdak, open_register


def rows(tmp_path, *files):
    return list(action_rows(open_register(tmp_path, *files)))


def only(tmp_path, *files):
    (row,) = rows(tmp_path, *files)
    return row


def test_row_tells_whose_action_it_is_and_where_it_stands(tmp_path):
    rest = "detentie: {ontslag: {verwacht: 2026-12-18}}\n" + onderdak(
        "id: w4hn, wat: 'Urgentie: aanvragen', eigenaar: corporatie-rijnland, uiterlijk: ontslag - 8w, "
        "status: wacht, wacht_op: betrokkene, snel_succes: ja"
    )
    row = only(tmp_path, dossier("k7f3mq", rest))
    assert row.soort is Soort.TE_LAAT
    assert (row.dossier, row.leefgebied, row.actie) == ("NZ-2026-k7f3mq", "onderdak", "w4hn")
    assert (row.wat, row.eigenaar, row.wacht_op) == ("Urgentie: aanvragen", "corporatie-rijnland", "betrokkene")
    assert (row.regisseur, row.gemeente, row.status) == ("m.bakker", "Leiden", "wacht")
    assert (row.uiterlijk, row.dagen_te_laat, row.geteld_vanaf) == (date(2026, 10, 23), 31, date(2026, 12, 18))
    assert (row.pad, row.regel) == ("dossiers/2026/NZ-2026-k7f3mq.yaml", 12)
    assert row.snel_succes


@pytest.mark.parametrize(
    ("uiterlijk", "soort", "days"),
    [
        ("2026-11-22", Soort.TE_LAAT, 1),
        ("2026-11-23", Soort.VANDAAG, 0),
        ("2026-11-24", Soort.LATER, -1),
        ("aanmelding + 2d", Soort.TE_LAAT, 1),
        ("ontslag - 3w", Soort.ONBEPAALD, None),
        ("", Soort.ZONDER_UITERLIJK, None),
    ],
)
def test_action_is_late_from_the_day_after_its_deadline(tmp_path, uiterlijk, soort, days):
    row = only(tmp_path, dossier("k7f3mq", onderdak(f"wat: A, uiterlijk: {uiterlijk}")))
    assert (row.soort, row.dagen_te_laat) == (soort, days)
    assert row.actie is None


def test_suspended_action_is_not_late(tmp_path):
    actie = "wat: A, uiterlijk: 2026-11-10, opschorting: [{van: 2026-11-01}]"
    row = only(tmp_path, dossier("k7f3mq", onderdak(actie)))
    assert (row.soort, row.uiterlijk, row.opmerking) == (Soort.OPGESCHORT, None, "opgeschort sinds 2026-11-01")


@pytest.mark.parametrize(
    ("niet_voor", "day", "marked"),
    [
        ("2026-11-24", date(2026, 11, 24), True),
        ("2026-11-23", date(2026, 11, 23), False),
        ("aanmelding + 1w", date(2026, 11, 27), True),
        ("ontslag + 1w", None, False),
        ("", None, False),
    ],
)
def test_action_that_cannot_be_done_yet_is_marked(tmp_path, niet_voor, day, marked):
    row = only(tmp_path, dossier("k7f3mq", onderdak(f"wat: A, niet_voor: {niet_voor}")))
    assert (row.niet_voor, row.kan_nog_niet) == (day, marked)


@pytest.mark.parametrize(
    ("actie", "remark"),
    [
        ("uiterlijk: 2026-11-28", "valt op zaterdag"),
        ("uiterlijk: ontslag - 3w", "de ontslagdatum is niet bekend"),
        ("uiterlijk: 2026-11-24", ""),
        ("uiterlijk: wgs-4-1 vanaf 2026-11-20, opschorting: [{van: 2026-11-21}]", "opschorting telt hier niet"),
        ("uiterlijk: pbw-18a vanaf 2026-11-20", "vervalt bij vrijlating"),
        ("uiterlijk: pw-52 vanaf 2026-11-20", "termijn niet nagegaan in de wettekst"),
        ("uiterlijk: wgs-4a-3 vanaf 2026-11-20", "de termijn 'wgs-4a-3' is voor Leiden niet ingesteld"),
        ("niet_voor: 2026-11-24", "niet voor 2026-11-24"),
        ("niet_voor: 2026-11-23", ""),
        ("niet_voor: aanmelding + 1w, uiterlijk: 2026-11-29", "valt op zondag, niet voor 2026-11-27"),
        ("niet_voor: pw-41-4 vanaf 2026-11-28", "niet voor 2026-12-28"),
        ("niet_voor: ontslag + 4w", "niet voor een dag die niet te berekenen is: de ontslagdatum is niet bekend"),
    ],
)
def test_what_a_reader_would_wonder_at_is_remarked(tmp_path, actie, remark):
    assert only(tmp_path, dossier("k7f3mq", onderdak(f"wat: A, {actie}"))).opmerking == remark


def test_shortened_term_that_falls_on_a_saturday_says_both(tmp_path):
    rest = "detentie: {ontslag: {verwacht: 2026-11-28}}\n" + onderdak(
        "wat: A, uiterlijk: ontslag - 3w, afgesproken: 2026-11-27"
    )
    assert only(tmp_path, dossier("k7f3mq", rest)).opmerking == "ingekort, valt op zaterdag"


@pytest.mark.parametrize(
    ("status", "listed"),
    [
        ("", True),
        ("open", True),
        ("bezig", True),
        ("wacht", True),
        ("gedaan", False),
        ("vervallen", False),
        ("niet_mogelijk", False),
    ],
)
def test_only_unfinished_actions_are_rows(tmp_path, status, listed):
    assert bool(rows(tmp_path, dossier("k7f3mq", onderdak(f"wat: A, status: {status}")))) is listed


@pytest.mark.parametrize(
    ("status", "rest", "listed"),
    [
        ("aangemeld", "", True),
        ("extramuraal", "", True),
        ("nazorg", "", True),
        ("afgesloten", "afsluiting: {op: 2026-11-01}\n", False),
        ("geen_nazorg", "", False),
        ("overgedragen", "", True),
        ("overgedragen", "overdracht: {naar: Gouda, op: 2026-11-01}\n", True),
        ("overgedragen", "overdracht: {naar: Gouda, op: 2026-11-01, bevestigd: 2026-11-05}\n", False),
        ("nazorg", "overdracht: {naar: Gouda, op: 2026-11-01, bevestigd: 2026-11-05}\n", True),
    ],
)
def test_dossier_runs_until_it_is_closed_refused_or_confirmed_elsewhere(tmp_path, status, rest, listed):
    found = rows(tmp_path, dossier("k7f3mq", rest + onderdak("wat: A"), status=status))
    assert bool(found) is listed


def test_rows_come_in_the_order_of_the_files(tmp_path):
    second = "leefgebieden:\n" + acties("zorg", "wat: C", "wat: D") + acties("onderdak", "wat: E")
    found = rows(tmp_path, dossier("bbbbb2", second), dossier("aaaaa1", onderdak("wat: A", "wat: B")))
    assert [(row.wat, row.regel) for row in found] == [("A", 11), ("B", 12), ("C", 11), ("D", 12), ("E", 15)]
