"""What a merge made of its own, and what it overrode: the changes that ``git log -- file`` hides."""

import pytest
from fabriek_git import commit, git, merge

from nazorg.historie import Samenvoeging, Soort

from .fabriek import PAD, actie, dossier, historie, short, told

STATUS = "leefgebieden/onderdak/acties/w4hn/status"


def part(folder, here, there, base=None):
    """Two lines from one commit: ``zij`` (by S. Yilmaz) and ``main`` (by A. de Jong), each with its own text."""
    commit(folder, {PAD: dossier(actie()) if base is None else base}, op="2026-10-01T12:00:00")
    git(folder, "checkout", "--quiet", "-b", "zij")
    commit(folder, {PAD: there}, op="2026-10-02T12:00:00", door="S. Yilmaz")
    git(folder, "checkout", "--quiet", "main")
    commit(folder, {PAD: here, "nazorg.yaml": "nazorg: 1\n"}, op="2026-10-03T12:00:00", door="A. de Jong")


def of_merges(folder):
    return [(one.samenvoeging, *short(one)[1:]) for one in told(folder) if one.samenvoeging]


def test_change_that_a_merge_overrode_is_found_where_git_log_hides_it(tmp_path):
    part(tmp_path, dossier(actie()), dossier(actie("gedaan")))
    merged = merge(tmp_path, "zij", {}, door="R. Haddad")
    shown = git(tmp_path, "log", "-p", "--", PAD)
    assert "gedaan" not in shown
    assert "S. Yilmaz" not in shown
    lost, made, _ = told(tmp_path)
    assert lost.samenvoeging is Samenvoeging.OVERSCHREVEN
    assert short(lost) == ("R. Haddad", "gewijzigd", STATUS, "gedaan", "open")
    assert (lost.herkomst.commit, lost.eerder) == (merged, made.herkomst)
    assert short(made) == ("S. Yilmaz", "gewijzigd", STATUS, "open", "gedaan")
    assert next(short(one) for one in historie(tmp_path).of_werkmap()) == short(lost)


def test_merge_that_keeps_both_sides_has_nothing_to_tell(tmp_path):
    part(tmp_path, dossier(actie(), kader="vrijwillig"), dossier(actie("gedaan")))
    merge(tmp_path, "zij", {PAD: dossier(actie("gedaan"), kader="vrijwillig")})
    assert of_merges(tmp_path) == []


def test_change_that_only_the_merge_made_is_told_as_its_own(tmp_path):
    part(tmp_path, dossier(actie(), kader="vrijwillig"), dossier(actie("gedaan")))
    merge(tmp_path, "zij", {PAD: dossier(actie("gedaan"), kader="vrijwillig", gemeente="Leiden")})
    assert of_merges(tmp_path) == [("gemaakt", "toegevoegd", "gemeente", "", "Leiden")]


def test_third_value_for_what_both_sides_changed_is_told_once(tmp_path):
    part(tmp_path, dossier(actie("bezig")), dossier(actie("gedaan")))
    merge(tmp_path, "zij", {PAD: dossier(actie("wacht"))})
    assert of_merges(tmp_path) == [("gemaakt", "gewijzigd", STATUS, "bezig", "wacht")]


def test_conflict_that_was_decided_for_one_side_tells_what_the_other_had_made_of_it(tmp_path):
    part(tmp_path, dossier(actie("bezig")), dossier(actie("gedaan")))
    merge(tmp_path, "zij", {PAD: dossier(actie("gedaan"))})
    assert of_merges(tmp_path) == [("overschreven", "gewijzigd", STATUS, "bezig", "gedaan")]
    assert told(tmp_path)[0].eerder.door == "A. de Jong"


def test_item_that_one_side_added_and_the_merge_dropped_is_lost(tmp_path):
    extra = actie(naam="k7r2", wat="Mailen")
    part(tmp_path, dossier(actie("bezig")), dossier(actie(), extra))
    merge(tmp_path, "zij", {PAD: dossier(actie("bezig"))})
    ((how, kind, way, *_),) = of_merges(tmp_path)
    assert (how, kind, way) == ("overschreven", "verwijderd", "leefgebieden/onderdak/acties/k7r2")
    assert told(tmp_path)[0].wijziging.wat == "Mailen"


def test_dossier_that_one_side_changed_and_the_other_removed_is_lost_as_a_whole(tmp_path):
    part(tmp_path, dossier(), dossier(status="nazorg"), base=dossier())
    commit(tmp_path, {PAD: None})
    merge(tmp_path, "zij", {})
    ((how, kind, way, *_),) = of_merges(tmp_path)
    assert (how, kind, way) == ("overschreven", "verwijderd", "")


def test_dossier_that_only_one_side_ever_had_comes_over_unsaid(tmp_path):
    commit(tmp_path, {"nazorg.yaml": "nazorg: 1\n"})
    git(tmp_path, "checkout", "--quiet", "-b", "zij")
    commit(tmp_path, {PAD: dossier()}, door="S. Yilmaz")
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, {"x.txt": "x"})
    git(tmp_path, "merge", "--quiet", "--no-ff", "--message", "x", "zij", op="2026-10-09T12:00:00")
    assert [short(one)[:2] for one in told(tmp_path)] == [("S. Yilmaz", "toegevoegd")]


