"""What looks like a BSN, an e-mail address, a phone number or a date of birth."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nazorg.controles.persoonsgegevens import BSN, GEBOORTEDATUM, MAIL, TELEFOON, find_persoonsgegevens

DIGITS = st.text("0123456789", min_size=9, max_size=9)


def found(code, text):
    return [text[one.start : one.end] for one in find_persoonsgegevens(text) if one.code == code]


def passes(digits):
    """The 11-proef as the rest of a division: the last digit is what is left of the other eight."""
    numbers = [int(digit) for digit in digits]
    return sum((9 - place) * number for place, number in enumerate(numbers[:8])) % 11 == numbers[8] and any(numbers)


@given(DIGITS)
def test_nine_digits_are_found_exactly_when_they_pass_the_elfproef(digits):
    assert found(BSN, f"nummer {digits}.") == ([digits] if passes(digits) else [])


@given(st.text("0123456789", min_size=8, max_size=8), st.sampled_from(["{}{}{} {}{}{} {}{}{}", "{}{}{}{}.{}{}.{}{}{}"]))
def test_nine_digits_in_groups_are_found_exactly_when_they_pass(eight, groups):
    rest = sum((9 - place) * int(digit) for place, digit in enumerate(eight)) % 11
    if rest < 10 and any(int(digit) for digit in eight):
        right, wrong = groups.format(*eight, rest), groups.format(*eight, (rest + 1) % 10)
        assert found(BSN, f"nummer {right}, ja") == [right]
        assert found(BSN, f"nummer {wrong}, ja") == []


@pytest.mark.parametrize(
    "text",
    [
        "123456782",
        "BSN123456782",
        "123 456 782",
        "123.456.782",
        "1234.56.782",
        "1234 56 782",
        "123\u00a0456\u00a0782",
        "(123456782)",
        "Nummer 123.456.782.",
        "Nummer. 123.456.782",
        ".123.456.782 of 1",
        "1 123456782",
        "100 123 456 782",
        "123 456\n      782",
        "123 456\r\n      782",
    ],
)
def test_bsn_is_found_however_it_is_grouped(text):
    assert len(found(BSN, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "123456783",
        "1123456782",
        "1234567820",
        "12345678",
        "1.123.456.782",
        "123.456.782.1",
        "123-456-782",
        "12.345.6782",
        "000000000",
        "123\n\n456\n\n782",
    ],
)
def test_other_numbers_are_no_bsn(text):
    assert found(BSN, text) == []


@pytest.mark.parametrize(
    ("text", "mail"),
    [
        ("mail jan.jansen@example.org even", "jan.jansen@example.org"),
        ("<j-jansen+nazorg@post.example.co.uk>", "j-jansen+nazorg@post.example.co.uk"),
        ("andré@voorbeeld.nl.", "andré@voorbeeld.nl"),
    ],
)
def test_mail_address_is_found_whole(text, mail):
    assert found(MAIL, text) == [mail]


@pytest.mark.parametrize("text", ["@jansen", "a @ b.nl", "pi@alphen", "1@2.3"])
def test_other_uses_of_an_at_sign_are_no_mail_address(text):
    assert found(MAIL, text) == []


@pytest.mark.parametrize(
    "number",
    [
        "06-12345678",
        "0612345678",
        "06 12345678",
        "06 12 34 56 78",
        "06 - 12345678",
        "06.12.34.56.78",
        "+31612345678",
        "+31 6 12345678",
        "+31 (0)6 12345678",
        "+31 06 12345678",
        "0031612345678",
        "0031 6 1234 5678",
        "071-5123456",
        "071 512 34 56",
        "0715123456",
        "0172-123456",
        "0172 12 34 56",
        "+31 71 512 34 56",
        "071) 5123456",
        "06 12\n    345678",
    ],
)
def test_phone_number_is_found_whole(number):
    assert found(TELEFOON, f"bel {number}!") == [number]


@pytest.mark.parametrize(
    "text",
    [
        "2026-06-12 2345678",
        "05-01-2026 12:30 uur",
        "06 01 2026 12 uur",
        "NL91 ABNA 0417 1643 00",
        "NL91ABNA0417164300",
        "1061234567",
        "061234567",
        "06123456789",
        "0012345678",
        "2026-04-20\n  - 2026-06-01",
    ],
)
def test_other_digits_are_no_phone_number(text):
    assert found(TELEFOON, text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("op 12-03-1985 gezien", "12-03-1985"),
        ("12/3/1985", "12/3/1985"),
        ("12.03.1985", "12.03.1985"),
        ("op 12 maart 1985", "12 maart 1985"),
        ("1 mrt. 1985", "1 mrt. 1985"),
        ("1985-03-12", "1985-03-12"),
        ("1-1-1925", "1-1-1925"),
        ("31-12-2012", "31-12-2012"),
        ("geb. 12-3-85", "12-3-85"),
        ("Geboren te Leiden op 12-03-2019", "12-03-2019"),
        ("geboortedatum: 2019-03-12", "2019-03-12"),
        ("geb.dat.: 12-3-85", "12-3-85"),
        ("GEB 12 maart '85", "12 maart '85"),
    ],
)
def test_date_of_birth_is_found_whole_and_once(text, date):
    assert found(GEBOORTEDATUM, text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "op 12-03-2026 gezien",
        "31-12-1924",
        "1-1-2013",
        "sinds 1985",
        "in maart 1985",
        "12-03-85",
        "gebeld op 12-3-2026",
        "zaak 1-1985-12345",
        "NZ-2012-a2bcde",
        "geboren\n    op: 2026-05-02",
        "ongeboren 12-3-2026",
    ],
)
def test_other_dates_are_no_date_of_birth(text):
    assert found(GEBOORTEDATUM, text) == []


@given(st.text("0123456789 .-/@+()\nabgeGEB", max_size=80))
def test_any_text_gives_places_inside_it(text):
    for one in find_persoonsgegevens(text):
        assert 0 <= one.start < one.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["a", "1", "0", "12 ", "123 456 ", "06 ", "06", "+31 ", "geb ", "@a.", "a@a", "1985 ", "20", " ", "\n"]
)
def test_large_hostile_text_takes_no_time_to_speak_of(piece):
    text = piece * (256 * 1024 // len(piece))
    before = time.perf_counter()
    assert sum(1 for _ in find_persoonsgegevens(text)) <= len(text)
    assert time.perf_counter() - before < 2
