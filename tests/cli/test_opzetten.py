"""To begin with: demo, init and schema."""

import json
import shutil
from pathlib import Path

import pytest
from fabriek_git import git

EMPTY = "leeg"
VOORBEELD = [
    "--regio",
    "Hollands Midden",
    "--gemeente",
    "Leiden",
    "--gemeente",
    "'s-Gravenhage",
    "--regisseur",
    "M. Bakker",
]


@pytest.fixture
def zonder_git(thuis):
    """An environment in which no program can be found."""
    (thuis / EMPTY).mkdir()
    return {"PATH": str(thuis / EMPTY)}


# demo


def test_demo_needs_no_git_and_shows_every_step_with_its_command(proces, tmp_path, zonder_git):
    folder = tmp_path / "oefenen"
    outcome = proces("demo", "--map", folder, cwd=tmp_path, env=zonder_git)
    assert outcome.code == 0
    assert outcome.err in ("", f"nazorg: de agenda staat in {folder / 'agendas' / '2026-11-26-leiden.md'}\n")
    assert outcome.out.startswith(f"Het voorbeeld staat in {folder}\n")
    commands = [line for line in outcome.out.splitlines() if line.startswith("   $ nazorg ")]
    assert [line.split()[6] for line in commands] == ["controleer", "te-laat", "agenda"]
    assert all(f"-C {folder} --peildatum 2026-11-23" in line for line in commands)
    assert (folder / "agendas" / "2026-11-26-leiden.md").is_file()
    assert "Te laat op 2026-11-23: " in outcome.out
    assert outcome.out.rstrip().endswith("nazorg init MAP")


def test_commands_that_demo_shows_do_what_demo_did(nazorg, tmp_path):
    folder = tmp_path / "oefenen"
    shown = nazorg("demo", "--map", folder, cwd=tmp_path, peildatum=None).out
    command = next(line for line in shown.splitlines() if "te-laat" in line).removeprefix("   $ nazorg ")
    assert nazorg(*command.split(), cwd=tmp_path, peildatum=None).out in shown


def test_demo_makes_a_folder_of_its_own_and_touches_no_other(nazorg, tmp_path, monkeypatch):
    import tempfile

    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.chdir(tmp_path / "thuis")
    before = sorted((tmp_path / "thuis").rglob("*"))
    assert nazorg("demo", peildatum=None).code == 0
    assert sorted((tmp_path / "thuis").rglob("*")) == before
    assert [path.name.startswith("nazorg-demo-") for path in (tmp_path / "tmp").iterdir()] == [True]


def test_demo_refuses_a_folder_with_files(nazorg, tmp_path, thuis):
    outcome = nazorg("demo", "--map", thuis, cwd=tmp_path)
    assert outcome.code == 2
    assert "is niet leeg" in outcome.err
    assert [path.name for path in thuis.iterdir()] == [".gitconfig"]


# init


def test_new_werkmap_has_nothing_to_find(nazorg, tmp_path):
    folder = tmp_path / "nieuw"
    outcome = nazorg("init", folder, *VOORBEELD, cwd=tmp_path, peildatum=None)
    assert outcome.code == 0
    assert f"nazorg -C {folder} controleer" in outcome.out
    assert nazorg("-C", folder, "controleer", "--streng", cwd=tmp_path) == (0, "", "")
    assert nazorg("-C", folder, "lijst", "--gemeente", "'s-gravenhage", cwd=tmp_path).code == 0


def test_new_werkmap_knows_who_made_it(nazorg, tmp_path, thuis):
    nazorg("init", tmp_path / "nieuw", *VOORBEELD, cwd=thuis, peildatum=None)
    settings = (tmp_path / "nieuw" / "nazorg.yaml").read_text(encoding="utf-8")
    assert "  m.bakker:\n    naam: M. Bakker\n    mail: m.bakker@example.org\n" in settings
    assert nazorg("-C", tmp_path / "nieuw", "lijst", "--mijn", cwd=thuis).code == 0


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
def test_new_werkmap_is_a_git_repository_with_everything_committed_but_what_is_derived(nazorg, tmp_path):
    folder = tmp_path / "nieuw"
    nazorg("init", folder, *VOORBEELD, cwd=tmp_path, peildatum=None)
    names = git(folder, "ls-files").splitlines()
    assert {"nazorg.yaml", ".gitignore", "dossiers/.gitkeep"} <= set(names)
    assert not any(name.startswith((".nazorg/", "agendas/")) for name in names)
    assert git(folder, "status", "--porcelain") == ""


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
def test_new_werkmap_of_someone_whom_git_does_not_know_says_that_nothing_is_committed(nazorg, tmp_path, thuis):
    (thuis / ".gitconfig").unlink()
    code, out, _ = nazorg("init", tmp_path / "nieuw", *VOORBEELD, cwd=tmp_path, peildatum=None)
    assert code == 0
    assert "Nog niet vastgelegd: git weet niet wie u bent." in out


