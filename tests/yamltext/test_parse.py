"""From text to nodes: limits, what YAML has and these files have not, and the words for what does not parse."""

import pytest
from hypothesis import given, settings

from nazorg.diagnostics.taal import ZINNEN
from nazorg.yamltext import Scalar, node_at, walk_entries, walk_scalars

from .fabriek import lees, only, places, texts


@settings(deadline=None)
@given(texts())
def test_text_that_is_well_written_is_read(text):
    document = lees(text)
    assert document.root is not None, document.diagnostics
    assert {one.code for one in document.diagnostics} <= {"NZ012"}


@settings(deadline=None)
@given(texts())
def test_span_of_every_scalar_cuts_out_its_own_text(text):
    document = lees(text)
    for _, scalar in walk_scalars(document.root):
        cut = document.text[scalar.span.start : scalar.span.end]
        assert document.span_at(scalar.span.start, scalar.span.end) == scalar.span
        if scalar.style == "":
            assert cut == scalar.text
        elif scalar.style in "'\"":
            assert cut[0] == cut[-1] == scalar.style
            assert node_at(lees(f"k: {cut}\n").root, ("k",)).text == scalar.text
        else:
            assert cut[0] == scalar.style
            assert all(word in cut for word in scalar.text.split())


@settings(deadline=None)
@given(texts())
def test_span_of_every_key_cuts_out_its_own_text(text):
    document = lees(text)
    for route, key, value in walk_entries(document.root):
        if key is not None:
            assert document.text[key.span.start : key.span.end] == key.text == route[-1]
            assert key.span.start < value.span.start or (isinstance(value, Scalar) and value.is_empty)


def test_value_is_text_whatever_it_looks_like():
    text = "a: nee\nb: 012345672\nc: 12:30\nd: 2026-02-30\ne: 1e3\nf: 0x1F\ng: true\nh: ~\ni: .5\nj: =\n"
    values = [scalar.text for _, scalar in walk_scalars(lees(text).root)]
    assert values == ["nee", "012345672", "12:30", "2026-02-30", "1e3", "0x1F", "true", "~", ".5", "="]


def test_scalar_knows_how_it_was_written():
    text = "a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne: >\n  x\nf:\ng: ''\n"
    found = [(scalar.style, scalar.is_empty) for _, scalar in walk_scalars(lees(text).root)]
    assert found == [("", False), ("'", False), ('"', False), ("|", False), (">", False), ("", True), ("'", False)]


def nested(depth):
    return "a: " + "[" * (depth - 1) + "]" * (depth - 1) + "\n"


def test_twelve_deep_is_read_and_thirteen_is_refused_at_the_one_too_many():
    assert places(nested(12)) == []
    found = only(nested(13))
    assert (found.code, found.span.line, found.span.column) == ("NZ003", 1, 15)
    assert found.message == "De velden zijn meer dan 12 lagen diep genest."


def test_depth_counts_block_collections_too():
    text = "".join(f"{'  ' * level}a:\n" for level in range(12))
    assert places(f"{text}{'  ' * 12}b\n") == []
    assert places(f"{text}{'  ' * 12}a: b\n") == ["NZ003 13:25"]


def test_twenty_thousand_nodes_are_read_and_one_more_is_refused():
    items = 20_000 - 2  # the list and the whole are nodes themselves
    assert places(f"a: [{'b,' * items}]\n") == []
    found = only(f"a: [{'b,' * (items + 1)}]\n")
    assert (found.code, found.message) == ("NZ003", "Het bestand heeft meer dan 20000 onderdelen.")


def test_field_that_stands_twice_cites_both_places():
    found = only("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n")
    assert (found.code, found.span.line, found.span.column) == ("NZ009", 5, 3)
    assert "het andere staat op regel 3" in found.remedy
    assert [(one.path, one.span.line, one.span.column) for one in found.related] == [(found.path, 3, 3)]


def test_field_that_stands_three_times_cites_the_first_each_time():
    found = lees("a: 1\n'a': 2\n\"\\x61\": 3\n").diagnostics
    assert [(one.span.line, one.related[0].span.line) for one in found] == [(2, 1), (3, 1)]


