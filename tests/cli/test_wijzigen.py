"""The changing commands as a person has them: asked on a terminal, never in a pipe, shown before they are written."""

import re
import shutil
import sys

import pytest
from fabriek_git import git

from .conftest import PEILDATUM, WORTEL

PAD = "dossiers/2026/NZ-2026-k7f3mq.yaml"


@pytest.fixture
def in_git(klein):
    """Three dossiers of the example, committed."""
    git(klein, "init", "--quiet")
    git(klein, "add", "--all")
    git(klein, "commit", "--quiet", "--message", "x")
    return klein


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """An editor that puts one text for another, one pair for each time that it is opened."""

    def prepare(*pairs):
        script = tmp_path / "editor.py"
        script.write_text(
            "import pathlib, sys\n"
            f"pairs = {list(pairs)!r}\n"
            "count = pathlib.Path(__file__).with_suffix('.keer')\n"
            "turn = int(count.read_text()) if count.exists() else 0\n"
            "count.write_text(str(turn + 1))\n"
            "file = pathlib.Path(sys.argv[-1])\n"
            "old, new = pairs[turn]\n"
            "text = file.read_text()\n"
            "assert old in text, text\n"
            "file.write_text(text.replace(old, new, 1))\n"
        )
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
        monkeypatch.delenv("VISUAL", raising=False)
        return script

    return prepare


def last(folder):
    return git(folder, "log", "-1", "--format=%s").strip()


