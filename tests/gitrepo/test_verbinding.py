"""An address that could start a program, is not encrypted or leads into what was received is not gone to."""

import pytest
from fabriek_git import commit, git

from nazorg.errors import RepositoryError
from nazorg.gitrepo.tak import current_tak
from nazorg.gitrepo.verbinding import check_adres, find_verbinding
from nazorg.gitrepo.werkboom import open_werkboom

GOED = (
    "https://git.example.org/regio.git",
    "https://u:geheim@git.example.org:8443/regio.git",
    "ssh://git@git.example.org:2222/regio.git",
    "git@git.example.org:regio/nazorg.git",
    "git.example.org:/srv/regio.git",
    "HTTPS://git.example.org/x",
)
FOUT = (
    "ext::sh -c touch% /tmp/x",
    "fd::17",
    "testgit::x",
    "http://git.example.org/x",
    "git://git.example.org/x",
    "ssh://-oProxyCommand=touch/x",
    "ssh://git@-oProxyCommand=touch/x",
    "-oProxyCommand=touch:x",
    "git@-oProxyCommand=touch:x",
    "git.example.org:-x",
    "--upload-pack=touch",
    "https://",
    "https:///x",
    "ssh://[",
    "gopher://x/y",
    "https://x\n/y",
    "",
    "  ",
)


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    commit(tmp_path / "r", {"nazorg.yaml": "nazorg: 1\n"})
    return tmp_path / "r"


def found(root):
    werkboom = open_werkboom(root)
    return find_verbinding(werkboom, current_tak(werkboom))


@pytest.mark.parametrize("adres", GOED)
def test_address_over_ssh_or_https_is_one_elsewhere(root, adres):
    assert check_adres(root, adres) is None


@pytest.mark.parametrize("adres", FOUT)
def test_address_that_is_not_to_be_trusted_is_refused_with_what_to_do(root, adres):
    with pytest.raises(RepositoryError) as caught:
        check_adres(root, adres)
    assert "git remote -v" in caught.value.remedy


@pytest.mark.parametrize("form", ["../c.git", "{}", "file://{}"])
def test_folder_on_this_computer_is_one_when_it_is_outside(root, tmp_path, form):
    git(tmp_path, "init", "--quiet", "--bare", "c.git")
    assert check_adres(root, form.format(tmp_path / "c.git")) == tmp_path / "c.git"


@pytest.mark.parametrize("adres", ["binnen.git", "./binnen.git", ".", ".git", "../r/binnen.git"])
def test_folder_in_what_was_received_is_refused(root, adres):
    git(root, "init", "--quiet", "--bare", "binnen.git")
    with pytest.raises(RepositoryError, match="in de git-map zelf"):
        check_adres(root, adres)


def test_link_that_leads_back_into_it_is_refused(root, tmp_path):
    (tmp_path / "c.git").symlink_to(root / ".git")
    with pytest.raises(RepositoryError, match="in de git-map zelf"):
        check_adres(root, "../c.git")


def test_folder_whose_own_settings_could_start_a_program_is_refused(root, tmp_path):
    git(tmp_path, "init", "--quiet", "--bare", "c.git")
    git(tmp_path / "c.git", "config", "core.fsmonitor", "touch x")
    with pytest.raises(RepositoryError, match=r"gedeelde map.*core\.fsmonitor"):
        check_adres(root, "../c.git")


def test_no_remote_is_no_connection(root):
    assert found(root) is None


def test_remote_of_the_branch_goes_before_the_only_one_and_that_before_origin(root, tmp_path):
    git(tmp_path, "init", "--quiet", "--bare", "c.git")
    git(root, "remote", "add", "gemeente", "../c.git")
    assert (found(root).naam, found(root).tak) == ("gemeente", "refs/heads/main")
    git(root, "remote", "add", "origin", "../c.git")
    assert found(root).naam == "origin"
    git(root, "config", "branch.main.remote", "gemeente")
    git(root, "config", "branch.main.merge", "refs/heads/hoofd")
    assert (found(root).naam, found(root).tak) == ("gemeente", "refs/heads/hoofd")
    assert found(root).volgt == "refs/remotes/gemeente/hoofd"


@pytest.mark.parametrize("naam", ["./c.git", "ext::touch", "../c.git"])
def test_branch_that_is_shared_with_a_bare_address_is_refused(root, naam):
    git(root, "config", "branch.main.remote", naam)
    with pytest.raises(RepositoryError, match="geen naam"):
        found(root)


def test_address_to_push_to_is_looked_at_as_well(root):
    git(root, "remote", "add", "origin", "https://git.example.org/x")
    git(root, "config", "remote.origin.pushurl", "ext::touch x")
    with pytest.raises(RepositoryError, match="programma starten"):
        found(root)
