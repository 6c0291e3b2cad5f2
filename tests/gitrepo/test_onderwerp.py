"""The commits that are about something: by the first words of their subject, and by nothing that looks like them."""

import pytest
from fabriek_git import commit, git

from nazorg.errors import RepositoryError
from nazorg.gitrepo import commits_about, find_repository

NAAM = "verslag 2026-11-26-leiden"


def put(folder, subject):
    git(folder, "commit", "--quiet", "--allow-empty", "--message", subject)
    return git(folder, "rev-parse", "HEAD").strip()


def test_commits_about_something_come_with_the_one_before_the_oldest_first(tmp_path):
    begin = commit(tmp_path, {"a": "1"})
    first = put(tmp_path, f"{NAAM}: NZ-2026-k7f3mq")
    for other in (f"{NAAM}-noord: NZ-2026-k7f3mq", f"over {NAAM}", f"iets anders\n\n{NAAM}", NAAM.upper()):
        between = put(tmp_path, other)
    last = put(tmp_path, NAAM)
    repository = find_repository(tmp_path)
    assert commits_about(repository, last, NAAM) == [(first, begin), (last, between)]
    assert commits_about(repository, first, NAAM) == [(first, begin)]
    assert commits_about(repository, last, "verslag 2026.11.26.leiden") == []


def test_the_first_commit_has_none_before_it(tmp_path):
    commit(tmp_path, {"a": "1"})
    git(tmp_path, "commit", "--quiet", "--amend", "--message", NAAM)
    repository = find_repository(tmp_path)
    assert commits_about(repository, repository.head, NAAM) == [(repository.head, None)]


def test_history_that_cannot_be_read_is_said(tmp_path):
    commit(tmp_path, {"a": "1"})
    with pytest.raises(RepositoryError):
        commits_about(find_repository(tmp_path), "0" * 40, NAAM)
