"""Where lines of history met, and the order of what builds on what."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from nazorg.gitrepo import Commit
from nazorg.historie.graaf import Graaf
from nazorg.historie.volgorde import in_order


def commit(name, *parents):
    return Commit(name, parents, "x", "x", datetime(2026, 10, 1, tzinfo=UTC), against=((),))


def test_lines_met_where_they_parted():
    graaf = Graaf(iter([commit("d", "b"), commit("c", "b"), commit("b", "a"), commit("a")]))
    bases, own = graaf.meeting(("c", "d"), 2)
    assert (bases, [one.id for one in own]) == (["b"], ["d", "c"])


def test_no_more_is_read_than_it_takes():
    def read():
        yield from (commit("d", "b"), commit("c", "b"), commit("b", "a"))
        raise AssertionError("read on")

    assert Graaf(read()).meeting(("c", "d"), 2)[0] == ["b"]


def test_line_that_left_no_trace_met_none():
    graaf = Graaf(iter([commit("b", "a"), commit("a")]))
    assert graaf.meeting(("b",), 2)[0] == []


def test_commits_after_one_are_read_on_demand():
    graaf = Graaf(iter([commit("c", "b"), commit("b", "a"), commit("a")]))
    assert [one.id for one in graaf.after(next(iter(graaf)))] == ["b", "a"]


@st.composite
def histories(draw):
    """Commits that build on earlier ones, in any order that git may tell them in, and some of them as ends of lines."""
    size = draw(st.integers(2, 9))
    commits = [
        commit(str(number), *map(str, sorted(draw(st.sets(st.integers(0, number - 1), max_size=3))) if number else ()))
        for number in range(size)
    ]
    lines = draw(st.lists(st.integers(0, size - 1), min_size=2, max_size=3, unique=True))
    return in_order(draw(st.permutations(commits))), [str(one) for one in lines]


def ancestors(commits, name):
    found, stack = set(), [name]
    while stack:
        here = stack.pop()
        if here not in found:
            found.add(here)
            stack += commits[here].parents
    return found


@given(histories())
def test_meeting_is_the_newest_of_what_all_lines_have(history):
    order, lines = history
    commits = {one.id: one for one in order}
    of_each = [ancestors(commits, line) for line in lines]
    common = set.intersection(*of_each)
    older = {below for name in common for parent in commits[name].parents for below in ancestors(commits, parent)}
    bases, own = Graaf(iter(order)).meeting(lines, len(lines))
    assert set(bases) == common - older
    assert {one.id for one in own} == set.union(*of_each) - common


@given(histories())
def test_order_puts_each_after_all_that_build_on_it_and_loses_none(history):
    order, _ = history
    place = {one.id: number for number, one in enumerate(order)}
    assert sorted(place) == sorted(one.id for one in order)
    assert all(place[parent] > place[one.id] for one in order for parent in one.parents)
    assert in_order(order) == order


@given(histories(), st.lists(st.integers(0, 3), min_size=9, max_size=9), st.randoms(use_true_random=False))
def test_order_does_not_depend_on_where_the_commits_were_found(history, moments, random):
    commits = [one._replace(made=moments[int(one.id)]) for one in history[0]]
    shuffled = random.sample(commits, len(commits))
    assert in_order(shuffled) == in_order(commits)


def test_merge_that_joined_nothing_that_was_asked_about_is_left_out():
    nothing = commit("c", "b", "a")._replace(against=())
    assert [one.id for one in in_order([commit("d", "c"), nothing, commit("b", "a"), commit("a")])] == list("dcba")
    alone = [commit("d", "c"), nothing._replace(parents=("b",)), commit("b")]
    assert [(one.id, one.parents) for one in in_order(alone)] == [("d", ("b",)), ("b", ())]
