"""A folder that was received may hold anything: nothing outside it is written or taken away."""

import json
import os
import subprocess
import sys

import pytest
from fabriek_git import commit, git
from register.fabriek import REGIO, dossier

from nazorg.errors import ConcurrentChangeError, NazorgError
from nazorg.gitrepo import find_repository, lezer, read_commits, vastleggen
from nazorg.transactie import Bestandswijziging, Operatie, digest_of, recover_left_behind, transactie

PAD, TEKST = dossier("k7f3mq")
NIEUW = TEKST.replace("Leiden", "Gouda").encode()


@pytest.fixture
def root(tmp_path, monkeypatch):
    home = tmp_path / "thuis"
    home.mkdir(exist_ok=True)
    (home / ".gitconfig").write_text("[user]\n  email = m.bakker@example.org\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    folder = tmp_path / "regio"
    commit(folder, {"nazorg.yaml": REGIO, PAD: TEKST})
    return folder


@pytest.fixture
def buiten(tmp_path):
    folder = tmp_path / "buiten"
    folder.mkdir()
    (folder / "bekend.txt").write_bytes(b"bekend")
    return folder


def operation(new=NIEUW):
    return Operatie((Bestandswijziging(PAD, digest_of(TEKST.encode()), new),), "zet x", ("NZ-2026-k7f3mq",))


def change(root):
    with transactie(root) as schrijver:
        return schrijver.write(operation())


def test_journal_with_a_work_tree_elsewhere_takes_nothing_away_there(root, buiten):
    git(root, "config", "core.worktree", str(buiten))
    (root / ".git/nazorg").mkdir()
    wissel = {"pad": "bekend.txt", "oud": None, "nieuw": digest_of(b"bekend"), "teken": "deadbeef"}
    journal = {"versie": 1, "teken": "deadbeef", "wissels": [wissel], "dossiers": [], "ref": "", "van": "", "naar": ""}
    (root / ".git/nazorg/journaal.json").write_text(json.dumps(journal | {"klaar": False}))
    assert recover_left_behind(root) is None
    with pytest.raises(NazorgError):
        change(root)
    assert (buiten / "bekend.txt").read_bytes() == b"bekend"


def test_journal_about_a_file_that_we_never_write_is_not_followed(root):
    (root / "eigen.txt").write_bytes(b"bekend")
    (root / ".git/nazorg").mkdir()
    wissel = {"pad": "eigen.txt", "oud": None, "nieuw": digest_of(b"bekend"), "teken": "deadbeef"}
    journal = {"versie": 1, "teken": "deadbeef", "wissels": [wissel], "dossiers": [], "ref": "", "van": "", "naar": ""}
    (root / ".git/nazorg/journaal.json").write_text(json.dumps(journal | {"klaar": False}))
    assert recover_left_behind(root) is None
    assert (root / "eigen.txt").read_bytes() == b"bekend"


@pytest.mark.parametrize("name", ["logs/HEAD", "logs/refs/heads/main", "logs", "refs", "objects", "index"])
def test_link_below_git_is_not_written_through(root, buiten, name):
    place = root / ".git" / name
    target = buiten / "doel"
    if place.is_dir():
        place.rename(target)
    else:
        target.write_bytes(place.read_bytes())
        place.unlink()
    place.symlink_to(target)
    before = sorted(path.relative_to(target) for path in target.rglob("*")) if target.is_dir() else target.read_bytes()
    with pytest.raises(NazorgError, match="snelkoppeling"):
        change(root)
    after = sorted(path.relative_to(target) for path in target.rglob("*")) if target.is_dir() else target.read_bytes()
    assert after == before
    assert (root / PAD).read_text() == TEKST


def test_link_in_the_place_of_the_lock_is_not_opened(root, buiten):
    (root / ".git/nazorg").mkdir()
    (root / ".git/nazorg/slot").symlink_to(buiten / "bekend.txt")
    with pytest.raises(NazorgError, match="snelkoppeling"):
        change(root)
    assert (buiten / "bekend.txt").read_bytes() == b"bekend"


@pytest.mark.parametrize("away", [["switch", "-c", "ander"], ["switch", "--detach"]], ids=["branch", "detached"])
def test_branch_that_is_left_meanwhile_gets_no_commit(root, monkeypatch, away):
    real = vastleggen.Schrijfgit.write_commit

    def leave(self, *arguments):
        made = real(self, *arguments)
        git(root, *away)
        return made

    monkeypatch.setattr(vastleggen.Schrijfgit, "write_commit", leave)
    with pytest.raises(NazorgError) as caught:
        change(root)
    assert caught.value.exit_code == ConcurrentChangeError.exit_code
    assert git(root, "rev-list", "--count", "--all").strip() == "1"
    assert (root / PAD).read_text() == TEKST
    assert git(root, "status", "--porcelain") == ""


def test_large_template_is_compared_whole(root):
    template = root / "templates/plan-groot.md.j2"
    template.parent.mkdir()
    template.write_bytes(b"x" * 400_000)
    git(root, "add", "templates")
    git(root, "commit", "--quiet", "--message", "x")
    with transactie(root) as schrijver:
        assert schrijver.unsaved() == []
        assert schrijver.committed("templates/plan-groot.md.j2") == b"x" * 400_000


@pytest.mark.parametrize("name", ["NZ-2026-k7f3mq.yaml", ".gitignore", ".NZ-2026-k7f3mq.yaml.begin"])
def test_link_among_the_drafts_is_not_written_through(root, buiten, name):
    klad = root / ".nazorg/klad"
    klad.mkdir(parents=True)
    (klad / name).symlink_to(buiten / "bekend.txt")
    done = subprocess.run(
        [sys.executable, "-m", "nazorg", "bewerk", "k7f3"],
        cwd=root,
        env={**os.environ, "EDITOR": "true", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 4
    assert "snelkoppeling" in done.stderr
    assert (buiten / "bekend.txt").read_bytes() == b"bekend"


@pytest.mark.parametrize("place", [PAD, ".git/index.lock"])
def test_pipe_in_the_place_of_a_file_is_said_and_not_waited_for(root, place):
    (root / place).unlink(missing_ok=True)
    os.mkfifo(root / place)
    with pytest.raises(NazorgError):
        change(root)
    (root / place).unlink()
    git(root, "checkout", "--", PAD)
    assert change(root).commit


def test_repository_that_a_received_folder_points_to_gets_no_commit(root, tmp_path):
    gekregen = tmp_path / "gekregen"
    (gekregen / PAD).parent.mkdir(parents=True)
    (gekregen / PAD).write_text(TEKST)
    (gekregen / "nazorg.yaml").write_text(REGIO)
    (gekregen / ".git").write_text(f"gitdir: {root / '.git'}\n")
    with pytest.raises(NazorgError, match="die hier niets van weet"):
        change(gekregen)
    assert git(root, "rev-list", "--count", "--all").strip() == "1"
    assert (gekregen / PAD).read_text() == TEKST


def test_second_work_tree_is_its_own_repositorys(root, tmp_path):
    git(root, "worktree", "add", "--quiet", str(tmp_path / "tweede"))
    assert change(tmp_path / "tweede").commit == git(root, "rev-parse", "tweede").strip()


@pytest.mark.parametrize(
    ("staged", "words"),
    [
        (["rm", "--cached", "--quiet", PAD], "staat een andere versie klaar"),
        (["update-index", "--chmod=+x", PAD], "staat een andere versie klaar"),
        (["update-index", "--skip-worktree", PAD], "niet op wijzigingen hoeft te letten"),
        (["update-index", "--assume-unchanged", PAD], "niet op wijzigingen hoeft te letten"),
    ],
    ids=["removal", "mode", "skip-worktree", "assume-unchanged"],
)
def test_what_is_staged_of_the_file_itself_is_not_lost(root, staged, words):
    git(root, *staged)
    before = git(root, "ls-files", "--stage", "-v")
    with pytest.raises(NazorgError, match=words):
        change(root)
    assert git(root, "ls-files", "--stage", "-v") == before


def test_removal_that_was_staged_is_committed(root):
    git(root, "rm", "--quiet", PAD)
    with transactie(root) as schrijver:
        done = schrijver.write(Operatie((Bestandswijziging(PAD, None, None),), "bewaar", ("NZ-2026-k7f3mq",)))
    assert done.commit
    assert git(root, "status", "--porcelain") == ""


def test_filter_of_a_submodule_is_not_run(root, tmp_path):
    canary = tmp_path / "gedraaid"
    sub = root / "dossiers/sub"
    commit(sub, {".gitattributes": "f filter=x\n", "f": "a"})
    git(sub, "config", "filter.x.clean", f"touch {canary}; cat")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "sub")
    (sub / "f").write_text("b")
    os.utime(sub / "f", (1_600_000_000, 1_600_000_000))
    with transactie(root) as schrijver:
        schrijver.unsaved()
    assert not canary.exists()


@pytest.mark.parametrize("as_file", [False, True], ids=["commondir", "gitfile"])
def test_repository_that_a_received_one_shares_its_objects_with_gets_no_commit(root, tmp_path, as_file):
    gekregen = tmp_path / "gekregen"
    commit(gekregen, {"nazorg.yaml": REGIO, PAD: TEKST})
    own = gekregen / ".git"
    kept = {name: (own / name).read_bytes() for name in ("HEAD", "index")}
    own.rename(tmp_path / "weg")
    if as_file:
        kept["gitdir"] = f"{own}\n".encode()
        own.write_text(f"gitdir: {tmp_path / 'listig/worktrees/x'}\n")
        own = tmp_path / "listig/worktrees/x"
    own.mkdir(parents=True)
    for name, content in kept.items():
        (own / name).write_bytes(content)
    (own / "commondir").write_text(f"{root / '.git'}\n")
    with pytest.raises(NazorgError, match="die hier niets van weet"):
        change(gekregen)
    assert git(root, "rev-list", "--count", "--all").strip() == "1"


def test_journal_that_came_with_a_clone_is_not_followed(root, tmp_path):
    wissel = {"pad": PAD, "oud": None, "nieuw": digest_of(TEKST.encode()), "teken": "deadbeef"}
    journal = {"versie": 1, "teken": "deadbeef", "wissels": [wissel], "dossiers": [], "ref": "", "van": "", "naar": ""}
    commit(root, {".nazorg/journaal.json": json.dumps(journal | {"klaar": False})})
    git(root, "clone", "--quiet", str(root), str(tmp_path / "kloon"))
    assert recover_left_behind(tmp_path / "kloon") is None
    assert change(tmp_path / "kloon").commit
    assert (tmp_path / "kloon" / PAD).exists()


def test_pipe_in_the_place_of_an_object_is_not_waited_for_without_end(root, monkeypatch):
    blob = git(root, "rev-parse", f"HEAD:{PAD}").strip()
    place = root / ".git/objects" / blob[:2] / blob[2:]
    place.unlink()
    os.mkfifo(place)
    monkeypatch.setattr(lezer, "LANGST_WACHTEN", 0.1)
    with pytest.raises(NazorgError, match="hield op met antwoorden"):
        lezer.Objectlezer(root).read(blob)


def test_history_that_was_grafted_is_not_believed(root):
    first = git(root, "rev-parse", "HEAD").strip()
    second, third = (commit(root, {PAD: f"{TEKST}# {number}\n"}) for number in (2, 3))
    (root / ".git/info").mkdir(exist_ok=True)
    (root / ".git/info/grafts").write_text(f"{third} {first}\n")
    assert [one.id for one in read_commits(find_repository(root), third, [PAD])] == [third, second, first]
