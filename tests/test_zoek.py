"""Finding a dossier by a name from the persons file, a pseudonym, a number or a partner's reference."""

import pytest
from register.fabriek import KAPOT, dossier, open_register

from nazorg.personen import Persoon
from nazorg.zoek import find

PERSONEN = {
    "p-aaaaa1": Persoon(naam="Álvaro de Voorbeeld", contact="via zijn zus"),
    "p-bbbbb2": Persoon(naam="Bea Voorbeeld"),
    "p-zzzzz9": Persoon(naam="Zonder Dossier"),
}


@pytest.fixture
def register(tmp_path):
    return open_register(
        tmp_path,
        dossier("aaaaa1", "betrokken: [{id: b2xk, partner: pi-alphen, kenmerk: R-118}]\n"),
        dossier("bbbbb2", "logboek: [{op: 2026-11-01, kort: Voorbeeld gebeld}]\n", status="afgesloten"),
        dossier("ccccc3"),
        KAPOT,
    )


def found(register, words, personen=PERSONEN):
    return [one.dossier[-6:] for one in find(register, words, personen)]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("voorbeeld", ["aaaaa1", "bbbbb2"]),
        ("BEA", ["bbbbb2"]),
        ("bea voorbeeld", ["bbbbb2"]),
        ("voorbeeld  bea", ["bbbbb2"]),
        ("álvaro", ["aaaaa1"]),
        ("ÁLVARO", ["aaaaa1"]),
        ("p-ccccc3", ["ccccc3"]),
        ("NZ-2026-ccc", ["ccccc3"]),
        ("ccccc3", ["ccccc3"]),
        ("r-118", ["aaaaa1"]),
        ("bea álvaro", []),
        ("gebeld", []),  # the logboek is not searched
        ("zonder", []),
        ("niemand", []),
    ],
)
def test_every_word_must_occur_in_name_pseudoniem_number_or_reference(register, words, numbers):
    assert found(register, words) == numbers


def test_without_a_persons_file_names_find_nothing_and_numbers_do(register):
    assert found(register, "voorbeeld", {}) == []
    assert found(register, "p-aaaaa1", {}) == ["aaaaa1"]


def test_find_tells_who_it_is_and_where_the_dossier_is(register):
    (one,) = find(register, "aaaaa1", PERSONEN)
    assert (one.naam, one.contact) == ("Álvaro de Voorbeeld", "via zijn zus")
    assert (one.status, one.gemeente, one.regisseur) == ("aangemeld", "Leiden", "m.bakker")
    assert one.pad == "dossiers/2026/NZ-2026-aaaaa1.yaml"
    (one,) = find(register, "ccccc3", PERSONEN)
    assert (one.naam, one.contact) == (None, None)
