"""The commands that ask: what a person sees at 80 columns, what a program gets, and names on a terminal only."""

import csv
import io
import json
import re
import subprocess

import pytest

from .conftest import PEILDATUM

RIJ = [
    "dossier",
    "leefgebied",
    "actie",
    "wat",
    "eigenaar",
    "regisseur",
    "gemeente",
    "status",
    "wacht_op",
    "uiterlijk",
    "dagen_te_laat",
    "geteld_vanaf",
    "pad",
    "regel",
    "niet_voor",
    "opmerking",
]
GROEPEN = ["acties", "vandaag", "binnenkort", "zonder_uiterlijk", "onbepaald", "opgeschort", "vervallen"]


def fits(text, columns=80):
    return max(len(line) for line in text.splitlines()) <= columns


# At 80 columns


@pytest.mark.parametrize(
    "arguments",
    [
        ["te-laat", "--vorm", "tabel"],
        ["te-laat", "--vorm", "tabel", "--per", "eigenaar", "--gemeente", "Leiden", "--binnen", "0d"],
        ["lijst", "--vorm", "tabel"],
        ["lijst", "--vorm", "tabel", "--status", "afgesloten"],
        ["toon", "k7f3mq"],
        ["toon", "s8dq3m"],
        ["waarom", "e6rk2j"],
        ["why", "k7f3mq", "v2qe"],
        ["--kleur", "nooit"],
    ],
    ids=" ".join,
)
def test_screen_of_80_columns(nazorg, regio, snapshot, arguments):
    outcome = nazorg(*arguments, cwd=regio)
    assert (outcome.code, outcome.err) == (0, "")
    assert fits(outcome.out)
    assert outcome.out == snapshot


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["lijst", "--vorm", "tabel"], ["Waddinxveen", "Leiderdorp"]),
        (["toon", "s8dq3m"], ["re-integratieverlof", "laatste fase"]),
    ],
)
def test_nothing_is_cut_off_at_80_columns(nazorg, regio, arguments, words):
    shown = nazorg(*arguments, cwd=regio).out
    assert "…" not in shown
    assert all(word in shown for word in words)


def test_day_of_everyone_when_git_knows_nobody(nazorg, regio, thuis, snapshot):
    (thuis / ".gitconfig").write_text("[user]\n  email = iemand@example.org\n", encoding="utf-8")
    outcome = nazorg(cwd=regio)
    assert fits(outcome.out)
    assert outcome.out == snapshot


@pytest.mark.parametrize(
    "arguments", [["te-laat"], ["lijst"], ["toon", "k7f3mq"], ["zoek", "k7f3mq"], ["controleer"], []]
)
def test_what_cannot_be_read_is_named_first(nazorg, regio, kapot, arguments):
    form = ["--vorm", "tabel"] if arguments in (["te-laat"], ["lijst"]) else []
    outcome = nazorg(*arguments, *form, cwd=regio)
    shown = outcome.out + outcome.err
    assert kapot in shown or "niet te lezen" in shown
    if arguments in (["te-laat"], ["lijst"]):
        assert outcome.out.splitlines()[:2] == [
            "Niet te lezen, dus niet in deze lijst (1):",
            f"  {kapot}:2:1  NZ004 Hier ontbreekt een waarde.",
        ]


@pytest.mark.parametrize("form", ["tekst", "json"])
@pytest.mark.parametrize("command", ["toon", "waarom"])
def test_one_dossier_that_cannot_be_read_is_told_with_its_reason(nazorg, regio, kapot, command, form):
    outcome = nazorg(command, "k7f3mq", "--vorm", form, cwd=regio)
    assert (outcome.code, outcome.err) == (3, "")
    assert kapot in outcome.out
    assert "NZ004" in outcome.out


def test_why_of_an_action_that_does_not_exist_is_refused(nazorg, regio):
    outcome = nazorg("waarom", "k7f3mq", "z9", cwd=regio)
    assert outcome.code == 2
    assert "heeft geen actie 'z9'" in outcome.err


def test_why_of_another_day_counts_from_that_day(nazorg, regio):
    outcome = nazorg("waarom", "k7f3mq", "w4hn", cwd=regio, peildatum="2026-10-09")
    assert "Dus           uiterlijk vrijdag 9 oktober 2026 (vandaag)." in outcome.out


