"""The events of a dossier: by id, with removals, versions that cannot be read, and the name it had before."""

import pytest
from fabriek_git import commit, git

from nazorg.errors import RepositoryError

from .fabriek import PAD, actie, dossier, historie, short, told, write


def test_change_of_an_action_is_told_by_its_id_with_who_and_when(tmp_path):
    commit(tmp_path, {PAD: dossier(actie(), actie(naam="k7r2", wat="Mailen"))})
    last = commit(
        tmp_path,
        {PAD: dossier(actie(naam="k7r2", wat="Mailen"), actie("gedaan"))},
        op="2026-11-19T14:02:00+01:00",
        door="S. Yilmaz",
    )
    event = told(tmp_path)[0]
    assert short(event) == ("S. Yilmaz", "gewijzigd", "leefgebieden/onderdak/acties/w4hn/status", "open", "gedaan")
    assert (event.wijziging.leefgebied, event.wijziging.actie, event.wijziging.wat) == ("onderdak", "w4hn", "Bellen")
    assert (event.dossier, event.pad, event.herkomst.commit) == ("NZ-2026-k7f3mq", PAD, last)
    assert event.herkomst.op.isoformat() == "2026-11-19T14:02:00+01:00"
    assert event.herkomst.mail == "s.yilmaz@example.org"


def test_dossier_comes_and_goes_as_a_whole(tmp_path):
    write(tmp_path, dossier())
    commit(tmp_path, {PAD: None, "nazorg.yaml": "nazorg: 1\n"})
    whole = str({"dossier": "NZ-2026-k7f3mq", "status": "aangemeld"})
    assert [short(one)[1:] for one in told(tmp_path)] == [("verwijderd", "", whole, ""), ("toegevoegd", "", "", whole)]


def test_newest_comes_first_and_a_revert_is_a_change_like_any_other(tmp_path):
    write(tmp_path, dossier(), dossier(status="nazorg"))
    git(tmp_path, "revert", "--no-edit", "HEAD", op="2026-10-03T12:00:00")
    assert [short(one)[3:] for one in told(tmp_path)[:2]] == [("nazorg", "aangemeld"), ("aangemeld", "nazorg")]


def test_later_is_what_builds_on_the_other_whatever_the_clocks_said(tmp_path):
    for status, day in (("aangemeld", 9), ("nazorg", 3), ("afgesloten", 7)):
        commit(tmp_path, {PAD: dossier(status=status)}, op=f"2026-10-{day:02}T12:00:00")
    assert [short(one)[4] for one in told(tmp_path)[:2]] == ["afgesloten", "nazorg"]
    assert [event.herkomst.op.day for event in historie(tmp_path).of_werkmap()] == [7, 3, 9]


def test_version_that_cannot_be_read_is_an_event_and_the_next_is_held_against_the_last_that_could(tmp_path):
    write(tmp_path, dossier(), "dossier: [\n", "\tx", dossier(status="nazorg"), dossier(status="nazorg"))
    assert [short(one)[1:] for one in told(tmp_path)[:-1]] == [
        ("weer_leesbaar", "", "", ""),
        ("gewijzigd", "status", "aangemeld", "nazorg"),
        ("onleesbaar", "", "", ""),
        ("onleesbaar", "", "", ""),
    ]


def test_dossier_that_could_never_be_read_came_when_it_could(tmp_path):
    write(tmp_path, "dossier: [\n", dossier())
    assert [short(one)[1] for one in told(tmp_path)] == ["weer_leesbaar", "toegevoegd", "onleesbaar"]


def test_oldest_commit_looks_for_the_name_before_it(tmp_path):
    old = "archief/k7f3mq.yaml"
    commit(tmp_path, {old: dossier()})
    commit(tmp_path, {old: dossier(status="nazorg")})
    commit(tmp_path, {old: None, PAD: dossier(status="nazorg", kader="vrijwillig")})
    events = told(tmp_path)
    assert [short(one)[1:] for one in events[:3]] == [
        ("verplaatst", "", old, PAD),
        ("toegevoegd", "kader", "", "vrijwillig"),
        ("gewijzigd", "status", "aangemeld", "nazorg"),
    ]
    assert short(events[3])[1] == "toegevoegd"
    assert [event.pad for event in events] == [PAD, PAD, old, old]


