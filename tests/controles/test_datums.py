"""Dates."""

from datetime import date

import pytest

from .fabriek import also, check, dossier, onderdak, only, places, zaak


def detentie(ontslag: str = "", **dates: str) -> str:
    """Lines from 8: ``ingesloten`` and ``binnenkomst`` one a line, then ``ontslag`` in flow style."""
    lines = [f"  {name}: {value}\n" for name, value in dates.items()]
    return dossier("detentie:\n" + "".join(lines) + (f"  ontslag: {{{ontslag}}}\n" if ontslag else ""))


def test_dates_in_order_are_fine():
    text = detentie(
        "vroegst: 2026-12-04, verwacht: 2026-12-18, uiterst: 2026-12-30",
        ingesloten="2026-04-14",
        binnenkomst="2026-04-14",
    )
    assert places("NZ401", check(zaak(text))) == []


def test_same_day_is_in_order():
    text = detentie("verwacht: 2026-04-14", ingesloten="2026-04-14", binnenkomst="2026-04-14")
    assert places("NZ401", check(zaak(text))) == []


def test_binnenkomst_before_ingesloten_is_reported_at_the_later_line_and_points_at_the_other():
    found = check(zaak(detentie(ingesloten="2026-04-14", binnenkomst="2026-04-13")))
    assert places("NZ401", found) == ["10:16"]
    assert also("NZ401", found) == ["9:15"]
    assert "'ingesloten' ligt na de datum bij 'binnenkomst'" in only("NZ401", found).message


def test_the_later_line_is_that_of_the_file_whatever_the_order_of_the_fields():
    found = check(zaak(detentie(binnenkomst="2026-04-13", ingesloten="2026-04-14")))
    assert places("NZ401", found) == ["10:15"]
    assert also("NZ401", found) == ["9:16"]


@pytest.mark.parametrize("field", ["feitelijk", "vroegst", "verwacht", "uiterst"])
@pytest.mark.parametrize("start", ["ingesloten", "binnenkomst"])
def test_release_before_the_detention_is_reported(start, field):
    found = check(zaak(detentie(f"{field}: 2026-04-13", **{start: "2026-04-14"})))
    assert places("NZ401", found) == [f"10:{15 + len(field)}"]
    assert len(also("NZ401", found)) == 1


def test_one_wrong_release_date_is_said_once():
    text = detentie("verwacht: 2026-04-01", ingesloten="2026-04-14", binnenkomst="2026-04-17")
    assert places("NZ401", check(zaak(text))) == ["11:23"]


@pytest.mark.parametrize(
    ("ontslag", "places_401"),
    [
        ("vroegst: 2026-12-19, verwacht: 2026-12-18", ["9:44"]),
        ("verwacht: 2026-12-18, uiterst: 2026-12-17", ["9:44"]),
        ("vroegst: 2026-12-18, uiterst: 2026-12-17", ["9:43"]),
        ("vroegst: 2026-12-18, feitelijk: 2026-12-17", []),
    ],
)
def test_release_dates_lie_in_order(ontslag, places_401):
    assert places("NZ401", check(zaak(detentie(ontslag)))) == places_401


@pytest.mark.parametrize(
    ("rest", "place"),
    [
        ("detentie: {fasering: [{soort: pp, vanaf: 2026-04-22, tot: 2026-04-21}]}\n", "8:59"),
        ("toestemmingen: [{partner: pi-alphen, gegeven: 2026-04-22, tot: 2026-04-21}]\n", "8:64"),
        (onderdak("wat: A, opschorting: [{van: 2026-04-22, hervat: 2026-04-21}]"), "11:58"),
        (onderdak("wat: A, afgesproken: 2026-04-22, gedaan_op: 2026-04-21, status: gedaan"), "11:54"),
    ],
)
def test_end_before_its_beginning_is_reported_at_the_end(rest, place):
    assert places("NZ401", check(zaak(dossier(rest)))) == [place]
    assert places("NZ401", check(zaak(dossier(rest.replace("2026-04-21", "2026-04-22"))))) == []


@pytest.mark.parametrize(
    ("rest", "place"),
    [
        ("beoordeling: {op: 2026-05-02}\n", "8:19"),
        ("detentie: {ontslag: {feitelijk: 2026-05-02}}\n", "8:33"),
        ("leefgebieden: {zorg: {bewijs: {gezien: 2026-05-02}}}\n", "8:40"),
        (onderdak("wat: A, gedaan_op: 2026-05-02"), "11:29"),
        ("verstrekkingen: [{op: 2026-05-02, aan: pi-alphen}]\n", "8:23"),
        ("logboek: [{op: 2026-05-02, kort: Gebeld}]\n", "8:16"),
        ("overdracht: {bevestigd: 2026-05-02}\n", "8:25"),
        ("afsluiting: {op: 2026-05-02}\n", "8:18"),
    ],
)
def test_what_has_happened_does_not_lie_after_the_peildatum(rest, place):
    here = zaak(dossier(rest))
    assert places("NZ308", check(here, date(2026, 5, 1))) == [place]
    assert places("NZ308", check(here, date(2026, 5, 2))) == []


def test_what_is_still_to_come_may_lie_after_the_peildatum():
    text = dossier("detentie: {zitting: 2026-06-01, ontslag: {verwacht: 2026-12-17}}\nnazorg_tot: 2027-06-01\n")
    assert places("NZ308", check(zaak(text))) == []