def test_action_is_done_with_its_result(nazorg, in_git):
    code, out, err = nazorg("gedaan", "k7f3", "w4hn", "--resultaat", "Binnen", cwd=in_git)
    assert (code, err) == (0, "")
    assert "NZ-2026-k7f3mq: actie w4hn gedaan" in out
    assert last(in_git) == "gedaan NZ-2026-k7f3mq w4hn: status, gedaan_op, resultaat"
    assert git(in_git, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        (
            [
                "actie",
                "k7f3",
                "schulden",
                "Brieven",
                "ordenen",
                "--eigenaar",
                "betrokkene",
                "--uiterlijk",
                "2026-12-01",
            ],
            "actie NZ-2026-k7f3mq",
        ),
        (["action", "k7f3", "zorg", "Bellen", "--na", "g9tz", "--snel-succes", "--herhaal", "6m"], "actie NZ-2026"),
        (["stel-uit", "k7f3", "w4hn", "buiten", "-", "7w"], "stel-uit NZ-2026-k7f3mq w4hn: uiterlijk"),
        (["deel-toe", "k7f3", "w4hn", "BETROKKENE"], "deel-toe NZ-2026-k7f3mq w4hn: eigenaar"),
        (["zet", "k7f3", "onderdak.stand=acuut"], "zet NZ-2026-k7f3mq: stand"),
        (["logboek", "k7f3", "Gebeld", "--met", "betrokkene"], "logboek NZ-2026-k7f3mq: logboek"),
        (["vrij", "k7f3", "2026-11-20"], "vrij NZ-2026-k7f3mq: status, feitelijk"),
        (
            ["ontslagdatum", "k7f3", "2026-12-11", "--vroegst", "weg", "--reden", "x", "--zekerheid", "vast"],
            "ontslagdatum NZ-2026-k7f3mq: verwacht, vroegst, zekerheid …",
        ),
        (
            ["sluit-af", "k7f3", "--reden", "klaar", "--vervallen", "--terug-in-detentie", "nee"],
            "sluit-af NZ-2026-k7f3",
        ),
        (["draag-over", "k7f3", "--naar", "Katwijk", "--op", "2026-11-20"], "draag-over NZ-2026-k7f3mq: status, over"),
        (["nieuw", "--gemeente", "leiden", "--ontslag", "2027-01-12", "--soort", "isd"], "nieuw NZ-2026-"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_change_is_one_commit_and_leaves_the_tree_clean(nazorg, in_git, words, subject):
    code, out, err = nazorg(*words, cwd=in_git)
    assert (code, err) == (0, ""), err
    assert last(in_git).startswith(subject)
    assert f"Vastgelegd als {git(in_git, 'rev-parse', 'HEAD')[:10]}." in out
    assert git(in_git, "status", "--porcelain") == ""
    assert nazorg("controleer", cwd=in_git).code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["gedaan", "k7f3", "w4hn"],
        ["zet", "k7f3", "onderdak.stand=acuut"],
        ["nieuw", "--gemeente", "Leiden"],
        ["sluit-af", "k7f3", "--reden", "klaar", "--vervallen"],
        ["bewaar"],
    ],
    ids=lambda words: words[0],
)
def test_only_showing_changes_nothing(nazorg, in_git, words):
    (in_git / PAD).write_text((in_git / PAD).read_text().replace("Huur opgezegd", "De huur is opgezegd"))
    before = (in_git / PAD).read_bytes()
    assert nazorg(*words, "--droog", cwd=in_git).code == 0
    assert (in_git / PAD).read_bytes() == before
    assert git(in_git, "rev-list", "--count", "HEAD").strip() == "1"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["gedaan"], "DOSSIER ontbreekt"),
        (["gedaan", "k7f3"], "ACTIE ontbreekt"),
        (["stel-uit", "k7f3", "w4hn"], "DATUM of TERMIJN ontbreekt"),
        (["stel-uit", "k7f3", "w4hn", "5-1-2027"], "2027-01-05"),
        (["stel-uit", "k7f3", "w4hn", "ontslag - 3x"], "'3x' is geen duur"),
        (["deel-toe", "k7f3", "w4hn", "corporatie-rijnlnd"], "Bedoelt u 'corporatie-rijnland'"),
        (["actie", "k7f3", "werk", "x"], "LEEFGEBIED"),
        (["actie", "k7f3", "zorg", "x", "--herhaal", "vaak"], "--herhaal"),
        (["logboek", "k7f3"], "TEKST ontbreekt"),
        (["ontslagdatum", "k7f3", "2026-12-11"], "--reden ontbreekt"),
        (["ontslagdatum", "k7f3", "2026-12-11", "--reden", "x"], "--vroegst DATUM, of --vroegst weg"),
        (["ontslagdatum", "k7f3", "2026-12-11", "--reden", "x", "--zekerheid", "misschien"], "--zekerheid"),
        (["vrij", "k7f3", "2027-11-20"], "nog niet geweest"),
        (["sluit-af", "k7f3", "--reden", "x"], "Nog niet af in NZ-2026-k7f3mq"),
        (["draag-over", "k7f3"], "--naar ontbreekt"),
        (["draag-over", "k7f3", "--bevestigd", "2026-11-20"], "niet overgedragen"),
        (["nieuw"], "--gemeente ontbreekt"),
        (["nieuw", "--gemeente", "Lieden"], "Bedoelt u 'Leiden'"),
        (["nieuw", "--gemeente", "Leiden", "--betrokkene", "Jan"], "geen pseudoniem"),
        (["gedaan", "nergens", "w4hn"], "Er is geen dossier 'nergens'"),
        (["ongedaan"], "nog niets gewijzigd"),
        (["--versie", "HEAD", "gedaan", "k7f3", "w4hn"], "verandert niet meer"),
        (["--versie", "HEAD", "bewerk", "k7f3"], "verandert niet meer"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_used_is_said_and_nothing_changes(nazorg, in_git, words, says):
    code, _, err = nazorg(*words, cwd=in_git)
    assert code == 2
    assert says in err
    assert git(in_git, "status", "--porcelain") == ""
    assert git(in_git, "rev-list", "--count", "HEAD").strip() == "1"


def test_value_with_a_fout_is_refused_with_its_place(nazorg, in_git):
    code, out, err = nazorg("zet", "k7f3", "onderdak.stand=op_ored", cwd=in_git)
    assert (code, out) == (1, "")
    assert f"{PAD}:46:12 NZ103" in err
    assert "Bedoelt u 'op_orde'?" in err


def test_dossier_that_cannot_be_read_is_not_changed(nazorg, in_git):
    (in_git / PAD).write_text("dossier: [\n")
    code, _, err = nazorg("gedaan", "k7f3", "w4hn", cwd=in_git)
    assert code == 1
    assert "niet te lezen" in err
    assert (in_git / PAD).read_text() == "dossier: [\n"


def test_merge_under_way_is_refused_and_nothing_changes(nazorg, in_git):
    git(in_git, "checkout", "--quiet", "-b", "zij")
    git(in_git, "commit", "--quiet", "--allow-empty", "--message", "y")
    git(in_git, "checkout", "--quiet", "main")
    git(in_git, "merge", "--no-commit", "--no-ff", "zij")
    code, _, err = nazorg("gedaan", "k7f3", "w4hn", cwd=in_git)
    assert code == 4
    assert "nazorg los-op" in err
    assert git(in_git, "diff", "HEAD") == ""


def test_git_that_does_not_know_the_person_is_told(nazorg, in_git, thuis):
    (thuis / ".gitconfig").unlink()
    code, _, err = nazorg("gedaan", "k7f3", "w4hn", cwd=in_git)
    assert code == 4
    assert "git config --global user.email" in err


def test_plain_folder_is_changed_without_a_commit(nazorg, klein):
    code, out, _ = nazorg("gedaan", "k7f3", "w4hn", cwd=klein)
    assert code == 0
    assert "status: gedaan" in (klein / PAD).read_text()
    assert "Vastgelegd" not in out


def test_ids_that_are_filled_in_are_committed_where_nothing_else_is_unsaved(nazorg, in_git):
    text = (in_git / PAD).read_text().replace("id: x4dp, ", "")
    (in_git / PAD).write_text(text)
    nazorg("controleer", "--vul-aan", cwd=in_git)
    assert git(in_git, "status", "--porcelain").split() == ["M", PAD]
    git(in_git, "commit", "--quiet", "--all", "--message", "y")
    (in_git / PAD).write_text((in_git / PAD).read_text().replace("id: x7cq, ", ""))
    git(in_git, "commit", "--quiet", "--all", "--message", "z")
    nazorg("controleer", "--vul-aan", cwd=in_git)
    assert last(in_git) == "vul-aan: NZ-2026-k7f3mq"
    assert git(in_git, "status", "--porcelain") == ""


def test_undone_change_is_shown_with_old_and_new_values(nazorg, in_git):
    nazorg("zet", "k7f3", "onderdak.stand=acuut", cwd=in_git)
    code, out, _ = nazorg("ongedaan", cwd=in_git)
    assert code == 0
    assert "Ongedaan: zet NZ-2026-k7f3mq: stand" in out
    assert "acuut → loopt" in out


def test_editor_that_leaves_a_fout_is_answered_with_the_place_and_loses_nothing(nazorg, in_git, editor):
    editor(("stand: loopt", "stand: lopt"), ("stand: lopt", "stand: acuut"))
    code, out, _ = nazorg("bewerk", "k7f3", cwd=in_git)
    assert code == 1
    assert "NZ103" in out
    assert "stand: lopt" in (in_git / ".nazorg/klad/NZ-2026-k7f3mq.yaml").read_text()
    assert git(in_git, "status", "--porcelain") == ""
    code, out, _ = nazorg("bewerk", "k7f3", "--reden", "Gebeld", cwd=in_git)
    assert code == 0
    assert "vorige keer" in out
    assert last(in_git) == "bewerk NZ-2026-k7f3mq: stand, logboek"
    assert [path.name for path in (in_git / ".nazorg/klad").iterdir()] == [".gitignore"]


def test_editor_goes_back_to_the_place_of_the_fout_when_asked(in_git, editor, terminal):
    editor(("stand: loopt", "stand: lopt"), ("stand: lopt", "stand: acuut"))
    code, shown, _ = terminal("--peildatum", PEILDATUM, "bewerk", "k7f3", cwd=in_git, stdin="terug\n")
    assert code == 0, shown
    assert "Terug naar die plek" in shown
    assert last(in_git) == "bewerk NZ-2026-k7f3mq: stand"


def test_editor_that_changes_nothing_is_no_change(nazorg, in_git, editor):
    editor(("stand: loopt", "stand: loopt"))
    assert nazorg("bewerk", "k7f3", cwd=in_git).out == "Er is niets gewijzigd.\n"


def test_editor_that_is_not_there_is_said(nazorg, in_git, monkeypatch):
    monkeypatch.setenv("EDITOR", "bestaat-niet")
    code, _, err = nazorg("bewerk", "k7f3", cwd=in_git)
    assert code == 2
    assert "bestaat-niet" in err


def test_person_at_a_terminal_is_asked_for_what_is_missing(in_git, terminal):
    code, shown, _ = terminal("--peildatum", PEILDATUM, "gedaan", "k7f3", cwd=in_git, stdin="w4hn\n")
    assert code == 0, shown
    assert "  w4hn  Urgentieverklaring aanvragen (onderdak)" in shown
    assert "Welke actie?" in shown
    assert last(in_git).startswith("gedaan NZ-2026-k7f3mq w4hn")


def test_person_at_a_terminal_says_what_becomes_of_the_earliest_day(in_git, terminal):
    words = ["ontslagdatum", "k7f3", "2026-12-11", "--reden", "Bericht van de PI"]
    code, shown, _ = terminal("--peildatum", PEILDATUM, *words, cwd=in_git, stdin="weg\n")
    assert code == 0, shown
    assert "In het dossier staat vroegst 2026-12-04. Wat wordt dat?" in shown
    assert "vroegst:\n" in (in_git / PAD).read_text()


def test_command_after_one_that_was_broken_off_says_what_became_of_it(nazorg, in_git):
    from nazorg.transactie import digest_of
    from nazorg.transactie.journaal import Journaal, write_journaal
    from nazorg.transactie.wissel import Wissel

    old = (in_git / PAD).read_bytes()
    wissel = Wissel(PAD, digest_of(old), digest_of(b"half"), "0a1b2c3d")
    (in_git / ".git/nazorg").mkdir()
    write_journaal(in_git / ".git/nazorg", Journaal("0a1b2c3d", (wissel,), ("NZ-2026-k7f3mq",), "refs/heads/main"))
    wissel.prepare(in_git / PAD, b"half")
    wissel.swap(in_git / PAD)
    code, _, err = nazorg("lijst", cwd=in_git)
    assert code == 0
    assert "Een eerdere opdracht was onderbroken (NZ-2026-k7f3mq)" in err
    assert (in_git / PAD).read_bytes() == old
    assert git(in_git, "status", "--porcelain") == ""


def test_copy_of_the_example_without_git_can_be_made_a_repository_and_saved(nazorg, tmp_path):
    folder = tmp_path / "kopie"
    shutil.copytree(WORTEL / "cases-example", folder)
    git(folder, "init", "--quiet")
    code, out, _ = nazorg("bewaar", cwd=folder)
    assert code == 0
    assert out.splitlines()[0] == ".gitignore"
    assert git(folder, "status", "--porcelain").splitlines() == ["?? README.md"]


def scrubbed(shown):
    """The screen with commits and fresh ids as signs, and without colours."""
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown)
    plain = re.sub(r"Vastgelegd als [0-9a-f]{10}", "Vastgelegd als HASH", plain)
    return re.sub(
        r"(?i)(logboekregel|eerdere ontslagdatum|- id:|aangemaakt|NZ-2026-|p-) ?(?!k7f3mq)\w{4,6}\b", r"\1 ID", plain
    )


