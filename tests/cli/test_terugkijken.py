"""The commands that look back: what a person sees, what a program gets, and what a hostile text cannot do."""

import json

import pytest
from fabriek_git import commit, git, merge

DOSSIER = "dossiers/2026/NZ-2026-k7f3mq.yaml"
EREN = "\x1b[31mrood [bold]vet[/bold] \u202eomgekeerd"


def edit(regio, *changes, path=DOSSIER):
    text = (regio / path).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {path: text}


@pytest.fixture
def verleden(regio):
    """The example with a past: an action done, a release date that moved, a merge that overrode a change."""
    commit(regio, {}, op="2026-10-01T09:00:00+02:00")
    commit(regio, edit(regio, ("verwacht: 2026-12-18", "verwacht: 2026-12-22")), op="2026-10-05T10:30:00+02:00")
    git(regio, "checkout", "--quiet", "-b", "zij")
    done = (
        "        status: wacht\n        wacht_op: betrokkene ",
        "        status: gedaan\n        wacht_op: betrokkene ",
    )
    commit(regio, edit(regio, done), op="2026-11-18T16:20:00+01:00", door="S. Yilmaz")
    git(regio, "checkout", "--quiet", "main")
    new = "logboek:\n  - {id: x9fm, op: 2026-11-19, met: pi-alphen, kort: Besluit eindverlof is binnen.}\n"
    commit(regio, edit(regio, ("logboek:\n", new)), op="2026-11-19T14:02:00+01:00")
    merge(regio, "zij", {}, op="2026-11-20T08:15:00+01:00", door="R. Haddad")
    return regio


# geschiedenis


@pytest.mark.parametrize(
    "arguments",
    [["k7f3mq"], ["k7f3mq", "w4hn"], ["-n", "3"], ["--leefgebied", "onderdak", "-n", "4"], ["b4wn7d"]],
    ids=" ".join,
)
def test_history_on_a_screen(nazorg, verleden, snapshot, arguments):
    outcome = nazorg("-q", "geschiedenis", *arguments, "--vorm", "tabel", cwd=verleden)
    assert (outcome.code, outcome.err) == (0, "")
    assert max(map(len, outcome.out.splitlines())) <= 80
    assert scrubbed(outcome.out, verleden) == snapshot


def scrubbed(text, regio):
    """``text`` with its commits named by their place, the newest first."""
    for number, name in enumerate(git(regio, "log", "--all", "--format=%H").split()):
        text = text.replace(name, f"<{number}>").replace(name[:10], f"<{number}>").replace(name[:8], f"<{number}>")
    return text


def test_history_as_rows_is_whole(nazorg, verleden):
    outcome = nazorg("geschiedenis", "k7f3mq", cwd=verleden)
    head, *rows = [line.split("\t") for line in outcome.out.splitlines()]
    assert {len(row) for row in rows} == {len(head)}
    first = dict(zip(head, rows[0], strict=True))
    assert (first["op"], first["door"], first["samenvoeging"]) == (
        "2026-11-20T08:15:00+01:00",
        "R. Haddad",
        "overschreven",
    )
    assert (first["weg"], first["oud"], first["nieuw"]) == (
        "leefgebieden/onderdak/acties/w4hn/status",
        "gedaan",
        "wacht",
    )
    assert first["eerder_door"] == "S. Yilmaz"
    assert json.loads(rows[-1][head.index("nieuw")])["betrokkene"] == "p-4q9x2m"


def test_history_as_json(nazorg, verleden):
    found = json.loads(nazorg("geschiedenis", "k7f3mq", "--vorm", "json", "-n", "2", cwd=verleden).out)
    assert list(found) == ["schema", "dossier", "meer", "ondiep", "gebeurtenissen"]
    assert (found["schema"], found["dossier"], found["meer"]) == ("nazorg.geschiedenis/1", "NZ-2026-k7f3mq", True)
    lost, _ = found["gebeurtenissen"]
    assert list(lost) == [
        *("op", "door", "mail", "commit", "dossier", "pad", "samenvoeging"),
        *("soort", "weg", "leefgebied", "actie", "wat", "oud", "nieuw", "eerder"),
    ]
    assert lost["weg"] == ["leefgebieden", "onderdak", "acties", "w4hn", "status"]
    assert lost["eerder"]["door"] == "S. Yilmaz"


