"""The law of a folder that is changed in place: it is the folder that git itself makes of what stands in it."""

import subprocess

from hypothesis import given
from hypothesis import strategies as st

from nazorg.gitrepo.mapobject import MAP, Regel, change_regels, find_regels

LENGTH = 20
FILE = b"100644"
namen = st.one_of(
    st.sampled_from([b"a", b"a.b", b"a b", b"a-", b"a0", b"b", b"100644 a", b"x 40000 a", b"\xff"]),
    st.binary(min_size=1, max_size=4).filter(lambda naam: b"\0" not in naam and b"/" not in naam),
)
_SCHIJN = b" a\x00100644 b" + b"\x00" * 9
"""An id that looks like the end of one line and the beginning of the next."""
oids = st.one_of(st.sampled_from([_SCHIJN, b" " * 20, b"\x00" * 20]), st.binary(min_size=20, max_size=20))
regels = st.builds(Regel, st.sampled_from([MAP, b"040000", FILE, b"100755", b"120000"]), oids)
mappen = st.dictionaries(namen, regels, max_size=12)


def as_git_sorts(entries: dict[bytes, Regel]) -> bytes:
    rows = sorted((regel.sort_key(naam), naam, regel) for naam, regel in entries.items())
    return b"".join(b"%b %b\0%b" % (regel.mode, naam, regel.oid) for _, naam, regel in rows)


@given(mappen, st.dictionaries(namen, st.none() | regels, max_size=6))
def test_changed_folder_is_the_folder_of_what_then_stands_in_it(before, changes):
    after = {naam: regel for naam, regel in {**before, **changes}.items() if regel is not None}
    assert change_regels(as_git_sorts(before), LENGTH, changes) == as_git_sorts(after)


@given(mappen, st.sets(namen))
def test_what_a_folder_says_of_a_name_is_what_stands_there(entries, asked):
    found = find_regels(as_git_sorts(entries), LENGTH, asked)
    assert found == {naam: regel for naam, regel in entries.items() if naam in asked}


def test_git_sorts_so(tmp_path):
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    blob = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
    tree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    rows = [("100644", "blob", "a.b"), ("040000", "tree", "a"), ("100755", "blob", "a0"), ("100644", "blob", "a-")]
    listed = "".join(f"{mode} {kind} {tree if kind == 'tree' else blob}\t{naam}\n" for mode, kind, naam in rows)
    git = ["git", "-C", tmp_path]
    made = subprocess.run([*git, "mktree", "--missing"], input=listed.encode(), capture_output=True, check=True).stdout
    whole = subprocess.run([*git, "cat-file", "tree", made.decode().strip()], capture_output=True, check=True).stdout
    changes = {
        naam.encode(): Regel(mode.lstrip("0").encode(), bytes.fromhex(tree if kind == "tree" else blob))
        for mode, kind, naam in rows
    }
    assert change_regels(b"", LENGTH, changes) == whole
