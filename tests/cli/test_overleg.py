"""Consultations on the command line: prepared, put on, recorded."""

import json
import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest
from fabriek_git import git

from nazorg.cli.grens import main

from .conftest import environment

DAG = "2026-11-26"
K7 = "NZ-2026-k7f3mq"
H5 = "NZ-2026-h5tr2v"
INGEVULD = f"""\
# Verslag 2026-11-26-leiden

aanwezig: corporatie-rijnland, PI Alphen
volgende: 2026-12-10

## 1. {K7}
besluit: De regie blijft bij ons.

### onderdak (nu loopt)
stand: niet op orde
gedaan w4hn: Verklaring is binnen: *[x]* <b>zie</b> {{{{ 7 * 7 }}}}
besluit: Corporatie zoekt met voorrang: tot 1 januari
en daarna kijken we opnieuw.
actie: Woning zoeken
  wie: Corporatie Rijnland
  uiterlijk: ontslag - 1w
  snel succes: ja
"""


def nazorg(werkmap: Path, *words: str) -> int:
    return main(["-C", str(werkmap), "--peildatum", DAG, *words])


def commits(werkmap: Path) -> list[str]:
    return git(werkmap, "log", "--format=%s").splitlines()


def text_of(werkmap: Path, name: str = K7) -> str:
    return next(werkmap.glob(f"*/**/{name}.yaml")).read_text(encoding="utf-8")


# preparing


def test_a_new_overleg_proposes_dossiers_each_with_its_reasons(werkmap, capsys):
    words = ["2026-12-10", "--gemeente", "Leiden", "--tijd", "10:00", "--eindtijd", "11:30", "--naam", "stad"]
    assert nazorg(werkmap, "overleg", "nieuw", *words) == 0
    out = capsys.readouterr().out
    assert "Op de agenda van 2026-12-10-stad (regieoverleg), en waarom:\n" in out
    assert f"  {K7}: 1 actie te laat, de oudste van 9 oktober 2026, komt vrij op 4\n" in out
    assert "minuten per dossier." in out
    made = text_of(werkmap, "2026-12-10-stad")
    assert f"  - dossier: {K7}\n    aanleiding: te_laat\n    partners: [" in made
    assert "voorzitter: m.bakker\n" in made
    assert commits(werkmap)[0] == "overleg 2026-12-10-stad: nieuw"
    assert nazorg(werkmap, "controleer", "overleggen") == 0


def test_a_new_overleg_says_for_which_dossier_the_whole_table_is_there(werkmap, capsys):
    words = ["overleg", "nieuw", "2026-12-10", "--gemeente", "Gouda", "--droog"]
    told = "Nog niemand van de tafel is betrokken, dus iedereen is erbij: NZ-2026-"
    assert nazorg(werkmap, *words) == 0
    assert f"{told}d3eu9g.\n" in capsys.readouterr().err
    assert nazorg(werkmap, *words, "--partner", "corporatie-groenehart") == 0
    assert f"{told}d3eu9g en NZ-2026-w6hp4b." in " ".join(capsys.readouterr().err.split())
    (werkmap / "nazorg.yaml").write_text(
        "nazorg: 1\nregio: R\ngemeenten: {Gouda: }\nregisseurs: {m.bakker: {naam: M}}\n", encoding="utf-8"
    )
    assert nazorg(werkmap, *words) in (0, 3)
    assert "de tafel" not in capsys.readouterr().err


def test_which_consultations_there_are_is_told_to_a_person_and_to_a_program(werkmap, capsys, monkeypatch):
    assert nazorg(werkmap, "overleg") == 0
    assert "2026-11-26-leiden\tregieoverleg\t2026-11-26\tLeiden, Leiderdorp\t7\t\n" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert nazorg(werkmap, "overleg") == 0
    assert "2026-11-26-leiden  regieoverleg, 7 dossiers (Leiden, Leiderdorp)\n" in capsys.readouterr().out


def test_a_dossier_that_changed_since_the_overleg_before_is_proposed(werkmap, capsys):
    held = text_of(werkmap, "2026-11-26-leiden").replace("2026-11-26", "2026-11-21")
    (werkmap / "overleggen/2026-11-26-leiden.yaml").unlink()
    (werkmap / "overleggen/2026-11-21-leiden.yaml").write_text(held, encoding="utf-8")
    path = next(werkmap.glob(f"dossiers/*/{K7}.yaml"))
    path.write_text(text_of(werkmap).replace("    stand: loopt", "    stand: acuut", 1), encoding="utf-8")
    assert nazorg(werkmap, "overleg", "nieuw", "2026-12-10", "--gemeente", "Leiden", "--droog") == 0
    assert "1 verandering sinds het vorige overleg" in " ".join(capsys.readouterr().err.split())


