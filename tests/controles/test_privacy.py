"""What may never stand in a dossier or an overleg."""

import pytest

from .fabriek import check, dossier, onderdak, only, overleg, overlegzaak, places, zaak


def logregel(text):
    """A dossier with ``text`` under ``kort``, which begins on line 8 in column 44."""
    return dossier(f"logboek: [{{id: a2bc, op: 2026-04-21, kort: {text}}}]\n")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("NZ701", "123456782"),
        ("NZ702", "jan@example.org"),
        ("NZ703", "06-12345678"),
        ("NZ704", "12-03-1985"),
        ("NZ704", "1985-03-12"),
    ],
)
def test_finding_points_at_the_text_itself_and_does_not_repeat_it(code, text):
    found = only(code, check(zaak(logregel(f"Zie {text} aldaar"))))
    assert (found.span.line, found.span.column, found.span.end - found.span.start) == (8, 48, len(text))
    assert text not in found.message + found.remedy


def test_comment_is_searched_too():
    assert places("NZ701", check(zaak(dossier("# bsn 123456782\n")))) == ["8:7"]
    assert places("NZ704", check(zaak(dossier("# van 1985-03-12\n")))) == ["8:7"]


def test_key_and_field_that_is_no_free_text_are_searched_too():
    text = dossier("betrokken: [{id: a2bc, partner: pi-alphen, kenmerk: 123456782}]\nleefgebieden: {123456782: }\n")
    assert places("NZ701", check(zaak(text))) == ["8:53", "9:16"]


def test_old_date_in_a_date_field_is_fine():
    assert places("NZ704", check(zaak(dossier("detentie: {ingesloten: 2011-05-01}\n")))) == []


def test_old_date_beside_a_date_field_is_reported():
    text = dossier("detentie: {ingesloten: 2011-05-01} # van 1985-03-12\n")
    assert places("NZ704", check(zaak(text))) == ["8:42"]


def test_old_date_in_free_text_is_reported_beside_one_in_a_date_field():
    text = dossier("detentie: {ingesloten: 2011-05-01}\n" + onderdak("wat: Akte van 1985-03-12"))
    assert places("NZ704", check(zaak(text))) == ["12:24"]


def test_date_of_birth_as_it_is_spoken_is_reported_in_a_field_that_is_no_free_text():
    text = dossier("betrokken: [{id: a2bc, partner: pi-alphen, rol: broer 12-03-1985}]\n")
    assert places("NZ704", check(zaak(text))) == ["8:55"]


@pytest.mark.parametrize("style", [">", "|", ""])
def test_bsn_that_is_folded_over_two_lines_is_found_at_its_beginning(style):
    text = dossier(f"logboek:\n  - op: 2026-04-21\n    kort: {style}\n      Nummer 123 456\n      782 genoemd\n")
    assert places("NZ701", check(zaak(text))) == ["11:14"]


@pytest.mark.parametrize("hidden", ["12345\\x36782", "12345\\\n  6782"])
def test_bsn_behind_an_escape_is_found_at_the_value(hidden):
    assert places("NZ701", check(zaak(logregel(f'"Zie {hidden}"')))) == ["8:44"]


def test_escape_beside_a_bsn_does_not_say_it_twice():
    assert places("NZ701", check(zaak(logregel('"Zie \\t123456782"')))) == ["8:51"]


def test_overleg_is_searched_too():
    text = overleg("plaats: Bel 06-12345678 # of jan@example.org\n")
    found = check(overlegzaak(text))
    assert places("NZ703", found) == ["4:13"]
    assert places("NZ702", found) == ["4:30"]


def test_date_of_an_overleg_is_no_date_of_birth():
    text = overleg().replace("datum: 2026-05-07", "datum: 2012-05-07")
    assert places("NZ704", check(overlegzaak(text))) == []
