"""Git with our driver: every way in which it brings two sides together, and every way in which the driver fails."""

import re
from datetime import date

import pytest
from fabriek_git import commit

from nazorg.cli.grens import main
from nazorg.errors import RepositoryError
from nazorg.gitrepo.configuratie import read_configuratie
from nazorg.gitrepo.onschuldig import are_onschuldig
from nazorg.gitrepo.onze_instellingen import REGISTRATIE
from nazorg.gitrepo.registratie import register, unregistered, with_attributes
from nazorg.gitrepo.werkboom import open_werkboom
from nazorg.register import Register, check
from nazorg.werkmap import Werkmap

from .klonen import DOSSIER, NUMMER, PAD, SANNE, YUSUF, program, two_sides, vcs

STAND = DOSSIER.replace("stand: loopt", "stand: acuut")
LOG_HIER = f"{DOSSIER}  - {{id: a2aa, op: 2026-11-24, kort: Gebeld}}\n"
LOG_DAAR = f"{DOSSIER}  - {{id: b2bb, op: 2026-11-25, kort: Gemaild}}\n"
LATER = DOSSIER.replace("2026-12-01", "2026-12-24")
EERDER = DOSSIER.replace("2026-12-01", "2026-11-27")

WAYS = {
    "merge": ["merge", "--no-edit", "zij"],
    "rebase": ["rebase", "zij"],
    "rebase-apply": ["rebase", "--apply", "zij"],
    "cherry-pick": ["cherry-pick", "zij"],
}


@pytest.fixture
def ons(tmp_path):
    return program(tmp_path / "bin")


def stash(root, bin_, daar):
    """What Sanne had not committed is put away, Yusuf's work comes in, and hers comes back."""
    commit(root, {PAD: DOSSIER})
    (root / PAD).write_text(daar, encoding="utf-8")
    vcs(root, bin_, "stash")
    vcs(root, bin_, "merge", "--quiet", "-X", "theirs", "--no-edit", "zij")
    return vcs(root, bin_, "stash", "pop")


def codes(root):
    return [
        one.code for one in check(Register(Werkmap(root), date(2026, 11, 26))).bevindingen if one.severity == "fout"
    ]


@pytest.mark.parametrize("way", WAYS)
def test_lines_that_both_put_into_the_log_are_both_there(tmp_path, ons, way):
    root = two_sides(tmp_path / "w", LOG_HIER, LOG_DAAR)
    code, said = vcs(root, ons, *WAYS[way])
    assert code == 0, said
    text = (root / PAD).read_text(encoding="utf-8")
    assert text.count("kort: Gebeld") == text.count("kort: Gemaild") == 1
    assert codes(root) == []


def test_stash_pop_merges_as_well(tmp_path, ons):
    root = two_sides(tmp_path / "w", DOSSIER, LOG_DAAR)
    code, said = stash(root, ons, LOG_HIER)
    assert code == 0, said
    assert "Gebeld" in (root / PAD).read_text(encoding="utf-8")
    assert "Gemaild" in (root / PAD).read_text(encoding="utf-8")


@pytest.mark.parametrize("way", WAYS)
def test_field_that_both_changed_stands_under_conflicten_with_who_and_when(tmp_path, ons, way):
    root = two_sides(tmp_path / "w", LATER, EERDER)
    code, said = vcs(root, ons, *WAYS[way])
    assert code != 0
    assert f"nazorg los-op {NUMMER}" in said
    text = (root / PAD).read_text(encoding="utf-8")
    assert "<<<<" not in text
    assert "basis: 2026-12-01" in text
    assert f"{SANNE}, 2026-11-24" in text
    assert f"{YUSUF}, 2026-11-25" in text
    assert "uiterlijk: 2026-12-01" in text
    assert codes(root) == ["NZ206"]


def test_stash_pop_leaves_a_conflict_field_by_field(tmp_path, ons):
    root = two_sides(tmp_path / "w", DOSSIER, EERDER)
    stash(root, ons, LATER)
    assert codes(root) == ["NZ206"]