def test_new_werkmap_inside_a_repository_makes_no_second_one(nazorg, tmp_path):
    nazorg("init", tmp_path / "buiten", *VOORBEELD, cwd=tmp_path, peildatum=None)
    nazorg("init", tmp_path / "buiten" / "binnen", *VOORBEELD, cwd=tmp_path, peildatum=None)
    assert (tmp_path / "buiten" / "binnen" / "nazorg.yaml").is_file()
    assert not (tmp_path / "buiten" / "binnen" / ".git").exists()


def test_new_werkmap_without_git_is_a_plain_folder(proces, tmp_path, zonder_git):
    outcome = proces("init", tmp_path / "nieuw", *VOORBEELD, env=zonder_git)
    assert (outcome.code, outcome.err) == (0, "")
    assert "geen nieuwe git-map" in outcome.out
    assert not (tmp_path / "nieuw" / ".git").exists()


def test_without_answers_and_without_a_terminal_there_are_defaults(proces, tmp_path):
    assert proces("init", tmp_path / "nieuw").code == 0
    assert proces("-C", tmp_path / "nieuw", "controleer", "--streng") == (0, "", "")


def test_existing_werkmap_is_refused_and_left_alone(nazorg, regio):
    before = {path: path.is_file() and path.read_bytes() for path in regio.rglob("*")}
    outcome = nazorg("init", regio, *VOORBEELD, cwd=regio)
    assert outcome.code == 2
    assert "is al een werkmap" in outcome.err
    assert {path: path.is_file() and path.read_bytes() for path in regio.rglob("*")} == before


def test_files_that_are_there_already_stay(nazorg, tmp_path):
    folder = tmp_path / "nieuw"
    folder.mkdir()
    (folder / "LEESMIJ.md").write_text("van mij", encoding="utf-8")
    outcome = nazorg("init", folder, *VOORBEELD, cwd=tmp_path)
    assert outcome.code == 0
    assert (folder / "LEESMIJ.md").read_text(encoding="utf-8") == "van mij"
    assert "  LEESMIJ.md" not in outcome.out


def test_file_where_a_folder_should_come_is_refused(nazorg, tmp_path):
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    assert nazorg("init", tmp_path / "bestand", *VOORBEELD, cwd=tmp_path).code == 2


@pytest.mark.parametrize(
    ("naam", "sleutel"),
    [
        ("M. Bakker", "m.bakker"),
        ("Öztürk", "ozturk"),
        ("J. van der Meer-Özdemir", "j.vandermeer-ozdemir"),
        ("李", "regisseur"),
    ],
)
def test_key_of_a_regisseur_is_made_of_the_name(nazorg, tmp_path, naam, sleutel):
    nazorg("init", tmp_path / "nieuw", "--regisseur", naam, cwd=tmp_path, peildatum=None)
    assert f"\n  {sleutel}:\n" in (tmp_path / "nieuw" / "nazorg.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--gemeente", "Leiden", "--gemeente", "Leiden"],
        ["--gemeente", ""],
        ["--gemeente", " "],
        ["--regio", " "],
        ["--regio", "a\u202eb"],
    ],
    ids=["twice", "empty", "blank", "blank region", "bidi"],
)
def test_answer_that_cannot_stand_in_the_settings_is_refused_or_put_right(nazorg, tmp_path, arguments):
    outcome = nazorg("init", tmp_path / "nieuw", *arguments, cwd=tmp_path, peildatum=None)
    assert outcome.code in (0, 2)
    if outcome.code == 0:
        assert nazorg("-C", tmp_path / "nieuw", "controleer", cwd=tmp_path) == (0, "", "")


def test_terminal_asks_what_was_not_given(terminal, tmp_path):
    folder = tmp_path / "nieuw"
    outcome = terminal("init", folder, "--mail", "x@example.org", stdin="De Regio\nLeiden, Gouda\nA. de Jong\n")
    assert outcome.code == 0
    assert "Hoe heet de regio?" in outcome.out
    settings = (folder / "nazorg.yaml").read_text(encoding="utf-8")
    assert "regio: De Regio\n" in settings
    assert "  Leiden:\n  Gouda:\n" in settings
    assert "  a.dejong:\n" in settings


# schema


@pytest.mark.parametrize("soort", ["dossier", "overleg", "instellingen"])
def test_schema_is_printed(nazorg, thuis, soort):
    found = json.loads(nazorg("schema", soort, cwd=thuis).out)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_schema_of_a_dossier_is_the_default(nazorg, thuis):
    assert nazorg("schema", cwd=thuis) == nazorg("schema", "dossier", cwd=thuis)


def test_schemas_are_written_for_an_editor(nazorg, regio):
    outcome = nazorg("schema", "--schrijf", cwd=regio)
    assert outcome.code == 0
    written = outcome.out.split()
    assert len(written) == 4
    assert all(json.loads((regio / path).read_text(encoding="utf-8")) for path in written)
    (regio / written[0]).write_text("oud", encoding="utf-8")
    assert nazorg("schema", "--schrijf", cwd=regio) == outcome
    assert (regio / written[0]).read_text(encoding="utf-8") != "oud"
    assert {Path(path).parent.name for path in written} == {".nazorg"}
