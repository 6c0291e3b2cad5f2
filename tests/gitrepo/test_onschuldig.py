"""Which settings of a received repository are harmless, told without starting git."""

import os

import pytest
from fabriek_git import commit, git

from nazorg.errors import RepositoryError
from nazorg.gitrepo.configuratie import read_configuratie
from nazorg.gitrepo.onschuldig import are_onschuldig, is_onschuldig
from nazorg.gitrepo.werkboom import open_werkboom

TEKSTEN = {
    "": True,
    "[core]\n\tbare = false\n\tfileMode = true\n": True,
    '# wat\n[remote "origin"]\r\n\turl = ssh://x/y.git ; z\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n': True,
    '[branch "a/b.c"]\n\tmerge = refs/heads/main\n': True,
    "[core]\n\tfilemode\n": True,
    "[core]\n\tfsmonitor = ./programma\n": False,
    '[filter "x"]\n\tclean = ./programma\n': False,
    '[remote "origin"]\n\tuploadpack = ./programma\n': False,
    "[include]\n\tpath = elders\n": False,
    "[core]\n\thooksPath = elders\n": False,
    "[core]\n\tcompression = 0\\\n1\n": False,
    "[core] bare = false\n": False,
    "[user.naam]\n\temail = x\n": False,
    '[remote "a\\"b"]\n\turl = x\n': False,
    "bare = false\n": False,
    "[core\n": False,
    "\u00e9 = 1\n": False,
}


@pytest.mark.parametrize("text", TEKSTEN)
def test_only_what_is_plain_and_known_is_harmless(tmp_path, text):
    (tmp_path / "config").write_bytes(text.encode())
    assert are_onschuldig(tmp_path, tmp_path) is TEKSTEN[text]


@pytest.mark.parametrize("text", [text for text, harmless in TEKSTEN.items() if harmless])
def test_what_is_harmless_without_git_is_harmless_with_it(tmp_path, text):
    commit(tmp_path, {"nazorg.yaml": "nazorg: 1\n"})
    config = tmp_path / ".git/config"
    config.write_text(config.read_text() + text, newline="")
    read_configuratie(open_werkboom(tmp_path))


@pytest.mark.parametrize(
    "name", ["core.fsmonitor", "filter.x.clean", "remote.origin.vcs", "alias.x", "core.x.bare", "push"]
)
def test_setting_that_git_would_act_on_is_not_harmless(tmp_path, name):
    assert not is_onschuldig(name)
    if name.count(".") and not name.startswith("core.x"):
        commit(tmp_path, {"nazorg.yaml": "nazorg: 1\n"})
        git(tmp_path, "config", name, "false")
        assert not are_onschuldig(tmp_path / ".git", tmp_path / ".git")
        with pytest.raises(RepositoryError):
            read_configuratie(open_werkboom(tmp_path))


def test_settings_of_a_second_work_tree_count_too(tmp_path):
    (tmp_path / "eigen").mkdir()
    (tmp_path / "config").write_text("[core]\n\tbare = false\n")
    (tmp_path / "eigen/config.worktree").write_text("[core]\n\tfsmonitor = ./programma\n")
    assert not are_onschuldig(tmp_path / "eigen", tmp_path)


def test_settings_that_are_no_file_are_not_harmless_and_nobody_waits_for_them(tmp_path):
    os.mkfifo(tmp_path / "config")
    assert not are_onschuldig(tmp_path, tmp_path)