@pytest.mark.parametrize(
    "text",
    ["", "#!/bin/sh\nexit 1\n", "#!/bin/sh\nkill -9 $$\n", "#!/bin/sh\nexit 70\n", "#!/bin/sh\nexit 3\n"],
    ids=["missing", "crashes as python does", "killed", "a fault of the program", "another program"],
)
def test_driver_that_is_missing_or_fails_leaves_markers_and_both_sides(tmp_path, text):
    bin_ = program(tmp_path / "bin", text) if text else None
    root = two_sides(tmp_path / "w", LATER, EERDER)
    code, _ = vcs(root, bin_, "merge", "zij")
    assert code != 0
    found = (root / PAD).read_text(encoding="utf-8")
    assert "<<<<<<< hier" in found
    assert "2026-12-24" in found
    assert "2026-11-27" in found
    assert codes(root)


KAPOT = {
    "missing": "",
    "crashes": "#!/bin/sh\nexit 1\n",
    "killed": "#!/bin/sh\nkill -9 $$\n",
    "killed half way": '#!/bin/sh\necho half > "$3.nazorg"; kill -9 $$\n',
}


@pytest.mark.parametrize("way", [*WAYS, "stash"])
@pytest.mark.parametrize("kapot", KAPOT)
def test_driver_that_breaks_off_loses_nothing_in_whatever_way_sides_come_together(tmp_path, way, kapot):
    bin_ = program(tmp_path / "bin", KAPOT[kapot]) if KAPOT[kapot] else None
    if way == "stash":
        root = two_sides(tmp_path / "w", DOSSIER, EERDER)
        code, _ = stash(root, bin_, LATER)
    else:
        root = two_sides(tmp_path / "w", LATER, EERDER)
        code, _ = vcs(root, bin_, *WAYS[way])
    assert code != 0
    found = (root / PAD).read_text(encoding="utf-8")
    assert ("2026-12-24" in found, "2026-11-27" in found) == (True, True)
    assert codes(root)
    assert vcs(root, None, "ls-files", "--unmerged")[1]


def test_lines_that_merge_to_nonsense_without_the_driver_are_refused_by_the_rules(tmp_path):
    hier = DOSSIER.replace("    acties:\n", "    acties:\n      - {id: a2aa, wat: Bellen}\n")
    root = two_sides(tmp_path / "w", hier, f"{DOSSIER}  - {{id: a2aa, op: 2026-11-25, kort: Gemaild}}\n")
    code, said = vcs(root, None, "merge", "--no-edit", "zij")
    assert code == 0, said
    assert codes(root)


def test_driver_that_fails_still_merges_what_lines_can(tmp_path):
    root = two_sides(tmp_path / "w", STAND, LOG_DAAR)
    code, said = vcs(root, None, "merge", "--no-edit", "zij")
    assert code == 0, said
    assert "stand: acuut" in (root / PAD).read_text(encoding="utf-8")
    assert "Gemaild" in (root / PAD).read_text(encoding="utf-8")


def test_clone_in_which_the_driver_is_not_registered_leaves_markers(tmp_path, ons):
    root = two_sides(tmp_path / "w", LATER, EERDER)
    for name in REGISTRATIE:
        vcs(root, None, "config", "--unset", name)
    code, _ = vcs(root, ons, "merge", "zij")
    assert code != 0
    assert "<<<<<<<" in (root / PAD).read_text(encoding="utf-8")
    assert codes(root)


def test_file_that_cannot_be_read_is_merged_by_lines(tmp_path, ons):
    root = two_sides(tmp_path / "w", LATER, EERDER.replace("kader:", "kader: ["))
    code, _ = vcs(root, ons, "merge", "zij")
    assert code != 0
    assert "<<<<<<< hier" in (root / PAD).read_text(encoding="utf-8")


