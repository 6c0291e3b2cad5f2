"""The register: one door to the dossiers, that never lets one vanish."""

from datetime import date

import pytest

from nazorg.errors import UsageError
from nazorg.register import Register
from nazorg.werkmap import Werkmap

from .fabriek import KAPOT, dossier, open_register

NAMEN = ("k7f3mq", "k7zz9a", "b2xk4w")


@pytest.fixture
def register(tmp_path):
    overleggen = [(f"overleggen/2026-11-{day}.yaml", "") for day in ("24-leiden", "26-leiden", "26-gouda")]
    return open_register(tmp_path, *(dossier(name) for name in NAMEN), *overleggen)


def path(name):
    return f"dossiers/2026/NZ-2026-{name}.yaml"


@pytest.mark.parametrize(
    "prefix", ["NZ-2026-k7f3mq", "NZ-2026-k7f", "2026-k7f", "k7f", "k7f3mq", "K7F3MQ", "nz-2026-k7f", " k7f "]
)
def test_dossier_is_found_by_any_beginning_of_its_number(register, prefix):
    assert register.find_dossier(prefix) == path("k7f3mq")


@pytest.mark.parametrize("prefix", ["7f3mq", "f3", "x", "NZ-2025", "", "  ", "/", "k7f3mqq", "*"])
def test_what_is_no_beginning_of_a_number_finds_nothing(register, prefix):
    with pytest.raises(UsageError) as caught:
        register.find_dossier(prefix)
    assert caught.value.message == f"Er is geen dossier '{prefix}'."
    assert "nazorg lijst" in caught.value.remedy


@pytest.mark.parametrize(("prefix", "number"), [("k7", 2), ("NZ-2026", 3), ("2026", 3)])
def test_beginning_of_more_than_one_number_names_them(register, prefix, number):
    with pytest.raises(UsageError) as caught:
        register.find_dossier(prefix)
    assert f"past op {number} dossiers: " in caught.value.message
    assert "NZ-2026-k7f3mq" in caught.value.message
    assert caught.value.exit_code == 2


def test_whole_number_wins_from_a_longer_one_that_begins_so(tmp_path):
    one = dossier("k7f3mq")
    other = ("dossiers/2026/NZ-2026-k7f3mq-oud.yaml", "")
    assert open_register(tmp_path, one, other).find_dossier("NZ-2026-k7f3mq") == path("k7f3mq")


@pytest.mark.parametrize(
    "name", ["2026-11-24-leiden", "2026-11-24", "2026-11-24-leiden.yaml", "overleggen/2026-11-24-leiden.yaml"]
)
def test_overleg_is_found_by_the_beginning_of_its_name_or_by_its_file(register, name):
    assert register.find_overleg(name) == "overleggen/2026-11-24-leiden.yaml"


def test_overleg_that_is_not_there_says_which_are(register):
    with pytest.raises(UsageError) as caught:
        register.find_overleg("2027-01-01")
    assert "2026-11-26-leiden" in caught.value.remedy
    with pytest.raises(UsageError, match="past op 2 overleggen"):
        register.find_overleg("2026-11-26")


def test_dossier_that_cannot_be_read_is_named_with_its_findings(tmp_path):
    register = open_register(tmp_path, dossier("k7f3mq"), KAPOT)
    assert [gelezen.path for gelezen, _ in register.leesbare()] == [path("k7f3mq")]
    (one,) = register.onleesbaar
    assert one.pad == KAPOT[0]
    assert [found.code for found in one.bevindingen] == ["NZ004"]


def test_settings_that_cannot_be_read_are_named_first_and_the_defaults_hold(tmp_path):
    register = open_register(tmp_path, KAPOT, dossier("k7f3mq"), regio="nazorg: 1\nregio: X\nfoo: bar\n")
    assert [one.pad for one in register.onleesbaar] == ["nazorg.yaml", KAPOT[0]]
    assert register.instellingen.regio == ""
    assert str(register.instellingen.inkorting) == "2wd"


def test_werkmap_without_settings_is_not_unreadable(tmp_path):
    register = open_register(tmp_path, dossier("k7f3mq"), regio=None)
    assert register.gelezen_instellingen is None
    assert register.onleesbaar == ()


def test_equalised_days_of_the_region_are_in_its_calendar(tmp_path):
    regio = "nazorg: 1\nregio: X\nkalender: {gelijkgestelde_dagen: [2026-11-27]}\n"
    register = open_register(tmp_path, regio=regio)
    assert register.kalender.closed(register.instellingen.kalender.gelijkgestelde_dagen[0]) == "gelijkgestelde dag"


def test_dossier_that_cannot_be_read_is_named_whether_or_not_it_was_asked_for(tmp_path):
    for asked in (KAPOT[0], path("k7f3mq")):
        register = open_register(tmp_path, dossier("k7f3mq"), KAPOT)
        register.dossier(asked)
        assert [one.pad for one in register.onleesbaar] == [KAPOT[0]]


@pytest.mark.parametrize("mail", ["m.bakker@example.org", "M.Bakker@Example.org"])
def test_regisseur_is_known_by_mail(register, mail):
    assert register.regisseur_met(mail) == "m.bakker"


@pytest.mark.parametrize("mail", ["", "iemand@example.org", "m.bakker"])
def test_other_address_is_nobodys(register, mail):
    assert register.regisseur_met(mail) is None


def test_document_of_every_kind_of_file_is_there_for_showing_a_place(register):
    assert register.document("nazorg.yaml").text.startswith("nazorg: 1\n")
    assert register.document("overleggen/2026-11-24-leiden.yaml").text == ""
    assert register.document(path("k7f3mq")).text.startswith("dossier: NZ-2026-k7f3mq\n")


def test_dossier_under_another_number_is_named_and_not_listed(tmp_path):
    _, text = dossier("k7f3mq")
    (tmp_path / "dossiers").mkdir()
    (tmp_path / "dossiers" / "NZ-2026-k7f3mr.yaml").write_text(text)
    register = Register(Werkmap(tmp_path), date(2026, 11, 23))
    assert list(register.leesbare()) == []
    assert [(one.pad, one.reden.code) for one in register.onleesbaar] == [("dossiers/NZ-2026-k7f3mr.yaml", "NZ201")]
