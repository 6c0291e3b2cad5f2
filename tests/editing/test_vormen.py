"""However a file is written, an edit of one field changes no byte outside that field."""

import pytest
from campagnes.bewerken import VOORBEELDEN, edits, may_refuse, wrong_with
from campagnes.vormgeven import ALLE, lees, write_as
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from nazorg.editing import Verwijder, Zet, as_block, edit
from nazorg.reading import key_order

TEKST = st.text(st.sampled_from("abz019 .,:;-_#&*!|>%@`~?[]{}'\"\\/=<é€"), max_size=12)
SLEUTEL = st.sampled_from(("a", "b", "dossier", "logboek", "acties", "wat", "eigenaar", "op", "kort", "x-y", "2"))
BOOM = st.recursive(
    TEKST,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.lists(TEKST, max_size=4), st.dictionaries(SLEUTEL, inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(st.data())
def test_any_edit_of_any_file_in_any_form_leaves_every_other_byte(data):
    boom = data.draw(st.dictionaries(SLEUTEL, BOOM, min_size=1, max_size=6))
    assume(lees(as_block(boom).encode()).root is not None)
    document = write_as(data.draw(st.sampled_from(ALLE)), as_block(boom).encode())
    assume(document is not None)
    bewerking = data.draw(st.sampled_from(list(edits(document))))
    outcome = wrong_with(document, bewerking)
    if outcome is None:
        assert may_refuse(document, bewerking)
    else:
        assert outcome == ""


@pytest.mark.parametrize("vorm", ALLE)
def test_every_form_can_be_written_of_the_example(vorm):
    written = [write_as(vorm, path.read_bytes()) for path in VOORBEELDEN]
    assert sum(document is not None for document in written) > len(written) / 2


@pytest.mark.parametrize(
    ("before", "route", "after"),
    [
        ("a: [x, y, z]\n", ("a", 1), "a: [x, z]\n"),
        ("a: [x, y]\n", ("a", 1), "a: [x]\n"),
        (
            "a: [\n  x,  # over x\n  y,  # over y\n  z  # over z\n]\n",
            ("a", 1),
            "a: [\n  x,  # over x\n  z  # over z\n]\n",
        ),
        ("a: [\n  x,  # over x\n  y  # over y\n]\n", ("a", 1), "a: [\n  x,  # over x\n]\n"),
        ("a: {\n  b: 1,  # over b\n  c: 2,  # over c\n}\n", ("a", "b"), "a: {\n  c: 2,  # over c\n}\n"),
        ("a: {b: 1,  # over b\n  c: 2}\n", ("a", "c"), "a: {b: 1,  # over b\n  }\n"),
        ("a: [x,]\n", ("a", 0), "a: []\n"),
        ("a: {b: , c: ['']}\n", ("a", "c"), "a: {b: }\n"),
    ],
)
def test_comment_of_a_neighbour_stays_when_an_item_between_braces_goes(before, route, after):
    assert edit(lees(before.encode()), [Verwijder(route)], key_order).text == after


def test_field_between_braces_can_be_made_empty():
    assert edit(lees(b"a: {b: 1, c: 2}\n"), [Zet(("a", "c"), "")], key_order).text == "a: {b: 1, c: }\n"
    assert edit(lees(b"a: {b: 1, c: 2}\n"), [Zet(("a", "b"), "")], key_order).text == "a: {b: , c: 2}\n"