def test_why_of_what_stood_in_git_explains_the_term_of_then(nazorg, regio):
    def git(*words):
        run = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
        subprocess.run(run, cwd=regio, check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "eerst")
    file = regio / "dossiers/2026/NZ-2026-k7f3mq.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("buiten - 8w", "buiten - 9w"), encoding="utf-8")
    now = nazorg("waarom", "k7f3mq", "w4hn", cwd=regio).out
    then = nazorg("--versie", "HEAD", "waarom", "k7f3mq", "w4hn", cwd=regio).out
    assert ("9 weken terug" in now, "8 weken terug" in then) == (True, True)


@pytest.mark.parametrize("command", ["te-laat", "lijst"])
def test_pipe_says_on_stderr_that_a_dossier_is_missing(nazorg, regio, kapot, command):
    outcome = nazorg(command, cwd=regio)
    assert kapot not in outcome.out
    assert f"{kapot} staat er niet bij: NZ004" in outcome.err


# What a program gets


def test_te_laat_as_json_has_the_form_of_the_issue(nazorg, regio, kapot):
    outcome = nazorg("te-laat", "--vorm", "json", cwd=regio)
    found = json.loads(outcome.out)
    assert list(found) == ["schema", "peildatum", *GROEPEN, "onleesbaar"]
    assert (found["schema"], found["peildatum"]) == ("nazorg.te-laat/1", PEILDATUM)
    for group in GROEPEN:
        assert found[group] or group == "vervallen", group  # nobody in the example left with a term of the PI open
        assert all(list(row) == RIJ for row in found[group])
    assert [list(one) for one in found["onleesbaar"]] == [["pad", "bevindingen"]]
    assert found["onleesbaar"][0]["pad"] == kapot
    assert outcome.err == ""


def test_te_laat_as_json_in_full(nazorg, regio, snapshot):
    assert nazorg("te-laat", "--vorm", "json", "--gemeente", "Katwijk", cwd=regio).out == snapshot


def test_values_of_a_row_are_numbers_dates_and_null(nazorg, regio):
    found = json.loads(nazorg("te-laat", "--vorm", "json", cwd=regio).out)
    (row,) = (row for row in found["acties"] if row["actie"] == "w4hn")
    assert row == {
        "dossier": "NZ-2026-k7f3mq",
        "leefgebied": "onderdak",
        "actie": "w4hn",
        "wat": "Urgentieverklaring aanvragen",
        "eigenaar": "corporatie-rijnland",
        "regisseur": "m.bakker",
        "gemeente": "Leiden",
        "status": "wacht",
        "wacht_op": "betrokkene",
        "uiterlijk": "2026-10-09",
        "dagen_te_laat": 45,
        "geteld_vanaf": "2026-12-04",
        "pad": "dossiers/2026/NZ-2026-k7f3mq.yaml",
        "regel": 50,
        "niet_voor": None,
        "opmerking": "",
    }
    assert all(row["dagen_te_laat"] == 0 for row in found["vandaag"])
    assert all(row["dagen_te_laat"] < 0 for row in found["binnenkort"])
    for group in ("zonder_uiterlijk", "onbepaald", "opgeschort", "vervallen"):
        assert all(row["uiterlijk"] is None is row["dagen_te_laat"] for row in found[group])
    late = [row["dagen_te_laat"] for row in found["acties"]]
    assert late == sorted(late, reverse=True)
    for row in found["acties"]:
        line = (regio / row["pad"]).read_text(encoding="utf-8").splitlines()[row["regel"] - 1]
        assert row["actie"] in line or row["wat"] in line


def test_te_laat_as_tsv_has_the_group_and_the_fields_of_a_row(nazorg, regio):
    outcome = nazorg("te-laat", cwd=regio)
    head, *rows = [line.split("\t") for line in outcome.out.splitlines()]
    assert head == ["groep", *RIJ]
    assert {len(row) for row in rows} == {len(head)}
    found = json.loads(nazorg("te-laat", "--vorm", "json", cwd=regio).out)
    as_text = [
        [group, *("" if row[name] is None else str(row[name]) for name in RIJ)]
        for group in GROEPEN
        for row in found[group]
    ]
    assert sorted(rows) == sorted(as_text)
    assert [row[0] for row in rows] == sorted((row[0] for row in rows), key=GROEPEN.index)


