"""A key put in front of the others: nothing else changes, not a byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nazorg.begrippen.bron import Bestand
from nazorg.editing import EditError, insert_first_key
from nazorg.editing.insert import to_plain
from nazorg.yamltext import Mapping, node_at, read_document, walk_entries


def lees(data):
    return read_document(Bestand("x.yaml", data if isinstance(data, bytes) else data.encode()))


def inserted(text, *routes):
    ids = ("q1aa", "q2bb", "q3cc", "q4dd")
    return insert_first_key(lees(text), "id", dict(zip(routes, ids, strict=False)))


def test_block_item_gets_the_key_on_its_own_line_in_front():
    text = "acties:\n  - wat: A   # uitleg\n    eigenaar: b\n  -   wat: C\n"
    assert inserted(text, ("acties", 0), ("acties", 1)).decode() == (
        "acties:\n  - id: q1aa\n    wat: A   # uitleg\n    eigenaar: b\n  -   id: q2bb\n      wat: C\n"
    )


def test_flow_item_gets_the_key_in_front_on_the_same_line():
    text = "a: [{b: 1}, { c: 2 }]\n"
    assert inserted(text, ("a", 0), ("a", 1)).decode() == "a: [{id: q1aa, b: 1}, { id: q2bb, c: 2 }]\n"


def test_bom_and_windows_line_ends_are_kept():
    data = b"\xef\xbb\xbfa:\r\n  - b: 1\r\n    c: 2\r\n"
    assert insert_first_key(lees(data), "id", {("a", 0): "q1aa"}) == (
        b"\xef\xbb\xbfa:\r\n  - id: q1aa\r\n    b: 1\r\n    c: 2\r\n"
    )


def test_item_below_a_lonely_dash_and_a_comment_gets_its_key_at_the_first_field():
    text = "a:\n  -\n    # kop\n    b: 1\n"
    assert inserted(text, ("a", 0)).decode() == "a:\n  -\n    # kop\n    id: q1aa\n    b: 1\n"


def test_file_without_a_last_line_end_gets_none():
    assert inserted("a:\n  - b: 1", ("a", 0)) == b"a:\n  - id: q1aa\n    b: 1"


def test_signs_outside_ascii_in_front_do_not_shift_the_place():
    assert inserted("é: 😀\na: [{b: ü}]\n", ("a", 0)).decode() == "é: 😀\na: [{id: q1aa, b: ü}]\n"


def test_items_inside_items_each_get_their_own():
    text = "a:\n  - b: 1\n    c:\n      - d: 2\n      - {e: 3}\n"
    routes = ("a", 0), ("a", 0, "c", 0), ("a", 0, "c", 1)
    assert inserted(text, *routes).decode() == (
        "a:\n  - id: q1aa\n    b: 1\n    c:\n      - id: q2bb\n        d: 2\n      - {id: q3cc, e: 3}\n"
    )


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("a: [b]\n", ("a", 0)),  # no mapping
        ("a: [{}]\n", ("a", 0)),  # no other key
        ("a: [{id: x1aa}]\n", ("a", 0)),  # has one
        ("a: [{b: 1}]\n", ("a", 1)),  # not there
        ("a: [\n", ("a", 0)),  # cannot be read
        ("a:\n\t- b\n", ("a", 0)),
        ("a:\n  - ? b\n    : 1\n", ("a", 0)),  # a written-out key
        ('a: ["b": 1, c]\n', ("a", 0)),  # a field without braces
    ],
)
def test_what_cannot_be_edited_safely_is_refused(text, route):
    with pytest.raises(EditError):
        inserted(text, route)


def test_value_that_would_be_read_as_something_else_is_refused():
    with pytest.raises(EditError):
        insert_first_key(lees("a: [{b: 1}]\n"), "id", {("a", 0): "x: y"})
    with pytest.raises(EditError):
        insert_first_key(lees("a: [{b: 1}]\n"), "id", {("a", 0): "x, c: d"})


COMMENTS = st.sampled_from(["", "  # uitleg", "   # é: [niet, dit]"])
VALUES = st.sampled_from(["x", "'a: b'", '"c # d"', "[e, f]", "{g: 1, h: [2]}", "", "😀", "|\n{pad}    regel\n"])


@st.composite
def files(draw):
    """A file with a list of items, each in block or flow style, among comments and other fields."""
    lines = draw(st.sampled_from([[], ["# kop"], ["---"], ["é: 'ü'", ""]]))
    indent = draw(st.sampled_from(["", "  ", "    "]))
    lines = [*lines, f"lijst:{draw(COMMENTS)}"]
    for _ in range(draw(st.integers(1, 4))):
        keys = draw(st.lists(st.sampled_from("bcdef"), min_size=1, max_size=3, unique=True))
        if draw(st.booleans()):
            inner = f",{draw(st.sampled_from(['', ' ']))} ".join(
                f"{key}: {draw(st.sampled_from(['x', '[y]', '']))}" for key in keys
            )
            lines.append(f"{indent}- {{{draw(st.sampled_from(['', ' ']))}{inner}}}{draw(COMMENTS)}")
        else:
            gap = draw(st.sampled_from([" ", "   "]))
            for place, key in enumerate(keys):
                lead = f"{indent}-{gap}" if place == 0 else f"{indent} {' ' * len(gap)}"
                value = draw(VALUES)
                if "{pad}" in value:
                    first, body, _ = value.split("\n")
                    lines += [f"{lead}{key}: {first}", body.replace("{pad}", " " * len(lead))]
                else:
                    lines.append(f"{lead}{key}: {value}{draw(COMMENTS) if value else ''}")
        if draw(st.integers(0, 3)) == 0:
            lines += ["", "# tussendoor"]
    lines += draw(st.sampled_from([[], ["staart: einde"]]))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return (draw(st.sampled_from(["", "\ufeff"])) + newline.join([*lines, ""])).encode()


@given(files(), st.data())
def test_bytes_outside_the_edit_are_unchanged_and_the_result_reads(data, choice):
    document = lees(data)
    assert document.root is not None, (data, document.diagnostics)
    every = [route for route, _, node in walk_entries(document.root) if len(route) == 2 and isinstance(node, Mapping)]
    routes = choice.draw(st.lists(st.sampled_from(every), min_size=1, unique=True))
    values = {route: f"q{place}zz" for place, route in enumerate(routes)}
    result = insert_first_key(document, "id", values)

    newline = b"\r\n" if b"\r\n" in data else b"\n"
    rest = result
    for value in values.values():
        piece = f"id: {value}".encode()
        before, found, after = rest.partition(piece)
        assert found
        if after.startswith(b", "):
            after = after.removeprefix(b", ")
        else:
            column = len(before.decode().rpartition("\n")[2].removeprefix("\ufeff"))
            assert after.startswith(newline + b" " * column)
            after = after[len(newline) + column :]
        rest = before + after
    assert rest == data

    root = lees(result).root
    for route, value in values.items():
        item = node_at(root, route)
        assert next(iter(item.entries)) == "id"
        assert item.entries["id"][1].text == value
        plain = to_plain(item)
        del plain["id"]
        assert plain == to_plain(node_at(document.root, route))
