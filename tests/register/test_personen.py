"""The names behind the pseudonyms: from outside any repository, or not at all."""

import pytest

from nazorg.errors import UsageError
from nazorg.register import load_personen

PERSONEN = "personen:\n  p-4q9x2m: {naam: Voorbeeld Persoon, contact: via de PI}\n"


@pytest.fixture
def bestand(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    file = tmp_path / "personen.yaml"
    monkeypatch.setenv("NAZORG_PERSONEN", str(file))
    return file


def test_names_are_found_by_pseudoniem(bestand):
    bestand.write_text(PERSONEN, encoding="utf-8")
    personen = load_personen()
    assert (personen["p-4q9x2m"].naam, personen["p-4q9x2m"].contact) == ("Voorbeeld Persoon", "via de PI")


def test_machine_without_a_persons_file_has_no_names(bestand, monkeypatch):
    monkeypatch.delenv("NAZORG_PERSONEN")
    assert load_personen() is None
    assert not bestand.exists()


def test_persons_file_that_is_not_there_is_said(bestand):
    with pytest.raises(UsageError, match="bestaat niet"):
        load_personen()
    assert not bestand.exists()


def test_persons_file_in_a_git_folder_is_refused(bestand):
    bestand.write_text(PERSONEN, encoding="utf-8")
    (bestand.parent / ".git").mkdir()
    with pytest.raises(UsageError, match="in een werkmap of git-map"):
        load_personen()


def test_persons_file_that_cannot_be_read_names_the_line_and_no_name(bestand):
    bestand.write_text(PERSONEN + "  Voorbeeld Ander: {naam: Voorbeeld Ander}\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_personen()
    assert ", regel 3: " in caught.value.message
    assert "Voorbeeld" not in caught.value.message + caught.value.remedy
