"""Several dossiers change as one commit: all of them, or none."""

from random import Random

import pytest
from fabriek_git import commit, git

from nazorg.errors import UsageError
from nazorg.register import Register
from nazorg.register.wijziging import GeweigerdError, Voornemen, change_together
from nazorg.werkmap import Werkmap
from nazorg.wijzigen import log

from .conftest import PAD
from .fabriek import KAPOT, PEILDATUM, dossier, write

ANDER, TEKST = dossier("a2bcde", betrokkene="p-a2bcde")


@pytest.fixture
def samen(folder):
    commit(folder, {ANDER: TEKST})
    return Register(Werkmap(folder), PEILDATUM)


def do(register, **plannen):
    paths = {"een": PAD, "ander": ANDER, "kapot": KAPOT[0]}
    return change_together(register, {paths[name]: plan for name, plan in plannen.items()}, Random(1), "rappel")


def subjects(folder):
    return git(folder, "log", "--format=%s").splitlines()


def test_two_dossiers_are_one_commit_that_names_both(samen, folder):
    made = do(samen, een=log("Gebeld", ""), ander=log("Gebeld", ""))
    assert [one.nummer for one in made.gewijzigd] == ["NZ-2026-k7f3mq", "NZ-2026-a2bcde"]
    assert git(folder, "log", "-1", "--format=%B").strip() == (
        "rappel: NZ-2026-k7f3mq, NZ-2026-a2bcde\n\nDossier: NZ-2026-k7f3mq\nDossier: NZ-2026-a2bcde"
    )
    assert set(git(folder, "show", "--format=", "--name-only").split()) == {PAD, ANDER}
    assert git(folder, "status", "--porcelain") == ""


def refuse(_):
    raise UsageError("Kan niet.", "")


def test_one_that_cannot_leaves_all_as_they_were(samen, folder):
    before = subjects(folder)
    with pytest.raises(UsageError, match="Kan niet"):
        do(samen, een=log("Gebeld", ""), ander=refuse)
    write(folder, KAPOT, regio=None)
    with pytest.raises(GeweigerdError):
        do(samen, een=log("Gebeld", ""), kapot=log("Gebeld", ""))
    assert subjects(folder) == before
    assert "Gebeld" not in (folder / PAD).read_text()


def test_what_was_changed_by_hand_is_committed_first_and_a_dossier_that_stays_is_left_alone(samen, folder):
    (folder / PAD).write_text((folder / PAD).read_text().replace("Inschrijven", "Inschrijven nu"))
    made = do(samen, een=log("Gebeld", ""), ander=lambda _: Voornemen("niets", ()))
    assert [one.pad for one in made.gewijzigd] == [PAD]
    assert subjects(folder)[:2] == ["rappel: NZ-2026-k7f3mq", "bewaar NZ-2026-k7f3mq"]


def test_nothing_to_do_is_no_commit(samen, folder):
    before = subjects(folder)
    made = do(samen, een=lambda _: Voornemen("niets", ()))
    assert (made.gewijzigd, made.vastgelegd) == ((), None)
    assert subjects(folder) == before
