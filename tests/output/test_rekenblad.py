"""CSV for a spreadsheet: it reads back to the same values, and no cell of it is ever a formula."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nazorg.diagnostics.tekst import visible
from nazorg.output.rekenblad import csv_bytes, safe_cell

VALUES = st.none() | st.integers() | st.dates() | st.text() | st.sampled_from(
    ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", " =1+1", "\t=1", "＝1+1", "\n=1", 'a";b', "een\nregel",
     "\u202eomgekeerd"]
)  # fmt: skip


def read_back(data):
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


@given(st.lists(st.lists(VALUES, min_size=3, max_size=3), max_size=8))
def test_the_sheet_reads_back_to_the_same_values(rows):
    header, *found = read_back(csv_bytes(["a", "b", "c"], rows))
    assert header == ["a", "b", "c"]
    expected = [["" if value is None else visible(str(value)) for value in row] for row in rows]
    guarded = [[cell.removeprefix("'") if cell != want else cell for cell, want in zip(*pair, strict=True)]
               for pair in zip(found, expected, strict=True)]  # fmt: skip
    assert guarded == expected


@given(st.text())
def test_no_text_is_a_formula(text):
    cell = safe_cell(text)
    assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠"))
    assert cell == visible(cell)


@pytest.mark.parametrize(("value", "cell"), [(-3, "-3"), (None, ""), (date(2026, 11, 23), "2026-11-23"), ("-3", "'-3")])
def test_what_we_counted_stays_a_number_and_what_someone_typed_stays_text(value, cell):
    assert safe_cell(value) == cell


def test_a_dutch_excel_finds_its_own_separator_and_line_ends():
    assert csv_bytes(["wat", "dagen"], [["één; twee", 3]]) == '\ufeffwat;dagen\r\n"één; twee";3\r\n'.encode()
