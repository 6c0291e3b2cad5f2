"""What is wrong in a clone is told with its remedy, mended on request, and what is derived goes on request."""

import json
import os

import pytest
from fabriek_git import commit, git

from nazorg.index.spoorplek import spoor_path

PAD = "dossiers/2026/NZ-2026-k7f3mq.yaml"


@pytest.fixture
def root(klein, tmp_path, monkeypatch):
    """A clone that was told nothing, with a ``nazorg`` on the path."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/nazorg").write_text("#!/bin/sh\nexit 0\n")
    (tmp_path / "bin/nazorg").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("locale.getencoding", lambda: "UTF-8")
    git(tmp_path, "init", "--quiet", "--bare", "centraal.git")
    commit(klein, {})
    git(klein, "remote", "add", "origin", "../centraal.git")
    return klein


def points(nazorg, root, *more):
    done = nazorg("zelftest", "--vorm", "json", *more, cwd=root)
    found: dict[str, dict] = {}
    for punt in json.loads(done.out)["punten"]:
        if punt["naam"] not in found or punt["oordeel"] == "mis":
            found[punt["naam"]] = punt
    return done.code, found


def wrong(nazorg, root):
    code, found = points(nazorg, root)
    names = {naam for naam, punt in found.items() if punt["oordeel"] == "mis"}
    assert code == bool(names)
    return names


def test_clone_that_was_told_nothing_is_mended_and_then_stands(root, nazorg):
    assert wrong(nazorg, root) == {"samenvoegen", "attributen", "haken"}
    done = nazorg("zelftest", "--herstel", cwd=root)
    assert done.code == 0
    assert "hersteld haken: pre-commit staat er." in done.out
    assert wrong(nazorg, root) == set()
    assert (root / ".git/hooks/pre-push").exists()
    assert nazorg("bewaar", ".gitattributes", cwd=root).code == 0
    assert nazorg("zelftest", "-q", cwd=root).out.count("mis ") == 0


def test_nothing_changes_unless_it_is_asked_for(root, nazorg):
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    nazorg("zelftest", cwd=root)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("name", "value"), [("filter.x.clean", "x"), ("core.hooksPath", "x"), ("merge.nazorg.driver", "kwaad")]
)
def test_setting_that_could_start_a_program_is_named_and_left_to_a_person(root, nazorg, name, value):
    git(root, "config", name, value)
    _, found = points(nazorg, root)
    assert name.lower() in found["instellingen"]["wat"].lower()
    assert "git config --local --unset-all" in found["instellingen"]["doe"]
    assert not found["instellingen"]["herstelbaar"]


def test_address_that_is_not_gone_to_is_named(root, nazorg):
    git(root, "remote", "set-url", "origin", "http://git.example.org/x")
    assert "git-map" in wrong(nazorg, root)


def test_merge_that_waits_is_named(root, nazorg):
    head = git(root, "rev-parse", "HEAD")
    (root / ".git/MERGE_HEAD").write_text(head)
    assert "git-map" in wrong(nazorg, root)


def test_nobody_to_sign_is_wrong_and_one_whom_the_region_does_not_know_is_not(root, nazorg, thuis):
    (thuis / ".gitconfig").write_text("[user]\n  email = x@example.org\n")
    _, found = points(nazorg, root)
    assert found["wie u bent"]["oordeel"] == "let op"
    (thuis / ".gitconfig").write_text("")
    assert "wie u bent" in wrong(nazorg, root)


def test_window_that_knows_no_utf8_is_named(root, nazorg, monkeypatch):
    monkeypatch.setattr("locale.getencoding", lambda: "cp1252")
    _, found = points(nazorg, root)
    assert found["venster"]["oordeel"] == "let op"


def test_persons_file_in_a_repository_is_wrong(root, nazorg, monkeypatch, tmp_path):
    place = root / "personen.yaml"
    place.write_text("personen: {}\n")
    monkeypatch.setenv("NAZORG_PERSONEN", str(place))
    assert "personenbestand" in wrong(nazorg, root)
    place.rename(tmp_path / "personen.yaml")
    monkeypatch.setenv("NAZORG_PERSONEN", str(tmp_path / "personen.yaml"))
    assert "personenbestand" not in wrong(nazorg, root)


def test_change_that_was_broken_off_is_told_and_put_right(root, nazorg):
    (root / ".git/nazorg").mkdir(exist_ok=True)
    note = {"versie": 1, "teken": "deadbeef", "wissels": [], "dossiers": [], "ref": "", "van": "", "naar": ""}
    (root / ".git/nazorg/journaal.json").write_text(json.dumps(note | {"klaar": False}))
    assert "afgebroken werk" in wrong(nazorg, root)
    nazorg("zelftest", "--herstel", cwd=root)
    assert not (root / ".git/nazorg/journaal.json").exists()


def test_files_that_stand_in_git_with_the_line_ends_of_windows_are_named(root, nazorg):
    (root / PAD).write_bytes((root / PAD).read_bytes().replace(b"\n", b"\r\n"))
    git(root, "-c", "core.autocrlf=false", "add", "--all")
    git(root, "commit", "--quiet", "--message", "x")
    _, found = points(nazorg, root)
    assert PAD in found["regeleinden"]["wat"]


def test_driver_that_git_cannot_find_is_named(root, nazorg, monkeypatch):
    nazorg("zelftest", "--herstel", cwd=root)
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    _, found = points(nazorg, root)
    assert (found["samenvoegen"]["oordeel"], "PATH" in found["samenvoegen"]["doe"]) == ("let op", True)


def test_plain_folder_is_looked_at_as_well(klein, nazorg):
    code, found = points(nazorg, klein)
    assert (code, found["git-map"]["oordeel"]) == (0, "let op")


def test_repository_that_git_does_not_open_is_told(root, nazorg):
    (root / ".git/HEAD").write_text("kapot\n")
    assert "git-map" in wrong(nazorg, root)


@pytest.mark.parametrize(
    ("said", "judged"),
    [("2.30.2", "mis"), ("2.39.2", "let op"), ("2.39.5", "let op"), ("2.43.7", "goed"), ("2.51.0.windows.1", "goed")],
)
def test_git_is_judged_by_its_version(root, nazorg, monkeypatch, said, judged):
    from nazorg.zelftest import machine

    real = machine.git

    def other(folder, *arguments, **named):
        done = real(folder, *arguments, **named)
        if arguments == ("--version",):
            done.stdout = f"git version {said}\n"
        return done

    monkeypatch.setattr(machine, "git", other)
    _, found = points(nazorg, root)
    assert found["git"]["oordeel"] == judged


def test_what_is_derived_goes_and_what_somebody_works_on_stays(root, nazorg):
    nazorg("te-laat", cwd=root)
    nazorg("schema", "--schrijf", cwd=root)
    (root / "agendas").mkdir()
    (root / "agendas/x.md").write_text("x")
    (root / ".nazorg/klad").mkdir()
    (root / ".nazorg/klad/x.yaml").write_text("x")
    spoor = spoor_path(root)
    spoor.write_bytes(b"x")
    spoor.with_name(f"{spoor.name}-wal").write_bytes(b"x")
    assert list((root / ".git/nazorg").glob("index-*"))
    done = nazorg("zelftest", "--wis", cwd=root)
    assert "Weggehaald: de index" in done.out
    assert "wat de geschiedenis snel doorzoekt (2)" in done.out
    assert not [*(root / ".git/nazorg").glob("index-*"), *(root / ".git/nazorg").glob("geschiedenis-*")]
    assert not (root / "agendas").exists()
    assert [path.name for path in (root / ".nazorg").iterdir() if path.suffix == ".json"] == []
    assert (root / ".nazorg/klad/x.yaml").exists()
    assert nazorg("te-laat", cwd=root).code == 0


def test_folder_that_leads_elsewhere_is_not_emptied(root, nazorg, tmp_path):
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders/x.md").write_text("x")
    (root / "agendas").symlink_to(tmp_path / "elders")
    nazorg("zelftest", "--wis", cwd=root)
    assert (tmp_path / "elders/x.md").exists()


def test_english_name_works_too(root, nazorg):
    assert "samenvoegen" in nazorg("doctor", cwd=root).out
