"""From bytes to a document: what is refused before the YAML is even looked at, and where."""

import hashlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nazorg.begrippen.bron import VAN_EEN_DOSSIER, Bestand
from nazorg.yamltext import node_at, read_document

from .fabriek import YAML_SIGNS, assert_sound, lees, line, only, places

CONFLICT = """\
a: 1
<<<<<<< HEAD
b: 2
||||||| basis
b: 1
=======
b: 3
>>>>>>> ander
"""


@given(st.binary(max_size=300))
def test_arbitrary_bytes_end_in_findings(data):
    assert_sound(lees(data))


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=200), YAML_SIGNS))
def test_arbitrary_text_ends_in_findings(text):
    assert_sound(lees(text.encode("utf-8", "replace")))


@given(YAML_SIGNS, st.binary(max_size=3), st.integers(0, 80))
def test_bytes_in_the_midst_of_text_end_in_findings(text, rubbish, place):
    data = text.encode()
    assert_sound(lees(data[:place] + rubbish + data[place:]))


def test_digest_is_of_the_bytes_with_the_bom():
    data = b"\xef\xbb\xbfa: 1\r\n"
    assert lees(data).digest == hashlib.sha256(data).hexdigest()


def test_file_that_a_bron_cannot_give_says_why():
    document = read_document(Bestand("dossiers/x.yaml", None, "buiten_werkmap"))
    assert document.root is None
    assert [one.code for one in document.diagnostics] == ["NZ014"]
    assert "snelkoppeling naar buiten de werkmap" in document.diagnostics[0].message


def test_file_of_256_kib_is_read_and_a_byte_more_is_refused():
    head = b"a: b\n#"
    assert lees(head + b"x" * (VAN_EEN_DOSSIER.bytes - len(head))).root is not None
    found = only(head + b"x" * (VAN_EEN_DOSSIER.bytes + 1 - len(head)))
    assert (found.code, found.message) == ("NZ003", "Het bestand is groter dan 256 KB.")


def test_bom_and_crlf_are_kept_and_counted_right():
    document = lees(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - c: x\r\n    d: y\r\n")
    assert document.bom
    assert document.text == "a: 1\r\nb:\r\n  - c: x\r\n    d: y\r\n"
    node = node_at(document.root, ("b", 0, "d"))
    assert (node.text, node.span.line, node.span.column) == ("y", 4, 8)
    assert document.text[node.span.start : node.span.end] == "y"
    assert line(document, 4) == "    d: y"
    assert document.span_at(node.span.start, node.span.end) == node.span


def test_carriage_return_alone_ends_a_line_as_well():
    document = lees("a: 1\rb: 2\r")
    assert node_at(document.root, ("b",)).span.line == 2
    assert [line(document, number) for number in (1, 2, 3)] == ["a: 1", "b: 2", ""]


def test_position_counts_signs_and_not_bytes_or_halves():
    node = node_at(lees("a: 😀é\nb: {c: 😀, d: x}\n").root, ("b", "d"))
    assert (node.span.line, node.span.column) == (2, 14)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a: caf\xe9\n", "NZ001 1:7"),
        (b"a: 1\r\nb: \xff\n", "NZ001 2:4"),
        (b"\xef\xbb\xbfa: \xc3\xa9\xc3\n", "NZ001 1:5"),
    ],
)
def test_byte_that_is_no_utf8_is_shown_at_its_place(data, place):
    assert places(data) == [place]


def test_bad_utf8_says_at_which_sign_and_what_to_do():
    found = only(b"a: 1\nb: caf\xe9\n")
    assert found.message == "Het bestand is niet als UTF-8 opgeslagen (bij teken 12)."
    assert "Sla het bestand op als UTF-8" in found.remedy


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_utf16_is_refused(encoding, mark):
    if encoding == "utf-16" and mark:
        pytest.skip("writes its own mark")
    document = lees(f"{mark}naam: één\n".encode(encoding))
    assert document.root is None
    assert document.diagnostics[0].code in ({"NZ001"} if mark or encoding == "utf-16" else {"NZ001", "NZ002"})


FORBIDDEN = [
    *range(0x09),
    0x0B,
    0x0C,
    *range(0x0E, 0x20),
    0x7F,
    0x80,
    0x85,
    0x9F,
    0x061C,
    0x200B,
    0x200E,
    0x200F,
    0x2028,
    0x2029,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    0xFEFF,
    0xFFFE,
    0xFFFF,
]


@pytest.mark.parametrize("sign", FORBIDDEN, ids="U+{:04X}".format)
def test_control_or_bidi_sign_is_refused_at_its_place(sign):
    found = only(f"a: 1\nb: 'x{chr(sign)}y'\n")
    assert (found.code, found.span.line, found.span.column) == ("NZ002", 2, 6)
    assert found.message == f"Hier staat een onzichtbaar teken (U+{sign:04X})."


@pytest.mark.parametrize("sign", ["\t", "\xa0", "\xad", "é", "€", "😀", "\u0301", "‐"])
def test_other_signs_are_fine(sign):
    assert places(f"a: 'x{sign}y'\n") == []


@pytest.mark.parametrize("escape", [r"\u202e", r"\x1b", r"\e", r"\0", r"\a", r"\N", r"\L", r"\U00002066", r"\uFEFF"])
def test_escape_does_not_bring_in_what_the_text_may_not_hold(escape):
    assert places(f'a: 1\nb: ["x", "x{escape}y"]\n') == ["NZ002 2:10"]


def test_escape_in_a_key_does_not_bring_it_in_either():
    assert places('a: 1\n"b\\u202ec": 2\n') == ["NZ002 2:1"]


@pytest.mark.parametrize("text", [r'a: "x\ty\nz"', r'a: "\u00e9\x41"', r"a: '\u202e'", r"a: \u202e"])
def test_harmless_escape_and_text_that_looks_like_one_are_fine(text):
    assert places(text) == []


def test_conflict_of_git_is_shown_at_each_of_its_marks():
    assert places(CONFLICT) == ["NZ011 2:1", "NZ011 4:1", "NZ011 6:1", "NZ011 8:1"]
    assert places(CONFLICT.replace("\n", "\r\n")) == ["NZ011 2:1", "NZ011 4:1", "NZ011 6:1", "NZ011 8:1"]


@pytest.mark.parametrize(
    "text", ["a: |\n  x\n  =======\n  y\n", "a: <<<<<<<\n", "a: '<<<<<<< x'\n", "# =======\na: 1\n"]
)
def test_what_only_resembles_a_conflict_is_text(text):
    assert places(text) == []


@pytest.mark.parametrize("text", ["a: [", "a: {b: c", "a: 1\r\nb: [c"])
def test_error_at_the_end_of_a_last_line_without_line_end_lies_on_that_line(text):
    document = lees(text)
    assert_sound(document)
    assert document.diagnostics[0].span.line == len(text.split("\n"))


def test_many_of_a_kind_are_not_all_listed():
    assert len(lees("a: '" + "\x07" * 1000 + "'").diagnostics) <= 20


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 50_000, "- " * 100_000, "? " * 100_000, "a: " * 80_000, "'" * 200_000, "&a " * 60_000],
    ids=["[", "{", "-", "?", "a:", "'", "&"],
)
def test_hostile_file_is_answered_within_a_second(text):
    begin = time.monotonic()
    assert lees(text).root is None
    assert time.monotonic() - begin < 1
