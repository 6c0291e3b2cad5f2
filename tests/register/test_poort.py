"""What git is about to take is checked as git has it: staged, or committed, and never as it stands in the folder."""

from datetime import date

import pytest
from fabriek_git import commit, git

from nazorg.gitrepo.gedeeld import Aanbod, read_aanbod
from nazorg.gitrepo.wissels import staged
from nazorg.register.poort import fouten_of, fouten_of_aanbod

from .fabriek import REGIO, dossier

DAG = date(2026, 11, 23)
PAD, TEKST = dossier("k7f3mq")
ANDER, TEKST_ANDER = dossier("d3eu9g")
KAPOT = TEKST.replace("status: aangemeld", "status: onzin")
BSN = TEKST + "logboek:\n  - {id: b2xk, op: 2026-11-20, kort: Nummer 111222333 gebeld}\n"


@pytest.fixture
def root(tmp_path):
    commit(tmp_path / "r", {"nazorg.yaml": REGIO, PAD: TEKST, ANDER: TEKST_ANDER})
    return tmp_path / "r"


def stage(root, files):
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink() if text is None else target.write_text(text, encoding="utf-8")
        git(root, "add", path)


def codes(found):
    return [(one.path, one.code) for one in found]


def aanbod(root, voor, na="HEAD"):
    return Aanbod(git(root, "rev-parse", na).strip(), voor)


def test_fout_that_stands_staged_is_found_though_the_folder_is_mended(root):
    stage(root, {PAD: KAPOT})
    (root / PAD).write_text(TEKST, encoding="utf-8")
    assert codes(fouten_of(staged(root), DAG)) == [(PAD, "NZ103")]


def test_fout_in_the_folder_that_is_not_staged_is_no_matter(root):
    (root / PAD).write_text(KAPOT, encoding="utf-8")
    stage(root, {ANDER: TEKST_ANDER + "\n# erbij\n"})
    assert fouten_of(staged(root), DAG) == []


def test_fout_of_another_file_that_was_there_already_is_left_alone(root):
    commit(root, {PAD: KAPOT})
    stage(root, {ANDER: TEKST_ANDER + "\n# erbij\n", "nazorg.yaml": REGIO + "\n# erbij\n"})
    assert fouten_of(staged(root), DAG) == []


def test_settings_that_put_another_file_in_the_wrong_are_found(root):
    stage(root, {"nazorg.yaml": REGIO.replace("m.bakker", "z.anders")})
    assert {path for path, _ in codes(fouten_of(staged(root), DAG))} == {PAD, ANDER}


def test_dossier_that_goes_while_a_consultation_names_it_is_found(root):
    overleg = "overleg: 2026-11-26-leiden\nsoort: regieoverleg\ndatum: 2026-11-26\ngemeenten: [Leiden]\n"
    commit(root, {"overleggen/2026-11-26-leiden.yaml": f"{overleg}dossiers:\n  - {{dossier: NZ-2026-k7f3mq}}\n"})
    stage(root, {PAD: None})
    assert codes(fouten_of(staged(root), DAG)) == [("overleggen/2026-11-26-leiden.yaml", "NZ803")]


def test_rest_of_a_mixed_repository_is_left_alone(tmp_path):
    commit(tmp_path / "gemengd", {"src/x.py": "1\n", "regio/nazorg.yaml": REGIO, f"regio/{PAD}": KAPOT})
    mixed = tmp_path / "gemengd"
    stage(mixed, {"src/x.py": "2\n", "src/dossiers/NZ-2026-k7f3mq.yaml": "[", "src/nazorg/a.yaml": "["})
    assert fouten_of(staged(mixed), DAG) == []
    stage(mixed, {f"regio/{PAD}": KAPOT + "# erbij\n"})
    assert codes(fouten_of(staged(mixed), DAG)) == [(f"regio/{PAD}", "NZ103")]


def test_first_commit_of_all_is_checked(tmp_path):
    git(tmp_path, "init", "--quiet")
    stage(tmp_path, {"nazorg.yaml": REGIO, PAD: KAPOT})
    assert codes(fouten_of(staged(tmp_path), DAG)) == [(PAD, "NZ103")]


def test_file_that_is_only_announced_to_git_is_not_in_the_commit(root):
    (root / "dossiers/2026/NZ-2026-b4wn7d.yaml").write_text("[", encoding="utf-8")
    git(root, "add", "--intent-to-add", "dossiers/2026/NZ-2026-b4wn7d.yaml")
    stage(root, {"nazorg.yaml": REGIO + "\n# erbij\n"})
    assert fouten_of(staged(root), DAG) == []


def test_index_of_the_occasion_is_the_one_that_is_checked(root, tmp_path, monkeypatch):
    stage(root, {PAD: KAPOT})
    own = tmp_path / "index"
    own.write_bytes((root / ".git/index").read_bytes())
    stage(root, {PAD: TEKST})
    monkeypatch.setenv("GIT_INDEX_FILE", str(own))
    assert codes(fouten_of(staged(root), DAG)) == [(PAD, "NZ103")]


def test_werkmap_that_goes_as_a_whole_may_go(root):
    stage(root, {PAD: None, ANDER: None, "nazorg.yaml": None})
    assert fouten_of(staged(root), DAG) == []


def test_last_version_of_what_is_pushed_counts(root):
    voor = git(root, "rev-parse", "HEAD").strip()
    commit(root, {PAD: KAPOT})
    assert codes(fouten_of_aanbod(root, aanbod(root, voor), DAG)) == [(PAD, "NZ103")]
    commit(root, {PAD: TEKST})
    (root / PAD).write_text(KAPOT, encoding="utf-8")
    assert fouten_of_aanbod(root, aanbod(root, voor), DAG) == []


def test_personal_number_in_a_version_in_between_goes_along_and_is_found(root):
    voor = git(root, "rev-parse", "HEAD").strip()
    commit(root, {PAD: BSN})
    commit(root, {PAD: TEKST})
    assert codes(fouten_of_aanbod(root, aanbod(root, voor), DAG)) == [(PAD, "NZ701")]


def test_all_is_checked_of_a_branch_that_nobody_has(root):
    commit(root, {PAD: KAPOT})
    commit(root, {ANDER: TEKST_ANDER + "\n# erbij\n"})
    assert codes(fouten_of_aanbod(root, aanbod(root, ""), DAG)) == [(PAD, "NZ103")]


def test_branch_that_is_taken_away_and_commit_that_is_not_here_are_known_for_what_they_are(root):
    head = git(root, "rev-parse", "HEAD").strip()
    assert read_aanbod(root, "0" * 40, head) is None
    assert read_aanbod(root, head, "1" * 40) == Aanbod(head, "")