def test_tsv_is_never_cut_off_or_broken_by_what_stands_in_a_dossier(nazorg, regio):
    file = regio / "dossiers/2026/NZ-2026-k7f3mq.yaml"
    long = "Tab\\there, regel\\neinde " + "heel lang " * 40
    file.write_text(
        file.read_text(encoding="utf-8").replace("Urgentieverklaring aanvragen", f'"{long}"'), encoding="utf-8"
    )
    (row,) = (line for line in nazorg("te-laat", cwd=regio).out.splitlines() if "\tw4hn\t" in line)
    assert row.count("\t") == len(RIJ)
    assert row.split("\t")[4] == ("Tab here, regel einde " + "heel lang " * 40).strip()


def test_text_of_a_dossier_is_never_markup_and_never_a_code(nazorg, regio):
    file = regio / "dossiers/2026/NZ-2026-k7f3mq.yaml"
    odd = "[/x] [red]rood[/red] :smile: [x] {{ 7*7 }}"
    file.write_text(
        file.read_text(encoding="utf-8").replace("Urgentieverklaring aanvragen", f"'{odd}'"), encoding="utf-8"
    )
    for arguments in (["toon", "k7f3mq"], ["te-laat", "--vorm", "tabel"], []):
        outcome = nazorg(*arguments, cwd=regio)
        assert outcome.code == 0
        assert "[/x] " in outcome.out
        assert ":smile:" in outcome.out


def test_lijst_as_json(nazorg, regio, kapot):
    found = json.loads(nazorg("lijst", "--vorm", "json", cwd=regio).out)
    assert list(found) == ["schema", "peildatum", "dossiers", "onleesbaar"]
    assert found["schema"] == "nazorg.lijst/1"
    head = nazorg("lijst", cwd=regio).out.splitlines()[0].split("\t")
    assert all(list(row) == head for row in found["dossiers"])
    assert found["onleesbaar"][0]["pad"] == kapot


def test_toon_as_json_has_the_fields_of_the_file_and_the_computed_deadlines(nazorg, regio):
    found = json.loads(nazorg("toon", "k7f3mq", "--vorm", "json", cwd=regio).out)
    assert list(found) == ["schema", "peildatum", "pad", "dossier", "acties", "onleesbaar"]
    assert found["dossier"]["leefgebieden"]["onderdak"]["acties"][0]["uiterlijk"] == "buiten - 8w"
    (row,) = (row for row in found["acties"] if row["actie"] == "w4hn")
    assert (row["leefgebied"], row["regel"], row["uiterlijk"], row["dagen_te_laat"]) == (
        "onderdak",
        50,
        "2026-10-09",
        45,
    )
    assert "uiterst" not in found["dossier"]["detentie"]["ontslag"]


def test_toon_names_a_line_for_each_action(nazorg, regio):
    outcome = nazorg("toon", "k7f3mq", cwd=regio)
    lines = (regio / "dossiers/2026/NZ-2026-k7f3mq.yaml").read_text(encoding="utf-8").splitlines()
    shown = re.findall(r"^  [-x] (\w{4}) .*\n(?:.*\n)*? +\S+yaml:(\d+)$", outcome.out, re.MULTILINE)
    assert len(shown) >= 7
    for actie, number in shown:
        assert f"id: {actie}" in lines[int(number) - 1]


@pytest.mark.parametrize(("binnen", "days"), [("14d", 14), ("2w", 14), ("0d", 0), ("9999w", 9999 * 7)])
def test_binnen_counts_days_from_the_peildatum(nazorg, regio, binnen, days):
    found = json.loads(nazorg("te-laat", "--binnen", binnen, "--vorm", "json", cwd=regio).out)
    assert all(-days <= row["dagen_te_laat"] < 0 for row in found["binnenkort"])
    assert bool(found["binnenkort"]) is (days > 0)


# Names: on the user's own terminal, and nowhere else


@pytest.fixture
def personen(thuis, monkeypatch):
    file = thuis / "personen.yaml"
    text = "personen:\n  p-4q9x2m: {naam: Álvaro Fictief, contact: via de PI}\n"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setenv("NAZORG_PERSONEN", str(file))
    return file


