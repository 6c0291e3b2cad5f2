"""Who last changed each field of a dossier."""

from fabriek_git import commit, git, merge
from historie.fabriek import PAD, actie, dossier, historie, write

from nazorg.begrippen.bron import Bestand
from nazorg.herkomst import field_origins
from nazorg.yamltext import as_boom, read_document


def origins(folder, now=None):
    tree = None if now is None else as_boom(read_document(Bestand(PAD, now.encode())).root)
    found = field_origins(historie(folder), PAD, tree)
    return {
        "/".join(map(str, one.weg)): (one.herkomst.op.day if one.herkomst else None) if one.is_bewaard else "nieuw"
        for one in found
    }


WAY = "leefgebieden/onderdak/acties/w4hn"


def test_field_comes_from_the_last_commit_that_changed_it(tmp_path):
    write(tmp_path, dossier(actie()), dossier(actie("gedaan")), dossier(actie("gedaan"), status="nazorg"))
    assert origins(tmp_path) == {"dossier": 1, "status": 3, f"{WAY}/wat": 1, f"{WAY}/status": 2}


def test_value_that_came_back_comes_from_who_brought_it_back(tmp_path):
    write(tmp_path, dossier(), dossier(status="nazorg"), dossier())
    assert origins(tmp_path)["status"] == 3


def test_what_is_not_in_git_yet_says_so_also_where_it_was_taken_out(tmp_path):
    write(tmp_path, dossier(actie(), kader="vrijwillig"))
    found = origins(tmp_path, dossier(actie("gedaan"), actie(naam="k7r2")))
    assert {way for way, day in found.items() if day == "nieuw"} == {
        "kader",
        f"{WAY}/status",
        "leefgebieden/onderdak/acties/k7r2/wat",
        "leefgebieden/onderdak/acties/k7r2/status",
    }


def test_dossier_that_git_does_not_know_is_all_new(tmp_path):
    commit(tmp_path, {"nazorg.yaml": "nazorg: 1\n"})
    assert set(origins(tmp_path, dossier()).values()) == {"nieuw"}


def test_field_of_an_action_that_moved_or_got_its_id_later_keeps_its_maker(tmp_path):
    bare = dossier(actie().replace("id: w4hn, ", ""))
    write(tmp_path, bare, dossier(actie()), dossier(actie(), leefgebied="zorg"))
    assert origins(tmp_path) == {
        "dossier": 1,
        "status": 1,
        "leefgebieden/zorg/acties/w4hn/wat": 1,
        "leefgebieden/zorg/acties/w4hn/status": 1,
    }


def test_value_that_a_merge_threw_away_is_nobodys_origin(tmp_path):
    commit(tmp_path, {PAD: dossier()}, op="2026-10-01T12:00:00")
    git(tmp_path, "checkout", "--quiet", "-b", "zij")
    commit(tmp_path, {PAD: dossier(status="nazorg")}, op="2026-10-05T12:00:00")
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, {PAD: dossier(status="afgesloten")}, op="2026-10-02T12:00:00")
    merge(tmp_path, "zij", {PAD: dossier(status="afgesloten")})
    assert origins(tmp_path)["status"] == 2


def test_what_a_shallow_copy_does_not_reach_comes_from_where_it_begins(tmp_path):
    write(tmp_path / "bron", dossier(), dossier(status="nazorg"))
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{tmp_path}/bron", "kopie")
    assert origins(tmp_path / "kopie") == {"dossier": 2, "status": 2}
