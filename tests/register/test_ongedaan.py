"""The own last operation is taken back as a new commit, while it is nobody else's yet."""

from random import Random

import pytest
from fabriek_git import git

from nazorg.errors import UsageError
from nazorg.register.wijziging import NietOngedaanError, change, create, save, undo
from nazorg.wijzigen import add_actie, allot, defer, finish, log, read_toewijzing, set_fields

from .conftest import PAD
from .fabriek import dossier


def do(register, plan, opdracht="zet"):
    return change(register, PAD, plan, "", Random(1), opdracht).vastgelegd.commit


def subjects(folder, count):
    return git(folder, "log", "--format=%s", f"-{count}").splitlines()


def test_undone_operation_leaves_the_file_byte_for_byte_as_it_was(register, folder, inhoud):
    commit = do(register, finish("w4hn", None, "x"), "gedaan")
    done = undo(register)
    assert (folder / PAD).read_text() == inhoud
    assert subjects(folder, 1) == [f"ongedaan {commit[:10]}: NZ-2026-k7f3mq"]
    assert f"Ongedaan: {commit}" in git(folder, "log", "-1", "--format=%B")
    first = done.bestanden[0].wijzigingen[0]
    assert (first.oud, first.nieuw) == ("gedaan", "")
    assert git(folder, "status", "--porcelain") == ""


def test_undoing_again_goes_one_operation_further_back(register, folder, inhoud):
    first = do(register, defer("w4hn", "2026-12-05"))
    second = do(register, allot("w4hn", "m.bakker"))
    undo(register)
    undo(register)
    assert (folder / PAD).read_text() == inhoud
    assert subjects(folder, 2) == [f"ongedaan {one[:10]}: NZ-2026-k7f3mq" for one in (first, second)]
    with pytest.raises(UsageError, match="nog niets gewijzigd"):
        undo(register)


def test_new_dossier_that_is_undone_is_gone(register, folder):
    pad, text = dossier("a2bcde", betrokkene="p-a2bcde")
    create(register, pad, text.encode(), "nieuw")
    undo(register)
    assert not (folder / pad).exists()
    assert git(folder, "status", "--porcelain") == ""


def test_only_showing_undoes_nothing(register, folder):
    do(register, allot("w4hn", "m.bakker"))
    assert undo(register, droog=True).vastgelegd is None
    assert "eigenaar: m.bakker" in (folder / PAD).read_text()


def test_what_is_shared_stays_and_the_command_that_sets_it_right_is_told(register, folder, tmp_path):
    git(tmp_path, "init", "--quiet", "--bare", "bron.git")
    git(folder, "remote", "add", "origin", str(tmp_path / "bron.git"))
    do(register, set_fields([read_toewijzing("w4hn.wat=Urgentie: spoed"), read_toewijzing("gemeente=Gouda")]))
    git(folder, "push", "--quiet", "origin", "main")
    with pytest.raises(NietOngedaanError) as caught:
        undo(register)
    assert "al gedeeld" in caught.value.message
    assert caught.value.details == (
        "nazorg zet NZ-2026-k7f3mq gemeente=Leiden",
        "nazorg zet NZ-2026-k7f3mq w4hn.wat=Urgentie",
    )
    assert caught.value.exit_code == 4


def test_work_of_another_stays(register, thuis):
    commit = do(register, add_actie("zorg", {"wat": "Bellen"}), "actie")
    (thuis / ".gitconfig").write_text("[user]\n  email = s.yilmaz@example.org\n", encoding="utf-8")
    with pytest.raises(UsageError):
        undo(register)
    with pytest.raises(NietOngedaanError, match="niet van u") as caught:
        undo(register, commit)
    assert caught.value.details == ("nazorg bewerk NZ-2026-k7f3mq",)


def test_operation_with_something_on_top_stays(register, folder):
    do(register, allot("w4hn", "m.bakker"))
    (folder / PAD).write_text((folder / PAD).read_text().replace("wat: Inschrijven", "wat: Anders"))
    with pytest.raises(NietOngedaanError, match="is er nog iets veranderd in NZ-2026-k7f3mq"):
        undo(register)
    assert "wat: Anders" in (folder / PAD).read_text()


