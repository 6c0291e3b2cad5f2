"""The work tree: which files there are, and that reading never leaves the folder nor waits for ever."""

import os
from pathlib import Path

import pytest

from nazorg.errors import RepositoryError
from nazorg.werkmap import Werkmap, find_werkmap
from nazorg.werkmap import map as map_module


@pytest.fixture
def werkmap(tmp_path):
    root = tmp_path / "regio"
    (root / "dossiers" / "2026").mkdir(parents=True)
    (root / "nazorg.yaml").write_text("nazorg: 1\nregio: X\n", encoding="utf-8")
    return Werkmap(root)


def write(werkmap, path, text="a: 1\n"):
    file = werkmap.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_paths_are_sorted_and_relative_with_slashes(werkmap):
    for path in ("2026/b.yaml", "2026/a.yaml", "2025/z.yaml", "2026/.c.yaml", "x.yml", "Y.YAML"):
        write(werkmap, f"dossiers/{path}")
    assert list(werkmap.paths("dossiers")) == [
        "dossiers/2025/z.yaml",
        "dossiers/2026/a.yaml",
        "dossiers/2026/b.yaml",
        "dossiers/Y.YAML",
        "dossiers/x.yml",
    ]


def test_hidden_files_and_folders_are_passed_over(werkmap):
    for path in (".x.yaml", ".git/y.yaml", "2026/.nazorg/z.yaml", "2026/.#a.yaml"):
        write(werkmap, f"dossiers/{path}")
    assert list(werkmap.paths("dossiers")) == []


def test_other_files_are_passed_over(werkmap):
    for path in ("a.txt", "b.yaml~", "c.yaml.orig", "LEESMIJ.md", "yaml"):
        write(werkmap, f"dossiers/{path}")
    assert list(werkmap.paths("dossiers")) == []


def test_folder_that_is_not_there_has_no_paths(werkmap):
    assert list(werkmap.paths("overleggen")) == []


def test_suffix_can_be_another_one(werkmap):
    write(werkmap, "templates/agenda.md.j2")
    write(werkmap, "templates/x.yaml")
    assert list(werkmap.paths("templates", ".j2")) == ["templates/agenda.md.j2"]


def test_file_is_read_as_bytes(werkmap):
    (werkmap.root / "dossiers/2026/a.yaml").write_bytes(b"\xef\xbb\xbfa: \xff\r\n")
    bestand = werkmap.read("dossiers/2026/a.yaml")
    assert bestand == ("dossiers/2026/a.yaml", b"\xef\xbb\xbfa: \xff\r\n", "")


def test_no_more_is_read_than_is_needed_to_refuse(werkmap):
    write(werkmap, "dossiers/groot.yaml", "x" * 1_000_000)
    assert len(werkmap.read("dossiers/groot.yaml").data) == 256 * 1024 + 1


def test_link_inside_the_werkmap_is_followed(werkmap):
    write(werkmap, "dossiers/2026/a.yaml", "a: inside\n")
    (werkmap.root / "dossiers/2026/b.yaml").symlink_to("a.yaml")
    (werkmap.root / "dossiers/2026/c.yaml").symlink_to(werkmap.root / "dossiers/2026/a.yaml")
    assert werkmap.read("dossiers/2026/b.yaml").data == b"a: inside\n"
    assert werkmap.read("dossiers/2026/c.yaml").data == b"a: inside\n"