@pytest.mark.parametrize(
    "words",
    [
        ["gedaan", "k7f3", "w4hn", "--resultaat", "Verklaring is binnen", "--reden", "Gebeld"],
        ["ontslagdatum", "k7f3", "2026-11-27", "--vroegst", "weg", "--reden", "Bericht van de PI"],
        ["stel-uit", "k7f3", "w4hn", "2026-12-01", "--droog"],
        ["zet", "k7f3", "onderdak.stand=op_ored"],
        ["stel-uit", "k7f3", "w4hn", "buiten - 8w"],
    ],
    ids=["gedaan", "ontslagdatum", "droog", "geweigerd", "niets"],
)
def test_change_as_a_person_sees_it(in_git, terminal, words, snapshot):
    assert scrubbed(terminal("--peildatum", PEILDATUM, *words, cwd=in_git).out) == snapshot


def test_operation_that_is_named_is_undone(nazorg, in_git):
    nazorg("zet", "k7f3", "onderdak.stand=acuut", cwd=in_git)
    named = git(in_git, "rev-parse", "HEAD").strip()
    nazorg("zet", "b4wn", "status=in_detentie", cwd=in_git)
    code, out, err = nazorg("ongedaan", named, cwd=in_git)
    assert (code, err) == (0, "")
    assert "acuut → loopt" in out


