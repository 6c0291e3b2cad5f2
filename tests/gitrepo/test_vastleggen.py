"""A commit by the trees that change is the commit that git's own index would make."""

from pathlib import Path

from fabriek_git import commit, git
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nazorg.gitrepo.tak import Tak
from nazorg.gitrepo.vastleggen import Auteur, Ingang, Schrijfgit
from nazorg.gitrepo.werkboom import open_werkboom

NAMEN = ("a", "a.b", "a-b", "b", "map")
PADEN = st.lists(st.sampled_from(NAMEN), min_size=1, max_size=3).map("/".join)


def leads(one: str, other: str) -> bool:
    return other.startswith(f"{one}/")


@st.composite
def trees(draw):
    """Paths of which none is a folder of another."""
    found: list[str] = []
    for path in draw(st.lists(PADEN, max_size=6)):
        if not any(leads(path, one) or leads(one, path) for one in found):
            found.append(path)
    return found


def by_index(folder: Path, tip: str, changes: dict[str, Ingang | None]) -> str:
    """The tree that git's index makes of it."""
    git(folder, "read-tree", tip)
    for path, one in changes.items():
        what = ("--add", "--cacheinfo", f"{one.mode},{one.blob},{path}") if one else ("--force-remove", path)
        git(folder, "update-index", *what)
    return git(folder, "write-tree").strip()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(before=trees(), after=trees(), texts=st.lists(st.sampled_from("xyz"), min_size=6, max_size=6))
def test_trees_that_change_come_to_what_an_index_of_all_files_would(tmp_path_factory, before, after, texts):
    folder = tmp_path_factory.mktemp("r")
    tip = commit(folder, dict.fromkeys(before, "begin"))
    schrijf = Schrijfgit(open_werkboom(folder))
    changes: dict[str, Ingang | None] = {path: None for path in before if path not in after}
    kept = [path for path in before if path in after]
    new = [path for path in after if not any(leads(path, one) or leads(one, path) for one in before)]
    for path, text in zip([*kept, *new], texts, strict=False):
        changes[path] = Ingang("100755" if text == "z" else "100644", schrijf.write_blob(text.encode()))
    made = schrijf.write_commit(Tak("refs/heads/main", tip), changes, "x", Auteur("M", "m@example.org"))
    assert git(folder, "rev-parse", f"{made}^{{tree}}").strip() == by_index(folder, tip, changes)
    assert git(folder, "rev-parse", f"{made}^").strip() == tip
    git(folder, "fsck", "--strict")


def test_first_commit_and_one_that_takes_everything_away(tmp_path):
    git(tmp_path, "init", "--quiet")
    schrijf = Schrijfgit(open_werkboom(tmp_path))
    auteur = Auteur("M", "m@example.org")
    ingang = Ingang("100644", schrijf.write_blob(b"x"))
    first = schrijf.write_commit(Tak("refs/heads/main", None), {"a/b": ingang}, "x", auteur)
    assert git(tmp_path, "ls-tree", "-r", "--name-only", first) == "a/b\n"
    last = schrijf.write_commit(Tak("refs/heads/main", first), {"a/b": None}, "x", auteur)
    assert git(tmp_path, "ls-tree", last) == ""


def test_file_that_comes_where_a_folder_was_and_the_other_way_round(tmp_path):
    tip = commit(tmp_path, {"a/b": "x", "c": "x"})
    schrijf = Schrijfgit(open_werkboom(tmp_path))
    ingang = Ingang("100644", schrijf.write_blob(b"x"))
    changes = {"a/b": None, "a": ingang, "c": None, "c/d": ingang}
    made = schrijf.write_commit(Tak("refs/heads/main", tip), changes, "x", Auteur("M", "m@example.org"))
    assert git(tmp_path, "ls-tree", "-r", "--name-only", made) == "a\nc/d\n"