@pytest.mark.parametrize(
    "arguments", [["lijst", "--namen"], ["toon", "k7f3mq", "--namen"], ["lijst", "--namen", "--vorm", "json"]]
)
def test_names_are_refused_in_a_pipe(nazorg, regio, personen, arguments):
    outcome = nazorg(*arguments, cwd=regio)
    assert outcome.code == 2
    assert "alleen op uw eigen scherm" in outcome.err
    assert "Fictief" not in outcome.out + outcome.err
    assert personen.exists()


def test_search_by_name_finds_the_dossier_and_a_pipe_gets_no_name(nazorg, regio, personen):
    outcome = nazorg("zoek", "fictief", cwd=regio)
    assert outcome.code == 0
    assert outcome.out.splitlines()[1].startswith("NZ-2026-k7f3mq\t")
    assert "Fictief" not in outcome.out + outcome.err
    assert personen.exists()


@pytest.mark.parametrize("arguments", [["lijst", "--namen"], ["toon", "k7f3mq", "--namen"], ["zoek", "fictief"]])
def test_names_are_shown_on_a_terminal(terminal, klein, personen, arguments):
    outcome = terminal("--peildatum", PEILDATUM, "--kleur", "nooit", *arguments, cwd=klein)
    assert outcome.code == 0
    shown = " ".join(re.sub(r"\x1b\[[\d;]*m", "", outcome.out).split())
    assert "Álvaro" in shown
    assert "Fictief" in shown
    assert personen.exists()


@pytest.mark.parametrize("arguments", [["lijst"], ["toon", "k7f3mq"]])
def test_names_are_not_shown_unasked(terminal, klein, personen, arguments):
    assert "Fictief" not in terminal("--peildatum", PEILDATUM, *arguments, cwd=klein).out
    assert personen.exists()


def test_persons_file_inside_the_werkmap_is_refused(nazorg, regio, monkeypatch):
    (regio / ".git").mkdir()
    (regio / "personen.yaml").write_text("personen:\n", encoding="utf-8")
    monkeypatch.setenv("NAZORG_PERSONEN", str(regio / "personen.yaml"))
    outcome = nazorg("zoek", "iemand", cwd=regio)
    assert outcome.code == 2
    assert "git-map en zou dus gedeeld worden" in outcome.err


def test_search_without_a_persons_file_says_so(nazorg, regio):
    outcome = nazorg("zoek", "k7f3mq", cwd=regio)
    assert "er is geen personenbestand (NAZORG_PERSONEN)" in outcome.err
    assert nazorg("-q", "zoek", "k7f3mq", cwd=regio).err == ""


def test_search_that_finds_nothing_says_so_on_stderr(nazorg, regio, personen):
    outcome = nazorg("zoek", "niemand", cwd=regio)
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "nazorg: niets gevonden.\n")
    assert personen.exists()


# For a spreadsheet


@pytest.mark.parametrize(
    "arguments", [["te-laat"], ["lijst"], ["uitstroom"], ["uitstroom", "--sluitend"]], ids=" ".join
)
def test_sheet_holds_the_rows_of_the_pipe(nazorg, regio, arguments, tmp_path):
    piped = nazorg(*arguments, cwd=regio).out
    target = tmp_path / "lijst.csv"
    outcome = nazorg(*arguments, "-o", target)
    assert (outcome.code, outcome.out, outcome.err) == (0, "", f"nazorg: de lijst staat in {target}\n")
    sheet = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))
    assert sheet == [line.split("\t") for line in piped.splitlines()]


def test_sheet_obeys_no_text_of_a_dossier(nazorg, klein):
    file = klein / "dossiers/2026/NZ-2026-k7f3mq.yaml"
    text = file.read_text(encoding="utf-8").replace("Urgentieverklaring aanvragen", "\"=cmd|' /C calc'!A0\"")
    file.write_text(text, encoding="utf-8")
    assert "\t=cmd|' /C calc'!A0\t" in nazorg("te-laat", cwd=klein).out
    assert ";'=cmd|' /C calc'!A0;" in nazorg("te-laat", "-o", klein / "agendas/l.csv").out + (
        klein / "agendas/l.csv"
    ).read_text(encoding="utf-8")


def test_file_of_a_list_is_a_sheet_and_nothing_else(nazorg, regio):
    outcome = nazorg("te-laat", "--vorm", "json", "-o", "lijst.json", cwd=regio)
    assert outcome.code == 2
    assert "Met -o schrijft deze lijst een csv-bestand." in outcome.err