@pytest.mark.parametrize("who", ["s.yilmaz", "S. YILMAZ", "s.yilmaz@example.org"])
def test_history_of_a_colleague_goes_by_key_name_or_address(nazorg, verleden, who):
    rows = nazorg("geschiedenis", "--door", who, cwd=verleden).out.splitlines()[1:]
    assert [row.split("\t")[1] for row in rows] == ["R. Haddad", "S. Yilmaz"]


def test_history_between_days(nazorg, verleden):
    rows = nazorg("geschiedenis", "--sinds", "2026-10-05", "--tot", "2026-11-18", cwd=verleden).out.splitlines()[1:]
    assert [row[:10] for row in rows] == ["2026-11-18", "2026-10-05"]


def test_history_up_to_a_version_knows_nothing_of_later(nazorg, verleden):
    rows = nazorg("geschiedenis", "k7f3mq", "--versie", "2026-10-06", cwd=verleden).out.splitlines()[1:]
    assert [row[:10] for row in rows] == ["2026-10-05", "2026-10-01"]


def test_dossier_that_was_removed_still_has_its_history(nazorg, verleden):
    commit(verleden, {DOSSIER: None}, op="2026-11-21T12:00:00")
    row = nazorg("geschiedenis", "k7f3mq", cwd=verleden).out.splitlines()[1].split("\t")
    assert (row[4], row[7]) == ("NZ-2026-k7f3mq", "verwijderd")
    assert nazorg("geschiedenis", "bestaatniet", cwd=verleden).code == 2


def test_what_is_left_out_is_said(nazorg, verleden):
    assert "er is meer; geef -n" in nazorg("geschiedenis", "-n", "2", cwd=verleden).err
    assert "niets gevonden" in nazorg("geschiedenis", "k7f3mq", "zzzz", cwd=verleden).err
    git(verleden.parent, "clone", "--quiet", "--depth", "1", f"file://{verleden}", "kopie")
    assert "niet de hele geschiedenis" in nazorg("geschiedenis", "k7f3mq", cwd=verleden.parent / "kopie").err


@pytest.mark.parametrize("command", [["geschiedenis"], ["verschil"], ["toon", "k7f3mq", "--herkomst"]])
def test_without_git_there_is_nothing_to_look_back_at(nazorg, regio, command):
    outcome = nazorg(*command, cwd=regio)
    assert (outcome.code, outcome.out) == (4, "")
    assert "ligt niet in git, dus er is geen geschiedenis" in outcome.err


def test_branch_without_a_commit_has_an_empty_history(nazorg, regio):
    git(regio, "init", "--quiet")
    outcome = nazorg("geschiedenis", "--vorm", "json", cwd=regio)
    assert (outcome.code, json.loads(outcome.out)["gebeurtenissen"]) == (0, [])


