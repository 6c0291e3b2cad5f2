"""The commands traject and plan as a person has them."""

import json
import shutil

import pytest
from fabriek_git import git

from .conftest import WORTEL

PAD = "dossiers/2026/NZ-2026-b4wn7d.yaml"
EIGEN = """\
traject: kort-gestraft
naam: Ons korte traject
voor: Onze mensen.
stappen:
  bellen: {leefgebied: zorg, wat: Bellen, eigenaar: regisseur, uiterlijk: ontslag - 1w, waarom: Zo doen wij dat.}
"""


@pytest.fixture
def in_git(klein):
    """Three dossiers of the example, committed."""
    git(klein, "init", "--quiet")
    git(klein, "add", "--all")
    git(klein, "commit", "--quiet", "--message", "x")
    return klein


@pytest.fixture
def eigen(in_git):
    """A traject of the region's own in the place of a built-in one."""
    file = in_git / "trajecten/kort-gestraft.yaml"
    file.parent.mkdir()
    file.write_text(EIGEN, encoding="utf-8")
    return file


def test_every_traject_is_listed_with_for_whom(nazorg, klein):
    code, out, err = nazorg("traject", cwd=klein)
    assert (code, err) == (0, "")
    rows = [line.split("\t") for line in out.splitlines()]
    assert rows[0] == ["traject", "naam", "voor", "stappen", "pad"]
    assert ["kort-gestraft", "Kort gestraft", "Wie vier weken of korter vastzit.", "10", ""] in rows
    assert nazorg("track", cwd=klein).out == out


def test_table_of_trajecten_fits_a_terminal(nazorg, klein):
    out = nazorg("traject", "--vorm", "tabel", "--kleur", "nooit", cwd=klein).out
    assert max(map(len, out.splitlines())) <= 80
    assert "Wie vier weken of korter vastzit." in out


@pytest.mark.parametrize("naam", ["kort", "isd", "onveilige-terugkeer"])
def test_steps_are_shown_with_why_and_source(nazorg, klein, naam):
    out = nazorg("traject", "toon", naam, "--vorm", "tabel", "--kleur", "nooit", cwd=klein).out
    assert max(map(len, out.splitlines())) <= 80
    assert "Termijnen zijn afspraken" in out
    assert "(afspraak)" in out
    found = json.loads(nazorg("traject", "toon", naam, "--vorm", "json", cwd=klein).out)
    assert found["schema"] == "nazorg.traject/1"
    assert all(stap["bron"] and stap["waarom"] for stap in found["stappen"].values())


def test_applied_in_one_commit_and_never_twice(nazorg, in_git):
    code, out, err = nazorg("traject", "toepassen", "b4wn", "kort", "--reden", "Kort verblijf", cwd=in_git)
    assert (code, err) == (0, "")
    assert "NZ-2026-b4wn7d: traject kort-gestraft toegepast" in out
    assert git(in_git, "log", "-1", "--format=%s").strip().startswith("traject NZ-2026-b4wn7d: ")
    assert git(in_git, "rev-list", "--count", "HEAD").strip() == "2"
    text = (in_git / PAD).read_bytes()
    again = nazorg("traject", "toepassen", "b4wn", "kort", "--reden", "Nog eens", cwd=in_git)
    assert again.code == 0
    assert "er verandert niets" in again.out
    assert (in_git / PAD).read_bytes() == text
    assert git(in_git, "rev-list", "--count", "HEAD").strip() == "2"
    assert nazorg("controleer", PAD, cwd=in_git).code == 0


def test_shown_before_it_is_written(nazorg, in_git):
    text = (in_git / PAD).read_bytes()
    out = nazorg("traject", "toepassen", "b4wn", "standaard", "--droog", cwd=in_git).out
    assert "+        stap: standaard-vrijwillig/" in out
    assert "Er is niets geschreven." in out
    assert (in_git / PAD).read_bytes() == text


def test_what_was_changed_by_hand_is_committed_by_itself_first(nazorg, in_git):
    file = in_git / PAD
    file.write_text(
        file.read_text(encoding="utf-8").replace("stand: acuut", "stand: loopt") + "# x\n", encoding="utf-8"
    )
    assert "eerst apart vastgelegd" in nazorg("traject", "toepassen", "b4wn", "kort", cwd=in_git).out
    assert git(in_git, "rev-list", "--count", "HEAD").strip() == "3"


def test_new_dossier_begins_with_a_traject(nazorg, in_git):
    code, out, err = nazorg(
        "nieuw", "--gemeente", "Leiden", "--traject", "justitieel", "--inrichting", "PI Alphen", cwd=in_git
    )
    assert (code, err) == (0, "")
    nummer = out.partition(":")[0]
    text = (in_git / f"dossiers/2026/{nummer}.yaml").read_text(encoding="utf-8")
    assert "kader: justitieel\ntoezicht:\n  door: reclassering-hm\n" in text
    assert "eigenaar: pi-alphen" in text
    assert "stap: justitieel-kader/afstemmen-reclassering" in text
    assert "en nog " in out
    assert nazorg("controleer", f"dossiers/2026/{nummer}.yaml", cwd=in_git).code == 0


def test_kader_that_is_asked_for_goes_before_that_of_the_traject(nazorg, klein):
    words = ("nieuw", "--gemeente", "Leiden", "--traject", "justitieel", "--kader", "vrijwillig", "--droog")
    out = nazorg(*words, cwd=klein).out
    assert "kader: vrijwillig" in out
    assert "toezicht" not in out.partition("leefgebieden")[0]


