"""One writes at a time, and not while a git still runs that an earlier one had started."""

import subprocess
import sys
import time

import pytest

from nazorg.errors import ConcurrentChangeError, WriteError
from nazorg.transactie import recover_left_behind, slot, transactie
from nazorg.transactie.plek import open_plek
from nazorg.transactie.slot import turn

from .fabriek import alles, los, schrijf, werkmap

HOLD = """
import fcntl, sys
with open(sys.argv[1], "w") as lock:
    fcntl.flock(lock, fcntl.LOCK_EX)
    print("ja", flush=True)
    sys.stdin.read()
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="flock")


@pytest.fixture(params=["slot", "bezig"])
def bezette_map(request, tmp_path):
    """A werkmap in which another process has one of the locks."""
    root = werkmap(tmp_path / "w")
    schrijf(root)
    lock = root / ".git" / "nazorg" / request.param
    command = [sys.executable, "-c", HOLD, str(lock)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        yield root
        process.stdin.close()


def test_writer_that_does_not_get_its_turn_says_so(bezette_map):
    before = alles(bezette_map)
    with pytest.raises(ConcurrentChangeError, match="nog aan het schrijven") as caught:
        schrijf(bezette_map)
    assert caught.value.remedy
    assert alles(bezette_map) == before


def test_reader_leaves_a_writer_alone(bezette_map):
    (bezette_map / ".git" / "nazorg" / "journaal.json").write_text("{}", encoding="utf-8")
    assert recover_left_behind(bezette_map) is None


def test_waiting_for_both_locks_takes_no_longer_than_was_asked(bezette_map):
    started = time.monotonic()
    with pytest.raises(ConcurrentChangeError), transactie(bezette_map, wachten=0.2):
        pass
    assert 0.1 < time.monotonic() - started < 5


def test_writer_waits_longer_while_others_get_on(bezette_map, monkeypatch):
    """Each look at the folder shows another change, as the journals of others would, for as long as that is borne."""
    times = iter(range(10**9))
    monkeypatch.setattr(slot._Geduld, "_changed", lambda _: next(times))
    started = time.monotonic()
    with pytest.raises(ConcurrentChangeError), transactie(bezette_map, wachten=0.05):
        pass
    assert time.monotonic() - started > 0.4


def test_git_that_we_start_keeps_the_second_lock(tmp_path):
    root = werkmap(tmp_path / "w")
    plek = open_plek(root)
    with turn(plek) as inherits:
        command = [sys.executable, "-c", "import sys; print('ja', flush=True); sys.stdin.read()"]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=inherits)
        child.stdout.readline()
    with child:
        with pytest.raises(ConcurrentChangeError), turn(plek, wachten=0):
            pass
        child.stdin.close()
        child.wait()
        with turn(plek, wachten=0):
            pass


def test_turn_is_free_again_after_a_failure(tmp_path):
    root = los(tmp_path / "w")
    with pytest.raises(ZeroDivisionError), transactie(root):
        raise ZeroDivisionError
    schrijf(root)


@pytest.mark.parametrize("name", ["slot", "bezig", ""])
def test_link_in_the_place_of_our_own_files_is_not_followed(tmp_path, name):
    root = werkmap(tmp_path / "w")
    target = tmp_path / "buiten"
    target.mkdir()
    (target / "slot").write_bytes(b"van een ander")
    eigen = root / ".git" / "nazorg"
    if name:
        eigen.mkdir()
        (eigen / name).symlink_to(target / "slot")
    else:
        eigen.symlink_to(target)
    before = alles(target)
    with pytest.raises(WriteError):
        schrijf(root)
    assert alles(target) == before


def test_folder_for_what_is_derived_is_for_the_owner_alone_and_invisible_to_git(tmp_path):
    root = los(tmp_path / "w")
    schrijf(root)
    assert (root / ".nazorg").stat().st_mode & 0o777 == 0o700
    assert (root / ".nazorg" / ".gitignore").read_text(encoding="utf-8") == "*\n"
