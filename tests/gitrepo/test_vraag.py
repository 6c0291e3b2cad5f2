"""A question to git that is answered while something else is done."""

import os
import sys
from unittest.mock import patch

import pytest
from fabriek_git import commit

from nazorg.gitrepo import vraag as vragen
from nazorg.gitrepo.vraag import Vraag

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="posix_spawn")


def test_answer_is_what_git_says(tmp_path):
    commit(tmp_path, {"a b.txt": "x"})
    assert Vraag(tmp_path, "ls-files", "-z").answer() == b"a b.txt\0"


def test_git_that_fails_has_no_answer_and_says_nothing(tmp_path, capfd):
    assert Vraag(tmp_path, "diff-files", "-z").answer() is None
    assert capfd.readouterr() == ("", "")


def test_without_git_there_is_no_answer(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert Vraag(tmp_path, "ls-files").answer() is None


def test_program_of_the_folder_itself_is_never_started(tmp_path, monkeypatch):
    (tmp_path / "git").write_text("#!/bin/sh\ntouch gedraaid\n")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    Vraag(tmp_path, "status").answer()
    assert not (tmp_path / "gedraaid").exists()


def test_git_that_does_not_answer_is_ended(tmp_path):
    commit(tmp_path, {"a": "x"})
    with patch.object(vragen, "LANGST_WACHTEN", 0.0):
        assert Vraag(tmp_path, "cat-file", "--batch").answer() is None


def test_answer_that_nobody_needs_leaves_no_process(tmp_path):
    commit(tmp_path, {"a": "x"})
    question = Vraag(tmp_path, "ls-files")
    question.drop()
    assert question.answer() is None
    with pytest.raises(ChildProcessError):
        os.waitpid(question._pid, os.WNOHANG)
