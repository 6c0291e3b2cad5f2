"""What was changed by hand is committed together, once it checks."""

import pytest
from fabriek_git import git

from nazorg.errors import RepositoryError, UsageError
from nazorg.register import Register
from nazorg.register.wijziging import GeweigerdError, save
from nazorg.werkmap import Werkmap

from .conftest import PAD
from .fabriek import PEILDATUM, REGIO, dossier, write

ANDER, ANDERE_TEKST = dossier("a2bcde", betrokkene="p-a2bcde")


def change_by_hand(folder, inhoud):
    (folder / PAD).write_text(inhoud.replace("wat: Urgentie", "wat: Urgentie met spoed"))
    write(folder, (ANDER, ANDERE_TEKST), regio=None)


def test_everything_that_changed_is_one_commit(register, folder, inhoud):
    change_by_hand(folder, inhoud)
    (folder / "nazorg.yaml").write_text(REGIO.replace("Voorbeeld", "Andere"))
    (folder / "aantekening.txt").write_text("hoort er niet bij")
    bewaard = save(register, None, verwijderd=False)
    assert bewaard.paden == (ANDER, PAD, "nazorg.yaml")
    assert git(folder, "log", "-1", "--format=%B").strip() == (
        "bewaar: NZ-2026-a2bcde, NZ-2026-k7f3mq, nazorg.yaml\n\nDossier: NZ-2026-a2bcde\nDossier: NZ-2026-k7f3mq"
    )
    assert git(folder, "status", "--porcelain").splitlines() == ["?? aantekening.txt"]


def test_only_what_is_named_is_saved(register, folder, inhoud):
    change_by_hand(folder, inhoud)
    assert save(register, [PAD], verwijderd=False).paden == (PAD,)
    assert git(folder, "status", "--porcelain").splitlines() == [f"?? {ANDER}"]


def test_what_is_staged_is_saved_too_and_what_is_only_touched_is_not(register, folder, inhoud):
    change_by_hand(folder, inhoud)
    git(folder, "add", ANDER)
    (folder / PAD).write_text(inhoud)
    assert save(register, None, verwijderd=False).paden == (ANDER,)
    assert git(folder, "status", "--porcelain") == ""


def test_fout_in_one_file_keeps_all_of_them_unsaved(register, folder, inhoud):
    change_by_hand(folder, inhoud)
    (folder / ANDER).write_text(ANDERE_TEKST.replace("Leiden", "Nergens"))
    with pytest.raises(GeweigerdError) as caught:
        save(register, None, verwijderd=False)
    assert [one.code for one in caught.value.bevindingen] == ["NZ604"]
    assert git(folder, "rev-list", "--count", "HEAD").strip() == "1"


def test_file_that_is_gone_is_not_taken_for_granted(register, folder):
    (folder / PAD).unlink()
    with pytest.raises(UsageError) as caught:
        save(register, None, verwijderd=False)
    assert PAD in caught.value.message
    bewaard = save(register, None, verwijderd=True)
    assert bewaard.weg == (PAD,)
    assert git(folder, "ls-files").split() == ["nazorg.yaml"]


def test_only_showing_saves_nothing(register, folder, inhoud):
    change_by_hand(folder, inhoud)
    assert save(register, None, verwijderd=False, droog=True).paden == (ANDER, PAD)
    assert git(folder, "rev-list", "--count", "HEAD").strip() == "1"


def test_nothing_changed_is_nothing_saved(register):
    assert save(register, None, verwijderd=False).paden == ()


@pytest.mark.usefixtures("thuis")
def test_plain_folder_has_nothing_to_save_to(tmp_path, inhoud):
    register = Register(Werkmap(write(tmp_path / "gewoon", (PAD, inhoud))), PEILDATUM)
    with pytest.raises(RepositoryError, match="niet in git"):
        save(register, None, verwijderd=False)


def test_werkmap_in_a_folder_of_a_repository_saves_its_own_files_only(folder, inhoud):
    inner = folder / "binnen"
    write(inner, (PAD, inhoud))
    (folder / PAD).write_text(inhoud.replace("Urgentie", "Anders"))
    bewaard = save(Register(Werkmap(inner), PEILDATUM), None, verwijderd=False)
    assert bewaard.paden == (PAD, "nazorg.yaml")
    assert git(folder, "show", "--format=", "--name-only").split() == [f"binnen/{PAD}", "binnen/nazorg.yaml"]


def test_name_of_a_file_that_is_no_id_stays_out_of_the_message(register, folder):
    for name in ("templates/brief Jan Jansen.md.j2", "templates/é\n.md.j2"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")
    assert len(save(register, None, verwijderd=False).paden) == 2
    assert git(folder, "log", "-1", "--format=%B").strip() == "bewaar: templates\n\nOpdracht: bewaar"