def test_a_dossier_is_put_on_the_first_overleg_to_come_and_the_rest_of_the_file_stays(werkmap, capsys):
    before = text_of(werkmap, "2026-11-26-leiden")
    free = "NZ-2026-h2rg5c"
    assert nazorg(werkmap, "overleg", "zet-op", free, "--overleg", "2026-11-26", "--minuten", "5") == 0
    after = text_of(werkmap, "2026-11-26-leiden")
    assert after.startswith(before)
    assert after[len(before) :].startswith(f"  - dossier: {free}\n    aanleiding: ingebracht\n    partners: [")
    assert nazorg(werkmap, "overleg", "zet-op", free, "--overleg", "2026-11-26") == 0
    assert "er verandert niets" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nieuw", "26-11-2026", "--gemeente", "Leiden"], "Bedoelt u 2026-11-26?"),
        (["nieuw", "2026-12-10", "--gemeente", "Lieden"], "Bedoelt u 'Leiden'?"),
        (["nieuw", "2026-12-10", "--gemeente", "Leiden", "--partner", "corporatie"], "corporatie-rijnland"),
        (["nieuw"], "DATUM ontbreekt"),
        (["zet-op", K7, "--leeg"], "--leeg hoort bij: nazorg overleg verslag."),
        (["verslag", "2026-12-03"], "Dit overleg is pas op 2026-12-03."),
        (["verslag", "2026-11-26", "--uit", "bestaat-niet.txt"], "kan niet gelezen worden"),
        (["verslag", "2026-11-26"], "In een pijp wordt niets gevraagd."),
        (["nieuws"], "Bedoelt u 'nieuw'?"),
    ],
)
def test_what_cannot_be_used_is_said_in_plain_words(werkmap, capsys, words, said):
    assert nazorg(werkmap, "overleg", *words) == 2
    assert said in capsys.readouterr().err
    assert commits(werkmap) == ["begin"]


# minutes that were filled in


def put_minutes(werkmap: Path, text: str = INGEVULD) -> str:
    (werkmap / "verslag.txt").write_text(text, encoding="utf-8")
    return str(werkmap / "verslag.txt")


def test_empty_minutes_change_nothing_but_that_they_were_recorded(werkmap, capsys):
    path = str(werkmap / "agendas" / "leeg.txt")
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--leeg", "-o", path) == 0
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--uit", path) == 0
    assert git(werkmap, "show", "--format=", "--name-only").split() == ["overleggen/2026-11-26-leiden.yaml"]
    assert "niet gelezen" not in capsys.readouterr().out


def test_minutes_land_in_dossier_and_overleg_as_one_commit(werkmap, capsys):
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--uit", put_minutes(werkmap)) == 0
    assert commits(werkmap) == [f"verslag 2026-11-26-leiden: {K7}", "begin"]
    changed = git(werkmap, "show", "--format=", "--name-only").split()
    assert changed == [f"dossiers/2026/{K7}.yaml", "overleggen/2026-11-26-leiden.yaml"]
    shown = json_of(werkmap, capsys)
    onderdak = shown["leefgebieden"]["onderdak"]
    actie = next(one for one in onderdak["acties"] if one["wat"] == "Woning zoeken")
    done = next(one for one in onderdak["acties"] if one["id"] == "w4hn")
    assert onderdak["stand"] == "niet_op_orde"
    assert (actie["eigenaar"], actie["snel_succes"], actie["afgesproken"]) == ("corporatie-rijnland", "ja", DAG)
    assert (done["status"], done["gedaan_op"]) == ("gedaan", DAG)
    assert done["resultaat"] == "Verklaring is binnen: *[x]* <b>zie</b> {{ 7 * 7 }}"
    overleg = text_of(werkmap, "2026-11-26-leiden")
    assert "aanwezig: [corporatie-rijnland, pi-alphen]\nvolgende: 2026-12-10\nverslag: 2026-11-26\n" in overleg
    besluit = next(one for one in shown["besluiten"] if one.get("leefgebied"))
    assert besluit["besluit"] == "Corporatie zoekt met voorrang: tot 1 januari en daarna kijken we opnieuw."
    assert besluit["acties"] == [actie["id"]]


