"""An edit changes what it is about and not a byte besides."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nazorg.begrippen.bron import Bestand
from nazorg.editing import EditError, Verwijder, VoegToe, Zet, edit
from nazorg.editing.bewerking import same
from nazorg.reading import key_order
from nazorg.yamltext import as_boom, read_document, walk_scalars
from nazorg.yamltext.document import _FORBIDDEN

VOORBEELDEN = sorted((Path(__file__).parents[2] / "cases-example" / "dossiers").rglob("*.yaml"))
TEKST = st.text(st.sampled_from("abz019 .,:;-_#&*!|>%@`~?[]{}'\"\\/=<é€\n\t"), max_size=12)


def lees(text):
    return read_document(Bestand("x.yaml", text.encode() if isinstance(text, str) else text))


def bewerkt(text, *bewerkingen, volgorde=key_order):
    return edit(lees(text), bewerkingen, volgorde).text


def test_value_takes_the_place_of_a_value_and_comments_stay():
    text = "a: een   # waarom\nb: 'twee'\nc: \"drie\"\n"
    assert bewerkt(text, Zet(("a",), "vier"), Zet(("b",), "vijf"), Zet(("c",), "zes")) == (
        "a: vier   # waarom\nb: 'vijf'\nc: \"zes\"\n"
    )


def test_value_comes_behind_the_colon_of_an_empty_key():
    assert bewerkt("a:     # nog leeg\nb: {c: , d: 1}\n", Zet(("a",), "x"), Zet(("b", "c"), "y")) == (
        "a: x     # nog leeg\nb: {c: y , d: 1}\n"
    )


def test_block_scalar_gives_way_and_the_blank_lines_behind_it_stay():
    assert bewerkt("a: |\n  een\n  twee\n\n# uitleg\nb: 1\n", Zet(("a",), "kort")) == "a: kort\n\n# uitleg\nb: 1\n"


def test_new_key_stands_where_the_model_has_it():
    text = "leefgebieden:\n  zorg:\n    acties:\n      - wat: Bellen\n        status: open\n"
    actie = ("leefgebieden", "zorg", "acties", 0)
    assert bewerkt(text, Zet((*actie, "eigenaar"), "betrokkene"), Zet((*actie, "id"), "a2bc")) == (
        "leefgebieden:\n  zorg:\n    acties:\n      - id: a2bc\n        wat: Bellen\n"
        "        eigenaar: betrokkene\n        status: open\n"
    )


def test_keys_on_the_way_are_made():
    assert bewerkt("dossier: 1", Zet(("afsluiting", "op"), "2026-11-23")) == "dossier: 1\nafsluiting:\n  op: 2026-11-23"


def test_item_is_appended_in_the_style_of_the_list():
    assert bewerkt("a: [x, y]\n", VoegToe(("a",), "z")) == "a: [x, y, z]\n"
    assert bewerkt("a:\n- x\nb: 1\n", VoegToe(("a",), "y")) == "a:\n- x\n- y\nb: 1\n"
    assert bewerkt("a: []  # geen\nb: 1\n", VoegToe(("a",), {"id": "a2bc", "op": "1"})) == (
        "a:  # geen\n  - id: a2bc\n    op: 1\nb: 1\n"
    )


def test_item_goes_with_its_lines_and_with_its_comma():
    assert bewerkt("a:\n  - x  # een\n  - b: 1\n    c: 2\nd: 1\n", Verwijder(("a", 1))) == "a:\n  - x  # een\nd: 1\n"
    assert bewerkt("a: [x, y, z]\n", Verwijder(("a", 0)), Verwijder(("a", 1))) == "a: [y]\n"


def test_first_key_of_an_item_goes_and_the_next_takes_its_place():
    assert bewerkt("a:\n  - b: 1\n    c: 2\n", Verwijder(("a", 0, "b"))) == "a:\n  - c: 2\n"


def test_line_ends_and_bom_are_kept():
    after = edit(lees(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - x\r\n"), [Zet(("a",), "2"), VoegToe(("b",), "y")], key_order)
    assert after.data == b"\xef\xbb\xbfa: 2\r\nb:\r\n  - x\r\n  - y\r\n"


@pytest.mark.parametrize(
    ("text", "bewerking"),
    [
        ("a: {b: 1}\n", Zet(("a",), "x")),
        ("a: 1\n", Zet(("a", "b"), "x")),
        ("a: 1\n", VoegToe(("a",), "x")),
        ("a: 1\n", Verwijder(("b",))),
        ("a: [x]\n", Verwijder(("a", 1))),
        ("a: [x]\n", Zet(("a", 3), "y")),
        ("a:\n  - b: 1\n", Verwijder(("a", 0, "b"))),
        ("a: [\n  # straks\n]\n", VoegToe(("a",), "x")),
    ],
)
def test_what_cannot_be_done_without_rewriting_more_is_refused(text, bewerking):
    with pytest.raises(EditError):
        bewerkt(text, bewerking)


@pytest.mark.parametrize("path", VOORBEELDEN, ids=lambda path: path.stem)
def test_every_field_of_the_example_can_be_set_and_only_its_own_lines_change(path):
    document = lees(path.read_bytes())
    before = document.text.splitlines()
    for route, scalar in walk_scalars(document.root):
        if scalar.is_empty:
            continue
        after = edit(document, [Zet(route, "anders 12")], key_order).text.splitlines()
        first, last = scalar.span.line - 1, scalar.span.end_line - 1
        tail = len(before) - 1 - last
        assert after[:first] == before[:first]
        assert after[len(after) - tail :] == before[last + 1 :]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_edit_of_any_dossier_says_what_was_meant_and_leaves_the_rest(data):
    document = lees(data.draw(st.sampled_from(VOORBEELDEN)).read_bytes())
    route, scalar = data.draw(st.sampled_from([pair for pair in walk_scalars(document.root) if not pair[1].is_empty]))
    value = data.draw(TEKST.filter(lambda text: text and not _FORBIDDEN.search(text)))
    after = edit(document, [Zet(route, value)], key_order)
    removed = len(document.text) - scalar.span.start - len(document.text[scalar.span.end :])
    assert after.text.startswith(document.text[: scalar.span.start])
    assert after.text.endswith(document.text[scalar.span.start + removed :].lstrip("\n"))
    assert dict(walk_scalars(after.root))[route].text == value


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_what_is_added_and_taken_away_again_leaves_the_same_tree(data):
    document = lees(data.draw(st.sampled_from(VOORBEELDEN)).read_bytes())
    item = {"id": "a2bc", "op": "2026-11-23", "kort": data.draw(TEKST.filter(bool))}
    added = edit(document, [VoegToe(("logboek",), item)], key_order)
    count = len(as_boom(added.root)["logboek"])
    taken = edit(added, [Verwijder(("logboek", count - 1))], key_order)
    assert same(as_boom(taken.root), as_boom(document.root))
    assert set(document.text.splitlines()) <= set(added.text.splitlines())


@pytest.mark.parametrize("text", ["o: {a: 1, b: }\n", "o: {a: , b: }\n", 'o: {a: 1, "b":}\n'])
def test_new_key_between_braces_behind_one_without_a_value_is_a_key(text):
    document = read_document(Bestand("x.yaml", text.encode()))
    after = edit(document, [Zet(("o", "nieuw"), "anders")], lambda _: ())
    assert as_boom(after.root)["o"] == {**as_boom(document.root)["o"], "nieuw": "anders"}