def test_work_on_another_dossier_is_nothing_on_top(register, folder, inhoud):
    first = do(register, allot("w4hn", "m.bakker"))
    pad, text = dossier("a2bcde", betrokkene="p-a2bcde")
    create(register, pad, text.encode(), "nieuw")
    undo(register, first)
    assert (folder / PAD).read_text() == inhoud
    assert (folder / pad).exists()


def test_added_action_of_a_shared_operation_is_set_right_by_letting_it_lapse(register):
    commit = do(register, add_actie("onderdak", {"wat": "Bellen"}), "actie")
    do(register, log("Later", ""), "logboek")
    with pytest.raises(NietOngedaanError) as caught:
        undo(register, commit)
    (line,) = caught.value.details
    assert line.startswith("nazorg zet NZ-2026-k7f3mq ")
    assert line.endswith(".status=vervallen")


def test_windows_line_ends_come_back_as_they_were(register, folder, inhoud):
    git(folder, "config", "core.autocrlf", "true")
    (folder / PAD).write_bytes(inhoud.replace("\n", "\r\n").encode())
    do(register, allot("w4hn", "m.bakker"))
    undo(register)
    assert (folder / PAD).read_bytes() == inhoud.replace("\n", "\r\n").encode()
    assert git(folder, "status", "--porcelain") == ""


def test_commit_that_is_no_operation_is_refused(register):
    with pytest.raises(UsageError, match="geen wijziging van nazorg"):
        undo(register, "HEAD")


def test_saving_of_settings_alone_is_an_operation_too(register, folder):
    do(register, allot("w4hn", "m.bakker"))
    (folder / "nazorg.yaml").write_text((folder / "nazorg.yaml").read_text() + "# toelichting\n")
    save(register, None, verwijderd=False)
    assert [one.pad for one in undo(register).bestanden] == ["nazorg.yaml"]
    assert "eigenaar: m.bakker" in (folder / PAD).read_text()
    assert [one.pad for one in undo(register).bestanden] == [PAD]


def test_what_was_done_again_is_the_last_that_counts(register):
    do(register, defer("w4hn", "2026-12-05"))
    last = do(register, allot("w4hn", "m.bakker"))
    undo(register)
    undo(register, "HEAD")
    assert undo(register, droog=True).operatie.commit == last
    undo(register)
    assert undo(register, droog=True).operatie.onderwerp.startswith("zet NZ-2026-k7f3mq w4hn: uiterlijk")


@pytest.mark.parametrize("versie", ["HEAD", "HEAD~1..HEAD", "^HEAD", "HEAD:nazorg.yaml", "zij^!"])
def test_what_is_no_single_commit_of_ours_is_not_undone(register, folder, versie):
    git(folder, "switch", "--quiet", "-c", "zij")
    do(register, defer("w4hn", "2026-12-05"))
    git(folder, "switch", "--quiet", "main")
    git(folder, "merge", "--quiet", "--no-ff", "--message", "samen", "zij")
    with pytest.raises(UsageError, match="geen wijziging van nazorg"):
        undo(register, versie)


def test_operation_on_another_werkmap_of_the_repository_is_passed_over(register, folder):
    do(register, defer("w4hn", "2026-12-05"))
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x\n\nDossier: NZ-2026-k7f3mq")
    assert undo(register).operatie.onderwerp.startswith("zet NZ-2026-k7f3mq w4hn: uiterlijk")


def test_whole_file_that_is_shared_is_told_how_to_bring_back_or_take_away(register, folder):
    pad, text = dossier("a2bcde", betrokkene="p-a2bcde")
    create(register, pad, text.encode(), "nieuw")
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    with pytest.raises(NietOngedaanError) as caught:
        undo(register)
    assert caught.value.details == (f"haal {pad} weg, en dan: nazorg bewaar --verwijderd",)
    (folder / pad).unlink()
    commit = save(register, None, verwijderd=True).vastgelegd.commit
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    with pytest.raises(NietOngedaanError) as caught:
        undo(register)
    assert caught.value.details == (f"git restore --source={commit[:10]}^ -- {pad}, en dan: nazorg bewaar",)
