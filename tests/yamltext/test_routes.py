"""From a route of keys to a place in the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from nazorg.yamltext import locate, node_at, walk_entries, walk_scalars

from .fabriek import lees, texts

TEXT = """\
a: 1
b:
  c: [x, y]
  d:
    - e: 2
      f:
    - g
h: {i: j}
"""
ROOT = lees(TEXT).root


def shown(*route, at_key=False):
    span = locate(ROOT, route, at_key=at_key)
    return f"{span.line}:{span.column} {TEXT[span.start : span.end]}"


def test_value_is_shown_where_it_stands():
    assert shown("a") == "1:4 1"
    assert shown("b", "c", 1) == "3:10 y"
    assert shown("b", "d", 0, "e") == "5:10 2"
    assert shown("h", "i") == "8:8 j"


def test_key_is_shown_on_request():
    assert shown("a", at_key=True) == "1:1 a"
    assert shown("b", "d", 0, "e", at_key=True) == "5:7 e"


def test_empty_value_is_shown_at_its_key():
    assert shown("b", "d", 0, "f") == "6:7 f"


def test_collection_is_shown_at_its_key_or_at_the_first_key_of_the_item():
    assert shown("b", "d") == "4:3 d"
    assert shown("b", "d", 0) == "5:7 e"
    assert shown("h") == "8:1 h"
    assert shown() == "1:1 a"


def test_field_that_is_missing_is_shown_at_the_last_key_that_is_there():
    assert shown("b", "x", "y") == "2:1 b"
    assert shown("b", "d", 0, "x") == "5:7 e"
    assert shown("b", "c", 7) == "3:3 c"
    assert shown("a", "x") == "1:1 a"
    assert shown("x") == "1:1 a"


def test_item_that_is_no_mapping_is_shown_itself():
    assert shown("b", "d", 1) == "7:7 g"
    assert shown("b", "d", 1, "x") == "7:7 g"


def test_node_at_a_route_that_is_not_there_is_none():
    assert node_at(ROOT, ("b", "c", 2)) is None
    assert node_at(ROOT, ("b", "c", "x")) is None
    assert node_at(ROOT, ("b", 0)) is None
    assert node_at(ROOT, ("b", "c", 0)).text == "x"


def test_walk_follows_the_order_of_the_file():
    assert [route for route, _ in walk_scalars(ROOT)] == [
        ("a",),
        ("b", "c", 0),
        ("b", "c", 1),
        ("b", "d", 0, "e"),
        ("b", "d", 0, "f"),
        ("b", "d", 1),
        ("h", "i"),
    ]


@settings(deadline=None)
@given(
    texts(), st.lists(st.one_of(st.sampled_from("abcdefgh"), st.integers(0, 3)), max_size=4).map(tuple), st.booleans()
)
def test_every_route_lies_inside_the_file(text, beyond, at_key):
    document = lees(text)
    routes = [route for route, _, _ in walk_entries(document.root)]
    for route in routes:
        for asked in (route, (*route, *beyond), beyond):
            span = locate(document.root, asked, at_key=at_key)
            assert 0 <= span.start <= span.end <= len(document.text)
            assert document.span_at(span.start, span.end) == span
            assert 1 <= span.column <= document.line_length(span.line) + 1


@settings(deadline=None)
@given(texts())
def test_walk_finds_every_node_by_its_own_route(text):
    root = lees(text).root
    for route, _, node in walk_entries(root):
        assert node_at(root, route) is node