def test_answer_that_does_not_fit_is_asked_again_with_the_choices(in_git, terminal):
    answers = "schuld\nschulden\nBrieven ordenen\nniemand\nbetrokkene\nmorgen\n2026-12-01\n"
    code, shown, _ = terminal("--peildatum", PEILDATUM, "actie", "k7f3", cwd=in_git, stdin=answers)
    assert code == 0, shown
    assert "id_bewijs, onderdak, werk_inkomen" in shown
    assert "Bedoelt u 'schulden'?" in shown
    assert "is geen termijn" in shown or "geen moment" in shown
    assert last(in_git).startswith("actie NZ-2026-k7f3mq")
    assert "eigenaar: betrokkene\n        uiterlijk: 2026-12-01" in (in_git / PAD).read_text()


def test_new_dossier_says_where_it_stands_and_which_pseudonym_is_yours_to_keep(nazorg, in_git):
    out = nazorg("nieuw", "--gemeente", "Leiden", cwd=in_git).out
    assert re.search(r"Het dossier staat in dossiers/2026/NZ-2026-\w{6}\.yaml\.", out)
    assert re.search(r"Het pseudoniem is p-\w{6}; zet dat met de naam", out)


def test_new_dossier_that_would_hold_a_fout_is_not_said_to_be_there(nazorg, in_git):
    words = ["nieuw", "--gemeente", "Leiden", "--ontslag", "2026-12-05", "--ingesloten", "2026-12-10"]
    code, _, err = nazorg(*words, cwd=in_git)
    assert code == 1
    assert "Zo komt er een fout in" in err
    assert "nazorg bewerk" not in err