def outside(werkmap):
    file = werkmap.root.parent / "geheim" / "a.yaml"
    file.parent.mkdir()
    file.write_text("geheim: 1\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("relative", [True, False])
def test_link_out_of_the_werkmap_is_refused(werkmap, relative):
    target = outside(werkmap)
    link = werkmap.root / "dossiers/2026/a.yaml"
    link.symlink_to(os.path.relpath(target, link.parent) if relative else target)
    assert werkmap.read("dossiers/2026/a.yaml") == ("dossiers/2026/a.yaml", None, "buiten_werkmap")


def test_link_to_a_folder_with_a_name_that_begins_alike_is_outside(werkmap):
    other = werkmap.root.parent / "regio-geheim"
    other.mkdir()
    (other / "a.yaml").write_text("geheim: 1\n", encoding="utf-8")
    (werkmap.root / "dossiers/a.yaml").symlink_to(other / "a.yaml")
    assert werkmap.read("dossiers/a.yaml").problem == "buiten_werkmap"


def test_link_by_way_of_a_link_out_of_the_werkmap_is_refused(werkmap):
    (werkmap.root / "eerst").symlink_to(outside(werkmap).parent)
    (werkmap.root / "dossiers/a.yaml").symlink_to(werkmap.root / "eerst" / "a.yaml")
    assert werkmap.read("dossiers/a.yaml").problem == "buiten_werkmap"


def test_folder_that_is_a_link_out_of_the_werkmap_is_not_read(werkmap):
    (werkmap.root / "dossiers/2027").symlink_to(outside(werkmap).parent, target_is_directory=True)
    assert [path for path in werkmap.paths("dossiers") if werkmap.read(path).data is not None] == []
    assert werkmap.read("dossiers/2027/a.yaml").problem == "buiten_werkmap"


def test_folder_that_is_a_link_inside_the_werkmap_is_followed(werkmap):
    write(werkmap, "archief/a.yaml", "a: inside\n")
    (werkmap.root / "dossiers/2025").symlink_to("../archief", target_is_directory=True)
    assert [werkmap.read(path).data for path in werkmap.paths("dossiers")] == [b"a: inside\n"]


def test_folder_of_dossiers_that_is_a_link_out_of_the_werkmap_is_not_read(werkmap):
    outside(werkmap)
    (werkmap.root / "dossiers" / "2026").rmdir()
    (werkmap.root / "dossiers").rmdir()
    (werkmap.root / "dossiers").symlink_to("../geheim", target_is_directory=True)
    assert [path for path in werkmap.paths("dossiers") if werkmap.read(path).data is not None] == []


def test_path_that_climbs_out_of_the_werkmap_is_not_read(werkmap):
    outside(werkmap)
    assert werkmap.read("dossiers/../../geheim/a.yaml").data is None


def test_werkmap_that_is_a_link_itself_is_fine(werkmap, tmp_path):
    write(werkmap, "dossiers/2026/a.yaml")
    (werkmap.root / "dossiers/2026/b.yaml").symlink_to("a.yaml")
    (tmp_path / "link").symlink_to(werkmap.root)
    linked = Werkmap(tmp_path / "link")
    assert list(linked.paths("dossiers")) == ["dossiers/2026/a.yaml", "dossiers/2026/b.yaml"]
    assert all(linked.read(path).data == b"a: 1\n" for path in linked.paths("dossiers"))


def test_link_to_nothing_and_links_in_a_circle_are_no_files(werkmap):
    (werkmap.root / "dossiers/a.yaml").symlink_to("nergens.yaml")
    (werkmap.root / "dossiers/b.yaml").symlink_to("c.yaml")
    (werkmap.root / "dossiers/c.yaml").symlink_to("b.yaml")
    assert werkmap.read("dossiers/a.yaml").problem == "niet_gevonden"
    assert werkmap.read("dossiers/b.yaml").problem in {"leesfout", "niet_gevonden"}
    assert len(list(werkmap.paths("dossiers"))) == 3  # named as unreadable, never dropped


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_is_no_file_and_is_not_waited_for(werkmap):
    os.mkfifo(werkmap.root / "dossiers/a.yaml")
    assert list(werkmap.paths("dossiers")) == ["dossiers/a.yaml"]
    assert werkmap.read("dossiers/a.yaml").problem == "geen_bestand"


def test_link_to_a_device_is_refused(werkmap):
    (werkmap.root / "dossiers/a.yaml").symlink_to("/dev/zero")
    assert werkmap.read("dossiers/a.yaml").data is None


def test_folder_with_the_name_of_a_dossier_is_looked_into(werkmap):
    write(werkmap, "dossiers/a.yaml/b.yaml")
    assert list(werkmap.paths("dossiers")) == ["dossiers/a.yaml/b.yaml"]
    assert werkmap.read("dossiers/a.yaml").problem == "geen_bestand"


def test_file_that_is_not_there_is_not_found(werkmap):
    assert werkmap.read("dossiers/a.yaml").problem == "niet_gevonden"
    assert werkmap.read("nazorg.yaml/a.yaml").data is None


@pytest.mark.parametrize(
    ("error", "problem"), [(PermissionError(13, "nee"), "geen_toegang"), (OSError(5, "schijf"), "leesfout")]
)
def test_file_that_may_not_or_cannot_be_read_says_so(werkmap, monkeypatch, error, problem):
    write(werkmap, "dossiers/a.yaml")

    def refuse(*_):
        raise error

    monkeypatch.setattr(map_module.os, "open", refuse)
    assert werkmap.read("dossiers/a.yaml") == ("dossiers/a.yaml", None, problem)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_file_without_rights_says_so(werkmap):
    write(werkmap, "dossiers/a.yaml").chmod(0)
    assert werkmap.read("dossiers/a.yaml").problem == "geen_toegang"


def test_file_that_a_person_named_gets_its_path_inside(werkmap, monkeypatch):
    file = write(werkmap, "dossiers/2026/a.yaml")
    monkeypatch.chdir(werkmap.root / "dossiers")
    assert werkmap.path_of(file) == "dossiers/2026/a.yaml"
    assert werkmap.path_of(Path("2026/a.yaml")) == "dossiers/2026/a.yaml"
    assert werkmap.path_of(Path("..")) == "."
    assert werkmap.path_of(Path("../../elders.yaml")) is None


# Which folder is the werkmap


def test_werkmap_is_the_nearest_folder_upwards_with_settings(werkmap):
    assert find_werkmap(werkmap.root).root == werkmap.root
    assert find_werkmap(werkmap.root / "dossiers/2026").root == werkmap.root


def test_folder_here_stays_a_dot(werkmap, monkeypatch):
    monkeypatch.chdir(werkmap.root)
    assert find_werkmap(Path()).name == "."


def test_folder_with_dossiers_alone_is_a_werkmap_too(tmp_path):
    (tmp_path / "dossiers").mkdir()
    assert find_werkmap(tmp_path).root == tmp_path


def test_folder_without_either_is_refused_with_the_way_to_make_one(tmp_path):
    with pytest.raises(RepositoryError) as caught:
        find_werkmap(tmp_path)
    assert "nazorg init" in caught.value.remedy
    assert caught.value.exit_code == 4


def test_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(RepositoryError, match="bestaat niet"):
        find_werkmap(tmp_path / "nergens")


def test_folder_that_cannot_be_looked_into_is_named(tmp_path):
    (tmp_path / "buiten").mkdir()
    regio = tmp_path / "regio"
    (regio / "dossiers").mkdir(parents=True)
    (regio / "dossiers" / "2025").symlink_to(tmp_path / "buiten", target_is_directory=True)
    (regio / "dossiers" / "2024").symlink_to(tmp_path / "weg", target_is_directory=True)
    werkmap = Werkmap(regio)
    assert list(werkmap.paths("dossiers")) == ["dossiers/2025"]
    assert werkmap.read("dossiers/2025").data is None


def test_file_that_is_called_like_a_dossier_and_ends_otherwise_is_named(tmp_path):
    folder = tmp_path / "dossiers"
    folder.mkdir()
    for name in ("NZ-2026-k7f3mq.yaml.txt", "NZ-2026-k7f3mr", "NZ-2026-k7f3ms.yaml~", "LEESMIJ.md"):
        (folder / name).write_text("a: 1\n")
    werkmap = Werkmap(tmp_path)
    found = list(werkmap.paths("dossiers"))
    assert found == ["dossiers/NZ-2026-k7f3mq.yaml.txt", "dossiers/NZ-2026-k7f3mr"]
    assert {werkmap.read(path).problem for path in found} == {"verkeerde_naam"}


def test_many_links_to_the_same_folders_are_walked_once(tmp_path):
    here = tmp_path / "dossiers"
    here.mkdir()
    for number in range(24):
        below = tmp_path / f"map{number}"
        below.mkdir()
        (here / "a").symlink_to(below, target_is_directory=True)
        (here / "b").symlink_to(below, target_is_directory=True)
        here = below
    (here / "x.yaml").write_text("a: 1\n")
    assert len(list(Werkmap(tmp_path).paths("dossiers"))) == 1