def test_overleg_is_merged_by_dossier_and_in_doubt_by_lines(tmp_path, ons):
    pad = "overleggen/2026-11-26-leiden.yaml"
    basis = (
        "overleg: 2026-11-26-leiden\nsoort: regieoverleg\ndatum: 2026-11-26\ndossiers:\n  - dossier: NZ-2026-k7f3mq\n"
    )
    hier = f"{basis}    minuten: 10\n  - dossier: NZ-2026-b4wn7d\n"
    daar = f"{basis}    aanleiding: te_laat\n  - dossier: NZ-2026-d3eu9g\n"
    root = two_sides(tmp_path / "w", hier, daar, basis, pad)
    code, said = vcs(root, ons, "merge", "--no-edit", "zij")
    assert code == 0, said
    text = (root / pad).read_text(encoding="utf-8")
    assert all(one in text for one in ("minuten: 10", "aanleiding: te_laat", "b4wn7d", "d3eu9g"))
    assert text.count("k7f3mq") == 1
    root = two_sides(tmp_path / "v", basis + "    minuten: 10\n", basis + "    minuten: 20\n", basis, pad)
    code, _ = vcs(root, ons, "merge", "zij")
    assert code != 0
    assert "<<<<<<< hier" in (root / pad).read_text(encoding="utf-8")


def test_lines_of_both_who_work_apart_in_a_criss_cross_are_kept(tmp_path, ons):
    root = two_sides(tmp_path / "w", LOG_HIER, LOG_DAAR)
    vcs(root, ons, "branch", "oud")
    assert vcs(root, ons, "merge", "--no-edit", "zij")[0] == 0
    vcs(root, ons, "switch", "--quiet", "zij")
    assert vcs(root, ons, "merge", "--no-edit", "oud")[0] == 0
    commit(root, {PAD: (root / PAD).read_text(encoding="utf-8").replace("stand: loopt", "stand: acuut")})
    vcs(root, ons, "switch", "--quiet", "main")
    commit(root, {PAD: (root / PAD).read_text(encoding="utf-8").replace("hulpvraag: ja", "hulpvraag: nee")})
    code, said = vcs(root, ons, "merge", "--no-edit", "zij")
    assert code == 0, said
    text = (root / PAD).read_text(encoding="utf-8")
    assert "stand: acuut" in text
    assert "hulpvraag: nee" in text
    assert codes(root) == []


def test_difference_shows_the_leefgebied_or_the_actie_that_it_is_in(tmp_path):
    root = two_sides(tmp_path / "w", LATER, DOSSIER)
    _, said = vcs(root, None, "diff", "-U0", "HEAD~1")
    assert re.search(r"^@@ .* @@       - id: w4hn$", said, re.MULTILINE)


def test_registration_is_complete_or_says_what_is_missing(tmp_path):
    root = two_sides(tmp_path / "w", LATER, EERDER)
    assert unregistered(root) == []
    vcs(root, None, "config", "merge.nazorg.driver", "rm -rf /")
    assert unregistered(root) == ["merge.nazorg.driver"]
    register(root)
    assert unregistered(root) == []


def test_attributes_are_added_line_by_line_to_those_that_are_there():
    own = "*.yaml text eol=lf\n*.png binary"
    added = with_attributes(own)
    assert added.startswith(f"{own}\n/nazorg.yaml merge=nazorg")
    assert added.count("*.yaml text eol=lf") == 1
    assert with_attributes(added) == added


@pytest.mark.parametrize("name", REGISTRATIE)
def test_setting_of_ours_with_the_value_of_another_is_refused(tmp_path, name):
    root = two_sides(tmp_path / "w", LATER, EERDER)
    assert read_configuratie(open_werkboom(root))
    assert are_onschuldig(root / ".git", root / ".git")
    vcs(root, None, "config", name, f"{REGISTRATIE[name]}; touch {tmp_path}/gestart")
    with pytest.raises(RepositoryError, match=name):
        read_configuratie(open_werkboom(root))
    assert not are_onschuldig(root / ".git", root / ".git")


def test_init_lets_git_merge_by_field_and_keeps_attributes_that_are_there(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    root = tmp_path / "regio"
    root.mkdir()
    (root / ".gitattributes").write_text("*.png binary\n", encoding="utf-8")
    assert main(["init", str(root), "--mail", "s@example.org"]) == 0
    assert unregistered(root) == []
    assert (root / ".gitattributes").read_text(encoding="utf-8").startswith("*.png binary\n*.yaml text eol=lf\n")
    _, said = vcs(root, None, "check-attr", "merge", "diff", "text", "--", PAD, "ander.yaml")
    assert said.count("nazorg\n") == 2
    assert said.count("text: set") == 2
