"""What a leefgebied waits for: the roots of ``na``, across leefgebieden, and circles that must not hang."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from nazorg.uitstroom import Blokkade, blocks_of, order_of

from .fabriek import actie, dossier, leefgebied


def blocks(where, **leefgebieden):
    order = order_of(dossier({naam: leefgebied(*acties) for naam, acties in leefgebieden.items()}))
    return [(list(blok.weg), blok.kring) for blok in blocks_of(order, where)]


def test_no_id_no_bijstand_no_rent():
    found = blocks(
        "onderdak",
        id_bewijs=[actie("a1aa")],
        werk_inkomen=[actie("b1aa", na=["a1aa"])],
        onderdak=[actie("c1aa", na=["b1aa"])],
    )
    assert found == [([("id_bewijs", 0), ("werk_inkomen", 0), ("onderdak", 0)], False)]


def test_action_that_waits_for_nothing_is_its_own_root():
    assert blocks("zorg", zorg=[actie(), actie("a2aa")]) == [([("zorg", 0)], False), ([("zorg", 1)], False)]


def test_leefgebied_without_unfinished_action_has_no_block():
    assert blocks("zorg", zorg=[actie(status="gedaan")], onderdak=[actie()]) == []
    assert blocks("schulden", zorg=[actie()]) == []


def test_what_is_done_or_no_longer_needed_blocks_nothing():
    for status in ("gedaan", "vervallen", "niet_mogelijk"):
        found = blocks("zorg", id_bewijs=[actie("a1aa", status=status)], zorg=[actie("b1aa", na=["a1aa"])])
        assert found == [([("zorg", 0)], False)], status


def test_what_turned_out_impossible_is_named():
    order = order_of(
        dossier(
            {
                "id_bewijs": leefgebied(actie("a1aa", status="niet_mogelijk"), actie("a2aa", status="vervallen")),
                "zorg": leefgebied(actie("b1aa", na=["a1aa", "a2aa"])),
            }
        )
    )
    assert order.kan_niet == {("zorg", 0): ("a1aa",)}


def test_id_that_does_not_exist_blocks_nothing():
    assert blocks("zorg", zorg=[actie("b1aa", na=["z9zz"])]) == [([("zorg", 0)], False)]


def test_root_is_given_once_by_the_shortest_way():
    found = blocks(
        "zorg",
        id_bewijs=[actie("a1aa")],
        onderdak=[actie("b1aa", na=["a1aa"])],
        zorg=[actie("c1aa", na=["b1aa", "a1aa"]), actie("c2aa", na=["b1aa"])],
    )
    assert found == [([("id_bewijs", 0), ("zorg", 0)], False)]


def test_action_with_two_roots_has_two_blocks():
    found = blocks("zorg", id_bewijs=[actie("a1aa"), actie("a2aa")], zorg=[actie("c1aa", na=["a2aa", "a1aa"])])
    assert found == [
        ([("id_bewijs", 1), ("zorg", 0)], False),
        ([("id_bewijs", 0), ("zorg", 0)], False),
    ]


def test_circle_is_a_block_of_its_own():
    found = blocks(
        "zorg", onderdak=[actie("a1aa", na=["b1aa"])], schulden=[actie("b1aa", na=["a1aa"])], zorg=[actie(na=["a1aa"])]
    )
    assert found == [([("onderdak", 0), ("schulden", 0)], True)]


def test_action_that_waits_for_itself_is_a_circle():
    assert blocks("zorg", zorg=[actie("a1aa", na=["a1aa"])]) == [([("zorg", 0)], True)]


def test_circle_beside_a_root_is_not_hidden_by_it():
    found = blocks("zorg", zorg=[actie("a1aa", na=["b1aa", "c1aa"]), actie("b1aa"), actie("c1aa", na=["c1aa"])])
    assert found == [([("zorg", 1)], False), ([("zorg", 2)], True)]


IDS = [f"{letter}1aa" for letter in "abcdefgh"]


@settings(max_examples=300, deadline=None)
@given(
    edges=st.lists(st.lists(st.sampled_from(IDS), max_size=3), min_size=8, max_size=8),
    done=st.sets(st.sampled_from(IDS)),
    where=st.lists(st.sampled_from(["onderdak", "zorg"]), min_size=8, max_size=8),
)
def test_roots_are_those_of_a_plain_search(edges, done, where):
    acties = {"onderdak": [], "zorg": []}
    for item_id, na, naam in zip(IDS, edges, where, strict=True):
        acties[naam].append(actie(item_id, na=na, status="gedaan" if item_id in done else "open"))
    found = dossier({naam: leefgebied(*rows) for naam, rows in acties.items()})
    before = {
        item_id: {one for one in na if one not in done}
        for item_id, na in zip(IDS, edges, strict=True)
        if item_id not in done
    }
    reached = {item_id for item_id, naam in zip(IDS, where, strict=True) if naam == "zorg" and item_id in before}
    for _ in IDS:
        reached |= {first for one in reached for first in before[one]}
    free = set(reached) & {one for one, first in before.items() if not first}
    rooted = set(free)
    for _ in IDS:
        rooted |= {one for one in reached if before[one] & rooted}

    names = {(naam, place): one.id for naam, place, one in found.acties()}
    blokken: tuple[Blokkade, ...] = blocks_of(order_of(found), "zorg")
    roots = [names[blok.oorzaak] for blok in blokken if not blok.kring]
    assert len(roots) == len(set(roots))
    assert set(roots) == free
    circles = [blok for blok in blokken if blok.kring]
    assert bool(circles) is (reached != rooted)
    for blok in blokken:
        steps = [names[plek] for plek in blok.weg]
        for first, after in pairwise(steps):
            assert (after in before[first]) if blok.kring else (first in before[after])
        if blok.kring:
            assert steps[0] in before[steps[-1]]
        else:
            assert blok.weg[-1][0] == "zorg"