def test_large_template_comes_back_whole_when_its_change_is_undone(nazorg, in_git):
    template = in_git / "templates/plan-groot.md.j2"
    template.parent.mkdir()
    template.write_bytes(b"x" * 400_000)
    nazorg("bewaar", cwd=in_git)
    template.write_bytes(b"klein")
    (in_git / PAD).write_text((in_git / PAD).read_text().replace("stand: loopt", "stand: acuut", 1))
    nazorg("bewaar", cwd=in_git)
    assert nazorg("ongedaan", cwd=in_git).code == 0
    assert template.read_bytes() == b"x" * 400_000


def test_editor_that_cannot_be_read_is_said(nazorg, in_git, monkeypatch):
    monkeypatch.setenv("EDITOR", 'vim "')
    monkeypatch.delenv("VISUAL", raising=False)
    code, _, err = nazorg("bewerk", "k7f3", cwd=in_git)
    assert code == 2
    assert "EDITOR is niet te lezen" in err


def test_text_of_another_commit_does_not_break_undoing(nazorg, in_git):
    nazorg("zet", "k7f3", "onderdak.stand=acuut", cwd=in_git)
    subject = "a\x1fb"
    git(in_git, "commit", "--quiet", "--allow-empty", "--message", f"{subject}\n\nLetOp: x\x1fy")
    code, out, _ = nazorg("ongedaan", cwd=in_git)
    assert code == 0
    assert "acuut → loopt" in out


@pytest.mark.parametrize("name", [".gitignore", ".gitattributes", "LEESMIJ.md", "nazorg.yaml"])
def test_calendar_does_not_take_the_place_of_a_file_of_the_werkmap(nazorg, in_git, name):
    before = (in_git / name).read_bytes() if (in_git / name).exists() else None
    assert nazorg("kalender", "-o", name, cwd=in_git).code == 2
    assert ((in_git / name).read_bytes() if (in_git / name).exists() else None) == before


@pytest.fixture
def van_toen(in_git, editor, nazorg):
    """A text of an earlier time, which could not be kept."""
    editor(("stand: loopt", "stand: lopt"), ("stand: lopt", "stand: lopt"), ("stand: lopt", "stand: acuut"))
    assert nazorg("bewerk", "k7f3", cwd=in_git).code == 1
    return in_git / ".nazorg/klad/NZ-2026-k7f3mq.yaml"


