"""The order of actions."""

from hypothesis import given
from hypothesis import strategies as st

from nazorg.controles.volgorde import MOST_CIRCLES, find_circles

from .fabriek import also, check, dossier, onderdak, only, places, zaak


def test_actie_after_a_known_actie_is_fine():
    found = check(zaak(dossier(onderdak("id: a2bc, wat: Bellen", "id: b2cd, wat: Schrijven, na: [a2bc]"))))
    assert places("NZ204", found) == []
    assert places("NZ205", found) == []


def test_na_may_name_an_actie_of_another_leefgebied():
    text = dossier(onderdak("id: a2bc, wat: Bellen, na: [b2cd]") + "  zorg: {acties: [{id: b2cd, wat: Vragen}]}\n")
    assert places("NZ204", check(zaak(text))) == []


def test_na_with_an_unknown_id_is_reported_at_that_id_with_what_was_meant():
    found = check(zaak(dossier(onderdak("id: a2bc, wat: Bellen", "id: b2cd, wat: Schrijven, na: [a2bc, a2bd]"))))
    assert places("NZ204", found) == ["12:47"]
    assert only("NZ204", found).remedy.startswith("Bedoelt u 'a2bc'?")


def test_na_does_not_name_the_id_of_something_that_is_no_actie():
    text = dossier("betrokken: [{id: c2de, partner: pi-alphen}]\n" + onderdak("id: a2bc, wat: Bellen, na: [c2de]"))
    assert places("NZ204", check(zaak(text))) == ["12:38"]


def test_decision_with_an_unknown_actie_is_reported_at_that_id_with_what_was_meant():
    besluit = "besluiten: [{{id: c2de, besluit: Zoeken, acties: [{acties}]}}]\n"
    acties = onderdak("id: a2bc, wat: Bellen")
    found = check(zaak(dossier(besluit.format(acties="a2bc, a2bd") + acties)))
    assert places("NZ207", found) == ["8:56"]
    assert only("NZ207", found).remedy.startswith("Bedoelt u 'a2bc'?")
    assert places("NZ207", check(zaak(dossier(besluit.format(acties="a2bc") + acties)))) == []


def test_circle_is_reported_once_where_it_closes_and_points_at_the_others():
    text = dossier(
        onderdak("id: a2bc, wat: A, na: [b2cd]", "id: b2cd, wat: B, na: [c2de]", "id: c2de, wat: C, na: [a2bc]")
    )
    found = check(zaak(text))
    assert places("NZ205", found) == ["13:33"]
    assert also("NZ205", found) == ["11:33", "12:33"]
    assert "a2bc na b2cd na c2de na a2bc" in only("NZ205", found).message


def test_actie_that_waits_for_itself_is_a_circle():
    assert places("NZ205", check(zaak(dossier(onderdak("id: a2bc, wat: A, na: [a2bc]"))))) == ["11:33"]


def test_two_circles_are_two_findings():
    text = dossier(
        onderdak(
            "id: a2bc, wat: A, na: [b2cd]",
            "id: b2cd, wat: B, na: [a2bc]",
            "id: c2de, wat: C, na: [d2ef]",
            "id: d2ef, wat: D, na: [c2de]",
        )
    )
    assert places("NZ205", check(zaak(text))) == ["12:33", "14:33"]


def test_two_ways_to_the_same_actie_are_no_circle():
    text = dossier(
        onderdak(
            "id: a2bc, wat: A, na: [b2cd, c2de]",
            "id: b2cd, wat: B, na: [d2ef]",
            "id: c2de, wat: C, na: [d2ef]",
            "id: d2ef, wat: D",
        )
    )
    assert places("NZ205", check(zaak(text))) == []


def test_long_chain_ends_in_a_finding_and_not_in_a_traceback():
    count = 5000
    waits = {str(place): (str((place + 1) % count),) for place in range(count)}
    (circle,) = find_circles(waits)
    assert len(circle) == count


def test_knot_of_acties_gives_no_more_circles_than_anyone_reads():
    letters = "abcdefghjk"
    ids = [f"{letter}{digit}bc" for letter in letters for digit in range(3)]
    text = dossier(onderdak(*(f"id: {item_id}, wat: X, na: [{', '.join(ids)}]" for item_id in ids)))
    assert len(places("NZ205", check(zaak(text)))) == MOST_CIRCLES


@given(st.dictionaries(st.integers(0, 8), st.lists(st.integers(0, 8), unique=True)))
def test_there_is_a_circle_exactly_when_no_order_exists(waits):
    named = {str(one): tuple(str(other) for other in others) for one, others in waits.items()}
    circles = list(find_circles(named))
    assert bool(circles) == (not _can_be_ordered(named))
    for circle in circles:
        for waiting, on in zip(circle, [*circle[1:], circle[0]], strict=True):
            assert on in named[waiting]


def _can_be_ordered(waits):
    """Take away, again and again, whoever waits for nobody that is left."""
    left = dict(waits)
    while left:
        free = [one for one, others in left.items() if not any(other in left for other in others)]
        if not free:
            return False
        for one in free:
            del left[one]
    return True
