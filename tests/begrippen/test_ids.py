"""Ids: a letter, then letters and digits with at least one digit, without i, l and o."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nazorg.begrippen.ids import (
    new_id,
    read_dossier_id,
    read_item_id,
    read_overleg_id,
    read_pseudoniem,
    read_sleutel,
    read_stap,
)
from nazorg.begrippen.tekstwaarde import OngeldigeWaarde

ALLOWED = set("abcdefghjkmnpqrstuvwxyz0123456789")


def looks_like_an_id(text, length):
    return (
        len(text) == length
        and set(text) <= ALLOWED
        and text[0].isalpha()
        and any(sign.isdigit() for sign in text)
        and not set(text) & set("ilo")
    )


def soort_of(read, text):
    with pytest.raises(OngeldigeWaarde) as caught:
        read(text)
    return caught.value.soort


@given(st.integers(), st.sampled_from([4, 6]))
def test_new_id_is_always_an_id(seed, length):
    assert looks_like_an_id(new_id(Random(seed), (), length), length)


@given(st.integers())
def test_new_id_reads_as_item_and_in_a_dossiernummer(seed):
    item, number = new_id(Random(seed), ()), f"NZ-2026-{new_id(Random(seed), (), 6)}"
    assert read_item_id(item) == item
    assert read_dossier_id(number) == number


@given(st.integers(), st.integers(1, 40))
def test_new_id_is_never_one_that_is_taken(seed, number):
    first = Random(seed)
    taken = {new_id(first, ()) for _ in range(number)}
    again = Random(seed)
    for _ in range(number):
        found = new_id(again, taken)
        assert found not in taken
        taken.add(found)


@given(st.text(st.sampled_from("abcilo019AZ-_. é"), max_size=7))
def test_item_id_is_read_exactly_when_it_is_an_id(text):
    if looks_like_an_id(text, 4):
        assert read_item_id(text) == text
    else:
        assert soort_of(read_item_id, text) == "geen_item_id"


@pytest.mark.parametrize("text", ["NZ-2026-k7f3mq", "NZ-1999-a00000", "NZ-2026-zzzzz9"])
def test_dossiernummer_is_read(text):
    assert read_dossier_id(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NZ-2026-kffmqa",  # no digit
        "NZ-2026-7kf3mq",  # begins with a digit
        "NZ-2026-k7f3ml",  # an l
        "NZ-2026-K7F3MQ",
        "nz-2026-k7f3mq",
        "NZ-26-k7f3mq",
        "NZ-2026-k7f3m",
        "NZ-2026-k7f3mqa",
        "NZ-2026-k7f3mq\n",
        "NZ-٢٠٢٦-k7f3mq",
        "../NZ-2026-k7f3mq",
    ],
)
def test_anything_else_is_no_dossiernummer(text):
    assert soort_of(read_dossier_id, text) == "geen_dossier_id"


@pytest.mark.parametrize("text", ["p-4q9x2m", "p-k7f3mq", "p-000000"])
def test_pseudoniem_is_read(text):
    assert read_pseudoniem(text) == text


@pytest.mark.parametrize("text", ["p-jansen", "p-abcdef", "P-4q9x2m", "4q9x2m", "p-4q9x2", "p-123456789", "p-4q9x2o"])
def test_name_or_bsn_is_no_pseudoniem(text):
    assert soort_of(read_pseudoniem, text) == "geen_pseudoniem"


@pytest.mark.parametrize("text", ["m.bakker", "corporatie-rijnland", "pi-alphen", "a", "wgs_4", "ggz2"])
def test_sleutel_is_read(text):
    assert read_sleutel(text) == text


@pytest.mark.parametrize("text", ["", "M.Bakker", "m. bakker", "-a", "a-", "a--b", "1a", "é", "a/b", "a\n"])
def test_anything_else_is_no_sleutel(text):
    assert soort_of(read_sleutel, text) == "geen_sleutel"


@pytest.mark.parametrize("text", ["2026-11-26-leiden", "2026-12-03-groene-hart", "2026-11-26-a1"])
def test_overlegnaam_is_read(text):
    assert read_overleg_id(text) == text


@pytest.mark.parametrize(
    "text", ["2026-11-26", "2026-11-26-", "26-11-2026-leiden", "2026-11-26-Leiden", "a/2026-11-26-b"]
)
def test_anything_else_is_no_overlegnaam(text):
    assert soort_of(read_overleg_id, text) == "geen_overleg_id"


@pytest.mark.parametrize("text", ["kort-gestraft/id-aanvragen", "a/b", "rio-18-27/voortgang"])
def test_step_is_a_traject_and_a_key(text):
    assert read_stap(text) == text


@pytest.mark.parametrize("text", ["kort-gestraft", "a/", "/b", "a/b/c", "A/b", "a / b", ""])
def test_anything_else_is_no_step(text):
    assert soort_of(read_stap, text) == "geen_stap"
