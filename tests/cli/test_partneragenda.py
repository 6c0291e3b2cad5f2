"""The agenda for partners on the command line: one, or all; with an account; recorded."""

import json

import pytest
from fabriek_git import commit, git

OVERLEG = "2026-11-26-leiden"


@pytest.fixture
def vast(regio):
    """The example, all of it committed."""
    commit(regio, {})
    return regio


def test_partner_sees_its_own_part_and_the_coordinator_why(nazorg, regio):
    outcome = nazorg("agenda", OVERLEG, "--voor", "corporatie-rijnland", cwd=regio)
    assert outcome.code == 0
    assert "NZ-2026-k7f3mq" in outcome.out
    assert "NZ-2026-x7qm5t" not in outcome.out
    assert "PI Alphen" not in outcome.out
    assert "5 dossiers staan niet op deze agenda; --verantwoording zegt waarom." in outcome.err
    account = nazorg("agenda", OVERLEG, "--voor", "corporatie-rijnland", "--verantwoording").out
    assert "NZ-2026-x7qm5t: het hele dossier; geen grondslag (toestemming: er is geen" in account


def test_every_partner_gets_a_file_and_the_account_is_another(nazorg, regio):
    outcome = nazorg(
        "agenda", OVERLEG, "--alle-partners", "-o", "agendas", "--vorm", "html", "--verantwoording", cwd=regio
    )
    assert outcome.code == 0
    names = sorted(path.name for path in (regio / "agendas").iterdir())
    assert f"{OVERLEG}-corporatie-rijnland.html" in names
    assert f"{OVERLEG}-corporatie-rijnland.verantwoording.md" in names
    assert len(names) == 12
    assert "Verantwoording" not in (regio / "agendas" / f"{OVERLEG}-pi-alphen.html").read_text(encoding="utf-8")


def test_what_was_told_is_one_commit_and_stands_in_each_register(nazorg, vast):
    outcome = nazorg("agenda", OVERLEG, "--voor", "reclassering-hm", "--vastleggen", "-o", "agendas/r.md", cwd=vast)
    assert outcome.code == 0
    assert "in het register van 4 dossiers" in outcome.err
    assert git(vast, "log", "-1", "--format=%s").strip().startswith("verstrek: NZ-2026-")
    text = (vast / "dossiers/2026/NZ-2026-h5tr2v.yaml").read_text(encoding="utf-8")
    assert "aan: reclassering-hm" in text
    assert "grondslag: pm-20d" in text
    assert "door: m.bakker" in text
    again = nazorg("agenda", OVERLEG, "--voor", "reclassering-hm", "--vastleggen", "-o", "agendas/r.md")
    assert "nazorg: dit staat al in het register van vandaag.\n" in again.err
    found = nazorg("controleer", "--vorm", "kort").out
    assert "NZ705" not in found


def test_what_cannot_be_recorded_is_not_told(nazorg, vast):
    git(vast, "config", "user.email", "onbekend@example.org")
    outcome = nazorg("agenda", OVERLEG, "--voor", "pi-alphen", "--vastleggen", "-o", "agendas/r.md", cwd=vast)
    assert outcome.code == 2
    assert "--door" in outcome.err
    assert not (vast / "agendas").exists()
    assert nazorg("agenda", OVERLEG, "--voor", "pi-alphen", "--vastleggen", "--door", "m.bakker").code == 0


def test_context_is_what_a_template_gets_and_no_more_than_the_partner_may_see(nazorg, regio):
    whole = json.loads(nazorg("agenda", OVERLEG, "--context", cwd=regio).out)
    own = json.loads(nazorg("agenda", OVERLEG, "--context", "--voor", "corporatie-rijnland").out)
    assert whole["schema"] == own["schema"] == "nazorg.agenda/1"
    assert (len(whole["punten"]), len(own["punten"])) == (7, 2)
    assert own["punten"][0]["status"] == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--voor", "corporatie"], "corporatie-rijnland"),
        (["--voor", "pi-alphen", "--alle-partners", "-o", "x"], "gaan niet samen"),
        (["--alle-partners"], "hoort een map"),
        (["--vastleggen"], "--vastleggen hoort bij de agenda van een partner"),
        (["--verantwoording"], "--verantwoording hoort bij"),
        (["--voor", "pi-alphen", "--vastleggen", "--door", "x.y"], "--door"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(nazorg, regio, arguments, words):
    outcome = nazorg("agenda", OVERLEG, *arguments, cwd=regio)
    assert outcome.code == 2
    assert words in outcome.err


def test_what_stood_in_git_is_told_and_not_recorded(nazorg, vast):
    outcome = nazorg("--versie", "HEAD", "agenda", OVERLEG, "--voor", "pi-alphen", "--vastleggen", cwd=vast)
    assert outcome.code == 2
    assert "verandert niet meer" in outcome.err