def json_of(werkmap: Path, capsys) -> dict:
    capsys.readouterr()
    assert nazorg(werkmap, "toon", K7, "--vorm", "json") == 0
    return json.loads(capsys.readouterr().out)["dossier"]


def test_minutes_that_were_recorded_can_be_added_to_and_recorded_again(werkmap, capsys):
    path = put_minutes(werkmap)
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--uit", path) == 0
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--uit", path) == 0
    assert "staat al in de dossiers" in capsys.readouterr().out
    put_minutes(werkmap, INGEVULD + "besluit: En nog een.\n")
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--uit", path) == 0
    assert text_of(werkmap).count("Woning zoeken") == 1
    assert text_of(werkmap).count("overleg: 2026-11-26-leiden") == 3
    assert len(commits(werkmap)) == 3


def test_what_would_be_written_can_be_looked_at_first(werkmap, capsys):
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--uit", put_minutes(werkmap), "--droog") == 0
    out = capsys.readouterr().out
    assert "status wacht → gedaan" in out
    assert out.endswith("Er is niets geschreven.\n")
    assert commits(werkmap) == ["begin"]


def test_a_mistake_is_told_with_its_line_and_column_and_nothing_is_written(werkmap, capsys):
    text = INGEVULD.replace("stand: niet op orde", "  stand: bijna").replace("wie: Corporatie Rijnland", "wie: Jan")
    path = put_minutes(werkmap, text + "Een losse gedachte\n\nNog een\n")
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--uit", path) == 1
    out = capsys.readouterr().out
    assert f"{path}:10:3: 'bijna' is geen stand." in out
    assert f"{path}:15:3: Deze naam is geen partner of regisseur uit nazorg.yaml." in out
    assert f"{path}:20:1: Van deze regel is niet te zien waar hij bij hoort." in out
    assert "Jan" not in out
    assert commits(werkmap) == ["begin"]


def test_one_dossier_that_cannot_be_written_keeps_all_of_them_from_being_written(werkmap, capsys):
    text = INGEVULD + "\n## 2. NZ-2026-q8dj4s\n### onderdak\nbesluit: bel 123456782\n"
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--uit", put_minutes(werkmap, text)) == 1
    assert "NZ701" in capsys.readouterr().err
    assert commits(werkmap) == ["begin"]
    assert git(werkmap, "status", "--porcelain").split() == ["??", "verslag.txt"]


def test_the_minutes_come_out_of_the_dossiers_and_text_in_them_is_text(werkmap, capsys):
    nazorg(werkmap, "overleg", "verslag", DAG, "--uit", put_minutes(werkmap))
    capsys.readouterr()
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--toon") == 0
    page = capsys.readouterr().out
    assert "Aanwezig: Corporatie Rijnland en PI Alphen.\n" in page
    assert (
        "- Onderdak: **besluit:** Corporatie zoekt met voorrang: tot 1 januari en daarna kijken we opnieuw.\n" in page
    )
    assert "  - Woning zoeken: open, Corporatie Rijnland, uiterlijk 27 nov 2026\n" in page
    assert "nog niet vastgelegd" not in page


def test_the_minutes_come_in_the_form_that_is_asked_for_or_that_the_name_of_the_file_tells(werkmap, capsysbinary):
    show = ("overleg", "verslag", DAG, "--toon")
    assert nazorg(werkmap, *show, "--vorm", "html") == 0
    page = capsysbinary.readouterr().out
    assert page.startswith(b"<!doctype html>")
    assert nazorg(werkmap, *show, "-o", str(werkmap / "agendas/v.html")) == 0
    assert (werkmap / "agendas/v.html").read_bytes() == page
    assert nazorg(werkmap, *show, "--vorm", "markdown", "-o", str(werkmap / "agendas/v2.html")) == 0
    assert (werkmap / "agendas/v2.html").read_bytes().startswith(b"# Verslag")
    capsysbinary.readouterr()
    assert nazorg(werkmap, *show, "--vorm", "docx") == 0
    assert capsysbinary.readouterr().out.startswith(b"PK\x03\x04")


