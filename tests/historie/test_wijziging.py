"""Changes in the words of the field, between two texts of a dossier."""

from nazorg.historie import Soort, Wijziging, changes_of, narrowed
from nazorg.verschil import Onderdeel

W4HN = Onderdeel("w4hn")
ACTIE = {"id": "w4hn", "wat": "Bellen", "status": "open"}


def with_actions(*found, leefgebied="onderdak", **rest):
    return {"leefgebieden": {leefgebied: {"acties": list(found)}, **rest}}


def test_ids_that_were_filled_in_are_no_change():
    bare = {name: value for name, value in ACTIE.items() if name != "id"}
    assert changes_of(with_actions(bare), with_actions(ACTIE)) == []


def test_id_that_came_with_another_change_leaves_the_other_change():
    bare = {name: value for name, value in ACTIE.items() if name != "id"}
    (one,) = changes_of(with_actions(bare), with_actions({**ACTIE, "status": "gedaan"}))
    assert (one.soort, one.actie, one.weg[-1], one.oud, one.nieuw) == ("gewijzigd", "w4hn", "status", "open", "gedaan")


def test_what_leaving_a_key_out_says_already_is_no_change():
    bare = {"id": "w4hn", "wat": "Bellen"}
    assert changes_of(with_actions(bare), with_actions({**ACTIE, "snel_succes": "nee"})) == []
    (one,) = changes_of(with_actions(bare), with_actions({**bare, "status": "gedaan"}))
    assert (one.soort, one.nieuw) == (Soort.TOEGEVOEGD, "gedaan")
    assert [one.soort for one in changes_of({}, {"status": "open"})] == [Soort.TOEGEVOEGD]


def test_action_under_another_leefgebied_has_moved():
    oud = with_actions(ACTIE, {"id": "k7r2", "wat": "x"}, zorg={"acties": [{"id": "z3zz", "wat": "y"}]})
    nieuw = with_actions(
        {"id": "k7r2", "wat": "x"}, zorg={"acties": [{"id": "z3zz", "wat": "y"}, {**ACTIE, "na": ["k7r2"]}]}
    )
    weg = ("leefgebieden", "zorg", "acties", W4HN)
    assert changes_of(oud, nieuw) == [
        Wijziging(Soort.VERPLAATST, weg, "onderdak", "zorg", "zorg", "w4hn", "Bellen"),
        Wijziging(Soort.TOEGEVOEGD, (*weg, "na", Onderdeel("k7r2")), "", "k7r2", "zorg", "w4hn", "Bellen"),
    ]


def test_action_that_moved_to_a_leefgebied_of_its_own_has_moved_all_the_same():
    oud, nieuw = with_actions(ACTIE), with_actions(ACTIE, leefgebied="zorg")
    (one,) = changes_of(oud, nieuw)
    assert (one.soort, one.oud, one.nieuw) == (Soort.VERPLAATST, "onderdak", "zorg")


def test_name_of_an_action_that_went_is_the_one_it_had():
    (one,) = changes_of(with_actions(ACTIE), with_actions({**ACTIE, "id": "k7r2", "wat": "x"}))[1:]
    assert (one.soort, one.actie, one.wat) == (Soort.VERWIJDERD, "w4hn", "Bellen")


def test_whole_dossier_narrows_to_an_action_in_it():
    (whole,) = changes_of("", with_actions(ACTIE, {"id": "k7r2", "wat": "x"}))
    (one,) = narrowed(whole, None, "w4hn")
    assert (one.soort, one.actie, one.wat, one.nieuw) == (Soort.TOEGEVOEGD, "w4hn", "Bellen", ACTIE)
    assert [part.weg for part in narrowed(whole, "onderdak", None)] == [("leefgebieden", "onderdak")]
    assert list(narrowed(whole, "zorg", None)) == list(narrowed(whole, "zorg", "w4hn")) == []
    assert list(narrowed(whole, None, None)) == [whole]


def test_action_that_moved_is_of_both_leefgebieden():
    (one,) = changes_of(with_actions(ACTIE), with_actions(ACTIE, leefgebied="zorg"))
    assert [list(narrowed(one, name, None)) for name in ("onderdak", "zorg", "schulden")] == [[one], [one], []]


def test_change_of_the_whole_file_that_holds_nothing_of_it_is_left_out():
    (one,) = changes_of("", {"status": "open"})
    assert list(narrowed(one, "onderdak", None)) == []
    assert list(narrowed(Wijziging(Soort.ONLEESBAAR), None, "w4hn")) == []
