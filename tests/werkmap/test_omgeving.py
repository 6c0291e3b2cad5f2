"""Where the persons file lies: outside the werkmap, by a variable or in the user's own settings."""

from pathlib import Path

import pytest

from nazorg.errors import UsageError
from nazorg.werkmap import is_shared, personen_path
from nazorg.werkmap.omgeving import gebruiker_path


@pytest.fixture
def thuis(tmp_path, monkeypatch):
    """A home of its own; returns where the user's settings go."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("NAZORG_PERSONEN", raising=False)
    monkeypatch.setattr("nazorg.werkmap.omgeving.os.name", "posix")
    folder = tmp_path / ".config" / "nazorg"
    folder.mkdir(parents=True)
    return folder / "gebruiker.yaml"


def test_settings_of_the_user_lie_in_their_home(thuis):
    assert gebruiker_path() == thuis


def test_settings_of_the_user_lie_where_xdg_says(thuis, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", "/elders")
    assert gebruiker_path() == Path("/elders/nazorg/gebruiker.yaml")
    assert thuis


def test_without_variable_and_settings_there_is_no_persons_file(thuis):
    assert personen_path() is None
    thuis.write_text("personen:\n", encoding="utf-8")
    assert personen_path() is None


def test_settings_name_the_persons_file(thuis):
    thuis.write_text("personen: ~/personen.yaml\n", encoding="utf-8")
    assert personen_path() == thuis.parents[2] / "personen.yaml"


def test_variable_wins_from_the_settings(thuis, monkeypatch):
    thuis.write_text("personen: ~/personen.yaml\n", encoding="utf-8")
    monkeypatch.setenv("NAZORG_PERSONEN", "~/andere.yaml")
    assert personen_path() == thuis.parents[2] / "andere.yaml"


def test_empty_variable_is_no_variable(thuis, monkeypatch):
    thuis.write_text("personen: ~/personen.yaml\n", encoding="utf-8")
    monkeypatch.setenv("NAZORG_PERSONEN", "")
    assert personen_path().name == "personen.yaml"


def test_settings_that_cannot_be_read_say_where(thuis):
    thuis.write_text("# van mij\nperson: x\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        personen_path()
    assert caught.value.message == f"{thuis}, regel 2: Dit veld bestaat hier niet."
    assert "personen" in caught.value.remedy


def test_file_below_a_git_folder_would_be_shared(tmp_path):
    (tmp_path / "werk" / ".git").mkdir(parents=True)
    (tmp_path / "werktree").mkdir()
    (tmp_path / "werktree" / ".git").write_text("gitdir: elders\n", encoding="utf-8")
    assert is_shared(tmp_path / "werk" / "diep" / "personen.yaml")
    assert is_shared(tmp_path / "werktree" / "personen.yaml")
    assert not is_shared(tmp_path / "personen.yaml")


def test_link_into_a_git_folder_would_be_shared(tmp_path):
    (tmp_path / "werk" / ".git").mkdir(parents=True)
    (tmp_path / "werk" / "personen.yaml").write_text("", encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "werk" / "personen.yaml")
    assert is_shared(tmp_path / "link.yaml")
