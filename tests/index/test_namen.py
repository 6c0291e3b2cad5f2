"""The numbers of the dossiers for a shell: those that the folders hold now, or no answer."""

import pytest
from fabriek_git import commit
from register.fabriek import REGIO

from nazorg.index import antwoord, kijken
from nazorg.index import stempel as stempels
from nazorg.index.namen import known_paths
from nazorg.werkmap import Werkmap

from .fabriek import KAPOT, by_index, mark_of, text_of

PADEN = [
    "dossiers/2025/NZ-2025-bbbbb2.yaml",
    "dossiers/2026/NZ-2026-aaaaa1.yaml",
    "dossiers/2026/NZ-2026-aabbb2.yaml",
    "dossiers/2026/nz-2026-aaccc3.YML",
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A werkmap that counts as large, with folders that are old enough to be known by their stamp."""
    monkeypatch.setattr(kijken, "VANAF", 1)
    monkeypatch.setattr(antwoord, "VANAF", 1)
    monkeypatch.setattr(stempels, "JONG", -(10**18))
    commit(
        tmp_path,
        {
            "nazorg.yaml": REGIO,
            PADEN[0]: KAPOT,
            **{pad: text_of(pad[-11:-5], "", "aangemeld", ()) for pad in PADEN[1:]},
        },
    )
    by_index(tmp_path)
    return tmp_path


@pytest.mark.parametrize("begin", ["", "NZ-2026-aa", "nz-2026-AA", "NZ-2026-aab", "NZ-2025", "NZ_2026", "%", "\\"])
def test_numbers_that_begin_so_are_told_in_the_order_of_the_files(folder, begin):
    wanted = [pad for pad in PADEN if pad.rpartition("/")[2].casefold().startswith(begin.casefold())]
    assert known_paths(Werkmap(folder), begin) == wanted


@pytest.mark.parametrize("change", ["new file", "new folder", "gone", "no index", "no text"])
def test_where_a_folder_changed_there_is_no_answer(folder, change):
    begin = ""
    if change == "new file":
        (folder / "dossiers/2026/NZ-2026-ddddd4.yaml").write_text(KAPOT)
    elif change == "new folder":
        (folder / "dossiers/2027").mkdir()
    elif change == "gone":
        (folder / PADEN[0]).unlink()
    elif change == "no index":
        mark_of(folder).unlink()
    else:
        begin = "é"
    assert known_paths(Werkmap(folder), begin) is None


def test_folder_that_changed_just_now_gives_no_answer(folder, monkeypatch):
    monkeypatch.setattr(stempels, "JONG", 10**18)
    assert known_paths(Werkmap(folder), "") is None
