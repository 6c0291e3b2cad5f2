"""What travels with the program is found, from a checkout and from a wheel."""

import pytest

from nazorg.werkmap import builtin_folder, ingebouwd


@pytest.mark.parametrize(("name", "inside"), [("templates", "*"), ("cases-example", "nazorg.yaml")])
def test_folder_that_travels_along_is_there(name, inside):
    assert list(builtin_folder(name).glob(inside))


def test_folder_inside_the_package_wins_from_the_one_beside_it(tmp_path, monkeypatch):
    monkeypatch.setattr(ingebouwd, "PAKKET", tmp_path / "nazorg")
    assert builtin_folder("templates") == tmp_path / "templates"
    (tmp_path / "nazorg" / "templates").mkdir(parents=True)
    assert builtin_folder("templates") == tmp_path / "nazorg" / "templates"
