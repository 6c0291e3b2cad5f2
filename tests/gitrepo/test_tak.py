"""Where a branch stands, or that git does not say."""

import pytest
from fabriek_git import commit

from nazorg.errors import RepositoryError
from nazorg.gitrepo.tak import commit_of
from nazorg.gitrepo.werkboom import open_werkboom


def test_ref_that_is_not_there_is_none_and_a_git_that_is_killed_is_no_answer(tmp_path, monkeypatch):
    made = commit(tmp_path / "r", {"a.yaml": "a"})
    werkboom = open_werkboom(tmp_path / "r")
    assert commit_of(werkboom, "HEAD") == made
    assert commit_of(werkboom, "refs/heads/elders") is None
    stand_in = tmp_path / "git"
    stand_in.write_text("#!/bin/sh\nkill -9 $$\n")
    stand_in.chmod(0o755)
    monkeypatch.setattr("nazorg.gitrepo.opdracht.program", lambda: str(stand_in))
    with pytest.raises(RepositoryError):
        commit_of(werkboom, "HEAD")
