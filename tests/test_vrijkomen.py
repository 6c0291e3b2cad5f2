"""Who leaves within some weeks, or may, and what blocks what is not in order."""

import pytest
from register.fabriek import KAPOT, acties, dossier, open_register

from nazorg.register import Filter
from nazorg.vrijkomen import list_releases

ZES_WEKEN = 42
IN_ORDE = "hulpvraag: nee, stand: nvt"
ID_BIJSTAND_HUUR = (
    "leefgebieden:\n"
    + acties("id_bewijs", "id: a1aa, wat: ID-kaart aanvragen, eigenaar: pi-alphen, uiterlijk: ontslag - 3w")
    + acties("werk_inkomen", "id: b1aa, wat: Bijstand aanvragen, na: [a1aa]")
    + acties("onderdak", "id: c1aa, wat: Huur vastleggen, na: [b1aa], uiterlijk: ontslag - 1w")
)


def inside(nummer, ontslag="", rest="", **velden):
    """Someone inside; ``ontslag`` are the fields of the detention in flow style."""
    velden = {"status": "in_detentie"} | velden
    return dossier(nummer, f"detentie: {{inrichting: PI Alphen, {ontslag}}}\n{rest}", **velden)


def releases(tmp_path, *files, binnen=ZES_WEKEN, **keuze):
    found = Filter(**{name: frozenset(values) for name, values in keuze.items()})
    return list_releases(open_register(tmp_path, *files), found, binnen)


def one(tmp_path, *args, **velden):
    lijst = releases(tmp_path, inside("k7f3mq", *args, **velden))
    (found,) = (*lijst.vrij, *lijst.zonder_datum)
    return found


@pytest.mark.parametrize(
    ("ontslag", "listed"),
    [
        ("ontslag: {verwacht: 2027-01-04}", True),
        ("ontslag: {verwacht: 2027-01-05}", False),
        ("ontslag: {verwacht: 2027-03-01, vroegst: 2027-01-04}", True),
        ("ontslag: {verwacht: 2027-03-01, vroegst: 2027-01-04, zekerheid: vast}", False),
        ("soort: voorlopige_hechtenis, zitting: 2026-12-09", True),
        ("soort: voorlopige_hechtenis, zitting: 2027-02-09, ontslag: {verwacht: 2026-12-09}", True),
        ("soort: gevangenisstraf, zitting: 2026-12-09, ontslag: {verwacht: 2027-03-01}", False),
        ("fasering: [{soort: pp, vanaf: 2026-12-20}], ontslag: {verwacht: 2027-06-01}", True),
        ("fasering: [{soort: reintegratieverlof, vanaf: 2026-12-20}], ontslag: {verwacht: 2027-06-01}", False),
        ("ontslag: {verwacht: 2026-11-01}", True),
        ("ontslag: {verwacht: 2026-11-01, feitelijk: 2026-11-01}", False),
    ],
)
def test_who_may_leave_within_the_time_is_listed(tmp_path, ontslag, listed):
    lijst = releases(tmp_path, inside("k7f3mq", ontslag))
    assert (len(lijst.vrij), len(lijst.zonder_datum)) == (int(listed), 0)


@pytest.mark.parametrize("ontslag", ["", "ontslag: {zekerheid: onbekend}", "ontslag: {uiterst: 2026-12-01}"])
def test_who_has_no_date_is_a_group_of_its_own(tmp_path, ontslag):
    lijst = releases(tmp_path, inside("aaaaa1", ontslag), dossier("bbbbb2", status="in_detentie"), dossier("ccccc3"))
    assert [person.dossier[-6:] for person in lijst.zonder_datum] == ["aaaaa1", "bbbbb2", "ccccc3"]
    assert lijst.vrij == ()


@pytest.mark.parametrize("status", ["extramuraal", "nazorg", "afgesloten", "geen_nazorg", "overgedragen"])
def test_who_is_outside_or_has_no_running_dossier_does_not_leave(tmp_path, status):
    lijst = releases(tmp_path, inside("k7f3mq", "ontslag: {verwacht: 2026-12-01}", status=status))
    assert lijst.vrij + lijst.zonder_datum == ()


def test_date_that_has_passed_says_so(tmp_path):
    found = one(tmp_path, "ontslag: {verwacht: 2026-11-22}")
    assert (found.voorbij, found.dagen) == (True, -1)
    assert not one(tmp_path, "ontslag: {verwacht: 2026-11-23}").voorbij


def test_first_day_decides_the_order(tmp_path):
    lijst = releases(
        tmp_path,
        inside("aaaaa1", "ontslag: {verwacht: 2026-12-10}"),
        inside("bbbbb2", "ontslag: {verwacht: 2026-12-20, vroegst: 2026-12-01}"),
        inside("ccccc3", "ontslag: {verwacht: 2026-12-10}"),
    )
    assert [person.dossier[-6:] for person in lijst.vrij] == ["bbbbb2", "aaaaa1", "ccccc3"]