def test_text_of_an_earlier_time_is_kept_only_when_something_was_done_at_it(nazorg, in_git, van_toen):
    van_toen.write_text(van_toen.read_text().replace("stand: lopt", "stand: lopt # x"))
    before = git(in_git, "rev-parse", "HEAD")
    code, out, _ = nazorg("bewerk", "k7f3", cwd=in_git)
    assert code == 1
    assert "niet veranderd, en daarom niet bewaard" in out
    assert git(in_git, "rev-parse", "HEAD") == before
    assert van_toen.exists()
    assert nazorg("bewerk", "k7f3", cwd=in_git).code == 0
    assert "stand: acuut # x" in (in_git / PAD).read_text()
    assert not van_toen.exists()


@pytest.mark.parametrize("answer", ["ja", "nee", "weg"])
def test_person_at_a_terminal_decides_about_an_untouched_text_of_an_earlier_time(in_git, terminal, van_toen, answer):
    van_toen.write_text(van_toen.read_text().replace("stand: lopt", "stand: acuut"))
    (in_git.parent / "editor.py").write_text("")
    code, shown, _ = terminal("bewerk", "k7f3", cwd=in_git, stdin=f"{answer}\n")
    assert "Toch bewaren?" in shown
    assert code == (0 if answer == "ja" else 1)
    assert ("stand: acuut" in (in_git / PAD).read_text()) == (answer == "ja")
    assert van_toen.exists() == (answer == "nee")


def test_text_of_an_earlier_time_of_a_dossier_that_changed_since_is_laid_aside(nazorg, in_git, van_toen, editor):
    nazorg("zet", "k7f3", "gemeente=Katwijk", cwd=in_git)
    editor(("gemeente: Katwijk", "gemeente: Leiden")).with_suffix(".keer").unlink()
    code, out, _ = nazorg("bewerk", "k7f3", cwd=in_git)
    assert code == 0
    aside = van_toen.with_name(f"{van_toen.name}.bewaard")
    assert f"staat in {aside.relative_to(in_git)}; het dossier is sindsdien veranderd" in out
    assert "stand: lopt" in aside.read_text()


@pytest.mark.parametrize("versie", ["^HEAD", "HEAD^{tree}", "--all"])
def test_version_that_is_no_commit_is_a_fault_of_the_question(nazorg, in_git, versie):
    code, _, err = nazorg("lijst", f"--versie={versie}", cwd=in_git)
    assert code == 2
    assert "bestaat niet" in err


def test_action_that_would_come_back_at_once_is_refused(nazorg, in_git):
    code, _, err = nazorg("zet", "k7f3", "w4hn.herhaal=0d", cwd=in_git)
    assert code == 1
    assert "geen tijd waarna iets terugkomt" in err


def test_release_that_is_set_as_a_field_is_pointed_to_its_own_command(nazorg, in_git):
    code, _, err = nazorg("zet", "k7f3", "detentie.ontslag.verwacht=2026-12-01", cwd=in_git)
    assert code == 1
    assert "nazorg ontslagdatum k7f3 DATUM" in err


def test_dossier_that_is_handed_over_comes_with_a_note(regio, nazorg):
    done = nazorg("draag-over", "k7f3", "--naar", "Gouda", cwd=regio)
    note = regio / "agendas/overdracht-NZ-2026-k7f3mq.md"
    assert (done.code, "De brief staat in" in done.out) == (0, True)
    assert "naar de gemeente Gouda" in note.read_text(encoding="utf-8")
    assert "NZ-2026-k7f3mq" in nazorg("lijst", cwd=regio).out
    note.unlink()
    assert nazorg("draag-over", "k7f3", "--brief", "-o", "brief.md", cwd=regio).code == 0
    assert "naar de gemeente Gouda" in (regio / "brief.md").read_text(encoding="utf-8")


def test_hand_over_that_is_only_shown_writes_no_note(regio, nazorg):
    assert nazorg("draag-over", "k7f3", "--naar", "Gouda", "--droog", cwd=regio).code == 0
    assert not (regio / "agendas").exists()


def test_template_of_the_region_that_is_faulty_changes_nothing(regio, nazorg):
    (regio / "templates").mkdir(exist_ok=True)
    (regio / "templates/overdracht.md.j2").write_text("{{ onbekend }}", encoding="utf-8")
    before = (regio / "dossiers/2026/NZ-2026-k7f3mq.yaml").read_bytes()
    assert nazorg("draag-over", "k7f3", "--naar", "Gouda", cwd=regio).code == 2
    assert (regio / "dossiers/2026/NZ-2026-k7f3mq.yaml").read_bytes() == before
