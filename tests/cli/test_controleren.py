"""``controleer``: what it looks at, how it says so, and filling in ids."""

import json
import re

import pytest

from .conftest import PEILDATUM

FOUT = """\
dossier: NZ-2026-k7f3mq
betrokkene: p-4q9x2m
aanmelding: 20-4-2026
status: in detentie
gemeente: Leiden
regisseur: m.bakker
regisseur: m.bakker
kader: vrijwillig
leefgebieden:
  onderdak:
    situatie: Geheim verhaal over Jan Jansen in kamer #12
    acties: [{wat: Geheim plan, eigenar: niemand}]
"""


@pytest.fixture
def fout(regio):
    file = regio / "dossiers/2026/NZ-2026-k7f3mq.yaml"
    file.write_text(FOUT, encoding="utf-8")
    return file


def plain(text):
    return re.sub(r"\x1b\[[\d;]*m", "", text)


def test_pipe_is_silent_when_all_is_well(nazorg, regio):
    outcome = nazorg("controleer", regio / "overleggen", cwd=regio)
    assert outcome == (0, "", "")


def test_terminal_says_what_was_looked_at(terminal, regio):
    outcome = terminal("--peildatum", PEILDATUM, "controleer", "overleggen", cwd=regio)
    assert plain(outcome.out) == "0 dossiers en 3 overleggen nagekeken: niets gevonden.\n"


def test_terminal_shows_the_place_and_masks_what_people_wrote(terminal, regio, fout, snapshot):
    outcome = terminal("--peildatum", PEILDATUM, "--kleur", "nooit", "controleer", fout, cwd=regio)
    shown = plain(outcome.out)
    assert outcome.code == 1
    assert "Geheim" not in shown
    assert "Jansen" not in shown
    assert "niemand" not in shown
    assert max(len(line) for line in shown.splitlines()) <= 80
    assert shown == snapshot


@pytest.mark.parametrize("vorm", ["tekst", "kort", "json"])
def test_no_text_of_the_dossier_leaves_the_terminal(nazorg, regio, fout, snapshot, vorm):
    outcome = nazorg("controleer", fout, "--vorm", vorm, cwd=regio)
    assert outcome.code == 1
    for word in ("Geheim", "Jansen", "niemand", "in detentie", "20-4-2026"):
        assert word not in outcome.out + outcome.err
    assert outcome.out == snapshot


def test_kort_is_a_line_for_each_finding(nazorg, regio, fout):
    outcome = nazorg("controleer", fout, "--vorm", "kort", cwd=regio)
    pattern = r"dossiers/2026/NZ-2026-k7f3mq\.yaml:\d+:\d+: (fout|waarschuwing|advies) NZ\d{3}: \S.*"
    assert outcome.out
    assert all(re.fullmatch(pattern, line) for line in outcome.out.splitlines())


def test_json_has_every_fact_of_a_finding(nazorg, regio, fout):
    found = json.loads(nazorg("controleer", fout, "--vorm", "json", cwd=regio).out)
    assert list(found) == [
        "schema",
        "peildatum",
        "aantal_dossiers",
        "aantal_overleggen",
        "aantal_trajecten",
        "bevindingen",
    ]
    assert (found["schema"], found["peildatum"], found["aantal_dossiers"]) == ("nazorg.controleer/1", PEILDATUM, 1)
    double = next(one for one in found["bevindingen"] if one["code"] == "NZ009")
    assert (double["pad"], double["regel"], double["kolom"]) == ("dossiers/2026/NZ-2026-k7f3mq.yaml", 7, 1)
    assert [(one["regel"], one["kolom"]) for one in double["ook"]] == [(6, 1)]
    assert double["ernst"] == "fout"


def test_whole_example_has_warnings_and_no_faults(nazorg, regio):
    outcome = nazorg("controleer", "--vorm", "kort", cwd=regio)
    assert outcome.code == 0
    assert ": fout " not in outcome.out
    assert outcome.out == "".join(sorted(outcome.out.splitlines(keepends=True), key=sort_key))


def sort_key(line):
    path, number, column, *_ = line.split(":")
    return path, int(number), int(column)


def test_paths_may_be_given_from_any_folder(nazorg, regio, fout, thuis):
    inside = nazorg("controleer", "dossiers/2026/NZ-2026-k7f3mq.yaml", "--vorm", "kort", cwd=regio)
    assert inside.out
    assert nazorg("controleer", "2026/NZ-2026-k7f3mq.yaml", "--vorm", "kort", cwd=regio / "dossiers") == inside
    assert nazorg("-C", regio, "controleer", fout, "--vorm", "kort", cwd=thuis) == inside
    again = nazorg("-C", regio, "controleer", "dossiers/2026/NZ-2026-k7f3mq.yaml", "--vorm", "kort", cwd=thuis)
    assert again == inside


def test_file_outside_the_werkmap_is_refused(nazorg, regio, thuis):
    other = thuis / "x.yaml"
    other.write_text("a: 1\n", encoding="utf-8")
    outcome = nazorg("controleer", other, cwd=regio)
    assert outcome.code == 2
    assert "ligt niet in de werkmap" in outcome.err


def test_finding_is_explained(nazorg, thuis):
    outcome = nazorg("controleer", "--uitleg", "nz103", cwd=thuis)
    assert outcome.code == 0
    assert outcome.out.startswith("NZ103")
    assert max(len(line) for line in outcome.out.splitlines()) <= 80


# Ids


@pytest.fixture
def zonder_id(regio):
    file = regio / "dossiers/2026/NZ-2026-b4wn7d.yaml"
    text = file.read_bytes().decode()
    file.write_bytes(re.sub(r"(?<=\{)id: \w{4}, |(?<=- )id: \w{4}\n +(?=\w)", "", text).encode())
    return file, text


def test_missing_ids_are_filled_in_and_nothing_else_changes(nazorg, regio, zonder_id):
    file, text = zonder_id
    others = {path: path.read_bytes() for path in regio.rglob("*.yaml") if path != file}
    outcome = nazorg("controleer", "--vul-aan", "--vorm", "kort", cwd=regio)
    assert outcome.code == 0
    assert re.search(r"^dossiers/2026/NZ-2026-b4wn7d\.yaml: \d+ ids ingevuld$", outcome.err, re.MULTILINE)
    assert "NZ203" not in outcome.out
    assert re.sub(r"\bid: \w{4}", "id: X", file.read_bytes().decode()) == re.sub(r"\bid: \w{4}", "id: X", text)
    assert {path: path.read_bytes() for path in others} == others
    assert list(regio.rglob("*.tmp")) == list(regio.rglob(".*.tmp")) == []


def test_second_time_there_is_nothing_to_fill_in(nazorg, regio, zonder_id):
    file, _ = zonder_id
    nazorg("controleer", "--vul-aan", cwd=regio)
    before = file.read_bytes()
    outcome = nazorg("controleer", "--vul-aan", file, cwd=regio)
    assert "alle onderdelen hadden al een id" in outcome.err
    assert file.read_bytes() == before


def test_only_the_file_that_was_named_is_filled_in(nazorg, regio, zonder_id):
    file, _ = zonder_id
    before = file.read_bytes()
    nazorg("controleer", "--vul-aan", "dossiers/2026/NZ-2026-k7f3mq.yaml", cwd=regio)
    assert file.read_bytes() == before


def test_dossier_with_a_fault_is_not_touched(nazorg, regio, fout):
    nazorg("controleer", "--vul-aan", cwd=regio)
    assert fout.read_text(encoding="utf-8") == FOUT