def test_no_id_no_bijstand_no_rent_asks_the_owner_of_the_root(tmp_path):
    found = one(tmp_path, "ontslag: {verwacht: 2027-01-04}", ID_BIJSTAND_HUUR)
    by_name = {voorwaarde.leefgebied: voorwaarde for voorwaarde in found.voorwaarden}
    for naam, way in (("id_bewijs", "a1aa"), ("werk_inkomen", "a1aa b1aa"), ("onderdak", "a1aa b1aa c1aa")):
        (blok,) = by_name[naam].blokkades
        assert (blok.actie.actie, blok.actie.eigenaar, str(blok.actie.uiterlijk)) == ("a1aa", "pi-alphen", "2026-12-14")
        assert " ".join(row.actie for row in blok.weg) == way
    assert by_name["zorg"].reden == "niet_gevraagd"


def test_most_urgent_block_comes_first(tmp_path):
    rest = "leefgebieden:\n" + acties(
        "zorg", "id: a1aa, wat: A", "id: a2aa, wat: B, uiterlijk: 2026-12-01", "id: a3aa, wat: C, uiterlijk: 2026-11-01"
    )
    zorg = one(tmp_path, "ontslag: {verwacht: 2027-01-04}", rest).voorwaarden[-1]
    assert [blok.actie.actie for blok in zorg.blokkades] == ["a3aa", "a2aa", "a1aa"]


def test_circle_does_not_hang_and_is_said(tmp_path):
    rest = "leefgebieden:\n" + acties("zorg", "id: a1aa, wat: A, na: [a2aa]", "id: a2aa, wat: B, na: [a1aa]")
    zorg = one(tmp_path, "ontslag: {verwacht: 2026-12-04}", rest).voorwaarden[-1]
    assert [(blok.kring, [row.actie for row in blok.weg]) for blok in zorg.blokkades] == [(True, ["a1aa", "a2aa"])]


def test_evidence_that_runs_out_before_the_expected_day_is_no_evidence(tmp_path):
    rest = "leefgebieden: {{id_bewijs: {{stand: op_orde, bewijs: {{wat: ID, gezien: 2026-11-01, geldig_tot: {}}}}}}}\n"
    dates = "ontslag: {vroegst: 2026-12-04, verwacht: 2026-12-18}"
    assert one(tmp_path, dates, rest.format("2026-12-17")).voorwaarden[0].oordeel == "zonder_bewijs"
    assert one(tmp_path, dates, rest.format("2026-12-18")).voorwaarden[0].oordeel == "op_orde"


def test_short_stay_shows_what_can_be_done_now_quick_wins_first(tmp_path):
    rest = (
        "leefgebieden:\n"
        + acties(
            "zorg",
            "id: a1aa, wat: A, uiterlijk: 2026-11-24",
            "id: a2aa, wat: B, na: [a1aa]",
            "id: a3aa, wat: C, niet_voor: ontslag",
            "id: a4aa, wat: D, status: gedaan",
        ).replace("niet_voor: ontslag", "niet_voor: ontslag + 1d")
        + acties("netwerk", "id: b1aa, wat: E, snel_succes: ja, uiterlijk: 2027-01-01", "id: b2aa, wat: F")
    )
    found = one(tmp_path, "ontslag: {verwacht: 2026-12-21}", rest)
    assert found.kort_verblijf
    assert [row.actie for row in found.kan_nu] == ["b1aa", "a1aa", "b2aa"]
    long = one(tmp_path, "ontslag: {verwacht: 2026-12-22}", rest)
    assert (long.kort_verblijf, long.kan_nu) == (False, ())


def test_filter_on_leefgebied_narrows_what_is_looked_at_and_drops_nobody(tmp_path):
    files = [inside("aaaaa1", "ontslag: {verwacht: 2026-12-10}", ID_BIJSTAND_HUUR), inside("bbbbb2")]
    lijst = releases(tmp_path, *files, leefgebied={"onderdak"})
    (first,), (second,) = lijst.vrij, lijst.zonder_datum
    assert [one.leefgebied for one in first.voorwaarden + second.voorwaarden] == ["onderdak", "onderdak"]


def test_filter_on_eigenaar_keeps_who_waits_for_that_owner(tmp_path):
    files = [inside("aaaaa1", "ontslag: {verwacht: 2026-12-10}", ID_BIJSTAND_HUUR), inside("bbbbb2")]
    lijst = releases(tmp_path, *files, eigenaar={"pi-alphen"})
    assert [one.dossier[-6:] for one in lijst.vrij + lijst.zonder_datum] == ["aaaaa1"]
    assert len(lijst.vrij[0].voorwaarden) == 5


def test_nobody_leaves_with_gaps_when_all_is_in_order(tmp_path):
    names = ("id_bewijs", "onderdak", "werk_inkomen", "schulden", "zorg")
    good = "leefgebieden: {" + ", ".join(f"{naam}: {{{IN_ORDE}}}" for naam in names) + "}\n"
    files = [inside("aaaaa1", "ontslag: {verwacht: 2026-12-10}", good), inside("bbbbb2")]
    assert not releases(tmp_path, *files).has_gaps  # who has no date does not leave within the time
    refused = good.replace(f"zorg: {{{IN_ORDE}", "zorg: {hulpvraag: geweigerd")
    assert releases(tmp_path, inside("aaaaa1", "ontslag: {verwacht: 2026-12-10}", refused)).has_gaps


def test_dossier_that_cannot_be_read_is_named(tmp_path):
    assert [one.pad for one in releases(tmp_path, KAPOT).onleesbaar] == [KAPOT[0]]