def test_minutes_as_a_document_want_a_file_on_a_terminal(werkmap, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--toon", "--vorm", "docx") == 2
    assert "Noem het bestand: -o verslag.docx" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("verslag 2026-11-26 --vorm html", "--vorm hoort bij --toon, het verslag zelf."),
        ("verslag 2026-11-26 --leeg --vorm html", "--vorm hoort bij --toon, het verslag zelf."),
        ("verslag 2026-11-26 --leeg --sjabloon kort", "--sjabloon hoort bij --toon, het verslag zelf."),
        ("nieuw 2026-12-10 --gemeente Leiden --vorm html", "--vorm hoort bij: nazorg overleg verslag."),
        ("--vorm html", "--vorm hoort bij: nazorg overleg verslag."),
        ("verslag 2026-11-26 --toon --vorm pdf", "'pdf' is geen geldige keuze"),
    ],
)
def test_a_form_where_there_is_none_is_refused(werkmap, capsys, words, told):
    assert nazorg(werkmap, "overleg", *words.split()) == 2
    assert told in capsys.readouterr().err


def test_the_minutes_tell_an_owner_a_stand_and_a_lapse_that_were_recorded_at_once_or_later(werkmap, capsys):
    def told():
        capsys.readouterr()
        assert nazorg(werkmap, "overleg", "verslag", DAG, "--toon") == 0
        page = capsys.readouterr().out
        point = page.partition(f"{H5}\n\n")[2].partition("\n\n##")[0]
        return page, point.partition("\n\n")[2].strip()

    assert told()[1] == "Geen besluiten of nieuwe acties."
    minutes = f"# Verslag {DAG}-leiden\n## {H5}\n### onderdak\neigenaar h9dz: opvang-de-brug\n"
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--uit", put_minutes(werkmap, minutes)) == 0
    assert told()[1] == "- Onderdak: nu bij Maatschappelijke opvang De Brug: Inschrijven als woningzoekende"
    more = f"{minutes}stand: loopt\n### werk_inkomen\nvervalt k5ev: ja\n".replace("eigenaar h9dz: opvang-de-brug\n", "")
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--uit", put_minutes(werkmap, more)) == 0
    page, lines = told()
    assert lines.splitlines() == [
        "- Onderdak: nu bij Maatschappelijke opvang De Brug: Inschrijven als woningzoekende",
        "- Onderdak: stand nu loopt (was niet op orde).",
        "- Werk en inkomen: vervallen: Uitzoeken of er recht is op WW of bijstand, zodat het bij schorsing meteen kan",
    ]
    (werkmap / ".git").rename(werkmap / ".niet")
    without = told()[0]
    assert [line for line in page.splitlines() if line not in without.splitlines()] == lines.splitlines()


def test_a_dossier_has_in_the_minutes_the_number_that_it_has_on_the_agenda(werkmap, capsys):
    def numbered(*words):
        assert nazorg(werkmap, *words) == 0
        return re.findall(r"^## ([0-9]+\. NZ-\S+)", capsys.readouterr().out, re.MULTILINE)

    on_the_agenda = numbered("agenda", f"{DAG}-leiden")
    assert len(on_the_agenda) == 7
    assert numbered("overleg", "verslag", f"{DAG}-leiden", "--leeg") == on_the_agenda
    assert numbered("overleg", "verslag", f"{DAG}-leiden", "--toon") == on_the_agenda


def test_a_file_that_word_saved_is_read_as_it_was_typed(werkmap, capsys):
    path = werkmap / "verslag.txt"
    path.write_bytes(INGEVULD.replace("De regie", "Één regie").replace("\n", "\r\n").encode("cp1252"))
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--uit", str(path)) == 0
    assert "Één regie blijft bij ons." in text_of(werkmap)
    path.write_bytes(b"PK\x03\x04rest")
    assert nazorg(werkmap, "overleg", "verslag", DAG, "--uit", str(path)) == 2
    assert "is een Word-bestand" in capsys.readouterr().err


# minutes by asking

ANSI = re.compile(rb"\x1b\[[0-9;]*m")
LONGEST = 60
ASKS = re.compile(rb"\?(?: \([^)]*\))* $")
_PROGRAM = "import sys; from nazorg.cli.grens import main; sys.exit(main(sys.argv[1:]))"


