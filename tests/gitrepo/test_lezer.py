"""One git answers for any number of objects; that it breaks off is not the same as that there is none."""

from random import Random

import pytest
from fabriek_git import commit

from nazorg.begrippen.bron import VAN_EEN_DOSSIER
from nazorg.errors import RepositoryError
from nazorg.gitrepo import Objectlezer


def test_object_is_read_by_its_name_and_what_is_not_there_is_none(tmp_path):
    commit(tmp_path, {"a.yaml": "a: 1\n"})
    lezer = Objectlezer(tmp_path)
    assert lezer.read("HEAD:a.yaml") == b"a: 1\n"
    assert lezer.read("HEAD:b.yaml") is None
    assert lezer.read("HEAD:a.yaml\nHEAD:a.yaml") is None


def test_objects_that_were_expected_are_the_same_in_any_order_and_beside_others(tmp_path):
    many = {f"{number}.yaml": f"a: {number}\n" for number in range(200)}
    commit(tmp_path, many)
    lezer = Objectlezer(tmp_path)
    lezer.expect([*(f"HEAD:{name}" for name in many), "HEAD:nergens.yaml"])
    asked = [*many, "nergens.yaml", *many]
    Random(7).shuffle(asked)
    for name in asked:
        expected = many[name].encode() if name in many else None
        assert lezer.read(f"HEAD:{name}", geheel=name.startswith("1")) == expected


def test_object_that_is_asked_for_whole_is_whole_though_a_part_of_it_was_expected(tmp_path):
    large = "a" * (VAN_EEN_DOSSIER.bytes + 1000)
    commit(tmp_path, {"groot.yaml": large, "b.yaml": "b: 1\n"})
    lezer = Objectlezer(tmp_path)
    lezer.expect(["HEAD:groot.yaml", "HEAD:b.yaml"])
    assert lezer.read("HEAD:b.yaml") == b"b: 1\n"
    assert lezer.read("HEAD:groot.yaml", geheel=True) == large.encode()
    assert len(lezer.read("HEAD:groot.yaml")) == VAN_EEN_DOSSIER.bytes + 1


@pytest.mark.parametrize("answer", ["", "0123 blob", "0123 blob 100\nkort", "0123 blob 900000\nkort"])
def test_git_that_breaks_off_is_an_error_and_no_endless_wait(tmp_path, monkeypatch, answer):
    program = tmp_path / "git"
    program.write_text(f"#!/bin/sh\nread question\nprintf '{answer}'\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setattr("nazorg.gitrepo.lezer.program", lambda: str(program))
    with pytest.raises(RepositoryError, match="hield op"):
        Objectlezer(tmp_path).read("HEAD:a.yaml")


def test_git_that_has_died_is_an_error_and_not_the_end_of_the_output(tmp_path, monkeypatch):
    program = tmp_path / "git"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setattr("nazorg.gitrepo.lezer.program", lambda: str(program))
    lezer = Objectlezer(tmp_path)
    for _ in range(3):
        with pytest.raises(RepositoryError):
            lezer.read("HEAD:a.yaml")
