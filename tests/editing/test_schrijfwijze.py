"""A text written as a scalar reads back as that text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nazorg.begrippen.bron import Bestand
from nazorg.editing import as_scalar
from nazorg.editing.schrijfwijze import as_flow
from nazorg.yamltext import node_at, read_document
from nazorg.yamltext.document import _FORBIDDEN

TRICKY = st.text(st.sampled_from("abz019 .,:;-_#&*!|>%@`~?[]{}'\"\\/=<é€😀日\n\t\xa0\xad"), max_size=15)


def read_back(text):
    written = as_scalar(text)
    found = []
    for file, route in (
        (f"k: {written}\n", ("k",)),
        (f"a:\n  - {written}\n", ("a", 0)),
        (f"a: [{written}, x]\n", ("a", 0)),
        (f"a: {{b: {written}}}\n", ("a", "b")),
    ):
        document = read_document(Bestand("x.yaml", file.encode()))
        assert document.root is not None, (file, document.diagnostics)
        assert document.diagnostics == ()
        found.append(node_at(document.root, route).text)
    assert len(set(found)) == 1
    return found[0]


@settings(max_examples=300)
@given(st.one_of(TRICKY, st.text().filter(lambda text: not _FORBIDDEN.search(text))))
def test_any_text_reads_back_as_it_was(text):
    assert read_back(text) == text


@given(TRICKY.filter(bool))
def test_any_text_reads_back_as_a_key(text):
    document = read_document(Bestand("x.yaml", f"a:\n  {as_scalar(text)}: b\n".encode()))
    if "\n" in text:
        assert [one.code for one in document.diagnostics] == ["NZ010"]
    else:
        assert list(document.root.entries["a"][1].entries) == [text]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Leiden", "Leiden"),
        ("Alphen aan den Rijn", "Alphen aan den Rijn"),
        ("M. Bakker", "M. Bakker"),
        ("m.bakker@example.org", "m.bakker@example.org"),
        ("'s-Gravenhage", "'''s-Gravenhage'"),
        ("Súdwest-Fryslân", "Súdwest-Fryslân"),
        ("2026-12-01", "2026-12-01"),
        ("nee", "nee"),
        ("no", "'no'"),
        ("True", "'True'"),
        ("null", "'null'"),
        ("~", "'~'"),
        ("", "''"),
        (" x", "' x'"),
        ("x ", "'x '"),
        ("a: b", "'a: b'"),
        ("kamer #12", "'kamer #12'"),
        ("- a", "'- a'"),
        ("a\nb", '"a\\nb"'),
        ("é\xa0x", "'é\xa0x'"),
    ],
)
def test_text_is_plain_where_that_is_safe_and_quoted_where_not(text, written):
    assert as_scalar(text) == written


@pytest.mark.parametrize("sign", ["\u202e", "\x1b", "\x00", "\x85", "\u2028"])
def test_sign_that_no_file_may_hold_is_written_so_that_reading_refuses_it(sign):
    written = as_scalar(f"a{sign}b")
    assert written.isascii()
    document = read_document(Bestand("x.yaml", f"k: {written}\n".encode()))
    assert [one.code for one in document.diagnostics] == ["NZ002"]


def test_nothing_between_braces_is_written_as_nothing():
    boom = {"wat": "Bellen", "gedaan_op": "", "na": [], "bewijs": {}}
    text = f"a: {as_flow(boom)}\n"
    assert text == "a: {wat: Bellen, gedaan_op: , na: , bewijs: }\n"
    document = read_document(Bestand("x.yaml", text.encode()))
    assert document.root is not None
    assert node_at(document.root, ("a", "gedaan_op")).is_empty
