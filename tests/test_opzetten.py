"""A new werkmap out of a few answers, and a copy of the example."""

import json
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nazorg.begrippen.bron import Bestand
from nazorg.diagnostics import Severity
from nazorg.errors import UsageError, WriteError
from nazorg.opzetten import VOORBEELD_PEILDATUM, Antwoorden, copy_example, new_werkmap, schema_files, write_files
from nazorg.reading import read_instellingen
from nazorg.register import Register, check
from nazorg.werkmap import Werkmap

VANDAAG = date(2026, 11, 23)
ANTWOORDEN = Antwoorden("Hollands Midden", ("Leiden", "'s-Gravenhage"), "m.bakker", "M. Bakker", "m.bakker@example.org")
NAMES = (
    st.text(st.sampled_from("abAZé 019.,:;-_#&*!|>%@`'\"[]{}~?"), min_size=1, max_size=15).map(str.strip).filter(bool)
)


def settings_of(antwoorden):
    gelezen = read_instellingen(
        Bestand("nazorg.yaml", new_werkmap(antwoorden, VANDAAG, Random(1))["nazorg.yaml"].encode())
    )
    assert gelezen.diagnostics == ()
    return gelezen.waarde


def test_settings_hold_the_answers():
    instellingen = settings_of(ANTWOORDEN)
    assert (instellingen.nazorg, instellingen.regio) == (1, "Hollands Midden")
    assert list(instellingen.gemeenten) == ["Leiden", "'s-Gravenhage"]
    regisseur = instellingen.regisseurs["m.bakker"]
    assert (regisseur.naam, regisseur.mail) == ("M. Bakker", "m.bakker@example.org")
    assert regisseur.gemeenten == ("Leiden", "'s-Gravenhage")
    assert instellingen.partners == {}
    assert instellingen.bewaren is None


def test_answer_about_mail_may_be_left_out():
    assert settings_of(Antwoorden("X", ("Y",), "a", "A", "")).regisseurs["a"].mail is None


@settings(max_examples=40, deadline=None)
@given(NAMES, st.lists(NAMES, min_size=1, max_size=4, unique=True), NAMES)
def test_any_name_reads_back_from_the_settings(regio, gemeenten, naam):
    instellingen = settings_of(Antwoorden(regio, tuple(gemeenten), "m.bakker", naam, "m@example.org"))
    assert instellingen.regio == regio
    assert list(instellingen.gemeenten) == gemeenten
    assert instellingen.regisseurs["m.bakker"].naam == naam
    assert instellingen.regisseurs["m.bakker"].gemeenten == tuple(gemeenten)


def test_werkmap_has_what_git_and_an_editor_need():
    files = new_werkmap(ANTWOORDEN, VANDAAG, Random(1))
    assert set(files) == {
        "nazorg.yaml",
        ".gitignore",
        ".gitattributes",
        ".vscode/settings.json",
        ".vscode/extensions.json",
        "LEESMIJ.md",
        "dossiers/.gitkeep",
        "overleggen/.gitkeep",
        *schema_files(),
    }
    assert {"agendas/", ".nazorg/"} <= set(files[".gitignore"].splitlines())
    editor = json.loads(files[".vscode/settings.json"])
    assert {path.removeprefix("./") for path in editor["yaml.schemas"]} == set(schema_files())
    assert files["nazorg.yaml"].startswith("# yaml-language-server: $schema=.nazorg/instellingen.schema.json\n")


def test_new_werkmap_has_no_findings(tmp_path):
    write_files(tmp_path, new_werkmap(ANTWOORDEN, VANDAAG, Random(1)))
    assert check(Register(Werkmap(tmp_path), date(2026, 11, 23))).bevindingen == ()


def test_file_that_is_there_already_stays(tmp_path):
    (tmp_path / "LEESMIJ.md").write_text("van mij", encoding="utf-8")
    written = write_files(tmp_path, {"LEESMIJ.md": "nieuw", "diep/er/x": "y"})
    assert written == ["diep/er/x"]
    assert (tmp_path / "LEESMIJ.md").read_text(encoding="utf-8") == "van mij"
    assert write_files(tmp_path, {"LEESMIJ.md": "nieuw"}, overwrite=["LEESMIJ.md"]) == ["LEESMIJ.md"]
    assert (tmp_path / "LEESMIJ.md").read_text(encoding="utf-8") == "nieuw"


def test_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "dossiers").write_text("", encoding="utf-8")
    with pytest.raises(WriteError, match="kon niet gemaakt worden"):
        write_files(tmp_path, {"dossiers/2026/x.yaml": ""})


# The example


@pytest.fixture(scope="module")
def voorbeeld(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "regio"
    copy_example(folder)
    return folder


def test_example_has_dossiers_settings_and_schemas(voorbeeld):
    assert (voorbeeld / "nazorg.yaml").is_file()
    assert len(list(voorbeeld.glob("dossiers/*/*.yaml"))) >= 30
    assert all((voorbeeld / path).is_file() for path in schema_files())


def test_example_has_no_faults_on_its_day_and_only_warnings_that_life_has(voorbeeld):
    controle = check(Register(Werkmap(voorbeeld), date.fromisoformat(VOORBEELD_PEILDATUM)))
    assert controle.count(Severity.FOUT) == 0
    assert {one.code for one in controle.bevindingen if one.severity is Severity.WAARSCHUWING} <= {
        "NZ301",  # not asked in time
        "NZ302",  # asked, and the stand not yet known
        "NZ304",  # nog toe te delen
        "NZ403",  # a release date that has passed
        "NZ405",  # release date not known
        "NZ805",  # at the whole table, and no consent yet
    }


def test_example_may_come_in_an_empty_folder_and_not_in_one_with_files(tmp_path):
    (tmp_path / "leeg").mkdir()
    copy_example(tmp_path / "leeg")
    assert (tmp_path / "leeg" / "nazorg.yaml").is_file()
    with pytest.raises(UsageError, match="niet leeg"):
        copy_example(tmp_path / "leeg")
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    with pytest.raises(UsageError):
        copy_example(tmp_path / "bestand")


def test_dossier_to_begin_with_checks_and_has_a_fresh_number(tmp_path):
    numbers = set()
    for seed in (1, 2):
        folder = tmp_path / str(seed)
        files = new_werkmap(ANTWOORDEN, VANDAAG, Random(seed))
        text = files["LEESMIJ.md"].partition("```yaml\n")[2].partition("```")[0]
        number = text.partition("dossier: ")[2].split()[0]
        write_files(folder, {**files, f"dossiers/2026/{number}.yaml": text})
        found = check(Register(Werkmap(folder), VANDAAG)).bevindingen
        assert [one.code for one in found] == ["NZ203"]
        numbers.add(number)
    assert len(numbers) == 2
