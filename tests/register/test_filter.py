"""Which dossiers and actions a list is about."""

import pytest

from nazorg.register import Filter, action_rows

from .fabriek import acties, dossier, open_register

DETENTIE = "detentie: {inrichting: PI Alphen}\n"


@pytest.fixture
def register(tmp_path):
    first = "leefgebieden:\n" + acties("onderdak", "id: a1aa, wat: A, eigenaar: pi-alphen", "id: a2aa, wat: B")
    first += acties("zorg", "id: a3aa, wat: C, eigenaar: m.bakker")
    second = "leefgebieden:\n" + acties("zorg", "id: b1aa, wat: D, eigenaar: pi-alphen")
    return open_register(
        tmp_path,
        dossier("aaaaa1", DETENTIE + first),
        dossier("bbbbb2", second, gemeente="Katwijk", regisseur="s.yilmaz", status="nazorg", kader="justitieel"),
    )


def found(register, **choice):
    keuze = Filter(**{name: frozenset(values) for name, values in choice.items()})
    return [row.actie for row in action_rows(register, keuze)]


def test_without_a_filter_everything_is_there(register):
    assert found(register) == ["a1aa", "a2aa", "a3aa", "b1aa"]


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        ({"gemeente": ["leiden"]}, ["a1aa", "a2aa", "a3aa"]),
        ({"gemeente": ["katwijk", "leiden"]}, ["a1aa", "a2aa", "a3aa", "b1aa"]),
        ({"regisseur": ["s.yilmaz"]}, ["b1aa"]),
        ({"eigenaar": ["pi-alphen"]}, ["a1aa", "b1aa"]),
        ({"leefgebied": ["zorg"]}, ["a3aa", "b1aa"]),
        ({"inrichting": ["pi alphen"]}, ["a1aa", "a2aa", "a3aa"]),
        ({"status": ["nazorg"]}, ["b1aa"]),
        ({"kader": ["justitieel"]}, ["b1aa"]),
        ({"leefgebied": ["zorg"], "eigenaar": ["pi-alphen"]}, ["b1aa"]),
        ({"leefgebied": ["zorg"], "eigenaar": ["pi-alphen"], "gemeente": ["leiden"]}, []),
        ({"gemeente": ["nergens"]}, []),
    ],
)
def test_every_filter_must_fit_and_one_of_its_values_is_enough(register, choice, ids):
    assert found(register, **choice) == ids


def test_own_dossiers_are_those_of_the_regisseur(register):
    keuze = Filter().with_regisseur("S.Yilmaz")
    assert [row.actie for row in action_rows(register, keuze)] == ["b1aa"]