def test_same_field_in_two_items_is_no_double():
    assert places("a: [{b: 1}, {b: 2}]\nc: {b: 1}\n") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x b\n", "NZ005 1:4"),
        ("a: [*x]\n", "NZ005 1:5"),
        ("a: 1\nb: &x {c: d}\n", "NZ005 2:4"),
        ("a: &x [b]\n", "NZ005 1:4"),
        ("a: 1\n&x b: c\n", "NZ005 2:1"),
        ("a: !!str 1\n", "NZ006 1:4"),
        ("a: !x [b]\n", "NZ006 1:4"),
        ("a: ! b\n", "NZ006 1:4"),
        ("!!python/object:os.system {a: b}\n", "NZ006 1:1"),
        ("%YAML 1.2\n---\na: b\n", "NZ006 1:1"),
        ("%TAG ! tag:x,2026:\n---\na: b\n", "NZ006 1:1"),
        ("a:\n  <<: {b: c}\n", "NZ007 2:3"),
        ("a: 1\n---\nb: 2\n", "NZ008 2:1"),
        ("---\na: 1\n...\n---\nb: 2\n", "NZ008 4:1"),
        ("[a]: b\n", "NZ010 1:1"),
        ("? {a: b}\n: c\n", "NZ010 1:3"),
        ("? |\n  a\n: b\n", "NZ010 1:3"),
        ("'': b\n", "NZ010 1:1"),
    ],
)
def test_what_yaml_has_and_a_dossier_has_not_is_refused_at_its_place(text, place):
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text", ["---\na: b\n", "a: b\n...\n", "---\na: b\n...\n", "a: '<<'\n", "'<<': b\n", "? a\n: b\n"]
)
def test_what_only_resembles_it_is_fine(text):
    assert places(text) == []


@pytest.mark.parametrize("text", ["", "\n", "  \n\n", "\t\n", "# alleen uitleg\n", "---\n", "---\n...\n", "\ufeff"])
def test_empty_file_is_said_to_be_empty(text):
    assert only(text).message == "Het bestand is leeg."


@pytest.mark.parametrize(("text", "column"), [("zomaar tekst\n", 1), ("- a\n- b\n", 1), ("  'x'\n", 3)])
def test_file_without_fields_says_that_fields_belong_here(text, column):
    found = only(text)
    assert (found.code, found.span.line, found.span.column) == ("NZ106", 1, column)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: [b, c\n", "NZ004 2:1"),
        ("a: {b: c\n", "NZ004 2:1"),
        ("a: [b c]]\n", "NZ004 1:9"),
        ("a: @b\n", "NZ004 1:4"),
        ("a:\n\tb: c\n", "NZ004 2:1"),
        ("a: 1\nb: 'c\nd: e\n", "NZ004 2:4"),
        ('a: "b\n', "NZ004 1:4"),
        ("a: b: c\n", "NZ004 1:5"),
        ("a: 1\n  b: 2\n", "NZ004 2:4"),
        ("a:\n    b: 1\n  c: 2\n", "NZ004 3:3"),
        ("a: 'b' c\n", "NZ004 1:8"),
        ("a:\n  - b\n  c\n", "NZ004 4:1"),
        ("a: - b\n", "NZ004 1:4"),
        ("a: 1\nb\nc: 2\n", "NZ004 3:1"),
        ('a: "\\q"\n', "NZ004 1:5"),
        ("a: | b\n  c\n", "NZ004 1:6"),
        ("a: [,]\n", "NZ004 1:5"),
    ],
)
def test_text_that_does_not_parse_is_shown_where_it_goes_wrong(text, place):
    assert places(text) == [place]


OUR_WORDS = {zin.message for zin in ZINNEN.values()}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: [b, c: d\n", "Deze lijst tussen [ ] is niet af."),
        ("a: {b: c\n", "Deze velden tussen { } zijn niet af."),
        ("a: 'b\n", "Een aanhalingsteken is niet gesloten."),
        ("a: b: c\n", "Hier staat een dubbele punt waar geen veld kan beginnen."),
        ("a: @b\n", "Met dit teken kan een waarde niet beginnen."),
        ("a:\n\tb: c\n", "Met dit teken kan een waarde niet beginnen."),
        ('a: "\\q"\n', "Na de \\ staat een teken dat daar niets betekent."),
    ],
)
def test_text_that_does_not_parse_is_told_in_dutch(text, words):
    assert only(text).message == words


def test_every_sentence_about_the_text_comes_from_the_catalogue():
    for text in (
        "a: [",
        "a: ]",
        "a: }",
        "a: `x",
        "%",
        "a: %",
        "? ? ?",
        "- a\nb: c",
        "a: *",
        "a: &",
        "a: !<",
        "a: |9x\n",
    ):
        assert {one.message for one in lees(text).diagnostics} <= OUR_WORDS


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: kamer #12\n", "NZ012 1:4"),
        ("a: 1\nb:\n  - kamer   #12b\n", "NZ012 3:5"),
        ("a: kamer\t#12\n", "NZ012 1:4"),
        ("a: [kamer #12\n  ]\n", "NZ012 1:5"),
    ],
)
def test_text_cut_by_a_hekje_is_a_warning_at_that_text(text, place):
    assert places(text) == [place]
    assert lees(text).root is not None


@pytest.mark.parametrize(
    "text",
    [
        "a: kamer # uitleg\n",
        "a: 'kamer #12'\n",
        "a: kamer#12\n",
        "a: |\n  kamer #12\n",
        "a: #12\n",
        "#12\na: b\n",
        "a: kamer ## uitleg\n",
        "a: kamer\n#12\nb: c\n",
        "a: # kamer #12\n  b\n",
    ],
)
def test_comment_and_quoted_hekje_are_fine(text):
    assert places(text) == []
