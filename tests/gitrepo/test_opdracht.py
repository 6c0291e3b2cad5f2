"""What git says is had whole, or it is known that it is not."""

import pytest

from nazorg.gitrepo.opdracht import git


@pytest.mark.skipif(not hasattr(__import__("os"), "memfd_create"), reason="this system knows no files in memory")
def test_git_writes_to_a_file_of_which_it_tells_that_it_is_full_and_not_to_a_pipe(tmp_path, monkeypatch):
    stand_in = tmp_path / "git"
    stand_in.write_text("#!/bin/sh\n[ -f /dev/stdout ] && echo bestand\n[ -p /dev/stdout ] && echo pijp\n")
    stand_in.chmod(0o755)
    monkeypatch.setattr("nazorg.gitrepo.opdracht.program", lambda: str(stand_in))
    assert git(tmp_path, "status").stdout == "bestand\n"


def test_all_that_git_says_is_there_however_much_it_is(tmp_path):
    much = b"x" * 3_000_000
    git(tmp_path, "init", "--quiet")
    name = git(tmp_path, "hash-object", "-w", "--stdin", stdin=much).stdout.strip()
    assert git(tmp_path, "cat-file", "blob", name).stdout.encode() == much
