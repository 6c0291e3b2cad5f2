"""The difference between two states: settings, consultations and dossiers, by what they say."""

import pytest
from fabriek_git import commit
from historie.fabriek import PAD, actie, dossier

from nazorg.begrippen.bron import Bestand
from nazorg.gitrepo import Revisie, open_revisie
from nazorg.vergelijk import compare
from nazorg.werkmap import Werkmap

OVERLEG = "overleggen/2026-11-26-leiden.yaml"


@pytest.fixture
def regio(tmp_path):
    commit(
        tmp_path,
        {PAD: dossier(actie()), OVERLEG: "overleg: x\ndossiers:\n  - dossier: a\n", "nazorg.yaml": "regio: x\n"},
    )
    return tmp_path


def summary(found):
    return [(one.pad, *("/".join(map(str, change.weg)) for change in one.wijzigingen)) for one in found.bestanden]


def test_work_tree_that_is_what_git_has_differs_in_nothing(regio):
    head = open_revisie(regio, "HEAD")
    assert compare(head, Werkmap(regio)).bestanden == ()


def test_what_is_the_same_in_bytes_is_not_read(regio, monkeypatch):
    first, last = open_revisie(regio, "HEAD"), open_revisie(regio, commit(regio, {PAD: dossier(actie("gedaan"))}))
    read = []
    monkeypatch.setattr(Revisie, "read", lambda _, path: read.append(path) or Bestand(path, b"a: 1\n"))
    compare(first, last)
    assert read == [PAD, PAD]


def test_unsaved_edits_are_told_for_every_kind_of_file(regio):
    (regio / PAD).write_text(dossier(actie("gedaan")), encoding="utf-8")
    (regio / OVERLEG).write_text("overleg: x\ndossiers:\n  - dossier: b\n", encoding="utf-8")
    (regio / "nazorg.yaml").write_text("regio: y\n", encoding="utf-8")
    (regio / "dossiers/2026/NZ-2026-b4wn7d.yaml").write_text(dossier(), encoding="utf-8")
    found = compare(open_revisie(regio, "HEAD"), Werkmap(regio))
    assert summary(found) == [
        ("nazorg.yaml", "regio"),
        (OVERLEG, "dossiers/b", "dossiers/a"),
        ("dossiers/2026/NZ-2026-b4wn7d.yaml", ""),
        (PAD, "leefgebieden/onderdak/acties/w4hn/status"),
    ]
    assert (found.tot, [one.dossier for one in found.bestanden][2:]) == (
        "werkmap",
        ["NZ-2026-b4wn7d", "NZ-2026-k7f3mq"],
    )


def test_way_of_writing_is_no_difference(regio):
    text = (regio / PAD).read_text(encoding="utf-8")
    (regio / PAD).write_text("# een opmerking\n" + text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    assert compare(open_revisie(regio, "HEAD"), Werkmap(regio)).bestanden == ()


def test_file_that_cannot_be_read_is_named_with_the_side_it_is_on(regio):
    commit(regio, {PAD: "dossier: ["})
    first = open_revisie(regio, "HEAD")
    (regio / PAD).write_text(dossier(), encoding="utf-8")
    (regio / OVERLEG).write_text("\t", encoding="utf-8")
    found = compare(first, Werkmap(regio))
    assert [one.pad for one in found.onleesbaar] == [OVERLEG, f"{first.name}:{PAD}"]
    assert found.bestanden == ()


def test_one_dossier_is_compared_by_itself_and_a_removed_one_has_gone(regio):
    first = open_revisie(regio, "HEAD")
    commit(regio, {PAD: None, "nazorg.yaml": "regio: y\n"})
    found = compare(first, open_revisie(regio, "HEAD"), PAD)
    assert [(one.pad, one.wijzigingen[0].soort) for one in found.bestanden] == [(PAD, "verwijderd")]
