"""The agenda of an overleg."""

from .fabriek import NUMMER, also, check, check_samen, dossier, overleg, overlegzaak, places, zaak

OTHER = "NZ-2026-a2bcde"


def agenda(*nummers: str):
    return overlegzaak(overleg("dossiers:\n" + "".join(f"  - dossier: {nummer}\n" for nummer in nummers)))


def test_overleg_about_a_dossier_that_is_not_there_is_reported_at_its_number():
    found = check_samen(zaak(dossier()), agenda(NUMMER, OTHER))
    assert places("NZ803", found) == ["6:14"]
    assert [one.path for one in found] == ["overleggen/2026-05-07-leiden.yaml"]


def test_overleg_about_a_dossier_that_cannot_be_read_is_fine():
    assert check_samen(zaak(dossier()), agenda(NUMMER, OTHER), ook_bekend=(OTHER,)) == []


def test_dossier_that_stands_on_the_agenda_twice_is_reported_and_points_at_the_first():
    found = check(agenda(NUMMER, OTHER, NUMMER))
    assert places("NZ804", found) == ["7:14"]
    assert also("NZ804", found) == ["5:14"]


def test_dossier_on_the_agenda_once_is_fine():
    assert check(agenda(NUMMER, OTHER)) == []


TIJDEN = "tijd: 10:00\neindtijd: {eindtijd}\ndossiers: [{{dossier: {nummer}, minuten: 40}}]\n"


def met_tijden(eindtijd: str):
    return overlegzaak(overleg(TIJDEN.format(eindtijd=eindtijd, nummer=NUMMER)))


def test_points_that_take_longer_than_the_overleg_are_reported_at_its_end():
    assert places("NZ806", check(met_tijden("10:30"))) == ["5:11"]


def test_points_that_fit_are_fine():
    assert check(met_tijden("10:40")) == []


def test_overleg_that_ends_before_it_begins_is_reported_and_says_nothing_of_its_points():
    found = check(met_tijden("10:00"))
    assert places("NZ807", found) == ["5:11"]
    assert places("NZ806", found) == []


def test_next_overleg_and_minutes_lie_after_the_overleg():
    found = check(overlegzaak(overleg("volgende: 2026-05-07\nverslag: 2026-05-06\n")))
    assert places("NZ807", found) == ["4:11", "5:10"]
    assert check(overlegzaak(overleg("volgende: 2026-05-21\nverslag: 2026-05-07\n"))) == []
