"""Who leaves and who may fall between two stools, as a person and a program see it."""

import json
import re

import pytest

BASISVOORWAARDEN = ["id_bewijs", "onderdak", "werk_inkomen", "schulden", "zorg"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["uitstroom", "--vorm", "tabel"],
        ["uitstroom", "--vorm", "tabel", "--binnen", "5w", "--gemeente", "Leiden", "--leefgebied", "onderdak"],
        ["uitstroom", "--sluitend", "--vorm", "tabel"],
    ],
    ids=" ".join,
)
def test_screen_of_80_columns(nazorg, regio, snapshot, arguments):
    outcome = nazorg(*arguments, cwd=regio)
    assert (outcome.code, outcome.err) == (0, "")
    assert max(len(line) for line in outcome.out.splitlines()) <= 80
    assert outcome.out == snapshot


def test_person_with_time_left_sees_what_blocks_what(nazorg, regio, snapshot):
    outcome = nazorg("uitstroom", "--vorm", "tabel", "--binnen", "6w", cwd=regio, peildatum="2026-10-26")
    assert outcome.out == snapshot


def test_passed_date_asks_to_call_the_pi(nazorg, regio):
    shown = nazorg("uitstroom", "--vorm", "tabel", "--binnen", "0d", cwd=regio).out
    assert "verwacht vrij op 2026-11-19\n  2026-11-19 is voorbij. Nog binnen? Bel de PI.\n" in shown


@pytest.mark.parametrize("arguments", [["uitstroom"], ["uitstroom", "--sluitend"]])
def test_what_cannot_be_read_is_named_first(nazorg, regio, kapot, arguments):
    table = nazorg(*arguments, "--vorm", "tabel", cwd=regio)
    assert table.code == 3
    assert table.out.splitlines()[:2] == [
        "Niet te lezen, dus niet in deze lijst (1):",
        f"  {kapot}:2:1  NZ004 Hier ontbreekt een waarde.",
    ]
    pipe = nazorg(*arguments, "--exitcode", cwd=regio)
    assert pipe.code == 3
    assert kapot not in pipe.out
    assert f"{kapot} staat er niet bij: NZ004" in pipe.err
    found = json.loads(nazorg(*arguments, "--vorm", "json", cwd=regio).out)
    assert found["onleesbaar"][0]["pad"] == kapot


def test_exitcode_is_1_when_someone_leaves_without(nazorg, regio):
    assert nazorg("uitstroom", "--exitcode", cwd=regio).code == 1
    assert nazorg("uitstroom", cwd=regio).code == 0
    assert nazorg("uitstroom", "--exitcode", "--binnen", "0d", "--gemeente", "Leiden", cwd=regio).code == 0
    assert nazorg("uitstroom", "--sluitend", "--exitcode", cwd=regio).code == 1
    assert (
        nazorg("uitstroom", "--sluitend", "--exitcode", "--eigenaar", "zorgverzekeraar-rijnzorg", cwd=regio).code == 0
    )


def test_tsv_has_a_row_for_each_dossier_and_basisvoorwaarde(nazorg, regio):
    head, *rows = [line.split("\t") for line in nazorg("uitstroom", cwd=regio).out.splitlines()]
    assert {len(row) for row in rows} == {len(head)}
    found = [dict(zip(head, row, strict=True)) for row in rows]
    per_person = [found[place : place + 5] for place in range(0, len(found), 5)]
    assert all([row["leefgebied"] for row in group] == BASISVOORWAARDEN for group in per_person)
    assert len({group[0]["dossier"] for group in per_person}) == len(per_person)
    assert [group[0]["groep"] for group in per_person].index("zonder_datum") == len(per_person) - 1
    for row in found:
        line = (regio / row["pad"]).read_text(encoding="utf-8").splitlines()[int(row["regel"]) - 1]
        assert not row["actie"] or f"id: {row['actie']}" in line
    (row,) = (row for row in found if row["dossier"] == "NZ-2026-y4jc2s" and row["leefgebied"] == "werk_inkomen")
    assert (row["actie"], row["eigenaar"], row["weg"], row["ook"]) == ("a7mh", "pi-alphen", "a7mh > w3cx", "w6hk")


def test_json_says_the_same_as_tsv(nazorg, regio):
    found = json.loads(nazorg("uitstroom", "--vorm", "json", cwd=regio).out)
    assert list(found) == ["schema", "peildatum", "tot", "vrij", "zonder_datum", "onleesbaar"]
    assert (found["schema"], found["tot"]) == ("nazorg.uitstroom/1", "2027-01-04")
    head, *rows = [line.split("\t") for line in nazorg("uitstroom", cwd=regio).out.splitlines()]
    tsv = {
        (row[head.index("dossier")], row[head.index("leefgebied")]): dict(zip(head, row, strict=True)) for row in rows
    }
    people = found["vrij"] + found["zonder_datum"]
    assert len(people) * 5 == len(tsv)
    for person in people:
        assert person["op_orde"] is all(one["op_orde"] for one in person["voorwaarden"])
        for one in person["voorwaarden"]:
            row = tsv[person["dossier"], one["leefgebied"]]
            assert (row["oordeel"], row["stand"]) == (one["oordeel"], one["stand"])
            begin = one["blokkades"][0]["begin"]["actie"] if one["blokkades"] else ""
            assert row["actie"] == begin


def test_one_person_as_json_in_full(nazorg, regio, snapshot):
    found = nazorg("uitstroom", "--vorm", "json", "--gemeente", "Leiden", "--leefgebied", "onderdak", cwd=regio)
    assert found.out == snapshot


def test_sluitend_as_tsv_and_json(nazorg, regio):
    head, *rows = [line.split("\t") for line in nazorg("uitstroom", "--sluitend", cwd=regio).out.splitlines()]
    found = json.loads(nazorg("releases", "--sluitend", "--vorm", "json", cwd=regio).out)
    assert (list(found), found["schema"]) == (["schema", "peildatum", "gaten", "onleesbaar"], "nazorg.sluitend/1")
    assert [["" if row[name] is None else str(row[name]) for name in head] for row in found["gaten"]] == rows


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--sluitend", "--binnen", "2w"], "gaan niet samen"),
        (["--binnen", "2m"], "niet in dagen of weken"),
        (["--leefgebied", "netwerk"], "gaat over de basisvoorwaarden"),
        (["--vorm", "xml"], "--vorm"),
    ],
)
def test_what_cannot_be_asked_is_refused(nazorg, regio, arguments, words):
    outcome = nazorg("uitstroom", *arguments, cwd=regio)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err


def test_text_of_a_dossier_is_never_markup_and_never_a_code(nazorg, regio):
    file = regio / "dossiers/2026/NZ-2026-k7f3mq.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Urgentieverklaring aanvragen", '"[/x] [red]r[/red] :smile:"'), encoding="utf-8")
    outcome = nazorg("--kleur", "nooit", "uitstroom", "--vorm", "tabel", cwd=regio)
    assert outcome.code == 0
    assert "[/x] [red]r[/red] :smile:" in outcome.out


def test_list_names_every_person_once(nazorg, regio):
    shown = nazorg("uitstroom", "--vorm", "tabel", cwd=regio).out
    people = re.findall(r"^(NZ-\S+)", shown, re.MULTILINE)
    assert len(people) == len(set(people)) == 14
