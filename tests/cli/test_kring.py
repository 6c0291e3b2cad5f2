"""The whole circle of a consultation on the command line, from preparing to the third rappel."""

import email
import email.policy
import re

import pytest
from fabriek_git import commit, git

EERSTE, TWEEDE = "2026-12-10-leiden", "2026-12-24-leiden"
K7, V8 = "NZ-2026-k7f3mq", "NZ-2026-v8nd4b"
PARTNERS = ("corporatie-rijnland", "pi-alphen", "reclassering-hm")
MINUTES = f"""\
# Verslag {EERSTE}

aanwezig: corporatie-rijnland, pi-alphen

## 1. {K7}

### onderdak
besluit: De corporatie zoekt met voorrang.
actie: Woning zoeken
  wie: corporatie-rijnland
  uiterlijk: 2026-12-17
"""


@pytest.fixture
def vast(regio):
    """The example in git, with a manager at the partner who is to be chased."""
    settings = (regio / "nazorg.yaml").read_text(encoding="utf-8")
    chief = "corporatie-rijnland: {manager: {naam: De directeur, mail: directie@corporatie.example.org}, "
    (regio / "nazorg.yaml").write_text(settings.replace("corporatie-rijnland: {", chief), encoding="utf-8")
    commit(regio, {}, op="2026-11-20T12:00:00")
    return regio


@pytest.fixture
def op(nazorg, vast):
    """Run a command on a day; it succeeds."""

    def run(day, *words):
        outcome = nazorg(*words, cwd=vast, peildatum=day)
        assert outcome.code == 0, outcome.err
        return outcome

    return run


def letters(folder):
    """The drafts in ``folder``."""
    for path in sorted(folder.glob("*.eml")):
        yield email.message_from_bytes(path.read_bytes(), policy=email.policy.default)


def test_circle_goes_from_preparing_to_the_third_rappel(op, vast):
    # prepared: proposed with why, and one put on by hand
    partners = [word for naam in PARTNERS for word in ("--partner", naam)]
    made = op("2026-12-01", "overleg", "nieuw", EERSTE[:10], "--gemeente", "Leiden", "--tijd", "10:00", *partners)
    assert re.search(rf"{K7}: .*te laat", made.out)
    op("2026-12-01", "overleg", "zet-op", V8, "--overleg", EERSTE)
    assert git(vast, "log", "-1", "--format=%s").startswith(f"overleg {EERSTE}: zet-op")

    # the agenda of the coordinator, and of each partner what it may see, recorded
    whole = op("2026-12-03", "agenda", EERSTE).out
    assert K7 in whole
    assert V8 in whole
    told = op("2026-12-03", "agenda", EERSTE, "--alle-partners", "-o", "agendas", "--vastleggen")
    assert "vastgelegd" in told.err
    pages = {path.stem: path.read_text(encoding="utf-8") for path in (vast / "agendas").glob("*.md")}
    assert {f"{EERSTE}-{naam}" for naam in PARTNERS} <= set(pages)  # and whom one of the dossiers asks for
    corporatie = pages[f"{EERSTE}-corporatie-rijnland"]
    assert K7 in corporatie
    assert len(corporatie) < len(whole)
    assert "PI Alphen" not in corporatie
    assert "aan: corporatie-rijnland" in (vast / f"dossiers/2026/{K7}.yaml").read_text(encoding="utf-8")

    # the minutes, as one change in the dossiers
    (vast / "agendas/ingevuld.md").write_text(MINUTES, encoding="utf-8")
    before = git(vast, "rev-list", "--count", "HEAD")
    recorded = op(EERSTE[:10], "overleg", "verslag", EERSTE, "--uit", "agendas/ingevuld.md")
    assert "Woning zoeken" in recorded.out
    assert int(git(vast, "rev-list", "--count", "HEAD")) == int(before) + 1
    assert "De corporatie zoekt met voorrang" in op(EERSTE[:10], "overleg", "verslag", EERSTE, "--toon").out

    # chased, while the next agenda tells what was decided and what came of it
    told = []

    def chase(day):
        folder = vast / "agendas" / day
        op(day, "rappel", "--eigenaar", "corporatie-rijnland", "--vastleggen", "-o", str(folder))
        for letter in letters(folder):
            assert "p-" not in letter.get_content()
            if "Woning zoeken" in letter.get_content():
                told.append((day, str(letter["To"]), str(letter["Subject"])))

    chase("2026-12-14")
    chase("2026-12-21")
    op("2026-12-21", "overleg", "nieuw", TWEEDE[:10], "--gemeente", "Leiden")
    following = op("2026-12-22", "agenda", TWEEDE).out
    assert "Besloten op 10 dec 2026" in following
    decided = "Onderdak: De corporatie zoekt met voorrang. → Woning zoeken: **5 dagen te laat** (Corporatie Rijnland)"
    assert decided in following
    chase("2026-12-29")
    chase("2027-01-06")
    loket, directie = "zorgloket@corporatie.example.org", "directie@corporatie.example.org"
    assert told == [
        ("2026-12-14", loket, "Nazorg: 1 actie binnenkort"),
        ("2026-12-21", loket, "Nazorg, rappel: 1 actie te laat"),
        ("2026-12-29", loket, "Nazorg, tweede rappel: 2 acties te laat"),
        ("2027-01-06", directie, "Nazorg: 1 actie van Corporatie Rijnland al 3 keer te laat"),
    ]

    # done: the agenda tells that too
    found = re.search(r"id: (\S+)\n\s+wat: Woning zoeken", (vast / f"dossiers/2026/{K7}.yaml").read_text("utf-8"))
    op("2027-01-07", "gedaan", K7, found[1], "--resultaat", "Gevonden")
    assert "Woning zoeken: gedaan op 7 jan 2027" in op("2027-01-07", "agenda", TWEEDE).out
