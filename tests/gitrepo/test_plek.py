"""Where a werkmap lies in its repository."""

import pytest
from fabriek_git import commit, git

from nazorg.errors import RepositoryError
from nazorg.gitrepo import find_repository


def test_werkmap_in_a_folder_knows_its_place_below_the_top(tmp_path):
    head = commit(tmp_path, {"a b/regio/nazorg.yaml": "nazorg: 1\n"})
    found = find_repository(tmp_path / "a b/regio")
    assert (found.prefix, found.head, found.is_shallow) == ("a b/regio/", head, False)
    assert found.top.resolve() == tmp_path.resolve()
    assert find_repository(tmp_path).prefix == ""


def test_branch_without_a_commit_has_no_head(tmp_path):
    git(tmp_path, "init", "--quiet")
    assert find_repository(tmp_path).head is None


def test_folder_outside_git_has_no_history(tmp_path):
    with pytest.raises(RepositoryError, match="ligt niet in git, dus er is geen geschiedenis"):
        find_repository(tmp_path)


def test_detached_head_and_linked_work_tree_have_one(tmp_path):
    first = commit(tmp_path / "repo", {"a.yaml": "1"})
    commit(tmp_path / "repo", {"a.yaml": "2"})
    git(tmp_path / "repo", "worktree", "add", "--quiet", "--detach", str(tmp_path / "naast"), first)
    assert find_repository(tmp_path / "naast").head == first