def test_own_traject_wins_also_as_it_stood_in_git(nazorg, in_git, eigen):
    assert (
        json.loads(nazorg("traject", "toon", "kort", "--vorm", "json", cwd=in_git).out)["naam"] == "Ons korte traject"
    )
    git(in_git, "add", "--all")
    git(in_git, "commit", "--quiet", "--message", "eigen")
    eigen.unlink()
    now = json.loads(nazorg("traject", "toon", "kort", "--vorm", "json", cwd=in_git).out)
    then = json.loads(nazorg("--versie", "HEAD", "traject", "toon", "kort", "--vorm", "json", cwd=in_git).out)
    assert (now["naam"], now["pad"]) == ("Kort gestraft", None)
    assert (then["naam"], then["pad"]) == ("Ons korte traject", "trajecten/kort-gestraft.yaml")


def test_own_traject_is_checked_and_saved_with_the_rest(nazorg, in_git, eigen):
    assert nazorg("bewaar", cwd=in_git).code == 0
    assert git(in_git, "status", "--porcelain") == ""
    eigen.write_text(EIGEN.replace("ontslag - 1w", "ontslag - 3x"), encoding="utf-8")
    found = nazorg("controleer", "trajecten", "--vorm", "kort", cwd=in_git)
    assert found.code == 1
    assert found.out.startswith("trajecten/kort-gestraft.yaml:5:")
    assert "NZ105" in found.out
    assert nazorg("bewaar", cwd=in_git).code == 1


def test_list_names_a_traject_that_it_had_to_leave_out(nazorg, in_git, eigen):
    eigen.write_text("traject: [\n", encoding="utf-8")
    for form in ("tabel", "tsv", "json"):
        outcome = nazorg("traject", "--vorm", form, cwd=in_git)
        assert outcome.code == 3
        assert "trajecten/kort-gestraft.yaml" in outcome.out + outcome.err
    refused = nazorg("traject", "toepassen", "b4wn", "kort", cwd=in_git)
    assert refused.code == 2
    assert "is zo niet te gebruiken" in refused.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["traject", "toonn"], "Bedoelt u 'toon'"),
        (["traject", "toon"], "TRAJECT ontbreekt"),
        (["traject", "toon", "x"], "Er is geen traject 'x'"),
        (["traject", "toon", "kort", "extra"], "Er staat te veel: extra"),
        (["traject", "toepassen"], "DOSSIER ontbreekt"),
        (["traject", "toepassen", "b4wn"], "TRAJECT ontbreekt"),
        (["traject", "--droog"], "horen bij toepassen"),
        (["--versie", "HEAD", "traject", "toepassen", "b4wn", "kort"], "verandert niet meer"),
        (["nieuw", "--gemeente", "Leiden", "--traject", "x"], "Er is geen traject 'x'"),
        (["plan"], "DOSSIER ontbreekt"),
        (["plan", "b4wn", "--sjabloon", "regieoverleg"], "Kies uit: plan."),
    ],
)
def test_what_cannot_be_is_said(nazorg, in_git, words, said):
    outcome = nazorg(*words, cwd=in_git)
    assert outcome.code == 2
    assert said in outcome.err


def test_suggestion_for_a_dossier(nazorg, klein):
    assert nazorg("traject", "voorstel", "k7f3", cwd=klein).out == "standaard-vrijwillig: het kader is vrijwillig.\n"


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
def test_on_a_terminal_the_suggestion_is_the_answer(terminal, in_git):
    outcome = terminal("--peildatum", "2026-11-23", "traject", "toepassen", "b4wn", "--droog", cwd=in_git, stdin="\n")
    assert outcome.code == 0
    assert "Welk traject?" in outcome.out
    assert "stap: kort-gestraft/" in outcome.out


def test_plan_goes_to_the_screen_or_a_file(nazorg, klein):
    page = nazorg("plan", "k7f3", cwd=klein)
    assert (page.code, page.err) == (0, "")
    assert page.out.startswith("# Uw plan\n")
    written = nazorg("plan", "k7f3", "-o", "agendas/plan.md", cwd=klein)
    assert (written.code, written.out) == (0, "")
    assert written.err == "nazorg: het plan staat in agendas/plan.md\n"
    assert (klein / "agendas/plan.md").read_text(encoding="utf-8") == page.out
    for place in ("dossiers/plan.md", "trajecten/plan.md"):
        assert nazorg("plan", "k7f3", "-o", place, cwd=klein).code == 2


def test_plan_of_what_cannot_be_read_is_not_made(nazorg, regio, kapot):
    outcome = nazorg("plan", "k7f3", cwd=regio)
    assert (outcome.code, outcome.out) == (3, "")
    assert kapot in outcome.err


def test_plan_says_that_the_settings_could_not_be_read(nazorg, klein):
    (klein / "nazorg.yaml").write_text("nazorg: [\n", encoding="utf-8")
    outcome = nazorg("plan", "k7f3", cwd=klein)
    assert outcome.code == 3
    assert "nazorg.yaml" in outcome.err


@pytest.mark.parametrize("file", sorted((WORTEL / "cases-example/dossiers/2026").glob("*.yaml")), ids=lambda f: f.stem)
def test_every_dossier_of_the_example_has_a_plan_or_runs_no_more(nazorg, file):
    outcome = nazorg("plan", file.stem, cwd=WORTEL / "cases-example")
    assert outcome.code == 0 or "loopt niet meer" in outcome.err