@pytest.mark.parametrize(
    "arguments",
    [
        ["geschiedenis", "--sinds", "gisteren"],
        ["geschiedenis", "-n", "veel"],
        ["geschiedenis", "--vorm", "xml"],
        ["verschil", "bestaatniet"],
        ["verschil", "2026-02-31"],
        ["verschil", "HEAD..", "--versie", "HEAD"],
        ["verschil", "--dossier", "bestaatniet"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_used_is_refused(nazorg, verleden, arguments):
    outcome = nazorg(*arguments, cwd=verleden)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("nazorg: ")


@pytest.mark.parametrize("form", ["tabel", "tsv", "json"])
def test_hostile_text_and_hostile_names_are_shown_and_never_obeyed(nazorg, verleden, form):
    change = edit(verleden, ("wat: Urgentieverklaring aanvragen", 'wat: "[/x] [red]rood[/red] :smile:"'))
    commit(verleden, change, op="2026-11-21T12:00:00")
    commit(
        verleden,
        edit(verleden, ("inrichting: PI Alphen", "inrichting: '[/y] :smile:'")),
        op="2026-11-22T12:00:00",
        door=EREN,
    )
    for command in (["geschiedenis", "k7f3mq", "-n", "3"], ["verschil", "HEAD~1..HEAD"], ["geschiedenis", "-n", "3"]):
        outcome = nazorg(*command, "--vorm", form, cwd=verleden)
        assert outcome.code == 0
        assert "[/y] :smile:" in outcome.out
        assert "\x1b" not in outcome.out
        assert "\u202e" not in outcome.out


# verschil


@pytest.mark.parametrize(
    "arguments", [[], ["2026-10-05..HEAD"], ["2026-10-02"], ["HEAD~2..", "--dossier", "k7f3mq"]], ids=" ".join
)
def test_difference_on_a_screen(nazorg, verleden, snapshot, arguments):
    settings = edit(verleden, ("inkorting: 2wd", "inkorting: 3wd"), path="nazorg.yaml")
    unsaved = edit(verleden, ("stand: op_orde", "stand: acuut"))
    for path, text in {**settings, **unsaved}.items():
        (verleden / path).write_text(text, encoding="utf-8")
    outcome = nazorg("verschil", *arguments, "--vorm", "tabel", cwd=verleden)
    assert (outcome.code, outcome.err) == (0, "")
    assert max(map(len, outcome.out.splitlines())) <= 80
    assert scrubbed(outcome.out, verleden) == snapshot


def test_difference_as_rows_and_as_json(nazorg, verleden):
    head, row = [line.split("\t") for line in nazorg("verschil", "HEAD~3..HEAD~2", cwd=verleden).out.splitlines()]
    assert head == ["dossier", "pad", "soort", "weg", "leefgebied", "actie", "wat", "oud", "nieuw"]
    assert row[:4] == ["NZ-2026-k7f3mq", DOSSIER, "gewijzigd", "detentie/ontslag/verwacht"]
    found = json.loads(nazorg("verschil", "HEAD~2", "--vorm", "json", cwd=verleden).out)
    assert list(found) == ["schema", "van", "tot", "bestanden", "onleesbaar"]
    assert (found["schema"], found["tot"]) == ("nazorg.verschil/1", "werkmap")
    ((one,),) = ([file["wijzigingen"]] for file in found["bestanden"])
    assert (one[0]["soort"], one[0]["weg"]) == ("toegevoegd", ["logboek", "x9fm"])


def test_difference_makes_an_exit_code_on_request_and_what_cannot_be_read_always(nazorg, verleden):
    assert nazorg("verschil", "--exitcode", cwd=verleden).code == 0
    assert nazorg("verschil", "HEAD~2", "--exitcode", cwd=verleden).code == 1
    assert nazorg("verschil", "HEAD~2", cwd=verleden).code == 0
    (verleden / DOSSIER).write_text("dossier: [\n", encoding="utf-8")
    for form, where in (("tabel", "out"), ("tsv", "err"), ("json", "out")):
        outcome = nazorg("verschil", "--vorm", form, "--exitcode", cwd=verleden)
        assert outcome.code == 3
        assert DOSSIER in getattr(outcome, where)
    first = nazorg("verschil", "--vorm", "tabel", cwd=verleden).out.splitlines()[:2]
    assert first == ["Niet te lezen, dus niet in deze lijst (1):", f"  {DOSSIER}:2:1  NZ004 Hier ontbreekt een waarde."]


def test_difference_with_a_version_holds_that_for_what_is_now(nazorg, verleden):
    rows = nazorg("verschil", "HEAD~2", "--versie", "HEAD~1", cwd=verleden).out
    assert rows == nazorg("verschil", "HEAD~2..HEAD~1", cwd=verleden).out


# toon --herkomst


def test_origin_of_each_field_on_a_screen(nazorg, verleden, snapshot):
    change = edit(verleden, ("stand: op_orde", "stand: acuut"), ("  inrichting: PI Alphen\n", ""))[DOSSIER]
    (verleden / DOSSIER).write_text(change, encoding="utf-8")
    outcome = nazorg("toon", "k7f3mq", "--herkomst", cwd=verleden)
    assert (outcome.code, outcome.err) == (0, "")
    assert max(map(len, outcome.out.splitlines())) <= 80
    assert outcome.out == snapshot


def test_origin_of_each_field_as_json(nazorg, verleden):
    found = json.loads(nazorg("toon", "k7f3mq", "--herkomst", "--vorm", "json", cwd=verleden).out)
    assert list(found) == ["schema", "peildatum", "pad", "dossier", "acties", "herkomst", "onleesbaar"]
    fields = {"/".join(one["weg"]): one for one in found["herkomst"]}
    moved = fields["detentie/ontslag/verwacht"]
    assert (moved["waarde"], moved["bewaard"], moved["herkomst"]["op"]) == (
        "2026-12-22",
        True,
        "2026-10-05T10:30:00+02:00",
    )
    assert fields["logboek/x9fm/kort"]["herkomst"]["door"] == "M. Bakker"
    assert "leefgebieden/onderdak/acties/w4hn/id" not in fields


def test_origin_in_a_version_is_what_was_known_then(nazorg, verleden):
    (verleden / DOSSIER).write_text(edit(verleden, ("stand: op_orde", "stand: acuut"))[DOSSIER], encoding="utf-8")
    found = json.loads(
        nazorg("toon", "k7f3mq", "--herkomst", "--vorm", "json", "--versie", "2026-10-05", cwd=verleden).out
    )
    assert {one["herkomst"]["op"] for one in found["herkomst"]} == {"2026-10-01T09:00:00+02:00"}


def test_origin_needs_a_version_in_git_that_can_be_read(nazorg, verleden):
    sound = (verleden / DOSSIER).read_text(encoding="utf-8")
    commit(verleden, {DOSSIER: "dossier: [\n"}, op="2026-11-21T12:00:00")
    (verleden / DOSSIER).write_text(sound, encoding="utf-8")
    outcome = nazorg("toon", "k7f3mq", "--herkomst", cwd=verleden)
    assert (outcome.code, outcome.out) == (4, "")
    assert "in git is niet te lezen" in outcome.err


# --versie, on every command that reads


@pytest.mark.parametrize(
    "command",
    [
        ["te-laat"],
        ["lijst"],
        ["toon", "k7f3mq"],
        ["toon", "k7f3mq", "--vorm", "json"],
        ["zoek", "k7f3mq"],
        ["agenda", "2026-11-26-leiden"],
        ["controleer", "--vorm", "kort"],
        ["geschiedenis", "k7f3mq"],
        [],
    ],
    ids=" ".join,
)
def test_version_answers_what_the_command_said_then(nazorg, regio, command):
    first = commit(regio, {}, op="2026-10-01T09:00:00")
    then = nazorg("-q", *command, cwd=regio)
    later = {
        DOSSIER: None,
        "overleggen/2026-11-26-leiden.yaml": None,
        **edit(regio, ("  m.bakker: {naam: M. Bakker", "  m.bakker: {naam: Anders"), path="nazorg.yaml"),
    }
    commit(regio, later, op="2026-11-01T09:00:00")
    assert nazorg("-q", *command, cwd=regio) != then
    for version in (first, "HEAD~1", "2026-10-02"):
        assert nazorg("-q", *command, "--versie", version, cwd=regio) == then


def test_list_of_a_morning_is_what_it_said_that_morning_with_the_settings_of_then(nazorg, regio):
    commit(regio, {}, op="2026-09-30T09:00:00")
    then = nazorg("te-laat", cwd=regio, peildatum="2026-10-01")
    days = "kalender: {gelijkgestelde_dagen: [2026-10-02, 2026-10-05]}"
    changed = edit(
        regio, ("kalender: {gelijkgestelde_dagen: []}", days), ("inkorting: 2wd", "inkorting: 9wd"), path="nazorg.yaml"
    )
    commit(regio, {**changed, DOSSIER: "dossier: [\n"}, op="2026-10-01T09:00:00")
    assert nazorg("te-laat", "--versie", "2026-10-01", cwd=regio, peildatum="2026-10-01") == then
    assert then.code == 0


def test_name_that_finds_nothing_is_guessed_at(nazorg, verleden):
    assert "Bedoelt u 'onderdak'?" in nazorg("geschiedenis", "--leefgebied", "onderdk", cwd=verleden).err
    assert "Bedoelt u 'm.bakker'?" in nazorg("geschiedenis", "--door", "m.baker", cwd=verleden).err