def ask(werkmap: Path, answers: list[str]) -> tuple[int, str]:
    """Take minutes on a terminal; ctrl-C where there are no answers left."""
    command = [sys.executable, "-c", _PROGRAM, "-C", str(werkmap), "--peildatum", DAG, "overleg", "verslag", DAG]
    primary, secondary = pty.openpty()
    process = subprocess.Popen(
        command, stdin=secondary, stdout=secondary, stderr=secondary, env=environment({}), start_new_session=True
    )
    os.close(secondary)
    seen, left = b"", list(answers)
    while select.select([primary], [], [], LONGEST)[0]:
        try:
            part = os.read(primary, 65536)
        except OSError:  # Linux says so when the other side closes
            break
        if not part:
            break
        seen += part
        if ASKS.search(ANSI.sub(b"", seen)):
            os.write(primary, f"{left.pop(0)}\n".encode() if left else b"\x04")
    os.close(primary)
    return process.wait(), seen.decode().replace("\r\n", "\n")


BEGIN = ["corporatie-rijnland"]
EERST = [
    "besluit",
    "onderdk",
    "onderdak",
    "Corporatie zoekt mee",
    "Woning zoeken",
    "corporatie-rijnland",
    "2026-12-01",
    "",
]


def only_k7(werkmap: Path) -> None:
    """The overleg with one dossier on it."""
    path = werkmap / "overleggen/2026-11-26-leiden.yaml"
    head, _, rest = path.read_text(encoding="utf-8").partition("  - dossier: NZ-2026-q8dj4s")
    assert rest
    path.write_text(head, encoding="utf-8")


def test_minutes_are_taken_by_asking_and_shown_before_they_are_written(werkmap):
    only_k7(werkmap)
    answers = [
        *BEGIN,
        *EERST,
        "stand",
        "onderdak",
        "op rolletjes",
        "loopt",
        "gedaan",
        "w4hn",
        "",
        "",
        "2026-12-10",
        "ja",
    ]
    code, screen = ask(werkmap, answers)
    assert code == 0, screen
    assert "'op rolletjes' is geen stand." in screen
    assert "Bedoelt u 'onderdak'?" in screen
    assert screen.index("Besluit ") < screen.index("Zo vastleggen?")
    assert "Corporatie zoekt mee" in text_of(werkmap)
    assert "status: gedaan" in text_of(werkmap)
    assert not list(werkmap.glob(".nazorg/klad/*.verslag.txt"))


def test_minutes_that_were_broken_off_go_on_where_they_were(werkmap):
    only_k7(werkmap)
    code, screen = ask(werkmap, [*BEGIN, *EERST])
    assert code == 130, screen
    assert "Wat u opgaf, is bewaard." in screen
    assert commits(werkmap) == ["begin"]
    code, screen = ask(werkmap, ["", "", "nee"])
    assert "U was hier al aan begonnen" in screen
    assert "Wie waren er?" not in screen
    assert code == 1
    code, screen = ask(werkmap, ["ja"])
    assert code == 0, screen
    assert "Corporatie zoekt mee" in text_of(werkmap)


# the whole circle


def test_the_next_agenda_tells_what_was_decided_and_what_came_of_it(werkmap, capsys):
    def later(*words: str) -> str:
        capsys.readouterr()
        assert main(["-C", str(werkmap), "--peildatum", "2026-12-08", *words]) == 0
        return capsys.readouterr().out

    assert nazorg(werkmap, "overleg", "verslag", DAG, "--uit", put_minutes(werkmap)) == 0
    later("overleg", "nieuw", "2026-12-10", "--gemeente", "Leiden")
    page = later("agenda", "2026-12-10", "--sjabloon", "kort")
    assert "Besloten op 26 nov 2026:\n" in page
    assert "Onderdak: Corporatie zoekt met voorrang" in page
    assert "0 van 1 actie gedaan, **1 te laat**" in page
    assert "Sinds 26 nov 2026" not in page, "what was recorded as minutes is no change since"
    onderdak = json_of(werkmap, capsys)["leefgebieden"]["onderdak"]
    new = next(one["id"] for one in onderdak["acties"] if one["wat"] == "Woning zoeken")
    later("gedaan", K7, new, "--op", "2026-12-07")
    page = later("agenda", "2026-12-10")
    assert "Woning zoeken: gedaan op 7 dec 2026\n" in page
    assert "Sinds 26 nov 2026:\n\n- Onderdak: gedaan: Woning zoeken\n" in page
