"""What changed between two trees, by key and by id."""

from hypothesis import given
from hypothesis import strategies as st

from nazorg.verschil import Onderdeel, Verschil, at, differences

W4HN, K7R2 = Onderdeel("w4hn"), Onderdeel("k7r2")


def changes(oud, nieuw):
    return list(differences(oud, nieuw))


def test_value_that_became_another_is_one_change():
    assert changes({"a": {"b": "1", "c": "x"}}, {"a": {"b": "2", "c": "x"}}) == [Verschil(("a", "b"), "1", "2")]


def test_item_is_the_same_by_its_id_wherever_it_stands():
    oud = {"acties": [{"id": "w4hn", "status": "open"}, {"id": "k7r2", "status": "open"}]}
    nieuw = {"acties": [{"id": "k7r2", "status": "open"}, {"id": "w4hn", "status": "gedaan"}]}
    assert changes(oud, nieuw) == [Verschil(("acties", W4HN, "status"), "open", "gedaan")]


def test_item_that_came_and_item_that_went_are_one_change_each():
    oud, nieuw = {"acties": [{"id": "w4hn", "wat": "a"}]}, {"acties": [{"id": "k7r2", "wat": "b"}]}
    assert changes(oud, nieuw) == [
        Verschil(("acties", K7R2), "", {"id": "k7r2", "wat": "b"}),
        Verschil(("acties", W4HN), {"id": "w4hn", "wat": "a"}, ""),
    ]


def test_first_item_of_a_list_came_by_itself():
    assert changes({"na": ""}, {"na": ["w4hn", "k7r2"]}) == [
        Verschil(("na", W4HN), "", "w4hn"),
        Verschil(("na", K7R2), "", "k7r2"),
    ]


def test_item_of_a_consultation_is_known_by_its_dossier():
    oud = [{"dossier": "a", "minuten": "5"}, {"dossier": "b", "minuten": "5"}]
    assert changes(oud, [oud[1], {"dossier": "a", "minuten": "10"}]) == [
        Verschil((Onderdeel("a"), "minuten"), "5", "10")
    ]


def test_texts_are_a_set():
    assert changes({"na": ["w4hn", "k7r2"]}, {"na": ["k7r2", "w4hn"]}) == []


def test_nothing_is_nothing_however_it_is_written():
    assert changes({"a": "", "b": [], "c": {}}, {}) == []


def test_items_without_an_id_are_told_apart_by_their_place():
    assert changes([{"wat": "a"}, {"wat": "b"}], [{"wat": "a"}, {"wat": "c"}]) == [
        Verschil((Onderdeel("#2"), "wat"), "b", "c")
    ]


def test_item_that_got_an_id_changed_in_nothing_else():
    oud = {"acties": [{"wat": "a"}, {"wat": "b", "na": [{"van": "x"}]}]}
    nieuw = {"acties": [{"id": "w4hn", "wat": "a"}, {"id": "k7r2", "wat": "b", "na": [{"id": "x3", "van": "x"}]}]}
    assert changes(oud, nieuw) == [
        Verschil(("acties", W4HN, "id"), "", "w4hn"),
        Verschil(("acties", K7R2, "id"), "", "k7r2"),
        Verschil(("acties", K7R2, "na", Onderdeel("x3"), "id"), "", "x3"),
    ]


def test_item_that_lost_its_id_is_still_the_same():
    assert changes([{"id": "w4hn", "wat": "a"}], [{"wat": "a"}]) == [Verschil((W4HN, "id"), "w4hn", "")]


def test_item_that_got_an_id_with_a_change_is_the_one_it_is_most_like():
    oud = [{"wat": "a", "status": "open", "eigenaar": "x"}, {"wat": "b", "status": "open", "eigenaar": "y"}]
    nieuw = [{"id": "w4hn", **oud[0], "status": "gedaan"}, oud[1]]
    assert changes(oud, nieuw) == [
        Verschil((W4HN, "id"), "", "w4hn"),
        Verschil((W4HN, "status"), "open", "gedaan"),
    ]


def test_item_without_an_id_is_not_just_any_item_that_has_one():
    assert changes([{"wat": "a", "status": "open"}], [{"id": "w4hn", "wat": "b", "status": "gedaan"}]) == [
        Verschil((W4HN,), "", {"id": "w4hn", "wat": "b", "status": "gedaan"}),
        Verschil((Onderdeel("#1"),), {"wat": "a", "status": "open"}, ""),
    ]


def test_place_of_an_item_is_counted_among_those_that_stay_without_an_id():
    oud = [{"wat": "a", "status": "x"}, {"wat": "b", "status": "x"}]
    assert changes(oud, [{"id": "w4hn", **oud[0]}, oud[1]]) == [Verschil((W4HN, "id"), "", "w4hn")]


def test_value_is_found_at_its_way():
    boom = {"acties": [{"wat": "a"}, {"id": "w4hn", "na": ["k7r2"]}]}
    assert at(boom, ("acties", W4HN, "na", K7R2)) == "k7r2"
    assert at(boom, ("acties", Onderdeel("#1"), "wat")) == "a"
    assert [at(boom, weg) for weg in (("acties", K7R2), ("x", "y"), (W4HN,), ("acties", "wat"))] == [""] * 4


def test_list_in_the_place_of_a_value_is_one_change():
    assert changes({"a": "x"}, {"a": ["y"]}) == [Verschil(("a",), "x", ["y"])]


WORDS = st.sampled_from(["", "x", "y", "w4hn"])
BOMEN = st.recursive(
    WORDS,
    lambda below: st.one_of(
        st.dictionaries(st.sampled_from(["a", "b", "id"]), below, max_size=3), st.lists(below, max_size=3)
    ),
    max_leaves=8,
)


@given(BOMEN)
def test_tree_does_not_differ_from_itself(boom):
    assert changes(boom, boom) == []


@given(BOMEN, BOMEN)
def test_way_back_is_the_way_there_turned_round(oud, nieuw):
    there = {(one.weg, str(one.oud), str(one.nieuw)) for one in differences(oud, nieuw)}
    back = {(one.weg, str(one.nieuw), str(one.oud)) for one in differences(nieuw, oud)}
    assert there == back


WITH_IDS = st.lists(
    st.fixed_dictionaries({"wat": st.sampled_from("abc"), "status": st.sampled_from(["", "open", "gedaan"])}),
    max_size=5,
)


@given(WITH_IDS, st.data())
def test_filling_in_ids_changes_ids_alone(items, data):
    filled = [{"id": f"x{place}", **item} if data.draw(st.booleans()) else item for place, item in enumerate(items)]
    assert all(one.weg[-1] == "id" for one in differences(items, filled))