def test_dossier_that_only_one_side_ever_had_is_lost_where_the_merge_leaves_it_out(tmp_path):
    commit(tmp_path, {"nazorg.yaml": "nazorg: 1\n"})
    git(tmp_path, "checkout", "--quiet", "-b", "zij")
    commit(tmp_path, {PAD: dossier()}, door="S. Yilmaz")
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, {"x.txt": "x"})
    merge(tmp_path, "zij", {}, door="R. Haddad")
    lost, _ = told(tmp_path)
    assert (lost.samenvoeging, lost.wijziging.soort, lost.eerder.door) == ("overschreven", "verwijderd", "S. Yilmaz")


def test_dossier_that_came_in_a_merge_of_sides_without_it_is_the_merges_own(tmp_path):
    commit(tmp_path, {"nazorg.yaml": "nazorg: 1\n"})
    git(tmp_path, "checkout", "--quiet", "-b", "zij")
    commit(tmp_path, {"y.txt": "y"})
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, {"x.txt": "x"})
    merge(tmp_path, "zij", {PAD: dossier()})
    assert [(one.samenvoeging, one.wijziging.soort) for one in told(tmp_path)] == [("gemaakt", "toegevoegd")]


def test_lines_that_met_crosswise_do_not_make_a_loss_of_what_was_taken_over(tmp_path):
    part(tmp_path, dossier(actie(), kader="vrijwillig"), dossier(actie("gedaan")))
    both = dossier(actie("gedaan"), kader="vrijwillig")
    git(tmp_path, "branch", "oud")
    merge(tmp_path, "zij", {PAD: both}, op="2026-10-04T12:00:00")
    git(tmp_path, "checkout", "--quiet", "zij")
    merge(tmp_path, "oud", {PAD: both}, op="2026-10-05T12:00:00")
    commit(tmp_path, {PAD: dossier(actie("vervallen"), kader="vrijwillig")}, op="2026-10-06T12:00:00", door="S. Yilmaz")
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, {PAD: dossier(actie("gedaan"), kader="justitieel")}, op="2026-10-07T12:00:00", door="A. de Jong")
    merge(tmp_path, "zij", {PAD: dossier(actie("vervallen"), kader="justitieel")}, op="2026-10-08T12:00:00")
    assert of_merges(tmp_path) == []


def test_lines_that_met_crosswise_still_tell_a_loss(tmp_path):
    part(tmp_path, dossier(actie(), kader="vrijwillig"), dossier(actie("gedaan")))
    both = dossier(actie("gedaan"), kader="vrijwillig")
    git(tmp_path, "branch", "oud")
    merge(tmp_path, "zij", {PAD: both}, op="2026-10-04T12:00:00")
    git(tmp_path, "checkout", "--quiet", "zij")
    merge(tmp_path, "oud", {PAD: both}, op="2026-10-05T12:00:00")
    commit(tmp_path, {PAD: dossier(actie("vervallen"), kader="vrijwillig")}, op="2026-10-06T12:00:00", door="S. Yilmaz")
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, {"x.txt": "x"}, op="2026-10-07T12:00:00")
    merge(tmp_path, "zij", {}, op="2026-10-08T12:00:00")
    assert of_merges(tmp_path) == [("overschreven", "gewijzigd", STATUS, "vervallen", "gedaan")]


def test_merge_of_three_lines_tells_each_loss_once(tmp_path):
    commit(tmp_path, {PAD: dossier(actie())})
    for name, status in (("een", "bezig"), ("twee", "gedaan")):
        git(tmp_path, "checkout", "--quiet", "-b", name, "main")
        commit(tmp_path, {PAD: dossier(actie(status))}, door=name)
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, {"x.txt": "x"})
    git(tmp_path, "merge", "--quiet", "--strategy", "ours", "--message", "x", "een", "twee", op="2026-10-09T12:00:00")
    assert sorted(one[3] for one in of_merges(tmp_path)) == ["bezig", "gedaan"]
    assert {one.eerder.door for one in told(tmp_path) if one.samenvoeging} == {"een", "twee"}


def test_merge_whose_result_cannot_be_read_says_so(tmp_path):
    part(tmp_path, dossier(actie("bezig")), dossier(actie("gedaan")))
    merge(tmp_path, "zij", {PAD: "<<<<<<< x\n"})
    assert of_merges(tmp_path) == [("gemaakt", "onleesbaar", "", "", "")]


@pytest.mark.parametrize("brings_back", [True, False])
def test_file_that_a_merge_brought_back_or_took_away_is_told_where_neither_line_had_touched_it(tmp_path, brings_back):
    commit(tmp_path, {PAD: dossier()}, op="2026-10-01T12:00:00")
    if brings_back:
        commit(tmp_path, {PAD: None}, op="2026-10-02T12:00:00")
    git(tmp_path, "checkout", "--quiet", "-b", "een")
    commit(tmp_path, {"een.md": "x"}, op="2026-10-03T12:00:00")
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, {"main.md": "x"}, op="2026-10-03T12:00:00")
    merge(tmp_path, "een", {PAD: dossier() if brings_back else None}, op="2026-10-04T12:00:00")
    newest = told(tmp_path)[0]
    assert newest.samenvoeging is Samenvoeging.GEMAAKT
    assert newest.wijziging.soort is (Soort.TOEGEVOEGD if brings_back else Soort.VERWIJDERD)
    assert [one for one in historie(tmp_path).of_werkmap() if one.pad == PAD] == told(tmp_path)
