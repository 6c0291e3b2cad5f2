"""While git looks what changed, what was found before is read already; it is told only where it still holds."""

import sys
from datetime import timedelta
from unittest.mock import patch

import pytest
from fabriek_git import commit
from register.fabriek import PEILDATUM, REGIO, dossier

from nazorg.index import oordeel
from nazorg.index.antwoord import open_for
from nazorg.register import Register, check, check_from_index
from nazorg.werkmap import Werkmap

from .fabriek import count_as_large

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="posix_spawn")
TEKST = dict(dossier(nummer, "betrokkene: x\n") for nummer in ("aaaaa1", "bbbbb2", "ccccc3"))
EEN = next(iter(TEKST))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A werkmap that counts as large, and was checked before."""
    count_as_large(monkeypatch)
    commit(tmp_path / "regio", {"nazorg.yaml": REGIO, **TEKST})
    by_index(tmp_path / "regio")
    return tmp_path / "regio"


def by_index(folder, peildatum=PEILDATUM, meanwhile=lambda: None):
    werkmap = Werkmap(folder)
    opening = open_for(werkmap)
    real = oordeel.read_ahead

    def read_ahead(*asked):
        found = real(*asked)
        meanwhile()
        return found

    with patch("nazorg.index.keuren.read_ahead", read_ahead):
        return check_from_index(werkmap, peildatum, opening)


def by_files(folder, peildatum=PEILDATUM):
    return check(Register(Werkmap(folder), peildatum), None)


def reads(folder, peildatum=PEILDATUM, meanwhile=lambda: None):
    """How many times the findings were read from the index."""
    with patch.object(oordeel, "_read", wraps=oordeel._read) as read:
        found = by_index(folder, peildatum, meanwhile)
    assert found == by_files(folder, peildatum)
    assert found.bevindingen
    return read.call_count


def test_what_still_holds_is_read_once(folder):
    assert reads(folder) == 1


def test_change_before_the_question_is_told(folder):
    (folder / EEN).write_text(TEKST[EEN].replace("Leiden", "Elders"))
    assert reads(folder) == 2
    assert reads(folder) == 1


def test_change_while_git_looks_is_told_by_who_asks_next(folder):
    def other():
        (folder / EEN).write_text(TEKST[EEN].replace("Leiden", "Elders"))
        check_from_index(Werkmap(folder), PEILDATUM)

    assert reads(folder, meanwhile=other) == 3  # ahead, by the other, and what it came to


def test_what_was_judged_for_another_day_is_not_read_ahead(folder):
    commit(folder, {EEN: TEKST[EEN] + "detentie: {ontslag: {verwacht: 2026-11-20}}\n"})
    by_index(folder)
    later = PEILDATUM + timedelta(days=400)
    assert reads(folder, later) == 1
    assert reads(folder, later) == 1


def test_day_that_another_asked_about_meanwhile_changes_nothing(folder):
    def other():
        check_from_index(Werkmap(folder), PEILDATUM + timedelta(days=400))

    assert reads(folder, meanwhile=other) == 2  # ahead, and by the other