def test_dossier_is_never_taken_for_the_one_of_another_person(tmp_path):
    other = dossier().replace("k7f3mq", "b4wn7d")
    commit(tmp_path, {"dossiers/2026/NZ-2026-b4wn7d.yaml": other})
    commit(tmp_path, {"dossiers/2026/NZ-2026-b4wn7d.yaml": None, PAD: dossier()})
    assert [short(one)[1] for one in told(tmp_path)] == ["toegevoegd"]


def test_whole_werkmap_tells_a_file_with_a_new_name_as_one(tmp_path):
    old = "dossiers/NZ-2026-k7f3mq.yaml"
    commit(tmp_path, {old: dossier(), "nazorg.yaml": "nazorg: 1\n"})
    commit(tmp_path, {old: None, PAD: dossier(status="nazorg")})
    events = list(historie(tmp_path).of_werkmap())
    assert [short(one)[1:3] for one in events] == [
        ("verplaatst", ""),
        ("gewijzigd", "status"),
        ("toegevoegd", ""),
        ("toegevoegd", ""),
    ]
    assert [event.dossier for event in events] == ["NZ-2026-k7f3mq"] * 3 + [""]


@pytest.mark.parametrize(
    "name", ["dossiers/a b.yaml", "dossiers/[x]*.yaml", "dossiers/é\t'\".yaml", "dossiers/:(top).yaml"]
)
def test_odd_names_are_names(tmp_path, name):
    write(tmp_path, dossier(), dossier(status="nazorg"), path=name)
    commit(tmp_path, {"dossiers/x.yaml": dossier()})
    assert [short(one)[1] for one in told(tmp_path, name)] == ["gewijzigd", "toegevoegd"]
    assert {event.pad for event in historie(tmp_path).of_werkmap()} == {name, "dossiers/x.yaml"}


def test_werkmap_in_a_folder_of_a_repository_tells_of_its_own_files(tmp_path):
    commit(tmp_path, {f"regio/{PAD}": dossier(), PAD: dossier(), "regio/lees.txt": "x"})
    commit(tmp_path, {f"regio/{PAD}": dossier(status="nazorg"), PAD: dossier(status="afgesloten")})
    assert [event.pad for event in historie(tmp_path / "regio").of_werkmap()] == [PAD, PAD]
    assert short(told(tmp_path / "regio")[0])[3:] == ("aangemeld", "nazorg")


def test_branch_without_a_commit_has_no_history(tmp_path):
    git(tmp_path, "init", "--quiet")
    assert told(tmp_path) == []
    assert list(historie(tmp_path).of_werkmap()) == []
    assert historie(tmp_path).tree(PAD) == ""


def test_history_of_a_shallow_copy_ends_where_the_copy_does(tmp_path):
    write(tmp_path / "bron", dossier(), dossier(status="nazorg"))
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{tmp_path}/bron", "kopie")
    assert historie(tmp_path / "kopie").repository.is_shallow
    assert [short(one)[1] for one in told(tmp_path / "kopie")] == ["toegevoegd"]


def test_tree_is_what_stands_in_git_and_refuses_what_cannot_be_read(tmp_path):
    write(tmp_path, dossier())
    assert historie(tmp_path).tree(PAD) == {"dossier": "NZ-2026-k7f3mq", "status": "aangemeld"}
    commit(tmp_path, {PAD: "dossier: ["})
    assert historie(tmp_path).tree(PAD) is None


def test_files_of_no_kind_of_ours_and_links_are_passed_over(tmp_path):
    commit(tmp_path, {"dossiers/x.txt": "x", "dossiers/.y.yaml": "y: 1\n", "nazorg.yaml": "nazorg: 1\n"})
    (tmp_path / "dossiers/z.yaml").symlink_to("x.txt")
    commit(tmp_path, {})
    assert [event.pad for event in historie(tmp_path).of_werkmap()] == ["nazorg.yaml"]


def test_commit_that_nobody_asks_for_is_not_looked_into(tmp_path):
    write(tmp_path, dossier(), "dossier: [", dossier(status="nazorg"))
    seen = [short(one)[1] for one in historie(tmp_path).of_file(PAD, lambda commit: commit.at.day == 2)]
    assert seen == ["weer_leesbaar", "gewijzigd", "toegevoegd"]


def test_version_that_is_not_there_is_no_version_that_says_nothing(tmp_path):
    write(tmp_path, dossier(), dossier(status="nazorg"), dossier(status="nazorg", gemeente="Leiden"))
    blob = git(tmp_path, "rev-parse", f"HEAD~1:{PAD}").strip()
    (tmp_path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(RepositoryError, match="ontbreekt"):
        told(tmp_path)
