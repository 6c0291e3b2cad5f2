"""The kinds of field: numbers and texts as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nazorg.begrippen.tekstwaarde import OngeldigeWaarde, Tekstwaarde
from nazorg.begrippen.velden import read_getal


def soort_of(read, text):
    with pytest.raises(OngeldigeWaarde) as caught:
        read(text)
    return caught.value.soort


@given(st.integers(0, 999_999))
def test_getal_is_a_whole_number(number):
    assert read_getal(str(number)) == number


def test_getal_with_a_zero_in_front_is_decimal():
    assert read_getal("012") == 12


@pytest.mark.parametrize(
    "text", ["", "-1", "+1", "1.0", "1e3", "0x1F", "1_000", "1 000", "1000000", "tien", "１２", "²"]
)
def test_anything_else_is_no_getal(text):
    assert soort_of(read_getal, text) == "geen_getal"


def test_collection_where_one_value_belongs_is_refused():
    value = Tekstwaarde(read_getal, {})
    assert soort_of(value._lees_tekst, ["1"]) == "geen_enkele_waarde"
    assert soort_of(value._lees_tekst, None) == "geen_enkele_waarde"
